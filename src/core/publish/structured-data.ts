// What a page is, for search engines: schema.org's words, and nothing that nobody has said.
import { findTerms } from "../terms/recognise.ts";
import { wholeAddress } from "./address-of.ts";
import type { FilledPage } from "./filled.ts";
import type { Published } from "./ledger.ts";
import type { Site } from "./site.ts";

/** A thing of schema.org; absent values are not written. */
type Thing = { "@type": string; [property: string]: unknown };

/** A page in one language as a `MedicalWebPage`. `languages` are all of its versions. */
export function structuredData(
  site: Site,
  { published, citations }: FilledPage,
  languages: ReadonlyMap<string, FilledPage>,
): Record<string, unknown> {
  const { source, publish } = site.settings;
  const approvers = publish.byline ? published.approved?.names : undefined;
  const original = languages.get(source)?.published;
  const others = [...languages.values()].map((one) => one.published).filter(({ language }) => language !== source);
  const isSource = published.language === source;
  return {
    "@context": "https://schema.org",
    ...webPage(site, published),
    description: published.description,
    image: imageOf(site, published),
    about: concepts(site, published),
    author: people(published.data?.["author"]),
    citation: some(citations.map((url): Thing => ({ "@type": "CreativeWork", url }))),
    ...(isSource ? review(published) : { editor: people(approvers) }),
    translationOfWork: isSource || !original ? undefined : { ...webPage(site, original), ...review(original) },
    workTranslation: isSource ? some(others.map((other) => webPage(site, other))) : undefined,
  };
}

/** A page as it is named in another's data. */
function webPage({ settings }: Site, { url, title, language }: Published): Thing {
  const address = wholeAddress(settings, url);
  return { "@type": "MedicalWebPage", "@id": address, url: address, name: title, inLanguage: language };
}

/**
 * Who vouches for what the page says. It is said of the source alone, which that person has read: an approval of a
 * translation is no review of what it says.
 */
function review({ data }: Published): Record<string, unknown> {
  const { by, date } = (data?.["reviewed"] ?? {}) as { by?: unknown; date?: unknown };
  const reviewedBy = people(by);
  return reviewedBy && typeof date === "string" ? { reviewedBy, lastReviewed: date } : {};
}

/** The concepts of the termbase that the title names: what it does not name, the page may only touch on. */
function concepts({ terms }: Site, { title, language }: Published): Thing[] | undefined {
  const index = terms?.(language);
  if (!index) return undefined;
  const ids = new Set(findTerms(title, index).flatMap(({ concept, unlike }) => (unlike ? [] : [concept])));
  return some(
    [...ids].flatMap((id) => {
      const names = (index.terms.get(id) ?? []).filter(({ status }) => status === "preferred");
      const name = names.find(({ type }) => type !== "abbreviation") ?? names[0];
      return name ? [{ "@type": "Thing", name: name.term }] : [];
    }),
  );
}

/** The picture of a page as the whole web sees it; undefined where its address is not known whole. */
export function imageOf({ settings }: Site, { data }: Published): string | undefined {
  const [first] = [data?.["image"]].flat() as ({ src?: unknown } | undefined)[];
  const src = first?.src;
  if (typeof src !== "string" || !/^(?:https:\/\/|\/(?!\/))/u.test(src)) return undefined;
  return wholeAddress(settings, src);
}

function people(names: unknown): Thing[] | undefined {
  const named = [names].flat().filter((name) => typeof name === "string");
  return some(named.map((name): Thing => ({ "@type": "Person", name })));
}

function some<One>(list: One[]): One[] | undefined {
  return list.length === 0 ? undefined : list;
}
