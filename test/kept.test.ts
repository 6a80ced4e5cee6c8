// The last version of a page, kept as stale: nothing of it changes but what it says of itself, and where its links lead.
import { tests as commonmark } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import { build } from "../src/core/malvakt.ts";
import { keepFragment } from "../src/core/publish/kept.ts";
import type { Today } from "../src/core/publish/site.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

const { settings } = readSettings("source: nb\nlanguages: {}\nseverity: { link-broken: off, bidi: off }\n");
if (!settings) throw new Error("The settings of this test are wrong.");

/** The fragment of a page as a build publishes it; undefined for one that has an error. */
function published(markdown: string): string | undefined {
  const text = `---\ntitle: Side\n---\n\n${markdown}`;
  const pages = new Map([["side", { path: "content/nb/side.md", text }]]);
  const project = { settings: settings as NonNullable<typeof settings>, terms: undefined, pages, catalogs: new Map() };
  return build(project, new Map()).files.get("nb/side.html");
}

const { settings: english } = readSettings("source: nb\nlanguages: { en: {} }\n");
if (!english) throw new Error("The settings of this test are wrong.");

const options = { page: "side", language: "nb", date: "2026-01-02", newAddress: () => undefined };
const footnotes = "En fotnote[^1] og samme[^1], og en [lenke](annen.md#del).\n\n## Fotnoter\n\n[^1]: Noten *selv*.\n";
const table =
  "| a | b |\n|:-:|--:|\n| 1 | `x` |\n\n- [ ] gjort\n- [x] ikke\n\n~~bort~~ <sub>2</sub> <mark lang=en>x</mark>\n";

const anchors =
  '## Pris {#pris}\n\n<a name="a"></a>Tekst <span id="b">her</span>.\n\n<div id="c">\n\nMer.\n\n</div>\n\n<table id="d"><tr><td>1</td></tr></table>\n';

describe("a fragment that a build published comes back", () => {
  const all = [...commonmark.map(({ markdown }) => markdown.replaceAll("→", "\t")), footnotes, table, anchors];

  test("with the marks of a stale one, and with every other byte as it was", () => {
    let kept = 0;
    for (const markdown of all) {
      const html = published(markdown);
      if (html === undefined) continue;
      kept++;
      const stale = keepFragment(html, options);
      expect(stale?.html, JSON.stringify(markdown)).toBe(
        html.replace('data-status="source"', 'data-status="stale" data-date="2026-01-02"'),
      );
      // Kept once more, it is the same.
      expect(keepFragment(stale?.html ?? "", options)?.html).toBe(stale?.html);
    }
    expect(kept).toBeGreaterThan(600);
  });

  test("with its headings, for the manifest", () => {
    const headings = keepFragment(
      published("# Én\n\n### To *tre*\n\nTekst[^a].\n\n[^a]: Note.\n") ?? "",
      options,
    )?.headings;
    expect(headings).toEqual([
      { depth: 1, id: "side-én", text: "Én" },
      { depth: 3, id: "side-to-tre", text: "To tre" },
    ]);
  });
});

describe("held to what a new one may hold", () => {
  const around = (html: string): string =>
    `<article lang="nb" dir="ltr" data-page="side" data-status="source">${html}</article>\n`;

  test.each([
    ["a script", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
    ["an event", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
    ["a style", '<p style="color:red" class="x">a</p>', "<p>a</p>"],
    ["an address that runs", '<p><a href="java&#10;script:alert(1)">a</a></p>', "<p><a>a</a></p>"],
    ["an image from elsewhere", '<p><img src="//evil.example/a.png" alt="a"></p>', '<p><img alt="a"></p>'],
    ["a form", '<form action="/x"><input name="a"></form>', ""],
  ])("%s goes", (_, html, expected) => {
    const stale = keepFragment(around(html), options)?.html ?? "";
    expect(stale).not.toMatch(/script|alert|onclick|style|evil|form|name=/u);
    expect(stale).toContain(expected);
  });

  test.each([
    ["of another language", around("<p>a</p>").replace('lang="nb"', 'lang="en"')],
    ["without an article", "<p>a</p>"],
    ["with something beside the article", `<p>b</p>${around("<p>a</p>")}`],
    ["of another page's language direction and nothing else", ""],
  ])("one %s is none", (_, html) => {
    expect(keepFragment(html, options)).toBeUndefined();
  });

  test("links lead to where pages are now, and keep their anchors", () => {
    const newAddress = (address: string): Today | undefined =>
      address === "/nb/x/#a" ? { address: "/nb/y/#a", language: "nb" } : undefined;
    const html = around('<p><a href="/nb/x/#a">x</a> <a href="/nb/z/">z</a></p>');
    expect(keepFragment(html, { ...options, newAddress })?.html).toContain(
      '<a href="/nb/y/#a">x</a> <a href="/nb/z/">z</a>',
    );
  });

  test("of a link to a page that is nowhere any more the words stay, and a place in the page", () => {
    const newAddress = (address: string): Today | undefined => (address === "/nb/x/" ? "nowhere" : undefined);
    const html = around(
      '<p>Se <a href="/nb/x/" title="t"><em>priser</em> her</a>, <a id="side-a" href="/nb/x/">der</a> <a href="/nb/z/">z</a>.</p>',
    );
    expect(keepFragment(html, { ...options, newAddress })?.html).toContain(
      '<p>Se <em>priser</em> her, <a id="side-a">der</a> <a href="/nb/z/">z</a>.</p>',
    );
  });
});

test("a translation with line ends of Windows or old Macs is published without them, and can be kept", () => {
  const text = catalogText("en", [
    approvedEntry({ context: "title", id: "Side", text: "Page" }),
    approvedEntry({ id: "Vondt.", text: "Pain.\r\nMore\rpain." }),
  ]);
  const project = (body: string): Parameters<typeof build>[0] => ({
    settings: english,
    terms: undefined,
    pages: new Map([["side", { path: "content/nb/side.md", text: `---\ntitle: Side\n---\n\n${body}\n` }]]),
    catalogs: new Map([["en", new Map([["side", { path: "content/en/side.po", text }]])]]),
  });
  const first = build(project("Vondt."), new Map());
  expect(first.files.get("en/side.html")).not.toContain("\r");
  const next = build(project("Vondt.\n\nMer."), first.files);
  expect(next.pages[0]?.decisions.get("en")?.status).toBe("stale");
});
