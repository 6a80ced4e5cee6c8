// Markdown text to a sanitised HTML tree, with what directives say marked on its nodes.
import type { Root } from "hast";
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
import rehypeSanitize from "rehype-sanitize";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type Processor } from "unified";
import { applyDirectives, type DirectiveReading } from "./directives.ts";
import { schema } from "./schema.ts";

export type ParsedPage = {
  tree: Root;
  directives: DirectiveReading;
  /** Bare URLs in running text, which are not links here: [start, end) in the page. */
  bareUrls: [number, number][];
};

/** GFM without its bare-URL links: that extension alone doubles the time that parsing takes. */
function gfmExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}

/** Labels of footnotes differ per language: they are left as marks here, and filled in with the template. */
export const footnoteLabel = "footnotes";
function backLabel(reference: number, repeat: number): string {
  return repeat > 1 ? `${reference + 1}-${repeat}` : `${reference + 1}`;
}

const markdown = unified().use(remarkParse).use(gfmExtensions).freeze();
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteLabel, footnoteBackLabel: backLabel })
  .freeze();
const raw = unified().use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, schema).freeze();

/** Parses a page (the body, front matter blanked out). Positions of the tree are those of the text. */
export function parsePage(text: string): ParsedPage {
  const parsed = markdown.parse(text);
  const facts = lookThrough(parsed);
  let tree = toHtml.runSync(parsed);
  let directives: DirectiveReading = { waivers: [], mistakes: [] };
  // The HTML parser changes nothing on most pages; these are the things of Markdown that it writes otherwise.
  if (facts.needsHtmlParser) {
    tree = raw.runSync(tree);
    directives = applyDirectives(tree);
  }
  return { tree: withoutForeignHosts(sanitise.runSync(tree)), directives, bareUrls: facts.bareUrls };
}

function lookThrough(tree: MarkdownRoot): { needsHtmlParser: boolean; bareUrls: [number, number][] } {
  const facts = { needsHtmlParser: false, bareUrls: [] as [number, number][] };
  const visit = (node: Nodes, inLink: boolean): void => {
    if (
      node.type === "html" ||
      node.type === "footnoteReference" ||
      (node.type === "code" && node.value.startsWith("\n"))
    )
      facts.needsHtmlParser = true;
    if (node.type === "text" && !inLink && node.value.includes("://")) {
      const start = node.position?.start.offset ?? 0;
      const [source, offset] = [node.value, start];
      for (const match of source.matchAll(/https?:\/\/[^\s<>()]+/giu))
        facts.bareUrls.push([offset + match.index, offset + match.index + match[0].length]);
    }
    if ("children" in node)
      for (const child of node.children) visit(child, inLink || node.type === "link" || node.type === "linkReference");
  };
  visit(tree, false);
  return facts;
}

/** `//host/path` has no protocol that a schema could judge, and leads to any host. */
export function withoutForeignHosts(tree: Root): Root {
  const visit = (node: Root | Root["children"][number]): void => {
    if (node.type === "element") {
      for (const name of ["href", "src"]) {
        if (/^[\s\\/]*[\\/]{2}/u.test(String(node.properties[name] ?? ""))) delete node.properties[name];
      }
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return tree;
}
