// Unit text: the text of a block as XML with bare element names, and the law that a translation keeps its tags.
import { forbiddenCharacterIn, kindOfStray } from "./characters.ts";
import { adviceOnSign, adviceOnTag, signMeant, unclosedTag } from "./unit-text-advice.ts";
import { message, type Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

/** An element of a unit text; offsets are UTF-16 offsets into that text. */
export type TextElement = {
  name: string;
  children: TextNode[];
  start: number;
  end: number;
};
export type TextNode = TextElement | { value: string; start: number; end: number };

/** Stands in plain text for what is no running text: code and images. */
export const objectReplacement = "\uFFFC";

/** The kind of element that a tag stands for: `a2` is an `a`. Heading numbers never occur inside a text. */
export function elementOf(tag: string): string {
  return tag.replace(/\d+$/u, "");
}

/** Escapes a text for use in unit text. `]]>` may not stand in XML, though a lone `>` may. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");
}

/** No page nests inline elements this deep; a hostile translation could overflow the stack. */
const deepest = 100;

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const token =
  /<(\/?)([A-Za-z][\w-]*)([^<>]*)>|&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]*));|[<&]|[^<&]+/gu;
const bareName = /^[a-z]+\d*$/u;

/** Reads unit text; mistakes say where it is not well-formed, or holds more than bare element names. */
export function readUnitText(text: string): { nodes: TextNode[]; mistakes: Mistake[] } {
  if (text !== "" && !/[<&]/u.test(text) && !forbiddenCharacterIn(text))
    return { nodes: [{ value: text, start: 0, end: text.length }], mistakes: [] };
  const nodes: TextNode[] = [];
  const open: TextElement[] = [];
  const mistakes: Mistake[] = [];
  const siblings = (): TextNode[] => open.at(-1)?.children ?? nodes;
  const fail = (start: number, end: number, reason: Message, expected: string[] = []): void => {
    mistakes.push({ start, end, reason, expected });
  };
  for (const match of text.matchAll(token)) {
    const [whole, closing, written, rest = ""] = match;
    const selfClosing = rest !== "" && /\/\s*$/u.test(rest) ? "/" : "";
    const isBare = rest === selfClosing || rest.trim() === selfClosing;
    const start = match.index;
    const end = start + whole.length;
    const name = written?.toLowerCase();
    if (name !== undefined && (name !== written || !isBare || !bareName.test(name)))
      fail(start, end, ...adviceOnTag(name, bareName.test(name) ? `<${closing}${name}${selfClosing}>` : undefined));
    if (name === undefined) {
      const value = characterOf(match);
      const meant = value ?? signMeant(whole, text.slice(end, end + 1));
      const stray = meant === undefined ? undefined : forbiddenCharacterIn(meant);
      if (stray) {
        const [from, to] = whole === value ? [start + stray.start, start + stray.end] : [start, end];
        fail(from, to, message("character.forbidden", { name: stray.name, kind: kindOfStray(stray) }), [""]);
        continue;
      }
      if (value === undefined) fail(start, end, ...adviceOnSign(whole, text.slice(end, end + 34), meant));
      // What was meant is read on, so that one slip is one finding.
      if (meant !== undefined) siblings().push({ value: meant, start, end });
    } else if (closing) {
      const element = open.at(-1);
      if (element?.name === name) {
        element.end = end;
        open.pop();
      } else
        fail(
          start,
          end,
          element ? message("tag.crossed", { name, open: element.name }) : message("tag.not-open", { name }),
        );
    } else {
      const element: TextElement = { name, children: [], start, end };
      siblings().push(element);
      if (!selfClosing) open.push(element);
      if (open.length > deepest) {
        fail(start, end, message("tag.depth", { most: deepest }));
        break;
      }
    }
  }
  for (const element of open) fail(element.start, text.indexOf(">", element.start) + 1, ...unclosedTag(element.name));
  return { nodes, mistakes };
}

function characterOf(match: RegExpMatchArray): string | undefined {
  const [whole, , , , hexadecimal, decimal, name] = match;
  if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code =
    hexadecimal === undefined
      ? decimal === undefined
        ? undefined
        : Number.parseInt(decimal, 10)
      : Number.parseInt(hexadecimal, 16);
  if (code !== undefined)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
  return whole === "<" || whole === "&" ? undefined : whole;
}

/** The shape that a translation must keep: elements by name and nesting whatever their order, which have text, and all code. */
function shapeOf(nodes: readonly TextNode[]): string {
  return nodes
    .flatMap((node) => {
      if ("value" in node) return [];
      const text = textOf(node.children);
      const kept =
        elementOf(node.name) === "code" ? JSON.stringify(text) : /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? "text" : "";
      return [`${node.name}[${kept}](${shapeOf(node.children)})`];
    })
    .toSorted()
    .join(",");
}

function textOf(nodes: readonly TextNode[]): string {
  return nodes.map((node) => ("value" in node ? node.value : textOf(node.children))).join("");
}

/** What a translation does to its source's tags: empty when it keeps them. Mistakes have offsets into the translation. */
export function compareTags(source: string, translation: string): Mistake[] {
  if (!/[<&]/u.test(source) && !/[<&]/u.test(translation) && !forbiddenCharacterIn(translation)) return [];
  const target = readUnitText(translation);
  const origin = readUnitText(source).nodes;
  if (target.mistakes.length > 0)
    return target.mistakes.map((mistake) => ({ ...mistake, expected: tagsOf(mistake, origin) }));
  if (shapeOf(origin) === shapeOf(target.nodes)) return [];
  const expected = paths(origin);
  const actual = paths(target.nodes);
  const mistakes: Mistake[] = [];
  for (const [path, elements] of actual) {
    const surplus = elements.slice(expected.get(path)?.length ?? 0);
    for (const element of surplus)
      mistakes.push({
        start: element.start,
        end: element.end,
        reason: message("tag.added", { tag: described(path) }),
        expected: [],
      });
  }
  for (const [path, elements] of expected) {
    const missing = elements.length - (actual.get(path)?.length ?? 0);
    if (missing > 0)
      mistakes.push({
        start: 0,
        end: translation.length,
        reason: message("tag.missing", { tag: described(path), write: sample(elements.at(-1)) }),
        expected: [],
      });
  }
  return mistakes.length > 0 ? mistakes : contentMistakes(source, expected, actual, translation);
}

/** The tag that a mistaken one must become: the only one of its kind in the source, whatever its number. */
function tagsOf({ expected }: Mistake, source: readonly TextNode[]): string[] {
  return expected.flatMap((written) => {
    const [, before = "", name, after = ""] = /^(<\/?)([a-z]+\d*)(\/?>)$/u.exec(written) ?? [];
    if (name === undefined) return [written];
    const names = [...new Set([...paths(source).values()].flat().map((element) => element.name))];
    const alike = names.filter((other) => elementOf(other) === elementOf(name));
    const fitting = alike.includes(name) ? name : alike.length === 1 ? alike[0] : undefined;
    return fitting === undefined ? [] : [`${before}${fitting}${after}`];
  });
}

function sample(element: TextElement | undefined): string {
  const name = element?.name ?? "";
  return element?.children.length ? `<${name}>…</${name}>` : `<${name}/>`;
}

/** The tags are all there: then one has lost its text, got one that its source has not, or holds other code. */
function contentMistakes(
  source: string,
  expected: Map<string, TextElement[]>,
  actual: Map<string, TextElement[]>,
  translation: string,
): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [path, elements] of actual) {
    const wanted = (expected.get(path) ?? []).map((element) => shapeOf([element]));
    for (const element of elements) {
      const index = wanted.indexOf(shapeOf([element]));
      if (index >= 0) wanted.splice(index, 1);
      else {
        const code = elementOf(element.name) === "code";
        const reason = code ? message("tag.code") : message("tag.content", { tag: described(path) });
        mistakes.push({
          start: element.start,
          end: element.end,
          reason,
          expected: code ? (expected.get(path) ?? []).map((origin) => source.slice(origin.start, origin.end)) : [],
        });
      }
    }
  }
  return mistakes.length > 0
    ? mistakes
    : [{ start: 0, end: translation.length, reason: message("tag.nesting"), expected: [] }];
}

function described(path: string): Message {
  const [name = "", parent] = path.split("/").toReversed();
  return parent === undefined ? message("tag.alone", { name }) : message("tag.inside", { name, parent });
}

function paths(
  nodes: readonly TextNode[],
  above = "",
  found = new Map<string, TextElement[]>(),
): Map<string, TextElement[]> {
  for (const node of nodes) {
    if ("value" in node) continue;
    const path = above === "" ? node.name : `${above}/${node.name}`;
    const list = found.get(path);
    if (list) list.push(node);
    else found.set(path, [node]);
    paths(node.children, path, found);
  }
  return found;
}

/** The plain text of a unit text, and where each stretch of it stands there. */
export function plainText(text: string): {
  plain: string;
  pieces: { at: number; length: number; start: number; end: number }[];
} {
  if (!/[<&]/u.test(text)) return { plain: text, pieces: [{ at: 0, length: text.length, start: 0, end: text.length }] };
  const pieces: { at: number; length: number; start: number; end: number }[] = [];
  let plain = "";
  const add = (value: string, start: number, end: number): void => {
    pieces.push({ at: plain.length, length: value.length, start, end });
    plain += value;
  };
  const visit = (nodes: readonly TextNode[]): void => {
    for (const node of nodes) {
      if ("value" in node) add(node.value, node.start, node.end);
      else if (standIn(node.name) === undefined) visit(node.children);
      else add(standIn(node.name) ?? "", node.start, node.end);
    }
  };
  visit(readUnitText(text).nodes);
  return { plain, pieces };
}

/** What stands in plain text for an element that is no running text. A footnote mark has no children and leaves nothing. */
export function standIn(tag: string): string | undefined {
  const element = elementOf(tag);
  if (element === "br") return "\n";
  return element === "img" || element === "code" ? objectReplacement : undefined;
}
