// The common words of each language, by which a text shows its language.
import type { WordList } from "../../language/compare.ts";
import type { Language } from "../../language/language.ts";
import { entriesOf } from "./word-list.ts";

const known = new Map<WordList, ReadonlySet<string>>();

function setOf(list: WordList): ReadonlySet<string> {
  const set = known.get(list) ?? new Set(entriesOf(list));
  known.set(list, set);
  return set;
}

export function commonWordsOf({ comparison }: Language): ReadonlySet<string> {
  return setOf(comparison.commonWords);
}

/** Whether a common word of another language is a word of this one too, the same or another. */
export function isWordOf({ comparison }: Language, word: string): boolean {
  return setOf(comparison.commonWords).has(word) || setOf(comparison.homographs).has(word);
}
