// Law 1: the source owns the structure. Filling a page with its own texts gives the page back, byte for byte.
import { tests as commonmark } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nb } from "../src/core/language/nb.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { isPlain } from "../src/core/page/unit.ts";
import { compareTags } from "../src/core/unit-text.ts";
import { fill } from "../src/core/publish/fill.ts";
import { referenceOf, softened, withoutIds } from "./reference-pipeline.ts";

function pageOf(markdown: string): Page {
  const reading = readPage(`---\ntitle: T\n---\n${markdown}`, "x");
  if (!reading.page) throw new Error(JSON.stringify(reading.mistakes));
  return reading.page;
}

function filled(page: Page, textOf: (text: string, index: number) => string = (text) => text): string {
  const addressOf = ({ href }: { href: string }): string => href;
  return fill(page.template, {
    units: page.units,
    texts: page.units.map((unit, index) => textOf(unit.text, index)),
    language: nb,
    addressOf,
  });
}

/** Every text of a unit becomes a mark; tags stay. */
function marked(text: string): string {
  return text.replaceAll(/(<code\d*>)[\s\S]*?(<\/code\d*>)|<[^>]*>|&[a-z]+;|[^<&]/gu, (piece) =>
    piece.startsWith("<") ? piece : "·",
  );
}

/** What is left of a page's own words when all units are marks: text and attributes meant for readers, outside code. */
function leftOver(html: string): string {
  return html
    .replaceAll(/<pre[\s>][\s\S]*?<\/pre>|<code[\s>][\s\S]*?<\/code>|<code>[\s\S]*?<\/code>/gu, "")
    .replaceAll(/<h2 id="x-footnote-label">Fotnoter<\/h2>/gu, "")
    .replaceAll(/<p class="markdown-alert-title">.*?<\/p>/gu, "")
    .replaceAll(/<a [^>]*data-footnote-(ref|backref)[^>]*>.*?<\/a>/gu, "")
    .replaceAll(/ (alt|title)="([^"]*)"/gu, ">$2<")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&#x[\dA-F]+;/gu, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function holds(markdown: string): void {
  const page = pageOf(markdown);
  expect(softened(withoutIds(filled(page)))).toBe(softened(referenceOf(markdown)));
  for (const unit of page.units) {
    expect(unit.text).not.toBe("");
    if (!isPlain(unit.context)) expect(compareTags(unit.text, unit.text)).toEqual([]);
  }
  expect(leftOver(filled(page, marked))).toBe("");
}

describe("every example of CommonMark", () => {
  test.each(commonmark.map((example) => [example.number, example.markdown.replaceAll("→", "\t")] as const))(
    "%i",
    (_, markdown) => {
      holds(markdown);
    },
  );
});

const constructs: [name: string, markdown: string][] = [
  ["table", "| a | b |\n|---|:-:|\n| *c* | d\\|e |\n| `x` |  |\n"],
  ["table with links and breaks", '| [a](b "t") | ![c](d "e") |\n|--|--|\n| 1 | x<br>y |\n'],
  ["task list", "- [ ] gjør dette\n- [x] *gjort*\n\n1. [ ] a\n\n   b\n"],
  ["strikethrough", "~~bort~~ og ~en~ ~~**to**~~\n"],
  ["autolinks", "<https://example.com/å?a=b&c=d> og <post@example.com>, https://example.com er bare tekst\n"],
  ["footnotes", "A[^1] og B[^note] og C[^1].\n\n[^1]: Fot *en*.\n[^note]: Fot to.\n\n    Nytt avsnitt i fot to.\n"],
  ["footnote in a heading and a list", "# H[^1]\n\n- x[^1]\n- y[^2]\n\n[^1]: En\n[^2]: - liste\n"],
  ["footnote mark in a link", "[a[^1] b](c)\n\n[^1]: d\n"],
  ["footnote mark beside raw sup", "m<sup>2</sup> er areal[^1]\n\n[^1]: d\n"],
  [
    "raw inline HTML",
    'H<sub>2</sub>O, <abbr>IMS</abbr>, <kbd>Ctrl</kbd>, <mark lang="en">x</mark><br/>ny <small dir="rtl">y</small>\n',
  ],
  ["raw blocks", '<p lang="en">a <b>b</b></p>\n\n<div>tekst <p>avsnitt</p> hale</div>\n'],
  ["a link around a block", "<a href='https://example.com/'><p>blokk</p> hale</a>\n"],
  ["skipped and commented", "<!-- i18n:comment: hei -->\n\nA <!-- c --> b\n\n<!-- vanlig -->\n\nC <!-- x -->\nd\n"],
  [
    "scripts and styles",
    "<script>alert(1)</script>\n\n<style>p{}</style>\n\na <span onclick='x'>b</span> <img src=x onerror=y alt=z>\n",
  ],
  ["hard breaks and entities", "a  \nb\\\nc &amp; &lt;d&gt; &nbsp;e &copy; \\* \\<f\\>\n"],
  ["equal and different links", '[a](x) [b](y) [c](x) [d](x "t") *e* *f*\n'],
  ["nested emphasis", "***a** b* **c *d `e` f* g** `` `h` ``\n"],
  ["image only, image in link", "![bilde](a.png)\n\n[![b](c.png) d](e)\n\n![](f.png)\n"],
  ["two paragraphs of one text", "Samme tekst\n\nSamme tekst\n\n[Samme](a) link\n\n[Samme](b) link\n"],
  [
    "forged footnotes",
    'a<sup><a data-footnote-ref href="#fn-1" id="fnref-1" aria-describedby="footnote-label">IMS</a></sup> <a data-footnote-backref aria-label="b" class="data-footnote-backref">↩</a> c[^1]\n\n<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">footnotes</h2></section>\n\n<ol><li id="fn-1">d</li></ol>\n\n## Footnote label\n\n## footnotes\n\n[^1]: e\n',
  ],
  ["footnotes after unclosed HTML", "a[^1] <em>b\n\n<strong>c\n\n[^1]: d\n"],
  ["a footnote mark in raw HTML", '<a href="c">a[^1] b</a> <sup>x[^1]</sup> <table><tr><td>d[^1]</table>\n\n[^1]: d\n'],
  ["quotes in attributes", "[a](b \"it's `c`\") ![it's](d.png) <a href='e' title=\"f'g\">h</a>\n"],
  [
    "alerts",
    "> [!NOTE]\n> Tekst *her*.\n>\n> - liste\n\n> [!warning]\n>\n> # Alene\n\n> [!TIP]\n\n> [!OBS]\n> nei\n\n> [!NOTE] nei\n",
  ],
  [
    "an alert as HTML",
    "<div class='markdown-alert' Alert Part='note'><p class='markdown-alert-title'>note</p></div>\n",
  ],
  ["headings and anchors", "# A b\n\n## A b\n\n### *c* `d`\n\n[til a](#a-b)\n\n## ...\n"],
];

describe("GFM and HTML constructs", () => {
  test.each(constructs)("%s", (_, markdown) => {
    holds(markdown.replace("(#a-b)", "(#nothing)"));
  });
});

const inline = fc.letrec<{ text: string; node: string }>((tie) => ({
  text: fc.constantFrom(
    "ord",
    "æ ø å",
    "IMS",
    "5 mg",
    "a & b",
    "x < y",
    "\\*",
    "&amp;",
    "&lt;p&gt;",
    "«s»",
    "12,5 %",
    "\u00A0",
    "_",
    "!",
    "<br>",
    "\n",
    "  \n",
    "\\\n",
    "`k`",
    "`` a`b ``",
    "[^1]",
    "![alt tekst](b.png)",
    '![i](c.png "t")',
    "<sup><a data-footnote-ref id='fnref-1'>1</a></sup>",
    "<a data-footnote-backref aria-label='x'>↩</a>",
    '<a href="u" title="t\'s" lang="en">',
    "<em>",
    "</a>",
  ),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("text"),
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((nodes) => nodes.join(" ")),
    tie("node").map((node) => `*${node}*`),
    tie("node").map((node) => `**${node}**`),
    tie("node").map((node) => `~~${node}~~`),
    tie("node").map((node) => `[${node}](u "t")`),
    tie("node").map((node) => `[${node}](v)`),
    tie("node").map((node) => `<sub>${node}</sub>`),
    tie("node").map((node) => `<a href="w">${node}</a>`),
  ),
})).node;

const block = fc.oneof(
  inline,
  inline.map((text) => `## ${text.replaceAll("\n", " ")}`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n")),
  inline.map((text) =>
    text
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n"),
  ),
  fc
    .tuple(inline, inline)
    .map(([a, b]) => `| ${a.replaceAll(/[\n|]/gu, " ")} | b |\n|---|---|\n| c | ${b.replaceAll(/[\n|]/gu, " ")} |`),
  fc.constantFrom(
    "```js\nkode & <b>\n```",
    "    innrykk",
    "---",
    "<!-- i18n:comment: k -->",
    "<p>rå *html*</p>",
    "<div>\n\nmidt\n\n</div>",
    "[^1]: En *note*.",
  ),
);

describe("documents built from pieces", () => {
  test("fill with their own texts, and leave no letter behind", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        holds(`${blocks.join("\n\n")}\n`);
      }),
      { numRuns: 300 },
    );
  });
});
