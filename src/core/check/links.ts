// Rule `link-broken`: links that lead nowhere, or to something else than their author meant.
import type { TextFinding } from "../finding.ts";
import { pathToPage } from "../layout.ts";
import { message, type Message } from "../messages/message.ts";
import { nearWordsIn, type NearWords } from "../near-words.ts";
import { onceFor } from "../once.ts";
import { anchorsOf, isInEveryPage, leadsOutside, pageAt, withoutScheme } from "../page/links.ts";
import type { Page } from "../page/page.ts";
import type { PageLink } from "../page/template.ts";

/**
 * The pages of a site by id, with the anchors of their headings; undefined for a page that cannot be read just now,
 * which takes no page along that links to it.
 */
export type LinkTargets = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** A page with more broken links than this was not mistyped. */
const mostSuggestions = 200;

/** Without a site, as for a file on its own, links within the page are all that can be judged. */
export function brokenLinks(page: Page, site: LinkTargets | undefined): TextFinding[] {
  let suggested = 0;
  const suggest = (word: string, near: NearWords): string | undefined =>
    (suggested += 1) > mostSuggestions ? undefined : near(word);
  const anchors = anchorsOf(page);
  return [
    ...page.linksWithoutAddress.map(([start, end]) => broken({ start, end }, message("link.address"), [])),
    ...page.links.flatMap((link): TextFinding[] => {
      const target = link.page === page.id ? page.id : site && pageAt(link.page, site);
      if (target === undefined) return site ? [toNoPage(page, link, site, suggest)] : [];
      const places = target === page.id ? anchors : site?.get(target);
      if (places && !isInEveryPage(link.fragment) && !places.has(link.fragment))
        return [toNoHeading(page, link, target, places, suggest)];
      return link.isForeign ? [{ ...foreign(page, link, target), atMost: "warning" }] : [];
    }),
    ...page.paths.flatMap(({ href, start, end }): TextFinding[] => {
      const { kind, write } = withoutScheme(href) ?? {};
      if (kind !== undefined && write !== undefined)
        return [broken({ start, end }, message(`link.${kind}`, { written: write }), [write])];
      return site && leadsOutside(href, page.id) ? [broken({ start, end }, message("link.above", { href }), [])] : [];
    }),
  ];
}

type Suggest = (word: string, near: NearWords) => string | undefined;

function broken({ start, end }: Pick<PageLink, "start" | "end">, reason: Message, expected: string[]): TextFinding {
  return { ruleId: "link-broken", start, end, reason, expected };
}

function toNoPage(page: Page, link: PageLink, site: LinkTargets, suggest: Suggest): TextFinding {
  const { href, isForeign } = link;
  const reason = isForeign ? message("link.path", { href }) : message("link.no-page", { page: `${link.page}.md` });
  const meant = suggest(link.page, (name) => movedTo(name, site) ?? nearPages(site)(name));
  return broken(link, reason, meant === undefined ? [] : [written(page, meant, href)]);
}

function toNoHeading(
  page: Page,
  link: PageLink,
  target: string,
  places: ReadonlySet<string>,
  suggest: Suggest,
): TextFinding {
  const heading = `#${link.fragment}`;
  const meant = suggest(link.fragment, nearAnchors(places));
  const headings = meant === undefined ? firstAnchors(places) : [`#${meant}`];
  if (target === page.id) return broken(link, message("link.no-own-heading", { heading }), headings);
  const path = pathToPage(page.id, target);
  const reason = message("link.no-heading", { page: `${target}.md`, heading });
  return broken(
    link,
    reason,
    headings.map((one) => path + one),
  );
}

/** The link leads to the page all the same; who reads the file should see it too. */
function foreign(page: Page, link: PageLink, target: string): TextFinding {
  const write = written(page, target, link.href);
  return broken(link, message("link.foreign", { href: link.href, written: write }), [write]);
}

/** A link to a page as it is written in another, to the same place in it. */
function written(page: Page, target: string, href: string): string {
  return pathToPage(page.id, target) + (/#.*$/su.exec(href)?.[0] ?? "");
}

/** Addresses in running text, which become no links. */
export function bareAddresses(page: Page): TextFinding[] {
  return page.bareUrls.map(([start, end]) => {
    const url = page.source.slice(start, end);
    const { kind, write } = withoutScheme(url) ?? { kind: "whole", write: url };
    const expected = [`<${kind === "mail" ? url : write}>`, `[${kind === "whole" ? "text" : url}](${write})`];
    return { ...broken({ start, end }, message("link.bare"), expected), atMost: "warning" };
  });
}

/** Searches among what a link can lead to, once for a site or a page with its headings. */
const nearPages = onceFor(
  (site: LinkTargets) => site,
  (site) => nearWordsIn(site.keys()),
);
const nearAnchors = onceFor((anchors: ReadonlySet<string>) => anchors, nearWordsIn);

/** The headings of a page as a person is told of them, the same list for every link. */
const firstAnchors = onceFor(
  (anchors: ReadonlySet<string>) => anchors,
  (anchors) => [...anchors].slice(0, 10).map((anchor) => `#${anchor}`),
);

/** The one page of a site with the same name, in another folder. */
function movedTo(id: string, site: LinkTargets): string | undefined {
  const found = pagesByName(site).get(nameOf(id));
  return found?.length === 1 ? found[0] : undefined;
}

const pagesByName = onceFor(
  (site: LinkTargets) => site,
  (site) => {
    const byName = new Map<string, string[]>();
    for (const id of site.keys()) byName.set(nameOf(id), [...(byName.get(nameOf(id)) ?? []), id]);
    return byName;
  },
);

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
