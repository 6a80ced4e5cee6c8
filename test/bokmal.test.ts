// What a Norwegian editor reads of a site in which much is wrong: the whole report in Bokmål, to be read as one.
import { expect, test } from "vitest";
import { signCatalog } from "../src/core/approve.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { checkEntries } from "../src/core/check/catalog.ts";
import { defaultSeverity, inReadingOrder, reporterFor } from "../src/core/finding.ts";
import { build, check, type ProjectText } from "../src/core/malvakt.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { reportSigning } from "../src/core/report/signing.ts";
import { plainPaint, reportText } from "../src/core/report/text.ts";
import { readSettings } from "../src/core/settings.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { pairingOf, termsOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText, plainEntry } from "./catalog-by-hand.ts";

const termbase = `concepts:
  - id: ims
    definition: { nb: Behandling der tynne nåler settes i triggerpunkter., en: Treatment of trigger points with thin needles. }
    distinctFrom: [akupunktur]
    terms:
      nb: [{ term: IMS, status: preferred, type: abbreviation }, { term: nålebehandling, status: deprecated }]
      en: [{ term: IMS, status: preferred, type: abbreviation }]
  - id: akupunktur
    definition: { nb: Nålebehandling fra tradisjonell kinesisk medisin. }
    terms:
      nb: [{ term: akupunktur, status: preferred }]
      en: [{ term: acupuncture, status: preferred }]
`;

const pages: Record<string, string> = {
  tom: "\n",
  uten: "Uten hode.\n",
  hode: "---\ntittel: Hode\ndate: 2026-02-30\nslug: Hei på deg\norder: først\npublish: aldri\ntranslate: [en, xx]\n---\n\nTekst.\n",
  ims: `---
title: IMS
descripton: Om IMS
---

# IMS

### Hva er IMS?

IMS er akupunktur. Nålebehandling hjelper mot [smerter](smerte.md), se [prisene](#priser) og https://example.no.

![](bilder/nal.jpg)

<!-- i18n:skpi -->

<!-- malvakt-ignore number: gjelder ikke lenger -->

Timen varer 60 minutter i venstre skulder.

Ikke spis "mat" rett før timen.

Ring oss.
`,
  konflikt: "---\ntitle: Konflikt\n---\n\n<<<<<<< HEAD\nEn.\n=======\nTo.\n>>>>>>> gren\n",
};

const catalog = catalogText("en", [
  plainEntry({ context: "title", id: "IMS", text: "Acupuncture" }),
  plainEntry({
    id: "Timen varer 60 minutter i venstre skulder.",
    text: "The session session lasts 6 minutes in your right shoulder .",
  }),
  plainEntry({ id: 'Ikke spis "mat" rett før timen.', text: "Eat «food» before the session." }),
  approvedEntry({ id: "Hva er IMS?", text: "What is <b>IMS</b>?" }),
  approvedEntry({
    id: "Ring oss.",
    text: "Ring oss i dag hvis du har vondt i skulderen, så hjelper vi deg med en gang.",
  }),
]);

function site(): ProjectText {
  const { settings } = readSettings("source: nb\nlanguages: { en: {}, de: {} }\nterms: content/terms.yaml\n");
  const { termbase: concepts } = readTermbase(termbase);
  if (!settings || !concepts) throw new Error("The settings or the termbase of this test are wrong.");
  const file = (path: string, text: string): { path: string; text: string } => ({ path, text });
  return {
    settings,
    terms: termsOf(concepts),
    pages: new Map(Object.entries(pages).map(([id, text]) => [id, file(`content/nb/${id}.md`, text)])),
    catalogs: new Map([
      [
        "en",
        new Map([
          ["ims", file("content/en/ims.po", catalog)],
          ["borte", file("content/en/borte.po", catalogText("en", [plainEntry({ id: "Hei.", text: "Hi." })]))],
        ]),
      ],
      ["de", new Map([["ims", file("content/de/ims.po", `${catalogText("de", [])}msgid "Ring oss."\nmsgstr "Rufen`)]])],
      ["fi", new Map([["ims", file("content/fi/ims.po", catalogText("fi", []))]])],
    ]),
  };
}

test("a report of a site in which much is wrong is Norwegian throughout", async () => {
  const text = site();
  const { findings } = check(text);
  const textOf = (path: string): string | undefined =>
    [...text.pages.values(), ...[...text.catalogs.values()].flatMap((of) => [...of.values()])].flatMap((one) =>
      one.path === path && "text" in one ? [one.text] : [],
    )[0];
  await expect(`${reportText(findings, textOf, plainPaint, "nb")}\n`).toMatchFileSnapshot("bokmal/funn.txt");
});

test("mistakes in settings and termbase are Norwegian too", async () => {
  const settings =
    "source: nb\nlangauges: {}\nlanguages: { nb: {}, klingon: {}, en: { engine: depl } }\nurl: side\nseverity: { tags: off }\n";
  const terms =
    "concepts:\n  - id: a\n    distinctFrom: [b, c]\n    terms:\n      nb: [{ term: nål, status: preferred }, { term: nål, status: deprecated }]\n  - id: b\n    terms:\n      nb: [{ term: Nål, status: preferred }]\n";
  const said = [
    { path: "malvakt.yaml", text: settings, mistakes: readSettings(settings).mistakes },
    { path: "malvakt.yaml", text: "a: [\n", mistakes: readSettings("a: [\n").mistakes },
    { path: "content/terms.yaml", text: terms, mistakes: readTermbase(terms).mistakes },
  ].map(({ path, text, mistakes }) => {
    const reporter = reporterFor(path, text, defaultSeverity);
    const found = inReadingOrder(mistakes.map((mistake) => reporter.mistake(mistake)));
    return reportText(found, () => text, plainPaint, "nb");
  });
  await expect(`${said.join("\n\n")}\n`).toMatchFileSnapshot("bokmal/innstillinger.txt");
});

test("what is withheld, and why, is said in Norwegian to people and in English to programs", async () => {
  const { pages: decided, files } = build(site(), new Map());
  const lines = decided.flatMap(({ id, decisions }) =>
    [...decisions].flatMap(([language, { reason }]) =>
      reason === undefined ? [] : [`${id} (${language}): ${sentence(reason, "nb")}`],
    ),
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("bokmal/holdt-tilbake.txt");
  expect(files.get("manifest.json")).toContain('"reason": "the page cannot be read"');
});

test("what was signed, and what was not, is told in Norwegian", async () => {
  const reading = readCatalog(catalog).catalog;
  const pairing = pairingOf("nb", "en", site().terms);
  if (!reading || !pairing) throw new Error("The catalog of this test cannot be read.");
  const reporter = reporterFor("content/en/ims.po", catalog, defaultSeverity);
  const checked = checkEntries(reading, "en", reporter, pairing);
  const signing = signCatalog(reading, "en", "Kari Nordmann", "2026-11-27", checked);
  const lineOf = ({ origin }: { origin: { offset: number } | undefined }): number =>
    reporter.pointAt(origin?.offset ?? 0).line;
  const report = reportSigning(signing, "content/en/ims.po", lineOf, "signed", "nb");
  await expect(`${report}\n`).toMatchFileSnapshot("bokmal/signering.txt");
});
