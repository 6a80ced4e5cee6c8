// Markdown text to a sanitised HTML tree, with what directives say marked on its nodes.
import type { Nodes as HtmlNodes, Root } from "hast";
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
import { applyDirectives, type DirectiveReading } from "./directives.ts";
import { markAnchors, moveAnchors, takeHeadingIds } from "./anchors.ts";
import { backLabel, footnoteLabel, isCarried, markFootnotes, settleFootnotes } from "./footnotes.ts";
import { sanitise } from "./schema.ts";
import { strayInHtml, strayInMarkdown } from "./stray.ts";

export type ParsedPage = {
  tree: Root;
  directives: DirectiveReading;
  /** Bare URLs in running text, which are not links here: [start, end) in the page. */
  bareUrls: [number, number][];
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
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteLabel, footnoteBackLabel: backLabel })
  .freeze();
const raw = unified().use(rehypeRaw).freeze();

/** Parses a page (the body, front matter blanked out). Positions of the tree are those of the text. */
export function parsePage(text: string): ParsedPage {
  const parsed = markdown.parse(text);
  const hasOwnIds = takeHeadingIds(parsed, text);
  const facts = lookThrough(parsed);
  let tree = toHtml.runSync(parsed);
  let directives: DirectiveReading = { waivers: [], mistakes: [] };
  const mistakes = strayInMarkdown(parsed, text);
  // The HTML parser changes nothing on most pages; these are the things of Markdown that it writes otherwise.
  if (facts.needsHtmlParser) {
    markFootnotes(tree);
    tree = withWholePositions(raw.runSync(tree));
    markAnchors(tree, isCarried);
    settleFootnotes(tree);
    directives = applyDirectives(tree);
    if (mistakes.length === 0) mistakes.push(...strayInHtml(tree, text));
  }
  if (hasOwnIds && !facts.needsHtmlParser) markAnchors(tree, () => false);
  const clean = sanitise(tree);
  if (facts.needsHtmlParser) moveAnchors(clean);
  return {
    tree: clean,
    directives,
    bareUrls: facts.bareUrls,
    mistakes,
  };
}

/** An element that is never closed can be left without its end; half a place is none. */
function withWholePositions(tree: Root): Root {
  const visit = (node: HtmlNodes): void => {
    const { start, end }: Partial<NonNullable<HtmlNodes["position"]>> = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) delete node.position;
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return tree;
}

/** Addresses of the web and of mail as people write them in running text. */
const bareAddress =
  /https?:\/\/[^\s<>()]+|(?<![\p{L}\p{N}@./-])(?:www\.[^\s<>()]+\.[a-z]{2,}(?:\/[^\s<>()]*[^\s<>().,;:!?"'»”])?|[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,})(?![\p{L}\p{N}])/giu;

function lookThrough(tree: MarkdownRoot): { needsHtmlParser: boolean; bareUrls: [number, number][] } {
  const facts = { needsHtmlParser: false, bareUrls: [] as [number, number][] };
  const visit = (node: Nodes, inLink: boolean): void => {
    if (
      node.type === "html" ||
      node.type === "footnoteReference" ||
      (node.type === "code" && node.value.startsWith("\n"))
    )
      facts.needsHtmlParser = true;
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
