// Ids of headings and footnotes: the page's and the words of the source, so that a deep link holds in every language.
import type { Element, Nodes, Root } from "hast";
import GithubSlugger from "github-slugger";
import { softBreak } from "./trace.ts";

export type Heading = {
  depth: number;
  /** Id in the fragment: the page's part and the anchor. */
  id: string;
  /** The words of the source as a slug, as other pages link to it. */
  anchor: string;
  /** Index of its unit; undefined for a heading without letters, or one that is skipped. */
  unit: number | undefined;
  /** What the heading says where it has no unit. */
  text: string;
  start: number;
  end: number;
};

/** The part of an id that is the page's own, so that two fragments can stand in one document. */
export function idPrefix(pageId: string): string {
  return pageId.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
}

/** Sets the ids of a tree, in place: of headings from their words, of footnotes with the page's part before them. */
export function setIds(tree: Root, pageId: string): Map<Element, Heading> {
  const prefix = idPrefix(pageId);
  const slugger = new GithubSlugger();
  const headings = new Map<Element, Heading>();
  const visit = (node: Nodes): void => {
    if (node.type === "element") {
      prefixFootnoteIds(node, prefix);
      if (/^h[1-6]$/u.test(node.tagName) && !isFootnoteHeading(node, prefix))
        headings.set(node, nameHeading(node, prefix, slugger));
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return headings;
}

/** Whether this is the generated heading over the footnotes (after ids are set). */
export function isFootnoteHeading(element: Element, prefix: string): boolean {
  return element.tagName === "h2" && element.properties.id === `${prefix}-footnote-label`;
}

export function isFootnoteMark(node: Nodes): boolean {
  return (
    node.type === "element" &&
    node.tagName === "sup" &&
    node.children.some((child) => child.type === "element" && "dataFootnoteRef" in child.properties)
  );
}

export function isBackReference(node: Nodes): boolean {
  return node.type === "element" && "dataFootnoteBackref" in node.properties;
}

function prefixFootnoteIds(element: Element, prefix: string): void {
  const { properties } = element;
  if (typeof properties.id === "string") properties.id = `${prefix}-${properties.id}`;
  if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${prefix}-footnote-label`];
  const generated = "dataFootnoteRef" in properties || "dataFootnoteBackref" in properties;
  if (generated && typeof properties.href === "string") properties.href = properties.href.replace(/^#/u, `#${prefix}-`);
}

function nameHeading(element: Element, prefix: string, slugger: GithubSlugger): Heading {
  const text = wordsOf(element).replaceAll(softBreak, " ").trim();
  const anchor = slugger.slug(text).replace(/^-\d+$|^$/u, "") || slugger.slug("section");
  const id = `${prefix}-${anchor}`;
  element.properties = { ...element.properties, id };
  const start = element.position?.start.offset ?? 0;
  return {
    depth: Number(element.tagName[1]),
    id,
    anchor,
    unit: undefined,
    text,
    start,
    end: element.position?.end.offset ?? start,
  };
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node && !isFootnoteMark(node) ? node.children.map(wordsOf).join("") : "";
}
