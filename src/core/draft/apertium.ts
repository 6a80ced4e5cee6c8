// Apertium: a question as a stream without any character of the engine's own, and the engine's answer back as a text.
import { compareTags, escapeText } from "../unit-text.ts";
import { frozenParts, type ApertiumTarget } from "./apertium-target.ts";
import { message, type Message } from "../messages/message.ts";
import type { Question } from "./engine.ts";
import { refusalOf } from "./refuse.ts";
import { cutAtTags, freezeParts, type Stretch } from "./stretch.ts";

/** What came back: the text, with the words that the engine did not know or could not inflect; or why there is none. */
export type Reading = { text: string; unknown: string[] } | { failure: Message };

/** Cuts a question into what the engine gets to see and what it does not: tags, code, pins, figures, its own signs. */
export function cutQuestion(question: Question, target: ApertiumTarget): Stretch[] {
  const composed = cutAtTags(question).map((stretch) =>
    // Apertium knows composed letters only, and takes soft hyphens out: they are where a Norwegian word may break.
    "words" in stretch ? { words: stretch.words.replaceAll("\u00AD", "").normalize("NFC") } : stretch,
  );
  return freezeParts(composed, frozenParts(target), question.markup);
}

/** Whether there is anything in these stretches to translate. */
export function hasWords(stretches: readonly Stretch[]): boolean {
  return stretches.some((stretch) => "words" in stretch && /\p{L}/u.test(stretch.words));
}

/** The stream for the engine: words as they are, and a superblank `[3]` for the frozen stretch number 3. */
export function writeStream(stretches: readonly Stretch[]): string {
  return stretches.map((stretch, index) => ("words" in stretch ? stretch.words : `[${index}]`)).join("");
}

/** Reads the engine's answer to `writeStream(stretches)`, tags where they belong; fails rather than give a wrong text. */
export function readStream(question: Question, stretches: readonly Stretch[], answer: string): Reading {
  const refusal = refusalOf(question.text, answer, false);
  if (refusal !== undefined) return { failure: refusal };
  const reading = readMarks(answer);
  if ("failure" in reading) return reading;
  if (!/\p{L}/u.test(reading.text)) return { failure: message("apertium.answer-empty") };
  const source = writeStream(stretches);
  const text = repairBlanks(source, reading.text);
  const seen = new Set<number>();
  const lost = { failure: message("apertium.part-lost") };
  for (const [, digits] of text.matchAll(superblank)) {
    const index = Number(digits);
    const stretch = stretches[index];
    if (!stretch || "words" in stretch || seen.has(index)) return lost;
    seen.add(index);
  }
  if (seen.size !== stretches.filter((stretch) => "frozen" in stretch).length) return lost;
  if (gluedRuns(text) > gluedRuns(source)) return { failure: message("apertium.space-lost") };
  return finished(question, textOf(question, stretches, text), reading.unknown);
}

/** One stream for each stretch that has words, to be asked alone: words that moved out of a tag have nowhere to go. */
export function writePieces(stretches: readonly Stretch[]): (string | undefined)[] {
  return stretches.map((stretch) =>
    "words" in stretch && hasWords([stretch]) ? aroundWords(stretch.words).words : undefined,
  );
}

/** Joins the answers to `writePieces(stretches)`: tags are sure to be right, though the grammar is poorer. */
export function readPieces(
  question: Question,
  stretches: readonly Stretch[],
  answers: readonly (string | undefined)[],
): Reading {
  const unknown: string[] = [];
  let text = "";
  for (const [index, stretch] of stretches.entries()) {
    if ("frozen" in stretch) text += stretch.frozen;
    else {
      const { before, words, after } = aroundWords(stretch.words);
      const answer = answers[index] ?? words;
      const refusal = refusalOf(words, answer, false);
      if (refusal !== undefined) return { failure: refusal };
      const reading = readMarks(answer);
      if ("failure" in reading) return reading;
      for (const word of reading.unknown) unknown.push(word);
      const piece = before + trimmed(reading.text) + after;
      text += question.markup ? escapeText(piece) : piece;
    }
  }
  return finished(question, text, unknown);
}

/** Cuts blanks off, and signs at the start: the engine would drop a comma before "og" together with its blank. */
function aroundWords(stretch: string): { before: string; words: string; after: string } {
  const before = /^[^\p{L}\p{N}]*/u.exec(stretch)?.[0] ?? "";
  const [, after] = outerBlanks(stretch.slice(before.length));
  return { before, words: stretch.slice(before.length, stretch.length - after.length), after };
}

function finished(question: Question, text: string, unknown: string[]): Reading {
  if (question.markup && compareTags(question.text, text).length > 0)
    return { failure: message("apertium.tags-moved") };
  return { text, unknown: [...new Set(unknown)] };
}

const superblank = /\[(\d+)\]/gu;

function textOf(question: Question, stretches: readonly Stretch[], text: string): string {
  let whole = "";
  let at = 0;
  const addWords = (words: string): void => {
    whole += question.markup ? escapeText(words) : words;
  };
  for (const match of text.matchAll(superblank)) {
    addWords(text.slice(at, match.index));
    const stretch = stretches[Number(match[1])];
    if (stretch && "frozen" in stretch) whole += stretch.frozen;
    at = match.index + match[0].length;
  }
  addWords(text.slice(at));
  return whole;
}

// `*` unknown, `@` no translation, `#` no such form. None of these signs is ever sent, so each one is a mark.
const mark = /(?:[*#]|\\?@)/gu;
const markedWord = /(?:[*#]|\\?@)([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{M}\p{N}])?)/gu;
// The generator was not sure and wrote both forms: "H2O/H2o". The first one is the more common.
const otherForm = /(?<=[\p{L}\p{M}\p{N}])\/[\p{L}\p{M}\p{N}'’-]+/gu;
/** Signs that are the stream's own: when one is left, something broke on the way. */
const streamSign = /[\\^${}<>@]|\[(?!\d+\])|(?<!\[\d+)\]/u;

/** Takes the engine's marks out of its answer. */
function readMarks(answer: string): Reading {
  const unknown = [...answer.matchAll(markedWord)].flatMap(([, word]) => (word && /\p{L}/u.test(word) ? [word] : []));
  const text = answer.replaceAll(mark, "").replaceAll(otherForm, "");
  return streamSign.test(text) ? { failure: message("apertium.answer-broken") } : { text, unknown };
}

const runs = /[ \t\r\n]*(?:\[\d+\][ \t\r\n]*)+/gu;
const blanks = /[ \t\r\n]+/gu;
const letter = /[\p{L}\p{N}]/u;

/** Gives the blanks around tags back their side: Apertium moves words, and leaves a blank on the wrong side of a tag. */
function repairBlanks(source: string, answer: string): string {
  // A tag at an end of the source counts as having a blank there, in case it has moved inwards.
  const sourceRuns = ` ${trimmed(source)} `.match(runs) ?? [];
  const wantedRuns = new Map(sourceRuns.map((run) => [run.replaceAll(blanks, ""), run]));
  const text = trimmed(answer);
  const repaired = text.replaceAll(runs, (run, at: number) => {
    const before = text[at - 1] ?? "";
    const after = text[at + run.length] ?? "";
    const wanted = wantedRuns.get(run.replaceAll(blanks, ""));
    if (wanted === undefined) return run.replaceAll(blanks, " ");
    const hasBlank = /[ \t\r\n]/u;
    if (!hasBlank.test(wanted) || !(hasBlank.test(run) || (letter.test(before) && letter.test(after)))) return run;
    const [runBefore, runAfter] = outerBlanks(run);
    const [wantedBefore, wantedAfter] = outerBlanks(wanted);
    return (
      (/^[(«“[]?$/u.test(before) ? runBefore : wantedBefore) +
      trimmed(wanted) +
      (/^[.,;:!?)»”]?$/u.test(after) ? runAfter : wantedAfter)
    );
  });
  const [before, after] = outerBlanks(source);
  return before + repaired + after;
}

/** How often two words touch with nothing but tags between them. */
function gluedRuns(stream: string): number {
  return stream.match(/(?<=[\p{L}\p{N}])(?:\[\d+\])+(?=[\p{L}\p{N}])/gu)?.length ?? 0;
}

/** Takes the ASCII blanks off both ends; a no-break space is part of the text. */
function trimmed(text: string): string {
  return text.replaceAll(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/gu, "");
}

function outerBlanks(text: string): [before: string, after: string] {
  const before = /^[ \t\r\n]*/u.exec(text)?.[0] ?? "";
  return [before, before.length === text.length ? "" : (/(?<![ \t\r\n])[ \t\r\n]*$/u.exec(text)?.[0] ?? "")];
}
