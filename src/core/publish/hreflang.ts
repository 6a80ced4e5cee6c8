// What search engines are told of a page's other languages: whole addresses, or nothing.
import { commonLanguage } from "../language/all.ts";
import { wholeAddress } from "./address-of.ts";
import type { DecidedPage } from "./decide.ts";
import { alternatesOf, isPublished, type Site } from "./site.ts";

/** The whole address of a page in one language; `x-default` is for readers of none of them. */
export type Hreflang = { hreflang: string; address: string };

/**
 * A page in all languages in which it is published in its own words. Readers of none of these most likely read English;
 * else they get the source. None where one of the addresses is not known whole: search engines believe only pages that
 * all name each other.
 */
export function hreflangsOf({ settings }: Site, page: DecidedPage): Hreflang[] {
  const alternates = Object.entries(alternatesOf(page));
  const known = alternates.flatMap(([hreflang, url]) => {
    const address = wholeAddress(settings, url);
    return address === undefined ? [] : [{ hreflang, address }];
  });
  if (known.length < alternates.length) return [];
  const common =
    known.find(({ hreflang }) => hreflang.split("-")[0] === commonLanguage) ??
    known.find(({ hreflang }) => hreflang === settings.source);
  return common ? [...known, { hreflang: "x-default", address: common.address }] : known;
}

/** Whether there is something published whose whole address is not known. */
export function lacksSite(pages: readonly DecidedPage[], settings: Site["settings"]): boolean {
  return pages.some(({ decisions }) =>
    [...decisions.values()].some(
      (decision) => isPublished(decision) && wholeAddress(settings, decision.url) === undefined,
    ),
  );
}
