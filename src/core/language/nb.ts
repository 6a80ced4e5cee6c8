// Norwegian Bokmål.
import { nbComparison } from "./compare/nb.ts";
import { nbCues } from "./cues/nb.ts";
import type { Language } from "./language.ts";

export const nb: Language = {
  code: "nb",
  name: "Norwegian Bokmål",
  ownName: "norsk bokmål",
  direction: "ltr",
  labels: {
    footnotes: "Fotnoter",
    backToReference: (reference) => `Tilbake til referanse ${reference}`,
    isNot: (one, other) => `${one} er ikke ${other}`,
    alerts: {
      note: "Merk",
      tip: "Tips",
      important: "Viktig",
      warning: "Advarsel",
      caution: "Forsiktig",
    },
  },
  words: {
    endings: "e a en et er ene ar ane t ete ede te re s es as ens ets ers enes n r ne ns rs nes ren rene".split(" "),
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
    unlikeTails: ["lignende", "liknende", "inspirert", "fri", "aktig", "basert", "utløst"],
    derivations: [
      "vis",
      "vise",
      "messig",
      "messige",
      "lig",
      "lige",
      "else",
      "elser",
      "elsen",
      "isk",
      "iske",
      "ere",
      "ert",
      "erte",
      "ering",
    ],
    auxiliaries: ["som"],
    verbEndings: "er ar te de dde et".split(" "),
    denyingPrefixes: ["ikke", "non"],
    organisations:
      "forening foreningen forbund forbundet selskap selskapet institutt instituttet akademi akademiet akademiene klinikk klinikken senter senteret skole skolen høyskole høyskolen stiftelse stiftelsen".split(
        " ",
      ),
  },
  cues: nbCues,
  comparison: nbComparison,
};
