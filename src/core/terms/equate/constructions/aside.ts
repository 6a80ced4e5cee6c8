// Reads B between commas as an aside on A, where a list would go on: "A, a B method, ...", "A, modern B, helps".
import type { Item } from "../items.ts";
import { governorOf, inList, isBreak, isShortGap, phraseStart, type Place } from "../place.ts";
import { clauseStart, isCue, isMark, sentenceEnd, sentenceStart } from "../row.ts";

/** B between commas says what A is. */
export function isAsideOn(place: Place, comma: number): boolean {
  if (isShortGap(place, comma, 2) && isAside(place, comma)) return true;
  return isDefiniteAside(place, comma) || isBareAside(place, comma) || isInstanceAside(place);
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
  if (!begins && !items.slice(Math.max(0, kind - 4), kind).some((item) => isCue(item, "an", "the", "this")))
    return false;
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
