// Recognises entries of reference lists, whose titles are quoted and claim nothing.

const volumeAndPages =
  /\b(?:19|20)\d\d[a-z]?\b[^\n]{0,40}?\d+\s*(?:\(\d+\))?\s*[:,;]\s*(?:s\.|pp?\.|S\.)?\s*\d+\s*[-–—]\s*\d+/u;
const identifier = /\b(?:doi|PMID|PMCID|ISBN|ISSN)\b[:\s]|\bet al\b[^\n]{0,200}\b(?:19|20)\d\d\b/iu;
const authorAndYear = /^[\s\d.[\]*-]*\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.?\s?-?){1,3}[,.;\s&][^\n]*\b(?:19|20)\d\d\b/u;
const longestEntry = 600;

/** Whether the line around a place is an entry of a reference list. */
export function isReference(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - longestEntry), start);
  const after = text.slice(end, end + longestEntry);
  const newline = after.indexOf("\n");
  const line = `${before.slice(before.lastIndexOf("\n") + 1)}${text.slice(start, end)}${newline < 0 ? after : after.slice(0, newline)}`;
  if (!/\d{2}/.test(line)) return false;
  return volumeAndPages.test(line) || identifier.test(line) || authorAndYear.test(line);
}
