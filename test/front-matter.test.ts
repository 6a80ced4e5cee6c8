// What people write in front matter is read as they mean it, and all that is wrong in it is told at once and in place.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { readPage, type Page } from "../src/core/page/page.ts";
import { planPage } from "../src/core/page-plan.ts";
import { readProject } from "../src/core/malvakt.ts";
import { readSettings } from "../src/core/settings.ts";
import { build } from "../src/core/malvakt.ts";

function pageOf(text: string): Page {
  const { page, mistakes } = readPage(text, "side");
  if (!page) throw new Error(JSON.stringify(mistakes));
  return page;
}

const head = (yaml: string, body = "Tekst."): string => `---\n${yaml}\n---\n\n${body}\n`;
const read = (yaml: string): Record<string, unknown> => ({ ...pageOf(head(yaml)).frontMatter });
const titleOf = (text: string): string | undefined =>
  pageOf(text).units.find(({ context }) => context === "title")?.text;

describe("the first heading is the title of a page without one", () => {
  test.each([
    ["# Priser og _tid_\n\nTekst.\n", "Priser og tid"],
    ["Tekst.\n\n## Underoverskrift\n\n# Priser\n", "Priser"],
    ["Priser\n======\n", "Priser"],
    ["> # Priser\n", "Priser"],
    [head("lang: nb", "# Priser"), "Priser"],
    [head("title:", "# Priser"), "Priser"],
    ["# Priser[^1]\n\n[^1]: Alle.\n", "Priser"],
    [head("title: Egen", "# Priser"), "Egen"],
  ])("%j", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  test("and its finding is told once, at the heading", () => {
    const page = pageOf("# Pri\u200bser\n");
    expect(page.units.filter(({ plain }) => plain.includes("\u200b"))).toHaveLength(2);
    expect(page.units.flatMap(({ occurrences }) => occurrences)).toHaveLength(1);
  });
});

describe("what people write is read as they mean it", () => {
  test.each([
    ["title: 2024", { title: "2024" }],
    ["title: 2024.10", { title: "2024.10" }],
    ["title: 007", { title: "007" }],
    ["title: 2026-01-31", { title: "2026-01-31" }],
    ["title: true", { title: "true" }],
    ["title: T\ndescription: 12", { description: "12" }],
    ["title: T\ndescription: |\n  En linje.\n  To linjer.", { description: "En linje. To linjer." }],
    ["title: T\ndescription: En linje.\n  To linjer.", { description: "En linje. To linjer." }],
    ["title: T\ndate: 2026-01-31", { date: "2026-01-31" }],
    ["title: T\ndate: 2026-01-31 08:15:00 +0100", { date: "2026-01-31" }],
    ["title: T\ndate: 2026-01-31T08:15:00.000Z", { date: "2026-01-31" }],
    ["title: T\nauthor: Kari", { author: "Kari" }],
    ["title: T\nauthor: [Kari, Ola]", { author: ["Kari", "Ola"] }],
    ["title: T\ncategory:\n  - a\n  -\n  - 2", { category: ["a", "2"] }],
    ["title: T\nreviewed: { by: Kari, date: 2026-01-31 }", { reviewed: { by: "Kari", date: "2026-01-31" } }],
    [
      "title: T\nreviewed:\n  by: [Kari, 2]\n  date: 2026-01-31 08:15",
      { reviewed: { by: ["Kari", "2"], date: "2026-01-31" } },
    ],
    ["title: T\nimage: /a.png", { image: { src: "/a.png" } }],
    ["title: T\nimage: { src: /a.png, alt: A }", { image: { src: "/a.png", alt: "A" } }],
    ["title: T\nimage: [/a.png, { src: /b.png }]", { image: [{ src: "/a.png" }, { src: "/b.png" }] }],
    ["title: T\ntranslate: en", { translate: ["en"] }],
    ["title: T\norder: '3'", { order: 3 }],
    ["title: T\ndraft: yes", { draft: true }],
    ["title: T\ndraft: Nei", { draft: false }],
    ["title: T\npublished: false", { draft: true }],
    ["title: T\npublished: no", { draft: true }],
  ])("%j", (yaml, expected) => {
    expect(read(yaml)).toMatchObject(expected);
  });

  test.each(["description", "slug", "author", "category", "date", "image", "translate", "publish", "draft", "was"])(
    "nothing or null is absent: %s",
    (key) => {
      for (const nothing of ["", " null", " ~", " ''", " '  '"])
        expect(read(`title: T\n${key}:${nothing}`)).toEqual({ title: "T", data: {} });
    },
  );

  test("published: true and other keys are passed on", () => {
    expect(read("title: T\npublished: true\nfarge: [a, 1]")).toEqual({
      title: "T",
      data: { published: true, farge: ["a", 1] },
    });
  });
});

const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
if (!settings) throw new Error("The settings of these tests cannot be read.");

test.each(["draft: true", "draft: ja", "published: false", "published: 'false'"])(
  "%s keeps a page from being published",
  (line) => {
    const text = head(`title: T\n${line}`);
    const pages = new Map([["side", { path: "content/nb/side.md", text }]]);
    const { files, findings } = build({ settings, terms: undefined, pages, catalogs: new Map() }, new Map());
    expect(findings).toEqual([]);
    expect([...files.keys()].filter((path) => path.endsWith(".html"))).toEqual([]);
  },
);

describe("laws", () => {
  const word = fc.constantFrom("IMS", "hva er det", "æøå", "2024", "1.5", "true", "null", "~", "", " ", "a b", "😀");
  const mark = fc.constantFrom(
    ":",
    ": ",
    " #",
    "'",
    '"',
    "@",
    "*",
    "&",
    "!",
    "%",
    "`",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    ",",
    "- ",
    "\t",
  );
  const value = fc.array(fc.oneof(word, mark), { maxLength: 4 }).map((parts) => parts.join(""));
  const key = fc.constantFrom(
    ...["title", "description", "slug", "author", "category", "date", "image", "translate", "publish", "draft"],
    ...["withdrawn", "was", "order", "published", "farge", "titel", "__proto__"],
  );
  const line = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(key, value).map(([name, said]) => `${name}: ${said}`) },
    { weight: 1, arbitrary: value },
    { weight: 1, arbitrary: fc.tuple(key, value).map(([name, said]) => `${name}:\n  - ${said}\n  - b`) },
    { weight: 1, arbitrary: fc.tuple(key, value).map(([name, said]) => `${name}: |\n  ${said}\n  b`) },
  );
  const yamlText = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n"));
  const lineEnd = fc.constantFrom("\n", "\r\n");

  test("any front matter gives a page, or findings whose places are inside the file", () => {
    fc.assert(
      fc.property(yamlText, lineEnd, fc.constantFrom("Tekst.", "# Tittel", ""), (yaml, end, body) => {
        const text = head(yaml, body).replaceAll("\n", end);
        const { page, mistakes } = readPage(text, "side");
        expect(page === undefined).toBe(mistakes.length > 0);
        for (const { start, end: stop } of mistakes) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(stop).toBeGreaterThan(start);
          expect(stop).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test("what a YAML parser reads as a mapping is never called bad YAML", () => {
    fc.assert(
      fc.property(yamlText, (yaml) => {
        const document = parseDocument(yaml, { schema: "core", uniqueKeys: true });
        fc.pre(document.errors.length + document.warnings.length === 0 && !/[*]/u.test(yaml));
        const { mistakes } = readPage(head(yaml, "# Tittel"), "side");
        expect(mistakes.filter(({ reason }) => reason.id.startsWith("yaml."))).toEqual([]);
      }),
    );
  });

  /** Lines that are wrong on their own, each in one way. */
  const wrongLines = {
    title: "title: IMS: hva?",
    description: "description: 'Om",
    slug: "slug: a b",
    date: "date: i dag",
    image: "image: javascript:x",
    translate: "translate: [xx]",
    publish: "publish: aldri",
    draft: "draft: kanskje",
    withdrawn: "withdrawn: 2026-11-02 Kari: feil",
    order: "order: først",
  };

  test("all that is wrong is told at once, each in its line", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.values(wrongLines), { minLength: 1 }), (lines) => {
        const { mistakes } = readPage(head(lines.join("\n"), "# Tittel"), "side");
        const text = head(lines.join("\n"), "# Tittel");
        const told = mistakes.map(({ start }) => text.slice(0, start).split("\n").length - 2);
        expect(told.toSorted((one, other) => one - other)).toEqual(lines.map((_, index) => index));
      }),
    );
  });

  test("what is to be written in place of a slip is read as it was meant", () => {
    const plain = fc
      .array(
        fc.oneof(
          fc.constantFrom("IMS", "og", "hva", "a", "12"),
          fc.constantFrom(": ", "@", '"', "'", "[", "*", "%", "{"),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join("").trim())
      .filter((text) => /\p{L}/u.test(text));
    fc.assert(
      fc.property(plain, (said) => {
        const text = head(`title: ${said}\nfarge: blå`);
        const { mistakes } = readPage(text, "side");
        const slip = mistakes.find(({ reason }) => reason.id === "yaml.quotes");
        fc.pre(slip !== undefined);
        if (!slip) return;
        const mended = text.slice(0, slip.start) + String(slip.expected[0]) + text.slice(slip.end);
        const opened = /^(["'])([^"']*)$/u.exec(said)?.[2];
        expect(pageOf(mended).frontMatter).toMatchObject({ title: (opened ?? said).trim(), data: { farge: "blå" } });
      }),
    );
  });
});

test("the findings of a page's text come with those of its front matter", () => {
  const text = head("title: IMS: hva?", "[mer](ingen.md)\n\n![](a.png)");
  const pages = new Map([["side", { path: "content/nb/side.md", text }]]);
  const project = readProject({ settings, terms: undefined, pages }, new Map(), new Map());
  const rules = project.files.flatMap((file) => planPage(file, new Map(), project.context).findings);
  expect(new Set(rules.map(({ ruleId }) => ruleId))).toEqual(new Set(["front-matter", "link-broken", "alt-missing"]));
});
