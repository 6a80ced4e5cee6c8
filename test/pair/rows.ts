// Rows of a translation beside its source: where a rule finds something, and what it says to write there.
import { expect, test } from "vitest";
import { checkPair } from "../../src/core/check/pair/pair.ts";
import type { RuleId, TextFinding } from "../../src/core/finding.ts";
import { languageOf } from "../../src/core/language/all.ts";
import { unmarked } from "../places.ts";
import { said } from "../said.ts";

/** ⟨ and ⟩ mark the place; around all it is the whole. `expected` is the first thing to write, `""` to take it out, and `null` nothing. */
export type Row = readonly [languages: string, source: string, target: string, expected?: string | null];

export function findingsOf(languages: string, source: string, target: string): TextFinding[] {
  const [sourceLanguage, targetLanguage] = languages.split(" ").map((code) => languageOf(code));
  if (!sourceLanguage || !targetLanguage) throw new Error(`No languages ${languages}.`);
  return checkPair({ source, target, sourceLanguage, targetLanguage });
}

/** The rule finds each row's places and no others, and what it says to write, put there, is right. */
export function testFindings(rule: RuleId, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row.slice(0, 3).join(" | "), row] as const))("%s", (_, row) => {
    const [languages, source, marked, expected] = row;
    const { text: target, places } = unmarked(marked);
    const own = findingsOf(languages, source, target).filter(({ ruleId }) => ruleId === rule);
    expect(own.map(({ start, end }) => [start, end])).toEqual(places);
    if (expected !== undefined) expect(own[0]?.expected[0] ?? null).toBe(expected);
    for (const { start, end, expected: advice, reason } of own) {
      expect(said(reason)).toMatch(/^.+[.]$/su);
      for (const wanted of advice) {
        const written = target.slice(0, start) + wanted + target.slice(end);
        const left = findingsOf(languages, source, written).filter(({ ruleId }) => ruleId === rule);
        expect(left.length).toBeLessThan(own.length);
      }
    }
  });
}

/** No rule has a word to say. */
export function testClean(rows: readonly (readonly [languages: string, source: string, target: string])[]): void {
  test.each(rows)("%s | %s | %s is clean", (languages, source, target) => {
    expect(findingsOf(languages, source, target)).toEqual([]);
  });
}
