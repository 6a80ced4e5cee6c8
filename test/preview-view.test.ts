// The view of a page: the very page that would be published, with marks that show each unit and break nothing.
import { tests as commonmark } from "commonmark-spec";
import fc from "fast-check";
import type { Element, ElementContent } from "hast";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../src/core/catalog/entry.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { bringInStep } from "../src/core/catalog/step.ts";
import { serialise } from "../src/core/page/html.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { isPlain } from "../src/core/page/unit.ts";
import { treeOf } from "../src/core/preview/marks.ts";
import { viewPage, type PageView } from "../src/core/preview/view.ts";
import { siteOf } from "../src/core/publish/site.ts";
import { emptyLedger } from "../src/core/publish/ledger.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { settingsOf } from "./previewed.ts";

const settings = settingsOf("source: nb\nlanguages: { en: {}, ar: {} }\n");
const site = siteOf([], { settings, terms: undefined }, { ledger: emptyLedger, assets: new Map() });
const contexts = new Set(["", "title", "description", "slug", "alt", "link-title", "title-attribute"]);

function pageOf(markdown: string): Page | undefined {
  return readPage(`---\ntitle: T\n---\n${markdown}`, "x").page;
}

/** The view of a page in the source's language, or with a catalog's texts. */
function viewOf(page: Page, language = "nb", po?: string): PageView {
  const nothing = { language, version: undefined, held: undefined, withdrawn: undefined, wrong: [] };
  const plan = { id: "x", path: "x.md", page, findings: [], waived: [], source: nothing, translations: [] };
  const read = po === undefined ? undefined : readCatalog(po, { language, contexts }).catalog;
  const catalog: Catalog | undefined = read && bringInStep(read, page.units, language, new Map());
  return viewPage(page, plan, { plan: nothing, catalog }, site);
}

/** Trees without marks, with neighbouring texts as one. */
function unmarked(nodes: readonly ElementContent[]): ElementContent[] {
  const plain: ElementContent[] = [];
  const put = (node: ElementContent): void => {
    const last = plain.at(-1);
    if (node.type === "text" && last?.type === "text")
      plain[plain.length - 1] = { ...last, value: last.value + node.value };
    else plain.push(node);
  };
  for (const node of nodes) {
    if (node.type !== "element") put(node);
    else if (node.tagName === "span" && node.properties["dataUnit"] !== undefined) unmarked(node.children).forEach(put);
    else {
      const { dataUnitAlt: _, dataUnitTitle: __, ...properties } = node.properties;
      put({ ...node, properties, children: unmarked(node.children) });
    }
  }
  return plain;
}

function htmlOf(nodes: readonly ElementContent[]): string {
  return serialise({ type: "root", children: [...nodes] }).replaceAll(/\s+/gu, " ");
}

/** Without its marks a view is the fragment: nothing is added, nothing moved, nothing lost. */
function isTheFragment(view: PageView): void {
  const article = treeOf(view.fragment).children.find((node): node is Element => node.type === "element");
  const blocks = view.blocks.flatMap(({ nodes }) => unmarked(nodes));
  const spaced = (html: string): string => html.replaceAll(/(?<=>) | (?=<)/gu, "").trim();
  expect(spaced(htmlOf(blocks))).toBe(spaced(htmlOf(article?.children ?? [])));
  const strangers = (text: string): string[] => [...new Set(text.match(/\p{Co}/gu) ?? [])].toSorted();
  expect(strangers(JSON.stringify(view.blocks))).toEqual(strangers(view.fragment));
}

const constructs = [
  '# Overskrift\n\nTekst[^1] med *vekt* og [lenke](annen.md "tittel").\n\n[^1]: Noten **selv**.\n',
  "| a | b |\n|:-:|--:|\n| *en* | `x` og tekst |\n\n- [ ] gjort\n- [x] ikke\n  - under\n",
  '![Et *bilde*](bilde.png "En tittel") midt i teksten\n\n> [!WARNING]\n> Pass på.\n',
  "<dl><dt>Ord</dt><dd>Forklaring</dd></dl>\n\n<details><summary>Mer</summary>\n\nSkjult.\n\n</details>\n",
  "<figure><img src=a.png alt=Alt><figcaption>Under</figcaption></figure>\n\n<b>løs</b> tekst <sub>2</sub>\n",
  "Likt.\n\nLikt.\n\n- Likt.\n\n<!-- i18n:skip -->\nIkke oversatt.\n",
  '<a href=x.md><p>Blokk i lenke</p></a>\n\n<p title="Hint">a <abbr title="Det hele">b</abbr></p>\n',
];

describe("without its marks the view is the fragment", () => {
  test("for every example of CommonMark and constructs of GFM", () => {
    let count = 0;
    for (const markdown of [...commonmark.map((one) => one.markdown.replaceAll("→", "\t")), ...constructs]) {
      const page = pageOf(markdown);
      if (!page) continue;
      count++;
      const view = viewOf(page);
      isTheFragment(view);
      // What is filled with the page's own texts is read as those texts.
      expect(view.units.map(({ text }) => text)).toEqual(page.units.map(({ text }) => text));
    }
    expect(count).toBeGreaterThan(600);
  });

  test("for texts of every state and with every mistake, and each unit is marked somewhere", () => {
    const words = fc.constantFrom(
      "ord",
      "<a>",
      "</a>",
      "<b/>",
      "&amp;",
      "&",
      "<script>alert(1)</script>",
      "\uE000",
      "\uE001",
      "\u{F0000}",
      "5 mg",
      '"',
      "-->",
    );
    const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(""));
    const page = pageOf(constructs.join("\n\n"));
    if (!page) throw new Error("The page of this test is wrong.");
    fc.assert(
      fc.property(
        fc.array(fc.option(text), { minLength: page.units.length, maxLength: page.units.length }),
        (texts) => {
          const entries = page.units.map(({ context, text: id }, index) =>
            plainEntry({ context, id, text: texts[index] ?? "" }),
          );
          const view = viewOf(page, "ar", catalogText("ar", entries));
          isTheFragment(view);
          const shown = new Set([...view.blocks.flatMap(({ units }) => units), ...view.beside]);
          expect(shown.size).toBe(page.units.length);
          const [front, ...attributes] = view.beside.map((index) => view.units[index]?.context);
          expect(front).toBe("title");
          // A text whose tags are wrong is shown without them, and so without their attributes.
          for (const context of attributes) expect(context).toMatch(/^(?:alt|link-title|title-attribute)$/u);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** The texts that stand in marks, and those of attributes, by unit. */
function shownIn({ blocks }: PageView): Map<number, string> {
  const found = new Map<number, string>();
  const textOf = (node: ElementContent): string =>
    node.type === "text" ? node.value : node.type === "element" ? node.children.map(textOf).join("") : "";
  const visit = (node: ElementContent): void => {
    if (node.type !== "element") return;
    const { dataUnit, dataUnitAlt, dataUnitTitle, alt, title } = node.properties;
    if (typeof dataUnit === "string") found.set(Number(dataUnit), textOf(node));
    if (typeof dataUnitAlt === "string") found.set(Number(dataUnitAlt), String(alt));
    if (typeof dataUnitTitle === "string") found.set(Number(dataUnitTitle), String(title));
    node.children.forEach(visit);
  };
  blocks.forEach(({ nodes }) => nodes.forEach(visit));
  return found;
}

test("each unit's mark holds that unit's text, wherever it stands: heading, cell, list, summary, alt, title", () => {
  const page = pageOf(constructs.join("\n\n"));
  const view = page && viewOf(page);
  if (!page || !view) throw new Error("The page of this test is wrong.");
  const shown = shownIn(view);
  for (const { unit, context } of view.units) {
    if (view.beside.includes(unit)) continue;
    const expected = page.units[unit]?.text.replace("<sup/>", "1").replaceAll(/<\/?[a-z]+\d*\/?>/gu, "") ?? "";
    expect(shown.get(unit), `${unit} ${context}`).toBe(
      isPlain(context) ? expected : expected.replaceAll("&amp;", "&").replaceAll("&lt;", "<"),
    );
  }
});

test("states are those of the catalog; a text that is missing is shown in the source's words, and one with wrong tags without them", () => {
  const page = pageOf("Ett.\n\nTo.\n\nTre.\n\nFire.\n\nFem *vekt*.\n");
  if (!page) throw new Error("The page of this test is wrong.");
  const po = catalogText("en", [
    approvedEntry({ context: "title", id: "T", text: "T" }),
    approvedEntry({ id: "Ett.", text: "One." }),
    plainEntry({ id: "To.", text: "Two." }),
    `# draft: 2026-11-22 ${hashOf("en", "", "Tre.")} deepl\n#, fuzzy\n${plainEntry({ id: "Tre.", text: "Three." })}`,
    `#, fuzzy\n#| msgid "Fire"\n${plainEntry({ id: "Fire.", text: "Four." })}`,
    plainEntry({ id: "Fem <em>vekt</em>.", text: "Five <b>weight" }),
  ]);
  const view = viewOf(page, "en", po);
  expect(view.units.map(({ state }) => state)).toEqual([
    "approved",
    "approved",
    "unsigned",
    "draft",
    "stale",
    "unsigned",
  ]);
  expect(view.fragment).toContain("<p>Five weight</p>");
  const missing = viewOf(page, "en", catalogText("en", []));
  expect(new Set(missing.units.map(({ state }) => state))).toEqual(new Set(["untranslated"]));
  expect(missing.fragment).toContain("<p>Fem <em>vekt</em>.</p>");
  const broken = viewOf(page, "en");
  expect(broken.units.every(({ state }) => state === "untranslated")).toBe(true);
});
