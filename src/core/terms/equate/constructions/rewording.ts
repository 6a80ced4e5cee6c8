// Reads B as a rewording, an example or the family of A: "A, that is, B", "A, such as B", "A and other B".
import { apposition, between, type Construction, type Place, predicate } from "../place.ts";
import { readSecondName } from "./naming.ts";
import { readVerb } from "./verb.ts";
import { isCue, isMark, isPlain } from "../row.ts";

/** "A is also called B", or with the same word as a participle "A, also called B". */
export function readClassedOrNamely(place: Place, at: number): Construction | undefined {
  // "some call it A, others call it B", where the pronoun is also a copula
  if (isCue(place.items[at], "it") && isCue(place.items[at - 1], "call")) return readSecondName(place, at);
  return readVerb(place, at) ?? (isCue(place.items[at], "namely") ? readNamely(place, at) : undefined);
}

/** "A, that is, B", "A is called in everyday speech B": nothing but marks and a few words before it. */
export function readNamely(place: Place, at: number): Construction | undefined {
  if (isCue(place.items[at - 1], "copula", "classed")) return readVerb(place, at - 1);
  const words = between(place, at).filter(
    (item) => item.kind !== "mark" && !isCue(item, "and", "or", "namely", "relative"),
  );
  return words.length <= 4 && words.every((item) => isPlain(item) || isCue(item, "link", "we"))
    ? apposition(at)
    : undefined;
}

/** "A, such as B", "A includes several methods, among them B". */
export function readExample(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  if (words.some((item) => isCue(item, "include"))) return predicate(place.a + 1);
  // "Treat A like B" is no example; "A methods like B" is.
  if (
    isCue(place.items[at], "link") &&
    words.every((item) => isMark(item, "dash")) &&
    !place.items[place.a]?.hits.some((hit) => hit.compound)
  )
    return undefined;
  const plain = words.filter((item) => !isMark(item, "comma", "dash", "open", "colon") && !isCue(item, "thing"));
  return words.length - plain.length <= 1 && plain.length === 0 ? apposition(at) : undefined;
}

/** "A of the type B" */
export function readInstance(place: Place, at: number): Construction | undefined {
  return between(place, at).every((item) => isMark(item, "open", "dash", "comma") || isCue(item, "filler"))
    ? apposition(at)
    : undefined;
}

/** "A and other B", "A, or other forms of B" */
export function readOther(place: Place, at: number): Construction | undefined {
  const words = between(place, at).filter((item) => !isMark(item, "comma") && !isCue(item, "and", "or"));
  return words.length === 0 ? apposition(at) : undefined;
}
