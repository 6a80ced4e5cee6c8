// Sentence boundaries: those of Unicode, repaired for what clinics write.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../src/core/language/sentences.ts";

/** Each row is a text with `|` where it is cut. */
const table: Record<string, string[]> = {
  nb: [
    "Kietrys, David M., et al. «Effectiveness of dry needling.»",
    "Vi åpner kl. 10.30 hver dag.",
    "Spør dr. Hansen om råd.",
    "Se fig. 3. |Den viser nålen.",
    "Det koster kr. 450 per time.",
    "Se kap. 4. |Der står det.",
    "Skrevet av D. Strengelsrud.",
    "Skrevet av D.M. Strengelsrud og J.-P. Hansen.",
    "Jf. kap. 4 i boken.",
    "Jf. kap.",
    "Mvh. Per Hansen",
    "«Er det vondt?» spurte hun. |«Nei.»",
    "Det tar ca. 30 minutter. |Ta med tøy.",
    "Vi behandler f.eks. med nåler, bl.a. nakke og dvs. øvre rygg.",
    "Det skjedde 6. januar 2022. |Vi var der.",
    "For 3. gangen kom hun. |1. mai er vi stengt.",
    "Kietrys et al. (2015) fant det samme.",
    "Vi venter … |Kanskje hjelper det.",
    "Vi venter … og håper.",
    "Vi venter… |«Kanskje», sa hun.",
    "Vi venter ... |Kanskje hjelper det.",
    "Første setning. |Andre setning! |Tredje setning?",
    "Effekten (se fig. 2) er god. |Les mer.",
    "Se www.eksempel.no. |Skriv til post@eksempel.no.",
    "Prisen er 43.9 kroner. |Vi tar kort.",
    "Vi holdt på til 2022. |Så flyttet vi.",
    "Hun ble frisk.» |Det ble alle.",
    "Vent (lenge.) |Så kom.",
    "<strong>Viktig.</strong> |Les dette.",
    "Les <a>mer. Og mer.</a> |Så kom.",
    "Les dette. |<a>Mer</a> finner du her.",
    "Les dette. |<em><a>Mer</a> finner</em> du. |<strong>Ring.</strong>",
    "Les dette.<sup/> |Og dette.",
    "Les dette. <img/>",
    "<img/> Les dette. |Og dette.",
    "Bruk <code>a. B</code> her. |Ja.",
    "R&amp;D er bra. |Smerte &lt; 3. |Slutt.",
    "Ingen slutt",
    "En setning.",
    "Bruk prof. Olsens metode, jfr. s. 12. |Takk.",
    "Ring tlf. 22 33 44 55. |Vi svarer.",
    "Ta kontakt (kl. 9–15). |Velkommen.",
    "Hei.\u00a0|Velkommen.",
  ],
  en: [
    "See Dr. Smith. |She knows.",
    "Use it, e.g. Monday or i.e. Tuesday. |Fine.",
    "See Fig. 3 and approx. 30 needles. |Yes.",
    "“Does it hurt?” she asked. |No.",
    "J. P. Hansen et al. (2015) agree. |So do we.",
    "We wait … |Perhaps it helps.",
    "At 10 a.m. Monday we open.",
  ],
  de: [
    "Wir nutzen z. B. Nadeln, d. h. dünne. |Gut.",
    "Am 6. Januar 2022 war es so. |Dann nicht.",
    "Fragen Sie Dr. Müller bzw. Prof. Schmidt. |Danke.",
    "„Tut es weh?“ fragte sie. |Nein.",
    "Siehe Abb. 3 und Nr. 5. Kapitel.",
    "Es war 2022. |Dann kam mehr.",
  ],
  pl: [
    "Zobacz np. Warszawę, tj. Polskę. |Dobrze.",
    "O godz. 10 na ul. Długiej. |Zapraszamy.",
    "To było 6 stycznia 2022 r. Wtedy. |Potem nie.",
    "„Czy to boli?” zapytała. |Nie.",
    "Pisze prof. Kowalski i in. Nowak. |Koniec.",
  ],
  sv: [
    "Vi använder t.ex. Nålar, bl.a. Tunna. |Bra.",
    "Vi öppnar kl. 10.30 den 6. |Välkommen.",
    "Det var 6 januari 2022. |Sedan inte.",
    "”Gör det ont?” frågade hon. |Nej.",
    "Fråga dr. Hansson, s. 12. |Tack.",
  ],
  ar: ["هل يؤلم؟ |لا."],
};

const rows = Object.entries(table).flatMap(([code, texts]) => texts.map((text) => [code, text] as const));

test.each(rows)("%s: %s", (code, marked) => {
  const pieces = splitSentences(marked.replaceAll("|", ""), code);
  expect(pieces.map(({ text, blank }) => text + blank).join("|")).toBe(marked);
});

describe("for any text", () => {
  const piece = fc.constantFrom(
    ..."Hei|. |.|!|? |… |Vi|vi| |\u00a0|<a>|</a>|<b>|</b>|<br/>|<img/>|«|».|(|)|6.|kl. |et al. |D. |&amp;|&lt;|\n|🦴|\uD800|Å\u030A".split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const code = fc.constantFrom("nb", "en-GB", "de", "pl", "sv", "uk", "ar");

  test("the pieces joined are the text", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), code, (whole, language) => {
        const pieces = splitSentences(whole, language);
        expect(pieces.map(({ text: sentence, blank }) => sentence + blank).join("")).toBe(whole);
        for (const { blank } of pieces) expect(blank.trim()).toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  test("a text of any length is cut as its parts are", () => {
    const paragraph = fc.constantFrom(
      ...(table["nb"] ?? []).filter((marked) => /^\p{Lu}.*\p{L}[.!?]$/u.test(marked) && !/kap\.$/u.test(marked)),
    );
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 200 }), (marked) => {
        const whole = marked.join(" |");
        const pieces = splitSentences(whole.replaceAll("|", ""), "nb");
        expect(pieces.map(({ text: sentence, blank }) => sentence + blank).join("|")).toBe(whole);
      }),
    );
  });

  test("a sentence has words, and all its tags", () => {
    fc.assert(
      fc.property(text, code, (whole, language) => {
        const pieces = splitSentences(whole, language);
        if (pieces.length < 2) return;
        const balance = (part: string): number =>
          (part.match(/<[ab]>/gu)?.length ?? 0) - (part.match(/<\/[ab]>/gu)?.length ?? 0);
        for (const { text: sentence } of pieces.slice(0, -1)) expect(balance(sentence)).toBe(0);
        for (const { text: sentence } of pieces) expect(sentence).toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 1000 },
    );
  });
});
