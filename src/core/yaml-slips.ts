// Slips of people who write YAML by hand: what to write instead, and the text with that put in, so that the rest is read too.
import { isAlias, parseDocument, visit, type Document } from "yaml";
import { message, type Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

export type Mended = {
  text: string;
  document: Document.Parsed;
  slips: Mistake[];
  /** The offset in the text as it was written. */
  originOf: (offset: number) => number;
};

type Repair = { start: number; end: number; write: string; reason: Message };

/** A file in which more lines than this cannot be read was not mistyped. */
const mostTried = 100;

/** YAML 1.2, core schema: no dates, no octal, no sexagesimal numbers. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, { schema: "core", strict: true, uniqueKeys: true, prettyErrors: false });
}

/**
 * Takes for slips those lines without which nothing would be wrong, or less: each is one that cannot be read on its own.
 * A quote that is never closed hides what is wrong after it, so all are mended first, and what did not need it is undone.
 */
export function mendSlips(text: string): Mended {
  const document = parseYaml(text);
  const wrong = troublesIn(document, text);
  const candidates = wrong === 0 ? [] : repairsIn(text);
  let repairs = candidates.length > mostTried ? [] : candidates;
  const troublesWith = (some: readonly Repair[]): number => {
    const attempt = written(text, some);
    return troublesIn(parseYaml(attempt), attempt);
  };
  let left = repairs.length === 0 ? wrong : troublesWith(repairs);
  for (const repair of repairs) {
    const others = repairs.filter((other) => other !== repair);
    const without = troublesWith(others);
    if (without > left) continue;
    [repairs, left] = [others, without];
  }
  const mended = written(text, repairs);
  const slips = repairs.map(({ start, end, write, reason }) => ({
    start,
    end: Math.max(end, start + 1),
    reason,
    expected: write === noLine ? [] : [write],
  }));
  return {
    text: mended,
    document: repairs.length === 0 ? document : parseYaml(mended),
    slips,
    originOf: (offset) => originOf(offset, repairs),
  };
}

/** What a line that cannot be read is taken out with: a comment of the same length. */
const noLine = "#";

/** What each line that cannot be read on its own was most likely meant as. */
function repairsIn(text: string): Repair[] {
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const repair = repairOf(line.replace(/\r$/u, ""));
    const placed = repair && { ...repair, start: at + repair.start, end: at + repair.end };
    at += line.length + 1;
    return placed ?? [];
  });
}

/** Offsets are those of the line. */
function repairOf(line: string): Repair | undefined {
  const indent = /^[ ]*\t[ \t]*(?=\S)/u.exec(line)?.[0];
  if (indent !== undefined)
    return { start: 0, end: indent.length, write: " ".repeat(indent.length), reason: message("yaml.tab") };
  const [, key, blanks = "", value = ""] =
    /^([ \t]*(?:- +)*[^\s:#"'[\]{},&*!|>%@`-][^:#]*:)([ \t]+)(\S.*?)[ \t]*$/u.exec(line) ?? [];
  if (key !== undefined) {
    const alone = line.trim().replace(/^(?:- +)+/u, "");
    if (isUnfinished(value) || troublesIn(parseYaml(alone), alone) === 0) return undefined;
    const start = key.length + blanks.length;
    const { length } = beforeComment(value);
    const write = quoted(value.slice(0, length));
    const reason = message("yaml.quotes", { written: `${key.trim().replace(/^(?:- +)+/u, "")} ${write}` });
    return { start, end: start + length, write, reason };
  }
  const [, before = "", name, said = ""] = /^([ \t]*(?:- +)*)([\w-]+):([^\s/].*?)[ \t]*$/u.exec(line) ?? [];
  if (name !== undefined) {
    const [start, write] = [before.length, `${name}: ${said}`];
    const reason = message("yaml.colon-blank", { written: write });
    return { start, end: start + write.length - 1, write, reason };
  }
  if (!/^[^\s#:-][^:]*$/u.test(line)) return undefined;
  return { start: 0, end: 1, write: noLine, reason: message("yaml.no-key", { line: line.trim() }) };
}

/** A list or mapping whose bracket is not closed is no text; with words after its bracket it is one. */
function isUnfinished(value: string): boolean {
  return /^[[{]/u.test(value) && !/[\]}][^\]},]*[^\s\]},]/u.test(value);
}

function beforeComment(value: string): string {
  return /^(.*?)[ \t]+#(?!\S)/u.exec(value)?.[1] ?? value;
}

/** A value with quotes around it; a quote that was never closed is closed. */
function quoted(value: string): string {
  return inQuotes(/^(["'])([^"']*)$/u.exec(value)?.[2] ?? value);
}

function inQuotes(value: string): string {
  if (!/["\\]/u.test(value)) return `"${value}"`;
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}

/** How much of a document cannot be read; an alias of nothing is a text that begins with an asterisk. */
function troublesIn(document: Document.Parsed, text: string): number {
  let aliases = 0;
  if (text.includes("*"))
    visit(document, (_, node) => {
      if (isAlias(node) && !text.includes(`&${node.source}`)) aliases += 1;
    });
  return document.errors.length + document.warnings.length + aliases;
}

function written(text: string, repairs: readonly Repair[]): string {
  return repairs.reduceRight((whole, { start, end, write }) => whole.slice(0, start) + write + whole.slice(end), text);
}

function originOf(offset: number, repairs: readonly Repair[]): number {
  let moved = 0;
  for (const { start, end, write } of repairs) {
    if (offset <= start + moved) break;
    if (offset < start + moved + write.length) return Math.min(end, offset - moved);
    moved += write.length - (end - start);
  }
  return offset - moved;
}
