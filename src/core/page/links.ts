// What the addresses of a page lead to: pages of the site, files beside them, or something that is neither.
import { endingOf, folderOfIndex, pageEndings, placeFrom } from "../layout.ts";
import { onceFor } from "../once.ts";
import type { Page } from "./page.ts";

/** A page that a link leads to. `isForeign`: the path is as other programs write it, `annen.html` or `annen/`. */
export type LinkTarget = { page: string; fragment: string; isForeign: boolean };

/** What addresses of pages end in on other sites. */
const webEndings = [".html", ".htm", ".php"];

/**
 * The page and place that an address in a page stands for; undefined for any other address. Sites have addresses of
 * their own, so of foreign paths only those count that none of them can have: there need not be such a page.
 */
export function linkTarget(href: string, pageId: string): LinkTarget | undefined {
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/su.exec(href) ?? [];
  const fragment = decoded(hash);
  if (path === "") return query === "" && hash !== "" ? { page: pageId, fragment, isForeign: false } : undefined;
  if (!leadsAlongPath(href) || isOfProgram(path) || withoutScheme(href)) return undefined;
  const ending = endingOf(path, pageEndings);
  const isRooted = path.startsWith("/");
  const other = endingOf(path, webEndings);
  if (ending === undefined && (isRooted || (other === undefined && hasEnding(path)))) return undefined;
  const name = path.slice(0, path.length - (ending ?? other ?? "").length).replace(/\/$/u, "");
  const page = placeFrom(isRooted ? "" : pageId, decoded(name));
  return page === undefined
    ? undefined
    : { page, fragment, isForeign: ending === undefined || isRooted || query !== "" };
}

/** What links can lead to in a page: its headings first. */
export function anchorsOf({ headings, anchors }: Pick<Page, "headings" | "anchors">): Set<string> {
  return new Set([...headings.map(({ anchor }) => anchor), ...anchors]);
}

/** Whether browsers know a place by themselves: the top of a page, and words in it. */
export function isInEveryPage(fragment: string): boolean {
  return /^(?:|top|:~:text=.*)$/iu.test(fragment);
}

/** The page of a site that an id stands for: its own, or that of a folder. */
export function pageAt(id: string, site: ReadonlyMap<string, unknown>): string | undefined {
  return site.has(id) ? id : pagesOfFolders(site).get(id);
}

const pagesOfFolders = onceFor(
  (site: ReadonlyMap<string, unknown>) => site,
  (site) => {
    const found = new Map<string, string>();
    for (const id of site.keys()) {
      const folder = folderOfIndex(id);
      if (folder !== undefined) found.set(folder, id);
    }
    return found;
  },
);

/** The path of a file that an address leads to; undefined for pages, folders, and addresses from the site's root. */
export function pathOfFile(href: string): string | undefined {
  const [path = ""] = href.split(/[?#]/u, 1);
  if (!leadsAlongPath(href) || path.startsWith("/") || isOfProgram(path) || !hasEnding(path) || withoutScheme(href))
    return undefined;
  return endingOf(path, [...pageEndings, ...webEndings]) === undefined ? decoded(path) : undefined;
}

/** Whether a path of a page leads out of the folder of pages. */
export function leadsOutside(href: string, pageId: string): boolean {
  const [path = ""] = href.split(/[?#]/u, 1);
  const isFile = hasEnding(path) && endingOf(path, [...pageEndings, ...webEndings]) === undefined;
  return !isFile && !path.startsWith("/") && !isOfProgram(path) && placeFrom(pageId, decoded(path)) === undefined;
}

/** Whether an address is a path: not within its page, and with no scheme or host of its own. */
export function leadsAlongPath(href: string): boolean {
  return !/^(?:[#?]|[\\/]{2}|[a-z][a-z\d+.-]*:|$)/iu.test(href);
}

/** An address of mail or of the web without its beginning, with what to write for it; undefined for any other. */
export function withoutScheme(href: string): { kind: "mail" | "web"; write: string } | undefined {
  if (/^[^\s@/?#]+@[^\s@/?#]+\.[a-z]{2,}$/iu.test(href)) return { kind: "mail", write: `mailto:${href}` };
  if (/^www\.[^/]+\.[a-z]{2,}(?:[/?#]|$)/iu.test(href)) return { kind: "web", write: `https://${href}` };
  return undefined;
}

/** A path with a gap that another program would fill. */
function isOfProgram(path: string): boolean {
  return /[{}]|%7B/iu.test(path);
}

function hasEnding(path: string): boolean {
  return /\.[a-z\d]{1,5}$/iu.test(path);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}
