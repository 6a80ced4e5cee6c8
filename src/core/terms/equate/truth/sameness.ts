// Reads whether A and B, side by side, are said to be the same or to differ: "there is no difference between A and B".
import type { Item } from "../items.ts";
import { clauseBefore, isHeadedAsWrong } from "./clause.ts";
import { answersNoDifference, isQuestion, questionStance } from "./question.ts";
import { directlyBefore, governorOf, type Place } from "../place.ts";
import { isCue, isMark, isPlain, sentenceEnd, sentenceStart } from "../row.ts";

/** A and B stand side by side: are they said to be the same, or to have no difference? */
export function saysSame(place: Place, from: number): boolean {
  const { items, a, b } = place;
  const sentence = sentenceStart(items, a, 30);
  const start = a - clauseBefore(items, a).length;
  const end = sentenceEnd(items, b, 30);
  // "Myth: A differs from B"
  if (isHeadedAsWrong(items, a)) return !isQuestion(place) && saysNoDifference(place, start, end) === false;
  if (saysOnlyName(items, sentence, end)) return true;
  if (answersNoDifference(place, end) || isNamedEitherWay(place, sentence, end)) return true;
  if (isCue(governorOf(place), "equate")) return !isQuestion(place) && !items.slice(start, a).some(undoes);
  const verdict = saysNoDifference(place, start, end) ?? saysTheSame(place, end);
  if (verdict === undefined) return false;
  if (verdict && isOnlyPerceived(items, start, end)) return false;
  const stance = isQuestion(place) ? questionStance(place, verdict) : verdict;
  // "Whether A or B, it is the same": what begins after the comma is no longer under the condition.
  const resumed = isResumed(items, b + 1, end);
  // "we say A, they say B, and it is the same": there the verb of belief only names.
  const said = isCue(items[b - 1], "say");
  const matrix = items.slice(start, Math.min(a, from)).filter((item) => !said || !isCue(item, "say"));
  return stance && matrixAllows(resumed || isQuestion(place) ? matrix.filter((item) => !isCue(item, "if")) : matrix);
}

/** "Whether you call it A or B does not matter", "the terms A and B are used interchangeably". */
function isNamedEitherWay(place: Place, start: number, end: number): boolean {
  const { items, a, b } = place;
  const but = items.slice(b, end).findIndex((item) => isCue(item, "but"));
  const sentence = items.slice(start, but < 0 ? end : b + but);
  if (isQuestion(place) || sentence.some((item) => isCue(item, "not", "wrong", "confuse"))) return false;
  const called =
    items.slice(start, a).some((item) => isCue(item, "call")) ||
    isCue(items[b + 1], "call", "believe") ||
    isCalledAfter(items, b);
  if (called && (sentence.some((item) => isCue(item, "noMatter")) || sameIn(items, b + 1, end) === true)) return true;
  return isCue(directlyBefore(place), "word") && items.slice(b, end).some((item) => isCue(item, "swapped"));
}

/** ", it is", ", because it is": the clause that says so has a subject of its own. */
function isResumed(items: readonly Item[], from: number, end: number): boolean {
  if (isMark(items[from], "comma") && isCue(items[from + 1], "it")) return true;
  const same = items.slice(from, end).findIndex((item) => isCue(item, "same"));
  const before = items.slice(from, from + Math.max(0, same));
  const clause = before.slice(before.findLastIndex((item) => isMark(item, "comma", "colon", "semicolon", "dash")) + 1);
  const isClause = clause.length < before.length && clause.some((item) => isCue(item, "it"));
  return isClause && clause.every((item) => isPlain(item) || isCue(item, "it", "copula", "because", "link"));
}

/** "A or B – how you call it does not matter" */
function isCalledAfter(items: readonly Item[], b: number): boolean {
  const aside = items.slice(b + 2, b + 7);
  const called = aside.some(
    (item, at) =>
      isCue(item, "called") ||
      (isCue(item, "call", "kind", "namely") && (isCue(item, "noMatter") || isCue(aside[at + 1], "it"))),
  );
  return called && isMark(items[b + 1], "comma", "dash");
}

const undoes = (item: Item): boolean => isCue(item, "not", "wrong", "believe", "confuse", "if", "doubt");

/** "It is wrong that A and B are the same": what stands before them undoes it. */
function matrixAllows(matrix: readonly Item[]): boolean {
  const undone = matrix.findIndex((item) => isCue(item, "believe", "wrong", "if", "doubt"));
  if (undone < 0) return true;
  const negated = matrix.slice(Math.max(0, undone - 4), undone + 3).some((item) => isCue(item, "not"));
  return isCue(matrix[undone], "wrong", "doubt") && negated;
}

/** "The difference is only the name", in this sentence or the next. */
function saysOnlyName(items: readonly Item[], start: number, end: number): boolean {
  const words = items.slice(start, sentenceEnd(items, end + 1, 12));
  if (words.some((item) => isCue(item, "nameOnly"))) return true;
  if (!words.some((item) => isCue(item, "difference", "differ"))) return false;
  return (
    words.some((item, at) => isCue(item, "isName") && !isCue(words[at - 1], "not")) ||
    endsWithName(items.slice(start, end))
  );
}

/** "There is one difference: the name". */
function endsWithName(words: readonly Item[]): boolean {
  const colon = words.findLastIndex((item) => isMark(item, "colon", "dash"));
  const last = words.slice(colon + 1).filter((item) => !isMark(item, "stop"));
  return (
    colon >= 0 &&
    last.length <= 3 &&
    isCue(last.at(-1), "word") &&
    last.every((item) => isCue(item, "filler", "word", "mere"))
  );
}

/** True: "no difference"; false: "a difference"; undefined: no word of difference. */
function saysNoDifference({ items, b }: Place, start: number, end: number): boolean | undefined {
  for (let at = start; at < end; at += 1) {
    if (!isCue(items[at], "difference", "differ")) continue;
    const reach = isCue(items[at], "differ") ? 4 : 6;
    const from = Math.max(start, at - reach);
    const near = items.slice(from, Math.min(end, at + 4));
    // "not aware of the difference" says that there is one.
    const isUnknown = (place: number): boolean => near.slice(place, place + 3).some((next) => isCue(next, "know"));
    const negated = near.some((item, place) => isCue(item, "not") && !isUnknown(place)) && at < b + 14;
    return negated && !isMost(items.slice(from, at + 1), items.slice(b + 1, end));
  }
  return undefined;
}

/** "could not be more different", "hardly a bigger difference": unless more follows, "no bigger difference than the name". */
function isMost(before: readonly Item[], after: readonly Item[]): boolean {
  const not = before.findIndex((item) => isCue(item, "not"));
  const more = not >= 0 && before.slice(not).some((item) => isCue(item, "more"));
  return more && !after.some((item) => isCue(item, "than"));
}

const perceiverReach = 3;

/** "Patients see no difference": what others notice is not what is so; what "we" or "you" notice is. */
function isOnlyPerceived(items: readonly Item[], start: number, end: number): boolean {
  const clause = items.slice(start, end);
  const difference = clause.findIndex((item) => isCue(item, "difference", "differ"));
  const verb = clause.slice(0, Math.max(0, difference)).findLastIndex((item) => isCue(item, "perceive"));
  if (verb < 0 || difference - verb > perceiverReach) return false;
  const around = clause.slice(Math.max(0, verb - perceiverReach), difference);
  return !around.some((item) => isCue(item, "we", "anyone")) && clause.slice(0, difference).some(isPerceiver);
}

/** Someone must be there who notices: a command or an infinitive has no one. */
const isPerceiver = (item: Item): boolean => isCue(item, "others") || item.kind === "word";

/** "A and B are the same", here or in a next sentence that takes both up. */
function saysTheSame({ items, b }: Place, end: number): boolean | undefined {
  const here = sameIn(items, b + 1, Math.min(end, b + 16));
  if (here !== undefined) return here;
  let next = end + 1;
  // "Indeed, they are the same"
  while (
    next < end + 5 &&
    (isCue(items[next], "yes", "and", "filler") || isMark(items[next], "comma")) &&
    !isCue(items[next], "it")
  )
    next += 1;
  const nextEnd = sentenceEnd(items, next, 12);
  const comments =
    isCue(items[next], "it", "thing") && items.slice(next, nextEnd).every((item) => item.kind !== "term");
  if (!comments) return undefined;
  return sameIn(items, next, nextEnd);
}

/** Whether a word of sameness ends what is said here: "are the same", but not "with the same needles". */
function sameIn(items: readonly Item[], from: number, to: number): boolean | undefined {
  const same = items.slice(from, to).findIndex((item) => isCue(item, "same"));
  if (same < 0 || (same > 0 && isCue(items[from + same - 1], "link"))) return undefined;
  const following = items[from + same + 1];
  if (following?.kind === "word" || following?.kind === "term") return undefined;
  return !items.slice(from, from + same + 2).some((item) => isCue(item, "not", "wrong"));
}
