// Numbers of several words: "two and a half", "an hour and a half", "5 tusen".
import { quantityKey } from "../unit-of-measure.ts";
import { figure, type Figure } from "./figure.ts";

const shortWords = /^[ \u00a0](?:\p{L}{1,3}[ \u00a0]){1,2}$/u;
const isHalf = (made: Figure): boolean => made.kind === "word" && made.keys.includes("n:0.5");

/** "two and a half" is one number; the article before the half is none. */
export function joinHalves(text: string, figures: Figure[]): void {
  figures.forEach((made, index) => {
    if (!isHalf(made)) return;
    const near = [figures[index - 2], figures[index - 1]].find(
      (before) =>
        before !== undefined && made.start - before.end <= 9 && shortWords.test(text.slice(before.end, made.start)),
    );
    if (!near || !Number.isInteger(near.value) || near.kind === "time") return;
    near.value += 0.5;
    near.keys = [`n:${near.value}`];
    near.end = made.end;
    near.unitEnd = made.end;
    near.demand = near.demand === "never" ? "never" : "always";
    made.keys = [];
  });
}

/** "an hour and a half", "two hours and a half". */
export function readHalvesAfterUnits(
  text: string,
  figures: Figure[],
  loose: readonly { end: number; unit: string }[],
): void {
  const units = new Map(loose.map(({ end, unit }) => [end, { unit, counted: undefined as Figure | undefined }]));
  for (const made of figures)
    if (made.unit !== undefined && !made.unitBorrowed && Number.isInteger(made.value))
      units.set(made.unitEnd, { unit: made.unit, counted: made });
  for (const made of figures) {
    if (!isHalf(made)) continue;
    for (let at = made.start; at >= Math.max(0, made.start - 9); at -= 1) {
      const measured = units.get(at);
      const gap = text.slice(at, made.start);
      if (!measured || !(gap === " " || shortWords.test(gap))) continue;
      const value = (measured.counted?.value ?? 1) + 0.5;
      const quantity = quantityKey(value, measured.unit);
      const keys = [`n:${value}`, ...(quantity === undefined ? [] : [quantity])];
      if (measured.counted) measured.counted.keys = keys;
      else made.keys.push(...keys);
      break;
    }
  }
}

/** "5 tusen" is one number. */
export function scaled(figures: readonly Figure[]): Figure[] {
  const result: Figure[] = [];
  for (const made of figures) {
    const before = result.at(-1);
    const isScale = made.kind === "word" && (made.value === 100 || made.value === 1000);
    if (
      before &&
      isScale &&
      made.start - before.end === 1 &&
      before.value > 0 &&
      before.value < made.value &&
      before.kind !== "time" &&
      before.kind !== "month"
    ) {
      const value = before.value * made.value;
      result[result.length - 1] = figure(before.start, made.end, [`n:${value}`], {
        value,
        demand: before.demand,
        kind: before.kind,
        parts: [[...before.keys, ...made.keys]],
      });
    } else result.push(made);
  }
  return result;
}
