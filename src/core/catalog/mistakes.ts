// What keeps a catalog as a whole from being read: what no text may hold, left-overs of merges, doubles, an empty file.
import { forbiddenCharacterIn, kindOfStray } from "../characters.ts";
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { entryKey, type Entry } from "./entry.ts";

/** Characters that no text may hold, and carriage returns that end no line: the first of each. */
export function strayCharacters(text: string): Mistake[] {
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  const mistakes: Mistake[] = [];
  const stray = forbiddenCharacterIn(text.slice(first));
  if (stray) {
    const reason = message("character.forbidden", { name: stray.name, kind: kindOfStray(stray) });
    mistakes.push({ start: first + stray.start, end: first + stray.end, reason, expected: [] });
  }
  const lone = /\r(?!\n)/u.exec(text)?.index;
  if (lone !== undefined) {
    const reason = message("catalog.carriage-return");
    mistakes.push({ start: lone, end: lone + 1, reason, expected: [] });
  }
  return mistakes;
}

/** An empty file is what is left of work, not a catalog without any: it must not be taken for one, nor written over. */
export function headless(text: string): Mistake {
  const reason = /^\s*$/u.test(text) ? message("catalog.empty") : message("catalog.no-header");
  return { start: 0, end: 1, reason, expected: [] };
}

export function wrongCharset(text: string, contentType: string | undefined): Mistake[] {
  const charset = /charset=([\w-]+)/iu.exec(contentType ?? "")?.[1];
  if (charset === undefined || /^(utf-?8|charset)$/iu.test(charset)) return [];
  const start = text.indexOf(charset);
  const reason = message("catalog.charset", { charset });
  return [{ start, end: start + charset.length, reason, expected: ["UTF-8"] }];
}

/** A line that git leaves where two people changed the same: in a file, or in a text that was pasted from one. */
export function isConflictMark(line: string): boolean {
  return /^(?:(?:<{7}|>{7}|\|{7})(?: |$)|={7}$)/u.test(line);
}

/** Entries whose key stands in the file before. Lines are counted once, since a whole file may stand twice. */
export function doubles(text: string, entries: readonly Entry[]): Mistake[] {
  const firstLine = new Map<string, number>();
  const mistakes: Mistake[] = [];
  let counted = 0;
  let line = 1;
  for (const entry of entries) {
    const key = entryKey(entry);
    const { offset, lines } = entry.raw ?? { offset: 0, lines: "" };
    for (; counted < offset; counted++) if (text[counted] === "\n") line++;
    const first = firstLine.get(key);
    if (first === undefined) firstLine.set(key, line);
    else {
      const reason = message("catalog.duplicate", { line: first });
      mistakes.push({ start: offset, end: offset + Math.max(1, lines.length), reason, expected: [] });
    }
  }
  return mistakes;
}
