// Ukrainian.
import { ukComparison } from "./compare/uk.ts";
import { ukCues } from "./cues/uk.ts";
import type { Language } from "./language.ts";

export const uk: Language = {
  code: "uk",
  name: "Ukrainian",
  ownName: "українська",
  direction: "ltr",
  openGraphLocale: "uk_UA",
  labels: {
    footnotes: "Примітки",
    backToReference: (reference) => `Назад до посилання ${reference}`,
    table: "Таблиця",
    embed: {
      languages: "Мова",
      notInLanguage: "Цього тексту немає українською. Тут він мовою оригіналу.",
      notAvailable: "Цей текст зараз недоступний.",
      notLoaded: "Не вдалося завантажити текст. Спробуйте пізніше.",
    },
    isNot: (one, other) => `${one} — це не ${other}`,
    outdated: {
      since: (date) => `Цей текст від ${date}. Новіша версія готується.`,
      undated: "Новіша версія цього тексту готується.",
    },
    alerts: {
      note: "Примітка",
      tip: "Порада",
      important: "Важливо",
      warning: "Попередження",
      caution: "Обережно",
    },
  },
  provenance: {
    translatedFrom: (language) => `Переклад з ${language}`,
    languages: {
      ar: "арабської",
      da: "данської",
      de: "німецької",
      en: "англійської",
      nb: "норвезької",
      nn: "нюношк",
      pl: "польської",
      sv: "шведської",
      uk: "української",
    },
    checkedBy: (names) => `перевірка: ${names}`,
    original: "оригінал",
    comma: ", ",
    and: " і ",
    date: (day, month, year) => `${day} ${month} ${year} року`,
    months: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
  },
  words: {
    endings:
      "а я у ю и і ї о е є ою ею єю ам ям ами ями ах ях ів їв ей ові еві єві ом ем єм ий ій ого ому им ім их ими ої ої у ти ья ьою".split(
        " ",
      ),
    stems: [
      ...["а", "я", "о", "е", "ий", "ій", "ь"].map((ending) => ({ ending, becomes: "", bare: true })),
      { ending: "ка", becomes: "ок", bare: true },
      { ending: "ка", becomes: "ц" },
      { ending: "га", becomes: "з" },
      { ending: "ія", becomes: "і" },
      { ending: "ння", becomes: "нн" },
      { ending: "ння", becomes: "нь", bare: true },
    ],
    freeOrder: true,
    script: "Cyrillic",
    organisations: "товариство асоціація інститут академія клініка центр школа фонд".split(" "),
  },
  cues: ukCues,
  comparison: ukComparison,
};
