// Remarks for the translator: `#.` lines after the notes of the page, about a text as it stands. They come and go.
import type { Message } from "../messages/message.ts";
import { sentence } from "../messages/sentence.ts";
import type { Entry } from "./entry.ts";
import { withForbiddenNamed } from "../characters.ts";
import { withComments } from "./raw.ts";

/** What the checks say of a text, with what to write instead: in English, whoever ran the command. */
export function findingRemark(rule: string, reason: Message, expected: readonly string[]): string {
  const write = expected.length === 0 ? "" : ` Write: ${expected.map((text) => `“${text}”`).join(" or ")}`;
  return oneLine(`finding ${rule}: ${sentence(reason, "en")}${write}`);
}

/** An approved text that is like this one, and its translation. */
export function similarRemark(percent: number, source: string, target: string): string {
  return oneLine(`similar ${percent} %: ${source} → ${target}`);
}

function isFinding(note: string): boolean {
  return /^finding [a-z-]+: /u.test(note);
}

function isRemark(note: string): boolean {
  return isFinding(note) || /^similar \d{1,3} %: /u.test(note);
}

/** Of a picture that the language has of its own, and that the text describes: its hash is a part of the approval. */
export function ownPictureNote({ path, sha256 }: { path: string; sha256: string }): string {
  return `own picture ${sha256.slice(0, 32)}: ${path}`;
}

/** The pictures that the notes of a text name. A tool that folds notes leaves the hash whole. */
export function ownPicturesIn(notes: readonly string[]): { path: string; hash: string }[] {
  return notes.flatMap((note) => {
    const [, hash, path = ""] = /^own picture ([\da-f]{32}):(?: (.+))?$/u.exec(note) ?? [];
    return hash === undefined ? [] : [{ path, hash }];
  });
}

/** A page's notes for a catalog: none of them looks like a remark, or names a picture. */
export function notesForCatalog(notes: readonly string[]): string[] {
  return notes.map((note) => (isRemark(note) || note.startsWith("own picture ") ? `Note: ${note}` : note));
}

/** The notes of the page, and the remarks after them; a tool may have folded a remark over several notes. */
export function splitNotes(notes: readonly string[]): { page: readonly string[]; remarks: readonly string[] } {
  const first = notes.findIndex(isRemark);
  return first === -1 ? { page: notes, remarks: [] } : { page: notes.slice(0, first), remarks: notes.slice(first) };
}

/** The remarks on similar texts, without those on findings. */
export function similarRemarks(entry: Entry): string[] {
  const kept: string[] = [];
  let isKept = true;
  for (const note of splitNotes(entry.notes).remarks) {
    if (isRemark(note)) isKept = !isFinding(note);
    if (isKept) kept.push(note);
  }
  return kept;
}

/** The entry with these remarks and no others. */
export function withRemarks(entry: Entry, remarks: readonly string[]): Entry {
  return withNotes(entry, [...splitNotes(entry.notes).page, ...remarks]);
}

/** The entry with these notes; the same one when it has them already. */
export function withNotes(entry: Entry, notes: readonly string[]): Entry {
  const same = entry.notes.length === notes.length && entry.notes.every((note, index) => note === notes[index]);
  return same ? entry : withComments(entry, entry.comments, notes);
}

function oneLine(text: string): string {
  // A finding may tell of what an answer meant, and that may be what no catalog can hold.
  return withForbiddenNamed(text).replaceAll("#-#-#", "# - # - #").replaceAll(/\s+/gu, " ").trim();
}
