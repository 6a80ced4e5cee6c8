// Swedish.
import { svComparison } from "./compare/sv.ts";
import { svCues } from "./cues/sv.ts";
import type { Language } from "./language.ts";

export const sv: Language = {
  code: "sv",
  name: "Swedish",
  ownName: "svenska",
  direction: "ltr",
  openGraphLocale: "sv_SE",
  labels: {
    footnotes: "Fotnoter",
    backToReference: (reference) => `Tillbaka till hänvisning ${reference}`,
    table: "Tabell",
    embed: {
      languages: "Språk",
      notInLanguage: "Den här texten finns inte på svenska. Här är den på originalspråket.",
      notAvailable: "Den här texten är inte tillgänglig just nu.",
      notLoaded: "Texten kunde inte hämtas. Försök igen senare.",
    },
    isNot: (one, other) => `${one} är inte ${other}`,
    outdated: {
      since: (date) => `Den här texten är från ${date}. En nyare version är på väg.`,
      undated: "En nyare version av den här texten är på väg.",
    },
    alerts: {
      note: "Observera",
      tip: "Tips",
      important: "Viktigt",
      warning: "Varning",
      caution: "Var försiktig",
    },
  },
  provenance: {
    translatedFrom: (language) => `Översatt från ${language}`,
    languages: {
      ar: "arabiska",
      da: "danska",
      de: "tyska",
      en: "engelska",
      nb: "norska",
      nn: "nynorska",
      pl: "polska",
      sv: "svenska",
      uk: "ukrainska",
    },
    checkedBy: (names) => `granskad av ${names}`,
    original: "original",
    comma: ", ",
    and: " och ",
    date: (day, month, year) => `${day} ${month} ${year}`,
    months: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
  },
  words: {
    endings:
      "a e o en et n t ar er or na arna erna orna s as es ens ets ns ts ars ers ors nas arnas ernas ornas an ans aste are de r".split(
        " ",
      ),
    stems: [
      { ending: "a", becomes: "" },
      { ending: "e", becomes: "" },
      { ending: "el", becomes: "l" },
      { ending: "er", becomes: "r" },
      { ending: "en", becomes: "n" },
      { ending: "ot", becomes: "ott" },
      { ending: "um", becomes: "" },
      { ending: "us", becomes: "" },
      { ending: "m", becomes: "mm" },
      { ending: "n", becomes: "nn" },
      { ending: "nt", becomes: "nd" },
      { ending: "tt", becomes: "" },
      { ending: "tt", becomes: "d" },
      { ending: "t", becomes: "", bare: true },
    ],
    vowelChanges: [
      ["a", "ä"],
      ["å", "ä"],
      ["o", "ö"],
    ],
    compoundJoints: ["", "s", "e", "o", "u"],
    unlikeTails: ["liknande", "inspirerad", "inspirerat", "fri", "aktig", "baserad", "baserat", "utlöst"],
    derivations: ["vis", "visa", "mässig", "mässiga", "mässigt", "lig", "liga", "else", "isk", "iska", "erad", "ering"],
    auxiliaries: ["som"],
    verbEndings: "er ar de te tt".split(" "),
    denyingPrefixes: ["icke", "ej", "non"],
    organisations:
      "förening föreningen förbund förbundet sällskap sällskapet institut institutet akademi akademin klinik kliniken center centret skola skolan högskola högskolan stiftelse stiftelsen".split(
        " ",
      ),
  },
  cues: svCues,
  comparison: svComparison,
};
