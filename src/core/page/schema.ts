// The only HTML that reaches a page: what Markdown makes, and a few inline elements that clinics need.
import type { Options as Schema } from "rehype-sanitize";

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

/** Footnote ids as remark-rehype makes them with an empty prefix; the page's own prefix is set after sanitising. */
const footnoteId = /^(fn|fnref)-.|^footnote-label$/u;

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
    href: ["http", "https", "mailto", "tel"],
    src: ["https"],
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
