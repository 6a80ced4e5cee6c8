// Kinds of faults met on real pages: what is read as something else, what is missed, and what must be left alone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../../src/core/catalog/read.ts";
import { checkLooseCatalog, checkMarkdown } from "../../src/core/check/loose.ts";
import { defaultSeverity } from "../../src/core/finding.ts";
import { fixPage } from "../../src/core/fix.ts";
import { findTerms } from "../../src/core/terms/recognise.ts";
import { checkText, checkTranslation } from "../../src/core/terms/rules.ts";
import type { Term, Termbase } from "../../src/core/terms/termbase.ts";
import { sentence } from "../../src/core/messages/sentence.ts";
import { termsOf, unguarded } from "../../src/core/terms/terms.ts";
import { readMarked } from "./marked.ts";
import { indexes, readSentences, readTermbase } from "./termbases.ts";

const clinic = readTermbase("terms.yaml");
const index = indexes(clinic);
const rule = { c: "term-confused", d: "term-deprecated" } as Record<string, string>;

function expectMarked(lang: string, marked: string, of = index): void {
  const { text, spans } = readMarked(marked);
  const told = checkText(text, of(lang)).filter(({ ruleId }) => ruleId !== "term-close");
  const found = told.map(({ ruleId, start, end }) => [ruleId, text.slice(start, end)]);
  expect(found).toEqual(spans.map(({ kind, found: met }) => [rule[kind], met]));
}

describe("a deprecated term of several words is no verb", () => {
  test.each([
    ["nb", "Dette omtales som {d:medisinsk akupunktur}."],
    ["nb", "Det er kjent som {d:tørr nåling} hos mange."],
    ["nb", "Metoden betegnes som {d:trigger punkt}-arbeid.".replace("-arbeid", "")],
    ["nb", "Stress er noe som trigger punkter i nakken."],
    ["nn", "Dette blir omtalt som {d:medisinsk akupunktur}."],
    ["sv", "Detta beskrivs som {d:medicinsk akupunktur}."],
    ["da", "Dette omtales som {d:medicinsk akupunktur}."],
    ["en", "What conditions can {d:medical acupuncture} treat?"],
    ["en", "Which muscles will {d:dry acupuncture} reach?"],
    ["en", "What conditions can trigger spots on the skin?"],
    ["en", "Small knots may trigger spots of pain."],
    ["en", "Patients may {d:medical acupuncture} prefer."],
  ])("%s: %s", (lang, marked) => {
    expectMarked(lang, marked);
  });
});

describe("what tells two things apart is not read as sameness", () => {
  test.each([
    ["en", "IMS and acupuncture could not be more different."],
    ["nb", "IMS og akupunktur kunne ikke vært mer forskjellige."],
    ["nn", "IMS og akupunktur kunne ikkje vore meir ulike."],
    ["sv", "IMS och akupunktur kunde inte vara mer olika."],
    ["da", "IMS og akupunktur kunne ikke være mere forskellige."],
    ["de", "IMS und Akupunktur könnten nicht unterschiedlicher sein."],
    ["pl", "Suche igłowanie i akupunktura nie mogą być bardziej różne."],
    ["en", "There is hardly a bigger difference than that between IMS and acupuncture."],
    ["nb", "Det finnes knapt større forskjell enn den mellom IMS og akupunktur."],
    ["sv", "Det finns knappast någon större skillnad än den mellan IMS och akupunktur."],
    ["da", "Der findes næppe en større forskel end mellem IMS og akupunktur."],
    ["de", "Es gibt kaum einen größeren Unterschied als den zwischen IMS und Akupunktur."],
    ["en", "There is no bigger difference between {c:IMS and acupuncture} than the name."],
    ["en", "Patients see no difference between IMS and acupuncture."],
    ["nb", "Pasientene merker ingen forskjell på IMS og akupunktur."],
    ["nn", "Pasientane merkar ingen skilnad på IMS og akupunktur."],
    ["sv", "Patienter märker ingen skillnad mellan IMS och akupunktur."],
    ["da", "Patienter mærker ingen forskel på IMS og akupunktur."],
    ["de", "Patienten sehen keinen Unterschied zwischen IMS und Akupunktur."],
    ["pl", "Pacjenci nie widzą różnicy między IMS a akupunkturą."],
    ["en", "We see no difference between {c:IMS and acupuncture}."],
    ["en", "You will notice no difference between {c:IMS and acupuncture}."],
    ["nb", "Man merker ingen forskjell på {c:IMS og akupunktur}."],
    ["en", "Some told me that IMS was acupuncture."],
    ["nb", "Noen fortalte meg at IMS var akupunktur."],
    ["nn", "Nokon fortalde meg at IMS var akupunktur."],
    ["sv", "Någon berättade för mig att IMS var akupunktur."],
    ["da", "Nogle fortalte mig, at IMS var akupunktur."],
    ["de", "Manche sagten mir, dass IMS Akupunktur sei."],
    ["pl", "Niektórzy mówili mi, że IMS to akupunktura."],
    ["de", "Der Arzt sagte mir, {c:Dry Needling sei eine Form der Akupunktur}."],
  ])("%s: %s", (lang, marked) => {
    expectMarked(lang, marked);
  });
});

describe("a translation that keeps apart what it adds", () => {
  test.each([
    ["IMS er ikke det samme som kinesisk nålebehandling.", "en", "IMS is not the same as Chinese acupuncture.", []],
    ["Tørrnåling er noe annet enn i Kina.", "de", "Dry Needling ist etwas anderes als Akupunktur.", []],
    ["IMS er vestlig.", "sv", "Till skillnad från akupunktur är IMS västerländskt.", []],
    ["Det er ikke IMS.", "en", "Acupuncture is not painful.", ["term-swapped"]],
    ["Vi driver ikke med akupunktur.", "en", "We do not practise dry needling.", ["term-swapped"]],
    ["IMS hjelper.", "en", "IMS (acupuncture) helps, but it is not the same as acupuncture.", ["term-swapped"]],
    ["IMS hjelper.", "en", "IMS is not cupping. We also offer acupuncture.", ["term-swapped"]],
  ])("%s -> %s: %s", (source, lang, target, expected) => {
    const found = checkTranslation(source, index("nb"), target, index(lang));
    expect(found.map(({ ruleId }) => ruleId)).toEqual(expected);
  });
});

const entry = (source: string, translation: string): string => `msgid "${source}"\nmsgstr "${translation}"\n`;
const header = 'msgid ""\nmsgstr "Language: en\\nX-Source-Language: nb\\n"\n';

function missingIn(termbase: Termbase, ...entries: string[]): string[] {
  const text = [header, ...entries].join("\n");
  expect(readCatalog(text).mistakes).toEqual([]);
  const { findings } = checkLooseCatalog(
    { path: "a.po", text, language: "en", source: "nb" },
    termsOf(termbase),
    defaultSeverity,
  );
  return findings.filter(({ ruleId }) => ruleId === "term-missing").map(({ severity }) => severity);
}

describe("a concept that a translation does not name", () => {
  test("is worth an info where the page's translation names it elsewhere, and else a warning", () => {
    const pronoun = entry("IMS hjelper.", "It helps.");
    expect(missingIn(clinic, pronoun)).toEqual(["warning"]);
    expect(missingIn(clinic, pronoun, entry("Hva er IMS?", "What is IMS?"))).toEqual(["info"]);
    expect(missingIn(clinic, pronoun, entry("Hva er IMS?", "What is medical acupuncture?"))).toEqual(["warning"]);
  });

  test("is named by a word of another class that the termbase lists for it", () => {
    const term = (word: string, family: string[]): Term => ({ term: word, status: "preferred", family });
    const referral = (family: string[]): Termbase => ({
      concepts: [
        {
          id: "referral",
          definition: {},
          distinctFrom: [],
          terms: { nb: [term("henvisning", [])], en: [term("referral", family)] },
        },
      ],
    });
    const pair = entry("Du trenger ingen henvisning.", "No one has to refer you.");
    expect(missingIn(referral([]), pair)).toEqual(["warning"]);
    expect(missingIn(referral(["refer"]), pair)).toEqual([]);
    expect(missingIn(referral(["refer"]), entry("Du trenger ingen henvisning.", "Just call us."))).toEqual(["warning"]);
    // Such a word is no term of a source: it is often said of something else.
    const back = entry("Vi henviser til siden.", "See that page.");
    expect(missingIn({ concepts: referral([]).concepts }, back)).toEqual([]);
  });
});

describe("suspended compounds", () => {
  const waves: Termbase = {
    concepts: [
      { id: "shock", definition: {}, distinctFrom: [], terms: waveTerms("sjokkbølge", "Schockwelle") },
      { id: "pressure", definition: {}, distinctFrom: ["shock"], terms: waveTerms("trykkbølge", "Stoßwelle") },
    ],
  };

  function waveTerms(nb: string, de: string): Record<string, Term[]> {
    return { nb: [{ term: nb, status: "preferred" }], de: [{ term: de, status: "preferred" }] };
  }

  test.each([
    ["nb", "Sjokk- og trykkbølger", ["Sjokk-", "trykkbølger"]],
    ["nb", "trykk-, lyd- og sjokkbølgebehandling", ["trykk-", "sjokkbølgebehandling"]],
    ["nb", "Sjokk- eller skruebølger", ["Sjokk-"]],
    ["de", "Schock- und Stoßwellen", ["Schock-", "Stoßwellen"]],
    ["nb", "sjokk- og redselsfilm", []],
    ["nb", "sjokk-. Og trykkbølger", ["trykkbølger"]],
    ["nb", "sjokk og trykkbølger", ["trykkbølger"]],
  ])("%s: %s", (lang, text, expected) => {
    const found = findTerms(text, indexes(waves)(lang)).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected);
  });

  test("two of them with a slash are equated, with a conjunction they are not", () => {
    expectMarked("nb", "{c:sjokk-/trykkbølger}", indexes(waves));
    expectMarked("nb", "sjokk- og trykkbølger", indexes(waves));
  });
});

describe("letters that are written in two parts", () => {
  const files = ["mono-nb", "mono-sv", "mono-de", "mono-pl"];
  const sentences = files.flatMap((file) => readSentences(`${file}.jsonl`));
  const fixed = (text: string, language: string): string => {
    const { findings } = checkMarkdown(
      { path: "a.md", text, language, source: "nb" },
      termsOf(clinic),
      defaultSeverity,
    );
    return fixPage(text, "page", "text", findings).text;
  };

  test("are read as one, and a correction leaves none of them twice", () => {
    expect(fixed("Vi tilbyr tørr nåling hver dag.".normalize("NFD"), "nb").normalize("NFC")).toBe(
      "Vi tilbyr tørrnåling hver dag.",
    );
    fc.assert(
      fc.property(fc.constantFrom(...sentences), ({ text, lang }) => {
        expect(fixed(text.normalize("NFD"), lang).normalize("NFC")).toBe(fixed(text.normalize("NFC"), lang));
      }),
    );
  });
});

describe("names that hold a term", () => {
  test.each([
    ["nb", "Les mer på https://klinikken.no/medisinsk-akupunktur og www.medisinskakupunktur.no."],
    ["nb", "Last ned medisinsk-akupunktur.pdf."],
    ["nb", "Skriv til medisinsk-akupunktur@klinikken.no eller følg @medisinskakupunktur og #medisinskakupunktur."],
    ["nb", "Kurset holdes av «Norsk forening for medisinsk akupunktur»."],
    ["en", "She is a fellow of the “British Society of Medical Acupuncture”."],
    ["de", "Er ist Mitglied der „Deutschen Gesellschaft für medizinische Akupunktur“."],
    ["nb", "Vi tilbyr «{d:medisinsk akupunktur}» hver dag."],
    ["nb", "«Norsk forening» tilbyr {d:medisinsk akupunktur}."],
    ["nb", "Side om {c:akupunktur/IMS}."],
    ["nb", "IMS – se akupunktur.no"],
  ])("%s: %s", (lang, marked) => {
    expectMarked(lang, marked);
  });

  test("a link's target is no text", () => {
    const text = "[Her](/medisinsk-akupunktur) og ![](tørr-nåling.jpg) tilbyr vi tørr nåling.\n";
    const { findings } = checkMarkdown(
      { path: "a.md", text, language: "nb", source: "nb" },
      termsOf(clinic),
      defaultSeverity,
    );
    expect(findings.filter(({ ruleId }) => ruleId === "term-deprecated").map(({ actual }) => actual)).toEqual([
      "tørr nåling",
    ]);
    expect(fixPage(text, "page", "text", findings).text).toBe(text.replace(/tørr nåling\.$/mu, "tørrnåling."));
  });
});

describe("what hangs on a term or breaks its line hides nothing", () => {
  const checked = (text: string, language: string): string[] =>
    checkMarkdown({ path: "a.md", text, language, source: "nb" }, termsOf(clinic), defaultSeverity).findings.flatMap(
      ({ ruleId, actual }) => (ruleId === "term-confused" ? [actual] : []),
    );

  test.each([
    ["IMS<br>(akupunktur) hjelper.", "IMS<br>(akupunktur)"],
    ["IMS\\\n(akupunktur) hjelper.", "IMS\\\n(akupunktur)"],
    ["IMS  \n(akupunktur) hjelper.", "IMS  \n(akupunktur)"],
    ["IMS er<br>en form for akupunktur.", "IMS er<br>en form for akupunktur"],
    ["IMS® (akupunktur)", "IMS® (akupunktur)"],
    ["IMS™ (akupunktur)", "IMS™ (akupunktur)"],
    ["IMS* (akupunktur)", "IMS* (akupunktur)"],
    ["IMS<sup>1</sup> (akupunktur)", "IMS<sup>1</sup> (akupunktur)"],
    ["IMS¹ (akupunktur)", "IMS¹ (akupunktur)"],
    ["IMS[^1] (akupunktur)\n\n[^1]: Les mer.", "IMS[^1] (akupunktur)"],
    ["I.M.S. er en form for akupunktur.", "I.M.S. er en form for akupunktur"],
    ["Akupunktur (I.M.S.) hjelper.", "Akupunktur (I.M.S.)"],
  ])("%s", (text, expected) => {
    expect(checked(text, "nb")).toEqual([expected]);
  });

  test.each([
    ["nb", "IMS<br>Akupunktur<br>Massasje"],
    ["nb", "Vi tilbyr IMS.<br>Akupunktur får du i Oslo."],
    ["nb", "Vi tilbyr I.M.S. Akupunktur får du i Oslo."],
    ["nb", "IMS (ikke-akupunktur) er trygt."],
    ["nb", "IMS er en akupunktur-fri behandling."],
    ["sv", "IMS är en icke-akupunkturbehandling."],
    ["en", "Dry needling, a non-acupuncture method, helps."],
    ["en", "Dry needling, an acupuncture-like method, helps."],
    ["en", "Dry needling is acupuncture-free."],
    ["de", "IMS, eine Nicht-Akupunktur-Methode, hilft."],
    ["pl", "Suche igłowanie (nie-akupunktura) pomaga."],
  ])("%s: %s", (lang, text) => {
    expect(checked(text, lang)).toEqual([]);
  });

  test("a term with a figure of its own is itself", () => {
    const named = (term: string): Term[] => [{ term, status: "preferred" }];
    const termbase: Termbase = {
      concepts: [
        { id: "glp", definition: {}, distinctFrom: [], terms: { nb: named("GLP") } },
        { id: "glp1", definition: {}, distinctFrom: [], terms: { nb: named("GLP1") } },
      ],
    };
    expect(findTerms("GLP1 og GLP2", indexes(termbase)("nb")).map(({ concept }) => concept)).toEqual(["glp1", "glp"]);
  });
});

describe("each of several names is read, not only the nearest", () => {
  test.each([
    ["nb", "{c:IMS, øreakupunktur og elektroakupunktur er former for akupunktur}."],
    ["nb", "Øreakupunktur, elektroakupunktur og {c:IMS er former for akupunktur}."],
    ["en", "Ear acupuncture, {c:dry needling and electroacupuncture are all forms of acupuncture}."],
    ["en", "{c:Dry needling, cupping and moxibustion are forms of acupuncture}."],
    ["en", "Both {c:dry needling and ear acupuncture are types of acupuncture}."],
    ["nb", "Former for {c:akupunktur er øreakupunktur, elektroakupunktur og IMS}."],
    ["nb", "{c:Akupunktur finnes i flere former, blant annet øreakupunktur, elektroakupunktur og IMS}."],
    ["nb", "Vi tilbyr tre former for {c:akupunktur: øreakupunktur, elektroakupunktur og IMS}."],
    ["nb", "IMS, øreakupunktur og elektroakupunktur er ikke former for akupunktur."],
    ["nb", "Mange tror at IMS, kopping og moxa er former for akupunktur."],
    ["nb", "Vi tilbyr IMS, og øreakupunktur er en form for akupunktur."],
    ["en", "Kinds of acupuncture clinics: good ones, bad ones and dry needling ones."],
  ])("%s: %s", (lang, marked) => {
    expectMarked(lang, marked);
  });
});

describe("the guard is never silently absent", () => {
  const concept = (id: string, distinctFrom: string[]): Termbase["concepts"][number] => ({
    id,
    definition: {},
    distinctFrom,
    terms: {},
  });

  test("no termbase, and one that keeps nothing apart, are said", () => {
    expect(unguarded(undefined)?.id).toBe("check.without-terms");
    expect(unguarded(termsOf({ concepts: [concept("a", []), concept("b", [])] }))?.id).toBe("check.without-distinct");
    expect(unguarded(termsOf({ concepts: [concept("a", ["b"]), concept("b", [])] }))).toBeUndefined();
  });

  test.each(["en", "nb"] as const)("a finding says how to keep the two apart (%s)", (locale) => {
    const [finding] = checkText("Tørrnåling (akupunktur)", index("nb"));
    expect(finding && sentence(finding.reason, locale)).toContain("intramuskulær stimulering er ikke akupunktur");
  });
});
