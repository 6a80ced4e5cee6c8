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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}
