// Makes the stems of a dictionary word, so that its inflected forms are found by cutting endings off a word of the text.
import type { WordForms } from "../language/words.ts";

/** A stem, and whether it is a word without any ending. */
export type Stem = { stem: string; bare: boolean };

/** All stems of a dictionary word (folded); the word itself is the first. */
export function stemsOf(word: string, forms: WordForms): Stem[] {
  const stems = new Map<string, boolean>([[word, true]]);
  for (const { ending, becomes, bare } of forms.stems) {
    if (!word.endsWith(ending) || word.length <= ending.length) continue;
    const stem = word.slice(0, word.length - ending.length) + becomes;
    stems.set(stem, stems.get(stem) === true || bare === true);
  }
  for (const [stem, bare] of Array.from(stems)) {
    const changed = withChangedVowel(stem, forms);
    if (changed !== undefined && !stems.has(changed)) stems.set(changed, bare && forms.verbFinal === true);
  }
  return [...stems].map(([stem, bare]) => ({ stem, bare }));
}

/** The stem with the vowel of its last syllable changed (Band, Bänder), if the language does so with this vowel. */
function withChangedVowel(stem: string, forms: WordForms): string | undefined {
  let last: { at: number; from: string; to: string } | undefined;
  for (const [from, to] of forms.vowelChanges ?? []) {
    const at = stem.lastIndexOf(from);
    if (at > 0 && (!last || at + from.length > last.at + last.from.length)) last = { at, from, to };
  }
  if (!last || stem.length - last.at > 5) return undefined;
  return stem.slice(0, last.at) + last.to + stem.slice(last.at + last.from.length);
}
