// Each row is held by its own examples: they are read as it says, and neither the row nor one of its conditions can go.
import { describe, expect, test } from "vitest";
import { languageCodes } from "../../src/core/language/all.ts";
import { cueNames } from "../../src/core/language/cues.ts";
import { findEquations } from "../../src/core/terms/equate/find.ts";
import type { Conditions, Examples, Row } from "../../src/core/terms/equate/rows.ts";
import { allRows } from "../../src/core/terms/equate/rows/all.ts";
import { findSeenTerms } from "../../src/core/terms/recognise.ts";
import { indexes, readTermbase } from "./termbases.ts";

const index = indexes(readTermbase("terms.yaml"));

function equations(lang: string, text: string, rows: readonly Row[] = allRows): number {
  const hits = findSeenTerms(text, index(lang));
  expect(new Set(hits.map(({ concept }) => concept)).size, text).toBeGreaterThan(1);
  return findEquations(text, hits, index(lang), rows).length;
}

const sentencesOf = (examples: Examples): [lang: string, text: string][] =>
  Object.entries(examples).flatMap(([lang, texts]) => texts.map((text): [string, string] => [lang, text]));

const conditions = ["before", "governor", "bare", "gap", "has", "hasNear", "unlessAfter", "grammar"] as const;

describe.each(allRows.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(sentencesOf(row.like))("reads, and nothing else does (%s): %s", (lang, text) => {
    expect(equations(lang, text)).toBe(1);
    const others = allRows.filter((other) => other !== row);
    expect(equations(lang, text, others), "without the row").toBe(0);
  });

  test.each(sentencesOf(row.unlike))("does not read (%s): %s", (lang, text) => {
    expect(equations(lang, text)).toBe(0);
  });

  test.each(conditions.filter((name) => row[name] !== undefined))("needs its condition %s", (name) => {
    const { [name]: _gone, ...rest }: Row = row;
    const rows = allRows.map((other) => (other === row ? (rest as Row) : other));
    expect(sentencesOf(row.unlike).some(([lang, text]) => equations(lang, text, rows) > 0)).toBe(true);
  });
});

describe("the rows together", () => {
  test("have names of their own, and conditions that are all tried", () => {
    expect(new Set(allRows.map(({ id }) => id)).size).toBe(allRows.length);
    const known: ReadonlySet<string> = new Set([...conditions, "id", "turn", "says", "like", "unlike"]);
    for (const row of allRows) expect(Object.keys(row).filter((key) => !known.has(key))).toEqual([]);
  });

  test("name only what there is", () => {
    const marks = ["comma", "semicolon", "colon", "open", "close", "dash", "hyphen", "slash", "equals", "plus"];
    const known = new Set<string>([...Object.keys(cueNames), ...marks.map((mark) => `:${mark}`), "plain", "term"]);
    for (const row of allRows)
      for (const name of namesIn(row))
        expect({ row: row.id, name, isKnown: known.has(name) }).toMatchObject({ isKnown: true });
  });

  test("are off in a language that lacks what they need, or have no example there", () => {
    const off = Object.fromEntries(
      allRows.map(({ id, like }) => [id, languageCodes.filter((code) => !like[code]).join(" ")]),
    );
    expect(off).toMatchInlineSnapshot(`
      {
        "a-many-call-it-b": "nb da sv de uk ar",
        "a-people-call-it-b": "nn da sv de pl uk ar",
        "a-so-doctors-call-b": "en uk ar",
        "a-what-we-used-to-call-b": "nb nn sv en de uk ar",
        "for-a-the-word-b-is-used": "nb nn da sv en uk ar",
        "it-is-a-when-do-b": "nb nn da sv en de uk ar",
        "it-is-a-when-we-do-b": "pl uk ar",
        "the-word-a-is-used-for-b": "de pl uk ar",
        "to-a-belongs-b": "nb nn da sv en pl uk ar",
        "under-a-you-find-b": "nn en de pl uk ar",
        "under-the-name-a-we-offer-b": "nn da sv en pl uk ar",
      }
    `);
  });
});

/** The names in the patterns of a row. */
function namesIn(row: Conditions): string[] {
  const { before, governor, gap, has, hasNear, unlessAfter } = row;
  return [before, governor, gap, has, hasNear, unlessAfter]
    .filter((pattern) => pattern !== undefined)
    .flatMap((pattern) => pattern.split(" ").flatMap((step) => step.replace(/[?*+{].*$/u, "").split("|")));
}
