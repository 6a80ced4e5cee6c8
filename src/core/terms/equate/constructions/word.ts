// Reads A or B spoken of as a word: "the term A is used for B", "for A the word B is used", "A has many names: B".
import type { Item } from "../items.ts";
import {
  between,
  directlyBefore,
  followedInClause,
  governorOf,
  longestSubject,
  skipQuotesBack,
  type Place,
} from "../place.ts";
import { isCue, isMark, isPlain, clauseStart, sentenceEnd } from "../row.ts";

/** A name that the clause gives to A or B: see each reading. */
export function isGivenAsWord(place: Place): boolean {
  return isTermUsedFor(place) || isListedName(place) || isOfferedAs(place);
}

/** "The term A is often used for B": A is named as a word, and the verb says what it names. */
function isTermUsedFor(place: Place): boolean {
  const { items, a, forms } = place;
  if (!isCue(directlyBefore(place), "word") || items[a + 1]?.kind === "mark") return false;
  const words = between(place, place.b);
  const said = words.some((item) => isCue(item, "standsFor"));
  if (!said && !(forms.verbFinal && followedInClause(place, "standsFor"))) return false;
  return words.every((item) => isPlain(item) || isCue(item, "standsFor", "copula", "link", "as", "not"));
}

/** "For A the term B is also used": the verb stands between them or after B. */
export function isNamedByTerm(place: Place): boolean {
  const { items, a, b } = place;
  if (!isCue(items[skipQuotesBack(items, b - 1)], "word")) return false;
  const governor = governorOf(place);
  if (!isCue(governor, "link", "as") || items[clauseStart(items, a)] !== governor) return false;
  const words = between(place, b);
  if (words.length > 6) return false;
  const verb = (item: Item): boolean => isCue(item, "standsFor", "link", "call", "classed");
  if (items.slice(b + 1, sentenceEnd(items, b)).some((item) => isCue(item, "not"))) return false;
  if (!words.some(verb) && !items.slice(b + 1, b + 5).some(verb)) return false;
  return words.every(
    (item) => isPlain(item) || isCue(item, "standsFor", "link", "copula", "call", "classed", "we", "also"),
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

/** "Under the name A we offer B". */
function isOfferedAs(place: Place): boolean {
  const { items, a, b } = place;
  const name = directlyBefore(place);
  if (!isCue(name, "instance") || items[clauseStart(items, a)] !== name) return false;
  const words = between(place, b);
  const rest = words.every((item) => isPlain(item) || isCue(item, "link", "classed", "include", "call", "we"));
  return rest && words.length > 0 && words.length <= 6;
}
