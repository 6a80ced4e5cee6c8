// The unit that belongs to a number, and the units that stand alone.
import { quantityKey } from "../unit-of-measure.ts";
import { withoutPrefixes } from "../word-list.ts";
import { factOf, type Word } from "../words.ts";
import { figure, type Figure } from "./figure.ts";
import { readerOf, type Reader } from "./reader.ts";

/** The unit that a word names, and the form that names it: without the particles before it. */
const namedUnit = factOf(({ word, language }) => {
  for (const form of withoutPrefixes(word, language.words.prefixes)) {
    const unit = readerOf(language).units.unitOf(form);
    if (unit !== undefined) return { unit, form };
  }
  return undefined;
});

/** Gives figures the unit that follows them; returns all units that the text names, and those that stand alone. */
export function readUnits(
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
  for (const word of words) {
    if (taken.has(word.start)) continue;
    const met = namedUnit(word);
    if (!met) continue;
    named.add(met.unit);
    if (met.form.length > 2) loose.push({ start: word.start, end: word.end, unit: met.unit });
  }
  for (const symbol of /[%‰٪€$£°]/u.test(text) ? text.matchAll(/[%‰٪€$£°]/gu) : []) {
    const unit = reader.units.unitOf(symbol[0]);
    if (unit !== undefined) named.add(unit);
  }
  return { named, loose };
}

/** "an hour" explains "60 minutes". */
export function looseUnitFigures(loose: readonly { start: number; end: number; unit: string }[]): Figure[] {
  return loose.flatMap(({ start, end, unit }) => {
    const key = quantityKey(1, unit);
    return key === undefined ? [] : [figure(start, end, [key], { demand: "never", unit })];
  });
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
