// `publish.heading`: fragments without the page's own heading, for sites that have headings of their own.
import { describe, expect, test } from "vitest";
import { isFragmentPath } from "../src/core/layout.ts";
import { build, type Build } from "../src/core/malvakt.ts";
import { isSlug } from "../src/core/page/slug.ts";
import { readPage } from "../src/core/page/page.ts";
import { filesOf } from "../src/core/publish/dist.ts";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { readSettings, type Settings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

function settingsOf(heading: string): Settings {
  const { settings } = readSettings(
    `source: nb\nlanguages: { en: {} }\npublish: { heading: ${heading} }\nseverity: { heading-order: off }\n`,
  );
  if (!settings) throw new Error("The settings of this test are wrong.");
  return settings;
}

type Texts = { body: string; title?: string; english?: Readonly<Record<string, string>> };

function buildOf(heading: string, { body, title = "Nåler", english }: Texts, dist = new Map<string, string>()): Build {
  const text = `---\ntitle: ${title}\n---\n\n${body}\n`;
  const units = readPage(text, "side").page?.units ?? [];
  const entries = units.flatMap(({ context, text: id }) => {
    const translation = english?.[id];
    return translation === undefined ? [] : [approvedEntry({ context, id, text: translation })];
  });
  const catalogs = english
    ? new Map([["en", new Map([["side", { path: "content/en/side.po", text: catalogText("en", entries) }]])]])
    : new Map<string, Map<string, { path: string; text: string }>>();
  const pages = new Map([["side", { path: "content/nb/side.md", text }]]);
  return build({ settings: settingsOf(heading), terms: undefined, pages, catalogs }, dist);
}

const open = '<article lang="nb" dir="ltr" data-page="side" data-status="source"';
const inside = ({ files }: Build, path = "nb/side.html"): string | undefined => files.get(path);
const manifestOf = ({ files }: Build): Manifest => JSON.parse(files.get("manifest.json") ?? "") as Manifest;

describe("true: the fragment has it, and is named by it", () => {
  test.each<[what: string, body: string, named: boolean]>([
    ["a heading that says the title", "# Nåler\n\nTekst.", true],
    ["the only one, that opens the page and says something else", "# Hva er nåler?\n\nTekst.", true],
    ["no heading of level 1", "## Nåler\n\nTekst.", false],
    ["the heading of a section", "Innledning.\n\n# Priser\n\nTekst.", false],
    ["headings of sections", "# Priser\n\nTekst.\n\n# Steder\n\nTekst.", false],
  ])("%s", (_, body, named) => {
    const html = inside(buildOf("true", { body })) ?? "";
    expect(html.startsWith(`${open}>\n`)).toBe(!named);
    const id = /^<article [^>]* aria-labelledby="([^"]*)">/u.exec(html)?.[1];
    expect(id !== undefined).toBe(named);
    if (named) expect(html).toContain(`<h1 id="${id}">`);
    expect(html).not.toContain("aria-label=");
  });
});

describe("false: the fragment is without it", () => {
  test.each<[what: string, body: string, expected: string]>([
    ["a heading that says the title", "# Nåler!\n\nTekst.", ' id="side-nåler" aria-label="Nåler!">\n<p>Tekst.</p>'],
    [
      "the only one, that says something else: the article has its words and its id",
      '# Hva er "*nåler*"?\n\nTekst.',
      ' id="side-hva-er-nåler" aria-label="Hva er &#x22;nåler&#x22;?">\n<p>Tekst.</p>',
    ],
    ["no heading", "Tekst.", ">\n<p>Tekst.</p>"],
    [
      "the heading of a section stays",
      "A.\n\n# Priser\n\nB.",
      '>\n<p>A.</p>\n<h1 id="side-priser">Priser</h1>\n<p>B.</p>',
    ],
    [
      "headings of sections stay",
      "# Priser\n\nA.\n\n# Steder",
      '>\n<h1 id="side-priser">Priser</h1>\n<p>A.</p>\n<h1 id="side-steder">Steder</h1>',
    ],
    [
      "of several, the one that says the title goes",
      "# Nåler\n\nA.\n\n# Steder",
      ' id="side-nåler" aria-label="Nåler">\n<p>A.</p>\n<h1 id="side-steder">Steder</h1>',
    ],
    ["after an introduction", "A.\n\n# Nåler\n\nB.", ' id="side-nåler" aria-label="Nåler">\n<p>A.</p>\n<p>B.</p>'],
    ["in HTML", "<div><h1>Nåler</h1><p>A.</p></div>", ' id="side-nåler" aria-label="Nåler">\n<div><p>A.</p></div>'],
    [
      "with a place in it that links lead to",
      '# <a id="topp"></a>Nåler\n\nA.',
      ' id="side-nåler" aria-label="Nåler">\n<a id="side-topp"></a><p>A.</p>',
    ],
    [
      "with a link in it: it stays",
      "# [Nåler](https://example.com/)",
      ' aria-labelledby="side-nåler">\n<h1 id="side-nåler"><a href="https://example.com/">Nåler</a></h1>',
    ],
    [
      "with a picture in it: it stays",
      "# Nåler ![En nål](https://example.com/a.png)",
      ' aria-labelledby="side-nåler">\n<h1 id="side-nåler">Nåler <img src="https://example.com/a.png" alt="En nål"></h1>',
    ],
  ])("%s", (_, body, expected) => {
    expect(inside(buildOf("false", { body }))).toBe(`${open}${expected}\n</article>\n`);
  });

  test("a footnote at it stays, with its mark", () => {
    expect(inside(buildOf("false", { body: "# Nåler[^1]\n\n[^1]: Note." }))).toContain(
      '<h1 id="side-nåler">Nåler<sup>',
    );
  });

  test("the same in every language, whatever the words are", () => {
    const english = { Nåler: "Needles", "Nåler!": "What needles are", "A.": "A.", Steder: "Places" };
    const made = buildOf("false", { body: "# Nåler!\n\nA.\n\n# Steder", english });
    expect(inside(made, "en/side.html")).toBe(
      '<article lang="en" dir="ltr" data-page="side" data-status="approved" id="side-nåler" aria-label="What needles are">\n<p>A.</p>\n<h1 id="side-steder">Places</h1>\n</article>\n',
    );
    // What links and lists of contents rest on is still there.
    expect(manifestOf(made).pages["side"]?.["en"]).toMatchObject({
      headings: [
        { depth: 1, id: "side-nåler", text: "What needles are" },
        { depth: 1, id: "side-steder", text: "Places" },
      ],
    });
  });
});

describe("both: a second file is without it", () => {
  const english = { Nåler: "Needles", "A.": "One." };
  const texts = { body: "# Nåler\n\nA.", english };
  const first = buildOf("both", texts);
  const entry = (made: Build): unknown => manifestOf(made).pages["side"]?.["en"];

  test("beside the one with it, named in manifest and ledger", () => {
    expect(inside(first, "en/side.html")).toBe(inside(buildOf("true", texts), "en/side.html"));
    expect(inside(first, "en/side.body.html")).toBe(inside(buildOf("false", texts), "en/side.html"));
    expect(entry(first)).toMatchObject({ path: "en/side.html", body: "en/side.body.html" });
    expect(first.ledger.files).toContain("en/side.body.html");
    expect(manifestOf(buildOf("true", texts)).pages["side"]?.["en"]).not.toHaveProperty("body");
  });

  test("a page without a heading has the same twice", () => {
    const made = buildOf("both", { body: "A." });
    expect(inside(made, "nb/side.body.html")).toBe(inside(made));
  });

  test("the last version is kept in both forms, and read back from either", () => {
    const more = { body: "# Nåler\n\nA.\n\nMer.", english };
    const kept = buildOf("both", more, first.files);
    expect(entry(kept)).toMatchObject({ status: "stale", body: "en/side.body.html" });
    const stale = '<article lang="en" dir="ltr" data-page="side" data-status="stale" data-date="2026-11-02"';
    expect(inside(kept, "en/side.html")).toBe(
      `${stale} aria-labelledby="side-nåler">\n<h1 id="side-nåler">Needles</h1>\n<p>One.</p>\n</article>\n`,
    );
    const body = `${stale} id="side-nåler" aria-label="Needles">\n<p>One.</p>\n</article>\n`;
    expect(inside(kept, "en/side.body.html")).toBe(body);
    // The settings may change while it is kept.
    const without = buildOf("false", more, kept.files);
    expect(inside(without, "en/side.html")).toBe(body);
    expect(manifestOf(without).pages["side"]?.["en"]).toMatchObject({
      headings: [{ depth: 1, id: "side-nåler", text: "Needles" }],
    });
    expect(buildOf("false", more, without.files).files).toEqual(without.files);
  });

  test("is no fragment of its own, and goes with the page", () => {
    expect(isFragmentPath("en/side.body.html")).toBe(false);
    expect(isFragmentPath("en/body.html", "en")).toBe(true);
    // No page's address can be taken for it.
    for (const slug of ["side.body", "side.head"]) expect(isSlug(slug)).toBe(false);
    expect(filesOf({ ...first.ledger, files: [] })).toContain("en/side.body.html");
  });
});

test("a small style is written for every site, for pages of ours alone, without colours and sides of its own", () => {
  const made = buildOf("true", { body: "A." });
  const css = made.files.get("malvakt.css") ?? "";
  expect(made.ledger.files).toContain("malvakt.css");
  expect(css.length).toBeGreaterThan(500);
  expect(css.length).toBeLessThan(2048);
  const rules = [...css.replaceAll(/\/\*.*?\*\//gu, "").matchAll(/([^{}]+)\{([^{}]*)\}/gu)];
  for (const [, selector] of rules) expect(selector?.trim()).toMatch(/^article\[data-page\](?: |$)/u);
  for (const [, , declarations = ""] of rules)
    for (const [property = ""] of declarations.matchAll(/[a-z-]+(?=:)/gu))
      expect(property).not.toMatch(/left|right|^(?:width|height)$|color|font-family|background/u);
});
