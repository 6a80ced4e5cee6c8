// HTML of single elements, as rehype-stringify writes them, with gaps where an attribute differs per language.
import type { Element, Nodes } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { Part } from "./template.ts";

const stringifier = unified().use(rehypeStringify).freeze();
const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "input"]);

/** All text within a node. */
export function textContent(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textContent).join("") : "";
}

/** HTML of a node with all that is in it. */
export function serialise(node: Nodes): string {
  return stringifier.stringify(node.type === "root" ? node : { type: "root", children: [node] });
}

/** The opening tag of an element; a void element is nothing but that. */
export function openTag(element: Element): string {
  if (Object.keys(element.properties).length === 0) return `<${element.tagName}>`;
  const empty = serialise({ type: "element", tagName: element.tagName, properties: element.properties, children: [] });
  return empty.slice(0, empty.length - closeTag(element).length);
}

/** The attributes that can have gaps, by property. */
const attributeNames = { alt: "alt", title: "title", href: "href", src: "src", ariaLabel: "aria-label" } as const;

/** Attributes whose value is a list of parts instead of a text. */
export type Gaps = { -readonly [property in keyof typeof attributeNames]?: readonly Part[] };

/** The opening tag of an element with gaps in its attributes, each written where the element has it. */
export function openTagWithGaps({ tagName, properties }: Element, gaps: Gaps): Part[] {
  const attributes = Object.entries(properties).flatMap(([name, value]): Part[] => {
    const parts = Object.hasOwn(gaps, name) ? gaps[name as keyof Gaps] : undefined;
    if (parts) return [` ${attributeNames[name as keyof Gaps]}="`, ...parts, '"'];
    return [
      openTag({ type: "element", tagName, properties: { [name]: value }, children: [] }).slice(tagName.length + 1, -1),
    ];
  });
  return [`<${tagName}`, ...attributes, ">"];
}

export function closeTag(element: Element): string {
  return voidElements.has(element.tagName) ? "" : `</${element.tagName}>`;
}
