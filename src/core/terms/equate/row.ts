// Small questions about a row of items, shared by the reading of constructions and of their truth.
import type { CueName } from "../../language/cues.ts";
import type { WordForms } from "../../language/words.ts";
import type { Item, Mark } from "./items.ts";

export function isCue(item: Item | undefined, ...names: readonly CueName[]): boolean {
  return item !== undefined && names.some((name) => item.cues.includes(name));
}

export function isMark(item: Item | undefined, ...marks: readonly Mark[]): boolean {
  return item?.mark !== undefined && marks.includes(item.mark);
}

/** A word that changes nothing about how two terms are related: an article, an adverb, an adjective, a plain noun. */
export function isPlain(item: Item | undefined): boolean {
  return (
    item !== undefined &&
    (item.kind === "word" ||
      isCue(
        item,
        "filler",
        "thing",
        "notOnly",
        "mere",
        "wording",
        "divide",
        "thus",
        "its",
        "modern",
        "classic",
        "word",
        "kinds",
        "others",
      ))
  );
}

/** A word that may stand before a noun in its phrase. */
export function isModifier(item: Item | undefined, forms: WordForms): boolean {
  if (!item) return false;
  if (item.kind === "word" || isCue(item, "word")) return !(forms.capitalNouns && item.capital);
  return (
    (isCue(item, "filler", "notOnly", "mere", "modern", "classic", "others", "its", "thus") &&
      !isCue(item, "copula", "classed")) ||
    isMark(item, "quote")
  );
}

export function endsSentence(item: Item | undefined): boolean {
  return isMark(item, "stop", "question");
}

/** Index of the first item of the sentence that holds `at`, at most `limit` items back. */
export function sentenceStart(items: readonly Item[], at: number, limit = 60): number {
  let start = at;
  while (start > 0 && at - start < limit && !endsSentence(items[start - 1])) start -= 1;
  return start;
}

/** Index of the first word of the clause that holds `at`: after a heading ("Note: ..."), a bracket, or a bullet. */
export function clauseStart(items: readonly Item[], at: number, limit = 60): number {
  const start = sentenceStart(items, at, limit);
  const mark = items.slice(start, at).findLastIndex((item) => isMark(item, "colon", "semicolon", "open", "dash"));
  let first = start + mark + 1;
  while (first < at && items[first]?.kind === "mark") first += 1;
  return first;
}

/** Index after the last item of the sentence that holds `at` (before its closing mark), at most `limit` items on. */
export function sentenceEnd(items: readonly Item[], at: number, limit = 60): number {
  let end = at;
  while (end < items.length && end - at < limit && !endsSentence(items[end])) end += 1;
  return end;
}
