// `malvakt.css`: a little style for what sites mostly have none for. It is optional, and sets no fonts and no colours.
import { stylesheetPath } from "../../layout.ts";
import type { Emitter } from "../filled.ts";

const stylesheet = `/* Optional style for the pages of Malvakt: link it, or copy from it what your site lacks. */
article[data-page] {
  overflow-wrap: break-word;
}
article[data-page] :is(p, li, dd, td) {
  hyphens: auto;
}
article[data-page] img {
  max-inline-size: 100%;
  block-size: auto;
}
article[data-page] :is([role="region"], pre) {
  overflow-x: auto;
}
article[data-page] [role="region"] {
  margin-block: 1em;
}
article[data-page] [role="region"]:focus-visible {
  outline: 2px solid;
  outline-offset: 2px;
}
article[data-page] table {
  border-collapse: collapse;
  min-inline-size: 50%;
}
article[data-page] :is(th, td) {
  padding: 0.4em 0.75em;
  border-block-end: 1px solid;
  vertical-align: top;
}
article[data-page] :is(th, td):is(:not([align]), [align="left"]) {
  text-align: start;
}
article[data-page] :is(th, td)[align="right"] {
  text-align: end;
}
article[data-page] bdi {
  white-space: nowrap;
}
article[data-page] sup {
  line-height: 0;
}
article[data-page] .footnotes {
  margin-block-start: 2em;
  border-block-start: 1px solid;
  font-size: 0.9em;
}
article[data-page] .data-footnote-backref {
  font-variant-emoji: text;
}
article[data-page] .contains-task-list {
  padding-inline-start: 0;
  list-style: none;
}
article[data-page] .markdown-alert {
  margin-block: 1em;
  border-inline-start: 0.25em solid;
  padding-inline-start: 1em;
}
article[data-page] .markdown-alert-title {
  font-weight: bold;
}
`;

export const emitStylesheet: Emitter = () => [[stylesheetPath, stylesheet]];
