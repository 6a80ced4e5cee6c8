// Numbers in words: alone, joined to tens and units, and as the first part of a compound.
import type { Word } from "../text-pair.ts";
import { lookupOf, phraseLengthAt, withoutPrefixes } from "../word-list.ts";
import { blanks, figure, type Figure } from "./figure.ts";
import type { Reader, NumberWord } from "./reader.ts";

/** All numbers of a text that are written in words, in order. */
export function wordFigures(text: string, words: readonly Word[], reader: Reader): Figure[] {
  const { comparison, language } = reader;
  const idioms = lookupOf(comparison.numbers.idioms);
  const figures: Figure[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as Word;
    const idiom = phraseLengthAt(idioms, words, index);
    if (idiom > 0) {
      index += idiom - 1;
      continue;
    }
    const dual = Object.entries(comparison.numbers.duals ?? {}).find(([, list]) =>
      withoutPrefixes(word.word, language.words.prefixes).some((form) => lookupOf(list).has(form)),
    );
    if (dual) {
      figures.push(figure(word.start, word.end, ["n:2"], { kind: "word", value: 2, unit: dual[0], demand: "always" }));
      continue;
    }
    const known = numberWordAt(word.word, reader);
    if (!known) {
      const compound = compoundFigure(word, reader);
      if (compound) figures.push(compound);
      continue;
    }
    const joined = joinedFigure(text, words, index, known, reader);
    if (joined) {
      figures.push(joined);
      index += 1;
      continue;
    }
    figures.push(
      figure(
        word.start,
        word.end,
        known.values.map((value) => `n:${value}`),
        {
          kind: "word",
          value: known.values[0] ?? Number.NaN,
          demand: known.ambiguous ? "changed" : known.demand,
        },
      ),
    );
  }
  return figures;
}

function numberWordAt(word: string, { numberWords, language }: Reader): NumberWord | undefined {
  for (const form of withoutPrefixes(word, language.words.prefixes)) {
    const known = numberWords.get(form);
    if (known) return known;
  }
  return undefined;
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
  const other = numberWordAt(next.word, reader);
  if (!other) return undefined;
  const second = other.values[0] ?? 0;
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

/** The first part of "toukers" and "dwutygodniowy" is a number; it explains one, but demands none. */
function compoundFigure({ word, start, end }: Word, { prefixes, longestPrefix, units }: Reader): Figure | undefined {
  for (let length = Math.min(longestPrefix, word.length - 2); length > 1; length -= 1) {
    const value = prefixes.get(word.slice(0, length));
    if (value === undefined) continue;
    const unit = units.beginsUnit(word.slice(length));
    if (unit !== undefined)
      return figure(start, end, [`n:${value}`], { kind: "word", value, demand: "never", unit, unitEnd: end });
  }
  return undefined;
}
