// German.
import { deComparison } from "./compare/de.ts";
import { deCues } from "./cues/de.ts";
import type { Language } from "./language.ts";

export const de: Language = {
  code: "de",
  name: "German",
  ownName: "Deutsch",
  direction: "ltr",
  labels: {
    footnotes: "Fußnoten",
    backToReference: (reference) => `Zurück zum Verweis ${reference}`,
    isNot: (one, other) => `${one} ist nicht ${other}`,
    alerts: {
      note: "Hinweis",
      tip: "Tipp",
      important: "Wichtig",
      warning: "Warnung",
      caution: "Vorsicht",
    },
  },
  words: {
    endings: "e en em er es n s ern ens in innen nen se ses sen".split(" "),
    stems: [
      { ending: "e", becomes: "", bare: true },
      { ending: "es", becomes: "", bare: true },
      { ending: "er", becomes: "", bare: true },
      { ending: "er", becomes: "r" },
      { ending: "el", becomes: "l" },
      { ending: "um", becomes: "" },
      { ending: "us", becomes: "" },
      { ending: "a", becomes: "" },
      { ending: "o", becomes: "" },
      { ending: "is", becomes: "" },
    ],
    vowelChanges: [
      ["au", "äu"],
      ["a", "ä"],
      ["o", "ö"],
      ["u", "ü"],
    ],
    compoundJoints: ["", "s", "es", "n", "en", "e", "er"],
    unlikeTails: ["ähnlich", "frei", "inspiriert", "basiert", "artig"],
    capitalNouns: true,
    verbFinal: true,
    derivations: [
      "weise",
      "mäßig",
      "mäßige",
      "lich",
      "liche",
      "lichen",
      "isch",
      "ische",
      "ischen",
      "ieren",
      "iert",
      "ierung",
    ],
    denyingPrefixes: ["nicht", "non"],
    organisations:
      "gesellschaft verband verein bund institut akademie klinik praxis zentrum schule hochschule stiftung vereinigung gmbh".split(
        " ",
      ),
  },
  cues: deCues,
  comparison: deComparison,
};
