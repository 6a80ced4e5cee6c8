// Where the files of a project stand: the only place that knows what a path means.

/** The settings, at the root of a project. */
export const settingsPath = "malvakt.yaml";

/** The folder of pages, catalogs and termbase. */
export const contentFolder = "content";

/** Where a build writes, unless it is told otherwise. */
export const outputFolder = "dist";

/** What the names of pages end in, in small letters or capitals. */
export const pageEndings: readonly string[] = [".md", ".markdown"];

/** What the names of catalogs end in. */
export const catalogEnding = ".po";

/** What other files with text end in: in the folder of pages they may be meant as such. */
const textEndings: readonly string[] = [".mdx", ".mdown", ".mkd", ".txt", ".html", ".htm", ".rst", ".adoc", ".docx"];

/** The ending of these that a path has, in small letters; undefined for none, and for a name that is nothing else. */
export function endingOf(path: string, endings: readonly string[]): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return endings.find((ending) => name.endsWith(ending) && name !== ending);
}

export function isPagePath(path: string): boolean {
  return endingOf(path, pageEndings) !== undefined;
}

export function isCatalogPath(path: string): boolean {
  return endingOf(path, [catalogEnding]) !== undefined;
}

/** The ending of a file with text that is no page. */
export function otherTextEnding(path: string): string | undefined {
  return endingOf(path, textEndings);
}

/** The language and id of a page, from its path in the project. */
export function pageOfPath(path: string): { language: string; id: string } | undefined {
  const ending = endingOf(path, pageEndings);
  const [, language, id] = new RegExp(`^${contentFolder}/([^/]+)/(.+)$`, "u").exec(path) ?? [];
  if (ending === undefined || language === undefined || id === undefined) return undefined;
  return { language, id: id.slice(0, -ending.length) };
}

/** The language and page of a catalog, from its path in the project. */
export function catalogOfPath(path: string): { language: string; page: string } | undefined {
  const [, language, page] = new RegExp(`^${contentFolder}/([^/]+)/(.+)\\${catalogEnding}$`, "u").exec(path) ?? [];
  return language === undefined || page === undefined ? undefined : { language, page };
}

/** The path, from the folder of pages, that a path in a page leads to; undefined where it leads out of that folder. */
export function placeFrom(pageId: string, path: string): string | undefined {
  const folders = pageId.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (folders.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") folders.push(part);
  }
  return folders.join("/");
}

/** How a file in the folder of pages is reached from a page: the address of a link, as Markdown can hold it. */
export function pathToFile(fromId: string, file: string): string {
  const from = fromId.split("/").slice(0, -1);
  const to = file.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const path = [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
  // What begins like an address of the web, of mail or of another scheme would be read as one.
  return path.replace(/^www\./iu, "./$&").replaceAll(/[%\s()<>"'?#:@]/gu, (sign) => {
    const encoded = encodeURIComponent(sign);
    return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
  });
}

/** How a page's file is reached from another page's. */
export function pathToPage(fromId: string, toId: string): string {
  return pathToFile(fromId, `${toId}${pageEndings[0]}`);
}

/** The folder whose own page this is (the root's is empty); undefined for a page beside others. */
export function folderOfIndex(pageId: string): string | undefined {
  const [, folder] = /^(?:(.+)\/)?(?:_?index|readme)$/iu.exec(pageId) ?? [undefined, undefined];
  return folder ?? (/^(?:_?index|readme)$/iu.test(pageId) ? "" : undefined);
}

/** Path of a page's file from the root of the project; pages found on disk may have another ending. */
export function pagePath(source: string, pageId: string): string {
  return `${contentFolder}/${source}/${pageId}.md`;
}

/** Path of a page's catalog from the root of the project. */
export function catalogPath(language: string, pageId: string): string {
  return `${contentFolder}/${language}/${pageId}${catalogEnding}`;
}

/** The language whose folder a path of the project lies in; undefined outside the folders of languages. */
export function languageOfPath(path: string): string | undefined {
  return new RegExp(`(?:^|/)${contentFolder}/([^/]+)/`, "u").exec(path)?.[1];
}

/** Path of a fragment below the output folder. */
export function fragmentPath(language: string, slug: string): string {
  return `${language}/${slug === "" ? "index" : slug}.html`;
}

/** The slug that a fragment's path was made from. */
export function slugOfPath(language: string, fragment: string): string {
  const slug = fragment.slice(language.length + 1).replace(/\.html$/u, "");
  return slug === "index" ? "" : slug;
}

/** Whether a path of the output folder can be that of a fragment in this language, or in any. */
export function isFragmentPath(path: string, language?: string): boolean {
  const isInFolder = language === undefined || path.startsWith(`${language}/`);
  return isInFolder && path.endsWith(".html") && !besidesFragment.some((ending) => path.endsWith(ending));
}

/** What the names of files beside a fragment end in; a slug has no dot, and so no such ending. */
const headEnding = ".head.html";
const bodyEnding = ".body.html";
const embedEnding = ".embed.html";
const frameEnding = ".frame.html";
const aboveEnding = ".above.html";
const besidesFragment = [headEnding, bodyEnding, embedEnding, frameEnding, aboveEnding];

/** Whether a file goes with a fragment: it holds its text in another form, or stands above it. */
export function goesWithFragment(path: string): boolean {
  return [bodyEnding, aboveEnding, embedEnding, frameEnding].some((ending) => path.endsWith(ending));
}

/** Path of what belongs into the head of a page, beside its fragment. */
export function headPath(fragment: string): string {
  return fragment.replace(/\.html$/u, headEnding);
}

/** Path of the fragment without the page's own heading, beside the one with it. */
export function bodyPath(fragment: string): string {
  return fragment.replace(/\.html$/u, bodyEnding);
}

/** Path of the fragment as it is pasted into a page of any site, with the script that keeps it up to date. */
export function embedPath(fragment: string): string {
  return fragment.replace(/\.html$/u, embedEnding);
}

/** Path of the fragment as a whole page, for sites that show foreign HTML in a frame only. */
export function framePath(fragment: string): string {
  return fragment.replace(/\.html$/u, frameEnding);
}

/** Path of what a site shows above a fragment: the menu of languages, and a notice. */
export function abovePath(fragment: string): string {
  return fragment.replace(/\.html$/u, aboveEnding);
}

/** From a file of the output folder to one at its top. */
export function pathToTop(from: string, file: string): string {
  return "../".repeat(from.split("/").length - 1) + file;
}

/** Files at the top of the output folder. */
export const embedScriptPath = "embed.js";
export const frameStylePath = "frame.css";
export const manifestPath = "manifest.json";
export const manifestSchemaPath = "manifest.schema.json";
export const ledgerPath = "ledger.json";
export const redirectsPath = "redirects.json";
export const stylesheetPath = "malvakt.css";
export const readmePath = "README.md";

/** The folder of the output folder that holds pictures and other files of the author's. */
export const assetsFolder = "assets";

/** Path of a site's first sitemap, or of one that goes on where another is full. */
export function sitemapPath(number: number): string {
  return number === 1 ? "sitemap.xml" : `sitemap-${number}.xml`;
}

/**
 * Whether a path leads to a place below its folder, whatever the system, and to nothing hidden: it is one that a build
 * could have written.
 */
export function staysInside(path: string): boolean {
  return (
    /^[^/\\]/u.test(path) &&
    !path.split(/[/\\]/u).some((part) => part === "" || part.startsWith(".")) &&
    !/[:\p{Cc}]/u.test(path)
  );
}
