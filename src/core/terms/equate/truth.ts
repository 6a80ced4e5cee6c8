// Decides whether a text that joins two terms by some construction says it as true: negation, doubt, questions, denial.
import type { Construction, Place } from "./construction.ts";
import type { Item } from "./items.ts";
import { endsSentence, isCue, isMark, isModifier, sentenceEnd, sentenceStart } from "./row.ts";

/** Whether the text asserts the construction that joins A and B. */
export function isAsserted(place: Place, construction: Construction): boolean {
  if (isDeniedAfter(place)) return false;
  if (construction.kind === "enumeration") return saysSame(place, construction.from);
  if (isLikenedAfter(place)) return false;
  const zone = place.items.slice(Math.max(construction.from, place.a + 1), place.b);
  if (isUndoneWithin(zone)) return false;
  if (construction.kind === "apposition") return true;
  if (construction.kind === "choice") return !isQuestion(place) && !hasConditionBefore(place);
  return holdsInMatrix(place, construction.from) && holdsAsQuestion(place);
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

type Stance = "affirmed" | "open" | "denied";

/** What the words before A in its sentence (the matrix: "it is wrong to say that") make of the claim. */
function stanceOf(place: Place, from: number): Stance {
  const { items, forms } = place;
  const subject = from > place.a ? place.a : from;
  const fronted = isFrontedClaim(items, subject);
  const matrix = fronted ? clauseAfter(items, place.b) : clauseBefore(items, subject);
  if (hasConditionBefore(place) && !isQuestion(place)) return "open";
  if (isHeadedAsWrong(items, subject)) return "denied";
  if (isCue(items[place.a - 1], "unreal")) return "open";
  const at = (name: Parameters<typeof isCue>[1]): number => matrix.findLastIndex((item) => isCue(item, name));
  const negated = (index: number): boolean =>
    matrix.slice(Math.max(0, index - 4), index + 3).some((item) => isCue(item, "not"));
  const wrong = at("wrong");
  if (wrong >= 0) return negated(wrong) ? "affirmed" : "denied";
  if (at("know") >= 0) return "affirmed";
  const doubt = at("doubt");
  if (doubt >= 0) return negated(doubt) ? "affirmed" : "open";
  if (at("confuse") >= 0) return "denied";
  const believe = at("believe");
  if (believe >= 0) return isOurs(matrix, believe) && !negated(believe) ? "affirmed" : "open";
  const not = at("not");
  if (not < 0 || (isQuestion(place) && answerTo(place) === "yes")) return "affirmed";
  const right = at("right");
  if (right >= 0) return "denied";
  const reaches =
    isCue(
      matrix.findLast((item) => !isModifier(item, forms)),
      "as",
    ) ||
    fronted ||
    matrix.slice(not).some((item) => isCue(item, "that", "call")) ||
    matrix.slice(Math.max(0, not - 3), not).some((item) => isCue(item, "call", "that")) ||
    matrix.slice(not + 1).every((item) => isModifier(item, forms) || isCue(item, "copula"));
  return reaches ? "denied" : "affirmed";
}

/** The items before a place in its sentence, back to a conjunction or mark that begins another claim. */
function clauseBefore(items: readonly Item[], at: number): Item[] {
  const start = sentenceStart(items, at, 30);
  const before = items.slice(start, at);
  const cut = before.findLastIndex(
    (item, index) =>
      isMark(item, "semicolon", "colon") ||
      isCue(item, "but") ||
      (isMark(item, "comma") &&
        isCue(before[0], "but", "because") &&
        !before.slice(index).some((next) => next !== item && next.kind === "mark")) ||
      (isMark(item, "comma") && isCue(before[index + 1], "and")),
  );
  return before.slice(cut + 1);
}

/** "That A is B, ...": what is said of the claim follows it. */
function isFrontedClaim(items: readonly Item[], subject: number): boolean {
  const start = sentenceStart(items, subject, 12);
  return subject - start <= 6 && isCue(items[start], "that");
}

/** The items after a place in its sentence, up to what contrasts with them. */
function clauseAfter(items: readonly Item[], at: number): Item[] {
  const after = items.slice(at + 1, sentenceEnd(items, at, 30));
  const cut = after.findIndex((item) => isMark(item, "semicolon") || isCue(item, "but"));
  return cut < 0 ? after : after.slice(0, cut);
}

/** "Myth: A is B." */
function isHeadedAsWrong(items: readonly Item[], at: number): boolean {
  const sentence = items.slice(sentenceStart(items, at, 12), at);
  const colon = sentence.findIndex((item) => isMark(item, "colon"));
  const heading = sentence.slice(0, Math.max(0, colon));
  return heading.some((item) => isCue(item, "wrong", "believe")) && !heading.some((item) => isCue(item, "not"));
}

function isOurs(matrix: readonly Item[], believe: number): boolean {
  if (isCue(matrix[believe], "unreal")) return false;
  return matrix.slice(Math.max(0, believe - 3), believe + 2).some((item) => isCue(item, "we"));
}

/** "If A ...", "whether A ...": a condition that A's clause begins with. */
function hasConditionBefore({ items, a, forms }: Place): boolean {
  let at = a - 1;
  while (
    at >= 0 &&
    a - at <= 4 &&
    !isCue(items[at], "if") &&
    (isModifier(items[at], forms) || isCue(items[at], "copula", "either", "it"))
  )
    at -= 1;
  return isCue(items[at], "if");
}

function holdsInMatrix(place: Place, from: number): boolean {
  const stance = stanceOf(place, from);
  if (stance === "open") return isConfirmedAfter(place);
  return stance === "affirmed";
}

/** "Many think that A is B, and it is true." */
function isConfirmedAfter({ items, b }: Place): boolean {
  const rest = items.slice(b + 1, sentenceEnd(items, b));
  const right = rest.findIndex((item) => isCue(item, "right"));
  if (right < 0) return false;
  const negated = rest.slice(Math.max(0, right - 3), right + 3).some((item) => isCue(item, "not"));
  return !negated && rest.slice(0, right).some((item) => isMark(item, "comma", "dash") || isCue(item, "and"));
}

function isQuestion({ items, b }: Place): boolean {
  return isMark(items[sentenceEnd(items, b)], "question");
}

type Answer = "yes" | "no" | "none";

function answerTo({ items, b }: Place): Answer {
  const end = sentenceEnd(items, b);
  for (let at = end + 1; at <= end + 4; at += 1) {
    if (isCue(items[at], "yes")) return "yes";
    if (isCue(items[at], "no")) return "no";
    if (items[at] && !isCue(items[at], "filler") && !isMark(items[at], "quote", "dash", "stop", "other", "comma"))
      return "none";
  }
  return "none";
}

/** A question claims nothing, unless it presupposes the claim or is answered with yes. */
function holdsAsQuestion(place: Place): boolean {
  if (!isQuestion(place)) return true;
  return answerTo(place) === "yes" || presupposes(place);
}

/** "Did you know that ...?", "Why is ...?" */
function presupposes({ items, a }: Place): boolean {
  return items.slice(sentenceStart(items, a), a).some((item) => isCue(item, "know", "why"));
}

/** A and B stand side by side: are they said to be the same, or to have no difference? */
function saysSame(place: Place, from: number): boolean {
  const { items, a, b } = place;
  const sentence = sentenceStart(items, a, 30);
  const start = a - clauseBefore(items, a).length;
  const end = sentenceEnd(items, b, 30);
  if (isHeadedAsWrong(items, a)) return false;
  if (saysOnlyName(items, sentence, end)) return true;
  if (answersNoDifference(place, end)) return true;
  const verdict = saysNoDifference(place, start, end) ?? saysTheSame(place, end);
  if (verdict === undefined) return false;
  const stance = isQuestion(place) ? questionStance(place, verdict) : verdict;
  // "Whether A or B, it is the same": what begins after the comma is no longer under the condition.
  const resumed = isMark(items[b + 1], "comma") && isCue(items[b + 2], "it");
  const matrix = items.slice(start, Math.min(a, from));
  return stance && matrixAllows(resumed || isQuestion(place) ? matrix.filter((item) => !isCue(item, "if")) : matrix);
}

/** A question about sameness is true if answered with yes, one about a difference if answered with no. */
function questionStance(place: Place, verdict: boolean): boolean {
  if (presupposes(place)) return verdict;
  const answer = answerTo(place);
  return verdict ? answer === "yes" : answer === "no" && hasDifference(place);
}

/** "What is the difference between A and B? There is none: no difference." */
function answersNoDifference(place: Place, end: number): boolean {
  if (!isQuestion(place) || !hasDifference(place)) return false;
  const answer = place.items.slice(end + 1, sentenceEnd(place.items, end + 1, 12));
  const difference = answer.findIndex((item) => isCue(item, "difference", "differ"));
  return difference >= 0 && answer.slice(0, difference + 4).some((item) => isCue(item, "not"));
}

function hasDifference({ items, a, b }: Place): boolean {
  return items
    .slice(sentenceStart(items, a), sentenceEnd(items, b))
    .some((item) => isCue(item, "difference", "differ"));
}

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
  return words.some((item) => isCue(item, "difference", "differ")) && words.some((item) => isCue(item, "isName"));
}

/** True: "no difference"; false: "a difference"; undefined: no word of difference. */
function saysNoDifference({ items, b }: Place, start: number, end: number): boolean | undefined {
  for (let at = start; at < end; at += 1) {
    if (!isCue(items[at], "difference", "differ")) continue;
    const reach = isCue(items[at], "differ") ? 4 : 6;
    const from = Math.max(start, at - reach);
    const near = items.slice(from, Math.min(end, at + 4));
    return near.some((item) => isCue(item, "not")) && at < b + 14;
  }
  return undefined;
}

/** "A and B are the same", here or in a next sentence that takes both up. */
function saysTheSame({ items, b }: Place, end: number): boolean | undefined {
  const here = sameIn(items, b + 1, Math.min(end, b + 16));
  if (here !== undefined) return here;
  const next = end + 1;
  if (!isCue(items[next], "it", "thing")) return undefined;
  return sameIn(items, next, sentenceEnd(items, next, 12));
}

function sameIn(items: readonly Item[], from: number, to: number): boolean | undefined {
  const same = items.slice(from, to).findIndex((item) => isCue(item, "same"));
  if (same < 0 || (same > 0 && isCue(items[from + same - 1], "link"))) return undefined;
  const following = items[from + same + 1];
  if (following?.kind === "word" || following?.kind === "term") return undefined;
  return !items.slice(from, from + same + 2).some((item) => isCue(item, "not", "wrong"));
}

const denialReach = 10;

/** ", but that is wrong", "A is B is a common mistake", or a next sentence that says so. */
function isDeniedAfter({ items, b }: Place): boolean {
  const end = sentenceEnd(items, b);
  for (let at = b + 1; at < end && at <= b + 30; at += 1) {
    if (isDenial(items, at, end) && commentsOn(items, b, at)) return true;
  }
  if (isMark(items[end], "question")) return false;
  const next = end + 1;
  const nextEnd = sentenceEnd(items, next, denialReach);
  if (isCue(items[next], "no") || isBareDenial(items, next, nextEnd)) return true;
  if (!isCue(items[next], "it", "but", "wrong", "that") && !isCue(items[next], "not")) return false;
  for (let at = next; at < nextEnd; at += 1) {
    if (items[at]?.kind === "term") return false;
    if (isDenial(items, at, nextEnd)) return true;
  }
  return false;
}

/** "It is not.", "That it is not.": a sentence of nothing but pronoun, verb and negation. */
function isBareDenial(items: readonly Item[], from: number, to: number): boolean {
  const sentence = items.slice(from, to);
  return (
    sentence.length <= 6 &&
    sentence.some((item) => isCue(item, "not")) &&
    sentence.some((item) => isCue(item, "it", "that")) &&
    sentence.every((item) => isCue(item, "it", "that", "copula", "not", "but", "filler") || isMark(item, "comma"))
  );
}

/** The word of denial is said of the claim: "but that is", "which is", "is a common", "however, they are". */
function commentsOn(items: readonly Item[], b: number, denial: number): boolean {
  let plain = 0;
  for (let at = denial; at > b && denial - at <= denialReach; at -= 1) {
    const item = items[at];
    if (isCue(item, "copula") || (plain === 0 && isCue(item, "it", "but", "relative"))) return true;
    if (item?.kind === "word") plain += 1;
    if (plain > 4 || item?.kind === "term" || (isCue(item, "link") && !isCue(item, "filler"))) return false;
  }
  return false;
}

/** Something is called wrong, or not right, at a place. */
function isDenial(items: readonly Item[], at: number, end: number): boolean {
  if (!isCue(items[at], "wrong", "right", "differ")) return false;
  const near = items.slice(Math.max(0, at - 3), Math.min(end, at + 3)).filter((item) => !endsSentence(item));
  const negated = near.some((item) => isCue(item, "not"));
  if (isCue(items[at], "wrong")) return !negated;
  if (isCue(items[at], "right")) return negated;
  const contrasted = items
    .slice(Math.max(0, at - 6), at)
    .some(
      (item, index, before) =>
        isCue(item, "but") || (isMark(item, "semicolon", "dash") && isCue(before[index + 1], "it")),
    );
  return isCue(items[at], "differ") && contrasted && !negated;
}
