// YAML read strictly: every mistake, of syntax or of shape, comes with its place and with what to write.
import * as v from "valibot";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type ParsedNode } from "yaml";
import { message, type Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";
import { didYouMean } from "./near-words.ts";

export type YamlReading<T> = {
  /** The value, unless a mistake makes it unusable. */
  value: T | undefined;
  mistakes: Mistake[];
  /** Place of the node at a path ([start, end) in the file), or of the nearest one above it. */
  placeOf: (path: readonly (string | number)[]) => [number, number];
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
 * Reads YAML 1.2 (core schema: no dates, no octal, no sexagesimal numbers) and holds it against a schema.
 * Aliases are refused, since a few bytes of them can stand for gigabytes. `base` is added to every offset.
 */
export function readYaml<T>(text: string, schema: v.GenericSchema<unknown, T>, base = 0): YamlReading<T> {
  const document = parseDocument(text, {
    schema: "core",
    strict: true,
    uniqueKeys: true,
    lineCounter: new LineCounter(),
    prettyErrors: false,
  });
  const placeOf = (path: readonly (string | number)[]): [number, number] => placeIn(document, path, base, text.length);
  const mistakes: Mistake[] = [...document.errors, ...document.warnings].map((error) => ({
    start: base + error.pos[0],
    end: base + Math.max(error.pos[1], error.pos[0] + 1),
    reason: message("yaml.syntax", { problem: firstLine(error.message) }),
    expected: [],
  }));
  if (mistakes.length > 0) return { value: undefined, mistakes, placeOf };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 });
  } catch {
    return {
      value: undefined,
      mistakes: [
        {
          start: base,
          end: base + text.length,
          reason: message("yaml.alias"),
          expected: [],
        },
      ],
      placeOf,
    };
  }
  const result = v.safeParse(schema, plain ?? {});
  if (result.success) return { value: result.output, mistakes, placeOf };
  for (const issue of result.issues) mistakes.push(mistakeOf(issue, document, base, text.length));
  return { value: undefined, mistakes, placeOf };
}

function mistakeOf(issue: v.BaseIssue<unknown>, document: Document.Parsed, base: number, length: number): Mistake {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const unknownKey = issue.type === "strict_object" && issue.expected === "never";
  const [start, end] = unknownKey ? placeOfKey(document, path, base, length) : placeIn(document, path, base, length);
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

function placeIn(
  document: Document.Parsed,
  path: readonly (string | number)[],
  base: number,
  length: number,
): [number, number] {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = isNode(node) ? (node as ParsedNode).range : undefined;
    if (range) return [base + range[0], base + Math.max(range[1], range[0] + 1)];
  }
  return [base, base + Math.max(length, 1)];
}

function placeOfKey(
  document: Document.Parsed,
  path: (string | number)[],
  base: number,
  length: number,
): [number, number] {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1)))
    : undefined;
  const range = (pair?.key as ParsedNode | undefined)?.range;
  return range ? [base + range[0], base + range[1]] : placeIn(document, path, base, length);
}

/** Of what the parser says, which goes on with the lines of the file. */
function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/[.:]$/u, "");
}
