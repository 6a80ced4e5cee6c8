import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/core/language/all.ts";
import { compileTerms } from "../../src/core/terms/term-index.ts";
import { findTerms } from "../../src/core/terms/recognise.ts";
import { checkText } from "../../src/core/terms/rules.ts";
import type { Termbase } from "../../src/core/terms/termbase.ts";
import { expectLinear } from "../growth.ts";
import { indexes, readTermbase } from "./termbases.ts";

const index = indexes(readTermbase("terms.yaml"));

function oneTerm(term: string, forms?: string[]): Termbase {
  return {
    concepts: [
      {
        id: "a",
        definition: {},
        distinctFrom: ["a", "unknown"],
        terms: { nb: [{ term, status: "preferred", ...(forms ? { forms } : {}) }] },
      },
    ],
  };
}

describe("no termbase and no text can harm", () => {
  test.each(["a(b", "[z-a]", "(?:x+x+)+y", "*", "", "  ", "$&", "__proto__", "constructor", "\\", "\ud800", "C++"])(
    "a term %j is compiled and changes nothing else",
    (term) => {
      const language = languageOf("nb");
      if (!language) throw new Error("no language");
      const compiled = compileTerms(oneTerm(term, [term]), language);
      expect(findTerms("Et vanlig ord.", compiled)).toEqual([]);
    },
  );

  test("words that objects inherit are ordinary words", () => {
    expect(checkText("constructor __proto__ toString hasOwnProperty", index("nb"))).toEqual([]);
  });

  test.each([
    ["one word", "a".repeat(1_000_000), 0],
    ["one compound", "akupunktur".repeat(50_000), 0],
    ["words that begin a term", "trigger ".repeat(100_000), 0],
    ["terms side by side", "IMS/akupunktur\n".repeat(5_000), 5_000],
    ["an enumeration", "IMS, akupunktur, ".repeat(10_000), 0],
    ["open brackets", "IMS (".repeat(50_000), 0],
    ["copulas", `IMS ${"er ".repeat(200_000)}akupunktur`, 0],
    ["quotation marks", `IMS ${'"'.repeat(200_000)} akupunktur`, 0],
    ["lone surrogates", "IMS \ud800(\udc00akupunktur)", 0],
    ["object marks", "IMS \ufffc(\ufffcakupunktur)", 0],
  ])("%s", (_, text, count) => {
    const findings = checkText(text, index("nb"));
    if (count > 0) expect(findings).toHaveLength(count);
    for (const { start, end } of findings) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  });

  test("ten times the text takes no more than a few times ten as long", () => {
    const text = (sentences: number): string => "IMS er en form for akupunktur, men nei. ".repeat(sentences);
    expectLinear(800, (sentences) => void checkText(text(sentences), index("nb")));
  });
});
