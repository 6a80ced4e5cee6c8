// What unit texts add to the rules over plain text: edges of tags, and advice that is put into a text with tags.
import { describe, expect, test } from "vitest";
import { checkEntry } from "../../src/core/check/catalog.ts";
import type { TextFinding } from "../../src/core/finding.ts";
import { languageOf } from "../../src/core/language/all.ts";
import { said } from "../said.ts";

function found(language: string, id: string, text: string): TextFinding[] {
  const source = languageOf("nb");
  const target = languageOf(language);
  if (!source || !target) throw new Error(`No language ${language}.`);
  return checkEntry({ context: "", source: id, translation: text }, { source, target, termIndexes: undefined });
}

/** The text with what each finding says to write, from its end. */
function corrected(language: string, id: string, text: string): string {
  return found(language, id, text).reduceRight(
    (made, { start, end, expected }) =>
      expected[0] === undefined ? made : made.slice(0, start) + expected[0] + made.slice(end),
    text,
  );
}

describe("words that run together at a tag", () => {
  test.each([
    [
      "de",
      "Start «<a>Basis</a>»-planen ved å trykke «<strong>Godta</strong>».",
      "Starten Sie Ihren<a>„Basic</a>“-Plan mit einem Klick auf<strong>„Annehmen</strong>“.",
      "Starten Sie Ihren <a>„Basic</a>“-Plan mit einem Klick auf <strong>„Annehmen</strong>“.",
    ],
    [
      "de",
      "Trykk <code>Ctrl+C</code> for å kopiere.",
      "<code>Ctrl+C</code>Drücken Sie.",
      "<code>Ctrl+C</code> Drücken Sie.",
    ],
    ["en", "Les <em>dette</em> nå.", "Read<em>this</em> now.", "Read <em>this</em> now."],
  ])("%s: %s | %s", (language, id, text, expected) => {
    expect(found(language, id, text).map(({ ruleId }) => ruleId)).toContain("whitespace");
    expect(corrected(language, id, text)).toBe(expected);
  });

  test.each([
    ["an ending", "de", "Effekten av <em>dry needling</em>.", "Die Wirkung des <em>Dry Needling</em>s."],
    ["a particle of the language", "ar", "Med <strong>IMS</strong>.", "مع و<strong>IMS</strong>."],
    ["joined in the source too", "en", "Super<em>mann</em> her.", "Super<em>man</em> here."],
    ["figures above the line", "de", "48 m<sup>2</sup> her.", "48 m<sup>2</sup> hier."],
    ["a break", "de", "Gata 1<br/>Oslo", "Gata 1<br/>Oslo"],
  ])("%s is right", (_, language, id, text) => {
    expect(found(language, id, text)).toEqual([]);
  });
});

test.each([
  ["de", "Rommet er 48 m<sup>2</sup> stort.", "Der Raum ist 48 <sup>m2</sup> groß."],
  ["de", "Prøv FOOBAR<sup>®</sup> nå.", "Testen Sie jetzt <sup>FOOBAR®</sup>."],
  ["de", "Vann er H<sub>2</sub>O her.", "Wasser ist <sub>H2O</sub> hier."],
])("%s: text that moved into a small tag: %s | %s", (language, id, text) => {
  expect(found(language, id, text).map(({ ruleId }) => ruleId)).toContain("length");
});

describe("advice in a text with tags", () => {
  test.each([
    [
      "a quotation keeps the tags in it",
      "en",
      "Bruk «<b>ro</b>» nå.",
      "Use «<b>calm</b>» now.",
      "Use “<b>calm</b>” now.",
    ],
    ["what is written stays escaped", "en", "Smerter &amp; plager", "Pain &amp;amp; problems", "Pain &amp; problems"],
    [
      "a doubled word with a tag is left to people",
      "en",
      "Les <b>den</b> nå.",
      "Read the <b>the</b> now.",
      "Read the <b>the</b> now.",
    ],
    ["a lone & is one finding", "en", "Smerter &amp; plager", "Pain & problems", "Pain &amp; problems"],
    ["a lone < is one finding", "en", "Når a &lt; b er det.", "When a < b it is.", "When a &lt; b it is."],
    [
      "attributes go, the tag stays",
      "en",
      "Se <a>her</a> nå.",
      "See <a href='x'>here</a> now.",
      "See <a>here</a> now.",
    ],
    ["the tag has its number", "en", "Se <a2>her</a2> nå.", "See <a href='x'>here</a2> now.", "See <a2>here</a2> now."],
    ["names of characters", "en", "En til fem ganger", "One&nbsp;to &ndash; &Auml; times", "One&#160;to – Ä times"],
    ["a break has no end", "en", "En<br/>to", "One<br>two", "One<br/>two"],
  ])("%s", (_, language, id, text, expected) => {
    expect(corrected(language, id, text)).toBe(expected);
  });

  test("a tag of which the source has several kinds, or none, is left to people", () => {
    for (const id of ["Se <a1>her</a1> og <a2>der</a2>.", "Se her."])
      expect(found("en", id, "See <a href='x'>here</a>.").flatMap(({ expected }) => expected)).toEqual([]);
  });

  test("what replaces nothing stands in the sentence", () => {
    const [missing] = found("en", "Se <a>her</a> nå.", "See here now.");
    expect(said(missing?.reason)).toBe("<a> of the source is missing; write <a>…</a> where it belongs.");
    expect(missing?.expected).toEqual([]);
  });
});

test("a number of the source's code may be spoken of", () => {
  const id = "Velg <code>10 Hz</code> her.";
  expect(found("en", id, "Select <code>10 Hz</code> here: 10 Hz is mild.")).toEqual([]);
  expect(found("en", id, "Select <code>10 Hz</code> here: 20 Hz is mild.").map(({ ruleId }) => ruleId)).toEqual([
    "number",
  ]);
});
