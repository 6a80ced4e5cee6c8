import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { realFigures } from "./real-figures.ts";
import { holdScoreTable, isKeptOut, scoreFiles, scoreFolder, scoreLine, scoreRow } from "./scores.ts";

const score = scoreFolder(new URL("terminology/", import.meta.url));

describe("the term rules on the labelled sentences", () => {
  it.each([
    ["term-deprecated", 0.98, 0],
    ["term-missing", 0.96, 0],
    ["term-swapped", 0.96, 0],
    ["term-confused", 0.93, 0.95],
  ])("%s reaches an F1 of %f and a precision of %f over all languages", (rule, f1, precision) => {
    const row = score.scores.find((one) => one.rule === rule && one.lang === "all");
    expect(row?.f1).toBeGreaterThanOrEqual(f1);
    expect(row?.precision).toBeGreaterThanOrEqual(precision);
  });

  it("no language is below 0.90 over all rules", () => {
    for (const { lang, f1 } of score.scores.filter(({ rule }) => rule === "all"))
      expect({ lang, isGood: f1 >= 0.9 }).toEqual({ lang, isGood: true });
  });
});

describe("a table of scores in a document", () => {
  it("must be what the rules reach now", () => {
    const folder = mkdtempSync(join(tmpdir(), "malvakt-scores-"));
    const document = pathToFileURL(join(folder, "README.md"));
    writeFileSync(document, "<!-- scores -->\n\n| old |\n\n<!-- /scores -->\n");
    expect(() => holdScoreTable(document, score, false)).toThrow("labelled");
    holdScoreTable(document, score, true);
    holdScoreTable(document, score, false);
    rmSync(folder, { recursive: true });
  });
});

describe("the README's table of scores", () => {
  it("is what the rules reach now", () => {
    holdScoreTable(new URL("../README.md", import.meta.url), score);
  });

  it("tells the figures of the fifth that was kept out apart", () => {
    const keptOut = scoreFolder(new URL("terminology/", import.meta.url), isKeptOut);
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replaceAll(/\s+/gu, " ");
    expect(readme).toContain(`F1 there is ${scoreLine(keptOut)}.`);
  });
});

describe("the README's table of sentences by another hand", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replaceAll(/[ \t]+/gu, " ");
  const rules = ["term-confused", "term-deprecated", "term-missing", "term-swapped"];

  it.each([
    ["in the manner of real clinic pages", "clinic-pages.jsonl", "../terms.yaml", 0.93, 0.95],
    ["in as many ways as their writer could think of", "free.jsonl", "../terms.yaml", 0.6, 0.85],
    ["translations", "translations.jsonl", "../terms.yaml", 0.93, 0.95],
    ["another field (teeth)", "teeth.jsonl", "teeth.yaml", 0.7, 0.95],
  ])("is what the rules reach now: %s", (name, file, termbase, f1, precision) => {
    const blind = scoreFiles(new URL("terminology/blind/", import.meta.url), [file], termbase);
    expect(readme).toContain(scoreRow(name, blind, rules));
    const confused = blind.scores.find(({ lang, rule }) => lang === "all" && rule === "term-confused");
    expect(confused?.f1).toBeGreaterThanOrEqual(f1);
    expect(confused?.precision).toBeGreaterThanOrEqual(precision);
  });
});

describe("the README's table of real text", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replaceAll(/[ \t]+/gu, " ");
  const { row, count } = realFigures();
  const isLong = (text: string): boolean => text.length > 250;
  const [errors, warnings] = [new Set(["error"]), new Set(["error", "warning"])];
  const all = new Set(["error", "warning", "info"]);

  it.each([
    ["errors alone", errors, undefined],
    ["errors and warnings", warnings, undefined],
    ["errors and warnings, texts over 250 characters", warnings, isLong],
    ["with `term-close`", all, undefined],
  ] as const)("is what the rules reach now: %s", (name, levels, which) => {
    expect(readme).toContain(row(name, levels, which));
  });

  it("tells of enough sentences, and of few false alarms", () => {
    const { wanted, found, clean, alarms } = count(errors);
    expect(wanted).toBeGreaterThanOrEqual(100);
    expect(clean).toBeGreaterThanOrEqual(200);
    expect(found / (found + alarms)).toBeGreaterThanOrEqual(0.95);
    expect(count(all).found / wanted).toBeGreaterThanOrEqual(0.92);
  });
});
