// Readings as times of day.
import { entriesOf, lookupOf, phraseLengthAt, withoutPrefixes } from "../word-list.ts";
import type { Word } from "../words.ts";
import { timeKey, type Figure } from "./figure.ts";
import type { Reader } from "./reader.ts";

/** Adds the readings as times of day: "kl. 8", "8 am", "half past eight". */
export function readClock(
  text: string,
  words: readonly Word[],
  figures: Figure[],
  { comparison, language }: Reader,
): void {
  if (figures.length === 0) return;
  const { clock, am, pm, partOfHour } = comparison.numbers;
  const clockWords = lookupOf(clock);
  const parts = lookupOf(partOfHour);
  let cursor = 0;
  const halves: ("am" | "pm" | undefined)[] = figures.map(() => undefined);
  figures.forEach((made, index) => {
    while (cursor < words.length && (words[cursor]?.end ?? 0) <= made.start) cursor += 1;
    if (made.kind === "month" || (made.parts.length > 0 && made.kind !== "time")) return;
    const hour = Math.floor(made.value);
    if (!(hour >= 0 && hour <= 24) || (made.kind !== "time" && !Number.isInteger(made.value))) return;
    const isNear = (word: Word | undefined): word is Word =>
      word !== undefined && made.start - word.end <= 2 && word.start - made.end <= 1;
    const isClockWord = (word: Word | undefined): boolean =>
      isNear(word) && withoutPrefixes(word.word, language.words.prefixes).some((form) => clockWords.has(form));
    const before = words[cursor - 1];
    const afterIndex = made.kind === "word" ? cursor + 1 : (words[cursor]?.start ?? 0) < made.end ? cursor + 1 : cursor;
    const marked = isClockWord(before) || isClockWord(words[afterIndex]);
    const part =
      isNear(before) && (parts.has(before.word) || (cursor >= 2 && phraseLengthAt(parts, words, cursor - 2) === 2));
    if (part) {
      for (const base of [hour, hour + 12])
        for (const [shift, minute] of [
          [-1, 30],
          [0, 30],
          [-1, 45],
          [0, 15],
        ] as const)
          made.keys.push(timeKey((base + shift + 24) % 24, minute));
      made.demand = "never";
      return;
    }
    const half = halfOfDay(text, made, marked, am, pm);
    halves[index] = half;
    const minute = made.kind === "time" ? Math.round((made.value - hour) * 100) : 0;
    if (half !== undefined && hour <= 12) {
      const shifted = (hour % 12) + (half === "pm" ? 12 : 0);
      made.keys = [timeKey(shifted, minute), ...(minute === 0 ? [`n:${shifted}`] : [])];
      made.unit = undefined;
      made.unitEnd = made.end;
    } else if (marked && made.kind !== "time") {
      made.keys.push(timeKey(hour, 0));
      if (made.kind === "word") made.keys.push(timeKey(hour + 12, 0), `n:${hour + 12}`);
    }
  });
  // 1 of "1–3 pm" may be in either half of the day.
  figures.forEach((made, index) => {
    const next = figures[index + 1];
    if (halves[index] !== undefined || halves[index + 1] !== "pm" || !next || next.start - made.end > 6) return;
    const hour = Math.floor(made.value);
    if (!(hour >= 1 && hour < 12)) return;
    const minute = made.kind === "time" ? Math.round((made.value - hour) * 100) : 0;
    made.keys.push(timeKey(hour + 12, minute), ...(minute === 0 ? [`n:${hour + 12}`] : []));
  });
}

function halfOfDay(text: string, made: Figure, marked: boolean, am: string, pm: string): "am" | "pm" | undefined {
  const rest = text
    .slice(made.end, made.end + 28)
    .toLowerCase()
    .replace(/^[ \u00a0\u202f\u2009]+/u, "");
  const follows = (list: string): boolean =>
    entriesOf(list).some(
      (entry) =>
        rest.startsWith(entry) &&
        !/^[\p{L}\p{M}]/u.test(rest.slice(entry.length)) &&
        // A single letter is more often a unit.
        (entry.length > 1 || marked || made.kind === "time"),
    );
  return follows(pm) ? "pm" : follows(am) ? "am" : undefined;
}
