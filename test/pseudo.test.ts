// The pseudo language: everything that is translated can be seen, nothing else changes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pseudoTranslation } from "../src/core/draft/pseudo.ts";
import { compareTags, escapeText } from "../src/core/unit-text.ts";
import { openPseudo } from "../src/shell/engines/pseudo.ts";

function pseudo(text: string, direction: "ltr" | "rtl" = "ltr", markup = true): string {
  return pseudoTranslation({ text, markup, pins: [] }, direction);
}

describe("pseudo translation", () => {
  test.each([
    ["Les mer", "⟦Ļééš mééŕ⟧"],
    ["Åpen <a>i dag</a>", "⟦Ǻǻpééñ <a>íí ďááğ</a>⟧"],
    ["Ta <code>5 mg</code> kl. 10.30", "⟦Ťáá <code>5 mg</code> kl. 10.30⟧"],
    ["Vitamin B12, 5 mg", "⟦Vííťáámííñ B12, 5 mg⟧"],
    ["Hei {{navn}}, se https://x.no/time.", "⟦Ĥééíí {{navn}}, šéé https://x.no/time.⟧"],
    ["a &amp; b<br/>c", "⟦áá &amp; b<br/>c⟧"],
  ])("%s", (text, expected) => {
    expect(pseudo(text)).toBe(expected);
  });

  test("plain text is not escaped", () => {
    expect(pseudo("Før & etter <5", "ltr", false)).toBe("⟦Fǿǿŕ & ééťťééŕ <5⟧");
  });

  test("a pin comes out as its target", () => {
    const pins = [{ start: 3, end: 6, target: "needle" }];
    expect(pseudoTranslation({ text: "en nål!", markup: true, pins }, "ltr")).toBe("⟦ééñ needle!⟧");
  });

  test("running text grows by about a third", () => {
    const text = "Teknikken innebærer bruk av tynne nåler som stikkes inn i muskelknuten for å løse opp stramme bånd.";
    const growth = pseudo(text).length / text.length;
    expect(growth).toBeGreaterThan(1.2);
    expect(growth).toBeLessThan(1.45);
  });

  test("in a right-to-left language each word turns round by itself, and figures do not", () => {
    expect(pseudo("Ta 43.9 <b>nå</b>", "rtl")).toBe("⟦\u202EŤáá\u202C 43.9 <b>\u202Eñǻǻ\u202C</b>⟧");
  });

  test("law: tags and figures stay, marks are balanced within each stretch of text", () => {
    const words = fc.array(fc.constantFrom("nål", "IMS", "5", "43.9", "<", "&", "]]>", "å", " ", "x@y.no", "{{n}}"));
    const element = fc
      .tuple(fc.constantFrom("a", "a2", "b", "code"), words)
      .map(([tag, inner]) => `<${tag}>${escapeText(inner.join(" "))}</${tag}>`);
    const unitText = fc.array(
      fc.oneof(
        words.map((inner) => escapeText(inner.join(" "))),
        element,
        fc.constant("<br/>"),
      ),
    );
    fc.assert(
      fc.property(unitText, fc.constantFrom("ltr" as const, "rtl" as const), (parts, direction) => {
        const text = parts.join("");
        const answer = pseudo(text, direction);
        expect(compareTags(text, answer)).toEqual([]);
        expect(answer.match(/\d+(?:\.\d+)?/gu)).toEqual(text.match(/\d+(?:\.\d+)?/gu));
        expect(answer.replaceAll(/\u202E[^\u202E\u202C<>]*\u202C/gu, "")).not.toMatch(/[\u202E\u202C]/u);
      }),
      { numRuns: 500 },
    );
  });
});

test("the engine answers every question, in order, for nothing", async () => {
  const engine = openPseudo("ltr");
  const questions = ["en", "to"].map((text) => ({ text, markup: true, pins: [] }));
  expect(engine.batches(questions)).toEqual([questions]);
  expect(engine.batches([])).toEqual([]);
  expect(await engine.answer(questions, "")).toEqual([
    { text: "⟦ééñ⟧", billed: 0 },
    { text: "⟦ťóó⟧", billed: 0 },
  ]);
  await engine.close();
});
