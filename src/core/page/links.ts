// Which of the site's own pages a link leads to.
import { endingOf, pageEndings } from "../layout.ts";

/** The page and heading that an address in a page stands for; undefined for any other address. */
export function resolvePageLink(href: string, pageId: string): { page: string; fragment: string } | undefined {
  const match = /^([^?#:]*)(?:#(.*))?$/su.exec(href);
  if (!match) return undefined;
  const [, path = "", fragment = ""] = match;
  if (path === "") return fragment === "" ? undefined : { page: pageId, fragment: decoded(fragment) };
  const ending = endingOf(path, pageEndings);
  if (ending === undefined || path.startsWith("/")) return undefined;
  const folders = pageId.split("/").slice(0, -1);
  for (const segment of decoded(path).slice(0, -ending.length).split("/")) {
    if (segment === "..") {
      if (folders.pop() === undefined) return undefined;
    } else if (segment !== "." && segment !== "") folders.push(segment);
  }
  return { page: folders.join("/"), fragment: decoded(fragment) };
}

/** Whether an address is a path: not within its page, and with no scheme or host of its own. */
export function leadsAlongPath(href: string): boolean {
  return !/^(?:[#?]|[\\/]{2}|[a-z][a-z\d+.-]*:|$)/iu.test(href);
}

/** What is wrong with a path that leads to no page; undefined where it may lead to something on the site or to a file. */
export type DeadPath =
  | { kind: "mail" | "web"; write: string }
  /** `page` is the page that was most likely meant; undefined above the root. */
  | { kind: "page"; page: string | undefined; fragment: string };

/** Judges a path of a page's link. Sites have addresses of their own, so only those count that none of them can have. */
export function deadPath(href: string, pageId: string): DeadPath | undefined {
  if (/^[^\s@/?#]+@[^\s@/?#]+\.[a-z]{2,}$/iu.test(href)) return { kind: "mail", write: `mailto:${href}` };
  if (/^www\.[^/]+\.[a-z]{2,}(?:[/?#]|$)/iu.test(href)) return { kind: "web", write: `https://${href}` };
  const [, path = "", fragment = ""] = /^([^?#]*)[^#]*(#.*)?$/su.exec(href) ?? [];
  if (/[{}]|%7B/iu.test(path)) return undefined;
  const ending = endingOf(path, pageEndings) ?? endingOf(path, webEndings);
  const hasOther = ending === undefined && /\.[a-z\d]{1,5}$/iu.test(path);
  if (hasOther || (path.startsWith("/") && endingOf(path, pageEndings) === undefined)) return undefined;
  const name = path.slice(0, path.length - (ending?.length ?? 0)).replace(/\/$/u, "");
  const folders = path.startsWith("/") ? [] : pageId.split("/").slice(0, -1);
  for (const segment of decoded(name).split("/")) {
    if (segment === "..") {
      if (folders.pop() === undefined) return { kind: "page", page: undefined, fragment };
    } else if (segment !== "." && segment !== "") folders.push(segment);
  }
  return { kind: "page", page: folders.join("/"), fragment };
}

/** Names of a folder's own page. */
const folderPages = ["index", "_index", "README"];

/** The page of a site that a path of a page or folder stands for. */
export function pageAt(id: string, site: { has: (id: string) => boolean }): string | undefined {
  return [id, ...folderPages.map((name) => (id === "" ? name : `${id}/${name}`))].find((one) => site.has(one));
}

/** The page that a path most likely means, as other programs write it (`annen.html`, `annen/`); undefined for others. */
export function pageMeant(href: string, pageId: string): { page: string; fragment: string } | undefined {
  const found = deadPath(href, pageId);
  if (found?.kind !== "page" || found.page === undefined) return undefined;
  return { page: found.page, fragment: decoded(found.fragment.slice(1)) };
}

/**
 * The file in the folder of pages that a path leads to, from that folder; undefined for pages, addresses from the site's
 * root, folders, and what lies outside.
 */
export function fileOfPath(href: string, pageId: string): string | undefined {
  const [path = ""] = href.split(/[?#]/u, 1);
  if (path.startsWith("/") || /[{}]|%7B/iu.test(path) || !/\.[a-z\d]{1,5}$/iu.test(path)) return undefined;
  if (/^[^/]*@|^www\./iu.test(path) || endingOf(path, [...pageEndings, ...webEndings]) !== undefined) return undefined;
  const folders = pageId.split("/").slice(0, -1);
  for (const segment of decoded(path).split("/")) {
    if (segment === "..") {
      if (folders.pop() === undefined) return undefined;
    } else if (segment !== "." && segment !== "") folders.push(segment);
  }
  return folders.join("/");
}

/** What addresses of pages end in on other sites. */
const webEndings = [".html", ".htm", ".php"];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}
