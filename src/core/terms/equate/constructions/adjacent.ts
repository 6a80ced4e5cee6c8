// Reads A and B with no word between: "A B", "A-B", "A/B", "A = B".
import {
  apposition,
  between,
  type Construction,
  copulaBefore,
  directlyBefore,
  followedBy,
  followedInClause,
  gapIsEmpty,
  gapIsPlain,
  governorOf,
  hasCallBefore,
  type Place,
  predicate,
} from "../place.ts";
import { isCue, isMark, isPlain, clauseStart, sentenceEnd, sentenceStart } from "../row.ts";

/** "Were A B, ...": a verb that begins the sentence without asking says what is not so. */
function isInverted(place: Place): boolean {
  const { items, a, b } = place;
  const first = items[clauseStart(items, a)];
  const inverted = isCue(first, "copula", "unreal") && first === directlyBefore(place);
  return inverted && !isMark(items[sentenceEnd(items, b)], "question");
}

/** "dry A B", "is A really B?": only articles, adjectives and adverbs stand between A and B. */
export function readAdjacent(place: Place): Construction | undefined {
  const { items, a, b, forms } = place;
  if (hasCallBefore(place)) return predicate(a);
  if (isInverted(place) || isCue(directlyBefore(place), "unreal")) return undefined;
  if (copulaBefore(place) || (isCue(directlyBefore(place), "classed") && gapIsPlain(place))) return predicate(a);
  if (forms.verbFinal && followedInClause(place, "call")) return predicate(a);
  if (forms.verbFinal && (followedBy(place, "copula") || isCue(governorOf(place), "if", "that", "because")))
    return predicate(a);
  if (!gapIsEmpty(place, b) || isCue(governorOf(place), "contrast", "like", "other")) return undefined;
  if (isMark(items[a + 1], "quote") !== isMark(items[b - 1], "quote")) return undefined;
  // Without prepositions and a fixed order, two nouns in a row are two arguments of a verb: "we replaced A (with) B".
  if (forms.freeOrder) return isNamedByParticiple(place) ? apposition(a + 1) : undefined;
  return apposition(a + 1);
}

const longestParticiple = 4;

/** "The called by us A B": where the participle and its words stand before A, and its noun is B. */
function isNamedByParticiple({ items, a }: Place): boolean {
  const before = items.slice(Math.max(clauseStart(items, a), a - longestParticiple), a);
  const participle = before.findLastIndex((item) => isCue(item, "classed"));
  return (
    participle >= 0 &&
    !before.some((item) => isCue(item, "not", "wrong", "copula")) &&
    before.slice(participle + 1).every((item) => isPlain(item) || isCue(item, "link", "we"))
  );
}

/** "A/B", "A-B" */
export function readJoined(place: Place, at: number): Construction | undefined {
  if (isSlashedList(place)) return undefined;
  return between(place, at).every((item) => isMark(item, "hyphen")) ? apposition(at) : undefined;
}

/** "A = B", "A (= B)" */
export function readEquals(place: Place, at: number): Construction | undefined {
  return gapIsEmpty(place, isMark(place.items[at - 1], "open") ? at - 1 : at) ? predicate(at) : undefined;
}

/** A line of names with spaced slashes between them, as in menus: "Home / Acupuncture / IMS". */
function isSlashedList({ items, a, b }: Place): boolean {
  const sentence = items.slice(sentenceStart(items, a), sentenceEnd(items, b));
  const slashes = sentence.filter(
    (item, at) => isMark(item, "slash") && (sentence[at - 1]?.end ?? item.start) < item.start,
  );
  return slashes.length >= 2 && sentence.some((item) => item.kind === "word");
}
