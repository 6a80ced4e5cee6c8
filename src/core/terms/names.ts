// Addresses, file names and handles in running text: they are names, and a term in one can be written no other way.

/** What can be one name: up to a blank, a bracket or a quotation mark; an address with a scheme may hold brackets. */
const piece = /[a-z][a-z\d+.-]{0,20}:\/\/[^\s<>"«»“”]+|[^\s()<>[\]{}"«»“”„|,;!?]+/giu;

const domain = "no|com|org|net|info|eu|se|dk|de|pl|uk|ua|sa|ae|fi|example";
const file = "pdf|docx?|xlsx?|pptx?|odt|rtf|txt|mdx?|html?|php|aspx?|jpe?g|png|gif|svg|webp|mp[34]|mov|zip|ics|epub";

const name = new RegExp(
  [
    "^[a-z][a-z\\d+.-]{0,20}://",
    "^\\P{L}*www\\.",
    // A mail address, and a handle.
    "@\\p{L}",
    `[\\p{L}\\p{N}]\\.(?:${domain})(?![\\p{L}\\p{N}])`,
    `[\\p{L}\\p{N}]\\.(?:${file}|${file.toUpperCase()})(?![\\p{L}\\p{N}])`,
    "\\p{L}\\.\\p{Ll}{2,6}/",
    // A path from the root of a site.
    "^/[\\p{L}\\p{N}_-]+/",
  ].join("|"),
  "u",
);

/** Whether a range of a text lies in such a name. */
export function isInName(text: string): (start: number, end: number) => boolean {
  // Most texts have none, and that is found out quickly.
  if (!/[@/]|\S\.\S/u.test(text)) return () => false;
  const names = [...text.matchAll(piece)]
    .filter(([met]) => name.test(met))
    .map(({ 0: met, index }) => ({ start: index, end: index + met.length }));
  return (start, end) => names.some((one) => one.start <= start && end <= one.end);
}
