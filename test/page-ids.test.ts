// Ids: of all pages of a site, whatever they and their headings are called, no two are equal.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idPrefixesOf } from "../src/core/page/ids.ts";
import { readPage } from "../src/core/page/page.ts";
import { nb } from "../src/core/language/nb.ts";
import { fill } from "../src/core/publish/fill.ts";

/** The ids of each page's fragment, and the fragments that its own links lead to. */
function readSite(pages: readonly { id: string; markdown: string }[]): { ids: string[]; targets: string[] }[] {
  const prefixes = idPrefixesOf(pages.map(({ id }) => id));
  return pages.map(({ id, markdown }) => {
    const { page, mistakes } = readPage(`---\ntitle: T\n---\n${markdown}\n`, id, "page", prefixes.get(id));
    if (!page) throw new Error(JSON.stringify(mistakes));
    const texts = page.units.map(({ text }) => text);
    const html = fill(page.template, { units: page.units, texts, language: nb, addressOf: ({ href }) => href });
    const all = (attribute: RegExp): string[] => [...html.matchAll(attribute)].map(([, value = ""]) => value);
    return { ids: all(/ id="([^"]*)"/gu), targets: all(/ (?:href="#|aria-describedby=")([^"]*)"/gu) };
  });
}

const word = fc.constantFrom(
  "a",
  "om",
  "hei",
  "fn",
  "1",
  "2",
  "section",
  "footnote",
  "label",
  "fnref",
  "å",
  "A",
  "~",
  "_",
);
const pageId = fc
  .array(fc.tuple(word, fc.constantFrom("-", "/", "_", " ", "--", ".", "~")), { minLength: 1, maxLength: 4 })
  .map((words) =>
    words
      .map(([text, between]) => text + between)
      .join("")
      .slice(0, -1),
  );
const heading = fc
  .array(fc.oneof(word, fc.constantFrom("A\u030A", "-", "–", "&", "!", "*e*", "`k`", "[^1]", "Fn 1", "Fnref a-2")), {
    maxLength: 4,
  })
  .map((words) => `## ${words.join(" ")}`);
const footnotes = "x[^1] y[^a] z[^a] w[^a-2] v[^%C3%A6] u[^æ]\n\n[^1]: e\n[^a]: f\n[^a-2]: g\n[^%C3%A6]: h\n[^æ]: i";
const markdown = fc
  .array(fc.oneof(heading, fc.constantFrom("# Hei", "tekst", footnotes)), { maxLength: 6 })
  .map((blocks) => `${[...new Set(blocks)].join("\n\n")}\n`);

test("ids of a whole site are distinct, and every footnote leads to one of its page", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: pageId, markdown }), {
        minLength: 1,
        maxLength: 6,
        selector: ({ id }) => id.normalize("NFC"),
      }),
      (pages) => {
        const site = readSite(pages);
        const ids = site.flatMap((page) => page.ids);
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
        for (const page of site) for (const target of page.targets) expect(page.ids, target).toContain(target);
      },
    ),
    { numRuns: 300 },
  );
});

test("prefixes of any page names can be told apart from any words behind another's", () => {
  fc.assert(
    fc.property(fc.uniqueArray(pageId, { minLength: 2, maxLength: 8 }), (pageIds) => {
      const prefixes = [...idPrefixesOf(pageIds).values()];
      for (const [index, one] of prefixes.entries())
        for (const other of prefixes.slice(index + 1)) {
          expect(`${one}-`.startsWith(`${other}-`), `${one} ${other}`).toBe(false);
          expect(`${other}-`.startsWith(`${one}-`), `${one} ${other}`).toBe(false);
        }
    }),
    { numRuns: 5_000 },
  );
});

describe("ids", () => {
  const idsOf = (pages: Record<string, string>): string[][] =>
    readSite(Object.entries(pages).map(([id, text]) => ({ id, markdown: text }))).map(({ ids }) => ids);

  test("are the page's words and the heading's, wherever that is no one else's id", () => {
    expect(idsOf({ ims: "## Er det smertefullt?", "forste-konsultasjon": "## Tid", "mappe/c": "## Hva" })).toEqual([
      ["ims-er-det-smertefullt"],
      ["forste-konsultasjon-tid"],
      ["mappe-c-hva"],
    ]);
  });

  test("are spelt otherwise where a page could be taken for a heading of another, or for another page", () => {
    expect(idsOf({ a: "## Om Hei", "a-om": "## Hei" })).toEqual([["a-om-hei"], ["a_om~-hei"]]);
    expect(idsOf({ "a/b": "## C", "a-b": "## C" })).toEqual([["a__b~-c"], ["a-b-c"]]);
  });

  test("of headings give way to those of footnotes", () => {
    const [ids] = idsOf({ a: "## Fn 1\n\n## Fnref 1\n\n## Footnote label\n\nx[^1]\n\n[^1]: y" });
    expect(ids).toEqual([
      ...["a-section-fn-1", "a-section-fnref-1", "a-section-footnote-label"],
      ...["a-fnref-1", "a-footnote-label", "a-fn-1"],
    ]);
    expect(idsOf({ a: "## Fn 1" })).toEqual([["a-fn-1"]]);
  });

  test("of headings are the same in every way of writing a letter", () => {
    expect(idsOf({ a: "## A\u030A\n\n## Å\n\n## å" })).toEqual([["a-å", "a-å-1", "a-å-2"]]);
  });
});
