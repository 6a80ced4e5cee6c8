// YAML read strictly: every mistake, of syntax or of shape, comes with its place and with what to write.
import * as v from "valibot";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type ParsedNode } from "yaml";
import { nearWordsIn } from "./near-words.ts";

/** Something wrong with a file as such; offsets are UTF-16 offsets into the file's text. */
export type Mistake = { start: number; end: number; reason: string; expected: string[] };

export type YamlReading<T> = {
  /** The value, unless a mistake makes it unusable. */
  value: T | undefined;
  mistakes: Mistake[];
  /** Place of the node at a path ([start, end) in the file), or of the nearest one above it. */
  placeOf: (path: readonly (string | number)[]) => [number, number];
};

/** A mapping whose unknown keys are mistakes, each with the known key that it resembles. */
export function mapping<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) => describeKeys(issue, Object.keys(entries)));
}

/** A mapping that hands other keys through. */
export function openMapping<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.looseObject(entries, (issue) => describeKeys(issue, Object.keys(entries)));
}

/** The known word that a mistyped one most likely stands for; who asks often searches with `nearWordsIn`. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  return nearWordsIn(known)(word);
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
    reason: `This is not valid YAML: ${sentence(error.message)}`,
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
          reason: "YAML aliases (*name) are not supported here.",
          expected: ["the value written out"],
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
  const [reason = "", ...expected] = messageOf(issue, path).split("\u0000");
  return { start, end, reason, expected };
}

/** Messages carry what is expected after a NUL, since the schema library knows texts only. */
function messageOf(issue: v.BaseIssue<unknown>, path: (string | number)[]): string {
  const name = path.length > 0 ? `\`${path.join(".")}\`` : "This file";
  if (issue.kind !== "schema" || issue.message.includes("\u0000"))
    return issue.message.includes("\u0000") ? issue.message : `${name}: ${issue.message}`;
  if (
    issue.type === "strict_object" ||
    issue.type === "loose_object" ||
    issue.type === "object" ||
    issue.type === "record"
  )
    return issue.message.startsWith("Invalid") ? `${name} must be a mapping of keys to values.` : issue.message;
  if (issue.type === "picklist")
    return `${name} is ${issue.received}, which is not one of the known values.\u0000${issue.expected?.replaceAll(/[()"]/g, "").split(" | ").join("\u0000") ?? ""}`;
  const kinds: Record<string, string> = {
    string: "a text",
    number: "a number",
    boolean: "true or false",
    array: "a list",
  };
  return issue.message.startsWith("Invalid")
    ? `${name} must be ${kinds[issue.type] ?? issue.expected ?? "something else"}, not ${issue.received}.`
    : issue.message;
}

function describeKeys(issue: v.BaseIssue<unknown>, known: string[]): string {
  const key = nameOf(issue.path?.at(-1)?.key);
  if (issue.expected === "never") {
    const meant = didYouMean(key, known);
    return meant
      ? `\`${key}\` is not a known key; did you mean \`${meant}\`?\u0000${meant}`
      : `\`${key}\` is not a known key here.\u0000${known.join("\u0000")}`;
  }
  if (issue.received === "undefined") return `The key \`${key}\` is missing.\u0000${key}`;
  return "Invalid mapping";
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

function sentence(text: string): string {
  const one = text.split("\n")[0] ?? "";
  return /[.!?]$/u.test(one) ? one : `${one}.`;
}
