// Puts changed concepts into a termbase file and leaves the rest of the file as it is, comments included.
import { isMap, isSeq, Lexer, parseDocument, type ParsedNode } from "yaml";
import { readTermbase } from "./read.ts";
import type { Concept, Termbase } from "./termbase.ts";
import { writeConcept, writeTermbase } from "./write.ts";

/** The file's text with `wanted` in it. Comments within a changed concept move up before it. */
export function updateTermbaseText(text: string, wanted: Termbase): string {
  const spliced = splice(text, wanted);
  if (spliced !== undefined && saysTheSame(readTermbase(spliced).termbase, wanted)) return spliced;
  return [...commentsIn(text), writeTermbase(wanted).replace(/^#.*\n/u, "")].join("\n");
}

type Item = { id: string; start: number; end: number; indent: string };

function splice(text: string, wanted: Termbase): string | undefined {
  const present = readTermbase(text).termbase;
  const items = itemsOf(text);
  if (!present || !items || items.length === 0 || items.length !== present.concepts.length) return undefined;
  const byId = new Map(wanted.concepts.map((concept) => [concept.id, concept]));
  let result = "";
  let at = 0;
  for (const [index, item] of items.entries()) {
    const concept = byId.get(item.id);
    const before = present.concepts[index];
    const own = text.slice(item.start, item.end);
    if (before && concept && saysTheSame({ concepts: [before] }, { concepts: [concept] })) continue;
    const hyphen = text.lastIndexOf("-", item.start - 1);
    const outer = item.indent.slice(2);
    if (concept) {
      const comments = commentsIn(own).map((comment) => `${comment}\n${outer}`);
      result += text.slice(at, hyphen) + comments.join("") + text.slice(hyphen, item.start);
      result += writeConcept(concept, item.indent).trimEnd();
    } else {
      // The hyphen goes with its item; comments stay.
      const comments = commentsIn(own).map((comment) => `\n${outer}${comment}`);
      result += text.slice(at, hyphen).replace(/\r?\n[ \t]*$/u, "") + comments.join("");
    }
    at = item.end;
  }
  const end = items.at(-1)?.end ?? at;
  result += text.slice(at, Math.max(at, end));
  at = Math.max(at, end);
  const known = new Set(items.map(({ id }) => id));
  const indent = items[0]?.indent ?? "    ";
  const fresh = wanted.concepts
    .filter(({ id }) => !known.has(id))
    .map((concept) => `\n${indent.slice(2)}- ${writeConcept(concept, indent).trimEnd()}`);
  const rest = text.slice(at);
  return `${result}${fresh.join("")}${rest.trim() === "" ? "\n" : rest}`;
}

/** The concepts of a block list, with their ranges without the hyphen; undefined for a list in brackets. */
function itemsOf(text: string): Item[] | undefined {
  const { contents } = parseDocument(text.replace(/^\uFEFF/u, " "), { prettyErrors: false });
  const list = isMap(contents) ? contents.get("concepts", true) : undefined;
  if (!isSeq(list) || list.flow === true) return undefined;
  const items = list.items.map((node): Item | undefined => {
    const { range } = node as ParsedNode;
    if (!isMap(node) || !range) return undefined;
    const [start, end] = range;
    const column = start - (text.lastIndexOf("\n", start - 1) + 1);
    const length = text.slice(start, end).trimEnd().length;
    return { id: String(node.get("id")), start, end: start + length, indent: " ".repeat(column) };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#"));
}

/** Whether two termbases say the same, however they are written. */
export function saysTheSame(one: Termbase | undefined, other: Termbase): boolean {
  return one !== undefined && canonical(one) === canonical(other);
}

/** The order of languages says nothing; that of concepts and terms is kept, but the same set of concepts is the same. */
function canonical({ concepts }: Termbase): string {
  const sorted = (value: object): [string, unknown][] =>
    Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const plain = ({ id, definition, distinctFrom, terms }: Concept): unknown => [
    id,
    sorted(definition),
    distinctFrom,
    sorted(terms).map(([language, list]) => [
      language,
      (list as Concept["terms"][string]).map(({ term, status, type, forms, family, note }) => [
        term,
        status,
        type,
        forms?.length ? forms : [],
        family?.length ? family : [],
        note,
      ]),
    ]),
  ];
  return JSON.stringify(concepts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(plain));
}
