// Reads a demonstrative that takes A up under B's name: "I had A, and after that B I could ...".
import type { Place } from "../place.ts";
import type { Item } from "../items.ts";
import { isCue, isMark, sentenceStart } from "../row.ts";

const longestMemory = 60;

/** "We have no A. This B ...": what is not there is not taken up. */
function isDenied({ items, a }: Place): boolean {
  return items.slice(sentenceStart(items, a), a).some((item) => isCue(item, "not", "wrong", "believe"));
}

/** Whether B's concept was named before A: then the demonstrative takes up that. */
function isNamedEarlier({ items, a, b }: Place): boolean {
  const concepts = new Set(items[b]?.hits.map((hit) => hit.concept));
  return items
    .slice(Math.max(0, a - longestMemory), a)
    .some((item) => item.hits.some((hit) => concepts.has(hit.concept)));
}

/** Index of the demonstrative before B ("this modern B", "that B"), or -1. */
function demonstrativeOf({ items, b }: Place, from: number): number {
  let at = b - 1;
  if (at > from && isCue(items[at], "pointing") && !isConjunction(items, at)) return at;
  while (at > from && items[at]?.kind === "word") at -= 1;
  return at > from && isCue(items[at], "this") && b - at <= 3 ? at : -1;
}

/**
 * "I know that B helps", "and after that B": the word is no demonstrative unless a preposition stands before it and a
 * subject follows, "after that B I could".
 */
function isConjunction(items: readonly Item[], at: number): boolean {
  if (!isCue(items[at], "that")) return false;
  return !isCue(items[at - 1], "link", "because") || !isCue(items[at + 2], "we");
}

/** "that B which we offer", "that B my neighbour had": what follows tells which B is meant, and that it is not A. */
function isDetermined(place: Place, demonstrative: number): boolean {
  const { items, b, forms } = place;
  const [next, after] = items.slice(b + 1, b + 3);
  if (isCue(next, "and", "or", "others") || isMark(next, "hyphen", "slash")) return true;
  if (isMark(next, "comma")) return isCue(after, "relative") || isCue(items[demonstrative], "this");
  if (isCue(next, "relative") && !forms.verbFinal) return true;
  // "After that B I could run": before the verb stands the subject of the main clause, as in "that B I had".
  if (isCue(next, "we")) return !(forms.fixedNouns && isCue(items[demonstrative - 1], "link", "because"));
  if (next?.kind !== "word") return false;
  if (forms.capitalNouns) return next.capital;
  if (isCue(items[demonstrative], "this")) return forms.fixedNouns === true;
  return !isCue(after, "we", "it") && !isPredicate(place, demonstrative);
}

/** "For me was that B the rescue": the verb stands before its subject, and a noun ends the clause. */
function isPredicate({ items, b }: Place, demonstrative: number): boolean {
  const after = items[b + 2];
  return (
    isCue(items[demonstrative - 1], "copula") &&
    (!after || after.kind === "mark" || isCue(after, "link")) &&
    !items.slice(b + 2, b + 6).some((item) => isMark(item, "comma"))
  );
}

/** "We use A. This B technique ...": the second sentence takes A up under B's name. */
export function isTakenUpByName(place: Place, stop: number): boolean {
  const at = demonstrativeOf(place, stop);
  return at >= 0 && !isDetermined(place, at) && !isNamedEarlier(place) && !isDenied(place);
}

/** "I had A, and after this B I could ...": a later clause of the sentence does so, behind a preposition or as its subject. */
export function isTakenUpInClause(place: Place): boolean {
  const { items, a, b } = place;
  const at = demonstrativeOf(place, a);
  if (at < 0 || isDetermined(place, at) || isNamedEarlier(place) || isDenied(place)) return false;
  const words = items.slice(a + 1, at);
  const and = words.findLastIndex((item) => isCue(item, "and"));
  if (and < 0 || words.some((item) => isCue(item, "but", "not", "contrast", "like", "if"))) return false;
  const clause = words.slice(and + 1);
  if (clause.length === 0) return isCue(items[b + 1], "copula");
  return clause.length === 1 && isCue(clause[0], "link", "because");
}
