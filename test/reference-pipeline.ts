// The pipeline of law 1 without segmentation: what a page is before anything of ours touches it.
import type { Element, Nodes, Root } from "hast";
import type { Root as Markdown } from "mdast";
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
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type Processor } from "unified";
import { isAllowedImage, isAllowedLink } from "../src/core/address.ts";
import { markAnchors, moveAnchors, setAnchorIds, takeHeadingIds } from "../src/core/page/anchors.ts";
import { alertLabelled, dressAlerts, settleAlerts, takeAlerts } from "../src/core/page/alerts.ts";
import { nb } from "../src/core/language/nb.ts";
import { dropIdle, partBlocks } from "../src/core/page/raw-html.ts";
import { schema } from "../src/core/page/schema.ts";

function gfm(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}

/** Tells the pipeline's own footnotes from raw HTML that looks like them; no test writes it into a page. */
const own = "k7q-";

// HTML that is never closed is drawn into the section, and stands between it and its heading.
const holdsLabel = (node: Nodes): boolean =>
  node.type === "element" &&
  node.tagName !== "section" &&
  ("dataOwn" in node.properties || node.children.some(holdsLabel));
const isOwn = ({ tagName, properties, children }: Element): boolean =>
  [properties.id, properties.href].some((value) =>
    String(value ?? "")
      .replace(/^#/u, "")
      .startsWith(own),
  ) ||
  "dataOwn" in properties ||
  (tagName === "section" && children.some(holdsLabel));

/** Raw HTML cannot have what makes a footnote. */
function withoutForgeries() {
  const visit = (node: Nodes): void => {
    if ("children" in node) node.children.forEach(visit);
    if (node.type !== "element") return;
    const { properties, tagName } = node;
    if (isOwn(node)) {
      for (const name of ["id", "href"])
        if (name in properties) properties[name] = String(properties[name]).replace(own, "");
      return;
    }
    for (const name of [
      "id",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "dataFootnotes",
      "ariaLabel",
      "ariaDescribedBy",
    ])
      delete properties[name];
    if (["a", "h2", "section"].includes(tagName)) delete properties.className;
  };
  return (tree: Root): void => visit(tree);
}

function withoutForeignAddresses() {
  const visit = (node: Nodes): void => {
    if ("children" in node) node.children.forEach(visit);
    if (node.type !== "element") return;
    const { href, src } = node.properties;
    if (href !== undefined && !isAllowedLink(String(href))) delete node.properties.href;
    if (typeof node.properties.href === "string")
      node.properties.href = node.properties.href.replace(/^[A-Za-z]+:/u, (scheme) => scheme.toLowerCase());
    if (src !== undefined && !isAllowedImage(String(src))) delete node.properties.src;
    if (String(node.properties.className) === "") delete node.properties.className;
    if (node.tagName === "pre") withoutTitles(node);
  };
  return (tree: Root): void => visit(tree);
}

/** Alerts are labelled in Bokmål. */
function labelAlerts(node: Nodes): void {
  const alert = node.type === "element" ? alertLabelled(node) : undefined;
  if (alert && node.type === "element") node.children = [{ type: "text", value: nb.labels.alerts[alert] }];
  else if ("children" in node) node.children.forEach(labelAlerts);
}

/** No one translates code. */
function withoutTitles(node: Nodes): void {
  if (node.type === "element") delete node.properties.title;
  if ("children" in node) node.children.forEach(withoutTitles);
}

/** Raw HTML always parsed, footnotes labelled in Bokmål. */
const reference = unified()
  .use(remarkParse)
  .use(gfm)
  .use(() => (tree, file) => void takeHeadingIds(tree as Markdown, String(file)))
  .use(() => (tree, file) => void takeAlerts(tree as Markdown, String(file)))
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: own,
    footnoteLabelProperties: { dataOwn: "" },
    footnoteLabel: "Fotnoter",
    footnoteBackLabel: (index: number, repeat: number) =>
      `Tilbake til referanse ${repeat > 1 ? `${index + 1}-${repeat}` : `${index + 1}`}`,
  })
  .use(rehypeRaw)
  .use(() => (tree: Root) => markAnchors(tree, isOwn))
  .use(withoutForgeries)
  .use(() => (tree: Root) => {
    settleAlerts(tree);
    partBlocks(tree);
  })
  .use(rehypeSanitize, { ...schema, protocols: {} })
  .use(withoutForeignAddresses)
  .use(() => (tree: Root) => {
    dropIdle(tree);
    dressAlerts(tree);
    labelAlerts(tree);
    moveAnchors(tree);
    setAnchorIds(tree, "x");
  })
  .use(rehypeStringify)
  .freeze();

/** Ids of headings are the product's own addition; footnote ids get the page's part before them. */
export function withoutIds(html: string): string {
  return html
    .replaceAll(/(<h[1-6]) id="x-(?!footnote-label")[^"]*"/gu, "$1")
    .replaceAll(/(id|aria-describedby)="x-(fn|footnote)/gu, '$1="$2')
    .replaceAll('href="#x-fn', 'href="#fn');
}

/** A soft line break with the blanks around it is one space, but never in `pre`. */
export function softened(html: string): string {
  return html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(/[ \t]*\r?\n[ \t]*/gu, " ")))
    .join("");
}

/** The HTML of a page's body. */
export function referenceOf(markdown: string): string {
  // The page's body begins after three lines of front matter, which are blank to the parser.
  return String(reference.processSync(`   \n        \n   \n${markdown}`));
}
