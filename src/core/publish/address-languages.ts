// In which language the page is that an address of the site leads to.
import { onceFor } from "../once.ts";
import { isPublished, linkAddress, type Site } from "./site.ts";

/** The language of the page at an address, where it is another than the reader's; undefined for any other address. */
export function otherLanguageAt(site: Site, address: string, own: string): string | undefined {
  const [path = ""] = address.split("#", 1);
  const origin = site.settings.site;
  const local = origin !== undefined && path.startsWith(`${origin}/`) ? path.slice(origin.length) : path;
  const found = languagesAt(site);
  const languages = found.get(path) ?? found.get(local);
  return languages?.includes(own) === true ? undefined : languages?.[0];
}

const languagesAt = onceFor(
  (site: Site) => site,
  (site) => {
    const found = new Map<string, string[]>();
    const add = (address: string, language: string): void => {
      found.set(address, [...(found.get(address) ?? []), language]);
    };
    const { source } = site.settings;
    for (const [page, { decisions }] of site.pages) {
      for (const [language, decision] of decisions) if (isPublished(decision)) add(decision.url, language);
      // Where it will be: links lead there already.
      const here = { page, fragment: "", isForeign: false, href: "", start: 0, end: 0 };
      add(linkAddress(site, here, source), source);
    }
    return found;
  },
);
