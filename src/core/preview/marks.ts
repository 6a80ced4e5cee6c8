// Marks around the texts of a page, which show in its tree where each unit stands; without them it is the page as it was.
import type { Element, ElementContent, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

/** Characters that stand nowhere in a page, so that they can mark places in its HTML: an opener, a closer, ten digits. */
export type Marks = { open: string; close: string; digits: readonly string[] };

const firstPrivate = 0xe000;
const mostPrivate = 0x10fffd;

/** Marks for a page: characters of private use, as they are no letters, digits, quotes or blanks, that it has not. */
export function marksFor(texts: readonly string[]): Marks {
  const used = new Set(texts.flatMap((text) => text.match(/\p{Co}/gu) ?? []));
  const free: string[] = [];
  for (let code = firstPrivate; free.length < 12 && code <= mostPrivate; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{Co}/u.test(character) && !used.has(character)) free.push(character);
  }
  const [open = "", close = "", ...digits] = free;
  return { open, close, digits };
}

/** A text with marks of its unit around it. */
export function marked(text: string, unit: number, { open, close, digits }: Marks): string {
  return `${openerOf(unit, { open, digits })}${text}${close}`;
}

function openerOf(unit: number, { open, digits }: Pick<Marks, "open" | "digits">): string {
  return open + Array.from(String(unit), (digit) => digits[Number(digit)]).join("") + open;
}

/** The attributes of an element that say which units its own attributes show. */
export const unitAttributes = { alt: "dataUnitAlt", title: "dataUnitTitle" } as const;

const parse = unified().use(rehypeRaw).freeze();

/** HTML as a tree. */
export function treeOf(html: string): Root {
  return parse.runSync({ type: "root", children: [{ type: "raw", value: html }] } as unknown as Root);
}

/**
 * The tree of a page's HTML whose units were marked: each stands in a `span` with `data-unit`, and an element whose
 * `alt` or `title` is one says so. `plain` is the HTML without marks. Law: without these it is the tree of the HTML without marks.
 */
export function markedTree(html: string, marks: Marks, plain: string): Root {
  const tree = treeOf(html);
  settle(tree, patternsOf(marks));
  takeNames(tree, treeOf(plain));
  return tree;
}

/** Names that publishing makes of texts are those of the texts without marks. */
function takeNames(tree: Root, plain: Root): void {
  const others = elementsIn(plain);
  elementsIn(tree)
    .filter(({ properties }) => properties["dataUnit"] === undefined)
    .forEach(({ properties }, index) => {
      const name = others[index]?.properties["ariaLabel"];
      if (name === undefined) delete properties["ariaLabel"];
      else properties["ariaLabel"] = name;
    });
}

function elementsIn(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === "element" ? [child, ...elementsIn(child)] : []));
}

/** How marks are found again. */
type Patterns = { any: RegExp; whole: RegExp; unitOf: (written: string) => string };

function patternsOf({ open, close, digits }: Marks): Patterns {
  const opener = `${open}([${digits.join("")}]+)${open}`;
  return {
    any: new RegExp(`${opener}|${close}`, "gu"),
    whole: new RegExp(`${opener}(?=[^]*${close})`, "u"),
    unitOf: (written) => Array.from(written, (digit) => String(digits.indexOf(digit))).join(""),
  };
}

function settle(node: Root | Element, patterns: Patterns): void {
  // Places in HTML that no one has written.
  delete node.position;
  if (node.type === "element") settleAttributes(node, patterns);
  for (const child of node.children) if (child.type === "element") settle(child, patterns);
  node.children = wrapped(node.children as ElementContent[], patterns);
}

function settleAttributes(element: Element, { any, whole, unitOf }: Patterns): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (typeof value !== "string") continue;
    const unit = whole.exec(value)?.[1];
    const own = Object.hasOwn(unitAttributes, name) ? unitAttributes[name as keyof typeof unitAttributes] : undefined;
    if (unit !== undefined && own !== undefined) element.properties[own] = unitOf(unit);
    element.properties[name] = value.replaceAll(any, "");
  }
}

/** Siblings with each unit among them in an element of its own. A unit that is torn apart stays where it is, unmarked. */
function wrapped(siblings: readonly ElementContent[], patterns: Patterns): ElementContent[] {
  const done: ElementContent[] = [];
  let inside: { unit: string; children: ElementContent[] } | undefined;
  const put = (node: ElementContent): void => addNode(inside?.children ?? done, node);
  const leave = (): void => {
    for (const node of inside?.children ?? []) addNode(done, node);
    inside = undefined;
  };
  for (const node of siblings) {
    if (node.type !== "text") {
      put(node);
      continue;
    }
    let at = 0;
    for (const match of node.value.matchAll(patterns.any)) {
      put({ type: "text", value: node.value.slice(at, match.index) });
      at = match.index + match[0].length;
      if (match[1] !== undefined) {
        leave();
        inside = { unit: patterns.unitOf(match[1]), children: [] };
      } else if (inside) {
        const { unit, children } = inside;
        done.push({ type: "element", tagName: "span", properties: { dataUnit: unit }, children });
        inside = undefined;
      }
    }
    put({ type: "text", value: node.value.slice(at) });
  }
  leave();
  return done;
}

/** Neighbouring texts are one. */
function addNode(nodes: ElementContent[], node: ElementContent): void {
  const last = nodes.at(-1);
  if (node.type !== "text") nodes.push(node);
  else if (last?.type === "text") last.value += node.value;
  else if (node.value !== "") nodes.push(node);
}

/** The units that a tree shows, in its order; each once. */
export function unitsIn(nodes: readonly Nodes[]): number[] {
  const found = new Set<number>();
  const visit = (node: Nodes): void => {
    if (node.type !== "element" && node.type !== "root") return;
    if (node.type === "element")
      for (const name of ["dataUnit", ...Object.values(unitAttributes)]) {
        const unit = node.properties[name];
        if (typeof unit === "string") found.add(Number(unit));
      }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...found];
}
