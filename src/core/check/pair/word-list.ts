// Word lists of the language data, made ready for looking up.
import type { WordList } from "../../language/compare.ts";
import type { Word } from "./words.ts";

/** A word list by kind of entry: whole words, beginnings (`un*`), endings (`*less`), phrases (`not_only`). */
export type Lookup = {
  has: (word: string) => boolean;
  /** The phrases by their first word. */
  phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** Lists are few and constant; each is made ready once. */
const lookups = new Map<WordList, Lookup>();

const entries = new Map<WordList, readonly string[]>();

/** The lookup of a word list. */
export function lookupOf(list: WordList): Lookup {
  const known = lookups.get(list);
  if (known) return known;
  const made = makeLookup(list);
  lookups.set(list, made);
  return made;
}

/** The entries of a word list in order; `_` has become a blank. */
export function entriesOf(list: WordList): readonly string[] {
  const known = entries.get(list);
  if (known) return known;
  const made = list === "" ? [] : list.split(" ").map((entry) => entry.replaceAll("_", " "));
  entries.set(list, made);
  return made;
}

function makeLookup(list: WordList): Lookup {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  const phrases = new Map<string, string[][]>();
  for (const entry of entriesOf(list)) {
    const parts = entry.split(" ");
    const [first = ""] = parts;
    if (parts.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), parts]);
    else if (entry.endsWith("*")) beginnings.add(entry.slice(0, -1));
    else if (entry.startsWith("*")) endings.add(entry.slice(1));
    else whole.add(entry);
  }
  const lengths = new Set([...beginnings, ...endings].map((affix) => affix.length));
  const has = (word: string): boolean => {
    if (whole.has(word)) return true;
    for (const length of lengths) {
      if (length > word.length) continue;
      if (beginnings.has(word.slice(0, length))) return true;
      // A word that is nothing but the ending is another word: "less", "fri".
      if (length < word.length && endings.has(word.slice(-length))) return true;
    }
    return false;
  };
  return { has, phrases };
}

/** Length in words of the longest phrase of the list that begins at a word, 0 for none. */
export function phraseLengthAt(lookup: Lookup, words: readonly Word[], index: number): number {
  let longest = 0;
  for (const phrase of lookup.phrases.get(words[index]?.word ?? "") ?? [])
    if (phrase.length > longest && phrase.every((part, offset) => words[index + offset]?.word === part))
      longest = phrase.length;
  return longest;
}

/** A word and what is left of it without the particles that its language writes on to its front. */
export function withoutPrefixes(word: string, prefixes: readonly string[] | undefined): string[] {
  if (!prefixes) return [word];
  return [
    word,
    ...prefixes
      .filter((prefix) => word.length > prefix.length + 1 && word.startsWith(prefix))
      .map((prefix) => word.slice(prefix.length)),
  ];
}
