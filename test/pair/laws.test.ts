// Laws of the rules that compare a translation with its source.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../../src/core/catalog/read.ts";
import { stateOf } from "../../src/core/catalog/state.ts";
import { checkPair } from "../../src/core/check/pair/pair.ts";
import type { Language } from "../../src/core/language/language.ts";
import { languageCodes, languageOf } from "../../src/core/language/all.ts";
import { isPlain } from "../../src/core/page/unit.ts";
import { plainText } from "../../src/core/unit-text.ts";
import { expectLinear } from "../growth.ts";
import { said } from "../said.ts";
import { runs } from "../soak.ts";

function language(code: string): Language {
  const found = languageOf(code);
  if (!found) throw new Error(`No language ${code}.`);
  return found;
}

const code = fc.constantFrom(...languageCodes);
const piece = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    ..."10.30 1 2,5 +47 22 ½ 6.1. 6/1 43.9 ٢٥ kl. halv to fem uker mg % kr «a» “b” „c” \" ' ’ ikke not no nie *x @y &amp; <x ⟦1⟧ høyre left lewy يسار ساعتين ، . , \n \u00a0 \ufffc twenty-five 2022-01-06 12:00 pm a.m. www.x.no a@b.no x.Y".split(
      " ",
    ),
  ),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));

test("any two texts can be compared, and every finding has its place in the target", () => {
  fc.assert(
    fc.property(code, code, text, text, (from, to, source, target) => {
      for (const { start, end, reason } of checkPair({
        source,
        target,
        sourceLanguage: language(from),
        targetLanguage: language(to),
      })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(target.length);
        expect(said(reason)).not.toBe("");
      }
    }),
    { numRuns: runs(1000) },
  );
});

test("a text compared with itself has lost and invented nothing", () => {
  fc.assert(
    fc.property(code, text, (from, source) => {
      const found = checkPair({
        source,
        target: source,
        sourceLanguage: language(from),
        targetLanguage: language(from),
      }).filter(({ ruleId }) => ["number", "laterality", "negation", "length", "doubled-word"].includes(ruleId));
      expect(found).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

const hostile: readonly string[] = [
  "Ta 2,5 mg to ganger daglig, ikke mer. «Sitat» på venstre side. ",
  "1 ",
  "1.",
  "12 34 ",
  "½",
  "9",
  "a",
  " ",
  "\n",
  "“",
  "'",
  "a'",
  "«",
  "*a ",
  "&",
  "<x ",
  "a.B",
  "to ",
  "fem og ",
  "ikke ",
  "høyre ",
  "januar ",
  "1 januar ",
  "5–",
  "kr ",
  "pm ",
  "، ",
  "@",
  "twenty-",
  "￼",
  "1 – ",
  "22 33 ",
  "\u202e",
  "\u2067a\u2069",
  "[a](",
  "**a",
  "#-#-#-#-#",
  "<a ",
  "&a;",
  "the and ",
  "اتصل ",
];

describe("time grows with the length only", () => {
  test.each(hostile)("%j", (unit) => {
    // As much of each bad case as would already take minutes in the square, and far more of prose.
    const length = unit.length > 20 ? 30_000 : 4_000;
    expectLinear(length, (size) => {
      const long = unit.repeat(Math.ceil(size / unit.length));
      for (const [source, target] of [
        [long, `${long}x`],
        ["Ta 5 mg.", long],
        [long, "Take 5 mg."],
      ] as const)
        for (const to of unit.length > 20 ? ["en"] : ["en", "ar"])
          checkPair({ source, target, sourceLanguage: language("nb"), targetLanguage: language(to) });
    });
  });
});

const catalogs = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".po"));

test.each(catalogs)("%s: no approved text has an error", (path) => {
  const { catalog } = readCatalog(readFileSync(`content/${path}`, "utf8"));
  if (!catalog) throw new Error(`${path} cannot be read.`);
  const target = language(path.split(/[/\\]/u)[0] ?? "");
  for (const entry of catalog.entries) {
    if (entry.obsolete || stateOf(entry, path.split("/")[0] ?? "") !== "approved" || entry.context === "slug") continue;
    const plain = (unit: string): string => (isPlain(entry.context) ? unit : plainText(unit).plain);
    const found = checkPair({
      source: plain(entry.source),
      target: plain(entry.translation),
      sourceLanguage: language("nb"),
      targetLanguage: target,
    });
    // Not one warning either, at present; a new text may earn one.
    expect(found.filter(({ ruleId }) => ruleId === "number" || ruleId === "laterality")).toEqual([]);
  }
});
