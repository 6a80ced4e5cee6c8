// Danish.
import { daComparison } from "./compare/da.ts";
import { daCues } from "./cues/da.ts";
import type { Language } from "./language.ts";

export const da: Language = {
  code: "da",
  name: "Danish",
  ownName: "dansk",
  direction: "ltr",
  openGraphLocale: "da_DK",
  labels: {
    footnotes: "Fodnoter",
    backToReference: (reference) => `Tilbage til henvisning ${reference}`,
    table: "Tabel",
    embed: {
      languages: "Sprog",
      notInLanguage: "Denne tekst findes ikke på dansk. Her er den på originalsproget.",
      notAvailable: "Denne tekst er ikke tilgængelig nu.",
      notLoaded: "Teksten kunne ikke hentes. Prøv igen senere.",
    },
    isNot: (one, other) => `${one} er ikke ${other}`,
    outdated: {
      since: (date) => `Denne tekst er fra ${date}. En nyere version er under udarbejdelse.`,
      undated: "En nyere version af denne tekst er under udarbejdelse.",
    },
    alerts: {
      note: "Bemærk",
      tip: "Tip",
      important: "Vigtigt",
      warning: "Advarsel",
      caution: "Forsigtig",
    },
  },
  provenance: {
    translatedFrom: (language) => `Oversat fra ${language}`,
    languages: {
      ar: "arabisk",
      da: "dansk",
      de: "tysk",
      en: "engelsk",
      nb: "norsk",
      nn: "nynorsk",
      pl: "polsk",
      sv: "svensk",
      uk: "ukrainsk",
    },
    checkedBy: (names) => `kontrolleret af ${names}`,
    original: "original",
    comma: ", ",
    and: " og ",
    date: (day, month, year) => `${day}. ${month} ${year}`,
    months: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  },
  words: {
    endings: "e en et er erne ene t s es ens ets ers ernes enes n r rne ne ns rs rnes nes ede".split(" "),
    stems: [
      { ending: "e", becomes: "" },
      { ending: "el", becomes: "l" },
      { ending: "er", becomes: "r" },
      { ending: "en", becomes: "n" },
      { ending: "ssen", becomes: "sn" },
      { ending: "tten", becomes: "tn" },
      { ending: "kken", becomes: "kn" },
      { ending: "kket", becomes: "kn" },
      { ending: "um", becomes: "" },
      { ending: "us", becomes: "" },
      ...["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t"].map((letter) => ({
        ending: letter,
        becomes: letter + letter,
      })),
      { ending: "t", becomes: "", bare: true },
    ],
    vowelChanges: [
      ["a", "æ"],
      ["å", "æ"],
      ["o", "ø"],
    ],
    compoundJoints: ["", "s", "e"],
    unlikeTails: ["lignende", "inspireret", "fri", "agtig", "baseret", "udløst"],
    derivations: ["vis", "vise", "mæssig", "mæssige", "lig", "lige", "else", "isk", "iske", "eret", "ering"],
    auxiliaries: ["som", "der"],
    verbEndings: "er ar te de ede".split(" "),
    denyingPrefixes: ["ikke", "non"],
    organisations:
      "forening foreningen forbund forbundet selskab selskabet institut instituttet akademi akademiet klinik klinikken center centret skole skolen fond fonden".split(
        " ",
      ),
  },
  cues: daCues,
  comparison: daComparison,
};
