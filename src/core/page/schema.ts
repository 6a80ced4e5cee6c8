// The only HTML that reaches a page: what Markdown makes, and elements for text that have no behaviour.
import type { Nodes, Root } from "hast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import { unified } from "unified";
import { isAllowedImage, isAllowedLink, withSmallScheme } from "../address.ts";

/** Elements that stand inside a text. Every other element is a block and belongs to the template. */
export const inlineElements: ReadonlySet<string> = new Set([
  "a",
  "em",
  "strong",
  "del",
  "code",
  "br",
  "img",
  "sub",
  "sup",
  "abbr",
  "kbd",
  "mark",
  "small",
  "b",
  "i",
  "u",
  "s",
  "q",
  "cite",
  "dfn",
  "span",
]);

/** Ids of footnotes; the page's own prefix is set after sanitising, and raw HTML has lost its ids before. */
export const footnoteId = /^(fn|fnref)-.|^footnote-label$/u;

/** Elements that go with all that is in them: what stands there is for programs, or instead of what cannot be shown. */
export const stripped: ReadonlySet<string> = new Set([
  ...["script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"],
  ...["video", "audio", "canvas", "select", "datalist"],
]);

/** For rehype-sanitize. Ids come from the pipeline alone, so there is nothing to clobber with. */
export const schema: Schema = {
  strip: [...stripped],
  clobber: [],
  clobberPrefix: "",
  ancestors: {
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    tfoot: ["table"],
    thead: ["table"],
    tr: ["table"],
    caption: ["table"],
    dt: ["dl"],
    dd: ["dl"],
    figcaption: ["figure"],
    summary: ["details"],
    li: ["ul", "ol"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel", "HTTP", "HTTPS", "MAILTO", "TEL"],
    src: ["https", "HTTPS"],
  },
  tagNames: [
    ...inlineElements,
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "ul", "ol", "li", "input", "section"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
    ...["div", "dl", "dt", "dd", "figure", "figcaption", "details", "summary"],
  ],
  attributes: {
    "*": ["lang", "title", ["dir", "ltr", "rtl", "auto"]],
    a: [
      "href",
      "title",
      ["id", footnoteId],
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "ariaLabel",
      ["ariaDescribedBy", "footnote-label"],
      ["className", "data-footnote-backref"],
    ],
    img: ["src", "alt", "title"],
    code: [["className", /^language-./u]],
    h2: [["id", footnoteId]],
    input: [
      ["type", "checkbox"],
      ["disabled", true],
      ["checked", true],
    ],
    li: [
      ["className", "task-list-item"],
      ["id", footnoteId],
    ],
    ol: ["start", ["className", "contains-task-list"]],
    ul: [["className", "contains-task-list"]],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: [["align", "left", "center", "right"], "colSpan", "rowSpan"],
    th: [["align", "left", "center", "right"], "colSpan", "rowSpan"],
  },
  required: { input: { type: "checkbox", disabled: true } },
};

/** Whether an element may have an attribute, given as a property of its node. */
export function allowsAttribute(tagName: string, property: string, value: unknown): boolean {
  const own = schema.attributes?.[tagName] ?? [];
  const definitions = [...own, ...(schema.attributes?.["*"] ?? [])];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((one) =>
    definitions.some((definition) => {
      if (typeof definition === "string") return definition === property;
      const [name, ...allowed] = definition;
      return name === property && allowed.some((fit) => (fit instanceof RegExp ? fit.test(String(one)) : fit === one));
    }),
  );
}

/** A tree with nothing but what the schema allows, and no address that may not be. */
export const sanitise = sanitiserFor(schema);

/** Sanitises by a schema. A schema knows protocols in lower case only, and not as browsers read them: we do. */
export function sanitiserFor(allowed: Schema): (unsafe: Root) => Root {
  const sanitiser = unified()
    .use(rehypeSanitize, { ...allowed, protocols: {} })
    .freeze();
  return (unsafe) => {
    const tree = sanitiser.runSync(unsafe);
    refuseAttributes(tree, false);
    return tree;
  };
}

/** Takes addresses away that may not be, lists that were emptied, and titles in code, which no one translates. */
function refuseAttributes(node: Nodes, isInCode: boolean): void {
  const isCode = isInCode || (node.type === "element" && node.tagName === "pre");
  if (node.type === "element") {
    const { href, src, className } = node.properties;
    if (href !== undefined && !isAllowedLink(String(href))) delete node.properties.href;
    else if (typeof href === "string" && node.tagName === "a") node.properties.href = withSmallScheme(href);
    if (src !== undefined && !isAllowedImage(String(src))) delete node.properties.src;
    if (Array.isArray(className) && className.length === 0) delete node.properties.className;
    if (isCode) delete node.properties.title;
  }
  if ("children" in node) for (const child of node.children) refuseAttributes(child, isCode);
}
