// An entry of a catalog: one unit's text and translation, with the comments of tools and people kept as they are.
import type { Withdrawal } from "../withdrawal.ts";

export type Entry = {
  /** `msgctxt`; empty for none. */
  context: string;
  /** `msgid`. */
  source: string;
  /** `msgstr`; empty for untranslated. */
  translation: string;
  /** `#| msgid`: the source text that the translation was approved for. */
  previous: string | undefined;
  /** Translator comments (`# `), without the mark. Draft, approval and waiver lines are among them. */
  comments: readonly string[];
  /** Comments for translators (`#.`), without the mark. */
  notes: readonly string[];
  /** Flags of `#,` and `#=` lines, `fuzzy` aside. */
  flags: readonly string[];
  /** Marked as not to be used without a look, by `fuzzy` or a workflow flag that is not known here. */
  fuzzy: boolean;
  obsolete: boolean;
  /** How it stands in the file. Undefined once it was changed: then it is written anew. */
  raw: EntryText | undefined;
  /** Where it came from in the file, changed or not: findings point there. */
  origin: EntryText | undefined;
};

export type EntryText = {
  /** Blank lines before the entry. */
  before: string;
  /** All lines of the entry, with their line ends. */
  lines: string;
  /** UTF-16 offset of `lines` in the file. */
  offset: number;
};

export type Catalog = {
  entries: Entry[];
  /** The header entry as it stands in the file; empty for none. */
  header: string;
  /** Fields of the header, for example `Language`. */
  fields: ReadonlyMap<string, string>;
  /** Who took the translation off the site, if someone did: it is not published until that is undone. */
  withdrawn: Withdrawal | undefined;
  /** What follows the last entry. */
  tail: string;
  /** The line end of the file. */
  newline: "\n" | "\r\n";
};

/** Identifies an entry within its catalog, and the unit that it belongs to. */
export function entryKey(entry: { context: string; source: string }): string {
  return `${entry.context}\u0004${entry.source}`;
}

/** An entry for a unit that has no translation yet. */
export function newEntry(context: string, source: string, notes: readonly string[]): Entry {
  return {
    context,
    source,
    translation: "",
    previous: undefined,
    comments: [],
    notes,
    flags: [],
    fuzzy: false,
    obsolete: false,
    raw: undefined,
    origin: undefined,
  };
}
