// Codes of languages as people write them: what is meant, and what there is instead.
import { expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { codeMeant } from "../src/core/language/code.ts";
import { unknownLanguage } from "../src/core/folder-findings.ts";
import { readSettings } from "../src/core/settings.ts";
import { said } from "./said.ts";

test.each([
  ["no", "nb"],
  ["NO", "nb"],
  ["no-NO", "nb"],
  ["nob", "nb"],
  ["nno", "nn"],
  ["EN", "en"],
  ["en_gb", "en-GB"],
  ["Deutsch", "de"],
  ["German", "de"],
  ["fr", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j means %s", (written, meant) => {
  expect(codeMeant(written)).toBe(meant);
});

test.each(languageCodes)("%s is its own code", (code) => {
  expect(codeMeant(code)).toBe(code);
});

test.each([
  ["source: no\nlanguages: {}\n", ["nb"], "no"],
  ["source: nb\nlanguages:\n  EN: {}\n", ["en"], "EN"],
  ["source: nb\nlanguages:\n  fr: {}\n", [], "fr"],
])("settings: %j", (text, expected, met) => {
  const { mistakes } = readSettings(text);
  expect(mistakes.map((mistake) => mistake.expected)).toEqual([expected]);
  expect(mistakes.map(({ start, end }) => text.slice(start, end))).toEqual([met]);
  for (const code of languageCodes) expect(said(mistakes[0]?.reason)).toContain(`${code} (`);
  expect(said(mistakes[0]?.reason)).toContain("nb (Norwegian Bokmål)");
});

test.each([
  ["no", "Rename the folder to nb."],
  ["EN", "Rename the folder to en."],
  ["constructor", "Delete the folder, or move what is in it."],
  ["pl", "Add it under `languages` to use it again, or delete the folder."],
])("catalogs in the folder %s: %s", (folder, advice) => {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test cannot be read.");
  const { reason, expected } = unknownLanguage(folder, [`content/${folder}/a.po`], settings);
  expect(said(reason)).toContain(advice);
  // What is expected replaces the range, and here that is the first line of a catalog.
  expect(expected).toEqual([]);
});

test("pages in a folder of another spelling are not passed over", () => {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test cannot be read.");
  expect(said(unknownLanguage("no", ["content/no/a.md"], settings).reason)).toBe(
    "1 page in content/no is not read. Rename the folder to content/nb.",
  );
  expect(languageOf("no")).toBeUndefined();
});
