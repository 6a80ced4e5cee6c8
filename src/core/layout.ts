// Where the files of a project stand: the only place that knows what a path means.

/** The folder of pages, catalogs and termbase. */
export const contentFolder = "content";

/** Where a build writes, unless it is told otherwise. */
export const outputFolder = "dist";

/** Path of a page's file from the root of the project; pages found on disk may have another ending. */
export function pagePath(source: string, pageId: string): string {
  return `${contentFolder}/${source}/${pageId}.md`;
}

/** Path of a page's catalog from the root of the project. */
export function catalogPath(language: string, pageId: string): string {
  return `${contentFolder}/${language}/${pageId}.po`;
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

/** Path of what belongs into the head of a page, beside its fragment. */
export function headPath(fragment: string): string {
  return fragment.replace(/\.html$/u, ".head.html");
}

/** Files at the top of the output folder. */
export const manifestPath = "manifest.json";
export const manifestSchemaPath = "manifest.schema.json";
export const ledgerPath = "ledger.json";
export const redirectsPath = "redirects.json";

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
