// Changes of an entry's comments alone: signing, and notes for translators. Every other byte of it stays.
import type { Entry } from "./entry.ts";
import { approvalLine, isMachineLine } from "./state.ts";

/** The entry with other comments and notes; its texts, flags and references stay as they are written. */
export function withComments(entry: Entry, comments: readonly string[], notes: readonly string[]): Entry {
  const changed = { ...entry, comments, notes };
  if (!entry.raw) return changed;
  const newline = entry.raw.lines.includes("\r\n") ? "\r\n" : "\n";
  const kept = entry.raw.lines.split(/\r?\n/u).filter((line) => !/^[ \t]*#(?:$|[ \t.]|[^:,=|~@!.])/u.test(line));
  const lines = [
    ...comments.map((comment) => (comment === "" ? "#" : `# ${comment}`)),
    ...notes.map((note) => `#. ${note}`),
    ...kept,
  ];
  return { ...changed, raw: { ...entry.raw, lines: lines.join(newline) } };
}

/** The entry with a person's approval. Lines that no longer hold give way to it, and so does the text it replaces. */
export function approve(entry: Entry, name: string, date: string): Entry {
  const comments = entry.comments.filter((comment) => !isMachineLine(comment));
  const signed = withComments(entry, [...comments, approvalLine(entry, name, date)], entry.notes);
  const lines = signed.raw?.lines.replaceAll(/^[ \t]*#\|.*\r?\n/gmu, "");
  return { ...signed, previous: undefined, raw: signed.raw && { ...signed.raw, lines: lines ?? "" } };
}
