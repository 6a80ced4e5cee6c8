// Markdown text to a sanitised HTML tree, with what directives say marked on its nodes.
import type { Element, Nodes as HtmlNodes, Root } from "hast";
import type { Nodes, Root as MarkdownRoot } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import rehypeRaw from "rehype-raw";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type Processor } from "unified";
import type { Mistake } from "../mistake.ts";
import { dressAlerts, settleAlerts, takeAlerts } from "./alerts.ts";
import { applyDirectives, type DirectiveReading } from "./directives.ts";
import { markAnchors, moveAnchors, takeHeadingIds } from "./anchors.ts";
import { backLabel, footnoteLabel, isCarried, markFootnotes, settleFootnotes } from "./footnotes.ts";
import { notationsIn, type Notation } from "./notation.ts";
import { dropIdle, droppedFrom, partBlocks, cutShort, type Dropped } from "./raw-html.ts";
import { sanitise } from "./schema.ts";
import { strayInHtml, strayInMarkdown } from "./stray.ts";

export type ParsedPage = {
  tree: Root;
  directives: DirectiveReading;
  /** Bare URLs in running text, which are not links here: [start, end) in the page. */
  bareUrls: [number, number][];
  /** What the page does not get of its HTML. */
  dropped: Dropped[];
  /** Notations of other programs that readers would be shown. */
  notations: Notation[];
  /** Character references that stand for what no text may hold. */
  mistakes: Mistake[];
};

/** GFM without its bare-URL links: that extension alone doubles the time that parsing takes. */
function gfmExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}

const markdown = unified().use(remarkParse).use(gfmExtensions).freeze();
const toHtml = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: "",
    footnoteLabel,
    // Sites have no class that hides it; a heading over notes does no harm.
    footnoteLabelProperties: {},
    footnoteBackLabel: backLabel,
  })
  .freeze();
const raw = unified().use(rehypeRaw).freeze();

/** Parses a page (the body, front matter blanked out). Positions of the tree are those of the text. */
export function parsePage(text: string): ParsedPage {
  const parsed = markdown.parse(text);
  const hasOwnIds = takeHeadingIds(parsed, text);
  const hasAlerts = takeAlerts(parsed, text);
  const facts = lookThrough(parsed);
  if (hasAlerts) facts.needsHtmlParser = true;
  let tree = toHtml.runSync(parsed);
  let dropped: Dropped[] = [];
  let directives: DirectiveReading = { waivers: [], mistakes: [] };
  const mistakes = strayInMarkdown(parsed, text);
  // The HTML parser changes nothing on most pages; these are the things of Markdown that it writes otherwise.
  if (facts.needsHtmlParser) {
    markFootnotes(tree);
    tree = raw.runSync(tree);
    dropped = droppedFrom(tree, text);
    withWholePositions(tree);
    markDecorative(tree, text);
    markAnchors(tree, isCarried);
    settleFootnotes(tree);
    settleAlerts(tree);
    directives = applyDirectives(tree);
    if (mistakes.length === 0) mistakes.push(...strayInHtml(tree, text));
  }
  if (hasOwnIds && !facts.needsHtmlParser) markAnchors(tree, () => false);
  if (facts.needsHtmlParser) partBlocks(tree);
  else dropped = droppedFrom(tree, text);
  const clean = sanitise(tree);
  dropIdle(clean);
  if (hasAlerts) dressAlerts(clean);
  if (facts.needsHtmlParser) moveAnchors(clean);
  return {
    tree: clean,
    directives,
    bareUrls: facts.bareUrls,
    notations: notationsIn(parsed, text),
    dropped: [...dropped, ...facts.cutShort],
    mistakes,
  };
}

/** `alt=""` in HTML says that an image shows nothing; in Markdown it is what a person forgets to write. */
function markDecorative(tree: Root, source: string): void {
  const visit = (node: HtmlNodes): void => {
    if (node.type === "element" && node.tagName === "img" && node.properties.alt === "") {
      const isHtml = source[node.position?.start.offset ?? -1] === "<";
      if (isHtml) node.data = { ...node.data, isDecorative: true } as Element["data"];
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

/** An element that is never closed can be left without its end; half a place is none. */
function withWholePositions(tree: Root): void {
  const visit = (node: HtmlNodes): void => {
    const { start, end }: Partial<NonNullable<HtmlNodes["position"]>> = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) delete node.position;
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

/** Addresses of the web and of mail as people write them in running text. */
const bareAddress =
  /https?:\/\/[^\s<>()]*[^\s<>().,;:!?"'»”]|(?<![\p{L}\p{N}@./-])(?:www\.[^\s<>()]+\.[a-z]{2,}(?:\/[^\s<>()]*[^\s<>().,;:!?"'»”])?|[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,})(?![\p{L}\p{N}])/giu;

type Facts = { needsHtmlParser: boolean; bareUrls: [number, number][]; cutShort: Dropped[] };

function lookThrough(tree: MarkdownRoot): Facts {
  const facts: Facts = { needsHtmlParser: false, bareUrls: [], cutShort: [] };
  const visit = (node: Nodes, inLink: boolean): void => {
    if (
      node.type === "html" ||
      node.type === "footnoteReference" ||
      (node.type === "code" && node.value.startsWith("\n"))
    )
      facts.needsHtmlParser = true;
    const cut = node.type === "html" ? cutShort(node.value) : undefined;
    if (cut) {
      const start = (node.position?.start.offset ?? 0) + cut.at;
      facts.cutShort.push({ kind: "open", name: cut.name, places: [[start, start + cut.name.length]] });
    }
    if (node.type === "text" && !inLink && /:\/\/|www\.|@/iu.test(node.value)) {
      const start = node.position?.start.offset ?? 0;
      const [source, offset] = [node.value, start];
      for (const match of source.matchAll(bareAddress))
        facts.bareUrls.push([offset + match.index, offset + match.index + match[0].length]);
    }
    if ("children" in node)
      for (const child of node.children) visit(child, inLink || node.type === "link" || node.type === "linkReference");
  };
  visit(tree, false);
  return facts;
}
