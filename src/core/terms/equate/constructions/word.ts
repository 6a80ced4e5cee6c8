// Reads A or B spoken of as a word: "the term A is used for B", "for A the word B is used", "A has many names: B".
import { between, directlyBefore, followedInClause, longestSubject, type Place } from "../place.ts";
import { isCue, isMark, isPlain } from "../row.ts";

/** A name that the clause gives to A or B: see each reading. */
export function isGivenAsWord(place: Place): boolean {
  return isTermUsedForLast(place) || isListedName(place);
}

/** "The term A for B is used": with the verb at the end. */
function isTermUsedForLast(place: Place): boolean {
  const { items, a, forms } = place;
  if (!forms.verbFinal || !isCue(directlyBefore(place), "word") || items[a + 1]?.kind === "mark") return false;
  return (
    followedInClause(place, "standsFor") &&
    between(place, place.b).every((item) => isPlain(item) || isCue(item, "standsFor", "copula", "link", "as", "not"))
  );
}

/** "A has many names: X, Y and B". */
function isListedName(place: Place): boolean {
  const words = between(place, place.b);
  const colon = words.findIndex((item) => isMark(item, "colon", "dash"));
  const isLast = place.forms.verbFinal && words[colon - 1]?.kind === "word" && !words[colon - 1]?.capital;
  const noun = isLast ? colon - 2 : colon - 1;
  if (colon < 1 || colon > longestSubject || !isCue(words[noun], "word")) return false;
  const list = words.slice(colon + 1);
  return (
    words.slice(0, colon).every((item) => isPlain(item) || isCue(item, "link", "include", "copula")) &&
    list.every((item) => item.kind === "term" || isPlain(item) || isCue(item, "and", "or") || isMark(item, "comma"))
  );
}
