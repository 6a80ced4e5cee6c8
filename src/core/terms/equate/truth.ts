// Decides whether a text that joins two terms by some construction says it as true: negation, doubt, questions, denial.
import type { Item } from "./items.ts";
import { hasConditionBefore } from "./truth/clause.ts";
import { holdsAsQuestion, isQuestion } from "./truth/question.ts";
import { holdsInMatrix, isCalledWrong } from "./truth/stance.ts";
import { saysSame } from "./truth/sameness.ts";
import { isDeniedAfter } from "./truth/denial.ts";
import { copulaBefore, type Construction, type Place } from "./place.ts";
import { isCue, isMark, sentenceEnd } from "./row.ts";

/** Whether the text asserts the construction that joins A and B. */
export function isAsserted(place: Place, construction: Construction): boolean {
  if (isDeniedAfter(place)) return false;
  if (construction.kind === "enumeration") return saysSame(place, construction.from);
  if (isLikenedAfter(place)) return false;
  const zone = place.items.slice(Math.max(construction.from, place.a + 1), place.b);
  if (construction.kind === "predicate" && isDenialDenied(place, zone, construction.from)) return !isQuestion(place);
  if (isHeldByOthers(place) || isUndoneWithin(zone) || isNotMerely(place, zone)) return false;
  if (construction.kind === "apposition") return !isAskedOf(place, zone) || holdsAsQuestion(place);
  if (construction.kind === "choice")
    return (!isQuestion(place) && !hasConditionBefore(place)) || saysSame(place, construction.from);
  return holdsInMatrix(place, construction.from) && holdsAsQuestion(place);
}

/** "Myth: A is not B", "it is wrong to say that A is not B": nothing but a negation, and that is called wrong. */
function isDenialDenied(place: Place, zone: readonly Item[], from: number): boolean {
  const undoing = zone.filter((item, at) => isUndoneWithin([item]) || (isCue(item, "notOnly") && at >= 0));
  const [only, second] = undoing;
  return (
    only !== undefined &&
    second === undefined &&
    isCue(only, "not") &&
    !isCue(only, "notOnly") &&
    isCalledWrong(place, from)
  );
}

/** "Is A also known as B?": without a mark between, what is set beside A is what the question asks. */
function isAskedOf(place: Place, zone: readonly Item[]): boolean {
  return (
    isQuestion(place) &&
    copulaBefore(place) &&
    !zone.some((item) => isMark(item, "comma", "dash", "open", "slash", "hyphen"))
  );
}

/** Words between that keep the terms apart. */
function isUndoneWithin(zone: readonly Item[]): boolean {
  return zone.some(
    (item, at) =>
      isCue(item, "confuse", "see", "believe", "unreal") ||
      (isCue(item, "contrast", "like") && !comparesAside(zone, at)) ||
      (isCue(item, "not") && !isCue(zone[at + 1], "wrong", "doubt")) ||
      (isCue(item, "wrong") && !isCue(zone[at - 1], "not")),
  );
}

/** "A, das manche für B halten": with the verb at the end, others' belief follows B. */
function isHeldByOthers({ items, a, b, forms }: Place): boolean {
  return (
    forms.verbFinal === true &&
    isCue(items[b + 1], "believe") &&
    items.slice(a, b).some((item) => isCue(item, "others"))
  );
}

/** "A is not just B": that A is more than B is said only if more follows: "but also". */
function isNotMerely({ items, b }: Place, zone: readonly Item[]): boolean {
  if (!zone.some((item) => isCue(item, "notOnly"))) return false;
  const rest = items.slice(b + 1, sentenceEnd(items, b));
  return !rest.some((item, at) => isCue(item, "also") || (isCue(item, "but") && !isCue(rest[at + 1], "it")));
}

/** "A is, like X, a kind of B": what is compared is a third thing, and the predicate begins anew after it. */
function comparesAside(zone: readonly Item[], at: number): boolean {
  if (isCue(zone[at + 1], "filler", "kind", "not")) return false;
  const predicate = zone.findLastIndex((item) => isCue(item, "kind", "classed"));
  const before = zone[predicate - 1];
  return predicate > at + 2 && (isMark(before, "comma") || (isCue(before, "filler") && isCue(zone[predicate], "kind")));
}

/** "eine der Akupunktur ähnliche Methode": with the verb at the end, what is said of B may follow it as an adjective. */
function isLikenedAfter({ items, b, forms }: Place): boolean {
  if (!forms.verbFinal) return false;
  for (let at = b + 1; at <= b + 5; at += 1) {
    if (isCue(items[at], "differ") || (at === b + 1 && isCue(items[at], "like"))) return true;
    if (items[at]?.kind !== "word" && !isCue(items[at], "filler", "link")) return false;
  }
  return false;
}
