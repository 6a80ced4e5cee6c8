// The numbers of a text, however its language writes them: digits, words, times, dates, with their units.
import type { Language } from "../../language/language.ts";
import { mostTexts, onceFor, remembering } from "../../once.ts";
import { withoutAddresses } from "./text-pair.ts";
import { readClock } from "./figures/clock.ts";
import { digitFigures } from "./figures/digits.ts";
import type { Figures } from "./figures/figure.ts";
import { joinHalves, readHalvesAfterUnits, scaled } from "./figures/halves.ts";
import { monthFigures } from "./figures/months.ts";
import { readerOf } from "./figures/reader.ts";
import { looseUnitFigures, readUnits } from "./figures/units.ts";
import { wordFigures } from "./figures/words.ts";
import { dataOf, wordsOf } from "./words.ts";

/** The text with plain digits in every place, same length; what is no running text is blank. */
function withPlainDigits(text: string): string {
  const running = withoutAddresses(text);
  if (!/[٠-٩۰-۹₀-₉]/u.test(running)) return running;
  return running
    .replaceAll(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll(/(?<=\p{L})[₀-₉]/gu, (digit) => String(digit.charCodeAt(0) - 0x2080));
}

const memoryOf = onceFor(dataOf, (language: Language) => remembering(mostTexts, (text) => readFigures(text, language)));

/** All numbers of a text, which are asked for once for each of its translations. */
export function figuresOf(text: string, language: Language): Figures {
  return memoryOf(language)(text);
}

/** Finds all numbers of a text. Linear in its length. */
function readFigures(original: string, language: Language): Figures {
  const text = withPlainDigits(original);
  const reader = readerOf(language);
  const words = wordsOf(text, language);
  const found = scaled(
    [...digitFigures(text, reader), ...wordFigures(text, words, reader)].sort((a, b) => a.start - b.start),
  );
  joinHalves(text, found);
  const units = readUnits(text, words, found, reader);
  readHalvesAfterUnits(text, found, units.loose);
  readClock(text, words, found, reader);
  const figures = [...found, ...looseUnitFigures(units.loose), ...monthFigures(text, words, found)].sort(
    (a, b) => a.start - b.start,
  );
  return { figures, units: units.named };
}
