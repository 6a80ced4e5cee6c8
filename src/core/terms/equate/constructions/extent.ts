// Reads what A covers and how far it differs: "A includes B", "to the forms of A belongs B", "A does not differ from B".
import type { Item } from "../items.ts";
import {
  between,
  copulaBefore,
  directlyBefore,
  type Construction,
  governorOf,
  isBreak,
  longestSubject,
  type Place,
  predicate,
} from "../place.ts";
import { isCue, isMark, isPlain, sentenceEnd } from "../row.ts";

/** "A includes B", "our A covers also B" */
export function readInclude(place: Place, at: number): Construction | undefined {
  const governor = governorOf(place);
  if (isCue(governor, "link", "contrast", "like")) return undefined;
  const ours = isCue(governor, "classed", "instance");
  const words = between(place, at);
  if (words.every((item) => isCue(item, "filler", "not") || (ours && isCue(item, "we")))) return predicate(place.a + 1);
  return isTermThat(copulaBefore(place) ? [directlyBefore(place) as Item, ...words] : words)
    ? predicate(place.a + 1)
    : undefined;
}

/** "A is a broad term that (covers B)". */
function isTermThat(words: readonly Item[]): boolean {
  return (
    words.length <= longestSubject &&
    isCue(words[0], "copula") &&
    words.some((item) => isCue(item, "relative")) &&
    words.every((item) => isPlain(item) || isCue(item, "copula", "relative") || isMark(item, "comma"))
  );
}

/** "To the forms of A belongs B": the verb stands before its subject. */
export function readInverted(place: Place, at: number): Construction | undefined {
  const plain = between(place, at).every((item) => isPlain(item));
  return plain && isCue(governorOf(place), "kind") ? predicate(place.a + 1) : undefined;
}

/** "A does not differ from B", "Does A differ from B?" */
export function readDiffer(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  const asked = isMark(place.items[sentenceEnd(place.items, place.b)], "question");
  const negated = asked || words.some((item) => isCue(item, "not")) || isCue(place.items[at + 1], "not");
  return negated && !words.some(isBreak) ? { kind: "enumeration", from: at } : undefined;
}

/** "So (nor) differs A (not) from B", "Differs A from B?": the verb stands before A. */
export function readInvertedDiffer(place: Place, at: number): Construction | undefined {
  const plain = between(place, at).every((item) => isPlain(item) || isCue(item, "not"));
  return plain && isCue(directlyBefore(place), "differ") ? readDiffer(place, at) : undefined;
}

/** "Here belongs A (as a whole) under B": the verb stands before A, its preposition before B. */
export function readInvertedBelonging(place: Place, at: number): Construction | undefined {
  if (!isCue(directlyBefore(place), "belongs") || !isCue(place.items[at], "within")) return undefined;
  return between(place, at).every((item) => isPlain(item)) ? predicate(place.a) : undefined;
}
