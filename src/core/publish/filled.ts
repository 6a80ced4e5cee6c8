// A decided site with its fragments: every page in every language in which it is published, filled and described.
import { languageOf } from "../language/all.ts";
import type { Language } from "../language/language.ts";
import { sha256Hex } from "../hash.ts";
import type { Message } from "../messages/message.ts";
import { imagesOf } from "../page/front-matter-schema.ts";
import { isPlain } from "../page/unit.ts";
import type { Page } from "../page/page.ts";
import { escapeAttribute } from "../page/template.ts";
import { plainText } from "../unit-text.ts";
import type { DecidedPage, Decision } from "./decide.ts";
import { withLf } from "./dist.ts";
import { fill } from "./fill.ts";
import { keepFragment } from "./kept.ts";
import type { Published } from "./ledger.ts";
import type { ManifestHeading } from "./manifest.ts";
import { addressToday, isPublished, linkAddress, type Site } from "./site.ts";

/** A page in one language as it is published: its fragment, and what is said of it. */
export type FilledPage = {
  status: "source" | "approved" | "stale";
  reason: Message | undefined;
  html: string;
  headings: ManifestHeading[];
  published: Published;
};

/** The pages that are published, by id, then by language. */
export type FilledSite = { site: Site; pages: ReadonlyMap<string, ReadonlyMap<string, FilledPage>> };

/** One kind of output: from the site to files by path below the output folder. */
export type Emitter = (filled: FilledSite) => Iterable<readonly [path: string, text: string]>;

/** A last version that cannot be kept, though its file is what was published. */
export type Unkept = { page: string; language: string };

/** Fills all pages. `oldFragments` are the texts of those that are kept, by path. */
export function fillSite(site: Site, oldFragments: ReadonlyMap<string, string>): FilledSite & { unkept: Unkept[] } {
  const unkept: Unkept[] = [];
  const pages = new Map<string, Map<string, FilledPage>>();
  for (const page of site.pages.values()) {
    const languages = new Map<string, FilledPage>();
    for (const [language, decision] of page.decisions) {
      if (!isPublished(decision)) continue;
      const filled = fillPage(page, language, decision, site, oldFragments);
      if (filled) languages.set(language, filled);
      else unkept.push({ page: page.id, language });
    }
    pages.set(page.id, languages);
  }
  return { site, pages, unkept };
}

function fillPage(
  { id, plan }: DecidedPage,
  language: string,
  decision: Exclude<Decision, { status: "withheld" }>,
  site: Site,
  oldFragments: ReadonlyMap<string, string>,
): FilledPage | undefined {
  const { status, reason, path, url } = decision;
  if (decision.status === "stale") {
    const { kept } = decision;
    const fragment = keepFragment(oldFragments.get(kept.path) ?? "", {
      page: id,
      language,
      date: kept.approved?.date ?? kept.date,
      newAddress: (address) => addressToday(site, address),
    });
    if (!fragment) return undefined;
    return {
      status,
      reason,
      ...fragment,
      published: { ...kept, page: id, path, url, sha256: sha256Hex(fragment.html) },
    };
  }
  const page = plan?.page;
  if (!page) throw new Error(`A page that cannot be read was to be published: ${id}`);
  const { texts, approved, units } = decision.version;
  const html = fragmentOf(page, language, status, texts, site);
  const description = textOf(page, texts, "description");
  const { date, order } = page.frontMatter ?? {};
  return {
    status,
    reason,
    html,
    headings: headingsOf(page, texts),
    published: {
      page: id,
      language,
      path,
      sha256: sha256Hex(html),
      url,
      title: textOf(page, texts, "title") ?? page.id,
      ...(description === undefined ? undefined : { description }),
      ...(date === undefined ? undefined : { date }),
      ...(approved === undefined ? undefined : { approved }),
      ...(order === undefined ? undefined : { order }),
      data: dataOf(page, texts),
      units,
    },
  };
}

/** The fragment of a page in one language. `texts` must have passed `compareTags`. */
export function fragmentOf(
  page: Page,
  code: string,
  status: "source" | "approved" | "stale",
  texts: readonly string[],
  site: Site,
): string {
  const language = languageData(code);
  const body = fill(page.template, {
    units: page.units,
    texts,
    language,
    addressOf: (link) => linkAddress(site, link, code),
  });
  return `<article lang="${escapeAttribute(code)}" dir="${language.direction}" data-page="${escapeAttribute(page.id)}" data-status="${status}">\n${withLf(body.trim())}\n</article>\n`;
}

export function languageData(code: string): Language {
  const language = languageOf(code);
  if (!language) throw new Error(`There is no data for the language ${code}, though the settings were checked.`);
  return language;
}

function textOf(page: Page, texts: readonly string[], context: string): string | undefined {
  const index = page.units.findIndex((unit) => unit.context === context);
  return index === -1 ? undefined : texts[index];
}

function headingsOf(page: Page, texts: readonly string[]): ManifestHeading[] {
  return page.headings.map(({ depth, id, unit, text }) => {
    const translated = unit === undefined ? undefined : texts[unit];
    return {
      depth,
      id,
      text: translated === undefined ? text : plainText(translated).plain.replaceAll("\n", " ").trim(),
    };
  });
}

function dataOf(page: Page, texts: readonly string[]): Record<string, unknown> {
  const { author, category, image, data } = page.frontMatter ?? { data: {} };
  const images = imagesOf(image === undefined ? {} : { image }).map(({ src, alt }) => ({
    src,
    ...(alt === undefined ? undefined : { alt: altText(page, alt, texts) }),
  }));
  return {
    ...data,
    ...(author === undefined ? undefined : { author }),
    ...(category === undefined ? undefined : { category }),
    ...(image === undefined ? undefined : { image: Array.isArray(image) ? images : images[0] }),
  };
}

function altText(page: Page, own: string, texts: readonly string[]): string {
  const index = page.units.findIndex((unit) => isPlain(unit.context) && unit.context === "alt" && unit.text === own);
  return texts[index] ?? own;
}
