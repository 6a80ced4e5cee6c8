// Rule `length`: a translation is about as long as its source, has words where it has words, and ends where it ends.
import type { TextFinding } from "../../finding.ts";
import { abbreviationsOf } from "../../language/abbreviations.ts";
import type { Language } from "../../language/language.ts";
import { message, type Message } from "../../messages/message.ts";
import { wholeOf, type Pair } from "./text-pair.ts";

type Place = { start: number; end: number };

/** How many times longer or shorter a long text may be; short texts vary more. */
const longestRatio = 1.9;
const slack = 30;

/** A translation that is far too long or too short, has no words, or breaks off. */
export function checkLength({ source, target, sourceLanguage, targetLanguage }: Pair): TextFinding[] {
  const { start, end } = wholeOf(target);
  const found = (reason: Message, expected: string[] = []): TextFinding[] => [
    { ruleId: "length", start, end, reason, expected },
  ];
  if (!/[\p{L}\p{N}\ufffc]/u.test(target)) return /[\p{L}\p{N}]/u.test(source) ? found(message("length.no-words")) : [];
  const from = source.trim().length / sourceLanguage.comparison.relativeLength;
  const to = target.trim().length / targetLanguage.comparison.relativeLength;
  const bound = longestRatio + slack / Math.max(1, Math.min(from, to));
  if (to > from * bound) return found(message("length.long", { times: Math.round((to / from) * 10) / 10 }));
  if (from > to * bound) return found(message("length.short", { percent: Math.round((100 * to) / from) }));
  return endsOpen(source, target, sourceLanguage, targetLanguage)
    ? cutOff(source, target, { start, end }, targetLanguage)
    : [];
}

const closing = /[.!?…؟][»”“"’‘')\]]*$/u;
/** What a text may end with besides a full stop, and be complete: it ends in code, an image, a bracket, a quotation. */
const open = /[\p{L}\p{M}\p{N},;،؛–—-]$/u;

function endsOpen(source: string, target: string, sourceLanguage: Language, targetLanguage: Language): boolean {
  const origin = source.trimEnd();
  if (!closing.test(origin) || !open.test(target.trimEnd())) return false;
  // "ca. 450 kr." ends no sentence, and neither does a heading of two words.
  if (origin.endsWith(".") && endsInAbbreviation(origin, sourceLanguage)) return false;
  return sentenceWords(origin) >= 3 || targetLanguage.comparison === sourceLanguage.comparison;
}

function sentenceWords(text: string): number {
  return text
    .slice(-400)
    .split(/\s+/u)
    .filter((word) => /\p{L}{2}/u.test(word)).length;
}

function endsInAbbreviation(text: string, { code, comparison }: Language): boolean {
  const last = /([\p{L}\p{M}.]{1,12})\.$/u.exec(text.slice(-14))?.[1]?.toLowerCase();
  if (last === undefined) return false;
  return (
    last.includes(".") ||
    last.length < 2 ||
    abbreviationsOf(code).has(`${last}.`) ||
    Object.values(comparison.numbers.units).some((list) => list.split(" ").includes(last)) ||
    last === "kr"
  );
}

function cutOff(source: string, target: string, { start, end }: Place, { comparison }: Language): TextFinding[] {
  const mark = closing.exec(source.trimEnd())?.[0] ?? ".";
  const isWhole = /[\p{L}\p{M}\p{N}]$/u.test(target.trimEnd());
  const text = target.slice(start, end);
  const reason = message("length.cut", { mark });
  // What closes a quotation as well is not the same mark in every language.
  const own = mark.length > 1 ? undefined : mark === "?" && comparison.script === "Arabic" ? "؟" : mark;
  const at = Math.max(start, text.search(/\S+$/u) + start);
  return [
    {
      ruleId: "length",
      start: at,
      end,
      reason,
      expected: own === undefined || !isWhole ? [] : [target.slice(at, end) + own],
    },
  ];
}
