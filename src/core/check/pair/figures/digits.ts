// Numbers in digits: with decimals and thousands, times, dates, phone numbers, fractions.
import { figure, numberKey, timeKey, type Figure } from "./figure.ts";
import type { Reader } from "./reader.ts";

const run = /[½¼¾⅓⅔⅛]|\+?\d+(?:(?:[.,:/'’٫٬]|[ \u00a0\u202f\u2009](?=\d{2,3}(?!\d)))\d+)*/gu;
const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d)/uy;
const vulgar: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125 };

/** All numbers of a text that are written in digits, in order. */
export function digitFigures(text: string, reader: Reader): Figure[] {
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
