// Reads what follows a claim and denies it: "A is B, but that is wrong", "A is B. It is not".
import type { Item } from "../items.ts";
import type { Place } from "../place.ts";
import { endsSentence, isCue, isMark, sentenceEnd } from "../row.ts";

const denialReach = 10;

/** ", but that is wrong", "A is B is a common mistake", or a next sentence that says so. */
export function isDeniedAfter({ items, b }: Place): boolean {
  if (isVerbDenied(items, b) || isNegatedLast(items, b)) return true;
  const end = sentenceEnd(items, b);
  for (let at = b + 1; at < end && at <= b + 30; at += 1) {
    if (isDenial(items, at, end) && commentsOn(items, b, at)) return true;
    if (isOver(items, b, at)) return true;
  }
  if (isMark(items[end], "question")) return false;
  const next = end + 1;
  const nextEnd = sentenceEnd(items, next, denialReach);
  if (isNo(items, next, nextEnd) || isBareDenial(items, next, nextEnd)) return true;
  const first = items.slice(next, nextEnd).findIndex((item) => item.kind === "mark");
  const clause = items.slice(next, first < 0 ? nextEnd : next + first);
  // "Today we know better"
  if (isCue(clause.at(-1), "wrong") && isCue(clause.at(-1), "know") && clause.length <= 6) return true;
  if (isOurJudgement(items, next, nextEnd)) return true;
  if (!isCue(items[next], "it", "but", "wrong", "that") && !isCue(items[next], "not")) return false;
  for (let at = next; at < nextEnd; at += 1) {
    if (items[at]?.kind === "term") return false;
    if (isDenial(items, at, nextEnd)) return true;
  }
  return false;
}

/** "We find that misleading." */
function isOurJudgement(items: readonly Item[], from: number, to: number): boolean {
  const words = items.slice(from, Math.min(to, from + 6));
  const cut = words.findIndex((item) => item.kind === "mark" || item.kind === "term");
  const clause = cut < 0 ? words : words.slice(0, cut);
  const wrong = clause.findIndex((item) => isCue(item, "wrong"));
  return (
    isCue(clause[0], "we") &&
    wrong > 1 &&
    clause.slice(1, wrong).some((item) => isCue(item, "it", "that", "this")) &&
    !clause.some((item) => isCue(item, "not"))
  );
}

/** "A looks alike, B it is not", in Polish "A, ..., to B nie jest": the negated verb follows B, and ends what is said. */
function isVerbDenied(items: readonly Item[], b: number): boolean {
  const verb = isCue(items[b + 1], "it") ? b + 2 : b + 1;
  const pair = [items[verb], items[verb + 1]];
  const after = items[verb + 2];
  return (
    pair.every((item) => isCue(item, "copula", "not")) &&
    pair.some((item) => isCue(item, "copula")) &&
    pair.some((item) => isCue(item, "not")) &&
    (after === undefined || after.kind === "mark")
  );
}

/** "A – so we call B not": the negation ends the clause. */
function isNegatedLast(items: readonly Item[], b: number): boolean {
  const adverb = items[b + 1];
  const isAdverb = adverb?.kind === "word" || isCue(adverb, "filler", "not");
  const at = isAdverb && isCue(items[b + 2], "not") ? b + 2 : b + 1;
  const next = items[at + 1];
  return isCue(items[at], "not") && (!next || isMark(next, "stop", "colon", "semicolon"));
}

/** "A was called B, but no longer": the claim is of the past. */
function isOver(items: readonly Item[], b: number, at: number): boolean {
  const next = items[at + 1];
  if (!isCue(items[at], "noLonger") || (next && next.kind !== "mark")) return false;
  const rest = items.slice(b + 1, at);
  return (
    isMark(rest[0], "comma", "dash") && rest.slice(1).every((item) => isCue(item, "but", "filler", "it", "copula"))
  );
}

/** "No, ...", "Not at all.", but not "Not everyone ...", which begins another sentence. */
function isNo(items: readonly Item[], from: number, to: number): boolean {
  if (!isCue(items[from], "no")) return false;
  return !isCue(items[from], "not") || to - from <= 3 || items[from + 1]?.kind === "mark";
}

/** "It is not.", "That it is not.": a sentence of nothing but pronoun, verb and negation. */
function isBareDenial(items: readonly Item[], from: number, to: number): boolean {
  const words = items.slice(from, to).filter((item) => !isMark(item, "close", "quote"));
  const cut = words.findIndex((item, at) => at >= 2 && isMark(item, "comma", "dash", "semicolon"));
  const sentence = cut < 0 ? words : words.slice(0, cut);
  return (
    sentence.length <= 6 &&
    sentence.some((item) => isCue(item, "not")) &&
    sentence.some((item) => isCue(item, "it", "that")) &&
    sentence.every((item) => isCue(item, "it", "that", "copula", "not", "but", "filler") || isMark(item, "comma"))
  );
}

/** The word of denial is said of the claim: "but that is", "which is", "is a common", "however, they are". */
function commentsOn(items: readonly Item[], b: number, denial: number): boolean {
  // "Calling A B misleads"
  if (items.slice(b + 1, denial).every((item) => isCue(item, "filler"))) return true;
  let plain = 0;
  for (let at = denial; at > b && denial - at <= denialReach; at -= 1) {
    const item = items[at];
    if (isCue(item, "copula") || (plain === 0 && isCue(item, "it", "but", "relative"))) return true;
    if (item?.kind === "word") plain += 1;
    if (plain > 4 || item?.kind === "term" || (isCue(item, "link") && !isCue(item, "filler"))) return false;
  }
  return false;
}

/** "A, which some call B, is something else": what is said of A after the comma. */
function isOtherThing(items: readonly Item[], differ: number): boolean {
  const next = items[differ + 1];
  if (next && !endsSentence(next)) return false;
  let verb = differ - 1;
  while (isCue(items[verb], "filler") && !isCue(items[verb], "copula")) verb -= 1;
  return (
    isCue(items[differ], "differ") && isCue(items[verb], "copula") && isMark(items[verb - 1], "comma", "dash", "close")
  );
}

/** Something is called wrong, or not right, at a place. */
function isDenial(items: readonly Item[], at: number, end: number): boolean {
  if (!isCue(items[at], "wrong", "right", "differ")) return false;
  const near = items.slice(Math.max(0, at - 3), Math.min(end, at + 3)).filter((item) => !endsSentence(item));
  const negated = near.some((item) => isCue(item, "not"));
  if (isCue(items[at], "wrong")) return !negated;
  if (isCue(items[at], "right")) return negated;
  if (isOtherThing(items, at)) return true;
  const contrasted = items
    .slice(Math.max(0, at - 6), at)
    .some(
      (item, index, before) =>
        isCue(item, "but") || (isMark(item, "semicolon", "dash") && isCue(before[index + 1], "it")),
    );
  return isCue(items[at], "differ") && contrasted && !negated;
}
