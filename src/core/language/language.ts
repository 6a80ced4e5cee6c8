// The shape of one language's data: everything in the product that differs from language to language.
import type { Comparison } from "./compare.ts";
import type { Cues } from "./cues.ts";
import type { WordForms } from "./words.ts";

/** Kinds of alerts: blocks that catch the eye. */
export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

/** What the product knows of one language. Logic asks these fields; it never asks which language it has. */
export type Language = {
  /** BCP 47 code, as in `malvakt.yaml` and in the `lang` attribute. */
  code: string;
  /** The language's name in English, for reports. */
  name: string;
  /** The language's name in itself, for menus on sites. */
  ownName: string;
  direction: "ltr" | "rtl";
  /** Words that the pipeline itself writes into a page. */
  labels: {
    /** Heading of the list of footnotes. */
    footnotes: string;
    /** Label of the link from a footnote back to its mark; `reference` is "1", or "1-2" for its second mark. */
    backToReference: (reference: string) => string;
    /** A sentence that keeps two things apart, each named in its dictionary form. */
    isNot: (one: string, other: string) => string;
    /** Labels of alerts, in growing earnest. */
    alerts: Readonly<Record<AlertKind, string>>;
  };
  /** How words change their form, for finding terms. */
  words: WordForms;
  /** Words that show how two terms are related, for finding equated concepts. */
  cues: Cues;
  /** What a translation is compared with its source by. */
  comparison: Comparison;
};
