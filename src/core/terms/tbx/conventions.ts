// What the TBX reader and writer agree on: TBX-Basic of versions 2 and 3, DCA style, and how it holds what TBX has no field for.
import type { TermStatus } from "../termbase.ts";

export type TbxVersion = 2 | 3;

/** What the versions call the same things. */
export const namesOf = {
  2: { root: "martif", header: "martifHeader", entry: "termEntry", language: "langSet", term: "tig" },
  3: { root: "tbx", header: "tbxHeader", entry: "conceptEntry", language: "langSec", term: "termSec" },
} as const;

/** Namespace of ISO 30042:2019. */
export const namespace = "urn:iso:std:iso:30042:ed-2";

/** Stands in `sourceDesc`: in a file that says so, blanks in texts and regions of languages are kept as they are. */
export const origin = "Målvakt termbase";

/** For a person who opens the file: what TBX-Basic has no data category for. */
export const conventions = [
  "A crossReference with the text distinctFrom names a concept that must never be equated with this one.",
  "A note of a term that begins with form: is an irregular form of that term; note: before any other note may be left out.",
  "A note of a term that begins with family: is a word of another class that stands for that term in a translation.",
  "A language without terms has one empty term, since TBX demands one.",
  "Characters that an id cannot hold are written as _xHHHH_ (ISO/IEC 9075-14).",
];

/** Text of a cross reference to a concept that must never be equated with this one. */
export const distinct = "distinctFrom";

export const formPrefix = "form: ";
export const familyPrefix = "family: ";
export const notePrefix = "note: ";

/** Language of a concept that has no terms in any. */
export const noLanguage = "und";

export const statusWords: Readonly<Record<TermStatus, string>> = {
  preferred: "preferredTerm-admn-sts",
  admitted: "admittedTerm-admn-sts",
  deprecated: "deprecatedTerm-admn-sts",
};

/** The concept id as an XML name; `conceptId` undoes it. Letters that every edition of XML 1.0 takes stay. */
export function xmlId(id: string): string {
  const escape = (char: string): string => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `_x${code.padStart(code.length > 4 ? 6 : 4, "0")}_`;
  };
  return id.replaceAll(/_(?=x)|[^\w.\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF-]/gu, escape).replace(/^[\d.-]/u, escape);
}

/** The concept id of an XML id. */
export function conceptId(id: string): string {
  return id.replaceAll(/_x([\dA-F]{4}|[\dA-F]{6})_/gu, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
