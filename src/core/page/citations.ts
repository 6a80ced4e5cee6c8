// What a page cites: the addresses that its footnotes lead to, outside the site.
import type { Nodes } from "hast";

/** In the order of the page, each once; of a page's tree, or of its published fragment. */
export function citationsIn(tree: Nodes): string[] {
  const found = new Set<string>();
  const visit = (node: Nodes, isInNotes: boolean): void => {
    const { dataFootnotes, href } = node.type === "element" ? node.properties : {};
    if (isInNotes && typeof href === "string" && /^https?:\/\//iu.test(href)) found.add(href);
    const isIn = isInNotes || dataFootnotes !== undefined;
    if ("children" in node) for (const child of node.children) visit(child, isIn);
  };
  visit(tree, false);
  return [...found];
}
