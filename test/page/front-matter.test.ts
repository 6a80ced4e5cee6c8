// Rule `front-matter`.
import { describe, expect, test } from "vitest";
import { findingsOf, testClean, testFindings } from "./rows.ts";

describe("a page without front matter that can be read", () => {
  testFindings("front-matter", "error", [
    ["⟨⟩"],
    ["⟨⟩\n \n"],
    ["⟨----⟩\ntitle: T\n----\n"],
    ["⟨---js⟩\n{}\n---\n"],
    ["⟨--- ⟩\ntitle: T\n---\n"],
    ["⟨---⟩\ntitle: T\n"],
    ["---\ntitle: T\n⟨--- ⟩\nTekst.\n"],
    ["---\ntitle: T\n⟨---x⟩\nTekst.\n"],
  ]);

  test("but a text without any front matter is told how it begins", () => {
    const [found, ...others] = findingsOf("front-matter", "Tekst.\n");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "error", start: { line: 1, column: 1 }, expected: ["title"] });
  });
});

const head = (yaml: string): string => `---\n${yaml}\n---\n`;

describe("what people write in it", () => {
  testFindings("front-matter", "error", [
    [head("title: ⟨'-'⟩")],
    [head("title: T\ndescription: ⟨''⟩")],
    [head("title: T\nslug: ⟨a b⟩")],
    [head("title: T\nslug: ⟨con⟩")],
    [head("title: T\nslug: ⟨I\u041cS⟩")],
    [head(`title: T\nslug: ⟨${"a".repeat(201)}⟩`)],
    [head("title: T\ndate: ⟨2026-02-30⟩")],
    [head("title: T\ndate: ⟨i dag⟩")],
    [head("title: T\nimage:\n  src: ⟨javascript:x⟩")],
    [head("title: T\ntranslate: ⟨ja⟩")],
    [head("title: T\npublish: ⟨never⟩")],
    [head("title: T\ndraft: ⟨kanskje⟩")],
    [head("title: T\nwithdrawn: ⟨feil⟩")],
    [head("title: T\norder: ⟨først⟩")],
    [head('title: T\nx: ⟨"a\\u0001"⟩')],
  ]);
});

test.each([
  ["descripton: Tekst", "description"],
  ["translat: [en]", "translate"],
])("a key that looks like a slip is passed on, with a warning: %s", (line, meant) => {
  const [found, ...others] = findingsOf("front-matter", head(`title: T\n${line}`));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ severity: "warning", start: { line: 3 }, expected: [meant] });
});

describe("an address that two pages would have", () => {
  testFindings("front-matter", "error", [[head("title: T\n⟨slug:⟩ kontakt")]]);
});

testClean("front-matter", [
  head("title: T"),
  head(
    "title: T\ndescription: D\nslug: a/b-c\nauthor: Kari\ncategory: x\ndate: 2026-01-31\nimage: { src: /a.png, alt: A }",
  ),
  head("title: T\ntranslate: [en]\npublish: keep\ndraft: false\nwas: gammel\norder: 3"),
  head("title: T\ntranslate: false\nwithdrawn: '2026-01-31 Kari: feil dose'"),
  head("title: T\nfarge: blå\nmeny: { plass: 2 }"),
]);
