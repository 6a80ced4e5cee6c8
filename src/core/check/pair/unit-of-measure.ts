// Units of measure: their names in every language, how they relate, and which a text cannot do without.
import type { Comparison } from "../../language/compare.ts";
import { onceFor } from "../../once.ts";
import { entriesOf } from "./word-list.ts";

type Measure = { dimension: string; factor: number };

/** Units that measure the same, as multiples of one of them: 90 minutes are 1.5 hours. */
const measures: Readonly<Record<string, Measure>> = {
  s: { dimension: "time", factor: 1 },
  min: { dimension: "time", factor: 60 },
  quarter: { dimension: "time", factor: 900 },
  h: { dimension: "time", factor: 3600 },
  d: { dimension: "time", factor: 86_400 },
  wk: { dimension: "time", factor: 604_800 },
  fortnight: { dimension: "time", factor: 1_209_600 },
  month: { dimension: "months", factor: 1 },
  y: { dimension: "months", factor: 12 },
  ug: { dimension: "mass", factor: 0.000_001 },
  mg: { dimension: "mass", factor: 0.001 },
  g: { dimension: "mass", factor: 1 },
  kg: { dimension: "mass", factor: 1000 },
  ml: { dimension: "volume", factor: 1 },
  cl: { dimension: "volume", factor: 10 },
  dl: { dimension: "volume", factor: 100 },
  l: { dimension: "volume", factor: 1000 },
  mm: { dimension: "length", factor: 1 },
  cm: { dimension: "length", factor: 10 },
  m: { dimension: "length", factor: 1000 },
  km: { dimension: "length", factor: 1_000_000 },
};

/** Symbols that are the same in every language that writes Latin letters; in lower case. */
const symbols: Readonly<Record<string, string>> = {
  s: "s",
  min: "min",
  h: "h",
  mg: "mg",
  µg: "ug",
  μg: "ug",
  mcg: "ug",
  g: "g",
  kg: "kg",
  ml: "ml",
  cl: "cl",
  dl: "dl",
  l: "l",
  mm: "mm",
  cm: "cm",
  m: "m",
  km: "km",
  m2: "m2",
  "m²": "m2",
  hz: "hz",
  khz: "khz",
  mhz: "mhz",
  bar: "bar",
  mmol: "mmol",
  iu: "iu",
  kcal: "kcal",
  kj: "kj",
  mj: "mj",
  kr: "kr",
  nok: "kr",
  "€": "eur",
  eur: "eur",
  euro: "eur",
  $: "usd",
  usd: "usd",
  "£": "gbp",
  gbp: "gbp",
  "%": "%",
  "٪": "%",
  "‰": "‰",
  "°": "deg",
  "°c": "deg",
  "℃": "deg",
};

const written: Readonly<Record<string, string>> = {
  ug: "µg",
  hz: "Hz",
  khz: "kHz",
  mhz: "MHz",
  m2: "m²",
  deg: "°C",
  eur: "€",
  usd: "$",
  gbp: "£",
  mj: "mJ",
  kj: "kJ",
  iu: "IU",
};

/** A time may be counted in other words ("5 Termine"); a dose or a price without its unit is another one. */
export function isDemanded(unit: string): boolean {
  const dimension = measures[unit]?.dimension;
  return dimension !== "time" && dimension !== "months";
}

/** Key of a quantity that is the same in every unit of its dimension; undefined if the unit has no relatives. */
export function quantityKey(value: number, unit: string): string | undefined {
  const measure = measures[unit];
  return measure && `q:${measure.dimension}:${Number((value * measure.factor).toPrecision(9))}`;
}

/** How the unit of a word is found in one language. */
export type UnitWords = {
  /** The unit of a whole word in lower case, its own inflections included. */
  unitOf: (word: string) => string | undefined;
  /** Whether some unit's word begins so. */
  beginsUnit: (word: string) => string | undefined;
  /** The first phrases that name a unit, by first word. */
  phrases: ReadonlyMap<string, readonly { parts: readonly string[]; unit: string }[]>;
};

/** The unit words of a language. */
export const unitWordsOf = onceFor((comparison: Comparison) => comparison, makeUnitWords);

function makeUnitWords(comparison: Comparison): UnitWords {
  const whole = new Map<string, string>(comparison.script === "Latin" ? Object.entries(symbols) : []);
  if (comparison.script !== "Latin")
    // Symbols in Latin letters stand in these scripts too, but one letter alone is more often part of a name.
    for (const [symbol, unit] of Object.entries(symbols))
      if (symbol.length > 1 || !/\p{L}/u.test(symbol)) whole.set(symbol, unit);
  const stems = new Map<string, string>();
  const phrases = new Map<string, { parts: string[]; unit: string }[]>();
  let longest = 0;
  const add = (into: Map<string, string>, entry: string, unit: string): void => {
    const parts = entry.split(" ");
    const [first = ""] = parts;
    if (parts.length === 1) into.set(entry, unit);
    else phrases.set(first, [...(phrases.get(first) ?? []), { parts, unit }]);
    longest = Math.max(longest, entry.length);
  };
  for (const [unit, list] of Object.entries(comparison.numbers.unitStems))
    for (const entry of entriesOf(list)) add(stems, entry, unit);
  for (const [unit, list] of Object.entries(comparison.numbers.units))
    for (const entry of entriesOf(list)) add(whole, entry, unit);
  for (const [unit, list] of Object.entries(comparison.numbers.duals ?? {}))
    for (const entry of entriesOf(list)) add(whole, entry, unit);
  const beginsUnit = (word: string): string | undefined => {
    for (let length = Math.min(longest, word.length); length > 1; length -= 1) {
      const unit = stems.get(word.slice(0, length));
      if (unit !== undefined) return unit;
    }
    return undefined;
  };
  return { unitOf: (word) => whole.get(word) ?? beginsUnit(word), beginsUnit, phrases };
}

/** The unit as a text of that language writes it after a number. */
export function writeUnit(unit: string, { numbers, script }: Comparison): string {
  const word = entriesOf(numbers.unitStems[unit] ?? "")[0];
  const abbreviation = entriesOf(numbers.units[unit] ?? "")[0];
  if (isDemanded(unit))
    return (script === "Latin" ? undefined : abbreviation) ?? (unit === "kr" ? "kr" : (written[unit] ?? unit));
  return word ?? abbreviation ?? unit;
}
