// Two terms, A and B, in a row of items: what stands around them, asked by every reading of a construction.
import type { WordForms } from "../../language/words.ts";
import type { Item } from "./items.ts";
import type { Row } from "./rows.ts";
import { isCue, isMark, isModifier, isPlain, sentenceStart } from "./row.ts";

/**
 * How A and B are joined. An apposition hangs on A itself, so that a negation or question around it does not reach it;
 * a predicate says it of A, and `from` is where its clause begins; an enumeration joins them and equates them only
 * together with words around it (no difference, the same).
 */
export type Construction =
  | { kind: "apposition"; from: number }
  | { kind: "predicate"; from: number }
  | { kind: "choice"; from: number }
  | { kind: "enumeration"; from: number };

export type Place = {
  items: readonly Item[];
  a: number;
  b: number;
  forms: WordForms;
  /** The rows to read by, where they are not all. */
  rows?: readonly Row[] | undefined;
};

export const apposition = (from: number): Construction => ({ kind: "apposition", from });

export const predicate = (from: number): Construction => ({ kind: "predicate", from });

/** The most items between a subject and its verb. */
export const longestSubject = 10;

const longestPhrase = 4;

/** Index of the first item of the noun phrase that ends at `end`: its articles and adjectives. */
export function phraseStart({ items, a, forms }: Place, end: number): number {
  let start = end;
  while (start - 1 > a && end - start < longestPhrase && isModifier(items[start - 1], forms)) start -= 1;
  return start;
}

/** The nearest item at or before `at` that is no quotation mark. */
export function skipQuotesBack(items: readonly Item[], at: number): number {
  let index = at;
  while (isMark(items[index], "quote")) index -= 1;
  return index;
}

/** The items between A and `end` without quotation marks, and without the bracket that closes right after A. */
export function between({ items, a }: Place, end: number): Item[] {
  const words = items.slice(a + 1, end).filter((item) => !isMark(item, "quote"));
  return isMark(words[0], "close") ? words.slice(1) : words;
}

/** Nothing but quotation marks stands between A and `end`. */
export function gapIsEmpty(place: Place, end: number): boolean {
  return between(place, end).length === 0;
}

/** "is called A, often B": only words that change nothing stand between A and B. */
export function gapIsPlain(place: Place): boolean {
  return between(place, place.b).every((item) => isCue(item, "filler"));
}

/** The item before A and its articles and adjectives. */
export function governorOf({ items, a, forms }: Place): Item | undefined {
  let at = a - 1;
  while (at >= 0 && a - at <= longestPhrase && isModifier(items[at], forms)) at -= 1;
  return items[at];
}

/** The item before A and its articles and adverbs, but not its adjectives. */
export function directlyBefore({ items, a }: Place): Item | undefined {
  let at = a - 1;
  while (isMark(items[at], "quote") || (isCue(items[at], "filler") && !isCue(items[at], "copula"))) at -= 1;
  return items[at];
}

/** A copula before A, also with a negation between, as in a question or after a fronted clause: "is not A B". */
export function copulaBefore(place: Place): boolean {
  const head = directlyBefore(place);
  if (!isCue(head, "not") || isCue(head, "copula")) return isCue(head, "copula");
  return isCue(place.items[place.items.indexOf(head as Item) - 1], "copula");
}

/** A verb that takes both terms (call A B) before A in its clause. */
export function hasCallBefore({ items, a }: Place): boolean {
  for (let at = a - 1; at >= 0 && a - at <= 8; at -= 1) {
    if (isCue(items[at], "call")) return true;
    if (items[at]?.kind === "mark" && !isMark(items[at], "quote")) return false;
  }
  return false;
}

/** Whether such a word stands right after B. */
export function followedBy({ items, b }: Place, ...names: Parameters<typeof isCue>[1][]): boolean {
  for (let at = b + 1; at <= b + 2; at += 1) {
    if (isCue(items[at], ...names)) return true;
    if (!isMark(items[at], "quote")) return false;
  }
  return false;
}

const longestClauseEnd = 8;

/** Whether B's clause ends with such a word, undone by nothing on the way. */
export function followedInClause({ items, b }: Place, ...names: Parameters<typeof isCue>[1][]): boolean {
  for (let at = b + 1; at <= b + longestClauseEnd; at += 1) {
    if (isCue(items[at], ...names)) return true;
    if (!isPlain(items[at]) && !isMark(items[at], "quote") && !isCue(items[at], "link")) return false;
  }
  return false;
}

/** What may begin another claim. */
export const isBreak = (item: Item | undefined): boolean =>
  isMark(item, "comma", "dash", "open", "semicolon", "colon") || isCue(item, "and", "but");

/** Words that may stand between a term and what is set beside it: "IMS treatment (acupuncture)". */
export function isShortGap(place: Place, end: number, most: number): boolean {
  const words = between(place, end);
  // The verb of a clause, or what German sets apart of it, may stand last: "we offer A on, a kind of B".
  if (place.forms.verbFinal && isCue(words.at(-1), "link")) words.pop();
  return words.length <= most && words.every((item) => isPlain(item));
}

/** Whether A is itself a member of a list: a comma or conjunction stands before it in its sentence. */
export function inList(place: Place): boolean {
  const { items, a, b } = place;
  if (isMark(governorOf(place), "comma") || isCue(governorOf(place), "and", "or")) return true;
  if (isMark(items[b + 1], "comma") && isCue(items[b + 2], "or", "and")) return true;
  return items.slice(sentenceStart(items, a), a).some((item) => isCue(item, "either"));
}

/** Whether B's concept was named before A in the same sentence: then the two were set side by side. */
export function namedBefore({ items, a, b }: Place): boolean {
  const concepts = new Set(items[b]?.hits.map((hit) => hit.concept));
  return items.slice(sentenceStart(items, a), a).some((item) => item.hits.some((hit) => concepts.has(hit.concept)));
}

/** "With A it is B that is meant". */
export function isMeant(place: Place): boolean {
  const before = place.items.slice(Math.max(0, place.a - 4), place.a);
  return followedInClause(place, "meant") || before.some((item) => isCue(item, "meant"));
}
