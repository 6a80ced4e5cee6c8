// Where things lie in the folder of a preview, and how one page of it reaches another.
import { addressOf } from "../publish/address-of.ts";
import { isPublished, type Site } from "../publish/site.ts";

export const overviewPath = "index.html";

/** The file of a page in one language: under its id, which stays when its address changes. */
export function placeOfPage(language: string, page: string): string {
  return `${language}/${page === "" ? "_" : page}.html`;
}

/** The file of what readers have of a page now, where that is another version. */
export function standingPlace(language: string, page: string): string {
  return `now/${placeOfPage(language, page)}`;
}

/** How one file of the preview leads to another. */
export function hrefFrom(here: string, there: string): string {
  const up = here
    .split("/")
    .slice(1)
    .map(() => "..");
  return [...up, ...there.split("/").map(encodeURIComponent)].join("/");
}

/** The page that each address of the site leads to, or will lead to; with the origin of the site, and without. */
export function addressesOf({ settings, pages }: Site): Map<string, { page: string; language: string }> {
  const found = new Map<string, { page: string; language: string }>();
  for (const { id, plan, decisions } of pages.values()) {
    if (!plan) continue;
    const { source } = settings;
    const ahead = addressOf(settings, source, plan.source.version?.slug ?? plan.page?.slug ?? id);
    const urls = [...decisions].flatMap(([language, one]) => (isPublished(one) ? [[language, one.url] as const] : []));
    for (const [language, url] of [...urls, [source, ahead] as const])
      for (const address of [url, (settings.site ?? "") + url])
        if (!found.has(address)) found.set(address, { page: id, language });
  }
  return found;
}
