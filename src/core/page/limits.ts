// Limits before parsing: some short inputs keep any Markdown parser busy for hours, or overflow its stack.
import { message, type Message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";

/** Chosen far above any page for readers, and measured to keep the worst allowed page within seconds and 700 MB. */
export const limits = {
  /** UTF-16 code units of a page. */
  pageLength: 1_000_000,
  /** UTF-16 code units of one line. */
  lineLength: 500_000,
  /** Lines of a page that are not blank: a parser keeps thousands of bytes for each. */
  lines: 25_000,
  /** Marks of emphasis, code, links, tables and HTML in a page: each takes as much as a line. */
  marks: 30_000,
  /** Headings with a line of === or --- below them: a parser looks back through the whole page at each. */
  underlines: 1_000,
  /** Quotes and lists around one line (four columns of indent count as one), and open brackets in one block. */
  nesting: 100,
  /** Runs of `*`, `_`, `~` and backticks, `<`, brackets and hard line breaks in one block (between blank lines). */
  delimiters: 2_000,
};

/** The first place where a page is beyond a limit. */
export function exceedsLimits(text: string): Mistake | undefined {
  let lineStart = 0;
  const block: Block = { delimiters: 0, brackets: 0 };
  const page: PageCount = { lines: 0, marks: 0, underlines: 0 };
  while (lineStart < text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    const found = lineBeyond(text, lineStart, lineEnd, block) ?? pageBeyond(text, lineStart, lineEnd, page);
    if (found) return found;
    lineStart = lineEnd + 1;
  }
  return undefined;
}

type Block = { delimiters: number; brackets: number };
type PageCount = { lines: number; marks: number; underlines: number };

function pageBeyond(text: string, start: number, end: number, page: PageCount): Mistake | undefined {
  const line = text.slice(start, end);
  if (line.trim() === "") return undefined;
  page.lines++;
  page.marks += line.match(/\*+|_+|~+|`+|[[\]<|]/gu)?.length ?? 0;
  // Tabs, blanks and > before it: in quotes and lists it makes headings too.
  if (/^[ \t>]*(?:=+|-+)[ \t]*\r?$/u.test(line)) page.underlines++;
  const reason = reasonOfPage(text.length, end, page);
  return reason && mistake(start, Math.max(end, start + 1), reason);
}

function reasonOfPage(count: number, end: number, { lines, marks, underlines }: PageCount): Message | undefined {
  if (end > limits.pageLength) return message("limit.characters", { count, most: limits.pageLength });
  if (lines > limits.lines) return message("limit.lines", { most: limits.lines });
  if (marks > limits.marks) return message("limit.marks", { most: limits.marks });
  return underlines > limits.underlines ? message("limit.underlines", { most: limits.underlines }) : undefined;
}

function lineBeyond(text: string, start: number, end: number, block: Block): Mistake | undefined {
  const line = text.slice(start, end);
  const markers =
    /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u.exec(line.slice(0, 4 * limits.nesting * 4))?.[0] ?? "";
  const indent = (/^[ \t]*/u.exec(markers)?.[0] ?? "").replaceAll("\t", "    ").length;
  const depth = (markers.match(/[>+*.)-]/gu) ?? []).length + Math.floor(indent / 4);
  if (depth > limits.nesting) {
    return mistake(start, start + 1, message("limit.nesting", { depth, most: limits.nesting }));
  }
  if (line.trim() === "") Object.assign(block, { delimiters: 0, brackets: 0 });
  for (const match of line.matchAll(/\*+|_+|~+|`+|[[\]<]|(?: {2}|\\)\r?$/gu)) {
    // A parser looks for the end of every run of backticks of a new length.
    block.delimiters += match[0].startsWith("`") ? Math.ceil(match[0].length / 10) : 1;
    if (match[0] === "[") block.brackets++;
    if (match[0] === "]") block.brackets = Math.max(0, block.brackets - 1);
    if (block.delimiters > limits.delimiters)
      return tooMany(start, match, message("limit.block-marks", { most: limits.delimiters }));
    if (block.brackets > limits.nesting)
      return tooMany(start, match, message("limit.brackets", { most: limits.nesting }));
  }
  const count = end - start;
  return count > limits.lineLength
    ? mistake(start, start + 1, message("limit.line", { count, most: limits.lineLength }))
    : undefined;
}

function tooMany(lineStart: number, match: RegExpExecArray, reason: Message): Mistake {
  const at = lineStart + match.index;
  return mistake(at, at + match[0].length, reason);
}

function mistake(start: number, end: number, reason: Message): Mistake {
  return { start, end, reason, expected: [] };
}
