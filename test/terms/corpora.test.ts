import { describe, expect, test } from "vitest";
import { checkText, checkTranslation } from "../../src/core/terms/rules.ts";
import { scoreFindings, type ScoredFinding } from "../../src/core/terms/score.ts";
import { indexes, readSentences, readTermbase, type Sentence } from "./termbases.ts";

function found(sentence: Sentence, index: ReturnType<typeof indexes>): ScoredFinding[] {
  const { id, lang, text, source } = sentence;
  const told = checkText(text, index(lang)).filter(({ ruleId }) => ruleId !== "term-close");
  const own = told.map((finding) => ({
    id,
    lang,
    rule: finding.ruleId,
    match: text.slice(finding.start, finding.end),
  }));
  const bilingual = source === undefined ? [] : checkTranslation(source, index("nb"), text, index(lang));
  return [
    ...own,
    ...bilingual.map(({ ruleId, concept }) => ({ id, lang, rule: ruleId, ...(concept ? { concept } : {}) })),
  ];
}

describe("labelled sentences without markup", () => {
  test.each([
    ["a termbase of another field", "second/terms.yaml", "second/sentences.jsonl"],
    ["more constructions, nb and en", "terms.yaml", "extra/nb-en.jsonl"],
    ["more constructions, other languages", "terms.yaml", "extra/others.jsonl"],
    ["pairs of a construction and what undoes it", "terms.yaml", "extra/pairs.jsonl"],
    ["smallest pairs", "terms.yaml", "extra/minimal.jsonl"],
    ["more pairs", "terms.yaml", "extra/more.jsonl"],
    ["in the manner of clinic pages", "terms.yaml", "extra/clinic.jsonl"],
    ["in the manner of clinic pages, en, de and pl", "terms.yaml", "extra/west-clinic.jsonl"],
    ["another field, en, de and pl", "second/terms.yaml", "extra/west-joints.jsonl"],
    ["a third field", "third/terms.yaml", "third/sentences.jsonl"],
    ["Nordic clinic pages", "terms.yaml", "extra/nordic-clinic.jsonl"],
    ["Nordic joints and injuries", "second/terms.yaml", "extra/nordic-joints.jsonl"],
    ["Nordic eyes, teeth and equipment", "fourth/terms.yaml", "extra/nordic-eyes.jsonl"],
    ["Nordic translations", "terms.yaml", "extra/nordic-pairs.jsonl"],
    ["names, words and appositions, all languages", "terms.yaml", "extra/naming.jsonl"],
    ["names and kinds of joints and injuries", "second/terms.yaml", "extra/naming-joints.jsonl"],
    ["names and kinds of eyes, teeth and equipment", "fourth/terms.yaml", "extra/naming-eyes.jsonl"],
    ["names and kinds of food", "third/terms.yaml", "extra/naming-food.jsonl"],
    ["renaming and taking up, all languages", "terms.yaml", "extra/renaming.jsonl"],
    ["renaming and taking up in general practice", "fifth/terms.yaml", "extra/renaming-general.jsonl"],
    ["general practice, all languages", "fifth/terms.yaml", "fifth/sentences.jsonl"],
  ])("%s", (_, termbase, file) => {
    const index = indexes(readTermbase(termbase));
    const sentences = readSentences(file);
    const expected = sentences.flatMap(({ id, lang, expect }) => expect.map((label) => ({ id, lang, ...label })));
    const scores = scoreFindings(
      expected,
      sentences.flatMap((sentence) => found(sentence, index)),
    );
    const overall = scores.filter((score) => score.lang === "all");
    expect(overall.length).toBeGreaterThan(1);
    for (const score of overall) expect(score.f1, score.rule).toBeGreaterThanOrEqual(0.95);
  });
});

describe("what changes no word of a sentence changes no finding", () => {
  const index = indexes(readTermbase("terms.yaml"));
  // How likely two terms are taken for the same rests on all that stands around them.
  const count = (text: string, lang: string): number =>
    checkText(text, index(lang)).filter(({ ruleId }) => ruleId !== "term-close").length;

  test.each([
    ["hyphens as dashes", (text: string) => text.replaceAll(" – ", " - ")],
    ["spaces that do not break", (text: string) => text.replaceAll(" ", "\u00A0")],
    ["straight quotation marks", (text: string) => text.replaceAll(/[«»„“”]/gu, '"')],
    ["an exclamation mark", (text: string) => text.replace(/\.$/u, "!")],
    ["a line after it", (text: string) => `${text}\n2024`],
  ])("%s", (_, change) => {
    for (const { text, lang } of readSentences("extra/naming.jsonl"))
      expect({ text, found: count(change(text), lang) }).toEqual({ text, found: count(text, lang) });
  });
});
