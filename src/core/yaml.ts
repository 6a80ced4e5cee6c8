// YAML read strictly: every mistake, of syntax or of shape, comes with its place and with what to write.
import * as v from "valibot";
import { isMap, isNode, isPair, isScalar, visit, type Document, type ParsedNode, type YAMLParseError } from "yaml";
import { message, type Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";
import { didYouMean } from "./near-words.ts";
import { mendSlips } from "./yaml-slips.ts";

export type YamlReading<T> = {
  /** The value, unless there are mistakes. */
  value: T | undefined;
  /** What can be read of it all the same: keys with mistakes left out. */
  readable: T | undefined;
  mistakes: Mistake[];
  /** Place of the node at a path ([start, end) in the file), or of the nearest one above it. */
  placeOf: Placing;
  /** The same of the key at a path. */
  placeOfKey: Placing;
};

/** A mapping whose unknown keys are mistakes, each with the known key that it resembles. */
export function mapping<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, JSON.stringify(Object.keys(entries)));
}

/** A mapping that hands other keys through. */
export function openMapping<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.looseObject(entries, JSON.stringify(Object.keys(entries)));
}

/** What a value must be, for the checks of a schema: the library takes texts, so the message travels as one. */
export function must(reason: Message, expected: readonly string[] = []): string {
  return JSON.stringify({ reason, expected });
}

/**
 * Reads YAML 1.2 (core schema: no dates, no octal, no sexagesimal numbers) and holds it against a schema. All mistakes
 * come at once: where a line is a slip, the rest is read as if it had been written well. Aliases are refused, since a few
 * bytes of them can stand for gigabytes. `base` is added to every offset. `asWritten` are keys whose values are texts,
 * whatever YAML would make of them.
 */
export function readYaml<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  base = 0,
  asWritten: readonly string[] = [],
): YamlReading<T> {
  const { document, slips, originOf, text: mended } = mendSlips(text);
  const inFile = ([start, end]: readonly [number, number]): [number, number] => {
    const from = originOf(start);
    return [base + from, base + Math.max(Math.min(originOf(end), text.length), from + 1)];
  };
  const placeOf: Placing = (path) => inFile(placeIn(document, path, mended.length));
  const placeOfKey: Placing = (path) => inFile(placeOfKeyIn(document, path, mended.length));
  const mistakes = slips.map((slip) => ({ ...slip, start: base + slip.start, end: base + slip.end }));
  for (const error of [...document.errors, ...document.warnings]) {
    const [start, end] = inFile(error.pos);
    mistakes.push({ start, end, reason: syntaxMistake(error, mended), expected: [] });
  }
  const reading = { value: undefined, readable: undefined, mistakes, placeOf, placeOfKey };
  if (document.errors.some(({ code }) => code !== "DUPLICATE_KEY") || document.warnings.length > 0) return reading;
  keepAsWritten(document, asWritten);
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch {
    mistakes.push({ start: base, end: base + text.length, reason: message("yaml.alias"), expected: [] });
    return reading;
  }
  const result = v.safeParse(schema, plain);
  if (result.success)
    return { ...reading, value: mistakes.length > 0 ? undefined : result.output, readable: result.output };
  for (const issue of result.issues) mistakes.push(mistakeOf(issue, placeOf, placeOfKey));
  return { ...reading, readable: withoutIssues(plain, result.issues, schema) };
}

type Placing = (path: readonly (string | number)[]) => [number, number];

/** Plain values under these keys are what stands there: `2024.0` is no number, and `true` no truth. */
function keepAsWritten(document: Document.Parsed, keys: readonly string[]): void {
  if (!isMap(document.contents)) return;
  for (const { key, value } of document.contents.items) {
    if (!keys.includes(String(key)) || !isNode(value)) continue;
    visit(value, {
      Scalar: (role, node) => {
        if (role !== "key" && typeof node.value !== "string" && node.value !== null && node.source !== undefined)
          node.value = node.source;
      },
    });
  }
}

/** What can be used of a mapping in which some keys have mistakes. */
function withoutIssues<T>(
  plain: unknown,
  issues: readonly v.BaseIssue<unknown>[],
  schema: v.GenericSchema<unknown, T>,
): T | undefined {
  if (typeof plain !== "object" || plain === null || Array.isArray(plain)) return undefined;
  const wrong = new Set(issues.map(({ path }) => path?.[0]?.key));
  const rest = v.safeParse(schema, Object.fromEntries(Object.entries(plain).filter(([key]) => !wrong.has(key))));
  return rest.success ? rest.output : undefined;
}

function syntaxMistake(
  { code, message: problem, pos }: YAMLParseError | Document.Parsed["warnings"][number],
  text: string,
): Message {
  if (code === "DUPLICATE_KEY") return message("yaml.duplicate-key", { key: keyAt(text, pos[0]) });
  if (code === "TAB_AS_INDENT") return message("yaml.tab");
  return message("yaml.syntax", { problem: firstLine(problem) });
}

function keyAt(text: string, offset: number): string {
  return /^[^:\n]*/u.exec(text.slice(offset))?.[0].trim() ?? "";
}

function mistakeOf(issue: v.BaseIssue<unknown>, placeOf: Placing, placeOfKey: Placing): Mistake {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const unknownKey = issue.type === "strict_object" && issue.expected === "never";
  const last = issue.path?.at(-1);
  const wrongKey = unknownKey || (last !== undefined && "origin" in last && last.origin === "key");
  const [start, end] = (wrongKey ? placeOfKey : placeOf)(path);
  return { start, end, ...saidOf(issue, path) };
}

type Said = Pick<Mistake, "reason" | "expected">;

function saidOf(issue: v.BaseIssue<unknown>, path: (string | number)[]): Said {
  const key = path.join(".");
  const about = (reason: Message): Message =>
    key === "" ? message("shape.file", { must: reason }) : message("shape.value", { key, must: reason });
  if (isMapping(issue)) return keyMistake(issue) ?? { reason: about(message("must.be-mapping")), expected: [] };
  const own = ownMessage(issue.message);
  if (own) return { reason: about(own.reason), expected: own.expected };
  if (issue.type === "picklist") {
    const known = issue.expected?.replaceAll(/[()"]/g, "").split(" | ") ?? [];
    return { reason: about(message("must.be-known", { received: issue.received })), expected: known };
  }
  const kind = kinds[issue.type] ?? message("kind.other", { expected: issue.expected ?? "?" });
  return { reason: about(message("must.be-kind", { kind, received: issue.received })), expected: [] };
}

const kinds: Readonly<Record<string, Message>> = {
  string: message("kind.text"),
  number: message("kind.number"),
  boolean: message("kind.boolean"),
  array: message("kind.list"),
};

function isMapping({ kind, type }: v.BaseIssue<unknown>): boolean {
  return kind === "schema" && ["strict_object", "loose_object", "object", "record"].includes(type);
}

/** What a schema of ours says; the library's own texts are not JSON. */
function ownMessage(text: string): Said | undefined {
  return text.startsWith("{") ? (JSON.parse(text) as Said) : undefined;
}

/** A key too many or too few; `mapping` tells the known ones in the issue's text. */
function keyMistake(issue: v.BaseIssue<unknown>): Said | undefined {
  const key = nameOf(issue.path?.at(-1)?.key);
  if (issue.expected === "never") {
    const known = JSON.parse(issue.message) as string[];
    const meant = didYouMean(key, known);
    return meant === undefined
      ? { reason: message("shape.unknown-key", { key }), expected: known }
      : { reason: message("shape.mistyped-key", { key, meant }), expected: [meant] };
  }
  if (issue.received !== "undefined" || issue.path === undefined) return undefined;
  return { reason: message("shape.missing-key", { key }), expected: [key] };
}

function nameOf(key: unknown): string {
  return typeof key === "string" || typeof key === "number" ? String(key) : "";
}

function placeIn(document: Document.Parsed, path: readonly (string | number)[], length: number): [number, number] {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = isNode(node) ? (node as ParsedNode).range : undefined;
    if (range) return [range[0], Math.max(range[1], range[0] + 1)];
  }
  return [0, Math.max(length, 1)];
}

function placeOfKeyIn(document: Document.Parsed, path: readonly (string | number)[], length: number): [number, number] {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1)))
    : undefined;
  const range = isScalar(pair?.key) ? (pair.key as ParsedNode).range : undefined;
  return range ? [range[0], range[1]] : placeIn(document, path, length);
}

/** Of what the parser says, which goes on with the lines of the file. */
function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/[.:]$/u, "");
}
