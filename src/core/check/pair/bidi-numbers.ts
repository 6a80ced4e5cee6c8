// Numbers, ranges, doses and phone numbers of a right-to-left text that would be shown in another order.
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { message } from "../../messages/message.ts";
import { displayOrder, shownText } from "./display-order.ts";
import { unitWordsOf } from "./unit-of-measure.ts";

type Stretch = { start: number; end: number };

const blank = "[ \\u00a0\\u202f\\u2009]";
const group = "\\p{Nd}+(?:[.,٫٬:/]\\p{Nd}+)*";
/** What joins numbers to one: a dash, a sign of multiplication, a blank in a phone number. */
const joint = `(?:${blank}?[–—−‒‑×x-]${blank}?|${blank})`;
const numbers = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:\\(\\+\\p{Nd}{1,4}\\)${blank}?)?[+−-]?${group}(?:${joint}${group})*`,
  "gu",
);
const unitAfter = new RegExp(`^${blank}?((?:°|µ|μ)?[A-Za-z]{1,8}[²³]?)(?![\\p{L}\\p{M}\\p{N}])`, "u");

/** Where patients would read another number than the text has. */
export function reorderedNumbers(text: string, language: Language): TextFinding[] {
  if (language.direction !== "rtl" || !/\p{Nd}/u.test(text)) return [];
  const places = displayOrder(text, language.direction);
  return numbersIn(text, language).flatMap(({ start, end }) => {
    if (isInOrder(text, places, start, end)) return [];
    const met = text.slice(start, end);
    const shown = shownText(text, places, start, end);
    const reason = message("bidi.shown", { text: met, shown, language: language.name });
    const expected = [met.replaceAll(/(?<=\p{Nd}\)?)[ \u2009](?=\p{Nd})/gu, "\u00a0"), `\u2066${met}\u2069`].filter(
      (wanted) => wanted !== met && isInOrderAs(text, start, end, wanted, language),
    );
    return [{ ruleId: "bidi", start, end, reason, expected: expected.slice(0, 1), certain: true }];
  });
}

/** Every number, range, dose and phone number of a text, each as one stretch. */
export function numbersIn(text: string, language: Language): Stretch[] {
  const { unitOf } = unitWordsOf(language.comparison);
  return [...text.matchAll(numbers)].flatMap(({ 0: whole, index }) =>
    apart(whole).map(({ start, end }) => {
      const unit = unitAfter.exec(text.slice(index + end, index + end + 16));
      const isUnit = end === whole.length && unit?.[1] !== undefined && unitOf(unit[1].toLowerCase()) !== undefined;
      return { start: index + start, end: index + end + (isUnit ? unit[0].length : 0) };
    }),
  );
}

/** Numbers that only a blank joins are one if they look like a phone number or thousands; else they stand by themselves. */
function apart(text: string): Stretch[] {
  const gaps = [...text.matchAll(new RegExp(`(?<=\\p{Nd})${blank}(?=\\p{Nd})`, "gu"))].map(({ index }) => index);
  const pieces = [...gaps, text.length].map((end, at) => ({ start: at === 0 ? 0 : (gaps[at - 1] ?? 0) + 1, end }));
  const parts = pieces.map(({ start, end }) => text.slice(start, end));
  const isPhone =
    /^\(?\+/u.test(text) ||
    parts.every((part) => /^\p{Nd}{2,4}$/u.test(part)) ||
    /^\p{Nd}{1,3}(?:.\p{Nd}{3})+$/u.test(text);
  return isPhone ? [{ start: 0, end: text.length }] : pieces;
}

/** Whether digits, signs before them and the unit stand from left to right as they are written. */
function isInOrder(text: string, places: Int32Array, start: number, end: number): boolean {
  let last = -1;
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{Nd}+−°-]/u.test(text.charAt(at))) continue;
    const place = places[at] ?? 0;
    if (place < last) return false;
    last = place;
  }
  return true;
}

/**
 * Whether a number is shown as it is written where it stands by itself, from left to right. Figures of Arabic script
 * are not: a blank or a dash between them goes from right to left, whatever is around.
 */
export function keepsOrderAlone(number: string): boolean {
  const alone = `\u2066${number}\u2069`;
  return isInOrder(alone, displayOrder(alone, "rtl"), 1, alone.length - 1);
}

function isInOrderAs(text: string, start: number, end: number, wanted: string, language: Language): boolean {
  // Far enough to meet a letter of either direction.
  const from = Math.max(0, start - 60);
  const changed = text.slice(from, start) + wanted + text.slice(end, end + 60);
  return isInOrder(changed, displayOrder(changed, language.direction), start - from, start - from + wanted.length);
}
