// Tells a verb from the first word of a term that looks like it: "may trigger spots", but "known as medical X".
import type { CueName } from "../language/cues.ts";
import type { Language } from "../language/language.ts";
import type { WordForms } from "../language/words.ts";
import { cueAt, cueIndexOf, type CueIndex } from "./cues.ts";
import { fold } from "./tokens.ts";

type Place = { start: number; end: number };

/**
 * Whether the word at a place is the verb that an auxiliary or a relative pronoun before it announces. `last` is the
 * last word of the term that would begin there.
 */
export function isVerbAt(
  text: string,
  { words: forms, cues }: Language,
  words: readonly Place[],
  at: number,
  last: number,
): boolean {
  const [word, auxiliary, subject] = [words[at], words[at - 1], words[at - 2]];
  if (!word || !auxiliary || !subject) return false;
  const folded = ({ start, end }: Place): string => fold(text.slice(start, end));
  if (!forms.auxiliaries?.includes(folded(auxiliary)) || forms.questionWords?.includes(folded(subject))) return false;
  if (!canBeVerb(folded(word), forms)) return false;
  if (!isBlank(text.slice(subject.end, auxiliary.start)) || !isBlank(text.slice(auxiliary.end, word.start)))
    return false;
  const index = cueIndexOf(cues);
  const before = words.slice(Math.max(0, at - longestCue), at).map(folded);
  return !endsInNaming(index, before) && !isAskedOf(text, words, at, last, forms, index);
}

/** Language data says by their endings which words are no verbs, or which alone can be. */
function canBeVerb(word: string, { verbEndings, adjectiveEndings }: WordForms): boolean {
  if (adjectiveEndings?.some((ending) => word.endsWith(ending))) return false;
  return verbEndings?.some((ending) => word.endsWith(ending)) ?? true;
}

const longestCue = 8;
const naming = ["classed", "call", "namely", "kind", "called", "instance"] as const satisfies CueName[];

/** "is known as": the word that may announce a verb belongs to what stands before it, and a name follows. */
function endsInNaming(index: CueIndex, before: readonly string[]): boolean {
  return before.slice(0, -1).some((_, from) => {
    const { length, cues } = cueAt(index, before, from, before.length);
    return from + length === before.length && naming.some((name) => cues.includes(name));
  });
}

const longestQuestion = 12;
const restOfQuestion = /^[^.!?\n]{0,100}\?/u;

/** "What conditions can dry X treat?": a question in which the verb follows the name. */
function isAskedOf(
  text: string,
  words: readonly Place[],
  at: number,
  last: number,
  { questionWords }: WordForms,
  index: CueIndex,
): boolean {
  const [end, next] = [words[last], words[last + 1]];
  if (!questionWords || !end || !next || !isBlank(text.slice(end.end, next.start))) return false;
  if (!restOfQuestion.test(text.slice(next.start, next.start + 120))) return false;
  const { cues } = cueAt(index, [fold(text.slice(next.start, next.end))], 0, 1);
  if (cues.some((cue) => cue === "and" || cue === "or" || (cue === "link" && !cues.includes("copula")))) return false;
  for (let from = at - 1; from >= 0 && at - from <= longestQuestion; from -= 1) {
    const word = words[from];
    if (!word || /[.!?:;\n]/u.test(text.slice(word.end, words[from + 1]?.start))) return false;
    if (questionWords.includes(fold(text.slice(word.start, word.end)))) return true;
  }
  return false;
}

const isBlank = (between: string): boolean => /^\s+$/u.test(between);
