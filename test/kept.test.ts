// The last version of a page, kept as stale: nothing of it changes but what it says of itself, and where its links lead.
import { tests as commonmark } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build } from "../src/core/malvakt.ts";
import { withoutHeading } from "../src/core/publish/fragment.ts";
import { keepFragment } from "../src/core/publish/kept.ts";
import type { Today } from "../src/core/publish/site.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

const { settings } = readSettings("source: nb\nlanguages: {}\nseverity: { link-broken: off, bidi: off }\n");
if (!settings) throw new Error("The settings of this test are wrong.");

/** The fragment of a page as a build publishes it; undefined for one that has an error. */
function published(markdown: string, file = "nb/side.html"): string | undefined {
  const text = `---\ntitle: Side\n---\n\n${markdown}`;
  const pages = new Map([["side", { path: "content/nb/side.md", text }]]);
  const both = { ...settings, publish: { ...settings?.publish, heading: "both" } } as NonNullable<typeof settings>;
  const project = { settings: both, terms: undefined, pages, catalogs: new Map() };
  return build(project, new Map()).files.get(file);
}

const { settings: english } = readSettings("source: nb\nlanguages: { en: {} }\n");
if (!english) throw new Error("The settings of this test are wrong.");

const options = {
  page: "side",
  language: "nb",
  date: "2026-01-02",
  newAddress: () => undefined,
  otherLanguageAt: () => undefined,
};
const footnotes = "En fotnote[^1] og samme[^1], og en [lenke](annen.md#del).\n\n## Fotnoter\n\n[^1]: Noten *selv*.\n";
const table =
  "| a | b |\n|:-:|--:|\n| 1 | `x` |\n\n- [ ] gjort\n- [x] ikke\n\n~~bort~~ <sub>2</sub> <mark lang=en>x</mark>\n";

const additions =
  '# Side\n\n<q>a</q> og <q lang="en">b *c*</q>\n\n## Priser & "mer"\n\n| a |\n|---|\n| 1 |\n\n<p dir="rtl" lang="ar">اتصل على 22 33 44 55، 5–10 mg.</p>\n\n> [!NOTE]\n> Merk[^1].\n\n[^1]: Noten.\n';

const anchors =
  '## Pris {#pris}\n\n<a name="a"></a>Tekst <span id="b">her</span>.\n\n<div id="c">\n\nMer.\n\n</div>\n\n<table id="d"><tr><td>1</td></tr></table>\n';

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

describe("a fragment that a build published comes back", () => {
  const all = [
    ...commonmark.map(({ markdown }) => markdown.replaceAll("→", "\t")),
    footnotes,
    table,
    anchors,
    additions,
  ];

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

  test("law: with all that publishing adds, with its heading or without, however pages are built", () => {
    const piece = fc.constantFrom(
      ...["# Side", "# Annet", "## Priser *nå*", "<q>a <q>b</q></q> 'c'", "| a | b |\n|:-:|--:|\n| 1 | 22 33 |"],
      ...[
        '<p dir="rtl">22 33 og `6–8` & 6–8</p>',
        "Note[^1].",
        "[^1]: Her <q>d</q>.",
        "> [!TIP]\n> 1–2",
        '- [x] a "b"\n- [ ] <q>c</q>',
      ],
      ...['<table><caption>A "b"</caption><tr><td><table><tr><td>1</td></tr></table></td></tr></table>'],
      ...["<div>\n\n# Side\n\n</div>", "# <a id='x'></a>Side", "# [Side](https://example.com/)", "![a](b.png)"],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const markdown = `${pieces.join("\n\n")}\n`;
        const [whole, body] = [published(markdown), published(markdown, "nb/side.body.html")];
        if (whole === undefined || body === undefined) throw new Error(`This page is not published: ${markdown}`);
        const asStale = (html: string): string =>
          html.replace('data-status="source"', 'data-status="stale" data-date="2026-01-02"');
        expect(keepFragment(whole, options)?.html).toBe(asStale(whole));
        expect(keepFragment(body, options)?.html).toBe(asStale(body));
        // The body of what is kept is what is kept of the body, and has the same headings.
        expect(withoutHeading(asStale(whole))).toBe(asStale(body));
        expect(keepFragment(body, options)?.headings.toSorted(byId)).toEqual(
          keepFragment(whole, options)?.headings.toSorted(byId),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("with its headings, for the manifest", () => {
    const headings = keepFragment(
      published("# Én\n\n### To *tre*[^a]\n\nTekst[^a].\n\n[^a]: Note.\n") ?? "",
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
    ["a role of another kind", '<div role="alert" tabindex="3">a</div>', "<div>a</div>"],
    ["a name that runs", '<p aria-label="alert(1)" aria-labelledby="script">a</p>', "<p>a</p>"],
    ["another direction", '<p><bdi dir="x" onclick="alert(1)">a</bdi></p>', "<p><bdi>a</bdi></p>"],
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

test("links say in which language their page is now, whatever they said", () => {
  const html =
    '<article lang="nb" dir="ltr" data-page="side" data-status="source"><p><a href="/en/x/" hreflang="en" title="t">x</a> <a href="/nb/y/">y</a> <a href="/nb/z/" hreflang="uk">z</a></p></article>\n';
  const moved = keepFragment(html, {
    ...options,
    newAddress: (address) =>
      address === "/en/x/"
        ? { address: "/nb/x/", language: "nb" }
        : address === "/nb/y/"
          ? { address: "/en/y/", language: "en" }
          : undefined,
    otherLanguageAt: (address) => (address.startsWith("/en/") ? "en" : undefined),
  });
  expect(moved?.html).toContain(
    '<a href="/nb/x/" title="t">x</a> <a href="/en/y/" hreflang="en">y</a> <a href="/nb/z/">z</a>',
  );
});

test("a heading over footnotes that an earlier build hid is hidden no longer", () => {
  const html =
    '<article lang="nb" dir="ltr" data-page="side" data-status="source"><section data-footnotes class="footnotes"><h2 class="sr-only" id="side-footnote-label">Fotnoter</h2></section></article>\n';
  expect(keepFragment(html, options)?.html).toContain('<h2 id="side-footnote-label">Fotnoter</h2>');
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
