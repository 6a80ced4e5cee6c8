// One address, one page: in the settings, between pages, and between languages.
import { describe, expect, test } from "vitest";
import { sentence } from "../src/core/messages/sentence.ts";
import { readSettings } from "../src/core/settings.ts";
import { approvedSite, buildSmall, settingsOf } from "./small-site.ts";
import type { Build } from "../src/core/malvakt.ts";

const page = (title: string, head = ""): string => `---\ntitle: ${title}\n${head}---\n\nTekst om ${title}.\n`;

describe("two languages with the same addresses", () => {
  test.each([
    ['sourceUrl: "/{slug}/"\nlanguages: { en: { url: "/{slug}/" } }', "en", "nb"],
    ['sourceUrl: "/{slug}"\nlanguages: { en: { url: "/{slug}/" } }', "en", "nb"],
    ['sourceUrl: "/en/{slug}/"\nlanguages: { en: {} }', "en", "nb"],
    ['languages: { en: { url: "/a/{slug}/" }, de: { url: "/A/{slug}/" } }', "de", "en"],
    [
      'site: https://a.example\nlanguages: { en: { url: "/a/{slug}/" }, de: { url: "https://a.example/a/{slug}/" } }',
      "de",
      "en",
    ],
    ['languages: { en: { url: "/spr%C3%A5k/{slug}/" }, de: { url: "/språk/{slug}/" } }', "de", "en"],
  ])("%s", (lines, language, other) => {
    const { settings, mistakes } = readSettings(`source: nb\n${lines}\n`);
    expect(settings).toBeUndefined();
    expect(mistakes.map(({ reason }) => sentence(reason, "en"))).toEqual([
      expect.stringContaining(`\`${language}\` has the same addresses as \`${other}\``),
    ]);
  });

  test("are told where the later one says its address, with one that is free", () => {
    const text = 'source: nb\nsourceUrl: "/{slug}/"\nlanguages:\n  en: { url: "/{slug}/" }\n';
    const [mistake] = readSettings(text).mistakes;
    expect(text.slice(mistake?.start, mistake?.end)).toBe('"/{slug}/"');
    expect(mistake?.start).toBe(text.lastIndexOf('"/{slug}/"'));
    expect(mistake?.expected).toEqual(["/en/{slug}/"]);
  });

  test.each([
    ['sourceUrl: "/{slug}/"\nlanguages: { en: { url: "/e/{slug}/" } }'],
    ['url: "https://{lang}.example-clinic.no/{slug}/"\nlanguages: { en: {}, de: {} }'],
    ['sourceUrl: "https://klinikken.no/{slug}/"\nlanguages: { en: { url: "https://theclinic.no/{slug}/" } }'],
  ])("are not meant by %s", (lines) => {
    expect(readSettings(`source: nb\n${lines}\n`).mistakes).toEqual([]);
  });
});

function outcome({ findings, pages }: Build): { said: string[]; withheld: string[] } {
  return {
    said: findings.map(({ path, reason }) => `${path}: ${sentence(reason, "en")}`),
    withheld: pages.flatMap(({ id, decisions }) =>
      [...decisions].flatMap(([language, { status }]) => (status === "withheld" ? [`${id} ${language}`] : [])),
    ),
  };
}

describe("a page at the address of another language's", () => {
  const settings = settingsOf('sourceUrl: "/{slug}/"\nlanguages: { en: {} }');

  test("is told, and one of the two is published", () => {
    const { said, withheld } = outcome(
      buildSmall(approvedSite(settings, { en: page("Norge"), index: page("Forside") })),
    );
    expect(withheld).toEqual(["index en"]);
    expect(said).toEqual([
      "content/nb/index.md: In English this page has the same address as en in Norwegian Bokmål: /en/. Give one of them another slug, or one of the languages another address in malvakt.yaml.",
    ]);
  });

  test("does not take it from one that is published there", () => {
    const first = buildSmall(approvedSite(settings, { index: page("Forside") }));
    const site = approvedSite(settings, { en: page("Norge"), index: page("Forside") });
    const { said, withheld } = outcome(buildSmall(site, first.files));
    expect(withheld).toEqual(["en nb"]);
    expect(said).toEqual([expect.stringMatching(/^content\/nb\/en\.md: .*\/en\/\./u)]);
  });

  test("keeps its last version, if that stands elsewhere", () => {
    const om = page("Om oss", "slug: om\n");
    const first = buildSmall(approvedSite(settings, { index: page("Forside"), om }));
    const site = approvedSite(settings, { index: page("Forside"), om: page("Om oss", "slug: EN\n") });
    const { files, pages, findings } = buildSmall(site, first.files);
    expect(pages.find(({ id }) => id === "om")?.decisions.get("nb")).toMatchObject({ status: "stale", url: "/om/" });
    expect(files.get("nb/om.html")).toContain('data-status="stale"');
    expect(findings.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });
});
