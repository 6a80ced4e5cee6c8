// A translation beside its source, as plain texts, and their words.
import type { Language } from "../../language/language.ts";
import { fold, tokenise } from "../../terms/tokens.ts";

/** Plain texts, markup removed (`plainText`): U+FFFC stands for code and images, a line feed for a break. */
export type Pair = { source: string; target: string; sourceLanguage: Language; targetLanguage: Language };

/** A word of a text with its place; `word` is the form in which words are compared. */
export type Word = { start: number; end: number; word: string };

const address =
  /:\/\/|^\P{L}*www\.|\p{L}@\p{L}|\p{L}\.(?:no|com|org|net|info|eu|se|dk|de|pl|uk|ua|sa|ae)(?:[^\p{L}]|$)/u;

/** The text with web and mail addresses blank, same length: their letters and digits are no language. */
export function withoutAddresses(text: string): string {
  // Most texts have no address, and a dot within a word or an @ is quickly looked for.
  if (!/[@/]|\S\.\S/u.test(text)) return text;
  return text.replaceAll(/\S+/gu, (piece) => (address.test(piece) ? " ".repeat(piece.length) : piece));
}

/** Every rule asks for the words of the same two texts. */
const latest = new Map<string, readonly Word[]>();
const kept = 4;

/** The words of a text in order, addresses left out. */
export function wordsOf(text: string): readonly Word[] {
  const known = latest.get(text);
  if (known) return known;
  const words = cut(withoutAddresses(text));
  for (const oldest of latest.size >= kept ? latest.keys() : []) {
    latest.delete(oldest);
    break;
  }
  latest.set(text, words);
  return words;
}

function cut(text: string): Word[] {
  const words: Word[] = [];
  for (const { start, end, isWord } of tokenise(text))
    if (isWord) words.push({ start, end, word: fold(text.slice(start, end)) });
  return words;
}

/** A finding about the whole target has the place of its text without the blanks around it. */
export function wholeOf(target: string): { start: number; end: number } {
  const start = target.length - target.trimStart().length;
  return { start, end: Math.max(start, target.trimEnd().length) };
}

/** A piece of someone's text inside a sentence of ours: one line, not too long. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}
