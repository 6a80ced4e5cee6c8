// Reads B set beside A by a mark: "A (B)", "A – B", "A: B", "A, a B method,".
import type { Item } from "../items.ts";
import {
  apposition,
  between,
  type Construction,
  followedBy,
  gapIsEmpty,
  governorOf,
  inList,
  isBreak,
  isShortGap,
  namedBefore,
  phraseStart,
  type Place,
} from "../place.ts";
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
  return isShortGap(place, at, 1) ? apposition(at) : undefined;
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
    items
      .slice(sentenceStart(items, a), a)
      .some((item) => isCue(item, "contrast", "differ", "difference", "confuse", "not"))
  )
    return undefined;
  return a - clauseStart(items, a) <= 4 ? apposition(at) : undefined;
}

/** A comma alone separates an enumeration; with a word after B it sets a name beside A: "A, auch B genannt". */
export function readComma(place: Place, at: number): Construction | undefined {
  const beforeComma = place.items[at - 1];
  const verb = startOfAside(place, at) - 1;
  if (verb < at - 1 && isCue(place.items[verb], "copula", "classed")) return readVerb(place, verb);
  if (isCue(beforeComma, "namely", "called")) return readNamely(place, at - 1);
  if (isCue(beforeComma, "example")) return readExample(place, at - 1);
  if (isCue(beforeComma, "kind", "kinds") && isItsKind(place, at - 1)) return apposition(at);
  const aside = place.items.slice(at + 1, place.b).some((item) => isCue(item, "namely"));
  if (aside && isShortGap(place, at, 1) && !inList(place)) return apposition(at);
  if (isShortGap(place, at, 2) && (followedBy(place, "called") || isAside(place, at))) return apposition(at);
  if (isDefiniteAside(place, at) || isBareAside(place, at) || isInstanceAside(place)) return apposition(at);
  const relative = place.forms.verbFinal && isCue(place.items[at + 1], "relative") && followedBy(place, "copula");
  return relative && gapIsEmpty(place, at) ? apposition(at) : { kind: "enumeration", from: at };
}

/** "A and its modern form, B". */
function isItsKind(place: Place, kind: number): boolean {
  const words = between(place, kind);
  return words.length <= 3 && words.every((item) => isPlain(item) || isCue(item, "and", "it") || isMark(item, "comma"));
}

/** "A, a B technique, ...": an indefinite article begins what is said of A, unless more follows as in a list or clause. */
function isAside(place: Place, comma: number): boolean {
  const { items, b } = place;
  if (!isCue(items[comma + 1], "an") || inList(place) || isCue(governorOf(place), "contrast", "like")) return false;
  const after = items[isCue(items[b + 1], "thing", "kind") ? b + 2 : b + 1];
  if (place.forms.capitalNouns && isCue(after, "the")) return true;
  return !after || after.kind === "mark" || isCue(after, "link", "relative", "called", "because", "like", "classed");
}

/** "A, the heavy B, ...": a definite B is what A is, unless more names follow as in a list. */
function isDefiniteAside(place: Place, comma: number): boolean {
  const { items, b } = place;
  if (!isCue(items[comma + 1], "the") || inList(place) || isCue(governorOf(place), "contrast", "like")) return false;
  if (!isDescribed(items.slice(comma + 2, b))) return false;
  const close = endOfPhrase(items, b);
  const next = items.slice(close + 1, close + 4);
  return (
    isMark(items[close], "comma") &&
    !next.some((item) => isCue(item, "and", "or") || isMark(item, "comma") || item.kind === "term")
  );
}

/** "A modern kind of A, (the) B, ...": the kind has a name of its own, unless more names follow as in a list. */
function isInstanceAside(place: Place): boolean {
  const { items, a, b } = place;
  const governor = governorOf(place);
  const kind = governor ? items.indexOf(governor) : -1;
  const begins = place.forms.freeOrder === true && kind - clauseStart(items, a) <= 1;
  if (!isCue(governor, "kind")) return false;
  if (!begins && !items.slice(Math.max(0, kind - 4), kind).some((item) => isCue(item, "an", "the"))) return false;
  if (items.slice(a + 1, b).some((item) => !isMark(item, "comma", "quote") && !isCue(item, "the", "an"))) return false;
  const next = items.slice(b + 2, b + 5);
  return isMark(items[b + 1], "comma") && !next.some((item) => isCue(item, "and", "or") || item.kind === "term");
}

/** "A, modern B, loosens muscles": two names are no list if the sentence goes on with its verb, or ends with the second. */
function isBareAside(place: Place, comma: number): boolean {
  const { items, b } = place;
  if (inList(place) || !isShortGap(place, comma, 1) || isCue(governorOf(place), "contrast", "like")) return false;
  const close = endOfPhrase(items, b);
  const phrase = items.slice(phraseStart({ ...place, a: comma }, b), b);
  const isModern = phrase.some((item) => isCue(item, "modern"));
  if (isMark(items[close], "stop")) return isModern && !isHeaded(place);
  if (!isMark(items[close], "comma") || isFronted(place)) return false;
  if (!isSubject(place)) return isModern && isCue(items[close + 1], "link");
  return (
    isCue(items[close + 1], "copula", "link", "classed", "include") || (isDescribed(phrase) && goesOn(place, close))
  );
}

/** Where the noun phrase of B ends: "B treatment", "B for stiff muscles". */
function endOfPhrase(items: readonly Item[], b: number): number {
  let end = isCue(items[b + 1], "thing") ? b + 2 : b + 1;
  if (!isCue(items[end], "link")) return end;
  do end += 1;
  while (end - b < 5 && (items[end]?.kind === "word" || isCue(items[end], "filler", "link")));
  return end;
}

/** "modern B", but not "classical B", which is B as opposed to A. */
function isDescribed(phrase: readonly Item[]): boolean {
  const adjectives = phrase.filter((item) => item.kind === "word" || isCue(item, "filler", "modern"));
  return adjectives.length > 0 && !phrase.some((item) => isCue(item, "classic", "others"));
}

/** "Our services: ...": what follows is a list. */
function isHeaded({ items, a }: Place): boolean {
  return items.slice(sentenceStart(items, a), a).some((item) => isMark(item, "colon", "comma", "dash"));
}

/** "In A, modern B ...": A belongs to a phrase that begins the sentence. */
function isFronted(place: Place): boolean {
  const governor = governorOf(place);
  return isCue(governor, "link") && place.items[clauseStart(place.items, place.a)] === governor;
}

/** Nothing but articles and adjectives stands before A in its sentence. */
function isSubject(place: Place): boolean {
  const { items, a } = place;
  return phraseStart({ ...place, a: clauseStart(items, a) - 1 }, a) === clauseStart(items, a);
}

/** What follows a comma is no further member of a list but the rest of a sentence, which has a full stop. */
function goesOn({ items }: Place, comma: number): boolean {
  const end = sentenceEnd(items, comma);
  const rest = items.slice(comma + 1, end);
  if (!isMark(items[end], "stop") || rest.length < 2) return false;
  return rest.slice(0, 3).every((item) => item.kind !== "term" && !isBreak(item) && !isCue(item, "or", "if"));
}
