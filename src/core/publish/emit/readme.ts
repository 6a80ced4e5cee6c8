// `README.md`: for the person who puts these files into a web site. Its examples are paths of this site.
import {
  abovePath,
  assetsFolder,
  bodyPath,
  embedPath,
  embedScriptPath,
  framePath,
  headPath,
  ledgerPath,
  manifestPath,
  manifestSchemaPath,
  readmePath,
  redirectsPath,
  sitemapPath,
  stylesheetPath,
} from "../../layout.ts";
import { assetAddress } from "../../assets/published.ts";
import type { Settings } from "../../settings.ts";
import { languageData, type Emitter, type FilledSite } from "../filled.ts";
import type { Published } from "../ledger.ts";
import { manifestFields } from "../manifest.ts";

export const emitReadme: Emitter = (filled) => {
  const example = exampleOf(filled);
  const { settings } = filled.site;
  const parts = [
    introduction,
    ...(example === undefined ? [] : [includes(example), whereServed(settings), menus(example)]),
    styling,
    fileTable(settings, example?.path ?? "en/example.html"),
    fieldTable(),
  ];
  return [[readmePath, parts.join("\n")]];
};

/** The first page that is published in a translation, or else the first. */
function exampleOf({ site, pages }: FilledSite): Published | undefined {
  const published = [...pages.values()].flatMap((languages) => [...languages.values()].map((one) => one.published));
  return published.find(({ language }) => language !== site.settings.source) ?? published[0];
}

const introduction = `# For the web site

Målvakt made the files of this folder. Every translation in them was approved by a person. Do not change them: the next build
writes them anew, this page too. Copy the whole folder to the server after each build. The folder is called \`malvakt/\` below.
`;

const includes = ({ path, language }: Published): string => `## A page in your template

Three files make a page: one for the head, one above the text, and the text. In PHP:

\`\`\`php
<?php $dist = __DIR__ . '/malvakt/'; ?>
<!doctype html>
<html lang="${language}" dir="${languageData(language).direction}">
<head>
<meta charset="utf-8">
<?php readfile($dist . '${headPath(path)}'); ?>
</head>
<body>
<?php readfile($dist . '${abovePath(path)}'); ?>
<main>
<?php readfile($dist . '${path}'); ?>
</main>
</body>
</html>
\`\`\`

The head has a \`<title>\`: take yours out. If your system writes a title or links of its own, take only the parts that it lacks;
each part begins with a comment, \`<!-- malvakt: title -->\`, \`<!-- malvakt: links -->\` or \`<!-- malvakt: data -->\`, and goes on to
the next. The text is safe HTML without scripts and styles. Do not write file names of pages by hand where you can read them from
\`${manifestPath}\`: a page may get another address, or leave the site.

Where you can only paste HTML, paste the content of \`${embedPath(path)}\`; a script keeps it up to date. Where pasted HTML
may hold no script, show \`${framePath(path)}\` in an \`<iframe>\`.
`;

function whereServed(settings: Settings): string {
  const { assets } = settings;
  const place = assetAddress(settings, `${assetsFolder}/`);
  return assets === undefined
    ? `Pictures have addresses that begin with \`${place}\`: serve the folder \`${assetsFolder}/\` there. Or say in \`malvakt.yaml\`, as
\`assets\`, at which address you serve this whole folder, and build again; files that are pasted need that.
`
    : `Pictures and the script have addresses that begin with \`${assets}\`: serve this whole folder there.
`;
}

const menus = ({ page, language, path }: Published): string => `## Menu of languages, and a notice

\`${abovePath(path)}\` has the links to the page in its other languages, and on a page whose text is old a sentence that says so. To
make your own of \`${manifestPath}\`, with Node:

\`\`\`js
import manifest from "./malvakt/${manifestPath}" with { type: "json" };

const { languages, pages } = manifest;
const page = pages[${JSON.stringify(page)}][${JSON.stringify(language)}];
for (const [code, url] of Object.entries(page.alternates)) {
  const { name, dir } = languages[code];
  console.log(\`<a href="\${url}" hreflang="\${code}" lang="\${code}" dir="\${dir}">\${name}</a>\`);
}
if (page.status === "stale") console.log(page.notice);
\`\`\`

A page that is not published in a language (\`withheld\`) is not in \`alternates\`, and has no files.
`;

const styling = `## Styling

The text takes the styles of your site. \`${stylesheetPath}\` has a few more, for tables, footnotes and notes: link it, or copy what
you need. Select the text by \`article[data-page]\`, a page by \`[data-page="…"]\`, and an old text by \`[data-status="stale"]\`. In
languages that are written from right to left \`dir="rtl"\` stands on the article: write \`margin-inline-start\`, not \`margin-left\`.
`;

function fileTable({ publish: { heading, sitemap } }: Settings, path: string): string {
  const rows: [string, string][] = [
    [path, "the text of a page, one article element"],
    ...(heading === "both"
      ? [[bodyPath(path), "the same without the page's own heading"] satisfies [string, string]]
      : []),
    [headPath(path), "title, description, links and structured data, for the head of the page"],
    [abovePath(path), "menu of languages, and the notice of an old text"],
    [embedPath(path), "the text to paste into a page of any site, with the script that keeps it up to date"],
    [framePath(path), "the text as a whole page, for an iframe"],
    [manifestPath, "what is published, for programs"],
    [manifestSchemaPath, "what the fields of that file are, as JSON Schema"],
    [redirectsPath, "addresses that pages had, and where each leads now (`null`: nowhere, answer 410)"],
    ...(sitemap
      ? [[sitemapPath(1), "all pages and their languages, for search engines"] satisfies [string, string]]
      : []),
    [`${assetsFolder}/`, "pictures and other files that the texts show or lead to"],
    [embedScriptPath, "the script of `embed.html` and `frame.html` files"],
    ["frame.css", "the style of `frame.html` files"],
    [stylesheetPath, "optional style"],
    [ledgerPath, "not for the site: the next build reads it, so keep it with the rest"],
  ];
  return `## Files\n\n${table(["file", "is"], rows)}`;
}

function fieldTable(): string {
  const rows = manifestFields().map(({ name, meaning }): [string, string] => [name, meaning]);
  return `## Fields of \`${manifestPath}\`

A \`*\` in a name stands for any key: a language's code, a page's id, or a place in a list. What may be missing is left out.

${table(["field", "is"], rows)}`;
}

function table(head: readonly [string, string], rows: readonly [string, string][]): string {
  const lines = rows.map(
    ([name, meaning]) => `| \`${name}\` | ${meaning.replaceAll("|", "\\|").replaceAll("<", "\\<")} |`,
  );
  return `| ${head.join(" | ")} |\n| --- | --- |\n${lines.join("\n")}\n`;
}
