// A decided site with its fragments: every page in every language in which it is published, filled and described.
import { languageOf } from "../language/all.ts";
import type { Language } from "../language/language.ts";
import { sha256Hex } from "../hash.ts";
import type { Message } from "../messages/message.ts";
import { imagesOf } from "../page/front-matter-schema.ts";
import { isPlain } from "../page/unit.ts";
import type { Page } from "../page/page.ts";
import { plainText } from "../unit-text.ts";
import { addTo } from "./additions.ts";
import { otherLanguageAt } from "./address-languages.ts";
import { withProvenance } from "./add/provenance.ts";
import type { DecidedPage, Decision } from "./decide.ts";
import { withLf } from "./dist.ts";
import { fill } from "./fill.ts";
import { articleOf, formsOf } from "./fragment.ts";
import { keepFragment } from "./kept.ts";
import type { Published } from "./ledger.ts";
import type { ManifestHeading } from "./manifest.ts";
import { ownHeading } from "./own-heading.ts";
import { usedFilesOf, type Asset, type UsedFiles } from "./used-files.ts";
import { destinationToday, isPublished, linkAddress, type Site } from "./site.ts";

/** A page in one language as it is published: its fragment, and what is said of it. */
export type FilledPage = {
  status: "source" | "approved" | "stale";
  reason: Message | undefined;
  html: string;
  /** The same without the page's own heading, where the settings want both. */
  body: string | undefined;
  headings: ManifestHeading[];
  /** Addresses that its footnotes lead to, outside the site. */
  citations: string[];
  published: Published;
  /** Files of authors that it shows or leads to, by path below the output folder. */
  assets: ReadonlyMap<string, Asset>;
};

/** The pages that are published, by id, then by language. */
export type FilledSite = { site: Site; pages: ReadonlyMap<string, ReadonlyMap<string, FilledPage>> };

/** One kind of output: from the site to files by path below the output folder. */
export type Emitter = (filled: FilledSite) => Iterable<readonly [path: string, text: string]>;

/** A last version that cannot be kept, though its file is what was published. */
export type Unkept = {
  page: string;
  language: string;
  /** Path of the picture or file that it shows and that is gone; undefined where it is no fragment of ours. */
  lost?: string | undefined;
};

/** Fills all pages. `oldFragments` are the texts of those that are kept, by path. */
export function fillSite(site: Site, oldFragments: ReadonlyMap<string, string>): FilledSite & { unkept: Unkept[] } {
  const unkept: Unkept[] = [];
  const pages = new Map<string, Map<string, FilledPage>>();
  for (const page of site.pages.values()) {
    const languages = new Map<string, FilledPage>();
    for (const [language, decision] of page.decisions) {
      if (!isPublished(decision)) continue;
      const filled = fillPage(page, language, decision, site, oldFragments);
      if ("published" in filled) languages.set(language, filled);
      else unkept.push(filled);
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
): FilledPage | Unkept {
  const { status, reason, path, url } = decision;
  const files = usedFilesOf(site, id, language);
  if (decision.status === "stale") {
    const { kept } = decision;
    const fragment = keepFragment(oldFragments.get(kept.path) ?? "", {
      page: id,
      language,
      date: kept.approved?.date ?? kept.date,
      newAddress: (address) => destinationToday(site, address, language),
      otherLanguageAt: (address) => otherLanguageAt(site, address, language),
      newFile: files.newFile,
    });
    const data = keptData(kept, files);
    if (!fragment || files.lost.length > 0) return { page: id, language, lost: files.lost[0] };
    const forms = formsOf(withProvenance(fragment.html, id, language, kept.approved, site), site.settings);
    return {
      status,
      reason,
      headings: fragment.headings,
      citations: fragment.citations,
      ...forms,
      published: {
        ...kept,
        page: id,
        path,
        url,
        sha256: sha256Hex(forms.html),
        ...(data && { data }),
        ...approvalOf(kept, site),
      },
      assets: files.assets,
    };
  }
  const page = plan?.page;
  if (!page) throw new Error(`A page that cannot be read was to be published: ${id}`);
  const { texts, approved, units } = decision.version;
  const html = fragmentOf(page, language, status, texts, site, files);
  const forms = formsOf(withProvenance(html, id, language, approved, site), site.settings);
  const description = textOf(page, texts, "description");
  const { date, order } = page.frontMatter ?? {};
  return {
    status,
    reason,
    ...forms,
    headings: headingsOf(page, texts),
    citations: page.citations,
    published: {
      page: id,
      language,
      path,
      sha256: sha256Hex(forms.html),
      url,
      title: textOf(page, texts, "title") ?? page.id,
      ...(description === undefined ? undefined : { description }),
      ...(date === undefined ? undefined : { date }),
      ...approvalOf(decision.version, site),
      ...(order === undefined ? undefined : { order }),
      data: dataOf(page, texts, files),
      units,
    },
    assets: files.assets,
  };
}

/** Names of staff go nowhere outside the project unless the settings say so: all of `dist/` may be served. */
function approvalOf(
  { approved }: Pick<Published, "approved">,
  { settings }: Site,
): Pick<Published, "approved"> | undefined {
  const { byline, provenance } = settings.publish;
  if (approved === undefined || byline || provenance) return approved && { approved };
  return { approved: { date: approved.date } };
}

/** The fragment of a page in one language. `texts` must have passed `compareTags`. */
export function fragmentOf(
  page: Page,
  code: string,
  status: "source" | "approved" | "stale",
  texts: readonly string[],
  site: Site,
  { fileOf }: UsedFiles,
): string {
  const language = languageData(code);
  const filled = fill(page.template, {
    units: page.units,
    texts,
    language,
    addressOf: (link) => linkAddress(site, link, code),
    fileOf,
  });
  const content = addTo(withLf(filled.trim()), {
    language,
    otherLanguageAt: (address) => otherLanguageAt(site, address, code),
  });
  return articleOf(content, page.id, language, status, ownHeading(page)?.id);
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

function dataOf(page: Page, texts: readonly string[], { fileOf }: UsedFiles): Record<string, unknown> {
  const { author, category, image, reviewed, data } = page.frontMatter ?? { data: {} };
  const images = imagesOf(image === undefined ? {} : { image }).map(({ src, alt }, index) => {
    const own = page.headImages[index];
    const { address = src, ...size } = (own && fileOf(own)) ?? {};
    return { src: address, ...(alt === undefined ? undefined : { alt: altText(page, alt, texts) }), ...size };
  });
  return {
    ...data,
    ...(author === undefined ? undefined : { author }),
    ...(category === undefined ? undefined : { category }),
    ...(reviewed === undefined ? undefined : { reviewed }),
    ...(image === undefined ? undefined : { image: Array.isArray(image) ? images : images[0] }),
  };
}

/** What is said of a last version, with its pictures where they are today. */
function keptData({ data }: Published, { newFile }: UsedFiles): Published["data"] {
  if (data?.["image"] === undefined) return data;
  const moved = (image: unknown): unknown =>
    typeof image === "object" && image !== null && "src" in image && typeof image.src === "string"
      ? { ...image, src: newFile(image.src) ?? image.src }
      : image;
  const { image } = data;
  return { ...data, image: Array.isArray(image) ? image.map(moved) : moved(image) };
}

function altText(page: Page, own: string, texts: readonly string[]): string {
  const index = page.units.findIndex((unit) => isPlain(unit.context) && unit.context === "alt" && unit.text === own);
  return texts[index] ?? own;
}
