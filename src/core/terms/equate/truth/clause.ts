// What stands around a claim in its sentence: the words before and after it that may undo it, and conditions.
import type { Item } from "../items.ts";
import type { Place } from "../place.ts";
import { isCue, isMark, isModifier, clauseStart, sentenceEnd, sentenceStart } from "../row.ts";

/** The items before a place in its sentence, back to a conjunction or mark that begins another claim. */
export function clauseBefore(items: readonly Item[], at: number): Item[] {
  const start = sentenceStart(items, at, 30);
  const before = items.slice(start, at);
  const opening = items[clauseStart(items, at, 30)];
  const cut = before.findLastIndex(
    (item, index) =>
      isMark(item, "semicolon", "colon") ||
      isCue(item, "but") ||
      (isMark(item, "comma") &&
        isCue(opening, "but", "because") &&
        !before.slice(index).some((next) => next !== item && next.kind === "mark")) ||
      (isMark(item, "comma") && isCue(before[index + 1], "and")),
  );
  return before.slice(cut + 1);
}

/** "That A is B, ...": what is said of the claim follows it. */
export function isFrontedClaim(items: readonly Item[], subject: number): boolean {
  const start = clauseStart(items, subject, 12);
  return subject - start <= 6 && isCue(items[start], "that");
}

/** The items after a place in its sentence, up to what contrasts with them. */
export function clauseAfter(items: readonly Item[], at: number): Item[] {
  const after = items.slice(at + 1, sentenceEnd(items, at, 30));
  const cut = after.findIndex((item) => isMark(item, "semicolon") || isCue(item, "but"));
  return cut < 0 ? after : after.slice(0, cut);
}

/** "Myth: A is B." */
export function isHeadedAsWrong(items: readonly Item[], at: number): boolean {
  const sentence = items.slice(sentenceStart(items, at, 12), at);
  const colon = sentence.findLastIndex((item) => isMark(item, "colon"));
  const heading = sentence.slice(0, Math.max(0, colon));
  return heading.some((item) => isCue(item, "wrong", "believe")) && !heading.some((item) => isCue(item, "not"));
}

/** "True or false? A is B.": a question before the claim leaves it open. */
export function isHeadedAsOpen(items: readonly Item[], at: number): boolean {
  const start = sentenceStart(items, at, 12);
  if (!isMark(items[start - 1], "question")) return false;
  const question = items.slice(sentenceStart(items, start - 1, 6), start - 1);
  return question.some((item) => isCue(item, "wrong", "right")) && question.some((item) => isCue(item, "or"));
}

/** "A is B, many believe": a comment of nothing but others and their belief gives them the claim. */
export function isAttributedAfter({ items, b }: Place): boolean {
  const rest = items.slice(b + 1, sentenceEnd(items, b, 20)).filter((item) => !isMark(item, "close", "quote"));
  let from = rest.findIndex((item) => isMark(item, "comma", "dash")) + 1;
  while (from > 0) {
    const length = rest.slice(from).findIndex((item) => isMark(item, "comma", "dash"));
    if (isOthersBelief(length < 0 ? rest.slice(from) : rest.slice(from, from + length))) return true;
    from = length < 0 ? 0 : from + length + 1;
  }
  return false;
}

function isOthersBelief(comment: readonly Item[]): boolean {
  if (comment.length > 5 || isCue(comment[0], "called")) return false;
  const says = comment.some((item) => isCue(item, "believe")) && comment.some((item) => isCue(item, "others"));
  return says && comment.every((item) => isCue(item, "believe", "others", "filler", "or", "it", "yes"));
}

/** "If A ...", "whether A ...": a condition that A's clause begins with. */
export function hasConditionBefore({ items, a, forms }: Place): boolean {
  let at = a - 1;
  while (
    at >= 0 &&
    a - at <= 4 &&
    !isCue(items[at], "if") &&
    (isModifier(items[at], forms) || isCue(items[at], "copula", "either", "it", "call", "we"))
  )
    at -= 1;
  return isCue(items[at], "if");
}
