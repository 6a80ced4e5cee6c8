// A page is read section by section: what a heading or a paragraph announces, and what the next text takes up.
import { describe, expect, test } from "vitest";
import { checkLooseCatalog, checkMarkdown } from "../../src/core/check/loose.ts";
import { defaultSeverity, type Finding } from "../../src/core/finding.ts";
import { build } from "../../src/core/malvakt.ts";
import { sentence } from "../../src/core/messages/sentence.ts";
import { readSettings } from "../../src/core/settings.ts";
import { termsOf } from "../../src/core/terms/terms.ts";
import { approvedEntry, catalogText } from "../catalog-by-hand.ts";
import { expectLinear } from "../growth.ts";
import { readTermbase } from "./termbases.ts";

const terms = termsOf(readTermbase("terms.yaml"));

function confusedIn(text: string, language = "nb"): Finding[] {
  const { findings } = checkMarkdown({ path: "a.md", text, language, source: "nb" }, terms, defaultSeverity);
  return findings.filter(({ ruleId }) => ruleId === "term-confused");
}

const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, start, actual }) => `${severity} ${start.line} ${actual}`);

describe("findings over two blocks", () => {
  test.each([
    ["a list of kinds", "nb", "Former for akupunktur:\n\n- Øreakupunktur\n- IMS\n", ["error 4 IMS"]],
    [
      "a numbered list",
      "en",
      "We offer two types of acupuncture:\n\n1. Ear\n2. Dry needling, 30 min\n",
      ["error 4 Dry needling"],
    ],
    ["a heading over a list", "nb", "## Ulike typer akupunktur\n\n- Øre\n- IMS\n", ["error 4 IMS"]],
    [
      "headings below a heading",
      "nb",
      "## Typer akupunktur\n\n### Øre\n\nTekst.\n\n### IMS\n\nTekst.\n",
      ["error 7 IMS"],
    ],
    ["a table of kinds", "nb", "| Typer akupunktur: | Pris |\n| --- | --- |\n| IMS | 500 |\n", ["error 3 IMS"]],
    ["a pronoun under a heading", "nb", "## IMS\n\nDette er en form for akupunktur.\n", ["error 3 akupunktur"]],
    [
      "a definite noun in the next paragraph",
      "nb",
      "Vi bruker IMS.\n\nMetoden er en type akupunktur.\n",
      ["error 3 akupunktur"],
    ],
    ["a question as heading", "nb", "## Er IMS akupunktur?\n\nJa, det er det.\n", ["error 1 akupunktur"]],
    ["a heading over another treatment", "nb", "## Akupunktur\n\nMed IMS løser vi stive muskler.\n", ["warning 3 IMS"]],
    ["a bare list below a bare heading", "nb", "## Akupunktur\n\n- IMS\n- Kopping\n", ["warning 3 IMS"]],
    [
      "a heading with a place",
      "sv",
      "## Akupunktur i Lund\n\nDry needling lossar spända muskler.\n",
      ["warning 3 Dry needling"],
    ],
  ])("%s", (_, language, text, expected) => {
    expect(shown(confusedIn(text, language))).toEqual(expected);
  });

  test.each([
    ["a list of services", "nb", "Vi tilbyr:\n\n- Akupunktur\n- IMS\n"],
    ["a list of something else", "nb", "Akupunktur brukes mot:\n\n- Migrene\n- Stive muskler (da bruker vi IMS)\n"],
    ["a denial of kinds", "nb", "Dette er ikke former for akupunktur:\n\n- IMS\n"],
    ["a heading that names both", "nb", "## Akupunktur og IMS\n\nIMS er best.\n"],
    ["a heading that asks", "nb", "## Hva med akupunktur?\n\nVi bruker IMS.\n"],
    ["a text that offers it besides", "nb", "## Akupunktur\n\nVi tilbyr også IMS.\n"],
    ["a text that tells them apart", "nb", "## Akupunktur\n\nIMS er noe annet.\n"],
    ["a text that names both", "nb", "## Akupunktur\n\nAkupunktur gir ro. IMS gir rykk.\n"],
    ["a question answered with no", "nb", "## Er IMS akupunktur?\n\nNei, det er det ikke.\n"],
    ["another section", "nb", "## Akupunktur\n\nTekst.\n\n## Priser\n\nIMS koster 500 kr.\n"],
    ["a title, which stands by itself", "nb", "---\ntitle: Akupunktur\n---\n\nMed IMS løser vi stive muskler.\n"],
  ])("none: %s", (_, language, text) => {
    expect(shown(confusedIn(text, language))).toEqual([]);
  });

  test("the note gives the earlier place", () => {
    const [finding] = confusedIn("Tekst.\n\nFormer for akupunktur:\n\n- IMS\n");
    expect(finding && sentence(finding.reason, "en")).toContain(
      "Together with line 3, the text equates “akupunktur” and “IMS”",
    );
  });

  test("a waiver names both terms", () => {
    const list = (waiver: string): string =>
      `Former for akupunktur:\n\n<!-- malvakt-ignore term-confused "${waiver}": sitat -->\n\n- IMS\n`;
    expect(confusedIn(list("akupunktur … IMS"))).toEqual([]);
    expect(shown(confusedIn(list("IMS")))).toContain("error 5 IMS");
  });
});

describe("both units are held back", () => {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test are wrong.");
  const source = (text: string) =>
    new Map([["side", { path: "content/nb/side.md", text: `---\ntitle: Side\n---\n\n${text}` }]]);

  test("in a page", () => {
    const { plan } =
      build(
        { settings, terms, pages: source("## IMS\n\nDet er en form for akupunktur.\n"), catalogs: new Map() },
        new Map(),
      ).pages[0] ?? {};
    expect(plan?.source.wrong).toHaveLength(2);
    expect(plan?.source.version).toBeUndefined();
  });

  test("in a catalog, read entry by entry", () => {
    const notes = (kind: string, entry: string): string => `#. ${kind}\n${entry}`;
    const file = catalogText("en", [
      approvedEntry({ context: "title", id: "Side", text: "Page" }),
      notes("Heading, level 2", approvedEntry({ id: "IMS", text: "IMS" })),
      notes("Paragraph", approvedEntry({ id: "Det er noe eget.", text: "It is a form of acupuncture." })),
    ]);
    const catalogs = new Map([["en", new Map([["side", { path: "content/en/side.po", text: file }]])]]);
    const { plan } =
      build({ settings, terms, pages: source("## IMS\n\nDet er noe eget.\n"), catalogs }, new Map()).pages[0] ?? {};
    const [translation] = plan?.translations ?? [];
    expect(translation?.held).toBeDefined();
    const ownFinding = translation?.findings.filter(({ finding }) => finding.alsoUnit !== undefined);
    expect(ownFinding?.map(({ finding }) => [finding.ruleId, finding.actual])).toEqual([
      ["term-confused", "acupuncture"],
    ]);
    expect(new Set(ownFinding?.flatMap(({ hash, alsoHash }) => [hash, alsoHash])).size).toBe(2);
    const loose = checkLooseCatalog({ path: "a.po", text: file, language: "en", source: "nb" }, terms, defaultSeverity);
    expect(loose.findings.map(({ ruleId, actual }) => [ruleId, actual])).toContainEqual([
      "term-confused",
      "acupuncture",
    ]);
  });
});

describe("what is taken back", () => {
  test.each([
    ["nb", "Myte: IMS er en form for akupunktur. Fakta: IMS bygger på vestlig medisin.", []],
    ["nb", "Myte: IMS er noe annet enn akupunktur. Fakta: Det er det samme.", ["IMS er noe annet enn akupunktur"]],
    ["en", "Myth: dry needling is not acupuncture.", ["dry needling is not acupuncture"]],
    [
      "en",
      "The author is wrong in claiming that dry needling is not acupuncture.",
      ["dry needling is not acupuncture"],
    ],
    ["en", "Dry needling is not acupuncture.", []],
    [
      "en",
      "Acupuncture and dry needling look alike. Indeed, they are the same thing.",
      ["Acupuncture and dry needling"],
    ],
    ["en", "Acupuncture and dry needling look alike. Still, they are not the same thing.", []],
    [
      "nb",
      "IMS er en teknikk. Den brukes mye. Teknikken er en form for akupunktur.",
      ["IMS er en teknikk. Den brukes mye. Teknikken er en form for akupunktur"],
    ],
    ["en", "IMS is a technique. Cupping is another. It is a form of acupuncture.", []],
    ["en", "Some advertise dry needling as acupuncture. We find that misleading.", []],
    ["nn", "Dei er ikkje klar over skilnadene mellom akupunktur og dry needling.", []],
  ])("%s: %s", (lang, text, expected) => {
    expect(confusedIn(text, lang).map(({ actual }) => actual)).toEqual(expected);
  });
});

describe("no section takes long", () => {
  test("a list of ten thousand members", () => {
    const list = (members: number): string => `Former for akupunktur:\n\n${"- Noe\n- IMS\n".repeat(members)}`;
    expect(shown(confusedIn(list(5000)))).not.toEqual([]);
    expectLinear(100, (members) => void confusedIn(list(members)));
  });

  test("ten thousand headings", () => {
    expectLinear(100, (sections) => void confusedIn("## Typer akupunktur\n\nIMS.\n\n".repeat(sections)));
  });
});
