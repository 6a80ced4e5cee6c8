// What publishing adds to a filled page, beyond what law 1 compares: the one list of it.
import type { Language } from "../language/language.ts";
import { nameCheckboxes } from "./add/checkboxes.ts";
import { nameFootnotes } from "./add/footnotes.ts";
import { nameLinkLanguages } from "./add/link-languages.ts";
import { isolateNumbers } from "./add/numbers.ts";
import { writeQuotationMarks } from "./add/quotation-marks.ts";
import { surroundTables } from "./add/table-regions.ts";
import { readMarkup, writeMarkup, type Piece } from "./markup.ts";

/** What additions need to know of the page. */
export type Reader = {
  language: Language;
  /** The language of the page that an address leads to, where it is another one. */
  otherLanguageAt: (address: string) => string | undefined;
};

type Addition = (markup: readonly Piece[], reader: Reader) => Piece[];

/** In this order: regions and boxes are named with the words as they are published. */
const additions: readonly Addition[] = [
  nameFootnotes,
  nameLinkLanguages,
  writeQuotationMarks,
  surroundTables,
  nameCheckboxes,
  isolateNumbers,
];

/** The HTML of a filled page with all that publishing adds. */
export function addTo(html: string, reader: Reader): string {
  return writeMarkup(additions.reduce((markup, add) => add(markup, reader), readMarkup(html)));
}
