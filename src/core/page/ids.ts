// Ids of headings and footnotes: the page's and the words of the source, so that a deep link holds in every language.
import type { Element, Nodes, Root } from "hast";
import GithubSlugger from "github-slugger";
import { isFootnoteHeading, isFootnoteMark, isOfFootnote } from "./footnotes.ts";
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

/**
 * The part of an id that is the page's own, so that fragments can stand in one document. Law: no two pages have the same
 * one, and it has no hyphen, so that the first hyphen of an id ends it and no page's ids can be another's.
 */
export function idPrefix(pageId: string): string {
  return pageId.normalize("NFC").replaceAll(hyphenOrSign, (sign, hyphen?: string) => {
    if (hyphen !== undefined) return "_";
    return sign === "/" ? "__" : `~${(sign.codePointAt(0) ?? 0).toString(16)}~`;
  });
}

/** A hyphen between two words, or anything else that is no letter or digit. */
const hyphenOrSign = /(?<=[\p{L}\p{M}\p{N}])(-)(?=[\p{L}\p{M}\p{N}])|[^\p{L}\p{M}\p{N}]/gu;

/** The id of a heading of a page, as links from other pages need it. */
export function headingId(pageId: string, anchor: string): string {
  return `${idPrefix(pageId)}-${anchor}`;
}

/** Sets the ids of a tree, in place: of headings from their words, of footnotes with the page's part before them. */
export function setIds(tree: Root, pageId: string): Map<Element, Heading> {
  const prefix = idPrefix(pageId);
  const slugger = new GithubSlugger();
  const taken = new Set<unknown>();
  const found: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "element") {
      if (isOfFootnote(node)) {
        taken.add(node.properties.id);
        prefixFootnoteIds(node, prefix);
      }
      if (/^h[1-6]$/u.test(node.tagName) && !isFootnoteHeading(node)) found.push(node);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return new Map(found.map((heading) => [heading, nameHeading(heading, prefix, slugger, taken)]));
}

function prefixFootnoteIds({ properties }: Element, prefix: string): void {
  if (typeof properties.id === "string") properties.id = `${prefix}-${properties.id}`;
  if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${prefix}-footnote-label`];
  if (typeof properties.href === "string") properties.href = properties.href.replace(/^#/u, `#${prefix}-`);
}

function nameHeading(element: Element, prefix: string, slugger: GithubSlugger, taken: ReadonlySet<unknown>): Heading {
  const text = wordsOf(element).replaceAll(softBreak, " ").trim();
  const words = slugger.slug(text.normalize("NFC"));
  let anchor = words.replace(/^-\d+$/u, "") || slugger.slug("section");
  // A footnote has its id from its label, and keeps it.
  while (taken.has(anchor)) anchor = slugger.slug(`section ${anchor}`);
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
