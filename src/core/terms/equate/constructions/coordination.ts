// Reads A and B joined as equals: "A, or B,", "A and B", "not X, but B", "between A versus B".
import {
  apposition,
  between,
  type Construction,
  directlyBefore,
  followedBy,
  gapIsEmpty,
  inList,
  isMeant,
  type Place,
  predicate,
} from "../place.ts";
import { readDiffer, readInvertedBelonging, readInvertedDiffer } from "./extent.ts";
import { isKindInRelative } from "./naming.ts";
import { readOneOfThem } from "./sentences.ts";
import { isCue, isMark, isPlain } from "../row.ts";

/** "A, or B,": a second name; "A or B": a choice, unless a word after B says that it is a name. */
export function readOr(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  if (followedBy(place, "called")) return words.length <= 1 ? apposition(at) : undefined;
  const { items, b } = place;
  const [next, after] = items.slice(b + 1, b + 4).filter((item) => !isMark(item, "quote"));
  if (words.length === 0 && isMark(next, "comma") && isCue(after, "called")) return apposition(at);
  if (words.length === 0 && isCue(directlyBefore(place), "namely", "classed")) return apposition(at);
  const name = words.findIndex((item) => isCue(item, "namely", "classed"));
  if (
    name >= 0 &&
    words.length > name + 1 &&
    words.slice(name + 1).every((item) => isPlain(item) || item.kind === "term")
  )
    return apposition(at);
  // "A treatment, or B,"
  const noun = words.length === 2 && isPlain(words[0]) && isMark(items[b + 1], "comma");
  const comma = (words.length === 1 || noun) && isMark(words.at(-1), "comma", "dash", "open");
  if (comma && !inList(place)) return { kind: "choice", from: at };
  return { kind: "enumeration", from: at };
}

/** "A and B": side by side. "A is X and B" is read as a verb. */
export function readAnd(place: Place, at: number): Construction | undefined {
  return readOneOfThem(place, at) ?? (between(place, at).length <= 3 ? { kind: "enumeration", from: at } : undefined);
}

/** "A is not X, but B" says that A is B. */
export function readCorrection(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  const verb = words.findIndex((item) => isCue(item, "copula", "classed"));
  const negation = words.findIndex((item) => isCue(item, "not", "notOnly"));
  if (verb !== 0 && !(verb === 1 && isCue(words[0], "filler"))) return undefined;
  const sameClause = words
    .slice(0, -1)
    .every((item) => !isCue(item, "and") && !isMark(item, "semicolon", "colon", "dash"));
  // "A is no X, but B is"
  if (isCue(place.items[place.b + 1], "copula") && !place.forms.verbFinal) return undefined;
  return negation > verb && sameClause ? predicate(at + 1) : undefined;
}

/** "A was into B renamed": with the verb at the end. */
function isRenamed(place: Place, at: number): boolean {
  const words = between(place, at);
  return (
    place.forms.verbFinal === true &&
    followedBy(place, "renamed") &&
    words.every((item) => isPlain(item) || isCue(item, "copula", "not", "link"))
  );
}

/** "between A versus B": side by side. With the verb at the end: "since with A it is B that is meant". */
export function readLink(place: Place, at: number): Construction | undefined {
  if (isKindInRelative(place)) return apposition(at);
  if (place.forms.verbFinal && gapIsEmpty(place, at) && isMeant(place)) return predicate(place.a + 1);
  if (isRenamed(place, at)) return predicate(place.a + 1);
  if (between(place, at).some((item) => isCue(item, "differ"))) return readDiffer(place, at);
  const belonging = readInvertedBelonging(place, at);
  if (belonging) return belonging;
  return gapIsEmpty(place, at) ? { kind: "enumeration", from: at } : readInvertedDiffer(place, at);
}
