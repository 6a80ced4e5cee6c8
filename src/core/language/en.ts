// English.
import { enComparison } from "./compare/en.ts";
import { enCues } from "./cues/en.ts";
import type { Language } from "./language.ts";

export const en: Language = {
  code: "en",
  name: "English",
  ownName: "English",
  direction: "ltr",
  openGraphLocale: "en_GB",
  labels: {
    footnotes: "Footnotes",
    backToReference: (reference) => `Back to reference ${reference}`,
    table: "Table",
    embed: {
      languages: "Language",
      notInLanguage: "This text is not available in English. Here it is in its original language.",
      notAvailable: "This text is not available now.",
      notLoaded: "The text could not be loaded. Try again later.",
    },
    isNot: (one, other) => `${one} is not ${other}`,
    outdated: {
      since: (date) => `This text is from ${date}. A newer version is being prepared.`,
      undated: "A newer version of this text is being prepared.",
    },
    alerts: {
      note: "Note",
      tip: "Tip",
      important: "Important",
      warning: "Warning",
      caution: "Caution",
    },
  },
  provenance: {
    translatedFrom: (language) => `Translated from ${language}`,
    languages: {
      ar: "Arabic",
      da: "Danish",
      de: "German",
      en: "English",
      nb: "Norwegian",
      nn: "Norwegian Nynorsk",
      pl: "Polish",
      sv: "Swedish",
      uk: "Ukrainian",
    },
    checkedBy: (names) => `checked by ${names}`,
    original: "original",
    comma: ", ",
    and: " and ",
    date: (day, month, year) => `${day} ${month} ${year}`,
    months: "January February March April May June July August September October November December".split(" "),
  },
  words: {
    endings: ["s", "es"],
    stems: [
      { ending: "y", becomes: "ie" },
      { ending: "is", becomes: "e" },
      { ending: "us", becomes: "i", bare: true },
      { ending: "a", becomes: "ae", bare: true },
      { ending: "um", becomes: "a", bare: true },
      { ending: "f", becomes: "ve" },
      { ending: "fe", becomes: "ve" },
    ],
    unlikeTails: ["like", "free", "inspired", "style", "based"],
    fixedNouns: true,
    auxiliaries: "may might can could will would shall should must do does did don't doesn't can't cannot won't".split(
      " ",
    ),
    adjectiveEndings: "al ic ous ive ful ar ing ed".split(" "),
    questionWords: "how why when where what which who so and or but if because".split(" "),
    denyingPrefixes: ["non", "not", "un"],
    organisations:
      "society association federation institute academy clinic college school centre center foundation council university board ltd inc".split(
        " ",
      ),
  },
  cues: enCues,
  comparison: enComparison,
};
