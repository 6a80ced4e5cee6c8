// Where the texts and comments of an entry stand in its file, through quotes, escapes and folded lines.
import type { EntryText } from "./entry.ts";
import { isTranslatorComment } from "./raw.ts";

type Field = "msgctxt" | "msgid" | "msgstr";
type Place = [start: number, end: number];

/** Gives the file range [start, end) of a range of a field's text; of the whole keyword's line when the text is empty. */
export function placesInEntry(origin: EntryText, field: Field): (start: number, end: number) => Place {
  let spans: Spans | undefined;
  return (start, end) => {
    spans ??= spansOf(origin.lines, field);
    const first = spans.units[start];
    const last = spans.units[Math.max(start, end - 1)] ?? spans.units.at(-1);
    const [from, to] = first && last ? [first[0], last[1]] : spans.keyword;
    return [origin.offset + from, origin.offset + Math.max(to, from)];
  };
}

/** For each UTF-16 unit of a field's text, the range of the lines that writes it. */
type Spans = { keyword: Place; units: Place[] };

function spansOf(lines: string, field: Field): Spans {
  const begin = beginOf(lines, field);
  if (!begin) return { keyword: [0, lines.length], units: [] };
  const units: Place[] = [];
  let at = begin[1];
  const goesOn = /"[ \t]*\r?\n[ \t]*(?:#~[ \t]*)?"/uy;
  for (;;) {
    while (at < lines.length && lines[at] !== '"') {
      const length = lines[at] === "\\" ? 2 : 1;
      units.push([at, at + length]);
      at += length;
    }
    goesOn.lastIndex = at;
    const next = goesOn.exec(lines);
    if (!next) break;
    at += next[0].length;
  }
  return { keyword: [begin[0], Math.min(at + 1, lines.length)], units };
}

/** Where a field's keyword begins, and where its text does after the quotation mark. */
function beginOf(lines: string, field: Field): Place | undefined {
  const keyword = new RegExp(`[ \\t]*(?:#~[ \\t]*)?${field}[ \\t]*"`, "uy");
  for (let start = 0; start < lines.length; start = lineAfter(lines, start)) {
    keyword.lastIndex = start;
    const found = keyword.exec(lines);
    if (found) return [start, start + found[0].length];
  }
  return undefined;
}

/** The file range of a translator's comment of an entry; of its first character when the comment is not there. */
export function placeOfComment({ lines, offset }: EntryText, comment: string): Place {
  for (let start = 0; start < lines.length; start = lineAfter(lines, start)) {
    const line = lines.slice(start, lineAfter(lines, start));
    const content = line.trim();
    if (!isTranslatorComment(content) || content.slice(1).trim() !== comment) continue;
    const from = offset + start + line.indexOf("#");
    return [from, from + content.length];
  }
  return [offset, offset + 1];
}

/** Only "\n" ends a line of a PO file: a text may hold U+2028, which patterns take for a line end too. */
function lineAfter(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end + 1;
}
