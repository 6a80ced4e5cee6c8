// The note under a translation: only where the settings ask for it, one at most, and what it says holds now.
import * as fc from "fast-check";
import { parseFragment, serialize } from "parse5";
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { build, type Build } from "../src/core/malvakt.ts";
import { ledgerPath } from "../src/core/layout.ts";
import { readPage } from "../src/core/page/page.ts";
import { readSettings, type Settings } from "../src/core/settings.ts";
import { catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";

const markdown = (text: string, head = ""): string => `---\ntitle: Side\n${head}---\n\n${text}\n`;

function settingsOf(publish: string, language: string, more = ""): Settings {
  const { settings } = readSettings(
    `source: nb\nlanguages: { ${language}: {} }\npublish: { ${publish} }\nseverity: { untranslated: off, length: off, tags: error }\n${more}`,
  );
  if (!settings) throw new Error("The settings of this test are wrong.");
  return settings;
}

type Approval = { name: string; date: string };

/** A catalog in which each unit is approved, by these people in turn; the words stay as they are. */
function catalogOf(page: string, language: string, approvals: readonly Approval[]): string {
  const units = readPage(page, "side").page?.units ?? [];
  return catalogText(
    language,
    units.map(({ context, text }, at) => {
      const { name, date } = approvals[at % approvals.length] ?? { name: "", date: "" };
      return `# approved: ${date} ${hashOf(language, context, text, text)} ${name}\n${plainEntry({ context, id: text, text })}`;
    }),
  );
}

const kari = { name: "Kari Nordmann", date: "2026-11-02" };

type Site = { page: string; catalog: string; settings: Settings; language: string };

function built({ page, catalog, settings, language }: Site, dist: ReadonlyMap<string, string> = new Map()): Build {
  return build(
    {
      settings,
      terms: undefined,
      pages: new Map([["side", { path: "content/nb/side.md", text: page }]]),
      catalogs: new Map([[language, new Map([["side", { path: `content/${language}/side.po`, text: catalog }]])]]),
    },
    dist,
  );
}

const noteIn = (html: string | undefined): string | undefined => /<footer>.*<\/footer>/u.exec(html ?? "")?.[0];

describe("the note", () => {
  const page = markdown("Tekst.");
  const siteIn = (language: string, publish = "provenance: true"): Site => ({
    page,
    language,
    settings: settingsOf(publish, language),
    catalog: catalogOf(page, language, [kari]),
  });

  test.each([
    ["en", "Translated from Norwegian, checked by Kari Nordmann, 2 November 2026, original."],
    ["nn", "Omsett frå bokmål, kontrollert av Kari Nordmann, 2. november 2026, original."],
    ["da", "Oversat fra norsk, kontrolleret af Kari Nordmann, 2. november 2026, original."],
    ["sv", "Översatt från norska, granskad av Kari Nordmann, 2 november 2026, original."],
    ["de", "Aus dem Norwegischen übersetzt, geprüft von Kari Nordmann, 2. November 2026, Original."],
    ["pl", "Przetłumaczono z norweskiego, weryfikacja: Kari Nordmann, 2 listopada 2026, oryginał."],
    ["uk", "Переклад з норвезької, перевірка: Kari Nordmann, 2 листопада 2026 року, оригінал."],
    ["ar", "ترجمة من النرويجية، مراجعة: Kari Nordmann، 2 نوفمبر 2026، النص الأصلي."],
    ["en-GB", "Translated from Norwegian, checked by Kari Nordmann, 2 November 2026, original."],
  ])("in %s", (language, words) => {
    const site = siteIn(language);
    // The rules would hold back what is not in the page's language: here the words do not matter.
    const severity = { ...site.settings.severity, untranslated: "off", bidi: "off", quotes: "off" } as const;
    const html = built({ ...site, settings: { ...site.settings, severity } }).files.get(`${language}/side.html`) ?? "";
    const note = noteIn(html) ?? "";
    expect(note.replaceAll(/<[^>]*>/gu, "")).toBe(words);
    expect(note).toContain('<time datetime="2026-11-02">');
    expect(note).toContain('<a href="/nb/side/" hreflang="nb">');
    expect(note).toContain("<bdi>Kari Nordmann</bdi>");
    expect(html.endsWith(`\n${note}\n</article>\n`)).toBe(true);
  });

  test("is not there unless it is asked for, and never under the source", () => {
    const { files } = built(siteIn("en", "provenance: false"));
    expect(files.get("en/side.html")).toContain("<article");
    expect([...files].filter(([path, text]) => path.endsWith(".html") && text.includes("Kari"))).toEqual([]);
    expect(built(siteIn("en", "heading: true")).files.get("en/side.html")).toBe(files.get("en/side.html"));
    expect(noteIn(built(siteIn("en")).files.get("nb/side.html"))).toBeUndefined();
  });

  test("names all who approved, once, with the latest date", () => {
    const long = markdown("En.\n\nTo.\n\nTre.\n\nFire.");
    const people = ["Ola Hansen", "Kari Nordmann", "Åse Bø"].map((name, at) => ({ name, date: `2026-01-0${at + 1}` }));
    const site = { ...siteIn("en"), page: long, catalog: catalogOf(long, "en", people) };
    expect(noteIn(built(site).files.get("en/side.html"))?.replaceAll(/<[^>]*>/gu, "")).toBe(
      "Translated from Norwegian, checked by Kari Nordmann, Ola Hansen and Åse Bø, 3 January 2026, original.",
    );
  });

  test("has no link when the original is not published", () => {
    const site = siteIn("en");
    const first = built(site);
    // An error in the source, and no last version of it: the translation alone is kept.
    const dist = new Map(first.files);
    dist.set(ledgerPath, (first.files.get(ledgerPath) ?? "").replaceAll(/^.*"language":"nb".*\n/gmu, ""));
    dist.delete("nb/side.html");
    const html = built({ ...site, page: markdown("[Tekst](ingen.md).") }, dist).files.get("en/side.html");
    expect(noteIn(html)?.replaceAll(/<[^>]*>/gu, "")).toBe(
      "Translated from Norwegian, checked by Kari Nordmann, 2 November 2026.",
    );
    expect(noteIn(html)).not.toContain("<a");
  });
});

describe("a last version that is kept", () => {
  const page = markdown("Tekst.");
  const changed = markdown("Ny tekst.", "slug: ny\n");
  const siteWith = (publish: string): Site => ({
    page,
    language: "en",
    settings: settingsOf(publish, "en"),
    catalog: catalogOf(page, "en", [kari]),
  });

  test("has one note, which leads to where the original is now", () => {
    let { files } = built(siteWith("provenance: true"));
    for (let times = 0; times < 3; times++) {
      ({ files } = built({ ...siteWith("provenance: true"), page: changed }, files));
      const html = files.get("en/side.html") ?? "";
      expect(html).toContain('data-status="stale"');
      expect(html.split("<footer>")).toHaveLength(2);
      expect(noteIn(html)).toContain('<a href="/nb/ny/" hreflang="nb">');
      expect(noteIn(html)).toContain("Kari Nordmann");
    }
  });

  test("loses it when the settings ask for it no longer, and then nothing in dist names anyone", () => {
    const without = built(siteWith("provenance: false")).files;
    const kept = built({ ...siteWith("provenance: false"), page: changed }, without).files;
    const withNote = built(
      { ...siteWith("provenance: true"), page: changed },
      built(siteWith("provenance: true")).files,
    );
    expect(noteIn(withNote.files.get("en/side.html"))).toContain("Kari Nordmann");
    const again = built({ ...siteWith("provenance: false"), page: changed }, withNote.files).files;
    expect(again.get("en/side.html")).toBe(kept.get("en/side.html"));
    for (const [path, text] of again) expect(text, path).not.toContain("Kari");
  });
});

test("law: a name that anyone wrote into a catalog stays text, and a kept note is the note that was published", () => {
  const piece = fc.constantFrom(
    "Kari",
    "<b>",
    "</footer>",
    "</article>",
    "<script>",
    "&amp;",
    "&",
    '"',
    "'",
    "$&",
    "ø",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const name = pieces.join(" ");
      const page = markdown("Tekst.");
      const settings = settingsOf("provenance: true", "en");
      const site = { page, language: "en", settings, catalog: catalogOf(page, "en", [{ name, date: "2026-11-02" }]) };
      const { files } = built(site);
      const html = files.get("en/side.html") ?? "";
      const note = noteIn(html) ?? "";
      expect(/<bdi>(.*)<\/bdi>/u.exec(serialize(parseFragment(note)))?.[1]).toBe(
        name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      );
      const kept = built({ ...site, page: markdown("Ny tekst.") }, files).files.get("en/side.html") ?? "";
      expect(kept.replace(/data-status="stale" data-date="2026-11-02"/u, 'data-status="approved"')).toBe(html);
    }),
    { numRuns: 40 },
  );
});

test("every language has words for every language, and twelve months", () => {
  for (const code of languageCodes) {
    const { languages, months } = languageOf(code)?.provenance ?? {};
    expect(Object.keys(languages ?? {}).toSorted()).toEqual([...languageCodes].toSorted());
    expect(new Set(months).size).toBe(12);
    // As Node's own data on languages has them.
    const format = new Intl.DateTimeFormat(code === "ar" ? "ar-EG" : code, { month: "long", day: "numeric" });
    const known = Array.from({ length: 12 }, (_, at) => format.formatToParts(new Date(2026, at, 15)));
    expect(months).toEqual(known.map((parts) => parts.find(({ type }) => type === "month")?.value));
  }
});
