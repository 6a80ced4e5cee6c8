// Where the texts of an entry stand in its file, through quotes, escapes and folded lines.
import type { EntryText } from "./entry.ts";

type Field = "msgctxt" | "msgid" | "msgstr";

/** The file range [start, end) of a range of an entry's text; of the whole keyword's line when the text is empty. */
export function placeInEntry(origin: EntryText, field: Field, start: number, end: number): [number, number] {
  const spans = spansOf(origin.lines, field);
  const first = spans.units[start];
  const last = spans.units[Math.max(start, end - 1)] ?? spans.units.at(-1);
  const [from, to] = first && last ? [first[0], last[1]] : spans.keyword;
  return [origin.offset + from, origin.offset + Math.max(to, from)];
}

/** For each UTF-16 unit of a field's text, the range of the lines that writes it. */
function spansOf(lines: string, field: Field): { keyword: [number, number]; units: [number, number][] } {
  const begin = new RegExp(`^[ \\t]*(?:#~[ \\t]*)?${field}[ \\t]*"`, "mu").exec(lines);
  if (!begin) return { keyword: [0, lines.length], units: [] };
  const units: [number, number][] = [];
  let at = begin.index + begin[0].length;
  for (;;) {
    while (at < lines.length && lines[at] !== '"') {
      const length = lines[at] === "\\" ? 2 : 1;
      units.push([at, at + length]);
      at += length;
    }
    const next = /^"[ \t]*\r?\n[ \t]*(?:#~[ \t]*)?"/u.exec(lines.slice(at));
    if (!next) break;
    at += next[0].length;
  }
  return { keyword: [begin.index, Math.min(at + 1, lines.length)], units };
}
