// What a language's data say about numbers, made ready for reading.
import type { Comparison } from "../../../language/compare.ts";
import type { Language } from "../../../language/language.ts";
import { unitWordsOf, type UnitWords } from "../unit-of-measure.ts";
import { entriesOf } from "../word-list.ts";
import { onceFor } from "../../../once.ts";
import { dataOf } from "../words.ts";
import { blanks, type Demand } from "./figure.ts";

export type NumberWord = { values: number[]; demand: Demand; ambiguous: boolean };
export type Month = { month: number; first: boolean };

export type Reader = {
  language: Language;
  comparison: Comparison;
  units: UnitWords;
  numberWords: ReadonlyMap<string, NumberWord>;
  /** What the first part of a compound may count, and the longest of them. */
  counts: ReadonlyMap<string, number>;
  longestCount: number;
  months: ReadonlyMap<string, Month>;
  thousands: RegExp[];
  decimal: RegExp;
};

export const readerOf = onceFor(dataOf, (language: Language): Reader => {
  const { comparison } = language;
  const numberWords = numberWordsOf(comparison);
  const counts = new Map<string, number>();
  for (const lists of [comparison.numbers.words, comparison.numbers.prefixes ?? {}])
    for (const [value, list] of Object.entries(lists))
      for (const entry of entriesOf(list)) counts.set(entry, Number(value));
  const months = new Map<string, Month>();
  comparison.numbers.months.forEach((list, index) => {
    entriesOf(list).forEach((entry, place) => months.set(entry, { month: index + 1, first: place === 0 }));
  });
  const decimals = escapeClass(comparison.numbers.decimal);
  const groups = [...new Set([...comparison.numbers.group.split(""), " "])];
  return {
    language,
    comparison,
    units: unitWordsOf(comparison),
    numberWords,
    counts,
    longestCount: Math.max(0, ...[...counts.keys()].map((count) => count.length)),
    months,
    thousands: groups.map((mark) => {
      const marks = mark === " " ? blanks : escapeClass(mark);
      return new RegExp(`^[1-9]\\d{0,2}(?:[${marks}]\\d{3})+(?:[${decimals}](\\d+))?$`, "u");
    }),
    decimal: new RegExp(`^(\\d+)[${decimals}](\\d+)$`, "u"),
  };
});

function escapeClass(marks: string): string {
  return marks.replaceAll(/[\\\]^.-]/gu, "\\$&");
}

/** Number words with their values, compounds of tens and units that are written as one word included. */
function numberWordsOf({ numbers }: Comparison): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const ambiguous = new Set(entriesOf(numbers.ambiguous));
  const formsOf = (value: number): readonly string[] =>
    entriesOf(numbers.words[value] ?? (value === 1 ? (numbers.maybe["1"] ?? "") : ""));
  for (const [key, list] of Object.entries(numbers.words)) {
    const value = Number(key);
    for (const entry of entriesOf(list))
      words.set(entry, {
        values: [value],
        demand: value === 2 ? "changed" : "always",
        ambiguous: ambiguous.has(entry),
      });
  }
  for (const { first, joint } of numbers.compose) {
    if (/[^\p{L}]/u.test(joint)) continue;
    for (let tens = 20; tens <= 90; tens += 10)
      for (let unit = 1; unit <= 9; unit += 1)
        for (const tensForm of formsOf(tens))
          for (const unitForm of formsOf(unit))
            words.set(first === "tens" ? tensForm + joint + unitForm : unitForm + joint + tensForm, {
              values: [tens + unit],
              demand: "always",
              ambiguous: false,
            });
  }
  for (const [key, list] of Object.entries(numbers.maybe))
    for (const entry of entriesOf(list)) {
      const known = words.get(entry);
      if (known) known.values.push(Number(key));
      else words.set(entry, { values: [Number(key)], demand: "never", ambiguous: false });
    }
  return words;
}
