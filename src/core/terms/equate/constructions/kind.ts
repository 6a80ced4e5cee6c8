// Reads "a kind of B", "the same as B", "another name for B" after A.
import {
  apposition,
  between,
  type Construction,
  directlyBefore,
  followedBy,
  hasCallBefore,
  isBreak,
  isMeant,
  isShortGap,
  type Place,
  predicate,
} from "../place.ts";
import { readSecondPredicate, readVerb, startOfAside } from "./verb.ts";
import { readCalledAs } from "./naming.ts";
import { readExample, readNamely, readOther } from "./rewording.ts";
import { isCue, isMark, isPlain } from "../row.ts";

/** "A is a kind of B", "A, a kind of B", "call A a kind of B". */
export function readKind(place: Place, kindAt: number): Construction | undefined {
  const { items, a, forms } = place;
  let at = kindAt - 1;
  while (
    at > a &&
    kindAt - at <= 6 &&
    (isPlain(items[at]) ||
      isCue(items[at], "not") ||
      isMark(items[at], "quote") ||
      // "is that form of B"
      (isCue(items[at], "this", "pointing") && isCue(items[at - 1], "copula")))
  )
    at -= 1;
  const head = items[at];
  // "an especially gentle kind of B"
  if (isCue(head, "example") && !isBreak(items[at - 1]) && at > a + 1) return readKind(place, at);
  if (at <= a) return readKindDirectly(place, kindAt);
  if (isCue(head, "or") && isMark(items[at - 1], "comma") && at === a + 2) return apposition(at);
  if (isCue(head, "copula", "classed")) return readVerb(place, at);
  if (forms.verbFinal && isCue(head, "link") && isMeant(place)) return predicate(a + 1);
  if (isCue(head, "like", "contrast") && isCue(items[at - 1], "copula", "classed")) return readVerb(place, at - 1);
  if (isCue(head, "as", "relative") && hasCallBefore(place)) return predicate(a);
  if (isCue(head, "as")) return readCalledAs(place, at) ?? readAsKind(place, at);
  const participle = isCue(head, "link") ? startOfAttribute(place, at) : undefined;
  if (participle !== undefined && isShortGap(place, participle, 2)) return apposition(participle);
  if (isCue(head, "relative") && forms.verbFinal && followedBy(place, "copula")) return apposition(at);
  // "A is, after all, a kind of B"
  const verb = isMark(head, "comma") ? startOfAside(place, at) - 1 : at;
  if (verb < at - 1 && isCue(items[verb], "copula", "classed")) return readVerb(place, verb);
  if (isMark(head, "comma", "dash", "open", "colon", "equals"))
    return isShortGap(place, at, 2) ? apposition(at) : undefined;
  if (isCue(head, "other")) return readOther(place, at);
  if (isCue(head, "namely")) return readNamely(place, at);
  if (isCue(head, "example")) return readExample(place, at);
  if (isCue(head, "and", "but")) return readSecondPredicate(place, at);
  if (isCue(head, "kind")) return readKind(place, at);
  return undefined;
}

/** "We use A as a kind of B". */
function readAsKind(place: Place, as: number): Construction | undefined {
  return between(place, as).every((item) => isPlain(item)) ? predicate(place.a) : undefined;
}

/** "A, a from X coming kind of B": the mark before the article whose noun has a phrase before it. */
function startOfAttribute({ items, a }: Place, link: number): number | undefined {
  let at = link;
  while (at > a + 1 && (isPlain(items[at]) || isCue(items[at], "link")) && !isCue(items[at], "an")) at -= 1;
  return isCue(items[at], "an") && isMark(items[at - 1], "comma", "dash", "open") ? at - 1 : undefined;
}

/** No verb between A and "a kind of B": it stands before A, or after B. */
function readKindDirectly(place: Place, kindAt: number): Construction | undefined {
  const { items, a } = place;
  const first = items[a + 1];
  const starts = kindAt === a + 1 || isCue(first, "filler") || isCue(first, "not") || hasCallBefore(place);
  if (!starts && !isCue(directlyBefore(place), "copula")) return undefined;
  return predicate(a);
}
