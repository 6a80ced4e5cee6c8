// A translation beside its source, as plain texts.
import type { Language } from "../../language/language.ts";

export type Place = { start: number; end: number };

/** Plain texts, markup removed (`plainText`): U+FFFC stands for code and images, a line feed for a break. */
export type Pair = {
  source: string;
  target: string;
  sourceLanguage: Language;
  targetLanguage: Language;
  /** What the source has in code: no running text, but a translation may speak of it. */
  code?: string | undefined;
  /** Of a text of a page: the stretches of the target that no tag parts. Publishing keeps the order of numbers in each. */
  stretches?: readonly Place[] | undefined;
};

/** With a scheme, a known ending or a path; the path alone too: `/en/kontakt/`. */
const address =
  /:\/\/|^\P{L}*www\.|\p{L}@\p{L}|\p{L}\.(?:no|com|org|net|info|eu|se|dk|de|pl|uk|ua|sa|ae)(?:[^\p{L}]|$)|\p{L}\.\p{Ll}{2,6}\/|^[^\p{L}\p{N}/]*\/[\p{L}\p{N}_-]+\/|\p{L}\.(?:html?|pdf|php|docx?|md)(?!\p{L})/u;

/** The text with web and mail addresses blank, same length: their letters and digits are no language. */
export function withoutAddresses(text: string): string {
  // Most texts have no address, and a dot within a word or an @ is quickly looked for.
  if (!/[@/]|\S\.\S/u.test(text)) return text;
  return text.replaceAll(/\S+/gu, (piece) => (address.test(piece) ? " ".repeat(piece.length) : piece));
}

/** Places of a text that something has been said about. */
export function placesIn(text: string): { take: (place: Place) => void; isTaken: (place: Place) => boolean } {
  const taken = new Uint8Array(text.length + 1);
  return {
    take: ({ start, end }) => {
      taken.fill(1, start, Math.max(end, start + 1));
    },
    isTaken: ({ start, end }) => taken.subarray(start, Math.max(end, start + 1)).includes(1),
  };
}

/** A finding about the whole target has the place of its text without the blanks around it. */
export function wholeOf(target: string): { start: number; end: number } {
  const start = target.length - target.trimStart().length;
  return { start, end: Math.max(start, target.trimEnd().length) };
}

/** A piece of someone's text for a sentence of ours: one line, not too long. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
