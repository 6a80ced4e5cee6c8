// The numbers of a text, however its language writes them: digits, words, times, dates, with their units.
import type { Language } from "../../language/language.ts";
import { wordsOf, withoutAddresses } from "./text-pair.ts";
import { readClock } from "./figures/clock.ts";
import { digitFigures } from "./figures/digits.ts";
import type { Figures } from "./figures/figure.ts";
import { joinHalves, readHalvesAfterUnits, scaled } from "./figures/halves.ts";
import { monthFigures } from "./figures/months.ts";
import { readerOf } from "./figures/reader.ts";
import { looseUnitFigures, readUnits } from "./figures/units.ts";
import { wordFigures } from "./figures/words.ts";

/** The text with plain digits in every place, same length; what is no running text is blank. */
function withPlainDigits(text: string): string {
  return withoutAddresses(text)
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/(?<=\p{L})[₀-₉]/gu, (digit) => String(digit.charCodeAt(0) - 0x2080));
}

/** Finds all numbers of a text. Linear in its length. */
export function figuresOf(original: string, language: Language): Figures {
  const text = withPlainDigits(original);
  const reader = readerOf(language);
  const words = wordsOf(text);
  const found = scaled(
    [...digitFigures(text, reader), ...wordFigures(text, words, reader)].sort((a, b) => a.start - b.start),
  );
  joinHalves(text, found);
  const units = readUnits(text, words, found, reader);
  readHalvesAfterUnits(text, found, units.loose);
  readClock(text, words, found, reader);
  const figures = [...found, ...looseUnitFigures(units.loose), ...monthFigures(text, words, found, reader)].sort(
    (a, b) => a.start - b.start,
  );
  return { figures, units: units.named };
}
