// Rule `laterality`: left and right of the source are left and right of the translation.
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { message, type Message } from "../../messages/message.ts";
import { excerpt, wholeOf, type Pair } from "./text-pair.ts";
import { lookupOf, phraseLengthAt, withoutPrefixes } from "./word-list.ts";
import { factOf, wordsOf, type Word } from "./words.ts";

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
  const lost = new Map<Side, Message>();
  for (const { side, start, end } of missing) {
    // The last one: where a side is named once too often, the later place is the likelier slip.
    const swapped = unpaired[side === "left" ? "right" : "left"].pop();
    const naming = named(source, { side, start, end });
    if (swapped)
      findings.push({
        ruleId: "laterality",
        start: swapped.start,
        end: swapped.end,
        reason: message("side.swapped", { source: naming, target: named(target, swapped) }),
        expected: opposite(target.slice(swapped.start, swapped.end), side, language),
      });
    else if (!isNamed(met, side)) lost.set(side, naming);
  }
  if (lost.size > 0)
    findings.push({
      ruleId: "laterality",
      ...wholeOf(target),
      reason: message("side.missing", { sides: [...lost.values()] }),
      expected: [],
    });
  for (const { side, start, end } of [...unpaired.left, ...unpaired.right])
    if (!isNamed(origin, side))
      findings.push({
        ruleId: "laterality",
        start,
        end,
        reason: message("side.added", { side: named(target, { side, start, end }) }),
        expected: [],
      });
  return findings.sort((a, b) => a.start - b.start);
}

/** A word with the side that it names. */
function named(text: string, { side, start, end }: Pick<Mention, "side" | "start" | "end">): Message {
  return message("side.named", { word: excerpt(text.slice(start, end)), side: message(`side.${side}`) });
}

function isOn(side: Side): (mention: Mention) => boolean {
  return (mention) => mention.side === side;
}

/** The same word for the side, ending and capital kept; nothing where the data know no such word. */
function opposite(text: string, side: Side, language: Language): string[] {
  for (const [left, right] of language.comparison.sides.opposites) {
    const [wrong, wanted] = side === "left" ? [right, left] : [left, right];
    const at = text.toLowerCase().indexOf(wrong);
    if (at < 0) continue;
    const isCapital = /^\p{Lu}/u.test(text.slice(at));
    const word = isCapital ? wanted.slice(0, 1).toUpperCase() + wanted.slice(1) : wanted;
    const made = text.slice(0, at) + word + text.slice(at + wrong.length);
    if (namingIn(withoutPrefixes(made.toLowerCase(), language.words.prefixes), language)?.side === side) return [made];
  }
  return [];
}

type Naming = { side: Side; isAlways: boolean };

/** The side that one of the forms of a word may name. */
function namingIn(forms: readonly string[], { comparison }: Language): Naming | undefined {
  if (forms.some((form) => lookupOf(comparison.sides.not).has(form))) return undefined;
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
  const mentions: Mention[] = [];
  const idioms = lookupOf(language.comparison.sides.idioms);
  let idiomEnd = 0;
  words.forEach((word, index) => {
    const { start, end } = word;
    idiomEnd = Math.max(idiomEnd, index + phraseLengthAt(idioms, words, index));
    if (index < idiomEnd) return;
    const next = words[index + 1];
    const isHyphenated = next !== undefined && next.start === end + 1 && text[end] === "-";
    const naming = isHyphenated
      ? namingIn([`${word.word}-${next.word}`, ...withoutPrefixes(word.word, language.words.prefixes)], language)
      : namingOf(word);
    if (!naming) return;
    const { side, isAlways } = naming;
    const isSure =
      isBesideNoun(text, words, index, language) ||
      isPaired(words, index, language, side) ||
      (isAlways && !isName(text, word, language));
    mentions.push({ side, start, end, isSure });
  });
  return mentions;
}

/**
 * A capital that no sentence explains makes a name: the parties Venstre and Høyre. Where nouns have capitals, the first
 * word of a sentence may be one too: "Links", "Rechte".
 */
function isName(text: string, { start, word }: Word, { words, comparison }: Language): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return false;
  // "Linksseitig" is no noun, whatever its first letter.
  if (
    words.capitalNouns &&
    comparison.sides.opposites.some((pair) => pair.some((stem) => word.length <= stem.length + 2))
  )
    return true;
  return /[\p{L}\p{N},][ \u00a0]+$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Before the name of a part of the body, or after a word that only a side follows. */
function isBesideNoun(text: string, words: readonly Word[], index: number, { comparison }: Language): boolean {
  const here = words[index];
  const next = words[index + 1];
  const last = words[index - 1];
  if (!here) return false;
  const { nouns, before } = comparison.sides;
  if (next && /^[\s-]+$/u.test(text.slice(here.end, next.start)) && lookupOf(nouns).has(next.word)) return true;
  return last !== undefined && /^\s+$/u.test(text.slice(last.end, here.start)) && lookupOf(before).has(last.word);
}

/** In "left and right" both are sides, and in "die rechte und die linke". */
function isPaired(words: readonly Word[], index: number, { comparison }: Language, side: Side): boolean {
  const other = comparison.sides[side === "left" ? "right" : "left"];
  return [-3, -2, 2, 3].some((step) => {
    const word = words[index + step]?.word;
    if (word === undefined) return false;
    const between = words.slice(Math.min(index, index + step) + 1, Math.max(index, index + step));
    return (
      between.every((one) => one.word.length <= 5) &&
      (lookupOf(other.always).has(word) || lookupOf(other.maybe).has(word))
    );
  });
}
