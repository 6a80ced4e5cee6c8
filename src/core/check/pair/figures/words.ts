// Numbers in words: alone, joined to tens and units, and as the first part of a compound.
import { lookupOf, phraseLengthAt, withoutPrefixes } from "../word-list.ts";
import { factOf, type Word } from "../words.ts";
import { blanks, figure, type Figure } from "./figure.ts";
import { readerOf, type Reader, type NumberWord } from "./reader.ts";

/** What a word is to the numbers of a text; most words are nothing. */
type Reading =
  | { kind: "dual"; unit: string }
  | { kind: "number"; number: NumberWord }
  /** The first part of "toukers" and "dwutygodniowy". */
  | { kind: "compound"; count: number; unit: string };

const beginsIdiom = factOf(({ word, language }) => lookupOf(language.comparison.numbers.idioms).phrases.has(word));

const readingOf = factOf(({ word, language }): Reading | undefined => {
  const { numberWords, counts, longestCount, units, comparison } = readerOf(language);
  const forms = withoutPrefixes(word, language.words.prefixes);
  for (const [unit, list] of Object.entries(comparison.numbers.duals ?? {}))
    if (forms.some((form) => lookupOf(list).has(form))) return { kind: "dual", unit };
  for (const form of forms) {
    const number = numberWords.get(form);
    if (number) return { kind: "number", number };
  }
  for (let length = Math.min(longestCount, word.length - 2); length > 1; length -= 1) {
    const count = counts.get(word.slice(0, length));
    const unit = count === undefined ? undefined : units.beginsUnit(word.slice(length));
    if (count !== undefined && unit !== undefined) return { kind: "compound", count, unit };
  }
  return undefined;
});

/** All numbers of a text that are written in words, in order. */
export function wordFigures(text: string, words: readonly Word[], reader: Reader): Figure[] {
  const idioms = lookupOf(reader.comparison.numbers.idioms);
  const figures: Figure[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const idiom = beginsIdiom(word) ? phraseLengthAt(idioms, words, index) : 0;
    if (idiom > 0) {
      index += idiom - 1;
      continue;
    }
    const reading = readingOf(word);
    if (!reading) continue;
    const joined = reading.kind === "number" ? joinedFigure(text, words, index, reading.number, reader) : undefined;
    figures.push(joined ?? figureOf(word, reading));
    if (joined) index += 1;
  }
  return figures;
}

function figureOf({ start, end }: Word, reading: Reading): Figure {
  if (reading.kind === "dual")
    return figure(start, end, ["n:2"], { kind: "word", value: 2, unit: reading.unit, demand: "always" });
  if (reading.kind === "compound") {
    // It explains a number of the other text, but demands none.
    const { count: value, unit } = reading;
    return figure(start, end, [`n:${value}`], { kind: "word", value, demand: "never", unit, unitEnd: end });
  }
  const { values, ambiguous, demand } = reading.number;
  return figure(
    start,
    end,
    values.map((value) => `n:${value}`),
    { kind: "word", value: values[0] ?? Number.NaN, demand: ambiguous ? "changed" : demand },
  );
}

/** "twenty-five", "dwadzieścia pięć": two words that are one number. */
function joinedFigure(
  text: string,
  words: readonly Word[],
  index: number,
  known: NumberWord,
  reader: Reader,
): Figure | undefined {
  const word = words[index];
  const next = words[index + 1];
  const value = known.values[0] ?? 0;
  if (!word || !next || next.start - word.end !== 1) return undefined;
  const other = readingOf(next);
  if (other?.kind !== "number") return undefined;
  const second = other.number.values[0] ?? 0;
  const isTens = (number: number): boolean => number >= 20 && number <= 90;
  const isUnit = (number: number): boolean => number >= 1 && number <= 9;
  for (const { first, joint } of reader.comparison.numbers.compose) {
    const mark = joint.slice(0, 1);
    if (/\p{L}/u.test(mark) || mark === "" || !isSameMark(text[word.end] ?? "", mark)) continue;
    if (!next.word.startsWith(joint.slice(1))) continue;
    if (first === "tens" ? isTens(value) && isUnit(second) : isUnit(value) && isTens(second))
      return figure(word.start, next.end, [`n:${value + second}`], { kind: "word", value: value + second });
  }
  return undefined;
}

function isSameMark(met: string, mark: string): boolean {
  return mark === " " ? blanks.includes(met) : met === mark || (mark === "-" && met === "‑");
}
