// Catalogs as PO text. Law: writing what was read changes no byte.
import type { Catalog, Entry } from "./entry.ts";
import { constantFields } from "./one-form.ts";
import { writeQuoted } from "./po-string.ts";

/** A catalog as PO text: entries that were not changed stand as they stood. */
export function writeCatalog(catalog: Catalog): string {
  const { newline } = catalog;
  // Put together once: to look at the end of a text that grows is to copy it each time.
  const parts = catalog.header === "" ? [] : [catalog.header];
  /** Where the entry before ended in the file; one that follows it there without a blank line does so again. */
  let end = catalog.header.length;
  for (const { raw, origin, ...entry } of catalog.entries) {
    const last = parts.at(-1);
    if (last !== undefined && !last.endsWith("\n")) parts.push(newline);
    const before = raw?.before ?? "";
    const gap = before === "" && last !== undefined && raw?.offset !== end ? newline : before;
    if (gap !== "") parts.push(gap);
    parts.push(raw?.lines ?? writeEntry(entry).replaceAll("\n", newline));
    end = origin ? origin.offset + origin.lines.length : -1;
  }
  return parts.join("") + catalog.tail;
}

/** One entry, in the order of GNU gettext: comments, notes, flags, previous text, texts; no line is folded. */
export function writeEntry(entry: Omit<Entry, "raw" | "origin">): string {
  const mark = entry.obsolete ? "#~ " : "";
  const flags = [...(entry.fuzzy ? ["fuzzy"] : []), ...entry.flags.filter((flag) => flag !== "fuzzy")];
  const lines = [
    ...entry.comments.map((comment) => (comment === "" ? "#" : `# ${comment}`)),
    ...entry.notes.map((note) => `#. ${note}`),
    ...(flags.length > 0 ? [`#, ${flags.join(", ")}`] : []),
    ...(entry.previous === undefined ? [] : [`#${entry.obsolete ? "~" : ""}| msgid ${writeQuoted(entry.previous)}`]),
    ...(entry.context === "" ? [] : [`${mark}msgctxt ${writeQuoted(entry.context)}`]),
    `${mark}msgid ${writeQuoted(entry.source)}`,
    `${mark}msgstr ${writeQuoted(entry.translation)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The header of a new catalog: no timestamps and no names, which would only make merges conflict (see `one-form.ts`). */
export function newCatalog(language: string, source: string): Catalog {
  const fields = new Map([
    ["Project-Id-Version", "malvakt"],
    ...constantFields.map((name): [string, string] => [name, ""]),
    ["Language", language],
    ["MIME-Version", "1.0"],
    ["Content-Type", "text/plain; charset=UTF-8"],
    ["Content-Transfer-Encoding", "8bit"],
    ["X-Source-Language", source],
  ]);
  const lines = [...fields].map(([name, value]) => writeQuoted(`${name}: ${value}\n`));
  return {
    entries: [],
    header: `msgid ""\nmsgstr ""\n${lines.join("\n")}\n`,
    fields,
    withdrawn: undefined,
    tail: "",
    newline: "\n",
  };
}
