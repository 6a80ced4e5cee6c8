// `<language>/<slug>.frame.html`: the fragment as a whole small page, for site builders that show foreign HTML in a frame only.
import { embedScriptPath, framePath, frameStylePath, pathToTop } from "../../layout.ts";
import { escapeAttribute, escapeContent } from "../../page/template.ts";
import { attributeOf, readMarkup, withAttribute, withoutAttribute, writeMarkup, type Piece } from "../markup.ts";
import { languageData, type Emitter, type FilledPage } from "../filled.ts";

export const emitFrames: Emitter = ({ site, pages }) => {
  const frames = [...pages.values()].flatMap((languages) =>
    [...languages.values()].map((filled) => {
      const path = framePath(filled.published.path);
      return [path, frameOf(filled, path, site.settings.site)] as const;
    }),
  );
  return [[frameStylePath, frameStyle], ...frames];
};

/** A frame has no style of the site around it. */
const frameStyle = `body {
  display: flow-root;
  margin: 0;
  font-family: system-ui, sans-serif;
  line-height: 1.5;
  overflow-wrap: break-word;
}

img {
  max-width: 100%;
  height: auto;
}

table {
  border-collapse: collapse;
}

th,
td {
  border: 1px solid;
  padding: 0.25em 0.5em;
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25em 1em;
  padding: 0;
  list-style: none;
}
`;

function frameOf({ published, html }: FilledPage, path: string, origin: string | undefined): string {
  const { page, language, title } = published;
  const url = published.url.startsWith("/") ? origin && origin + published.url : published.url;
  const head = [
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeContent(title)}</title>`,
    `<meta name="robots" content="noindex">`,
    // The page that shows the frame may be found by this text; the frame itself may not.
    `<meta name="googlebot" content="noindex, indexifembedded">`,
    ...(url === undefined ? [] : [`<link rel="canonical" href="${escapeAttribute(url)}">`]),
    `<base target="_top">`,
    `<link rel="stylesheet" href="${pathToTop(path, frameStylePath)}">`,
    `<script type="module" async src="${pathToTop(path, embedScriptPath)}"></script>`,
  ];
  const site = origin === undefined ? "" : ` site="${escapeAttribute(origin)}"`;
  const code = escapeAttribute(language);
  return `<!doctype html>
<html lang="${code}" dir="${languageData(language).direction}">
<head>
${head.join("\n")}
</head>
<body>
<malvakt-page page="${escapeAttribute(page)}" language="${code}"${site} frame>
${withFrameLinks(html, origin)}</malvakt-page>
</body>
</html>
`;
}

/** Links within the fragment stay in the frame, and what stands on the site is looked for there, not beside this file. */
function withFrameLinks(html: string, origin: string | undefined): string {
  const markup = readMarkup(html).map((piece): Piece => {
    const name =
      piece.kind === "open" ? ["href", "src"].find((one) => attributeOf(piece, one) !== undefined) : undefined;
    if (name === undefined) return piece;
    const address = attributeOf(piece, name) ?? "";
    if (address.startsWith("#")) return withAttribute(piece, "target", "_self");
    if (origin === undefined || !/^\/(?!\/)/u.test(address)) return piece;
    return withAttribute(withoutAttribute(piece, name), name, origin + address);
  });
  return writeMarkup(markup);
}
