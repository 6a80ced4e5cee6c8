// Ids of headings and footnotes: the page's and the words of the source, so that a deep link holds in every language.
import type { Element, Nodes, Root } from "hast";
import GithubSlugger from "github-slugger";
import { anchorOf } from "./anchors.ts";
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

/** The part of an id that is the page's own, so that two fragments can stand in one document: the words of its name. */
export function idPrefix(pageId: string): string {
  return pageId.normalize("NFC").replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
}

/**
 * The prefixes of all pages of a site. Law: no id of one page is an id of another, whatever their headings say. Where
 * `a-om` could be taken for a heading of `a`, or `a/b` for `a-b`, the former is spelt in a way that no words are.
 */
export function idPrefixesOf(pageIds: Iterable<string>): Map<string, string> {
  const byWords = new Map<string, string[]>();
  for (const id of pageIds) byWords.set(idPrefix(id), [...(byWords.get(idPrefix(id)) ?? []), id]);
  return new Map(
    [...byWords].flatMap(([words, ids]) => {
      const begins = [...words.matchAll(/-/gu)].some(({ index }) => byWords.has(words.slice(0, index)));
      return ids.map((id) => [id, begins || (ids.length > 1 && id !== words) ? spelt(id) : words] as const);
    }),
  );
}

/** A page's name without a hyphen, which would end it, and with a mark that is in no name and no heading's words. */
function spelt(pageId: string): string {
  const name = pageId.normalize("NFC").replaceAll(hyphenOrSign, (sign, hyphen?: string) => {
    if (hyphen !== undefined) return "_";
    return sign === "/" ? "__" : `~${(sign.codePointAt(0) ?? 0).toString(16)}~`;
  });
  return `${name}~`;
}

/** A hyphen between two words, or anything else that is no letter or digit. */
const hyphenOrSign = /(?<=[\p{L}\p{M}\p{N}])(-)(?=[\p{L}\p{M}\p{N}])|[^\p{L}\p{M}\p{N}]/gu;

/** Sets the ids of a tree, in place: of headings from their words, of footnotes with the page's part before them. */
export function setIds(tree: Root, prefix: string, anchors: Iterable<string> = []): Map<Element, Heading> {
  const slugger = new GithubSlugger();
  const taken = new Set<unknown>(anchors);
  const found: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "element") {
      if (isOfFootnote(node)) {
        taken.add(node.properties.id);
        prefixFootnoteIds(node, prefix);
      }
      if (/^h[1-6]$/u.test(node.tagName) && !isFootnoteHeading(node)) {
        found.push(node);
        taken.add(anchorOf(node));
      }
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
  const text = headingText(element);
  const anchor = anchorOf(element) ?? anchorFromWords(text, slugger, taken);
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

function anchorFromWords(text: string, slugger: GithubSlugger, taken: ReadonlySet<unknown>): string {
  const words = slugger.slug(text.normalize("NFC"));
  let anchor = words.replace(/^-\d+$/u, "") || slugger.slug("section");
  // A footnote has its id from its label, and keeps it, as does what an author has given an id.
  while (taken.has(anchor)) anchor = slugger.slug(`section ${anchor}`);
  return anchor;
}

/** The words of a heading, on one line. */
export function headingText(heading: Element): string {
  return wordsIn(heading).replaceAll(softBreak, " ").trim();
}

function wordsIn(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node && !isFootnoteMark(node) ? node.children.map(wordsIn).join("") : "";
}
