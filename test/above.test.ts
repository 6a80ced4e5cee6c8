// `<language>/<slug>.above.html` and `notice` in the manifest: what a site shows above a text, in the text's language.
import { parse } from "parse5";
import { expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import type { Manifest } from "../src/core/publish/manifest.ts";
import { noticeOf } from "../src/core/publish/notice.ts";
import { approvedCatalog, approvedSite, buildSmall, settingsOf, type SmallSite } from "./small-site.ts";

const page = (text: string, head = ""): string => `---\ntitle: A\n${head}---\n\n${text}\n`;
const settings = settingsOf("languages: { en: {}, ar: {} }");

/** Approved in both languages; then the page changes, and Arabic follows. */
function changed(head = ""): ReadonlyMap<string, string> {
  const before = buildSmall(approvedSite(settings, { a: page("En tekst.", head) }));
  const after: SmallSite = {
    settings,
    pages: new Map([["a", page("En annen tekst.", head)]]),
    catalogs: new Map([
      ["en", new Map([["a", approvedCatalog(page("En tekst.", head), "en")]])],
      ["ar", new Map([["a", approvedCatalog(page("En annen tekst.", head), "ar")]])],
    ]),
  };
  return buildSmall(after, before.files).files;
}

const manifestOf = (files: ReadonlyMap<string, string>): Manifest =>
  JSON.parse(files.get("manifest.json") ?? "") as Manifest;

test("a page has links to its languages, in their own words, and of its own it says that it is here", () => {
  const files = changed();
  expect(files.get("ar/a.above.html")).toBe(`<!-- malvakt: menu -->
<nav lang="ar" dir="rtl" aria-label="اللغة">
<ul>
<li><a href="/nb/a/" lang="nb" hreflang="nb" dir="ltr">norsk bokmål</a></li>
<li><a href="/en/a/" lang="en" hreflang="en" dir="ltr">English</a></li>
<li><a href="/ar/a/" lang="ar" hreflang="ar" dir="rtl" aria-current="page">العربية</a></li>
</ul>
</nav>
`);
});

test("an old text has a notice, there and in the manifest", () => {
  const files = changed();
  const notice = "This text is from 2 November 2026. A newer version is being prepared.";
  expect(files.get("en/a.above.html")).toContain(
    `<!-- malvakt: notice -->\n<p role="note" lang="en" dir="ltr">${notice}</p>\n`,
  );
  expect(manifestOf(files).pages["a"]?.["en"]).toMatchObject({ status: "stale", notice, above: "en/a.above.html" });
  expect(manifestOf(files).pages["a"]?.["ar"]).not.toHaveProperty("notice");
});

test("a page in one language has no menu", () => {
  const { files } = buildSmall({ settings, pages: new Map([["a", page("En tekst.")]]), catalogs: new Map() });
  expect(files.get("nb/a.above.html")).toBe("<!-- malvakt: menu -->\n");
});

test("an address with signs of HTML in it is written as one", () => {
  const own = settingsOf('url: "/{lang}/?a=1&side={slug}"\nlanguages: { en: {} }');
  const { files } = buildSmall(approvedSite(own, { a: page("En tekst.") }));
  const html = files.get("en/a.above.html") ?? "";
  expect(html).not.toMatch(/&(?!#x26;|amp;)/u);
  expect(JSON.stringify(parse(html), (key, value: unknown) => (key === "parentNode" ? undefined : value))).toContain(
    '"/nb/?a=1&side=a"',
  );
});

test.each(languageCodes)("the notice in %s names the day, or does without", (code) => {
  const { provenance } = languageOf(code) ?? {};
  const dated = noticeOf({ language: code, approved: { date: "2026-11-02" } });
  expect(dated).toContain(provenance?.date(2, provenance.months[10] ?? "?", 2026));
  const undated = noticeOf({ language: code });
  expect(undated).not.toMatch(/\d|undefined/u);
  for (const notice of [dated, undated]) expect(notice).toMatch(/^\p{L}.*\.$/u);
  expect(noticeOf({ language: code, date: "2026-01-05", approved: { date: "2026-11-02" } })).toBe(dated);
});
