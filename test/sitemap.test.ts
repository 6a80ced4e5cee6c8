// The sitemap: every page that is published, with its other languages, and dates that are known.
import { describe, expect, test } from "vitest";
import { inFiles } from "../src/core/publish/emit/sitemap.ts";
import { approvedSite, buildSmall, settingsOf } from "./small-site.ts";

const page = (head = "", text = "Tekst."): string => `---\ntitle: Om oss\n${head}---\n\n${text}\n`;
const settings = settingsOf(
  'site: https://www.example-clinic.no\nsourceUrl: "/{slug}/?a=1&b=2"\nlanguages: { en: {}, de: {} }\npublish: { sitemap: true }',
);

test("has pages with their languages, and the dates of approvals and of pages", () => {
  const site = approvedSite(settings, { bø: page("date: 2026-01-02\n") });
  const { files } = buildSmall({ ...site, catalogs: new Map([...site.catalogs].filter(([code]) => code === "en")) });
  const links = [
    '<xhtml:link rel="alternate" hreflang="nb" href="https://www.example-clinic.no/b%C3%B8/?a=1&#38;b=2"/>',
    '<xhtml:link rel="alternate" hreflang="en" href="https://www.example-clinic.no/en/b%C3%B8/"/>',
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://www.example-clinic.no/en/b%C3%B8/"/>',
  ];
  expect(files.get("sitemap.xml")).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
      "<url>",
      "<loc>https://www.example-clinic.no/b%C3%B8/?a=1&#38;b=2</loc>",
      "<lastmod>2026-01-02</lastmod>",
      ...links,
      "</url>",
      "<url>",
      "<loc>https://www.example-clinic.no/en/b%C3%B8/</loc>",
      "<lastmod>2026-11-02</lastmod>",
      ...links,
      "</url>",
      "</urlset>",
      "",
    ].join("\n"),
  );
});

test.each([
  ["nobody has asked for one", "site: https://www.example-clinic.no\nlanguages: { en: {} }"],
  ["nobody has said where the site is", "languages: { en: {} }\npublish: { sitemap: true }"],
])("is not there where %s, and goes when it was", (_, lines) => {
  const first = buildSmall(approvedSite(settings, { om: page() }));
  expect(first.ledger.files).toContain("sitemap.xml");
  const { files, ledger } = buildSmall(approvedSite(settingsOf(lines), { om: page() }), first.files);
  expect(files.has("sitemap.xml")).toBe(false);
  expect(ledger.files).not.toContain("sitemap.xml");
});

describe("more than one file can hold", () => {
  test.each([
    ["too many", ["a", "b", "c", "d", "e"], 2, 1_000, [["a", "b"], ["c", "d"], ["e"]]],
    ["too large", ["aaaa", "bbbb", "c"], 9, 10, [["aaaa", "bbbb"], ["c"]]],
    ["too large in bytes", ["åå", "åå", "å"], 9, 10, [["åå", "åå"], ["å"]]],
    ["one that is too large alone", ["aaaaaaaaaaaa", "b"], 9, 10, [["aaaaaaaaaaaa"], ["b"]]],
    ["nothing", [], 9, 10, []],
  ])("%s", (_, entries, most, bytes, expected) => {
    expect(inFiles(entries, most, bytes)).toEqual(expected);
  });

  test("goes on in the next", { timeout: 120_000 }, () => {
    const entries = Array.from({ length: 50_001 }, (_, index) => `<url>${index}</url>`);
    expect(inFiles(entries).map(({ length }) => length)).toEqual([50_000, 1]);
  });
});
