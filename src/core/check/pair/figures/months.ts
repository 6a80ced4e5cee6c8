// Names of months.
import type { Language } from "../../../language/language.ts";
import type { Word } from "../text-pair.ts";
import { withoutPrefixes } from "../word-list.ts";
import { figure, type Figure } from "./figure.ts";
import type { Reader } from "./reader.ts";

/** Names of months. Beside a number they are part of a date. */
export function monthFigures(
  text: string,
  words: readonly Word[],
  figures: readonly Figure[],
  { months, language }: Reader,
): Figure[] {
  const found: Figure[] = [];
  let next = 0;
  for (const { start, end, word } of words) {
    const entry =
      months.get(word) ?? months.get(text.slice(start, end).normalize("NFC")) ?? prefixedMonth(word, months, language);
    if (!entry) continue;
    while (next < figures.length && (figures[next]?.start ?? 0) < start) next += 1;
    const before = figures[next - 1];
    const after = figures[next];
    const isDated =
      (before !== undefined &&
        start - before.end <= 6 &&
        before.value >= 1 &&
        before.value <= 31 &&
        before.kind !== "word" &&
        /^[.\s\p{L}-]*$/u.test(text.slice(before.end, start))) ||
      (after !== undefined &&
        after.start - end <= 3 &&
        Number.isInteger(after.value) &&
        after.kind === "number" &&
        /^[.\s]*$/u.test(text.slice(end, after.start)));
    if (!isDated && !entry.first && word.length <= 4) continue;
    found.push(
      figure(start, end, [`m:${entry.month}`], {
        kind: "month",
        value: entry.month,
        demand: isDated ? "always" : "changed",
      }),
    );
  }
  return found;
}

function prefixedMonth(
  word: string,
  months: Reader["months"],
  { words }: Language,
): { month: number; first: boolean } | undefined {
  for (const form of withoutPrefixes(word, words.prefixes).slice(1)) {
    const entry = months.get(form);
    if (entry) return entry;
  }
  return undefined;
}
