// A decided site: where each page stands, so that links, heads and redirects lead there.
import type { Assets } from "../assets/assets.ts";
import type { PlanContext } from "../page-plan.ts";
import { anchorsOf, isInEveryPage, pageAt } from "../page/links.ts";
import { idPrefix, idPrefixesOf } from "../page/ids.ts";
import type { PageLink } from "../page/template.ts";
import type { Settings } from "../settings.ts";
import type { Terms } from "../terms/terms.ts";
import { addressOf } from "./address-of.ts";
import type { DecidedPage, Decision } from "./decide.ts";
import type { Dist } from "./dist.ts";
import { emptyLedger, type Gone, type Ledger } from "./ledger.ts";
import { heirsOf } from "./standing.ts";

export type Site = {
  settings: Settings;
  terms: Terms | undefined;
  /** What was published before. */
  ledger: Ledger;
  pages: ReadonlyMap<string, DecidedPage>;
  /** The page and language that each address showed before this build. */
  formerly: ReadonlyMap<string, { page: string; language: string }>;
  /** The page's own part of the ids in it. */
  prefixes: ReadonlyMap<string, string>;
  /** The page that took over from each earlier id. */
  heirs: ReadonlyMap<string, string>;
  /** The files of the authors; undefined where nobody has listed them. */
  assets: Assets | undefined;
  /** All files that the last build wrote. */
  formerFiles: ReadonlySet<string>;
  /** SHA-256 of those of authors among them, by path, as far as they are there. */
  assetsFound: ReadonlyMap<string, string>;
};

export function siteOf(
  pages: readonly DecidedPage[],
  { settings, terms, assets }: Pick<PlanContext, "settings" | "terms" | "assets">,
  { ledger = emptyLedger, assets: assetsFound }: Pick<Dist, "ledger" | "assets">,
): Site {
  const gone = ledger.gone.map(({ gone: url, page, language }) => [url, { page, language }] as const);
  const lines = ledger.published.map(({ url, page, language }) => [url, { page, language }] as const);
  return {
    settings,
    terms,
    ledger,
    pages: new Map(pages.map((page) => [page.id, page])),
    formerly: new Map([...gone, ...lines]),
    prefixes: idPrefixesOf(pages.flatMap(({ id, plan }) => (plan ? [id] : []))),
    heirs: heirsOf(pages.flatMap(({ plan }) => plan ?? [])),
    assets,
    formerFiles: new Set(ledger.files),
    assetsFound,
  };
}

/** The address of a page in a language, as far as it is published there. */
export function publishedAddress(site: Site, page: string, language: string): string | undefined {
  const decision = site.pages.get(page)?.decisions.get(language);
  return decision && isPublished(decision) ? decision.url : undefined;
}

export function isPublished(decision: Decision): decision is Exclude<Decision, { status: "withheld" }> {
  return decision.status !== "withheld";
}

/** The address of a page for readers of a language: in it, or where it is not published in it, in the source's. */
export function addressFor(site: Site, page: string, language: string): string | undefined {
  return publishedAddress(site, page, language) ?? publishedAddress(site, page, site.settings.source);
}

/**
 * Where a link of a page leads in a language. A page that is not published now is linked to where it will be; one that
 * there is not, as it was written.
 */
export function linkAddress(site: Site, { page: written, fragment, href }: PageLink, language: string): string {
  const page = pageAt(written, site.pages) ?? written;
  const url = addressFor(site, page, language) ?? addressAhead(site, page);
  if (url === undefined) return href;
  if (fragment === "") return url;
  // What is no place of the page is one that browsers know.
  const known = site.pages.get(page)?.plan?.page;
  if (known && isInEveryPage(fragment) && !anchorsOf(known).has(fragment)) return `${url}#${fragment}`;
  return `${url}#${encodeURIComponent(`${site.prefixes.get(page)}-${fragment}`)}`;
}

function addressAhead({ pages, settings }: Site, page: string): string | undefined {
  const plan = pages.get(page)?.plan;
  return plan && addressOf(settings, settings.source, plan.source.version?.slug ?? page);
}

/** The addresses of a page in every language in which it is published in its own words, by language. */
export function alternatesOf(page: DecidedPage): Record<string, string> {
  const published = [...page.decisions].flatMap(([code, decision]) =>
    isPublished(decision) ? [[code, decision.url] as const] : [],
  );
  return Object.fromEntries(published);
}

/** Where an address of before leads today: to a page in a language, or to none that is published. */
export type Today = { address: string; language: string } | "nowhere";

/**
 * Where a link of a fragment in a language leads today: to the page in the language that it led to, in the fragment's
 * own, or in the source's. Undefined for an address that the site never had.
 */
export function destinationToday(site: Site, href: string, language: string): Today | undefined {
  const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/su.exec(href) ?? [];
  const was = site.formerly.get(path);
  if (!was) return undefined;
  const page = site.heirs.get(was.page) ?? was.page;
  for (const one of [was.language, language, site.settings.source]) {
    const address = publishedAddress(site, page, one);
    if (address !== undefined)
      return { address: address + fragmentToday(site, fragment, was.page, page), language: one };
  }
  return "nowhere";
}

/** A place in a page that has another id now has the new one before it. */
function fragmentToday({ prefixes }: Site, fragment: string, was: string, page: string): string {
  const [before, after] = [`#${encodeURIComponent(`${idPrefix(was)}-`)}`, prefixes.get(page)];
  if (was === page || after === undefined || !fragment.startsWith(before)) return fragment;
  return `#${encodeURIComponent(`${after}-`)}${fragment.slice(before.length)}`;
}

/** Every address that was used once and is not used any more. */
export function goneAddresses(site: Site): Gone[] {
  const used = usedAddresses(site);
  return [...site.formerly]
    .filter(([url]) => !used.has(url))
    .map(([url, { page, language }]) => ({ gone: url, page: site.heirs.get(page) ?? page, language }));
}

/** The addresses of all that is published. */
export function usedAddresses({ pages }: Site): Set<string> {
  return new Set(
    [...pages.values()].flatMap(({ decisions }) =>
      [...decisions.values()].flatMap((decision) => (isPublished(decision) ? [decision.url] : [])),
    ),
  );
}

/**
 * Whether a site stands as one that was decided from the same plans: then all of its files are the same, and need not be
 * made again. A last version is made from its old file: with one of those it is not known.
 */
export function isAlike(site: Site, before: readonly DecidedPage[], gone: readonly Gone[]): boolean {
  const isSame = (one: Decision, other: Decision | undefined): boolean =>
    one.status !== "stale" &&
    one.status === other?.status &&
    (one.status === "withheld" ||
      (other.status !== "withheld" &&
        one.version === other.version &&
        one.path === other.path &&
        one.url === other.url));
  return (
    site.pages.size === before.length &&
    JSON.stringify(goneAddresses(site)) === JSON.stringify(gone) &&
    before.every(({ id, decisions }) => {
      const now = site.pages.get(id)?.decisions;
      return now?.size === decisions.size && [...now].every(([language, one]) => isSame(one, decisions.get(language)));
    })
  );
}
