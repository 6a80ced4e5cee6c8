// Reads the stance of a claim's matrix, as in "it is wrong to say that A is B": affirmed, open, or denied.
import type { Item } from "../items.ts";
import {
  clauseAfter,
  clauseBefore,
  hasConditionBefore,
  isAttributedAfter,
  isFrontedClaim,
  isHeadedAsOpen,
  isHeadedAsWrong,
} from "./clause.ts";
import { answerTo, isQuestion } from "./question.ts";
import type { Place } from "../place.ts";
import { isCue, isMark, isModifier, sentenceEnd } from "../row.ts";

type Stance = "affirmed" | "open" | "denied";

/** What the words before A in its sentence (the matrix: "it is wrong to say that") make of the claim. */
function stanceOf(place: Place, from: number): Stance {
  const { items, forms } = place;
  const subject = from > place.a ? place.a : from;
  const fronted = isFrontedClaim(items, subject);
  const matrix = fronted ? clauseAfter(items, place.b) : clauseBefore(items, subject);
  if (hasConditionBefore(place) && !isQuestion(place)) return "open";
  if (isHeadedAsWrong(items, subject)) return "denied";
  if (isHeadedAsOpen(items, subject) || isAttributedAfter(place)) return "open";
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
  // "hører" belongs or hears.
  const believe = matrix.findLastIndex((item) => isCue(item, "believe") && !isCue(item, "belongs"));
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

/** "Myth: ...", "it is wrong to say that ...": the words before A in its sentence call the claim wrong. */
export function isCalledWrong(place: Place, from: number): boolean {
  const { items } = place;
  const subject = from > place.a ? place.a : from;
  if (isHeadedAsWrong(items, subject)) return true;
  const matrix = clauseBefore(items, subject);
  const negated = matrix.some((item) => isCue(item, "not"));
  if (matrix.some((item) => isCue(item, "if", "doubt", "believe"))) return false;
  return matrix.some((item) => isCue(item, negated ? "right" : "wrong"));
}

/** "We believe that A is B". */
function isOurs(matrix: readonly Item[], believe: number): boolean {
  if (isCue(matrix[believe], "unreal")) return false;
  return matrix.slice(Math.max(0, believe - 3), believe + 2).some((item) => isCue(item, "we"));
}

/** "It is true that A is B": affirmed, or left open and confirmed afterwards. */
export function holdsInMatrix(place: Place, from: number): boolean {
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
