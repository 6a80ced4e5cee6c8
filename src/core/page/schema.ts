// The only HTML that reaches a page: what Markdown makes, and a few inline elements that clinics need.
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
]);

/** Ids of footnotes; the page's own prefix is set after sanitising, and raw HTML has lost its ids before. */
export const footnoteId = /^(fn|fnref)-.|^footnote-label$/u;

/** For rehype-sanitize. Ids come from the pipeline alone, so there is nothing to clobber with. */
export const schema: Schema = {
  strip: ["script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"],
  clobber: [],
  clobberPrefix: "",
  ancestors: {
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
    li: ["ul", "ol"],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel", "HTTP", "HTTPS", "MAILTO", "TEL"],
    src: ["https", "HTTPS"],
  },
  tagNames: [
    ...inlineElements,
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "ul", "ol", "li", "input", "section"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
    "*": ["lang", ["dir", "ltr", "rtl", "auto"]],
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
    h2: [
      ["className", "sr-only"],
      ["id", footnoteId],
    ],
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
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  required: { input: { type: "checkbox", disabled: true } },
};

/** A tree with nothing but what the schema allows, and no address that may not be. */
export const sanitise = sanitiserFor(schema);

/** Sanitises by a schema. A schema knows protocols in lower case only, and not as browsers read them: we do. */
export function sanitiserFor(allowed: Schema): (unsafe: Root) => Root {
  const sanitiser = unified()
    .use(rehypeSanitize, { ...allowed, protocols: {} })
    .freeze();
  return (unsafe) => {
    const tree = sanitiser.runSync(unsafe);
    refuseAddresses(tree);
    return tree;
  };
}

function refuseAddresses(node: Nodes): void {
  if (node.type === "element") {
    const { href, src } = node.properties;
    if (href !== undefined && !isAllowedLink(String(href))) delete node.properties.href;
    else if (typeof href === "string" && node.tagName === "a") node.properties.href = withSmallScheme(href);
    if (src !== undefined && !isAllowedImage(String(src))) delete node.properties.src;
  }
  if ("children" in node) node.children.forEach(refuseAddresses);
}
