// Rule `front-matter`.
import { describe, expect, test } from "vitest";
import { sentence } from "../../src/core/messages/sentence.ts";
import { findingsOf, testClean, testFindings } from "./rows.ts";

describe("a page whose beginning cannot be read", () => {
  testFindings("front-matter", "error", [
    ["⟨⟩"],
    ["⟨⟩\n \n"],
    ["⟨----⟩\ntitle: T\n----\n"],
    ["⟨---js⟩\n{}\n---\n"],
    ["⟨---⟩\ntitle: T\n"],
    ["---\ntitle: T\n⟨---x⟩\nTekst.\n"],
    ["⟨+++⟩\ntitle = 'T'\n+++\nTekst.\n", ["---"]],
  ]);
});

describe("a page without a title", () => {
  testFindings("front-matter", "error", [
    ["⟨-⟩--\nlang: nb\n---\n\nTekst.\n"],
    ["---\n⟨title⟩:\n---\n\nTekst.\n"],
    ["---\n⟨title⟩: ''\n---\n\n## Underoverskrift\n"],
    ["---\n⟨title⟩: '  '\nfarge: blå\n---\n"],
  ]);

  test("a text without any front matter is told both ways to write one", () => {
    const [found, ...others] = findingsOf("front-matter", "Tekst.\n");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "error", start: { line: 1, column: 1 } });
    expect(found && sentence(found.reason, "en")).toContain("`# Title`");
  });
});

const head = (yaml: string): string => `---\n${yaml}\n---\n`;

describe("what people write in it", () => {
  testFindings("front-matter", "error", [
    [head("title: ⟨'-'⟩")],
    [head("title: T\nslug: ⟨a b⟩")],
    [head("title: T\nslug: ⟨con⟩")],
    [head("title: T\nreviewed: ⟨Kari 2026-01-31⟩")],
    [head("title: T\nreviewed: ⟨[Kari]⟩")],
    [head("title: T\nreviewed: ⟨{ by: Kari }⟩"), ["date"]],
    [head("title: T\nreviewed: ⟨{ date: 2026-01-31 }⟩"), ["by"]],
    [head("title: T\nreviewed: { by: Kari, date: ⟨31.1.2026⟩ }"), ["2026-01-31"]],
    [head("title: T\nreviewed: { by: Kari, ⟨dato⟩: 2026-01-31, date: 2026-01-31 }")],
    [head("title: T\nslug: ⟨I\u041cS⟩")],
    [head(`title: T\nslug: ⟨${"a".repeat(201)}⟩`)],
    [head("title: T\ndate: ⟨2026-02-30⟩")],
    [head("title: T\ndate: ⟨i dag⟩")],
    [head("title: T\ndate: ⟨1.5.2026⟩"), ["2026-05-01"]],
    [head("title: T\ndate: ⟨2026⟩")],
    [head("title: T\nauthor: ⟨{ name: Kari }⟩")],
    [head("title: T\nimage: ⟨javascript:x⟩")],
    [head("title: T\nimage:\n  src: ⟨javascript:x⟩")],
    [head("title: T\ntranslate: ⟨ja⟩")],
    [head("title: T\npublish: ⟨never⟩")],
    [head("title: T\ndraft: ⟨kanskje⟩")],
    [head("title: T\nwithdrawn: ⟨feil⟩")],
    [head("title: T\norder: ⟨først⟩")],
    [head('title: T\nx: ⟨"a\\u0001"⟩')],
  ]);
});

describe("a key that looks like a slip is passed on, with a warning at the key", () => {
  testFindings("front-matter", "warning", [
    [head("title: T\n⟨descripton⟩: Tekst"), ["description"]],
    [head("title: T\n⟨translat⟩: [en]"), ["translate"]],
    [head('title: T\n"⟨autor⟩": Kari').replace('"⟨', '⟨"').replace('⟩"', '"⟩'), ["author"]],
  ]);
});

describe("a value that needs quotes", () => {
  testFindings("front-matter", "error", [
    [head("title: ⟨IMS: hva er det?⟩"), ['"IMS: hva er det?"']],
    [head("title: T\nwithdrawn: ⟨2026-11-02 Kari: feil⟩"), ['"2026-11-02 Kari: feil"']],
    [head("title: ⟨*Viktig* om priser⟩"), ['"*Viktig* om priser"']],
    [head("title: ⟨@klinikken⟩"), ['"@klinikken"']],
    [head("title: ⟨% av alle⟩"), ['"% av alle"']],
    [head("title: ⟨[IMS] og andre⟩"), ['"[IMS] og andre"']],
    [head('title: ⟨"IMS" er bra⟩'), ["'\"IMS\" er bra'"]],
    [head('title: ⟨"IMS⟩\ndescription: Om "IMS"\nfarge: blå'), ['"IMS"']],
    [head("title: ⟨'Hva er IMS?⟩\ndescription: Om IMS"), ['"Hva er IMS?"']],
    [head("title: ⟨IMS: nå⟩ # merknad"), ['"IMS: nå"']],
    [head("image:\n  src: /a.png\n  alt: ⟨Her: et kne⟩\ntitle: T"), ['"Her: et kne"']],
  ]);

  test("is told in plain words", () => {
    const [found] = findingsOf("front-matter", head("title: IMS: hva er det?"));
    expect(found && sentence(found.reason, "en")).toBe('Put the text in quotes: `title: "IMS: hva er det?"`.');
  });
});

describe("other slips of YAML", () => {
  testFindings("front-matter", "error", [
    [head("⟨title:Priser⟩\nfarge: blå"), ["title: Priser"]],
    [head("title: T\n⟨f⟩arge blå\norder: 1")],
    [head("title: T\n⟨title⟩: U").replace("⟨title⟩", "⟨t⟩itle")],
    [head("title: T\nmeny:\n⟨\t⟩plass: 2")],
  ]);
});

test.each(["translator: Kari", "categories: [a]", "tittel: T", "published: true"])(
  "a key that is a word of its own is no slip: %s",
  (line) => {
    expect(findingsOf("front-matter", head(`title: T\n${line}`))).toEqual([]);
  },
);

describe("all mistakes of a page come at once", () => {
  testFindings("front-matter", "error", [
    [head("title: ⟨IMS: hva?⟩\ndate: ⟨i dag⟩\nslug: ⟨a b⟩\n⟨title⟩: U").replace("⟨title⟩: U", "order: ⟨først⟩")],
    [head("title: ⟨'-'⟩\n⟨translate⟩: [de]\nslug: ⟨a b⟩")],
    [head("title: ⟨IMS: hva?⟩\n⟨was⟩: kontakt")],
  ]);

  test("those of its text too", () => {
    const page = head("title: IMS: hva?") + "\n[mer](ingen.md)\n";
    expect(findingsOf("front-matter", page)).toHaveLength(1);
    expect(findingsOf("link-broken", page)).toHaveLength(1);
  });
});

describe("an address that two pages would have", () => {
  testFindings("front-matter", "error", [[head("title: T\n⟨slug⟩: kontakt")]]);
});

testClean("front-matter", [
  head("title: T"),
  "--- \ntitle: T\n---\t\nTekst.\n",
  "\n---\ntitle: T\n---\nTekst.\n",
  "# Tittel\n\nTekst.\n",
  "Tittel\n======\n",
  head("lang: nb") + "\nTekst.\n\n# Tittel\n",
  head("title:") + "\n# Tittel\n",
  head(
    "title: T\ndescription: D\nslug: a/b-c\nauthor: Kari\ncategory: x\ndate: 2026-01-31\nimage: { src: /a.png, alt: A }",
  ),
  head("title: T\ntranslate: [en]\npublish: keep\ndraft: false\nwas: gammel\norder: 3"),
  head("title: T\ntranslate: false\nwithdrawn: '2026-01-31 Kari: feil dose'"),
  head("title: T\nfarge: blå\nmeny: { plass: 2 }"),
  head("title: T\ndescription:\nslug: ''\nauthor: null\ncategory: ~\ndate:\nimage:\ntranslate:\ndraft:\norder:\nwas:"),
  head("title: T\nimage:\n  src:\n  alt:"),
  head("title: 2024\ndescription: 2026-01-31\nslug: 2024\nauthor: 1\ncategory: [2, a]"),
  head("title: true\ndescription: 1.0"),
  head("title: T\nauthor: [Kari, Ola]\ncategory: [a, b]\nimage: [/a.png, { src: /b.png, alt: B }]\ntranslate: en"),
  head("title: T\nimage: bilde.png"),
  head("title: T\ndate: 2026-01-31 12:30"),
  head("title: T\ndate: 2026-01-31T12:30:00+02:00"),
  head("title: T\ndate: 2026-01-31 12:30:00 +0100"),
  head("title: T\ndescription: |\n  En.\n  To."),
  head("title: T\ndescription: >\n  En.\n  To.\n\n  Tre."),
  head("title: T\ndescription: En.\n  To."),
  head("title: T\ndraft: ja\norder: '3'\npublished: 2026-01-31"),
]);
