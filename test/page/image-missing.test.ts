// Rule `image-missing`.
import { expect, test } from "vitest";
import { planPage, inputsOfPlan } from "../../src/core/page-plan.ts";
import { readProject } from "../../src/core/malvakt.ts";
import { readSettings } from "../../src/core/settings.ts";
import { sentence } from "../../src/core/messages/sentence.ts";
import { filesOf, png } from "../stand-in/pictures.ts";
import { findingsOf, testAdvice, testClean, testFindings, testSeverity, type Row } from "./rows.ts";

const advised: Row[] = [
  ["![Rom](⟨Rom.jpg⟩)", ["rom.jpg"]],
  ["![Rom](⟨bilder/rom.jpg⟩)", ["rom.jpg"]],
  ["![Dør](⟨../dør.png⟩)", ["../bilder/dør.png"]],
  ["![Plan](<⟨../bilder/stor plann.png⟩>)", ["../bilder/stor%20plan.png"]],
  ["<img src='⟨rom.jpeg⟩' alt='Rom'>", ["rom.jpg"]],
  ["Last ned [skjemaet](⟨../skjem.pdf⟩).", ["../skjema.pdf"]],
  ["![Logo](⟨../../felles/Logo.PNG⟩)", ["../../felles/logo.png"]],
  ["---\ntitle: T\nimage: ⟨Rom.jpg⟩\n---\n\nTekst.\n", ["rom.jpg"]],
  ["---\ntitle: T\nimage: { src: ⟨rom.jpeg⟩, alt: Rom }\n---\n\nTekst.\n", ["rom.jpg"]],
  ["---\ntitle: T\nimage:\n  - src: rom.jpg\n  - src: '⟨roms.jpg⟩'\n---\n\nTekst.\n", ["rom.jpg"]],
];
testFindings("image-missing", "error", [
  ...advised,
  ["![A](⟨finnes-ikke.png⟩) og [b](⟨../finnes-ikke.docx#side=2⟩)", []],
  ["⟨![A][a]⟩\n\n[a]: finnes-ikke.png", []],
  ["![over](⟨../../utenfor.png⟩) og [a](⟨../../../utenfor.pdf⟩)", []],
  ["![A](⟨../bilder/avkuttet.png⟩)", []],
  ["![A](⟨../bilder/skrift.svg⟩)", []],
  ["![A](⟨../skjema.pdf⟩) og [b](../skjema.pdf)", []],
  ["[a](⟨../program.exe⟩), [b](⟨../finnes-ikke.js⟩) og [c](⟨../../terms.yaml⟩)", []],
]);
testAdvice("image-missing", advised);

testClean("image-missing", [
  "![Rom](rom.jpg), ![Dør](../bilder/dør.png), ![Dør](../bilder/d%C3%B8r.png) og ![Plan](<../bilder/stor plan.png>)",
  "[skjema](../skjema.pdf), [skjema](../skjema.pdf#side=2) og [skjema](../skjema.pdf?v=1)",
  "![a](/a.png), ![a](https://a.no/a.png), [a](/a.pdf), [a](https://a.no/a.pdf), [a](../kontakt.md), [a](#a)",
  "![logo](../../felles/logo.png), [logo](../../felles/logo.png) og [a]({{site}}/a.pdf)",
  "---\ntitle: T\nimage: [rom.jpg, { src: 'https://a.no/a.png' }, /a.png]\n---\n\nTekst.\n",
  "`![a](a.png)`",
]);

testSeverity("image-missing", "![A](finnes-ikke.png)");

const said = (markdown: string): [string, string][] =>
  findingsOf("image-missing", `---\ntitle: T\n---\n\n${markdown}\n`).map(({ severity, reason }) => [
    severity,
    sentence(reason, "en"),
  ]);

test("a file that is there and not published is told with what to do", () => {
  const [[, outside] = []] = said("![A](../../../a.png)");
  expect(outside).toBe(
    "../../../a.png leads out of the folder content, and only files in it are published. Copy the file into it, and write its path there.",
  );
  const [[, drawing] = []] = said("![A](../bilder/skrift.svg)");
  expect(drawing).toBe(
    "Line 2: <script> is not allowed in SVG, which can run programs in a browser. Save it as plain SVG without scripts and links, or as PNG. Until then content/nb/bilder/skrift.svg is not published.",
  );
  const [[, program] = []] = said("[a](../program.exe)");
  expect(program).toContain("files ending in .exe may run");
  expect(said("![A](../bilder/avkuttet.png)")[0]?.[1]).toContain("The file is damaged or was cut off.");
});

test("a heavy picture is published, with a word of advice", () => {
  expect(said("![A](../../felles/tung.png)")).toEqual([
    ["warning", expect.stringContaining("content/felles/tung.png has 1.1 MB")],
  ]);
});

test("a picture of a language's own needs a text whose approval covers it", () => {
  const of = (markdown: string): string[] =>
    findingsOf("alt-missing", `---\ntitle: T\n---\n\n${markdown}\n`).map(({ reason }) => reason.id);
  expect(of("![Dør](../bilder/dør.png)")).toEqual([]);
  expect(of("![](../bilder/dør.png)")).toEqual(["image.alt", "image.own-alt"]);
  expect(of('<img src="../bilder/dør.png" alt="">')).toEqual(["image.own-alt"]);
});

test("a plan rests on the files that its page leads to", () => {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test cannot be read.");
  const pages = new Map([["a", { path: "content/nb/a.md", text: "---\ntitle: A\n---\n\n![B](b.png)\n" }]]);
  const given: Record<string, Buffer>[] = [
    { "nb/b.png": png() },
    { "nb/c.png": png() },
    { "nb/b.png": png(4, 4) },
    { "nb/b.png": png().subarray(1) },
    { "nb/b.png": png(), "nb/b.en.png": png(4, 4) },
    { "nb/b.png": png(), "nb/b.en.png": png(5, 5) },
  ];
  const planned = given.map((besides) => {
    const project = { settings, terms: undefined, pages, ...filesOf(besides) };
    const { files, context } = readProject(project, new Map(), new Map());
    const [file] = files;
    if (!file) throw new Error("There is no page.");
    return { inputs: inputsOfPlan(file, new Map(), context), findings: planPage(file, new Map(), context).findings };
  });
  const found = planned.map(({ findings }) => findings.map(({ ruleId }) => ruleId));
  expect(found).toEqual([[], ["image-missing"], [], ["image-missing"], [], []]);
  expect(new Set(planned.map(({ inputs }) => JSON.stringify(inputs))).size).toBe(planned.length);
});
