// Limits before parsing: some short inputs keep any Markdown parser busy for hours, or overflow its stack.
import type { Mistake } from "../yaml.ts";

/** Chosen far above any page for readers, and measured to keep the worst allowed page within seconds. */
export const limits = {
  /** UTF-16 code units of a page. */
  pageLength: 8_000_000,
  /** UTF-16 code units of one line. */
  lineLength: 2_000_000,
  /** Quotes and lists around one line (four columns of indent count as one), and open brackets in one block. */
  nesting: 100,
  /** Runs of `*`, `_`, `~` and backticks, `<`, brackets and hard line breaks in one block (between blank lines). */
  delimiters: 2_000,
};

/** The first place where a page is beyond a limit. */
export function exceedsLimits(text: string): Mistake | undefined {
  if (text.length > limits.pageLength) {
    return mistake(0, 1, `This page has ${text.length} characters; ${limits.pageLength} is the most.`, "several pages");
  }
  let lineStart = 0;
  const block = { delimiters: 0, brackets: 0 };
  while (lineStart < text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    const found = lineBeyond(text, lineStart, lineEnd, block);
    if (found) return found;
    lineStart = lineEnd + 1;
  }
  return undefined;
}

function lineBeyond(
  text: string,
  start: number,
  end: number,
  block: { delimiters: number; brackets: number },
): Mistake | undefined {
  if (end - start > limits.lineLength) {
    return mistake(
      start,
      start + 1,
      `This line has ${end - start} characters; ${limits.lineLength} is the most.`,
      "shorter lines",
    );
  }
  const line = text.slice(start, end);
  const markers =
    /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u.exec(line.slice(0, 4 * limits.nesting * 4))?.[0] ?? "";
  const indent = (/^[ \t]*/u.exec(markers)?.[0] ?? "").replaceAll("\t", "    ").length;
  const depth = (markers.match(/[>+*.)-]/gu) ?? []).length + Math.floor(indent / 4);
  if (depth > limits.nesting) {
    return mistake(
      start,
      start + 1,
      `Quotes and lists are nested ${depth} deep or more here; ${limits.nesting} is the most.`,
      "fewer > and list markers",
    );
  }
  if (line.trim() === "") Object.assign(block, { delimiters: 0, brackets: 0 });
  for (const match of line.matchAll(/\*+|_+|~+|`+|[[\]<]|(?: {2}|\\)\r?$/gu)) {
    // A parser looks for the end of every run of backticks of a new length.
    block.delimiters += match[0].startsWith("`") ? Math.ceil(match[0].length / 10) : 1;
    if (match[0] === "[") block.brackets++;
    if (match[0] === "]") block.brackets = Math.max(0, block.brackets - 1);
    if (block.delimiters > limits.delimiters)
      return tooMany(
        start,
        match,
        `more than ${limits.delimiters} marks of emphasis, code, links, HTML and line breaks`,
      );
    if (block.brackets > limits.nesting)
      return tooMany(start, match, `more than ${limits.nesting} brackets open at once`);
  }
  return undefined;
}

function tooMany(lineStart: number, match: RegExpExecArray, what: string): Mistake {
  const at = lineStart + match.index;
  return mistake(
    at,
    at + match[0].length,
    `This block has ${what}, which no parser reads in reasonable time.`,
    "several blocks, or \\ before marks that are meant as text",
  );
}

function mistake(start: number, end: number, reason: string, expected: string): Mistake {
  return { start, end, reason, expected: [expected] };
}
