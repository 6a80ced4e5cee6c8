// HTML of single elements, as rehype-stringify writes them.
import type { Element, Nodes } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const stringifier = unified().use(rehypeStringify).freeze();
const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "input"]);

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

export function closeTag(element: Element): string {
  return voidElements.has(element.tagName) ? "" : `</${element.tagName}>`;
}
