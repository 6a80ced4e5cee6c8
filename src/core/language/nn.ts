// Norwegian Nynorsk.
import { nnComparison } from "./compare/nn.ts";
import { nnCues } from "./cues/nn.ts";
import type { Language } from "./language.ts";

export const nn: Language = {
  code: "nn",
  name: "Norwegian Nynorsk",
  ownName: "norsk nynorsk",
  direction: "ltr",
  openGraphLocale: "nn_NO",
  labels: {
    footnotes: "Fotnotar",
    backToReference: (reference) => `Tilbake til referanse ${reference}`,
    table: "Tabell",
    embed: {
      languages: "Språk",
      notInLanguage: "Denne teksten finst ikkje på nynorsk. Her er han på originalspråket.",
      notAvailable: "Denne teksten er ikkje tilgjengeleg no.",
      notLoaded: "Teksten kunne ikkje hentast. Prøv igjen seinare.",
    },
    isNot: (one, other) => `${one} er ikkje ${other}`,
    outdated: {
      since: (date) => `Denne teksten er frå ${date}. Ein nyare versjon er under arbeid.`,
      undated: "Ein nyare versjon av denne teksten er under arbeid.",
    },
    alerts: {
      note: "Merk",
      tip: "Tips",
      important: "Viktig",
      warning: "Åtvaring",
      caution: "Ver varsam",
    },
  },
  provenance: {
    translatedFrom: (language) => `Omsett frå ${language}`,
    languages: {
      ar: "arabisk",
      da: "dansk",
      de: "tysk",
      en: "engelsk",
      nb: "bokmål",
      nn: "nynorsk",
      pl: "polsk",
      sv: "svensk",
      uk: "ukrainsk",
    },
    checkedBy: (names) => `kontrollert av ${names}`,
    original: "original",
    comma: ", ",
    and: " og ",
    date: (day, month, year) => `${day}. ${month} ${year}`,
    months: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
  },
  words: {
    endings: "e a i en et er ene ar ane t ete ede te re s es as ens ets ers enes n r ne ns rs nes arne anes ene".split(
      " ",
    ),
    stems: [
      { ending: "e", becomes: "" },
      { ending: "el", becomes: "l" },
      { ending: "er", becomes: "r" },
      { ending: "en", becomes: "n" },
      { ending: "ssen", becomes: "sn" },
      { ending: "tten", becomes: "tn" },
      { ending: "kken", becomes: "kn" },
      { ending: "kket", becomes: "kn" },
      { ending: "ot", becomes: "ott" },
      { ending: "um", becomes: "" },
      { ending: "us", becomes: "" },
      { ending: "m", becomes: "mm" },
      { ending: "mt", becomes: "m", bare: true },
      { ending: "mt", becomes: "mm" },
      { ending: "ll", becomes: "l" },
      { ending: "nn", becomes: "n" },
      { ending: "tt", becomes: "t", bare: true },
      { ending: "t", becomes: "", bare: true },
    ],
    vowelChanges: [
      ["a", "e"],
      ["å", "e"],
      ["o", "ø"],
    ],
    compoundJoints: ["", "s", "e"],
    unlikeTails: ["liknande", "inspirert", "fri", "aktig", "basert", "utløyst"],
    derivations: ["vis", "vise", "messig", "messige", "leg", "lege", "else", "isk", "iske", "ert", "erte", "ering"],
    auxiliaries: ["som"],
    verbEndings: "er ar te de dde a".split(" "),
    denyingPrefixes: ["ikkje", "ikke", "non"],
    organisations:
      "foreining foreininga forening foreininga forbund forbundet selskap selskapet institutt instituttet akademi akademiet klinikk klinikken senter senteret skule skulen høgskule høgskulen stifting".split(
        " ",
      ),
  },
  cues: nnCues,
  comparison: nnComparison,
};
