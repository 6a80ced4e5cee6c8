// The known word that a mistyped one most likely stands for; what is compared is bounded, however many words are known.
import leven from "leven";

export type NearWords = (word: string) => string | undefined;

type Known = { word: string; folded: string; letters: number; place: number };

/** No one mistypes a longer word by a letter or two and needs to be told. */
const longest = 100;
/** Most known words whose distance from one word is worked out; those with other letters or lengths do not count. */
const mostCompared = 1000;
const mostOff = 2;

/**
 * A search among known words. A word is near that is at most two letters off (two that have changed places count as
 * one), and fewer than a quarter of the longer of the two; of several the nearest, and of those the first.
 */
export function nearWordsIn(known: Iterable<string>, lettersOff: typeof leven = leven): NearWords {
  const byLength = new Map<number, Known[]>();
  let place = 0;
  for (const word of known) {
    const folded = word.toLowerCase();
    const entry = { word, folded, letters: lettersOf(folded), place: place++ };
    const others = byLength.get(folded.length);
    if (others) others.push(entry);
    else byLength.set(folded.length, [entry]);
  }
  return (word) => {
    if (word.length > longest) return undefined;
    const folded = word.toLowerCase();
    const letters = lettersOf(folded);
    let best: { entry: Known; off: number } | undefined;
    let compared = 0;
    for (let length = folded.length - mostOff; length <= folded.length + mostOff; length += 1) {
      const longer = Math.max(length, folded.length);
      for (const entry of byLength.get(length) ?? []) {
        // Each letter off changes at most two of the letters that a word has.
        if (bitsIn(letters ^ entry.letters) > 2 * mostOff) continue;
        if (compared === mostCompared) return best?.entry.word;
        compared += 1;
        const off = isSwapped(folded, entry.folded)
          ? 1
          : lettersOff(folded, entry.folded, { maxDistance: mostOff + 1 });
        if (off > mostOff || off >= longer / 4 || hasOtherEnding(folded, entry.folded, off)) continue;
        if (!best || off < best.off || (off === best.off && entry.place < best.entry.place)) best = { entry, off };
      }
    }
    return best?.entry.word;
  };
}

/** The same for one word; who asks often searches with `nearWordsIn`. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  return nearWordsIn(known)(word);
}

/** Which letters a word has, as bits; several letters may share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one[at] !== undefined &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** Two letters off at the very end are another word of the family: a translator is not mistyped for translate. */
function hasOtherEnding(one: string, other: string, off: number): boolean {
  if (off < 2) return false;
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter - 1) === other.slice(0, shorter - 1);
}
