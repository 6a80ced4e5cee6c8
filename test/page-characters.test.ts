// Characters in pages: those that no text may hold are refused with their place, those that no one sees are found.
import { describe, expect, test } from "vitest";
import { unseenCharactersIn } from "../src/core/characters.ts";
import { checkPage } from "../src/core/check/page.ts";
import { defaultSeverity, reporterFor, type Finding } from "../src/core/finding.ts";
import { isSlug } from "../src/core/page/slug.ts";
import { readPage } from "../src/core/page/page.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";
import { compareTags } from "../src/core/unit-text.ts";
import { said } from "./said.ts";

const { termbase } = readTermbase(`concepts:
  - id: dry-needling
    terms:
      nb: [{ term: tørrnåling, status: preferred }, { term: nålestikking, status: deprecated }]
`);
if (!termbase) throw new Error("The termbase cannot be read.");
const terms = termsOf(termbase)("nb");

function findingsIn(source: string): Finding[] {
  const { page, mistakes } = readPage(source, "x");
  if (!page) throw new Error(JSON.stringify(mistakes));
  return checkPage(page, reporterFor("x.md", source, defaultSeverity), undefined, terms).findings;
}

const page = (body: string): string => `---\ntitle: T\n---\n\n${body}\n`;

describe("a character that no text may hold is refused where it stands", () => {
  test.each<[written: string, before: string, after: string, reason: RegExp]>([
    ["\uFDD0", '[mer](ims.md "', '") om " onmouseover="alert(1)">', /^U\+FDD0 is not a character; delete it\.$/u],
    ["\uFFFE", "a", "b", /^U\+FFFE /u],
    ["\u{10FFFF}", "a", "b", /^U\+10FFFF /u],
    ["\uD800", "a", "b", /^U\+D800 is half of a surrogate pair/u],
    ["\u0001", "a", "b", /^U\+0001 is a control character/u],
    ["\u000C", "a", "b", /^U\+000C is a control character/u],
    ["\u0085", "a", "b", /^U\+0085 is a control character/u],
    ["\u0004", "```\na", "b\n```", /^U\+0004 is a control character/u],
    ["&#xFDD0;", "a ", " b", /^&#xFDD0; stands for U\+FDD0, which is not a character; delete it\.$/u],
    ["&#1;", "a **b ", "** c", /^&#1; stands for U\+0001, which is a control character/u],
    ["&#12;", "a ", " b", /^&#12; stands for U\+000C/u],
    ["&#x85;", '[a](b "', '")', /^&#x85; stands for U\+0085/u],
    ["&#1;", "[a](/", "/evil.example)", /^&#1; stands for U\+0001/u],
    ["&#xFFFF;", "![", "](b.png)", /^&#xFFFF; stands for U\+FFFF/u],
    ["&#xD800;", "[a]: /b '", "'\n\n[a]", /^&#xD800; stands for U\+D800, which is half/u],
    ["&#xfdd0;", '<a href="ims.md" title="', '">x</a>', /^&#xfdd0; stands for U\+FDD0/u],
    ["&#x00000fdd0", "<p>a ", " b</p>", /^&#x00000fdd0 stands for U\+FDD0/u],
    ["&#1;", '<a href="', '//evil.example">x</a>', /^&#1; stands for U\+0001/u],
    ["&#2;", "``` a", "\nb\n```", /^&#2; stands for U\+0002/u],
  ])("%j after %j", (written, before, after, reason) => {
    const source = page(`${before}${written}${after}`);
    const reading = readPage(source, "x");
    expect(reading.page).toBeUndefined();
    expect(reading.mistakes.map(({ start, end }) => source.slice(start, end))).toEqual([written]);
    expect(said(reading.mistakes[0]?.reason)).toMatch(reason);
  });

  test.each([
    'title: "a\\u0001"',
    'title: T\nx: ["\\uFDD0"]',
    'title: T\nx: { "\\uFDD0": 1 }',
    'title: T\nx: "\\uD800"',
  ])("front matter: %s", (yaml) => {
    const { mistakes } = readPage(`---\n${yaml}\n---\n`, "x");
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]?.start).toBeGreaterThan(3);
  });

  test.each([
    "`&#1;`",
    "```\n&#xFDD0;\n```",
    "\\&#1;",
    "&amp;#1;",
    "&#0; &#x110000;",
    "tab\tog nbsp\u00A0og \u202F",
    "\uFFFD",
  ])("but not %j", (body) => {
    expect(readPage(page(body), "x").mistakes).toEqual([]);
  });

  test.each(["a &#xFDD0;", "a &#1;", "a\u0001", "a\uFDD0", "a &#xD800;"])("in a translation: %j", (text) => {
    expect(compareTags("a <b>c</b>", `${text} <b>c</b>`)).toHaveLength(1);
    expect(compareTags("a", text).map(({ start }) => start)).toEqual([text.startsWith("a ") ? 2 : 1]);
  });
});

describe("characters that no one sees are found in a page", () => {
  test.each<[body: string, rule: string, actual: string, expected: string[]]>([
    ["tørr\u200Bnåling", "whitespace", "\u200B", [""]],
    ["a\uFEFFb", "whitespace", "\uFEFF", [""]],
    ["I\u034FMS", "whitespace", "\u034F", [""]],
    ["IMS\uFE0F er", "whitespace", "\uFE0F", [""]],
    ["a\u2060\u200Bb", "whitespace", "\u2060\u200B", [""]],
    ["a\u202Eb", "bidi", "\u202E", [""]],
    ["a &#x202E; b", "bidi", "&#x202E;", [""]],
    ["tørr&#x200B;nåling", "whitespace", "&#x200B;", [""]],
    ["tørr&ZeroWidthSpace;nåling", "whitespace", "&ZeroWidthSpace;", [""]],
    ["Vi bruker I\u041CS her", "whitespace", "I\u041CS", ["IMS"]],
    ["Vi bruker \u0406\u041C\u0405 her", "whitespace", "\u0406\u041C\u0405", ["IMS"]],
    ["Vi bruker ＩＭＳ her", "whitespace", "ＩＭＳ", ["IMS"]],
    ["myo\uFB01brill", "whitespace", "\uFB01", ["fi"]],
    ["<!-- i18n:skip -->\n\nI&#x200B;MS", "whitespace", "&#x200B;", [""]],
    ["`a\u202Eb`", "bidi", "\u202E", [""]],
    ["![I\u041CS og mer](b.png)", "whitespace", "I\u041CS", ["IMS"]],
  ])("%j", (body, rule, actual, expected) => {
    const found = findingsIn(page(body));
    expect(found.map((one) => [one.ruleId, one.actual, one.expected])).toEqual([[rule, actual, expected]]);
    expect(found[0]?.severity).toBe(rule === "bidi" ? "error" : "warning");
  });

  test("in names, as they are written and as YAML escapes them", () => {
    const found = findingsIn(
      '---\ntitle: "Om I\\u200BMS"\nauthor: "K\u0430ri"\ncategory: "a\\u202Eb"\n---\n\nTekst.\n',
    );
    expect(found.map(({ ruleId, start }) => [ruleId, start.line])).toEqual([
      ["whitespace", 2],
      ["whitespace", 3],
      ["bidi", 4],
    ]);
  });

  test("in a word that markup parts", () => {
    expect(findingsIn(page("Vi bruker I**\u041C**S her")).map(({ actual }) => actual)).toEqual(["I**\u041C**S"]);
  });

  test.each([
    "so\u00ADft og n\u00A0bsp og 1\u202F000",
    "👩\u200D⚕️ ❤️ 1️⃣ 👍🏽 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "می\u200Cخواهم og क्\u200Dष",
    "العربية IMS og Українською",
    "TNFα, kΩ, μg, ρ = 0,4",
    "日本語とTシャツ og 한국어",
    "ІМС-терапія IMS українською мовою",
    "m² ™ № ½ Å é e\u0301",
  ])("but not in %s", (text) => {
    expect(unseenCharactersIn(text)).toEqual([]);
    expect(findingsIn(page(text))).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ["ims", true],
  ["forste-konsultasjon", true],
  ["mappe/side_2", true],
  ["ærlig-talt", true],
  ["ж-лікування", true],
  ["日本語ひらがな", true],
  ["conny/console", true],
  ["con", false],
  ["mappe/NUL", false],
  ["com1/a", false],
  ["Lpt9", false],
  ["__proto__", false],
  ["constructor", false],
  ["a/prototype", false],
  ["I\u041CS", false],
  ["i\u034Fms", false],
  ["i\uFE0Fms", false],
  ["ａ", false],
  ["\u3164a", false],
  ["a\u200Bb", false],
  ["a.b", false],
  ["../a", false],
  ["", false],
  ["-a", false],
])("the slug %j: %s", (slug, good) => {
  expect(isSlug(slug)).toBe(good);
  if (!good && slug !== "")
    expect(readPage(`---\ntitle: T\nslug: ${JSON.stringify(slug)}\n---\n`, "x").mistakes).toHaveLength(1);
});

describe("what is published is read by the term rules", () => {
  test.each([
    ["a skipped paragraph", "<!-- i18n:skip -->\n\nVi tilbyr nålestikking.", 1],
    ["a skipped heading", "<!-- i18n:skip -->\n\n## Om nålestikking", 1],
    ["a skipped stretch", "<!-- i18n:skip-start -->\n\n- nålestikking\n\n> nålestikking\n\n<!-- i18n:skip-end -->", 2],
    ["the text of a skipped image", "<!-- i18n:skip -->\n\n![nålestikking](a.png)", 1],
    ["the title of a skipped link", '<!-- i18n:skip -->\n\n[a](https://b.example "nålestikking")', 1],
    ["a heading that equals a generated one", "## Footnote label\n\n## footnotes nålestikking\n\nx[^1]\n\n[^1]: y", 1],
    ["a forged mark of a footnote", "<sup><a data-footnote-ref href='#a'>nålestikking</a></sup>", 1],
    ["a forged way back", "a <a data-footnote-backref href='b' aria-label='c'>nålestikking</a>", 1],
    ["a forged heading over footnotes", '<h2 id="footnote-label" class="sr-only">nålestikking</h2>', 1],
    ["text in a mark of a footnote", "<sup>[^1] nålestikking</sup>\n\n[^1]: y", 1],
  ])("%s", (_, body, count) => {
    const source = page(body);
    const found = findingsIn(source).filter(({ ruleId }) => ruleId === "term-deprecated");
    expect(found).toHaveLength(count);
    for (const { actual, start } of found) {
      expect(actual).toBe("nålestikking");
      expect(source.slice(start.offset, start.offset + actual.length)).toBe(actual);
    }
  });
});

describe("what would take a parser long", () => {
  const reading = (body: string): string => said(readPage(page(body), "x").mistakes[0]?.reason);
  test.each<[string, string, RegExp]>([
    ["very many underlined headings", "a\n===\n\n".repeat(5_000), /more than 1,000 lines of === or ---/u],
    ["underlined headings in quotes", "> a\n> ---\n\n".repeat(5_000), /more than 1,000 lines of === or ---/u],
    ["very many lines", "a\n".repeat(200_000), /more than 25,000 lines/u],
    ["very many marks", "a[^1]\n\n".repeat(40_000), /more than 30,000 marks/u],
    ["a page longer than a book", `${"ord ".repeat(50)}\n\n`.repeat(6_000), /characters; the limit is 1,000,000/u],
  ])("%s", (_, body, reason) => {
    expect(reading(body)).toMatch(reason);
  });

  test("many broken links among many headings are each named", () => {
    const body = [
      ...Array.from({ length: 6_000 }, (_, index) => `## Overskrift ${index}`),
      ...Array.from({ length: 1_000 }, (_, index) => `[a](#overskrfit-${index})`),
    ].join("\n\n");
    const found = findingsIn(page(body)).filter(({ ruleId }) => ruleId === "link-broken");
    expect(found).toHaveLength(1_000);
    expect(found[7]?.expected).toEqual(["#overskrift-7"]);
  });
});
