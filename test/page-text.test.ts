// What readers see of a page is what its author wrote: nothing is struck out, parted or joined that was not meant to be.
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { nb } from "../src/core/language/nb.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { placeOfText } from "../src/core/page/trace.ts";
import { fill } from "../src/core/publish/fill.ts";
import { keepFragment } from "../src/core/publish/kept.ts";

function pageOf(body: string): Page {
  const reading = readPage(`---\ntitle: T\n---\n\n${body}\n`, "x");
  if (!reading.page) throw new Error(JSON.stringify(reading.mistakes));
  return reading.page;
}

function htmlOf(body: string, language = nb): string {
  const page = pageOf(body);
  const texts = page.units.map(({ text }) => text);
  return fill(page.template, { units: page.units, texts, language, addressOf: ({ href }) => href });
}

function textsOf(body: string): string[] {
  return pageOf(body)
    .units.filter(({ context }) => context === "")
    .map(({ text }) => text);
}

describe("only two tildes strike", () => {
  test.each([
    ["Hold i 5~10 minutter, 2~3 ganger.", "<p>Hold i 5~10 minutter, 2~3 ganger.</p>"],
    ["~ca.~ 10", "<p>~ca.~ 10</p>"],
    ["~~Avlyst~~ time.", "<p><del>Avlyst</del> time.</p>"],
  ])("%s", (body, html) => {
    expect(htmlOf(body)).toBe(html);
  });
});

describe("blocks of HTML part the text", () => {
  test.each([
    ['<div class="pris">450</div><div class="tid">30 min</div>', ["450", "30 min"]],
    ["<dl><dt>Pris</dt><dd>450</dd><dt>Tid</dt><dd>30</dd></dl>", ["Pris", "450", "Tid", "30"]],
    ["<details><summary>Mer</summary>Tekst</details>", ["Mer", "Tekst"]],
    ["<figure><img src='a.png' alt=''>En<figcaption>To</figcaption></figure>", ["<img/>En", "To"]],
    ["<article>En</article><aside>To</aside><address>Tre</address>", ["En", "To", "Tre"]],
    ["<li>En</li><li>To</li>", ["En", "To"]],
    ["<dt>En</dt><dd>To</dd>", ["En", "To"]],
    ["<menu><li>En</li><li>To</li></menu>", ["En", "To"]],
    ["<fieldset><legend>En</legend>To</fieldset>", ["En To"]],
    ["<button>Ja</button><button>Nei</button>", ["Ja  Nei"]],
    ["Før<iframe></iframe>etter.", ["Før etter."]],
    ["<table><caption>Priser</caption><tr><td>450</td><td>30</td></tr></table>", ["Priser", "450", "30"]],
  ])("%s", (body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });
});

test.each([
  ["<code class='x'>a</code>", "<p><code>a</code></p>"],
  ["Et <span class='x'>ord</span> til.", "<p>Et ord til.</p>"],
  ["Et <span lang='en'>word</span> til.", '<p>Et <span lang="en">word</span> til.</p>'],
  ["Se <img alt='x'> her.", "<p>Se  her.</p>"],
  ["Se ![x](http://a.no/b.png) her.", "<p>Se  her.</p>"],
  ["<abbr title='Norges forbund'>NF</abbr>", '<p><abbr title="Norges forbund">NF</abbr></p>'],
])("nothing empty is left: %s", (body, html) => {
  expect(htmlOf(body)).toBe(html);
});

test("the title of an element is a text of its own", () => {
  expect(pageOf("<abbr title='Norges forbund'>NF</abbr>").units.map(({ context, text }) => [context, text])).toEqual([
    ["title", "T"],
    ["title-attribute", "Norges forbund"],
    ["", "<abbr>NF</abbr>"],
  ]);
});

test("a word beside an element that is not published has its exact place", () => {
  const page = pageOf('Et <span class="x">langt ord</span> til.');
  const [, unit] = page.units;
  const at = unit?.plain.indexOf("ord") ?? -1;
  const [start, end] = placeOfText(page.source, unit?.occurrences[0] ?? [], at, at + 3);
  expect(page.source.slice(start, end)).toBe("ord");
});

describe("alerts are blocks with a label in the language of the page", () => {
  test("in each language", () => {
    for (const code of languageCodes) {
      const language = languageOf(code);
      if (!language) throw new Error(code);
      for (const [kind, label] of Object.entries(language.labels.alerts))
        expect(htmlOf(`> [!${kind.toUpperCase()}]\n> Tekst.`, language)).toBe(
          `<div class="markdown-alert markdown-alert-${kind}">\n<p class="markdown-alert-title">${label}</p>\n<p>Tekst.</p>\n</div>`,
        );
    }
  });

  test("their label is no text for translators, their words have exact places", () => {
    const page = pageOf("> [!NOTE]\n> Les *dette* nå.");
    const unit = page.units[1];
    expect(page.units.map(({ text }) => text)).toEqual(["T", "Les <em>dette</em> nå."]);
    const [start, end] = placeOfText(page.source, unit?.occurrences[0] ?? [], 0, 3);
    expect(page.source.slice(start, end)).toBe("Les");
  });

  test("they are no notation of another program, and a page that is kept keeps them", () => {
    const body = "> [!NOTE]\n> Tekst.";
    expect(pageOf(body).notations).toEqual([]);
    const html = `<article lang="nb" dir="ltr" data-page="x" data-status="stale">\n${htmlOf(body)}\n</article>\n`;
    const options = {
      page: "x",
      language: "nb",
      date: undefined,
      newAddress: () => undefined,
      otherLanguageAt: () => undefined,
    };
    expect(keepFragment(html, options)?.html).toBe(html);
  });
});
