// A look at a site before it is published: every page in every language as it would be, as files by path.
import { readCatalogFile } from "../catalog-file.ts";
import { languageData } from "../publish/filled.ts";
import type { DecidedPage } from "../publish/decide.ts";
import { assetIn } from "../assets/published.ts";
import type { Dist } from "../publish/dist.ts";
import { isPublished, linkAddress, siteOf, type Site } from "../publish/site.ts";
import type { Build, ReadProject } from "../malvakt.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { noOrphans } from "../orphans.ts";
import type { LanguagePlan, TranslationPlan } from "../page-plan.ts";
import type { FileText, PageFile } from "../project.ts";
import type { Settings } from "../settings.ts";
import { sha256Hex } from "../hash.ts";
import { outlookOf } from "./outlook.ts";
import { overviewFile, type OverviewCell, type OverviewRow } from "./overview.ts";
import { pageFile, type PageFacts } from "./page.ts";
import { addressesOf, hrefFrom, overviewPath, placeOfPage, standingPlace } from "./places.ts";
import { fullAddress, versionId } from "./sheet.ts";
import type { Asset } from "../publish/used-files.ts";
import { viewFragment, viewPage, type PageView } from "./view.ts";

/** What a preview is made from: a build that nobody has written, and what it was made from. */
export type Previewed = {
  project: ReadProject;
  build: Build;
  /** What was published before. */
  dist: Pick<Dist, "ledger" | "assets">;
  catalogsOf: (pageId: string) => ReadonlyMap<string, FileText>;
  locale: Locale;
  /** What could not be read, beside pages and catalogs. */
  doubts: readonly Message[];
};

/** Pages of the preview that were made before, by the plans that they were made from. */
export type MadePages = WeakMap<LanguagePlan, MadePage>;
type MadePage = { key: string; text: string; assets: ReadonlyMap<string, Asset> };

/** A preview: its files by path, and the files of authors that it shows, by the paths at which it finds them. */
export type PreviewFiles = { files: Map<string, string>; assets: Map<string, Asset> };

/** Makes a preview. Pages of `made` that would be the same serve again. */
export function previewSite(previewed: Previewed, made: MadePages = new WeakMap()): PreviewFiles {
  const { project, build, dist, locale, doubts } = previewed;
  const { settings } = project.context;
  const site = siteOf(build.pages, project.context, dist);
  const work: Work = { ...previewed, settings, site, addresses: addressesOf(site), made };
  const byId = new Map(project.files.map((file) => [file.id, file]));
  const files = new Map<string, string>();
  const assets = new Map(build.assets);
  const rows = build.pages.map((page): OverviewRow => {
    const cells = new Map<string, OverviewCell>();
    const file = byId.get(page.id);
    for (const version of versionsOf(page)) {
      const path = placeOfPage(version.language, page.id);
      cells.set(version.language, {
        outlook: outlookOf(page, version.language, settings.source),
        href: hrefFrom(overviewPath, path),
      });
      const { text, assets: own } = pageIn(page, file, version, work);
      files.set(path, text);
      for (const [asset, from] of own) if (!assets.has(asset)) assets.set(asset, from);
    }
    for (const [path, text] of standingPages(page, work)) files.set(path, text);
    const title = file?.page?.frontMatter?.title ?? file?.rest?.frontMatter?.title ?? page.id;
    return { page: page.id, title, cells };
  });
  const languages = [settings.source, ...Object.keys(settings.languages)];
  files.set(overviewPath, overviewFile({ locale, languages, rows, doubts, findings: project.findings }));
  return { files, assets };
}

type Work = Previewed & {
  settings: Settings;
  site: Site;
  /** The page that each address of the site leads to. */
  addresses: ReadonlyMap<string, { page: string; language: string }>;
  made: MadePages;
};

function versionsOf({ plan }: DecidedPage): (LanguagePlan | TranslationPlan)[] {
  return plan ? [plan.source, ...plan.translations] : [];
}

/** A page in one language as a file. */
function pageIn(
  page: DecidedPage,
  file: PageFile | undefined,
  version: LanguagePlan | TranslationPlan,
  work: Work,
): MadePage {
  const { settings, site, made } = work;
  const here = placeOfPage(version.language, page.id);
  const facts = factsOf(page, version.language, here, work);
  const links = page.plan?.page?.links.map((link) => [
    facts.hrefOf(linkAddress(site, link, version.language)),
    languagesPublished(site, link.page),
  ]);
  const decision = page.decisions.get(version.language);
  const url = decision && isPublished(decision) ? decision.url : undefined;
  const key = JSON.stringify([facts, url, links, settings]);
  const known = made.get(version);
  if (known?.key === key) return known;
  const view = viewOf(page, file, version, work);
  const result = { key, text: pageFile(view, withVersion(facts, view, page, work)), assets: view.assets };
  made.set(version, result);
  return result;
}

function languagesPublished(site: Site, page: string): string[] {
  return [...(site.pages.get(page)?.decisions ?? [])].flatMap(([code, one]) => (isPublished(one) ? [code] : []));
}

function viewOf(
  { id, plan }: DecidedPage,
  file: PageFile | undefined,
  version: LanguagePlan | TranslationPlan,
  { settings, site, catalogsOf, project }: Work,
): PageView {
  const { language } = version;
  const nothing = {
    page: id,
    language,
    blocks: [],
    units: [],
    beside: [],
    fragment: "",
    assets: new Map<string, Asset>(),
  };
  if (!plan?.page || !file) return { ...nothing, findings: plan?.findings ?? [] };
  const orphans = project.context.orphans.get(language) ?? noOrphans;
  const catalog =
    language === settings.source
      ? undefined
      : readCatalogFile(file, language, catalogsOf(id).get(language), orphans, settings).catalog;
  return viewPage(plan.page, plan, { plan: version, catalog }, site);
}

/** What a page shows beside its view, as far as the view is not needed for it. */
function factsOf(page: DecidedPage, language: string, here: string, work: Work): PageFacts {
  const { locale, settings, addresses } = work;
  const { source } = settings;
  const outlook = outlookOf(page, language, source);
  const menu = versionsOf(page).map((one) => ({
    language: one.language,
    href: hrefFrom(here, placeOfPage(one.language, page.id)),
    kind: outlookOf(page, one.language, source).kind,
  }));
  const stands = page.decisions.get(language)?.status === "stale";
  return {
    locale,
    source,
    outlook,
    menu,
    overview: hrefFrom(here, overviewPath),
    standing: stands ? hrefFrom(here, standingPlace(language, page.id)) : undefined,
    noCode: undefined,
    hrefOf: (href) => {
      const [, address = "", place = ""] = /^([^#]*)(#.*)?$/su.exec(href) ?? [];
      const target = addresses.get(address);
      if (!target) return href;
      const { plan } = work.site.pages.get(target.page) ?? {};
      const isShown = plan?.translations.some((one) => one.language === language) === true;
      return hrefFrom(here, placeOfPage(isShown ? language : source, target.page)) + place;
    },
    assetAddress: (src) => {
      const asset = assetIn(src);
      return asset ? hrefFrom(here, asset.path) : src;
    },
    sheet: {
      title: page.id,
      language,
      direction: languageData(language).direction,
      version: "",
      address: undefined,
      warning: undefined,
    },
  };
}

/** The foot of the sheet: a code only for what readers find under it. */
function withVersion(
  facts: PageFacts,
  view: PageView,
  page: DecidedPage,
  { settings, build, locale }: Work,
): PageFacts {
  const { language, units, fragment } = view;
  const decision = page.decisions.get(language);
  const published = build.ledger.published.find((line) => line.page === page.id && line.language === language);
  const title = units.find(({ context }) => context === "title");
  const isOut = decision?.status === "source" || decision?.status === "approved";
  const address = isOut ? fullAddress(settings, decision.url) : undefined;
  const sheet = {
    ...facts.sheet,
    title: (title?.text || title?.source) ?? page.id,
    version: versionId(isOut && published ? published.sha256 : sha256Hex(fragment)),
    address,
    warning: isOut ? undefined : sentence(message("preview.not-approved"), locale),
  };
  const noCode = isOut ? message("preview.no-address") : message("preview.no-code");
  return { ...facts, sheet, noCode: address === undefined ? noCode : undefined };
}

/** What readers have of a page whose newest text is not out. */
function standingPages(page: DecidedPage, work: Work): [path: string, text: string][] {
  const { build, settings } = work;
  return [...page.decisions].flatMap(([language, decision]): [string, string][] => {
    if (decision.status !== "stale") return [];
    const here = standingPlace(language, page.id);
    const fragment = build.files.get(decision.path) ?? "";
    const view = viewFragment(page.id, language, fragment, build.assets);
    const { title } = decision.kept;
    const facts = factsOf(page, language, here, work);
    const address = fullAddress(settings, decision.url);
    return [
      [
        here,
        pageFile(view, {
          ...facts,
          standing: undefined,
          sheet: { ...facts.sheet, title, version: versionId(sha256Hex(fragment)), address },
          noCode: address === undefined ? message("preview.no-address") : undefined,
        }),
      ],
    ];
  });
}
