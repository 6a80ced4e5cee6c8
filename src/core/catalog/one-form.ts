// The one form in which a catalog is written: each text on one line, and a header that every editor can save.
import type { Catalog, Entry } from "./entry.ts";
import { writeQuoted } from "./po-string.ts";

/**
 * Fields without which some editors cannot save. They have no value: a name or a time that changes would make merges
 * conflict, and who did what is told by the signatures.
 */
export const constantFields: readonly string[] = ["PO-Revision-Date", "Last-Translator", "Language-Team"];

/**
 * The catalog as it is written when something in it has changed: other tools fold texts, each at another column, and
 * whoever looks at the changes would see nothing else. Law: it says the same, and comments stay byte for byte.
 */
export function inOneForm(catalog: Catalog): Catalog {
  return { ...withConstantFields(catalog), entries: catalog.entries.map(entryInOneForm) };
}

function entryInOneForm(entry: Entry): Entry {
  const { raw } = entry;
  if (!raw) return entry;
  const lines = unfolded(raw.lines);
  return lines === raw.lines ? entry : { ...entry, raw: { ...raw, lines } };
}

/** A line with more of the text of the line before. */
const more = /^[ \t]*(?:#~\||#~|#\|)?[ \t]*"/u;

function unfolded(lines: string): string {
  const result: string[][] = [];
  for (const line of lines.split("\n")) {
    const mark = more.exec(line)?.[0];
    const before = result.at(-1);
    const last = before?.at(-1)?.replace(/[ \t\r]+$/u, "");
    if (mark === undefined || before === undefined || last?.endsWith('"') !== true) result.push([line]);
    else {
      before[before.length - 1] = last.slice(0, -1);
      before.push(line.slice(mark.length));
    }
  }
  return result.map((parts) => parts.join("")).join("\n");
}

/** Fields that are missing come after the others. */
function withConstantFields(catalog: Catalog): Catalog {
  const { header, newline } = catalog;
  const missing = constantFields.filter((name) => !catalog.fields.has(name));
  const own = header.trimEnd();
  // The last line of the header must be a field that is whole.
  if (missing.length === 0 || !own.endsWith(String.raw`\n"`)) return catalog;
  const added = missing.map((name) => newline + writeQuoted(`${name}: \n`)).join("");
  const fields = new Map([...catalog.fields, ...missing.map((name): [string, string] => [name, ""])]);
  return { ...catalog, fields, header: own + added + (header.slice(own.length) || newline) };
}
