// Names of months.
import { withoutPrefixes } from "../word-list.ts";
import { factOf, type Word } from "../words.ts";
import { figure, type Figure } from "./figure.ts";
import { readerOf } from "./reader.ts";

/** The month that a word names. Some months are told from other words by their capital alone. */
const monthOf = factOf(({ written, word, language }) => {
  const { months } = readerOf(language);
  const prefixed = withoutPrefixes(word, language.words.prefixes).slice(1);
  for (const form of [word, written.normalize("NFC"), ...prefixed]) {
    const month = months.get(form);
    if (month) return month;
  }
  return undefined;
});

/** Names of months. Beside a number they are part of a date. */
export function monthFigures(text: string, words: readonly Word[], figures: readonly Figure[]): Figure[] {
  const found: Figure[] = [];
  let next = 0;
  for (const met of words) {
    const entry = monthOf(met);
    if (!entry) continue;
    const { start, end, word } = met;
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
