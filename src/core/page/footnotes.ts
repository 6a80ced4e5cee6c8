// Footnotes: what the pipeline makes of them is marked where it is made, so that nothing an author writes can pass for it.
import type { Element, Nodes, Root } from "hast";
import { textContent } from "./html.ts";

/** A part of a footnote that the pipeline made. */
type Made = "mark" | "reference" | "way back" | "heading" | "section" | "note";

/** Carries the mark through the HTML parser. No HTML can write this attribute: its name has a capital and a blank. */
const carrier = "Made By";
const kinds: ReadonlySet<unknown> = new Set<Made>(["mark", "reference", "way back", "heading", "section", "note"]);

/** What makes a footnote for browsers and readers' programs; raw HTML cannot have it. */
const reserved = ["id", "dataFootnoteRef", "dataFootnoteBackref", "dataFootnotes", "ariaLabel", "ariaDescribedBy"];
const styled: ReadonlySet<string> = new Set(["a", "h2", "section"]);

/** The text of the heading over the footnotes, until the template is filled: it differs per language. */
export const footnoteLabel = "footnotes";

/** The label of a way back, until the template is filled: the number of the footnote, and which of its marks it is. */
export function backLabel(reference: number, repeat: number): string {
  return repeat > 1 ? `${reference + 1}-${repeat}` : `${reference + 1}`;
}

/**
 * Marks the footnotes of a tree that comes from Markdown, in place, before its raw HTML is read: now every element is
 * the pipeline's own. Ids that the pipeline made from different labels, and are equal, are told apart.
 */
export function markFootnotes(tree: Root): void {
  const found: Found = { references: [], notes: [], waysBack: [] };
  const visit = (node: Nodes): void => {
    if (node.type === "element") markPart(node, found);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  keepApart(found);
}

/** The parts of footnotes that have ids or lead to them, in the order of the page. */
type Found = { references: Element[]; notes: Element[]; waysBack: Element[] };

function markPart(element: Element, found: Found): void {
  const { properties, tagName } = element;
  if ("dataFootnoteRef" in properties) {
    properties[carrier] = "reference";
    found.references.push(element);
  } else if ("dataFootnoteBackref" in properties) {
    properties[carrier] = "way back";
    found.waysBack.push(element);
  } else if ("dataFootnotes" in properties) {
    properties[carrier] = "section";
    for (const child of elementsIn(element)) {
      if (child.tagName === "h2") child.properties[carrier] = "heading";
      else if (child.tagName === "ol") found.notes.push(...elementsIn(child));
    }
    for (const note of found.notes) note.properties[carrier] = "note";
  } else if (tagName === "sup") properties[carrier] = "mark";
}

function keepApart({ references, notes, waysBack }: Found): void {
  const taken = new Set<string>();
  const free = (id: string): string => {
    const own = taken.has(id) ? free(`${id}.`) : id;
    taken.add(own);
    return own;
  };
  const noteIds = notes.map((note) => (note.properties.id = free(String(note.properties.id))));
  const repeats = new Map<string, number>();
  const referenceIds = new Map<string, string>();
  for (const reference of references) {
    const number = textContent(reference);
    const repeat = (repeats.get(number) ?? 0) + 1;
    repeats.set(number, repeat);
    const id = free(String(reference.properties.id));
    Object.assign(reference.properties, { id, href: `#${noteIds[Number(number) - 1]}` });
    referenceIds.set(backLabel(Number(number) - 1, repeat), id);
  }
  for (const { properties } of waysBack) properties.href = `#${referenceIds.get(String(properties.ariaLabel))}`;
}

function elementsIn(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === "element");
}

/** Whether an element carries a mark through the HTML parser. */
export function isCarried({ properties }: Element): boolean {
  return kinds.has(properties[carrier]);
}

/** Moves the marks from properties to `data`, and takes from all other elements what only footnotes have; in place. */
export function settleFootnotes(tree: Root): void {
  const ids = new Set<unknown>();
  const visit = (node: Nodes): void => {
    if (node.type === "element") settlePart(node, ids);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

function settlePart(element: Element, ids: Set<unknown>): void {
  const { properties } = element;
  const kind = properties[carrier];
  delete properties[carrier];
  // HTML that is badly nested makes the parser write an element twice.
  const first = properties.id === undefined || !ids.has(properties.id);
  if (kinds.has(kind) && first) {
    if (properties.id !== undefined) ids.add(properties.id);
    element.data = { ...element.data, made: kind } as Element["data"];
    return;
  }
  for (const name of reserved) delete properties[name];
  if (styled.has(element.tagName)) delete properties.className;
}

/** What a node is of a footnote; undefined for all that authors wrote. */
function madeOf(node: Nodes): Made | undefined {
  return (node.data as { made?: Made } | undefined)?.made;
}

/** Whether an element's ids and addresses are those of footnotes. */
export function isOfFootnote(element: Element): boolean {
  return madeOf(element) !== undefined;
}

/** Whether this is the generated heading over the footnotes. */
export function isFootnoteHeading(element: Element): boolean {
  return madeOf(element) === "heading";
}

/** Whether this is the mark of a footnote, with nothing in it but its number. */
export function isFootnoteMark(node: Nodes): boolean {
  if (node.type !== "element") return false;
  const [child] = node.children;
  if (node.children.length !== 1 || !child) return false;
  if (madeOf(node) === "mark") return madeOf(child) === "reference" && isFootnoteMark(child);
  return madeOf(node) === "reference" && child.type === "text" && /^\d+$/u.test(child.value);
}

/** Whether this is the way back from a footnote to its mark, with nothing in it but an arrow and a number. */
export function isBackReference(node: Nodes): boolean {
  return node.type === "element" && madeOf(node) === "way back" && /^↩\d*$/u.test(textContent(node));
}
