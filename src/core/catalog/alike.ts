// Finds which of many texts are new versions of which others, by their words, without comparing each with each.
import { alikeEnough, likeness, tellingWords, wordsForLikeness } from "../likeness.ts";

/** Texts of different kinds are never versions of each other. */
export type Comparable = { kind: string; text: string };

/** Numbers of two texts in their lists, and how alike they are: 0 to 1. */
export type Alike = { fresh: number; old: number; likeness: number };

/**
 * The most old texts that one new text is compared with. A page has fewer that begin to be like it; where hundreds of
 * paragraphs differ in one word each, those at the same place of the page are.
 */
const mostCandidates = 200;

/** Every pair of texts that are alike enough, in the order of `fresh`, then of `old`. */
export function alikePairs(fresh: readonly Comparable[], old: readonly Comparable[]): Alike[] {
  const ranks = ranksOf([...fresh, ...old]);
  const freshWords = fresh.map((one) => rankedWords(one, ranks));
  const oldWords = old.map((one) => rankedWords(one, ranks));
  const holding = new Map<number, number[]>();
  for (const [index, words] of oldWords.entries())
    for (const word of telling(words)) {
      const list = holding.get(word);
      if (list) list.push(index);
      else holding.set(word, [index]);
    }
  return freshWords.flatMap((words, index) =>
    candidatesOf(words, holding, (index / fresh.length) * old.length)
      .map((other) => ({ fresh: index, old: other, likeness: likenessOf(words, oldWords[other] ?? []) }))
      .filter(({ likeness }) => likeness >= alikeEnough),
  );
}

/** The old texts that share one of a text's telling words; of too many of a word, those nearest to its place. */
function candidatesOf(
  words: readonly number[],
  holding: ReadonlyMap<number, readonly number[]>,
  place: number,
): number[] {
  const candidates = new Set<number>();
  for (const word of telling(words)) {
    const list = holding.get(word) ?? [];
    const room = mostCandidates - candidates.size;
    if (room <= 0) break;
    for (const old of list.length <= room ? list : nearest(list, place, room)) candidates.add(old);
  }
  return [...candidates].toSorted((a, b) => a - b);
}

/** Of rising numbers, so many that lie next to a place. */
function nearest(list: readonly number[], place: number, count: number): readonly number[] {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - (count >> 1), list.length - count));
  return list.slice(from, from + count);
}

/** The words of a text, only within its kind. */
function wordsToCompare({ kind, text }: Comparable): string[] {
  return wordsForLikeness(text).map((word) => `${kind}\u0004${word}`);
}

/** Each word's place in the order from rare to frequent; words of one frequency in the order of the texts. */
function ranksOf(texts: readonly Comparable[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsToCompare(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, a], [, b]) => a - b);
  return new Map(sorted.map(([word], rank) => [word, rank]));
}

function rankedWords(text: Comparable, ranks: ReadonlyMap<string, number>): number[] {
  return wordsToCompare(text)
    .map((word) => ranks.get(word) ?? 0)
    .toSorted((a, b) => a - b);
}

/** The rarest words of a text, one of which every text has that is alike enough. */
function telling(words: readonly number[]): readonly number[] {
  return words.slice(0, tellingWords(words.length));
}

/** How alike two texts are by their words; both lists rise. */
function likenessOf(mine: readonly number[], theirs: readonly number[]): number {
  let shared = 0;
  for (let a = 0, b = 0; a < mine.length && b < theirs.length;) {
    const difference = (mine[a] ?? 0) - (theirs[b] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return likeness(shared, mine.length, theirs.length);
}
