// Rule `term-close`: two concepts to be kept apart stand in one text, and nothing in it keeps them apart.
import { describe, expect, test } from "vitest";
import { checkMarkdown } from "../../src/core/check/loose.ts";
import { defaultSeverity } from "../../src/core/finding.ts";
import { termsOf } from "../../src/core/terms/terms.ts";
import { readTermbase } from "../terms/termbases.ts";

const terms = termsOf(readTermbase("terms.yaml"));

describe("term-close", () => {
  const close = (text: string, lang: string): string[] => {
    const { findings } = checkMarkdown({ path: "a.md", text, language: lang, source: "nb" }, terms, defaultSeverity);
    return findings.flatMap(({ ruleId, severity, actual }) =>
      ruleId === "term-close" ? [`${severity} ${actual}`] : [],
    );
  };

  test("two treatments that nothing keeps apart are worth a look, or a warning", () => {
    expect(close("Det nærmeste du kommer akupunktur hos oss, er IMS.", "nb")).toEqual([
      "info akupunktur hos oss, er IMS",
    ]);
  });

  test.each([
    ["nb", "IMS er ikke det samme som akupunktur."],
    ["nb", "I motsetning til akupunktur er IMS vestlig."],
    ["nb", "Er IMS akupunktur?"],
    ["nb", "IMS er en form for akupunktur."],
    ["nb", "IMS hjelper mot stive muskler."],
    ["pl", "Suche igłowanie to nie to samo co akupunktura."],
  ])("no look: %s: %s", (lang, text) => {
    expect(close(text, lang)).toEqual([]);
  });

  test("it is never an error, whatever speaks for it", () => {
    const severe = { ...defaultSeverity };
    for (const text of ["Akupunktur: det er IMS vi mener", "IMS og da akupunktur", "akupunktur som IMS"]) {
      const { findings } = checkMarkdown({ path: "a.md", text, language: "nb", source: "nb" }, terms, severe);
      for (const { ruleId, severity } of findings) if (ruleId === "term-close") expect(severity).not.toBe("error");
    }
  });
});
