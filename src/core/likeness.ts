// How alike two texts are, by their words: the one measure for new versions of a text and for similar ones in memory.

/** How alike two texts must be for one to be taken for a new version of the other, or to be shown beside it. */
export const alikeEnough = 0.6;

/** The words of a text; each time that it stands there, a word is one of its own. */
export function wordsForLikeness(text: string): string[] {
  const times = new Map<string, number>();
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => {
    const time = times.get(word) ?? 0;
    times.set(word, time + 1);
    return time === 0 ? word : `${word}\u0004${time}`;
  });
}

/** 0 to 1: the share of words that two texts have in common (Dice), from how many they have and share. */
export function likeness(shared: number, mine: number, theirs: number): number {
  return mine + theirs === 0 ? 0 : (2 * shared) / (mine + theirs);
}

/**
 * How many of a text's words are enough to find all texts by that are alike enough, if they are the same ones of all
 * texts, such as the rarest: such a text shares at least 0.6 / (2 - 0.6) of the words (prefix filtering).
 */
export function tellingWords(words: number): number {
  const fewestShared = Math.max(1, Math.ceil((alikeEnough * words) / (2 - alikeEnough) - 1e-9));
  return Math.max(0, words - fewestShared + 1);
}
