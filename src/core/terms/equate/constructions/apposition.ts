// Reads B set beside A by a mark: "A (B)", "A – B", "A: B", "A, a B method,".
import {
  apposition,
  between,
  type Construction,
  followedBy,
  gapIsEmpty,
  governorOf,
  inList,
  isShortGap,
  namedBefore,
  type Place,
} from "../place.ts";
import { isAsideOn } from "./aside.ts";
import { readVerb, startOfAside } from "./verb.ts";
import { readExample, readNamely } from "./rewording.ts";
import { readKind } from "./kind.ts";
import { isCue, isMark, isPlain, clauseStart, sentenceEnd, sentenceStart } from "../row.ts";

/** "A (B)" */
export function readBracket(place: Place, at: number): Construction | undefined {
  return isShortGap(place, at, 2) ? apposition(at) : undefined;
}

/** "A – B" */
export function readDash(place: Place, at: number): Construction | undefined {
  if (isMoreThan(place, at) || namedBefore(place) || isDashedList(place, at)) return undefined;
  return isShortGap(place, at, 1) || isPlacedHeading(place, at) ? apposition(at) : undefined;
}

/** "A in Town – B that helps": a heading says where A is to be had, and then what it is. */
function isPlacedHeading(place: Place, dash: number): boolean {
  const { items, b } = place;
  const [first, ...town] = between(place, dash);
  if (governorOf(place) && !isMark(governorOf(place), "stop")) return false;
  if (!isCue(first, "link") || town.length === 0 || town.length > 3) return false;
  if (!town.every((item) => item.kind === "word" && item.capital)) return false;
  const next = isMark(items[b + 1], "comma") ? b + 2 : b + 1;
  return isCue(items[dash + 1], "an") || isCue(items[next], "relative");
}

/** "A: not just B" */
function isMoreThan({ items, b }: Place, at: number): boolean {
  return items.slice(at + 1, b).some((item) => isCue(item, "notOnly"));
}

/** A line of names with dashes between them, as in menus: "Acupuncture – IMS – Massage". */
function isDashedList({ items, a, b }: Place, dash: number): boolean {
  const sentence = items.slice(sentenceStart(items, a), sentenceEnd(items, b));
  const dashes = sentence.filter((item) => isMark(item, "dash")).length;
  const says = sentence.some((item) => isCue(item, "called", "classed", "kind", "copula", "namely"));
  if (says || isCue(items[dash + 1], "an")) return false;
  return dashes >= 2 && sentence.length - dashes <= (dashes + 1) * 2;
}

/** A heading: "Acupuncture: IMS relieves ..." */
export function readColon(place: Place, at: number): Construction | undefined {
  const { items, a } = place;
  if (isCue(items[at - 1], "kind") && isMark(items[at - 2], "open", "comma")) return readKind(place, at - 1);
  if (isMark(items[at - 2], "open") && isCue(items[at - 1], "it", "namely", "called", "classed", "filler"))
    return readBracket(place, at - 2);
  if (isCue(items[at - 1], "namely", "called", "classed") && at - 1 > a) return readNamely(place, at - 1);
  if (!isShortGap(place, at, 1) || namedBefore(place) || isMoreThan(place, at)) return undefined;
  if (
    items.slice(sentenceStart(items, a), a).some(
      (item) =>
        isCue(item, "contrast", "difference", "confuse", "not") ||
        // "different kinds of A: B"
        (isCue(item, "differ") && !isCue(item, "filler")),
    )
  )
    return undefined;
  return a - clauseStart(items, a) <= 4 ? apposition(at) : undefined;
}

/** A comma alone separates an enumeration; with a word after B it sets a name beside A: "A, auch B genannt". */
export function readComma(place: Place, at: number): Construction | undefined {
  const beforeComma = place.items[at - 1];
  const verb = startOfAside(place, at) - 1;
  if (verb < at - 1 && isCue(place.items[verb], "copula", "classed")) return readVerb(place, verb);
  if (isOffered(place, at)) return { kind: "enumeration", from: at };
  if (isCue(beforeComma, "namely", "called")) return readNamely(place, at - 1);
  if (isCue(beforeComma, "example")) return readExample(place, at - 1);
  if (isCue(beforeComma, "kind", "kinds") && isItsKind(place, at - 1)) return apposition(at);
  // "A covers all kinds of needles, B too"
  if (isCue(place.items[at + 1], "also") && between(place, at).some((item) => isCue(item, "include")))
    return readExample(place, at);
  const aside = place.items.slice(at + 1, place.b).some((item) => isCue(item, "namely"));
  if (aside && (isShortGap(place, at, 1) || isShortPhrase(place, at)) && !inList(place)) return apposition(at);
  if (isShortGap(place, at, 2) && followedBy(place, "called")) return apposition(at);
  if (isAsideOn(place, at)) return apposition(at);
  const relative = place.forms.verbFinal && isCue(place.items[at + 1], "relative") && followedBy(place, "copula");
  return relative && gapIsEmpty(place, at) ? apposition(at) : { kind: "enumeration", from: at };
}

/** "A in the muscle, so-called B" */
function isShortPhrase(place: Place, comma: number): boolean {
  const words = between(place, comma);
  return words.length <= 3 && isCue(words[0], "link") && words.slice(1).every((item) => isPlain(item));
}

/** "A, X and, if you like, B": an aside after "and" offers one more, and names nothing. */
function isOffered({ items }: Place, comma: number): boolean {
  const aside = items[comma - 1];
  return (
    isCue(aside, "called") &&
    !isCue(aside, "namely") &&
    isMark(items[comma - 2], "comma") &&
    isCue(items[comma - 3], "and")
  );
}

/** "A and its modern form, B". */
function isItsKind(place: Place, kind: number): boolean {
  const words = between(place, kind);
  return words.length <= 3 && words.every((item) => isPlain(item) || isCue(item, "and", "it") || isMark(item, "comma"));
}
