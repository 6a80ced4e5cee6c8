import { expect, test } from "vitest";
import { scoreFindings } from "../../src/core/terms/score.ts";

const finding = (id: string, rule: string, match: string, lang = "nb") => ({ id, lang, rule, match });

test("precision, recall and F1 for each rule and language", () => {
  const scores = scoreFindings(
    [finding("1", "a", "x"), finding("1", "a", "x"), finding("2", "b", "y", "en")],
    [finding("1", "a", "x"), finding("1", "a", "z"), finding("2", "b", "y", "en")],
  );
  const row = (rule: string, lang: string) => scores.find((score) => score.rule === rule && score.lang === lang);
  expect(row("a", "nb")).toMatchObject({ right: 1, wrong: 1, missed: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(row("b", "en")).toMatchObject({ right: 1, wrong: 0, missed: 0, f1: 1 });
  expect(row("all", "all")).toMatchObject({ right: 2, wrong: 1, missed: 1 });
  expect(scores.at(-1)).toMatchObject({ rule: "all", lang: "all" });
});
