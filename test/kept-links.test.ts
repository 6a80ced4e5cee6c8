// Where the links of a last version lead, whatever becomes of the pages that they led to.
import { describe, expect, test } from "vitest";
import { settingsOf, approvedCatalog, approvedSite, buildSmall, type SmallSite } from "./small-site.ts";

const plain = "languages: { en: {}, de: {} }";
const quiet = (lines: string): SmallSite["settings"] => {
  const settings = settingsOf(lines);
  return { ...settings, severity: { ...settings.severity, "link-broken": "off" } };
};
const om = "---\ntitle: Om\n---\n\nSe [prisene](pris.md#barn) og [oss](pris.md).\n";
const pris = (head = ""): string => `---\ntitle: Pris\n${head}---\n\n## Barn\n\nTekst.\n`;
const before = approvedSite(quiet(plain), { om, pris: pris() });
const first = buildSmall(before);
// The English of `om` is the last version from here on.
const changed = new Map(before.pages).set("om", `${om}\nMer.\n`);

/** The links of the last version after a change: each address, or the words alone where there is no link. */
function linksAfter(site: Partial<SmallSite>, files = first.files): string[] {
  const built = buildSmall({ ...before, pages: changed, ...site }, files);
  const html = built.files.get("en/om.html") ?? "";
  expect(html).toContain('data-status="stale"');
  const [, text = ""] = /<p>(.*)<\/p>/u.exec(html) ?? [];
  expect(text.replaceAll(/<[^>]*>/gu, "")).toBe("en Se prisene og oss.");
  return [...text.matchAll(/<a href="([^"]*)"[^>]*>/gu)].map(([, href = ""]) => href);
}

describe("links to a page", () => {
  test.each<[what: string, site: Partial<SmallSite>, links: string[]]>([
    ["that is as it was", {}, ["/en/pris/#pris-barn", "/en/pris/"]],
    [
      "that is not published in the language any more",
      { pages: new Map(changed).set("pris", pris("translate: [de]\n")) },
      ["/nb/pris/#pris-barn", "/nb/pris/"],
    ],
    [
      "that has another slug",
      {
        pages: new Map(changed).set("pris", pris("slug: priser\n")),
        catalogs: new Map(before.catalogs).set(
          "en",
          new Map(before.catalogs.get("en")).set("pris", approvedCatalog(pris("slug: priser\n"), "en")),
        ),
      },
      ["/en/priser-en/#pris-barn", "/en/priser-en/"],
    ],
    [
      "of a site with another pattern",
      { settings: quiet('languages: { en: { url: "https://english.example/{slug}" }, de: {} }') },
      ["https://english.example/pris#pris-barn", "https://english.example/pris"],
    ],
    [
      "that was renamed",
      {
        pages: new Map([
          ["om", `${om}\nMer.\n`],
          ["priser", pris("was: pris\n")],
        ]),
      },
      ["/en/priser/#priser-barn", "/en/priser/"],
    ],
    ["that was deleted", { pages: new Map([["om", `${om}\nMer.\n`]]) }, []],
    ["that is a draft", { pages: new Map(changed).set("pris", pris("draft: true\n")) }, []],
    [
      "that was withdrawn",
      { pages: new Map(changed).set("pris", pris('withdrawn: "2026-11-20 Kari Nordmann: feil"\n')) },
      [],
    ],
  ])("%s", (_, site, links) => {
    expect(linksAfter(site)).toEqual(links);
  });

  test("lead on after many builds", () => {
    let files = first.files;
    for (const lines of [
      'url: "/a/{lang}/{slug}/"\nlanguages: { en: {}, de: {} }',
      'url: "https://clinic.example/{lang}/{slug}"\nlanguages: { en: {}, de: {} }',
      'sourceUrl: "/{slug}/"\nlanguages: { en: {}, de: {} }',
    ]) {
      files = buildSmall({ ...before, settings: quiet(lines), pages: changed }, files).files;
    }
    expect(linksAfter({ settings: quiet(plain) }, files)).toEqual(["/en/pris/#pris-barn", "/en/pris/"]);
    expect(files.get("redirects.json")).not.toContain('"to": null');
  });
});
