// Polish.
import { plComparison } from "./compare/pl.ts";
import { plCues } from "./cues/pl.ts";
import type { Language } from "./language.ts";

export const pl: Language = {
  code: "pl",
  name: "Polish",
  ownName: "polski",
  direction: "ltr",
  openGraphLocale: "pl_PL",
  labels: {
    footnotes: "Przypisy",
    backToReference: (reference) => `Powrót do odnośnika ${reference}`,
    table: "Tabela",
    embed: {
      languages: "Język",
      notInLanguage: "Ten tekst nie jest dostępny po polsku. Tutaj jest w języku oryginału.",
      notAvailable: "Ten tekst jest obecnie niedostępny.",
      notLoaded: "Nie udało się wczytać tekstu. Proszę spróbować później.",
    },
    isNot: (one, other) => `${one} to nie ${other}`,
    outdated: {
      since: (date) => `Ten tekst pochodzi z dnia ${date}. Nowsza wersja jest w przygotowaniu.`,
      undated: "Nowsza wersja tego tekstu jest w przygotowaniu.",
    },
    alerts: {
      note: "Uwaga",
      tip: "Wskazówka",
      important: "Ważne",
      warning: "Ostrzeżenie",
      caution: "Zachowaj ostrożność",
    },
  },
  provenance: {
    translatedFrom: (language) => `Przetłumaczono z ${language}`,
    languages: {
      ar: "arabskiego",
      da: "duńskiego",
      de: "niemieckiego",
      en: "angielskiego",
      nb: "norweskiego",
      nn: "nynorsk",
      pl: "polskiego",
      sv: "szwedzkiego",
      uk: "ukraińskiego",
    },
    checkedBy: (names) => `weryfikacja: ${names}`,
    original: "oryginał",
    comma: ", ",
    and: " i ",
    date: (day, month, year) => `${day} ${month} ${year}`,
    months: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(
      " ",
    ),
  },
  words: {
    endings:
      "a ą e ę i o u y ie ia iu em iem om ów owi owie ze ami ach iami iach iom mi ego emu ej ym im ych ich ymi imi iego iemu iej iej eg".split(
        " ",
      ),
    stems: [
      // Nouns and adjectives lose the vowel of their dictionary form.
      ...["a", "e", "o", "u", "y", "i", "ie", "ia"].map((ending) => ({ ending, becomes: "", bare: ending !== "ie" })),
      // The last consonant softens before the ending of some cases.
      ...["", "a", "o"].flatMap((vowel) => [
        { ending: `r${vowel}`, becomes: "rz" },
        { ending: `t${vowel}`, becomes: "c" },
        { ending: `d${vowel}`, becomes: "dz" },
        { ending: `k${vowel}`, becomes: "c" },
        { ending: `g${vowel}`, becomes: "dz" },
        { ending: `ł${vowel}`, becomes: "l" },
        { ending: `st${vowel}`, becomes: "śc" },
        { ending: `sł${vowel}`, becomes: "śl" },
        { ending: `zł${vowel}`, becomes: "źl" },
        { ending: `sm${vowel}`, becomes: "śm" },
        { ending: `sn${vowel}`, becomes: "śn" },
        { ending: `ch${vowel}`, becomes: "sz" },
      ]),
      // A vowel between the last consonants comes and goes.
      { ending: "ek", becomes: "k" },
      { ending: "iec", becomes: "c" },
      { ending: "iec", becomes: "ńc" },
      { ending: "eł", becomes: "ł" },
      { ending: "zeł", becomes: "źl" },
      { ending: "eń", becomes: "ni" },
      { ending: "ień", becomes: "ni" },
      { ending: "sień", becomes: "śni" },
      { ending: "ka", becomes: "ek", bare: true },
      { ending: "ko", becomes: "ek", bare: true },
      ...["g", "k"].flatMap((before) => [
        ...["ła", "ło"].map((end) => ({ ending: before + end, becomes: `${before}ieł`, bare: true })),
        ...["na", "no"].map((end) => ({ ending: before + end, becomes: `${before}ien`, bare: true })),
      ]),
      ...["br", "dr", "tr", "dł", "tł", "sł", "jn", "rn", "łn"].flatMap(([one = "", two = ""]) =>
        ["a", "o"].map((end) => ({ ending: one + two + end, becomes: `${one}e${two}`, bare: true })),
      ),
      // Without its ending, a noun lengthens its o or ę.
      ...["b", "d", "g", "ł", "p", "r", "w", "z", "ż"].flatMap((last) => [
        { ending: `o${last}a`, becomes: `ó${last}`, bare: true },
        { ending: `o${last}o`, becomes: `ó${last}`, bare: true },
      ]),
      { ending: "ęka", becomes: "ąk", bare: true },
      { ending: "ęta", becomes: "ąt", bare: true },
      { ending: "óźdź", becomes: "oździ" },
      { ending: "ieć", becomes: "ci" },
      { ending: "ec", becomes: "c" },
      { ending: "ies", becomes: "s" },
      { ending: "nie", becomes: "ń", bare: true },
      { ending: "ęcie", becomes: "ęć", bare: true },
      { ending: "cie", becomes: "ć", bare: true },
      { ending: "ń", becomes: "ni" },
      { ending: "ć", becomes: "ci" },
      { ending: "ść", becomes: "ści" },
      { ending: "ź", becomes: "zi" },
      { ending: "dź", becomes: "dzi" },
      { ending: "ś", becomes: "si" },
      { ending: "ń", becomes: "ni", bare: true },
      { ending: "ść", becomes: "ści", bare: true },
      { ending: "dź", becomes: "dzi", bare: true },
      { ending: "ąb", becomes: "ęb" },
      { ending: "ór", becomes: "or" },
      { ending: "ół", becomes: "oł" },
      { ending: "ób", becomes: "ob" },
      { ending: "óg", becomes: "og" },
      { ending: "ów", becomes: "ow" },
    ],
    freeOrder: true,
    denyingPrefixes: ["nie", "non"],
    organisations:
      "towarzystwo towarzystwa stowarzyszenie stowarzyszenia związek związku instytut instytutu akademia akademii klinika kliniki centrum szkoła szkoły fundacja fundacji".split(
        " ",
      ),
  },
  cues: plCues,
  comparison: plComparison,
};
