// Rule `whitespace`: blanks and line breaks stand where the language puts them.
import type { TextFinding } from "../../finding.ts";
import { message, type Message } from "../../messages/message.ts";
import type { Pair } from "./text-pair.ts";

type Fault = { pattern: RegExp; reason: Message; expected: (met: string) => string; certain?: true };

const blank = "[ \\t\\u00a0\\u202f\\u2009]";

/**
 * Each fault is one only if the source has none of its kind. A pattern begins with the mark that it is about and looks
 * back from there: looking back from every letter takes many times as long.
 */
const faults: readonly Fault[] = [
  { pattern: /^[\s\u00a0]+/u, reason: message("space.before-text"), expected: () => "", certain: true },
  { pattern: /(?<=\S)[\s\u00a0]+$/u, reason: message("space.after-text"), expected: () => "", certain: true },
  { pattern: /(?<=\S)[ \t]{2,}(?=\S)/gu, reason: message("space.double"), expected: () => " ", certain: true },
  {
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}\\p{M})»”])${blank}+(?=[,;:.!?،؛؟](?:[\\s)»”]|$))`, "gu"),
    reason: message("space.before-mark"),
    expected: () => "",
    certain: true,
  },
  {
    // Two letters at least, and a capital: "z.B." and "f.eks." are abbreviations, "klinikk.no" goes on in small letters.
    pattern: /[.!?](?<=\p{Ll}{2}.)(?=\p{Lu}\p{Ll})|[.!؟](?<=\p{Lo}{3}.)(?=\p{Lo}{2})/gu,
    reason: message("space.after-sentence"),
    expected: (met) => `${met} `,
  },
  {
    pattern: /[,;،؛](?<=\p{L}{2}.)(?=\p{L}{2})/gu,
    reason: message("space.after-mark"),
    expected: (met) => `${met} `,
  },
];

/** Blanks too many or too few, and line breaks lost or added. A no-break space that became a blank is none of these. */
export function checkWhitespace({ source, target }: Pair): TextFinding[] {
  const findings: TextFinding[] = [];
  for (const { pattern, reason, expected, certain } of faults) {
    if (target.search(pattern) < 0) continue;
    const met = matches(pattern, target);
    const known = matches(pattern, source).length;
    for (const { 0: text, index } of met.slice(known)) {
      if (isInAddress(target, index)) continue;
      findings.push({
        ruleId: "whitespace",
        start: index,
        end: index + text.length,
        reason,
        expected: [expected(text)],
        ...(certain ? { certain } : undefined),
      });
    }
  }
  const wanted = source.trim().split("\n").length;
  const found = target.trim().split("\n").length;
  if (wanted !== found) {
    const start = target.length - target.trimStart().length;
    const reason = message("space.line-breaks", { source: wanted - 1, target: found - 1 });
    findings.push({ ruleId: "whitespace", start, end: Math.max(start, target.trimEnd().length), reason, expected: [] });
  }
  return findings.sort((a, b) => a.start - b.start);
}

function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  if (pattern.global) return [...text.matchAll(pattern)];
  const match = pattern.exec(text);
  return match ? [match] : [];
}

/** Full stops inside web and mail addresses end no sentence. */
function isInAddress(text: string, index: number): boolean {
  const before = /\S{0,80}$/u.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? "";
  return /:\/\/|www\.|@/u.test(before);
}
