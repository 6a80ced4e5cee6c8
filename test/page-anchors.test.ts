// Places that links lead to: ids that authors give to headings, and anchors of HTML.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build } from "../src/core/malvakt.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { readSettings } from "../src/core/settings.ts";

const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
if (!settings) throw new Error("The settings of these tests cannot be read.");

function pageOf(body: string): Page {
  const { page, mistakes } = readPage(`---\ntitle: T\n---\n\n${body}\n`, "side");
  if (!page) throw new Error(JSON.stringify(mistakes));
  return page;
}

/** The fragment of a page, and what was found in it. */
function published(body: string, other = ""): { html: string; rules: (string | undefined)[] } {
  if (!settings) throw new Error("There are no settings.");
  const pages = new Map(
    Object.entries({ side: body, annen: other }).map(([id, text]) => [
      id,
      { path: `content/nb/${id}.md`, text: `---\ntitle: ${id}\n---\n\n${text}\n` },
    ]),
  );
  const { files, findings } = build({ settings, terms: undefined, pages, catalogs: new Map() }, new Map());
  return { html: files.get("nb/side.html") ?? "", rules: findings.map(({ ruleId }) => ruleId) };
}

describe("an id at a heading's end", () => {
  test.each([
    ["## Priser {#pris}", "pris", "Priser"],
    ["## Priser  {#Pris_2}  ", "Pris_2", "Priser"],
    ["Priser {#pris}\n------", "pris", "Priser"],
    ["## *Priser* {#pris} ##", "pris", "<em>Priser</em>"],
    ["## Priser <br> {#pris}", "pris", "Priser <br/>"],
    ["## Priser[^1] {#pris}\n\n[^1]: Alle.", "pris", "Priser<sup/>"],
  ])("%j is its id, and no text", (body, anchor, text) => {
    const page = pageOf(body);
    expect(page.headings[0]).toMatchObject({ anchor, id: `side-${anchor}` });
    expect(page.units.map((unit) => unit.text)).toContain(text);
    expect(JSON.stringify(page.template)).not.toContain("{#");
  });

  test.each(["## Priser \\{#pris}", "## {#pris}", "## Priser {#pris} nå", "## Priser `{#pris}`", "Tekst {#pris}"])(
    "%j is text",
    (body) => {
      expect(pageOf(body).units.some(({ text }) => text.includes("#pris"))).toBe(true);
    },
  );

  test("the places in the heading stay exact", () => {
    const page = pageOf("## Pri\u200bser {#pris}");
    const unit = page.units.find(({ text }) => text.includes("\u200b"));
    expect(page.source.slice(unit?.occurrences[0]?.[0]?.start, unit?.occurrences[0]?.[0]?.end)).toBe("Pri\u200bser");
  });

  test("ids of other headings do not change, unless one has it", () => {
    const anchors = (body: string): string[] => pageOf(body).headings.map(({ anchor }) => anchor);
    expect(anchors("## A\n\n## A\n\n## B {#c}\n\n## B")).toEqual(["a", "a-1", "c", "b"]);
    expect(new Set(anchors("## Pris\n\n## X {#pris}")).size).toBe(2);
  });
});

describe("anchors of HTML are targets, no links to nowhere, and no tags", () => {
  test.each([
    ['<a name="x"></a>', ""],
    ['<a id="x"></a>', ""],
    ['Her <a name="x"></a>er det.', "Her er det."],
    ['<a name="x">Her</a> er det.', "Her er det."],
    ['Her er <span id="x">det</span>.', "Her er det."],
    ['Her er <strong id="x">det</strong>.', "Her er <strong>det</strong>."],
    ['Her er **<a id="x"></a>det**.', "Her er <strong>det</strong>."],
    ['<p id="x">Her er det.</p>', "Her er det."],
    ['<div id="x">\n\nHer er det.\n\n</div>', "Her er det."],
    ['<h2 id="x">Her</h2>', "Her"],
    ['## <a name="x"></a>Her', "Her"],
    ['- <a id="x"></a>Her', "Her"],
    ['|  |\n|---|\n| <a id="x"></a>Her |', "Her"],
    ['<table id="x"><tr><td>Her</td></tr></table>', "Her"],
    ['Se <a id="x" href="https://example.no">her</a>.', "Se <a>her</a>."],
  ])("%j", (body, text) => {
    const page = pageOf(`${body}\n\n[opp](#x)`);
    expect(page.units.map((unit) => unit.text)).toEqual(
      [...new Set(["T", text, "<a>opp</a>"])].filter((one) => one !== ""),
    );
    const { html, rules } = published(`${body}\n\n[opp](#x) og [annen](annen.md#y)`, '<a id="y"></a>');
    expect(rules).toEqual([]);
    expect(html.split('id="side-x"')).toHaveLength(2);
    expect(html).toContain('href="#side-x"');
    expect(html).toContain("/nb/annen/#annen-y");
  });

  test("the first of two with one id holds, and footnotes keep theirs", () => {
    const { html } = published('<a id="x"></a>A.[^1]\n\n<a id="x"></a>B. <a id="fn-1"></a>\n\n[^1]: Fot.\n');
    expect(html.split('id="side-x"')).toHaveLength(2);
    expect(html.split('id="side-fn-1"')).toHaveLength(2);
  });

  test.each(["#top", "#Top", "#", "side.md#top", "annen.md#top", "annen.md#:~:text=ord"])(
    "%s is always there",
    (href) => {
      const { html, rules } = published(`[opp](${href})`, "Tekst.");
      expect(rules).toEqual([]);
      expect(html).not.toMatch(/href="[^"]*(?:side|annen)-(?:top|:~:)/iu);
    },
  );

  test("an anchor that is not there is still found", () => {
    expect(published('<a name="x"></a>\n\n[opp](#y)').rules).toEqual(["link-broken"]);
  });
});

test("no two ids of a page are equal, whatever authors give", () => {
  const piece = fc.constantFrom(
    ...[
      "## A",
      "## A {#a}",
      "## A {#b}",
      '<a name="a"></a>',
      '<a id="b">x</a>',
      '<p id="a">x</p>',
      '<div id="a-1">x</div>',
    ],
    ...[
      "tekst[^1]",
      "[^1]: fot",
      '<h3 id="fnref-1">x</h3>',
      '*<a id="a">x*',
      "[x](#a)",
      '## <a id="section"></a>',
      "## !",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { html } = published(pieces.join("\n\n"));
      const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test("MAILTO: is mailto:", () => {
  const { html, rules } = published("[a](MAILTO:post@example.no), [b](TEL:+4722334455), [c](HTTPS://Example.no/A)");
  expect(rules).toEqual([]);
  expect(html).toContain('href="mailto:post@example.no"');
  expect(html).toContain('href="tel:+4722334455"');
  expect(html).toContain('href="https://Example.no/A"');
});
