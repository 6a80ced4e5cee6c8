// Recognises entries of reference lists, whose titles are quoted and claim nothing.

const volumeAndPages =
  /\b(?:19|20)\d\d[a-z]?\b[^\n]{0,40}?\d+\s*(?:\(\d+\))?\s*[:,;]\s*(?:s\.|pp?\.|S\.)?\s*\d+\s*[-–—]\s*\d+/u;
const identifier = /\b(?:doi|PMID|PMCID|ISBN|ISSN)\b[:\s]|\bet al\b[^\n]{0,200}\b(?:19|20)\d\d\b/iu;
const authorAndYear = /^[\s\d.[\]*-]*\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.?\s?-?){1,3}[,.;\s&][^\n]*\b(?:19|20)\d\d\b/u;
const longestEntry = 600;

/** Whether the line around a place is an entry of a reference list. */
export function isReference(text: string, start: number, end: number): boolean {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - longestEntry);
  const newline = text.indexOf("\n", end);
  const to = Math.min(newline < 0 ? text.length : newline, end + longestEntry);
  const line = text.slice(from, to);
  return volumeAndPages.test(line) || identifier.test(line) || authorAndYear.test(line);
}
