// Reads questions: what they presuppose, and how the text answers them.
import type { Item } from "../items.ts";
import type { Place } from "../place.ts";
import { isCue, isMark, sentenceEnd, sentenceStart } from "../row.ts";

/** Whether B's sentence ends with a question mark. */
export function isQuestion({ items, b }: Place): boolean {
  return isMark(items[sentenceEnd(items, b)], "question");
}

type Answer = "yes" | "no" | "none";

/** "Is A B? Yes, ...": how the sentence after the question begins. */
export function answerTo({ items, b }: Place): Answer {
  const end = sentenceEnd(items, b);
  for (let at = end + 1; at <= end + 4; at += 1) {
    if (isCue(items[at], "yes")) return "yes";
    if (isCue(items[at], "no")) return "no";
    if (
      items[at] &&
      !isCue(items[at], "filler") &&
      !isMark(items[at], "quote", "dash", "stop", "other", "comma", "colon")
    )
      return "none";
  }
  return "none";
}

/** A question claims nothing, unless it presupposes the claim or is answered with yes. */
export function holdsAsQuestion(place: Place): boolean {
  if (!isQuestion(place)) return true;
  return answerTo(place) === "yes" || presupposes(place);
}

/** "Did you know that ...?", "Why is ...?" */
function presupposes({ items, a }: Place): boolean {
  const before = items.slice(sentenceStart(items, a), a);
  // "Why not call A B?" proposes it only.
  const why = before.some((item) => isCue(item, "why")) && !before.some((item) => isCue(item, "not", "notOnly"));
  return why || before.some((item) => isCue(item, "know"));
}

/** "Is there a difference between A and B?" */
function hasDifference({ items, a, b }: Place): boolean {
  return items
    .slice(sentenceStart(items, a), sentenceEnd(items, b))
    .some((item) => isCue(item, "difference", "differ"));
}

/** A question about sameness is true if answered with yes, one about a difference if answered with no. */
export function questionStance(place: Place, verdict: boolean): boolean {
  if (presupposes(place)) return verdict;
  const answer = answerTo(place);
  return verdict ? answer === "yes" : answer === "no" && hasDifference(place);
}

/** "The difference between A and B? Well, the spelling.": a noun for names is all that the answer has. */
function isNameAlone(answer: readonly Item[]): boolean {
  const comma = answer.findIndex((item) => isMark(item, "comma"));
  const words = comma === 1 ? answer.slice(2) : answer;
  return (
    words.length <= 4 &&
    isCue(words.at(-1), "word", "wording") &&
    words.every(
      (item) => isCue(item, "word", "wording", "filler", "mere", "it", "yes", "copula") && !isCue(item, "not"),
    )
  );
}

/** "What is the difference between A and B? There is none: no difference." */
export function answersNoDifference(place: Place, end: number): boolean {
  if (!isQuestion(place) || !hasDifference(place)) return false;
  const answer = place.items.slice(end + 1, sentenceEnd(place.items, end + 1, 12));
  if (isNameAlone(answer)) return true;
  const difference = answer.findIndex((item) => isCue(item, "difference", "differ"));
  return difference >= 0 && answer.slice(0, difference + 4).some((item) => isCue(item, "not"));
}
