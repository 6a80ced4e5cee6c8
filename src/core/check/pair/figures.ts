// The numbers of a text, however its language writes them: digits, words, times, dates, with their units.
import type { Comparison } from "../../language/compare.ts";
import type { Language } from "../../language/language.ts";
import { withoutAddresses, wordsOf, type Word } from "./text-pair.ts";
import { quantityKey, unitWordsOf, type UnitWords } from "./unit-of-measure.ts";
import { entriesOf, lookupOf, phraseLengthAt, withoutPrefixes } from "./word-list.ts";

/**
 * How much the other text owes to a number. `always`: it must be there. `changed`: it may be left out, but not become
 * another number. `never`: it explains a number of the other text ("an hour" explains "1 hour"), and demands none.
 */
export type Demand = "always" | "changed" | "never";

export type Figure = {
  start: number;
  end: number;
  /** End of the unit that follows, or `end`. */
  unitEnd: number;
  /** The ways to read it; two figures that share one are the same. */
  keys: string[];
  /** What it is if it may also be read as several figures: 6.1. is the 6th of the first month. */
  parts: string[][];
  unit: string | undefined;
  /** The unit stands a word further, or at the next number: 5 of "5–10 mg". */
  unitBorrowed: boolean;
  demand: Demand;
  kind: "number" | "time" | "month" | "word";
  value: number;
  /** It is written with marks between thousands. */
  grouped: boolean;
};

export type Figures = {
  figures: Figure[];
  /** All units that the text names, with a number or without. */
  units: ReadonlySet<string>;
};

const blanks = " \u00a0\u202f\u2009";
const run = /[½¼¾⅓⅔⅛]|\+?\d+(?:(?:[.,:/'’٫٬]|[ \u00a0\u202f\u2009](?=\d{2,3}(?!\d)))\d+)*/gu;
const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d)/uy;
const vulgar: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125 };

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
  const figures = [...found, ...reader.looseUnits(units.loose), ...months(text, words, found, reader)].sort(
    (a, b) => a.start - b.start,
  );
  return { figures, units: units.named };
}

const shortWords = /^[ \u00a0](?:\p{L}{1,3}[ \u00a0]){1,2}$/u;
const isHalf = (made: Figure): boolean => made.kind === "word" && made.keys.includes("n:0.5");

/** "two and a half" is one number; the article before the half is none. */
function joinHalves(text: string, figures: Figure[]): void {
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
function readHalvesAfterUnits(text: string, figures: Figure[], loose: readonly { end: number; unit: string }[]): void {
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
function scaled(figures: readonly Figure[]): Figure[] {
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

type NumberWord = { values: number[]; demand: Demand; ambiguous: boolean };
type Reader = {
  language: Language;
  comparison: Comparison;
  units: UnitWords;
  numberWords: ReadonlyMap<string, NumberWord>;
  prefixes: ReadonlyMap<string, number>;
  longestPrefix: number;
  months: ReadonlyMap<string, { month: number; first: boolean }>;
  thousands: RegExp[];
  decimal: RegExp;
  looseUnits: (loose: { start: number; end: number; unit: string }[]) => Figure[];
};

const readers = new WeakMap<Comparison, Reader>();

function readerOf(language: Language): Reader {
  const comparison = language.comparison;
  const known = readers.get(comparison);
  if (known) return known;
  const numberWords = numberWordsOf(comparison);
  const prefixes = new Map<string, number>();
  for (const lists of [comparison.numbers.words, comparison.numbers.prefixes ?? {}])
    for (const [value, list] of Object.entries(lists))
      for (const entry of entriesOf(list)) prefixes.set(entry, Number(value));
  const months = new Map<string, { month: number; first: boolean }>();
  comparison.numbers.months.forEach((list, index) => {
    entriesOf(list).forEach((entry, place) => months.set(entry, { month: index + 1, first: place === 0 }));
  });
  const decimals = escapeClass(comparison.numbers.decimal);
  const groups = [...new Set([...comparison.numbers.group.split(""), " "])];
  const reader: Reader = {
    language,
    comparison,
    units: unitWordsOf(comparison),
    numberWords,
    prefixes,
    longestPrefix: Math.max(0, ...[...prefixes.keys()].map((prefix) => prefix.length)),
    months,
    thousands: groups.map((mark) => {
      const marks = mark === " " ? blanks : escapeClass(mark);
      return new RegExp(`^[1-9]\\d{0,2}(?:[${marks}]\\d{3})+(?:[${decimals}](\\d+))?$`, "u");
    }),
    decimal: new RegExp(`^(\\d+)[${decimals}](\\d+)$`, "u"),
    looseUnits: (loose) =>
      loose.flatMap(({ start, end, unit }) => {
        const key = quantityKey(1, unit);
        return key === undefined ? [] : [figure(start, end, [key], { demand: "never", unit, unitEnd: end })];
      }),
  };
  readers.set(comparison, reader);
  return reader;
}

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

function figure(start: number, end: number, keys: string[], more: Partial<Figure> = {}): Figure {
  return {
    start,
    end,
    unitEnd: end,
    keys,
    parts: [],
    unit: undefined,
    unitBorrowed: false,
    demand: "always",
    kind: "number",
    value: Number.NaN,
    grouped: false,
    ...more,
  };
}

/** A number as a key: 08 and 8,0 and 8 are the same. Long digits keep all their places. */
function numberKey(whole: string, fraction = ""): string {
  const left = whole.replace(/^0+(?=\d)/u, "");
  const right = fraction.replace(/0+$/u, "");
  return `n:${left}${right === "" ? "" : `.${right}`}`;
}

const timeKey = (hour: number, minute: number): string => `t:${hour}:${minute}`;

function digitFigures(text: string, reader: Reader): Figure[] {
  const figures: Figure[] = [];
  run.lastIndex = 0;
  for (;;) {
    const at = run.lastIndex;
    const match = run.exec(text);
    if (!match) break;
    const { index } = match;
    isoDate.lastIndex = index;
    const date = isoDate.exec(text);
    if (date) {
      const [whole, year = "", month = "", day = ""] = date;
      figures.push(...dateFigures(index, index + whole.length, { day: [day], month: [month], year }));
      run.lastIndex = index + whole.length;
    } else if (match[0] in vulgar) {
      const value = vulgar[match[0]] ?? 0;
      const whole = figures.at(-1);
      const isMixed = whole !== undefined && index - whole.end <= 1 && Number.isInteger(whole.value);
      const sum = value + (isMixed ? whole.value : 0);
      figures.push(figure(isMixed ? (figures.pop() ?? whole).start : index, index + 1, [`n:${sum}`], { value: sum }));
    } else figures.push(...readRun(match[0], index, reader));
    if (run.lastIndex <= at) run.lastIndex = at + 1;
  }
  return figures;
}

function dateFigures(
  start: number,
  end: number,
  { day, month, year }: { day: string[]; month: string[]; year: string },
): Figure[] {
  const short = year.length === 2 ? [`n:20${year}`, `n:19${year}`] : [];
  const number = (places: string[]): string[] => places.map((place) => numberKey(place));
  return [
    figure(start, end, number(day), { value: Number(day[0]) }),
    figure(
      start,
      end,
      month.map((place) => `m:${Number(place)}`),
      { kind: "month", value: Number(month[0]) },
    ),
    figure(start, end, [numberKey(year), ...short], { value: Number(year) }),
  ];
}

const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;
const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;

/** Reads digits with the marks and blanks between them. */
function readRun(raw: string, start: number, reader: Reader): Figure[] {
  const { comparison } = reader;
  const end = start + raw.length;
  const dated = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(raw);
  if (dated) {
    const [, first = "", , second = "", year = ""] = dated;
    if (isDay(first) && isMonth(second) && comparison.numbers.monthFirst && isMonth(first))
      return dateFigures(start, end, { day: [second, first], month: [first, second], year });
    if (isDay(first) && isMonth(second)) return dateFigures(start, end, { day: [first], month: [second], year });
    if (isMonth(first) && isDay(second) && comparison.numbers.monthFirst)
      return dateFigures(start, end, { day: [second], month: [first], year });
  }
  const clock = /^(\d{1,2})[.:](\d{2})$/u.exec(raw);
  const hour = Number(clock?.[1]);
  const minute = Number(clock?.[2]);
  const isTime = clock !== null && hour <= 24 && minute < 60;
  if (raw.includes(":")) {
    if (isTime) return [timeFigure(start, end, hour, minute)];
    return split(raw, ":", start, reader);
  }
  if (raw.includes("/")) return slashed(raw, start, reader);
  if (/^\+|[ \u00a0\u202f\u2009]/u.test(raw) && !isGrouped(raw, reader)) return digitGroups(raw, start, reader);
  const plain = plainNumber(raw, reader);
  const made = figure(start, end, plain.keys, { value: plain.value, grouped: plain.grouped });
  if (isTime) {
    made.keys.push(timeKey(hour, minute), ...(minute === 0 ? [`n:${hour}`] : []));
    made.kind = "time";
    made.value = hour + minute / 100;
  }
  if (plain.grouped) made.parts.push(raw.split(/[^\d]/u).map((part) => numberKey(part)));
  const short = /^(\d{1,2})\.(\d{1,2})$/u.exec(raw);
  if (short && isDay(short[1] ?? "") && isMonth(short[2] ?? ""))
    made.parts.push([numberKey(short[1] ?? ""), `m:${Number(short[2])}`]);
  return [made];
}

function timeFigure(start: number, end: number, hour: number, minute: number): Figure {
  const keys = [timeKey(hour, minute), ...(minute === 0 ? [`n:${hour}`] : [])];
  return figure(start, end, keys, { kind: "time", value: hour + minute / 100 });
}

function isGrouped(raw: string, reader: Reader): boolean {
  return reader.thousands.some((pattern) => pattern.test(raw));
}

/** The value of digits with the language's own marks; with other marks they are what they are, sign for sign. */
function plainNumber(
  raw: string,
  { thousands, decimal, comparison }: Reader,
): { keys: string[]; value: number; grouped: boolean } {
  if (/^\d+$/u.test(raw)) return { keys: [numberKey(raw)], value: Number(raw), grouped: false };
  const keys: string[] = [];
  let value = Number.NaN;
  let grouped = false;
  for (const pattern of thousands) {
    const match = pattern.exec(raw);
    if (!match) continue;
    const fraction = match[1] ?? "";
    const whole = (fraction === "" ? raw : raw.slice(0, -fraction.length - 1)).replaceAll(/\D/gu, "");
    keys.push(numberKey(whole, fraction));
    value = Number(`${whole}.${fraction}0`);
    grouped = true;
  }
  const fractional = decimal.exec(raw);
  if (fractional && (!grouped || comparison.numbers.decimal.length > 1)) {
    keys.push(numberKey(fractional[1] ?? "", fractional[2]));
    if (!grouped) value = Number(`${fractional[1]}.${fractional[2]}`);
  }
  if (keys.length > 0) return { keys, value, grouped };
  // Citations keep the point in every language; a comma in a language with a point is a number that was not adapted.
  const pointed = /^(\d+)\.(\d+)$/u.exec(raw);
  if (pointed)
    return { keys: [numberKey(pointed[1] ?? "", pointed[2]), `lit:${raw}`], value: Number(raw), grouped: false };
  const marks = raw.replaceAll(/\d/gu, "").length;
  return {
    keys: [`lit:${raw}`, ...(marks > 1 ? [numberKey(raw.replaceAll(/\D/gu, ""))] : [])],
    value: Number.NaN,
    grouped: false,
  };
}

function split(raw: string, mark: string, start: number, reader: Reader): Figure[] {
  let at = start;
  return raw.split(mark).flatMap((part) => {
    const made = part === "" ? [] : readRun(part, at, reader);
    at += part.length + 1;
    return made;
  });
}

function slashed(raw: string, start: number, reader: Reader): Figure[] {
  const pair = /^(\d+)\/(\d+)$/u.exec(raw);
  if (!pair) return split(raw, "/", start, reader);
  const [, first = "", second = ""] = pair;
  const made = figure(start, start + raw.length, [`lit:${raw}`], { parts: [[numberKey(first), numberKey(second)]] });
  const value = Number(first) / Number(second);
  if (value < 1 && Number(second) <= 10) made.keys.push(`n:${value}`);
  if (isDay(first) && isMonth(second)) made.parts.push([numberKey(first), `m:${Number(second)}`]);
  if (reader.comparison.numbers.monthFirst && isDay(second) && isMonth(first))
    made.parts.push([numberKey(second), `m:${Number(first)}`]);
  return [made];
}

/** Digits in groups that are no thousands: a phone number, or numbers that happen to stand side by side. */
function digitGroups(raw: string, start: number, reader: Reader): Figure[] {
  const groups = raw.replace("+", "").split(/[ \u00a0\u202f\u2009]/u);
  if (groups.some((group) => /\D/u.test(group)) || (groups.length === 2 && !raw.startsWith("+"))) {
    let at = start;
    return raw.split(/[ \u00a0\u202f\u2009]/u).flatMap((part) => {
      const made = readRun(part.replace("+", ""), at + (part.startsWith("+") ? 1 : 0), reader);
      at += part.length + 1;
      return made;
    });
  }
  const keys = [numberKey(groups.join(""))];
  // With the country's code or without, it is the same number.
  if (raw.startsWith("+") && groups.length > 1) keys.push(numberKey(groups.slice(1).join("")));
  return [figure(start, start + raw.length, keys, { parts: [groups.map((group) => numberKey(group))] })];
}

function wordFigures(text: string, words: readonly Word[], reader: Reader): Figure[] {
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

/** Gives figures the unit that follows them; returns all units that the text names, and those that stand alone. */
function readUnits(
  text: string,
  words: readonly Word[],
  figures: Figure[],
  reader: Reader,
): { named: Set<string>; loose: { start: number; end: number; unit: string }[] } {
  const named = new Set<string>();
  const taken = new Set<number>();
  for (let index = figures.length - 1; index >= 0; index -= 1) {
    const made = figures[index] as Figure;
    if (made.kind === "month") continue;
    const own = made.unit === undefined ? unitAt(text, made, reader) : undefined;
    if (own) {
      made.unit = own.unit;
      made.unitEnd = own.end;
      made.unitBorrowed = own.borrowed;
      taken.add(own.start);
    } else if (made.unit === undefined) {
      const before = currencyBefore(text, made.start);
      if (before !== undefined) made.unit = before;
      else borrow(text, made, figures[index + 1]);
    }
    if (made.unit !== undefined) {
      named.add(made.unit);
      for (const key of made.keys.slice())
        if (key.startsWith("n:")) {
          const quantity = quantityKey(Number(key.slice(2)), made.unit);
          if (quantity !== undefined) made.keys.push(quantity);
        }
      if (made.demand === "changed" && !made.unitBorrowed) made.demand = "always";
    }
  }
  const loose: { start: number; end: number; unit: string }[] = [];
  for (const { start, end, word } of words) {
    if (taken.has(start)) continue;
    for (const form of withoutPrefixes(word, reader.language.words.prefixes)) {
      const unit = reader.units.unitOf(form);
      if (unit === undefined) continue;
      named.add(unit);
      if (form.length > 2) loose.push({ start, end, unit });
      break;
    }
  }
  for (const symbol of text.matchAll(/[%‰٪€$£°]/gu)) {
    const unit = reader.units.unitOf(symbol[0]);
    if (unit !== undefined) named.add(unit);
  }
  return { named, loose };
}

const unitPattern = /(?:[ \u00a0\u202f\u2009]|[-‑][ \u00a0]?|\.?-)?([\p{L}\p{M}µμ°℃%‰€$£٪]+[²2]?)/uy;
const wordPattern = /[ \u00a0\u202f\u2009]([\p{L}\p{M}]+)/uy;

function unitAt(
  text: string,
  { end }: Figure,
  reader: Reader,
): { unit: string; start: number; end: number; borrowed: boolean } | undefined {
  unitPattern.lastIndex = end;
  const match = unitPattern.exec(text);
  if (!match) return undefined;
  const token = match[1] ?? "";
  const start = match.index + match[0].length - token.length;
  const glued = start === end;
  const last = match.index + match[0].length;
  const unit = lookUpUnit(token, text, last, reader);
  // In "1990s" and "3D" the letters are no unit.
  if (unit && (!glued || token.length > 1 || !/^[sS]$/u.test(token)))
    return { unit: unit.unit, start, end: unit.end, borrowed: false };
  let at = last;
  // "450 norske kroner", "half an hour": the unit is the word after the next.
  wordPattern.lastIndex = at;
  const second = glued ? null : wordPattern.exec(text);
  if (!second) return undefined;
  at += second[0].length;
  const further = lookUpUnit(second[1] ?? "", text, at, reader);
  return further && (second[1] ?? "").length > 2
    ? { unit: further.unit, start: at - (second[1] ?? "").length, end: further.end, borrowed: true }
    : undefined;
}

function lookUpUnit(
  token: string,
  text: string,
  end: number,
  { units, language }: Reader,
): { unit: string; end: number } | undefined {
  const word = token.normalize("NFC").toLowerCase();
  for (const form of withoutPrefixes(word, language.words.prefixes)) {
    for (const phrase of units.phrases.get(form) ?? []) {
      const rest = phrase.parts.slice(1).join(" ");
      if (text.slice(end + 1, end + 1 + rest.length).toLowerCase() === rest)
        return { unit: phrase.unit, end: end + 1 + rest.length };
    }
    const unit = units.unitOf(form);
    if (unit !== undefined) return { unit, end };
  }
  return undefined;
}

const currency = /(?:^|[^\p{L}])(kr|nok|eur|usd|gbp|€|\$|£)\.?[ \u00a0\u202f]?$/iu;
const currencies: Readonly<Record<string, string>> = {
  kr: "kr",
  nok: "kr",
  eur: "eur",
  "€": "eur",
  usd: "usd",
  $: "usd",
  gbp: "gbp",
  "£": "gbp",
};

function currencyBefore(text: string, start: number): string | undefined {
  const match = currency.exec(text.slice(Math.max(0, start - 7), start));
  return match ? currencies[(match[1] ?? "").toLowerCase()] : undefined;
}

/** 5 of "5–10 mg" and of "5 or 10 mg" has the unit of its neighbour. */
function borrow(text: string, made: Figure, next: Figure | undefined): void {
  if (!next || next.unit === undefined || next.kind === "month" || next.start - made.end > 12 || next.start < made.end)
    return;
  if (!/^\s*(?:[-‐–—−,/+]|\p{L}{1,7})?\s*$/u.test(text.slice(made.end, next.start))) return;
  made.unit = next.unit;
  made.unitBorrowed = true;
}

/** Adds the readings as times of day: "kl. 8", "8 am", "half past eight". */
function readClock(text: string, words: readonly Word[], figures: Figure[], { comparison, language }: Reader): void {
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

/** Names of months. Beside a number they are part of a date. */
function months(
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
