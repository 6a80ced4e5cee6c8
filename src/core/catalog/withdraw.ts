// Withdrawals: a person takes a translation off the site, by a line at the head of its catalog. Every other byte stays.
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { readWithdrawal, type Withdrawal } from "../withdrawal.ts";
import type { Catalog } from "./entry.ts";
import { isFolded, unfold } from "./lines.ts";
import { isTranslatorComment } from "./raw.ts";

/** The withdrawal among the comments of a catalog's header; of several (git merges) the first. */
export function withdrawalOf(header: string): Withdrawal | undefined {
  return withdrawalsIn(header)[0]?.withdrawal;
}

/** The catalog with a withdrawal; one that is there already gives way to it. */
export function withdraw(catalog: Catalog, { date, name, reason }: Withdrawal): Catalog {
  const withdrawal = { date, name, reason: reason.replaceAll(/\s+/gu, " ").trim() };
  const { header, newline } = undoWithdrawal(catalog);
  const lines = linesOf(header);
  const at = lines.find(({ content }) => content !== "" && !isTranslatorComment(content))?.start ?? header.length;
  const line = `# withdrawn: ${date} ${name}: ${withdrawal.reason}${newline}`;
  return { ...catalog, withdrawn: withdrawal, header: header.slice(0, at) + line + header.slice(at) };
}

/** The catalog without any withdrawal. */
export function undoWithdrawal(catalog: Catalog): Catalog {
  let header = catalog.header;
  for (const { start, end } of withdrawalsIn(header).toReversed()) header = header.slice(0, start) + header.slice(end);
  return { ...catalog, withdrawn: undefined, header };
}

/** Comments that seem to withdraw a translation and do not: whoever wrote one believes that it is off the site. */
export function ineffectiveWithdrawals(text: string, header: string): Mistake[] {
  const known = withdrawalsIn(header);
  return [...text.matchAll(/^[ \t]*#~?[ \t]*withdrawn[ \t]*:[^\r\n]*/gimu)]
    .filter(({ index }) => !known.some(({ start, end }) => index >= start && index < end))
    .map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
      reason: message("catalog.withdrawn-elsewhere"),
      expected: [],
    }));
}

type Line = { start: number; end: number; content: string };

/** The lines of a header, without blanks around them; a byte order mark belongs to none. */
function linesOf(header: string): Line[] {
  const lines: Line[] = [];
  for (let start = header.startsWith("\uFEFF") ? 1 : 0; start < header.length;) {
    const newline = header.indexOf("\n", start);
    const end = newline === -1 ? header.length : newline + 1;
    lines.push({ start, end, content: header.slice(start, end).trim() });
    start = end;
  }
  return lines;
}

/** Every withdrawal of a header with its lines [start, end): other tools fold a long reason. */
function withdrawalsIn(header: string): { withdrawal: Withdrawal; start: number; end: number }[] {
  const found: { withdrawal: Withdrawal; start: number; end: number }[] = [];
  const lines = linesOf(header);
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (!first?.content.startsWith("# withdrawn: ")) continue;
    let text = commentOf(first);
    let last = first;
    for (let next = lines[index + 1]; next && isTranslatorComment(next.content); next = lines[index + 1]) {
      if (!isFolded(commentOf(last), commentOf(next))) break;
      text = unfold(text, commentOf(next));
      last = next;
      index++;
    }
    const withdrawal = readWithdrawal(text.slice("withdrawn: ".length));
    if (withdrawal) found.push({ withdrawal, start: first.start, end: last.end });
  }
  return found;
}

function commentOf({ content }: Line): string {
  return content.slice(1).trim();
}
