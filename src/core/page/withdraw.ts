// A person takes a whole page off the site, by a line in its front matter, or takes that back. Every other byte stays.
import { isMap, isScalar, parseDocument, type Document } from "yaml";
import type { Withdrawal } from "../withdrawal.ts";

/** The page with a withdrawal, in the place of one that is there; undefined when its front matter is not plain enough. */
export function withdrawPage(text: string, { date, name, reason }: Withdrawal): string | undefined {
  const before = undoPageWithdrawal(text);
  if (before === undefined) return undefined;
  const line = `withdrawn: ${JSON.stringify(`${date} ${name}: ${reason}`)}`;
  const block = blockOf(before);
  if (!block) {
    const [, mark = "", body = ""] = /^(\uFEFF?)(.*)$/su.exec(before) ?? [];
    const newline = lineEndOf(before);
    return [`${mark}---`, line, "---", "", body].join(newline);
  }
  const after = `${before.slice(0, block.end)}${line}${lineEndOf(before)}${before.slice(block.end)}`;
  return saysTheSame(before, after) ? after : undefined;
}

/** The page without a withdrawal; undefined when its front matter is not plain enough to be changed by a program. */
export function undoPageWithdrawal(text: string): string | undefined {
  const block = blockOf(text);
  if (!block) return text;
  const document = parse(text.slice(block.start, block.end));
  if (document.errors.length > 0) return undefined;
  if (!isMap(document.contents)) return document.contents === null ? text : undefined;
  const items = document.contents.items;
  const at = items.findIndex(({ key }) => isScalar(key) && key.value === "withdrawn");
  const own = items[at];
  if (!own) return text;
  const start = block.start + (startOf(own.key) ?? 0);
  const next = items[at + 1];
  const end = next ? block.start + (startOf(next.key) ?? 0) : block.end;
  const after = text.slice(0, start) + text.slice(end);
  return saysTheSame(text, after) ? after : undefined;
}

/** Where the YAML between the two lines `---` stands. */
function blockOf(text: string): { start: number; end: number } | undefined {
  const found = /^\uFEFF?---[ \t]*\r?\n((?:(?!---[ \t]*(?:\r?\n|$)).*(?:\r?\n|$))*)---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!found) return undefined;
  const start = found[0].indexOf("\n") + 1;
  return { start, end: start + (found[1] ?? "").length };
}

function parse(yaml: string): Document.Parsed {
  return parseDocument(yaml, { schema: "core", prettyErrors: false });
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[0] : undefined;
}

/** Whether two pages differ in nothing but a withdrawal. */
function saysTheSame(one: string, other: string): boolean {
  const [kept, changed] = [one, other].map((text) => {
    const block = blockOf(text);
    if (!block) return undefined;
    const document = parse(text.slice(block.start, block.end));
    if (document.errors.length > 0) return undefined;
    const { withdrawn: _, ...others } = (document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>;
    return JSON.stringify([others, text.slice(block.end)]);
  });
  return kept !== undefined && kept === changed;
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
