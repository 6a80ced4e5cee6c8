// What to write for a number of the source that the translation lost or changed.
import type { Language } from "../../../language/language.ts";
import type { Pair } from "../text-pair.ts";
import { writeUnit } from "../unit-of-measure.ts";
import { entriesOf } from "../word-list.ts";
import { ownUnit, type Figure } from "./figure.ts";

/** No word or mark stands at the number that could be a unit: "5." and "5, then". */
export function isAlone(text: string, { start, end }: Figure): boolean {
  return /^(?:[.,;:!?)]*(?:\s|$))(?!\p{L})/u.test(text.slice(end, end + 8)) && !/[^\s(]$/u.test(text.slice(0, start));
}

/**
 * What to write in place of a number alone, its unit left standing. Nothing where the unit is another one or missing,
 * or where the half of the day is said by a word.
 */
export function numberInstead(
  made: Figure,
  instead: Figure,
  texts: Pick<Pair, "source" | "target">,
  language: Language,
): string[] {
  const isMonth = made.kind === "month";
  if (isMonth !== (instead.kind === "month")) return [];
  if (!isMonth && ownUnit(made) !== ownUnit(instead)) return [];
  const after = texts.target.slice(instead.unitEnd, instead.unitEnd + 12);
  if (made.kind === "time" && (instead.kind !== "time" || /^\s*[ap]\.?m/iu.test(after))) return [];
  if (made.kind === "word") {
    if (Number.isNaN(made.value)) return [];
    const met = texts.target.slice(instead.start, instead.end);
    const form = entriesOf(language.comparison.numbers.words[made.value] ?? "")[0];
    // A form as in the dictionary becomes another such; other forms are the sentence's.
    const isPlain = entriesOf(language.comparison.numbers.words[instead.value] ?? "")[0] === met;
    return [isPlain && form !== undefined ? form : String(made.value)];
  }
  return numberIn(made, texts.source, language);
}

/** How the translation should write a figure of the source with its unit; nothing if only a person can say. */
export function written(made: Figure, source: string, language: Language): string[] {
  const unit = made.unit === undefined || made.unitBorrowed ? "" : withUnit(made.unit, language);
  if (made.kind === "word") {
    if (unit !== "") return Number.isNaN(made.value) ? [] : [`${made.value}${unit}`];
    const word = entriesOf(language.comparison.numbers.words[made.value] ?? "")[0];
    return word === undefined ? [] : [word];
  }
  return numberIn(made, source, language).map((number) => number + (made.kind === "number" ? unit : ""));
}

/** A figure of the source in the marks of the translation's language. */
function numberIn(made: Figure, source: string, language: Language): string[] {
  const { numbers } = language.comparison;
  const text = source.slice(made.start, made.end);
  if (made.kind === "month") return entriesOf(numbers.months[made.value - 1] ?? "").slice(0, 1);
  if (made.kind === "time") {
    const [hour = "", minute = ""] = text.split(/[.:]/u);
    return minute === "" ? [text] : [`${hour}${numbers.time}${minute}`];
  }
  if (Number.isNaN(made.value)) return [text];
  const [whole = "", fraction] = String(made.value).split(".");
  // A phone number keeps its digits as they are, and so does what has the marks of another language.
  const isKept = made.grouped ? made.unit === undefined && /^\d{3}\s\d{3}$/u.test(text) : made.parts.length > 0;
  if (isKept || made.keys.some((key) => key.startsWith("lit:"))) return [text];
  const mark = numbers.group[0] === " " ? "\u00a0" : (numbers.group[0] ?? "");
  const left = made.grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, mark) : whole;
  return [`${left}${fraction === undefined ? "" : `${numbers.decimal[0]}${fraction}`}`];
}

function withUnit(unit: string, language: Language): string {
  if (unit === "%") return language.comparison.numbers.percentBlank ? "\u00a0%" : "%";
  const written = writeUnit(unit, language.comparison);
  const isNoun = language.words.capitalNouns === true && written.length > 3;
  return ` ${isNoun ? written.slice(0, 1).toUpperCase() + written.slice(1) : written}`;
}
