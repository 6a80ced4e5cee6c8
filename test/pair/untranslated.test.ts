// Rule `untranslated`.
import { describe } from "vitest";
import { testClean, testFindings } from "./rows.ts";

testFindings("untranslated", [
  ["nb en", "Les mer om hva vi behandler.", "⟨Les mer om hva vi behandler.⟩"],
  ["nb de", "Bestill time på nett.", "⟨Bestill time på nett.⟩"],
  ["nb da", "Du trenger ikke noen henvisning.", "⟨Du trenger ikke noen henvisning.⟩"],
  ["nb sv", "Hvor gjør det vondt?", "⟨Hvor gjør det vondt?⟩"],
  ["nb en", "Vi behandler nakke, rygg og skuldre hver dag.", "We treat neck, ⟨rygg og skuldre hver⟩ day."],
  ["nb en", "Vi bruker trykkbølge mot smerter.", "We use ⟨trykkbølge⟩ for pain."],
  ["nb da", "Vi bruker tørrnåling.", "Vi bruger ⟨*⟩tørrnåling.", null],
  ["nb sv", "Daniel Strengelsrud", "Daniel ⟨@⟩Strengelsrud"],
  ["nb nn", "Det er stivhet.", "Det er ⟨#⟩stivheit."],
  ["nb en", "Smerter & plager", "Pain ⟨&amp;⟩ problems", "&"],
  ["nb en", "Det er ikke farlig.", "It isn⟨&#39;⟩t dangerous.", "'"],
  ["nb en", "Les mer her.", 'Read ⟨<x id="1"/>⟩more here.'],
  ["nb en", "Les mer her.", "Read ⟨⟦⟩1⟨⟧⟩ more here."],
  ["nb uk", "Ring oss i dag.", "⟨Dzwońcie do nas dzisiaj.⟩"],
  ["nb ar", "Ring oss i dag.", "⟨Call us today please.⟩"],
  ["nb en", "Ring oss i dag.", "⟨Зателефонуйте нам сьогодні.⟩"],
  ["nb uk", "Behandling av ryggen", "Лікування ⟨cпини⟩"],
]);

describe("another language, with words that the source has not", () => {
  testFindings("untranslated", [
    ["nb de", "Vi hjelper deg i hverdagen.", "⟨We will help you with what you need.⟩"],
    ["nb da", "Nålen settes i punktet.", "⟨The needle is placed in the⟩ painful trigger spot."],
    ["nb da", "Vi hjelper deg hver dag.", "Vi hjælper dig, and ⟨we will also do it for you⟩"],
    ["nb de", "Om oss", "⟨About us⟩"],
    ["nb sv", "Bestill time", "⟨Book an appointment⟩"],
    ["nb nn", "Kom til oss uten å nøle.", "⟨Jeg vet ikke hva noen av dere trenger.⟩"],
    ["nb sv", "Kom til oss.", "⟨Jeg vet ikke hva noen av dere trenger.⟩"],
    ["nb en", "Kom til oss.", "⟨Wir sind gern für Sie hier, wenn es nicht besser wird.⟩"],
    ["nb ar", "Kom til oss.", "تعال إلينا ⟨and we will help you with what you need⟩."],
  ]);
});

describe("marks of tools and other notations", () => {
  testFindings("untranslated", [
    ["nb de", "Les dette nå.", "Lies das ⟨**jetzt**⟩ bitte.", null],
    ["nb de", "Les dette nå.", "Lies das __jetzt__ bitte.".replace("__jetzt__", "⟨__jetzt__⟩"), null],
    ["nb de", "Les dette nå.", "Lies ⟨[das](https://example.org/x)⟩ bitte."],
    ["nb de", "Les dette nå.", "Lies ⟨`das`⟩ bitte."],
    ["nb de", "Les dette", "⟨## ⟩Lies das"],
    ["nb de", "Les dette nå.", "Lies ⟨<b>⟩das⟨</b>⟩ bitte.", null],
    ["nb de", "Les dette nå.", "Lies das⟨&nbsp;⟩bitte.", "\u00a0"],
    ["nb de", "Hei på deg, venn.", "Hallo ⟨{name}⟩, Freund."],
    ["nb de", "Hei på deg, venn.", "Hallo ⟨%s⟩, Freund."],
  ]);
  testFindings("tags", [
    [
      "nb de",
      "Les dette nå.",
      "⟨#-#-#-#-#  base.po  #-#-#-#-#⟩\nLies das jetzt.\n⟨#-#-#-#-#  other.po  #-#-#-#-#⟩\nLies dies jetzt.",
      null,
    ],
  ]);
});

testClean([
  // Words, endings and addresses that only look like the source's.
  ["nb nn", "Bruk PC-en på jobb nå.", "Bruk PC-en på jobb no."],
  ["nb nn", "Det gjelder å nå målet med trening.", "Det gjeld å nå målet med trening."],
  ["nb da", "Du kan nå målet på kort tid.", "Du kan nå målet på kort tid."],
  ["nb de", "Se helsenorge.no og /en/kontakt/ for mer.", "Mehr unter helsenorge.no und /en/kontakt/ hier."],
  ["nb de", "Se sidene under /en/om-oss/ på nettet.", "Siehe die Seiten unter /en/om-oss/ im Netz."],
  ["nb en", "AT&T og R&D", "AT&T and R&D"],
  // Names, loans, quotations and references.
  ["nb de", "Metoden heter «Back in Motion».", "Die Methode heißt „Back in Motion“."],
  ["nb de", "Klinikken heter Back to Life.", "Die Praxis heißt Back to Life and the Spine Clinic."],
  ["nb da", "Vi tilbyr dry needling og taping.", "Vi tilbyder dry needling og taping."],
  [
    "nb de",
    "Kilde: The effect of dry needling on the pain of patients with a stiff neck (2019).",
    "Quelle: The effect of dry needling on the pain of patients with a stiff neck (2019).",
  ],
  ["nb de", "Bruk `dato` eller *navn*.", "Verwenden Sie `Datum` oder *Name*."],
  ["nb ar", "Med IMS", "مع وIMS"],
  ["nb en", "Skriv {navn} her.", "Write {navn} here."],
  ["nb en", "2 * 3 er 6, og a_b_c er et navn.", "2 * 3 is 6, and a_b_c is a name."],
  ["nb en", "Se [1] og (2).", "See [1] and (2)."],
  ["nb en", "Når p < 0,05 er det sikkert.", "When p < 0.05 it is certain."],
]);
