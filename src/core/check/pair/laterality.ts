// Rule `laterality`: left and right of the source are left and right of the translation.
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { quoted, wholeOf, type Pair } from "./text-pair.ts";
import { lookupOf, withoutPrefixes } from "./word-list.ts";
import { factOf, wordsOf } from "./words.ts";

type Side = "left" | "right";
/** A word that names a side. A doubtful one explains a side of the other text and demands none: "right away". */
type Mention = { side: Side; start: number; end: number; isSure: boolean };

const sides: readonly Side[] = ["left", "right"];

/** Sides that were lost, invented or swapped. Naming a side once for two nouns, or twice for one, is no difference. */
export function checkLaterality({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const origin = mentionsOf(source, sourceLanguage);
  const met = mentionsOf(target, targetLanguage);
  if (origin.length === 0 && met.length === 0) return [];
  const missing = sides.flatMap((side) => beyond(origin, met, side));
  const surplus = sides.flatMap((side) => beyond(met, origin, side));
  return report(source, target, origin, met, missing, surplus, targetLanguage);
}

/** The sure mentions of a side that the other text has no mention for, sure or not. */
function beyond(mentions: readonly Mention[], others: readonly Mention[], side: Side): Mention[] {
  const own = mentions.filter((mention) => mention.side === side && mention.isSure);
  return own.slice(others.filter((mention) => mention.side === side).length);
}

function report(
  source: string,
  target: string,
  origin: readonly Mention[],
  met: readonly Mention[],
  missing: readonly Mention[],
  surplus: readonly Mention[],
  language: Language,
): TextFinding[] {
  const findings: TextFinding[] = [];
  const isNamed = (mentions: readonly Mention[], side: Side): boolean =>
    mentions.some((mention) => mention.side === side);
  const unpaired = { left: surplus.filter(isOn("left")), right: surplus.filter(isOn("right")) };
  const lost = new Map<Side, string>();
  for (const { side, start, end } of missing) {
    // The last one: where a side is named once too often, the later place is the likelier slip.
    const swapped = unpaired[side === "left" ? "right" : "left"].pop();
    const word = quoted(source.slice(start, end));
    if (swapped)
      findings.push({
        ruleId: "laterality",
        start: swapped.start,
        end: swapped.end,
        reason: `The source has ${word} (${side}), the translation ${quoted(target.slice(swapped.start, swapped.end))} (${swapped.side}).`,
        expected: example(side, language),
      });
    else if (!isNamed(met, side)) lost.set(side, `${word} (${side})`);
  }
  if (lost.size > 0)
    findings.push({
      ruleId: "laterality",
      ...wholeOf(target),
      reason: `The source has ${[...lost.values()].join(" and ")}, the translation names no such side.`,
      expected: [...lost.keys()].flatMap((side) => example(side, language)),
    });
  for (const { side, start, end } of [...unpaired.left, ...unpaired.right])
    if (!isNamed(origin, side))
      findings.push({
        ruleId: "laterality",
        start,
        end,
        reason: `The translation has ${quoted(target.slice(start, end))} (${side}), which is not in the source.`,
        expected: [],
      });
  return findings.sort((a, b) => a.start - b.start);
}

function isOn(side: Side): (mention: Mention) => boolean {
  return (mention) => mention.side === side;
}

/** The plain word for the side; the sentence decides its ending. */
function example(side: Side, { comparison }: Language): string[] {
  const { always, maybe } = comparison.sides[side];
  const first = (always === "" ? maybe : always).split(" ")[0] ?? "";
  const plain = maybe.split(" ")[0] ?? "";
  return [(first.includes("-") ? plain : first).replace("*", "")];
}

type Naming = { side: Side; isAlways: boolean };

/** The side that one of the forms of a word may name. */
function namingIn(forms: readonly string[], { comparison }: Language): Naming | undefined {
  for (const side of sides) {
    const { always, maybe } = comparison.sides[side];
    if (forms.some((form) => lookupOf(always).has(form))) return { side, isAlways: true };
    if (forms.some((form) => lookupOf(maybe).has(form))) return { side, isAlways: false };
  }
  return undefined;
}

const namingOf = factOf(({ word, language }) => namingIn(withoutPrefixes(word, language.words.prefixes), language));

function mentionsOf(text: string, language: Language): Mention[] {
  const words = wordsOf(text, language);
  const isNoun = lookupOf(language.comparison.sides.nouns);
  const mentions: Mention[] = [];
  words.forEach((word, index) => {
    const { start, end } = word;
    const next = words[index + 1];
    const isHyphenated = next !== undefined && next.start === end + 1 && text[end] === "-";
    const naming = isHyphenated
      ? namingIn([`${word.word}-${next.word}`, ...withoutPrefixes(word.word, language.words.prefixes)], language)
      : namingOf(word);
    if (!naming) return;
    const { side, isAlways } = naming;
    const isSure = isAlways
      ? !isOtherWord(text, start, language)
      : isSide(text, words, index, (form) => isNoun.has(form)) || isPaired(words, index, language, side);
    mentions.push({ side, start, end, isSure });
  });
  return mentions;
}

/** A noun of its own in a language that writes nouns with a capital: "Links", "Rechte". */
function isOtherWord(text: string, start: number, { words }: Language): boolean {
  if (!words.capitalNouns || !/^\p{Lu}/u.test(text.slice(start, start + 2))) return false;
  return /[\p{L}\p{N},][ \u00a0]+$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Before the name of a part of the body. */
function isSide(
  text: string,
  words: readonly { start: number; end: number; word: string }[],
  index: number,
  isNoun: (word: string) => boolean,
): boolean {
  const here = words[index];
  const next = words[index + 1];
  return (
    here !== undefined && next !== undefined && /^[\s-]+$/u.test(text.slice(here.end, next.start)) && isNoun(next.word)
  );
}

/** In "left and right" both are sides. */
function isPaired(words: readonly { word: string }[], index: number, { comparison }: Language, side: Side): boolean {
  const other = comparison.sides[side === "left" ? "right" : "left"];
  return [-2, 2].some((step) => {
    const word = words[index + step]?.word;
    const between = words[index + step / 2]?.word ?? "";
    return (
      word !== undefined && between.length <= 5 && (lookupOf(other.always).has(word) || lookupOf(other.maybe).has(word))
    );
  });
}
