// Cuts plain text into words and marks, and says what joins two words.

export type Token = { start: number; end: number; isWord: boolean };

/** What stands between two neighbouring words. */
export type Joint = "hyphen" | "space" | "dash" | "none";

const softHyphen = 0xad;
const otherLetter = /^[\p{L}\p{M}\p{N}]/u;
const latin = Uint8Array.from({ length: 0x250 }, (_, code) =>
  code === softHyphen || otherLetter.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Length of the word character at a place: 0 if there is none, 2 if it is outside the basic plane. */
function wordCharacterLength(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 0x250) return latin[code] === 1 ? 1 : 0;
  if (code === 0x200c || code === 0x200d || code === 0x2060) return 1;
  if (code >= 0xd800 && code <= 0xdbff) return otherLetter.test(text.slice(at, at + 2)) ? 2 : 0;
  return otherLetter.test(text[at] ?? "") ? 1 : 0;
}

const apostrophes = "'’ʼ";

/** End of the word that begins at `start`, or `start` if none does. An apostrophe between letters belongs to the word. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const length = wordCharacterLength(text, at);
    if (length > 0) at += length;
    else if (at > start && apostrophes.includes(text[at] ?? " ") && wordCharacterLength(text, at + 1) > 0) at += 1;
    else return at;
  }
}

const longestWordBack = 64;

/** Start of the word that ends at `end`, or `end` if none does. */
export function wordStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < longestWordBack && wordCharacterLength(text, at - 1) === 1) at -= 1;
  return at;
}

/** All words and marks of a text (or a part of it) in order; blanks are left out, except that a line break is a mark. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const end = wordEnd(text, at);
    if (end > at) {
      tokens.push({ start: at, end, isWord: true });
      at = end;
      continue;
    }
    if (text[at] === "\n" || !isBlank(text.charCodeAt(at))) tokens.push({ start: at, end: at + 1, isWord: false });
    at += 1;
  }
  return tokens;
}

export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Hyphens, dashes and the minus sign. */
export const dashes = "-‐‑‒–—―−";

/** What joins two words with `text.slice(from, to)` between them. */
export function jointBetween(text: string, from: number, to: number): Joint {
  if (to - from > 8 || to <= from) return "none";
  let blanks = 0;
  let marks = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === "\n") return "none";
    if (isBlank(text.charCodeAt(at))) blanks += 1;
    else if (dashes.includes(text[at] ?? "")) marks += 1;
    else return "none";
  }
  if (marks === 0) return "space";
  if (marks > 2) return "none";
  return blanks === 0 ? "hyphen" : isBlank(text.charCodeAt(from)) ? "dash" : "none";
}

const invisible = /\u00ad|\u2060|\u0640|[\u200b-\u200d]|[\u064b-\u0652]/g;

/** Letters that have one form only: Latin, without soft hyphens and without combining marks. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x250 || code === softHyphen) return false;
  }
  return true;
}

/** A word in the form in which words are compared: NFC, lower case, without soft hyphens, joiners and Arabic vowel marks. */
export function fold(word: string): string {
  return foldKeepingCase(word).toLowerCase();
}

/** Like `fold`, but with its case, as abbreviations are compared. */
export function foldKeepingCase(word: string): string {
  return isPlain(word) ? word : word.normalize("NFC").replace(invisible, "").replace(/[’ʼ]/g, "'");
}
