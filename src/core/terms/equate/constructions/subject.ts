// Reads whether A is the subject of a verb that follows it: "what we call A, is", "A, which we offer, is", "before A, there is".
import type { Item } from "../items.ts";
import { directlyBefore, governorOf, isBreak, longestSubject, type Place } from "../place.ts";
import { clauseStart, isCue, isMark } from "../row.ts";

/** "What we call A, is B", "what you know as A": A ends a clause that is itself the subject; a comma may follow it. */
export function isNamedSubject(place: Place): boolean {
  const { items, a, forms } = place;
  if (forms.verbFinal && isCue(items[a + 1], "call", "classed")) return true;
  const before = directlyBefore(place);
  const verb = isCue(before, "as") ? items[items.indexOf(before as Item) - 1] : before;
  return isCue(before, "call", "classed", "namely", "kind") || isCue(verb, "call", "classed", "know");
}

/** "The A (that) we offer, is B", "A, that is, needles, is B": a relative clause or aside on A ends at the comma. */
function isRelativeOnSubject(place: Place, comma: number): boolean {
  const { items, a } = place;
  const governor = governorOf(place);
  if (governor && governor.kind !== "mark" && !isCue(governor, "that")) return false;
  const first = isMark(items[a + 1], "comma") ? a + 2 : a + 1;
  const clause = items.slice(first, comma);
  const begins = isCue(
    clause[0],
    "relative",
    "we",
    "namely",
    "called",
    "classed",
    "an",
    "kind",
    "like",
    "contrast",
    "link",
  );
  return clause.length <= longestSubject && begins && !clause.some(isBreak);
}

/** "Needles in the muscle, A, is B": A stands between two commas. */
function isSetOff(place: Place, comma: number): boolean {
  const governor = governorOf(place);
  const before = isCue(governor, "or") ? place.items[place.items.indexOf(governor as Item) - 1] : governor;
  return comma === place.a + 1 && isMark(place.items[comma], "comma") && isMark(before, "comma");
}

/** A comma before the verb that ends a subject with A in it. */
export function endsSubject(place: Place, comma: number): boolean {
  if (isInFrontedClause(place)) return false;
  if (comma <= place.a + 2 && isNamedSubject(place)) return true;
  return isRelativeOnSubject(place, comma) || isSetOff(place, comma);
}

/** "Although it is called A, B is ...": A ends a clause before the main one, whose subject is B. */
export function isInFrontedClause(place: Place): boolean {
  const first = place.items[clauseStart(place.items, place.a)];
  return isCue(first, "but", "if", "because") && isNamedSubject(place);
}

/** "Before A, there was B": A belongs to a phrase that begins the sentence, and the clause after it has its own subject. */
export function isFrontedAdjunct(place: Place, comma: number): boolean {
  const { items, a } = place;
  const governor = governorOf(place);
  if (comma !== a + 1 || !isMark(items[comma], "comma") || !isCue(governor, "link") || isCue(governor, "because"))
    return false;
  return isCue(items[comma + 1], "it") && items[clauseStart(items, a)] === governor;
}

/** "Psychologist Anna Berg is ...": A is the title of a person, of whom the verb speaks. */
export function isTitle({ items, a, forms }: Place, verb: number): boolean {
  const isName = (item: Item | undefined): boolean => item?.kind === "word" && item.capital;
  return isName(items[a + 1]) && (!forms.capitalNouns || isName(items[a + 2])) && items[verb]?.capital === false;
}
