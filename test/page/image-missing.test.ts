// Rule `image-missing`.
import { expect, test } from "vitest";
import { planPage, inputsOfPlan } from "../../src/core/page-plan.ts";
import { readProject } from "../../src/core/malvakt.ts";
import { readSettings } from "../../src/core/settings.ts";
import { testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

const advised: Row[] = [
  ["![Rom](⟨Rom.jpg⟩)", ["rom.jpg"]],
  ["![Rom](⟨bilder/rom.jpg⟩)", ["rom.jpg"]],
  ["![Dør](⟨../dør.png⟩)", ["../bilder/dør.png"]],
  ["![Plan](<⟨../bilder/stor plann.png⟩>)", ["../bilder/stor%20plan.png"]],
  ["<img src='⟨rom.jpeg⟩' alt='Rom'>", ["rom.jpg"]],
  ["Last ned [skjemaet](⟨../skjem.pdf⟩).", ["../skjema.pdf"]],
];
testFindings("image-missing", "error", [
  ...advised,
  ["![A](⟨finnes-ikke.png⟩) og [b](⟨../finnes-ikke.docx#side=2⟩)", []],
  ["⟨![A][a]⟩\n\n[a]: finnes-ikke.png", []],
]);
testAdvice("image-missing", advised);

testClean("image-missing", [
  "![Rom](rom.jpg), ![Dør](../bilder/dør.png), ![Dør](../bilder/d%C3%B8r.png) og ![Plan](<../bilder/stor plan.png>)",
  "[skjema](../skjema.pdf), [skjema](../skjema.pdf#side=2) og [skjema](../skjema.pdf?v=1)",
  "![a](/a.png), ![a](https://a.no/a.png), [a](/a.pdf), [a](https://a.no/a.pdf), [a](../kontakt.md), [a](#a)",
  "![over](../../utenfor.png) og [a]({{site}}/a.pdf)",
  "`![a](a.png)`",
]);

testSeverity("image-missing", "![A](finnes-ikke.png)");

test("a plan rests on the files that its page leads to", () => {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test cannot be read.");
  const pages = new Map([["a", { path: "content/nb/a.md", text: "---\ntitle: A\n---\n\n![B](b.png)\n" }]]);
  const planned = ["content/nb/b.png", "content/nb/c.png"].map((path) => {
    const { files, context } = readProject({ settings, terms: undefined, pages, others: [path] }, new Map(), new Map());
    const [file] = files;
    if (!file) throw new Error("There is no page.");
    return { inputs: inputsOfPlan(file, new Map(), context), findings: planPage(file, new Map(), context).findings };
  });
  expect(planned.map(({ findings }) => findings.map(({ ruleId }) => ruleId))).toEqual([[], ["image-missing"]]);
  expect(planned[0]?.inputs).not.toEqual(planned[1]?.inputs);
});
