// Run by the benchmark: what sites do without Målvakt, the whole unified pipeline once for each page and language.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
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
import { unified } from "unified";

/** The same Markdown as the product reads: GFM without bare-URL links. @this {import("unified").Processor} */
function gfm() {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}

const pipeline = unified()
  .use(remarkParse)
  .use(gfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

const [source = "", output = "", ...languages] = process.argv.slice(2);
for (const language of languages) {
  mkdirSync(join(output, language), { recursive: true });
  for (const name of readdirSync(source)) {
    const { content } = matter(readFileSync(join(source, name), "utf8"), {});
    writeFileSync(join(output, language, name.replace(/md$/u, "html")), String(pipeline.processSync(content)));
  }
}
