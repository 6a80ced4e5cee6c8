// Stretches of a translation that are in another language, whether the source's or a third one.
import type { TextFinding } from "../../finding.ts";
import { languageCodes, languageOf } from "../../language/all.ts";
import type { Language } from "../../language/language.ts";
import { message } from "../../messages/message.ts";
import { commonWordsOf, isWordOf } from "./common-words.ts";
import { excerpt, placesIn, wholeOf, type Pair } from "./text-pair.ts";
import { differentWords, factOf, wordsOf, type Word } from "./words.ts";

/** Different common words of one language that no language of the translation shares: fewer are a name, or a loan. */
const fewest = 3;
/** Common words make up about half of running text. */
const share = 0.4;
const sentenceLength = 5;

const languages: readonly Language[] = languageCodes.flatMap((code) => languageOf(code) ?? []);

/** The languages that have a word among their common ones, as the bits of a number. */
const speakersOf = factOf(({ word }) =>
  languages.reduce((bits, language, at) => (commonWordsOf(language).has(word) ? bits | (1 << at) : bits), 0),
);
const isOwn = factOf(({ word, language }) => isWordOf(language, word));

/**
 * A run of words with several common words of another language and none of the translation's own. What stands in the
 * source too is a quotation or a title; quotation marks and brackets end a run.
 */
export function foreignStretches({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const words = wordsOf(target, targetLanguage);
  if (words.length < 2) return [];
  let present = 0;
  for (const word of words) if (!isOwn(word)) present |= speakersOf(word);
  if (present === 0) return [];
  const known = differentWords(wordsOf(source, sourceLanguage));
  const others = languages.filter(
    (language, at) => (present & (1 << at)) !== 0 && language.comparison !== targetLanguage.comparison,
  );
  const runs = others.flatMap((language) => runsOf(target, words, language, known));
  const places = placesIn(target);
  const kept: Run[] = [];
  for (const run of runs.toSorted((a, b) => b.strength - a.strength)) {
    if (places.isTaken(run)) continue;
    places.take(run);
    kept.push(run);
  }
  return kept.map(({ start, end, language }) => ({
    ruleId: "untranslated",
    start,
    end,
    reason: message("untranslated.language", {
      text: excerpt(target.slice(start, end)),
      met: language.name,
      language: targetLanguage.name,
    }),
    expected: [],
  }));
}

type Run = { start: number; end: number; language: Language; strength: number };

function runsOf(text: string, words: readonly Word[], language: Language, known: ReadonlySet<string>): Run[] {
  const bit = 1 << languages.indexOf(language);
  const isForeign = (word: Word): boolean => (speakersOf(word) & bit) !== 0 && !isOwn(word) && word.word.length > 1;
  const isCapital = ({ start }: Word): boolean => /^[\p{Lu}\p{N}]/u.test(text.slice(start, start + 2));
  const found: Run[] = [];
  let run: Word[] = [];
  let isFresh = true;
  const close = (isWhole: boolean, isAlone: boolean): void => {
    const from = run.findIndex(isForeign);
    const stretch = from < 0 ? [] : run.slice(from, run.findLastIndex(isForeign) + 1);
    const foreign = stretch.filter(isForeign);
    const different = new Set(foreign.map(({ word }) => word)).size;
    const rest = stretch.filter((word) => !isForeign(word) && (speakersOf(word) & bit) === 0);
    // "Back to Life and the Spine": the words between and beside are all names.
    const beside = [run[from - 1], run[from + stretch.length]].flatMap((word) =>
      word && isCapital(word) ? [word] : [],
    );
    const isName = rest.length + beside.length > 1 && rest.every(isCapital);
    const isKnown = foreign.filter(({ word }) => known.has(word)).length > foreign.length / 2;
    const isLong = different >= fewest && foreign.length >= stretch.length * share && !isName;
    // A sentence of some length has words of its own language, if it is in it.
    const isSentence = isAlone && different >= 2 && run.length >= sentenceLength && !isName;
    const isShort = isWhole && different >= 2 && rest.filter(({ word }) => !known.has(word)).length <= 1 && !isName;
    if (!isKnown && (isLong || isSentence || isShort)) {
      const whole = isWhole && stretch.length >= run.length - 1 ? wholeOf(text) : undefined;
      const start = whole?.start ?? stretch[0]?.start ?? 0;
      found.push({ start, end: whole?.end ?? stretch.at(-1)?.end ?? start, language, strength: foreign.length });
    }
    run = [];
  };
  words.forEach((word, index) => {
    const before = words[index - 1];
    const isOwnAlone = isOwn(word) && (speakersOf(word) & bit) === 0;
    const isBreak = before !== undefined && /[.!?;:…()[\]«»“”„"\n]/u.test(text.slice(before.end, word.start));
    if (isBreak || isOwnAlone) {
      close(false, isFresh && isBreak);
      isFresh = isBreak && !isOwnAlone;
    }
    if (!isOwnAlone) run.push(word);
  });
  close(run.length === words.length, isFresh);
  return found;
}
