// The shape of one language's data: everything in the product that differs from language to language.
import type { Comparison } from "./compare.ts";
import type { Cues } from "./cues.ts";
import type { WordForms } from "./words.ts";

/** Kinds of alerts: blocks that catch the eye. */
export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

/** "Translated from Norwegian, checked by Kari Nordmann, 23 November 2026, original." */
export type Provenance = {
  translatedFrom: (language: string) => string;
  /** What `translatedFrom` calls the languages that pages are written in, by code. */
  languages: Readonly<Record<string, string>>;
  checkedBy: (names: string) => string;
  /** The words that lead to what was translated. */
  original: string;
  /** Between the parts of the note, and between names. */
  comma: string;
  /** Between the last two names. */
  and: string;
  date: (day: number, month: string, year: number) => string;
  /** As a date has them, from January on. */
  months: readonly string[];
};

/** What the product knows of one language. Logic asks these fields; it never asks which language it has. */
export type Language = {
  /** BCP 47 code, as in `malvakt.yaml` and in the `lang` attribute. */
  code: string;
  /** The language's name in English, for reports. */
  name: string;
  /** The language's name in itself, for menus on sites. */
  ownName: string;
  direction: "ltr" | "rtl";
  /** The code with a country, as Open Graph wants one, where the code itself names none. */
  openGraphLocale: string;
  /** Words that the pipeline itself writes into a page. */
  labels: {
    /** Heading of the list of footnotes. */
    footnotes: string;
    /** Label of the link from a footnote back to its mark; `reference` is "1", or "1-2" for its second mark. */
    backToReference: (reference: string) => string;
    /** Name of a table that has no caption and no heading above it. */
    table: string;
    /** What `embed.js` says to readers of a page. */
    embed: {
      /** Name of the menu of languages. */
      languages: string;
      /** Over the source's text, for readers of this language. */
      notInLanguage: string;
      /** In place of a text that was taken off the site. */
      notAvailable: string;
      /** After a reader asked for a language and its text did not come. */
      notLoaded: string;
    };
    /** A sentence that keeps two things apart, each named in its dictionary form. */
    isNot: (one: string, other: string) => string;
    /** What readers are told of a version that was to be replaced and could not be yet. */
    outdated: { since: (date: string) => string; undated: string };
    /** Labels of alerts, in growing earnest. */
    alerts: Readonly<Record<AlertKind, string>>;
  };
  /** What the note under a translation is made of. */
  provenance: Provenance;
  /** How words change their form, for finding terms. */
  words: WordForms;
  /** Words that show how two terms are related, for finding equated concepts. */
  cues: Cues;
  /** What a translation is compared with its source by. */
  comparison: Comparison;
};
