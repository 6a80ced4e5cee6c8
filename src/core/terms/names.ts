// Addresses, file names, handles and quoted names of organisations in running text: a term in one can be written no other way.
import type { Language } from "../language/language.ts";
import { fold } from "./tokens.ts";

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
    "^#\\p{L}",
    // A path from the root of a site.
    "^/[\\p{L}\\p{N}_-]+/",
  ].join("|"),
  "u",
);

type IsIn = (start: number, end: number) => boolean;

/** Whether a range of a text lies in such a name. */
export function isInName(text: string): IsIn {
  // Most texts have none, and that is found out quickly.
  if (!/[@/#]|\S\.\S/u.test(text)) return () => false;
  return isInOneOf([...text.matchAll(piece)].filter(([met]) => name.test(met)));
}

function isInOneOf(matches: readonly RegExpExecArray[]): IsIn {
  const ranges = matches.map(({ 0: met, index }) => ({ from: index, to: index + met.length }));
  return (start, end) => ranges.some(({ from, to }) => from <= start && end <= to);
}

const quotation = /[«»„“”"]([^«»„“”"\n.!?]{4,100})[«»“”"]/gu;

/** Whether a range of a text lies in quotation marks beside a word for an organisation, whose name it is. */
export function isInOrganisation(text: string, { words: { organisations } }: Language): IsIn {
  if (!organisations || !/[«»„“”"]/u.test(text)) return () => false;
  const isOrganisation = (word: string): boolean => organisations.some((ending) => fold(word).endsWith(ending));
  return isInOneOf(
    [...text.matchAll(quotation)].filter(([, inside = ""]) => inside.split(/[^\p{L}\p{M}]+/u).some(isOrganisation)),
  );
}
