// The preview of a site: pages by languages with what each is and why, from texts alone.
import { describe, expect, test } from "vitest";
import type { MadePages } from "../src/core/preview/preview.ts";
import { policyElement } from "../src/core/preview/tree.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { previewOf, projectOf, published, settingsOf, type Made } from "./previewed.ts";

const settings = settingsOf(
  "source: nb\nsite: https://www.klinikk.example\nlanguages: { en: {}, ar: {}, de: { publish: false } }\n",
);
const markdown = (body: string, head = ""): string => `---\ntitle: Massasje\n${head}---\n\n${body}\n`;
const english = (...entries: string[]): string =>
  catalogText("en", [approvedEntry({ context: "title", id: "Massasje", text: "Massage" }), ...entries]);

const good: Made = {
  pages: { massasje: markdown("Det gjør godt. [Kontakt oss](kontakt.md#tid)."), kontakt: markdown("## Tid\n\nRing.") },
  catalogs: {
    en: {
      massasje: english(
        approvedEntry({ id: "Det gjør godt. <a>Kontakt oss</a>.", text: "It feels good. <a>Contact us</a>." }),
      ),
    },
  },
};

/** The words of a page, without style and tags. */
function wordsOf(html: string | undefined): string {
  return (html ?? "")
    .replace(/<head>[^]*<\/head>/u, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ");
}

/** The links of a page by their words. */
function linksIn(html: string | undefined): string[] {
  return [...(html ?? "").matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href = ""]) => href);
}

describe("what each page is", () => {
  const files = previewOf(projectOf(settings, good));

  test("a file for each page and language of the settings, and one that leads to them", () => {
    expect([...files.keys()].toSorted()).toEqual(
      [
        "index.html",
        ...["ar", "de", "en", "nb"].flatMap((code) => [`${code}/kontakt.html`, `${code}/massasje.html`]),
      ].toSorted(),
    );
    const { pages, catalogs } = { pages: linksIn(files.get("index.html")), catalogs: [...files.keys()] };
    expect(pages.toSorted()).toEqual(catalogs.filter((path) => path !== "index.html").toSorted());
    const words = wordsOf(files.get("index.html"));
    expect(words).toContain("published 3 stale 0 draft 0 untranslated 3 withheld 2");
    expect(words).toContain("the language is paused");
  });

  test("a published page says so, has its address as a code, and its version is that of the ledger", () => {
    const page = files.get("en/massasje.html") ?? "";
    expect(wordsOf(page)).toContain("Readers get this text.");
    expect(page).toContain('aria-label="https://www.klinikk.example/en/massasje/"');
    const ledger = published(projectOf(settings, good)).get("ledger.json") ?? "";
    const sha256 = /"path":"en\/massasje.html","sha256":"([\da-f]{64})"/u.exec(ledger)?.[1] ?? "";
    expect(page).toContain(`<span class="foot-version" dir="ltr">${sha256.slice(0, 8)}</span>`);
    expect(page).not.toMatch(/class="unit|Not approved/u);
  });

  test("a page without translation is shown in the source's words, marked as such, and has no code", () => {
    const page = files.get("ar/massasje.html") ?? "";
    expect(page).toContain('<article lang="ar" dir="rtl">');
    expect(page).toMatch(/<span data-unit="1" lang="nb" dir="ltr" class="unit is-untranslated">/u);
    expect(wordsOf(page)).toContain("(not translated) Det gjør godt.");
    expect(wordsOf(page)).toContain("Readers get the page in norsk bokmål.");
    expect(page).not.toContain("<svg");
    expect(wordsOf(page)).toContain("Not approved. Do not hand out");
  });

  test("links between pages lead to the same language in the preview, with their place", () => {
    expect(linksIn(files.get("en/massasje.html"))).toContain("../en/kontakt.html#kontakt-tid");
    expect(linksIn(files.get("nb/massasje.html"))).toContain("../nb/kontakt.html#kontakt-tid");
    // From a page in a folder, and to one whose name has other signs.
    const nested = projectOf(settings, {
      pages: { "råd/to ord": markdown("[Opp](../ut.md)"), ut: markdown("[Ned](<råd/to ord.md>)") },
    });
    const deep = previewOf(nested);
    expect(linksIn(deep.get("nb/råd/to ord.html"))).toContain("../../nb/ut.html");
    expect(linksIn(deep.get("nb/ut.html"))).toContain("../nb/r%C3%A5d/to%20ord.html");
  });

  test("the language menu has own names, marks the page's own, and says what each is", () => {
    expect(files.get("ar/kontakt.html")).toMatch(
      /<a href="..\/ar\/kontakt.html" lang="ar" hreflang="ar" aria-current="page">.*العربية<span class="unseen" lang="en" dir="ltr"> \(untranslated\)<\/span>/u,
    );
  });

  test("nothing in a page runs, and everything of it comes from its own folder or https", () => {
    for (const [path, html] of files) {
      expect(html, path).toContain(policyElement);
      expect(html, path).not.toMatch(/<script|<link|\son\w+=|style="/u);
    }
  });

  test("in Bokmål", () => {
    const nb = previewOf(projectOf(settings, good), new Map(), { locale: "nb" });
    expect(nb.get("index.html")).toContain('<html lang="nb">');
    expect(wordsOf(nb.get("ar/massasje.html"))).toContain("Leserne får siden på norsk bokmål.");
    expect(wordsOf(nb.get("ar/massasje.html"))).toContain("Ikke godkjent. Skal ikke deles ut");
  });
});

describe("what is not published, and why", () => {
  const before = published(projectOf(settings, good));
  const changed = projectOf(settings, {
    ...good,
    pages: { ...good.pages, massasje: markdown("Det gjør vondt. [Kontakt oss](kontakt.md#tid).") },
  });
  const files = previewOf(changed, before);

  test("a stale page: what readers get, why the new one is not out, and the old one to look at", () => {
    const words = wordsOf(files.get("en/massasje.html"));
    expect(words).toMatch(/The newest text is not published: 1 stale\. Readers get the version of 2026-11-02\./u);
    expect(linksIn(files.get("en/massasje.html"))).toContain("../now/en/massasje.html");
    const old = files.get("now/en/massasje.html") ?? "";
    expect(wordsOf(old)).toContain("It feels good.");
    expect(linksIn(old)).toContain("../../en/kontakt.html#kontakt-tid");
    expect(files.get("en/massasje.html")).toContain('class="unit is-stale"');
    expect(files.get("en/massasje.html")).not.toContain("<svg");
  });

  test("withdrawn, a draft, and with an error in the page", () => {
    const withdrawn = projectOf(settings, {
      pages: {
        a: markdown("A.", 'withdrawn: "2026-11-03 Kari Nordmann: feil dose"\n'),
        b: markdown("B.", "draft: true\n"),
        c: markdown("[C](finnes-ikke.md)"),
      },
    });
    const pages = previewOf(withdrawn);
    expect(wordsOf(pages.get("nb/a.html"))).toContain("withdrawn 2026-11-03 by Kari Nordmann: feil dose");
    expect(wordsOf(pages.get("nb/b.html"))).toContain("the page is a draft");
    expect(wordsOf(pages.get("nb/c.html"))).toContain("1 error in the page");
    expect(wordsOf(pages.get("nb/c.html"))).toContain("Readers do not get this page.");
  });
});

describe("findings stand at their unit, with rule, sentence and what to write", () => {
  test("in running text, in a table, in an alt text and in the title", () => {
    const made = projectOf(settings, {
      pages: { a: markdown("Ta 5 mg.\n\n| Tid |\n|---|\n| 10 dager |\n\n![Bilde 3](https://x.example/a.png)\n") },
      catalogs: {
        en: {
          a: catalogText("en", [
            plainEntry({ context: "title", id: "Massasje", text: "Massage  9" }),
            `# draft: 2026-11-22 ${hashOf("en", "", "Ta 5 mg.")} deepl\n#, fuzzy\n${plainEntry({ id: "Ta 5 mg.", text: "Take 50 mg." })}`,
            plainEntry({ id: "10 dager", text: "100 days" }),
            plainEntry({ context: "alt", id: "Bilde 3", text: "Picture 4" }),
          ]),
        },
      },
    });
    const html = previewOf(made).get("en/a.html") ?? "";
    const blocks = html
      .split(/(?=<div class="notes")/u)
      .slice(1)
      .map(wordsOf);
    expect(blocks.find((words) => words.includes("“50 mg"))).toContain("number");
    expect(blocks.find((words) => words.includes("100"))).toContain("error");
    expect(blocks.find((words) => words.includes("Text for the image: (unsigned) Picture 4"))).toContain("number");
    // The note of a text in a table stands after the table, not in it.
    expect(html).toMatch(/<\/table>\s*<\/div>\s*<div class="notes" role="note" lang="en" dir="ltr">/u);
    expect(html).toMatch(/<td><span data-unit="\d" class="unit is-unsigned">/u);
    expect(html).toMatch(/<dt>Title<\/dt><dd><div lang="en" dir="ltr">.*<div class="notes">/u);
  });

  test("a page that cannot be read, and a catalog that cannot be read, hide nothing else", () => {
    const made = projectOf(settings, {
      pages: { ...good.pages, brutt: "---\ntitle: [\n---\nTekst.\n" },
      catalogs: { en: { ...good.catalogs?.["en"], kontakt: 'msgid "a\n' } },
    });
    const files = previewOf(made);
    expect(wordsOf(files.get("nb/brutt.html"))).toMatch(/the page cannot be read.*error/u);
    expect(wordsOf(files.get("en/kontakt.html"))).toMatch(
      /its catalog cannot be read.*About|its catalog cannot be read/u,
    );
    expect(files.get("en/kontakt.html")).toMatch(/class="finding is-error"/u);
    expect(wordsOf(files.get("en/massasje.html"))).toContain("Readers get this text.");
  });
});

describe("the sheet", () => {
  test("without an origin in the settings there is no code, and the page says why", () => {
    const files = previewOf(projectOf(settingsOf("source: nb\nlanguages: { en: {} }\n"), good));
    expect(files.get("nb/massasje.html")).not.toContain("<svg");
    expect(wordsOf(files.get("nb/massasje.html"))).toContain("set `site` in malvakt.yaml");
  });

  test("an address with its host is a full one", () => {
    const files = previewOf(
      projectOf(settingsOf("source: nb\nurl: https://k.example/{lang}/{slug}/\nlanguages: { en: {} }\n"), good),
    );
    expect(files.get("nb/massasje.html")).toContain('aria-label="https://k.example/nb/massasje/"');
  });
});

test("a page that would be the same serves again; one of which anything is told anew is made again", () => {
  type Made = { key: string; text: string; assets: ReadonlyMap<string, unknown> };
  const kept = new Map<object, Made>();
  const made = { get: (plan: object) => kept.get(plan), set: (plan: object, one: Made) => kept.set(plan, one) };
  const project = projectOf(settings, good);
  const options = { made: made as unknown as MadePages };
  const first = previewOf(project, new Map(), options);
  for (const [plan, one] of kept) kept.set(plan, { ...one, text: `${one.text}<!-- again -->` });
  const again = previewOf(project, new Map(), options);
  const pages = [...first.keys()].filter((path) => path !== "index.html");
  for (const path of pages) expect(again.get(path), path).toBe(`${first.get(path)}<!-- again -->`);
  expect(again.get("index.html")).toBe(first.get("index.html"));
  // Meanwhile something was published: no plan has changed, but what readers get has.
  const waiting = projectOf(settings, { ...good, pages: { ...good.pages, massasje: markdown("Det gjør vondt.") } });
  previewOf(waiting, new Map(), options);
  const dist = published(project);
  expect(previewOf(waiting, dist, options)).toEqual(previewOf(waiting, dist));
});
