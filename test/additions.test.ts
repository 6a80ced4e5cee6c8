// What publishing adds to a filled page: each addition by what goes in and what comes out.
import { tests as commonmark } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayOrder, shownText } from "../src/core/check/pair/display-order.ts";
import { numbersIn } from "../src/core/check/pair/bidi-numbers.ts";
import { checkEntry } from "../src/core/check/catalog.ts";
import { languageOf } from "../src/core/language/all.ts";
import { readPage } from "../src/core/page/page.ts";
import { addTo } from "../src/core/publish/additions.ts";
import { fill } from "../src/core/publish/fill.ts";
import { decoded, readMarkup, writeMarkup } from "../src/core/publish/markup.ts";
import type { Pairing } from "../src/core/terms/terms.ts";
import type { Language } from "../src/core/language/language.ts";

function language(code: string): Language {
  const found = languageOf(code);
  if (!found) throw new Error(`There is no language ${code}.`);
  return found;
}

const addressOf = ({ href }: { href: string }): string => href;

/** The body of a page with its own texts, as it is before anything is added. */
function filled(markdown: string): string {
  const { page } = readPage(`---\ntitle: T\n---\n\n${markdown}`, "x");
  if (!page) throw new Error(`This test cannot use the page: ${markdown}`);
  const texts = page.units.map(({ text }) => text);
  return fill(page.template, { units: page.units, texts, language: language("nb"), addressOf }).trim();
}

function added(markdown: string, code = "nb"): string {
  return addTo(filled(markdown), {
    language: language(code),
    otherLanguageAt: (address) => (address.startsWith("/en/") ? "en" : undefined),
  });
}

test("law: the pieces of any page, joined, are its HTML; where there is nothing to add, nothing changes", () => {
  for (const { markdown } of commonmark) {
    const html = filled(markdown.replaceAll("→", "\t"));
    const markup = readMarkup(html);
    expect(writeMarkup(markup)).toBe(html);
    // Nothing but a text is taken for one.
    expect(markup.some((piece) => piece.kind === "text" && piece.html.includes("<"))).toBe(false);
    if (/<table|<q\b/u.test(markdown)) continue;
    expect(addTo(html, { language: language("nb"), otherLanguageAt: () => undefined })).toBe(html);
  }
});

test("the section of footnotes has the name of its heading, which can be read", () => {
  const html = added("A[^1].\n\n[^1]: B.\n");
  expect(html).toContain('<section data-footnotes="" class="footnotes" aria-labelledby="x-footnote-label">');
  expect(html).toContain('<h2 id="x-footnote-label">Fotnoter</h2>');
});

test("what looks like footnotes in an author's HTML gets no name", () => {
  expect(added('<section data-footnotes><h2 id="footnote-label">A</h2></section>\n')).not.toContain("aria-labelledby");
});

describe("quotation marks", () => {
  test.each([
    ["nb", "Han sa <q>ja, <q>takk</q></q>.", "<p>Han sa «ja, ‘takk’».</p>"],
    ["da", "Han sa <q>ja</q>.", "<p>Han sa »ja«.</p>"],
    ["de", "Han sa <q>ja, <q>takk</q></q>.", "<p>Han sa „ja, ‚takk‘“.</p>"],
    ["en", "Han sa <q>ja, <q>takk, <q>nå</q></q></q>.", "<p>Han sa “ja, ‘takk, “nå”’”.</p>"],
    ["nb", "Han sa <q>«ja»</q>.", "<p>Han sa «ja».</p>"],
    ["nb", 'Han sa <q lang="en">*yes*</q>.', '<p>Han sa «<span lang="en"><em>yes</em></span>».</p>'],
    ["nb", '<p lang="en">He said <q>yes</q>.</p>', '<p lang="en">He said “yes”.</p>'],
    ["nb", '<q>a</q> <q title="T">b</q>', '<p>«a» «<span title="T">b</span>»</p>'],
    ["nb", 'Han sa «ja» og "nei" og `<q>`.', '<p>Han sa «ja» og "nei" og <code>&#x3C;q></code>.</p>'],
  ])("%s: %s", (code, markdown, expected) => {
    expect(added(markdown, code)).toBe(expected);
  });
});

describe("regions around tables", () => {
  const table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
  const regions = (markdown: string): (string | undefined)[] =>
    [...added(markdown).matchAll(/<div role="region" tabindex="0" aria-label="([^"]*)"><table>/gu)].map(([, label]) =>
      decoded(label ?? ""),
    );
  test.each<[what: string, markdown: string, labels: string[]]>([
    ["the heading above", `# Priser\n\nTekst.\n\n## Time & *"pris"*\n\n${table}`, ['Time & "pris"']],
    [
      "the caption",
      "## A\n\n<table><caption>Våre <b>priser</b></caption><tr><td>1</td></tr></table>\n",
      ["Våre priser"],
    ],
    ["the language's word", table, ["Tabell"]],
    [
      "no name twice",
      `## Priser\n\n${table}\n${table}\n## Fotnoter\n\n${table}`,
      ["Priser", "Priser (2)", "Fotnoter (2)"],
    ],
    ["the mark of a footnote is no name", `## Priser[^1]\n\n${table}\n[^1]: a\n`, ["Priser"]],
    [
      "a table in a table has none",
      "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>\n",
      ["Tabell"],
    ],
    ["nor one in a link", '<div><a href="https://example.com/"><table><tr><td>1</td></tr></table></a></div>\n', []],
    ["nor one in a summary", "<details><summary><table><tr><td>1</td></tr></table></summary></details>\n", []],
  ])("%s", (_, markdown, labels) => {
    const html = added(markdown);
    expect(regions(markdown)).toEqual(labels);
    expect(html.match(/<div role/gu)?.length ?? 0).toBe(labels.length);
    expect(html.match(/<\/table><\/div>/gu)?.length ?? 0).toBe(labels.length);
  });
});

test("the boxes of a checklist are named by the words beside them", () => {
  const html = added(
    '- [ ] Ta med *"legitimasjon"*[^1]\n  - [x] Pass\n\n1. [ ] Løst\n\n   Mer.\n\n[^1]: Eller pass.\n',
  );
  const names = [...html.matchAll(/<input type="checkbox"(?: checked)? disabled aria-label="([^"]*)">/gu)];
  expect(names.map(([, name]) => decoded(name ?? ""))).toEqual(['Ta med "legitimasjon"', "Pass", "Løst"]);
});

test("a link to a page in another language says in which, at its end, and its words have no language of their own", () => {
  expect(added('[a](/en/x/#b "t") [c](/nb/y/) [d](https://example.com/en/)')).toBe(
    '<p><a href="/en/x/#b" title="t" hreflang="en">a</a> <a href="/nb/y/">c</a> <a href="https://example.com/en/">d</a></p>',
  );
});

describe("numbers in text from right to left", () => {
  const bdi = (number: string): string => `<bdi dir="ltr">${number}</bdi>`;
  test.each([
    ["اتصل على 22 33 44 55.", `<p>اتصل على ${bdi("22 33 44 55")}.</p>`],
    [
      "اتصل على [22 33 44 55](tel:+4722334455).",
      `<p>اتصل على <a href="tel:+4722334455">${bdi("22 33 44 55")}</a>.</p>`,
    ],
    ["لمدة 6–8 أسابيع، تناول 5–10 mg.", `<p>لمدة ${bdi("6–8")} أسابيع، تناول ${bdi("5–10 mg")}.</p>`],
    ["(+47) 22 33 44 55", `<p>${bdi("(+47) 22 33 44 55")}</p>`],
    ["في 2020، 2021 و 1/6/2022 الساعة 10:30.", "<p>في 2020، 2021 و 1/6/2022 الساعة 10:30.</p>"],
    ["`22 33` & 6–8 < 9", `<p><code>22 33</code> &#x26; ${bdi("6–8")} &#x3C; 9</p>`],
    ["    22 33\n", "<pre><code>22 33\n</code></pre>"],
    ['<p lang="en" dir="ltr">Call 22 33</p>', '<p lang="en" dir="ltr">Call 22 33</p>'],
    ["![22 33](a.png)", '<p><img src="a.png" alt="22 33"></p>'],
  ])("%s", (markdown, expected) => {
    expect(added(markdown, "ar")).toBe(expected);
  });

  test("and nowhere else, but for what an author sets from right to left", () => {
    expect(added("Ring 22 33 44 55, 6–8 uker.")).toBe("<p>Ring 22 33 44 55, 6–8 uker.</p>");
    expect(added('<p lang="ar" dir="rtl">اتصل 22 33</p>')).toBe(`<p lang="ar" dir="rtl">اتصل ${bdi("22 33")}</p>`);
  });

  const pairing: Pairing = { source: language("nb"), target: language("ar"), termIndexes: undefined };
  const isWrong = (translation: string): boolean =>
    checkEntry({ context: "", source: "x", translation }, pairing).some(({ ruleId }) => ruleId === "bidi");

  test("law: what the rule lets pass is shown in order once it is published", () => {
    const word = fc.constantFrom(
      ..."اتصل|على|و|IMS|mg|5|22|33 44|10 000|+47 22 33|(+47) 22|-5|6–8|5–10 mg|08:00-16:00|3 × 10|1/6/2022|٢٥|٢٢ ٣٣|&amp;|&lt;|.|،|(|)|%|\u00a0|&#160;|<b>|</b>|<em>|</em>|<br/>".split(
        "|",
      ),
    );
    const text = fc
      .array(word, { minLength: 1, maxLength: 9 })
      .chain((words) => fc.constantFrom("", " ").map((joint) => nested(words).join(joint)));
    const tags = {
      b: { open: ["<b>"], close: "</b>" },
      em: { open: ["<em>"], close: "</em>" },
      br: { open: ["<br>"], close: "" },
    };
    let isolatedOnce = 0;
    fc.assert(
      fc.property(text, (translation) => {
        if (isWrong(translation)) return;
        const html = fill([{ kind: "unit", unit: 0, tags }], {
          units: [],
          texts: [translation],
          language: language("ar"),
          addressOf,
        });
        const published = addTo(html, { language: language("ar"), otherLanguageAt: () => undefined });
        if (published.includes("<bdi")) isolatedOnce++;
        // As a browser has it: an isolate where `bdi` is, a line where `br` is.
        const shown = decoded(
          published
            .replaceAll('<bdi dir="ltr">', "\u2066")
            .replaceAll("</bdi>", "\u2069")
            .replaceAll("<br>", "\n")
            .replaceAll(/<[^>]*>/gu, ""),
        );
        const places = displayOrder(shown, "rtl");
        // The places of the text itself among the isolates.
        const at = [...shown.matchAll(/[^\u2066\u2069]/gu)].map(({ index }) => index);
        const digits = (one: string): string => one.replaceAll(/[^\p{Nd}]/gu, "");
        const plain = shown.replaceAll(/[\u2066\u2069]/gu, "");
        const numbers = numbersIn(plain, language("ar"));
        // Figures of two scripts make no number.
        if (numbers.some(({ start, end }) => /[0-9][^]*[٠-٩]|[٠-٩][^]*[0-9]/u.test(plain.slice(start, end)))) return;
        for (const { start, end } of numbers) {
          const [from, to] = [at[start] ?? 0, (at[end - 1] ?? 0) + 1];
          expect(digits(shownText(shown, places, from, to))).toBe(digits(plain.slice(start, end)));
        }
      }),
      { numRuns: 800 },
    );
    expect(isolatedOnce).toBeGreaterThan(100);
  });
});

/** Tags in pairs: what closes nothing goes, what is left open is closed. */
function nested(words: readonly string[]): string[] {
  const open: string[] = [];
  const kept = words.filter((word) => {
    const name = /^<(\/?)(b|em)>$/u.exec(word);
    if (!name) return true;
    if (name[1] === "") return open.push(name[2] ?? "") > 0;
    if (open.at(-1) !== name[2]) return false;
    open.pop();
    return true;
  });
  return [...kept, ...open.toReversed().map((name) => `</${name}>`)];
}
