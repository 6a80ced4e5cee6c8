// What one page and its catalogs give, whatever was published before: a version for each language, or why there is none.
import { pageAt } from "./page/links.ts";
import { changedFigures, type ChangedFigure } from "./catalog/changed-figures.ts";
import type { Entry } from "./catalog/entry.ts";
import {
  approvalHash,
  approvalOf,
  approvedBy,
  draftOf,
  stateOf,
  states,
  waiversOn,
  type State,
} from "./catalog/state.ts";
import { checkCatalog, checkEntry, type EntryFinding } from "./check/catalog.ts";
import type { Assets } from "./assets/assets.ts";
import { keptPairOf } from "./catalog/kept.ts";
import { arePicturesOutdated, pictureChangeOf } from "./catalog/pictures.ts";
import { factsOfFiles, type PageFiles } from "./check/files.ts";
import type { LinkTargets } from "./check/links.ts";
import { checkPage } from "./check/page.ts";
import type { Waived } from "./waivers.ts";
import { severeRules, type Finding, type Severity } from "./finding.ts";
import { hashOfAll, textHash } from "./hash.ts";
import { isSlug } from "./page/slug.ts";
import { readWithdrawal, type Withdrawal } from "./withdrawal.ts";
import type { Page } from "./page/page.ts";
import { keyOf } from "./page/unit.ts";
import { languagesOf, type FileText, type PageFile } from "./project.ts";
import { noOrphans, type Orphans } from "./orphans.ts";
import { readCatalogFile } from "./catalog-file.ts";
import { message, type Message } from "./messages/message.ts";
import type { Settings } from "./settings.ts";
import { pairingOf, type Pairing, type Terms } from "./terms/terms.ts";

/** How many units of a catalog are in which state. */
export type Counts = Record<State, number>;

/** All texts of a page in one language, ready to be published. */
export type Version = {
  /** Of each unit of the page, in its order. */
  texts: string[];
  slug: string;
  /** Of a translation: its latest approval, and who approved. */
  approved: { date: string; names: string[] } | undefined;
  /** Hash of each unit: of the source's text, or of source and translation. */
  units: string[];
};

/** A page in one language: a version to publish, or why there is none. */
export type LanguagePlan = {
  language: string;
  version: Version | undefined;
  /** Why there is no version; undefined when there is one. */
  held: Message | undefined;
  /** Taken off the site by a person. */
  withdrawn: Withdrawal | undefined;
  /** Hashes of texts that must not stand on the site, whether a newer text is ready or not. */
  wrong: string[];
};

export type TranslationPlan = LanguagePlan & {
  path: string;
  /** There is a file for it. */
  exists: boolean;
  /** Undefined when the catalog cannot be used. */
  counts: Counts | undefined;
  /** Why the file cannot be used. */
  mistakes: Finding[];
  findings: EntryFinding[];
  waived: Waived[];
  /** Texts that are missing, or stale without a draft for the new source. */
  toDraft: number;
  /** What the source has changed in figures since its texts were approved. */
  figures: ChangedFigure[];
  /** The file has all entries of the page as they are. */
  inStep: boolean;
  /** The file names other pictures than those that its texts describe now. */
  hasOtherPictures: boolean;
};

export type PagePlan = {
  id: string;
  path: string;
  /** Undefined when the file cannot be used. */
  page: Page | undefined;
  findings: Finding[];
  waived: Waived[];
  source: LanguagePlan;
  /** In the order of the settings; empty when the page cannot be used. */
  translations: TranslationPlan[];
};

/** What the plan of a page is made from, beside the page. */
export type PlanContext = {
  settings: Settings;
  terms: Terms | undefined;
  /** The headings of every page, for links. */
  site: LinkTargets;
  /** Files beside the pages; undefined where nobody has listed them. */
  assets?: Assets | undefined;
  /** By language. */
  orphans: ReadonlyMap<string, Orphans>;
};

/** Plans one page. `catalogs` are the texts of its catalogs by language, of those that there are. */
export function planPage(file: PageFile, catalogs: ReadonlyMap<string, FileText>, context: PlanContext): PagePlan {
  const { settings, terms, site } = context;
  const { id, path, page, reporter } = file;
  if (!page) {
    const source = { ...nothing(settings.source), held: message("held.page") };
    const more =
      file.rest && checkPage(file.rest, reporter, site, terms?.(settings.source), filesFor(file.rest, context));
    const findings = [...file.findings, ...(more?.findings ?? [])];
    return { id, path, page, findings, waived: more?.waived ?? [], source, translations: [] };
  }
  const { findings, waived } = checkPage(page, reporter, site, terms?.(settings.source), filesFor(page, context));
  return {
    id,
    path,
    page,
    findings,
    waived,
    source: planSource(page, findings, settings),
    translations: languagesOf(page, settings).map((language) =>
      planTranslation(file, page, language, catalogs.get(language), context),
    ),
  };
}

/**
 * All that the plan of a page is made from, beside the program, the settings and the termbase. `catalogs` are hashes of
 * its catalogs by language.
 */
export function inputsOfPlan(
  { id, path, page, findings }: PageFile,
  catalogs: ReadonlyMap<string, string>,
  context: Pick<PlanContext, "settings" | "site" | "assets" | "orphans">,
): string[] {
  const { site, orphans } = context;
  const links = page?.links ?? [];
  const targets = [...new Set(links.map((link) => pageAt(link.page, site) ?? link.page))].map(
    (target) => `${target}\n${site.has(target)}\n${digestOf(site.get(target))}`,
  );
  // A page that is not there is told with the name of one that may be meant.
  const isOpen = links.some((link) => pageAt(link.page, site) === undefined);
  const others = isOpen ? [digestOf(site)] : [];
  const memory = [...orphans].flatMap(([language, { catalogs: lost }]) => [
    language,
    ...lost.flatMap(({ pageId, text }) => [pageId, text]),
  ]);
  return [
    id,
    path,
    page?.source ?? "",
    JSON.stringify(findings),
    ...targets,
    ...others,
    ...filesUnder(page, context),
    "",
    ...[...catalogs].flat(),
    "",
    ...memory,
  ];
}

function filesFor(page: Page, { assets, settings }: Pick<PlanContext, "assets" | "settings">): PageFiles | undefined {
  return assets && { assets, languages: languagesOf(page, settings) };
}

/** The files that a page leads to; where one is not there, the finding names another that may be meant. */
function filesUnder(page: Page | undefined, context: Pick<PlanContext, "assets" | "settings">): string[] {
  const files = page && filesFor(page, context);
  if (!files) return [];
  const { facts, isAllThere } = factsOfFiles(page, files);
  return isAllThere ? facts : [...facts, digestOf(files.assets.names)];
}

/** Digests of lists that many pages rest on: each is made once. */
const digests = new WeakMap<object, string>();

function digestOf(names: LinkTargets | ReadonlySet<string> | undefined): string {
  if (!names) return "";
  const digest = digests.get(names) ?? hashOfAll([...names.keys()]);
  digests.set(names, digest);
  return digest;
}

function nothing(language: string): LanguagePlan {
  return { language, version: undefined, held: undefined, withdrawn: undefined, wrong: [] };
}

function planSource(page: Page, findings: readonly Finding[], settings: Settings): LanguagePlan {
  const errors = findings.filter(({ severity }) => severity === "error");
  const withdrawn = readWithdrawal(page.frontMatter?.withdrawn ?? "");
  const wrong = errors.flatMap(({ ruleId, unit, alsoUnit }) =>
    ruleId !== undefined && severeRules.has(ruleId)
      ? [unit, alsoUnit].flatMap((key) => (key === undefined ? [] : [textHash(settings.source, key)]))
      : [],
  );
  const plan = { ...nothing(settings.source), withdrawn, wrong };
  if (errors.length > 0) return { ...plan, held: message("held.page-errors", { count: errors.length }) };
  // Skipped texts are no units, but they are published like them.
  const keys = [...page.units.map(keyOf), ...page.skipped.map(({ plain }) => plain)];
  const units = keys.map((key) => textHash(settings.source, key));
  return {
    ...plan,
    version: { texts: page.units.map(({ text }) => text), slug: page.slug, approved: undefined, units },
  };
}

const noStates: Counts = { untranslated: 0, stale: 0, draft: 0, approved: 0, unsigned: 0 };

function planTranslation(
  file: PageFile,
  page: Page,
  language: string,
  text: FileText | undefined,
  { settings, terms, orphans }: PlanContext,
): TranslationPlan {
  const read = readCatalogFile(file, language, text, orphans.get(language) ?? noOrphans, settings);
  const { path, catalog, reporter, findings: mistakes } = read;
  const plan = {
    ...nothing(language),
    path,
    exists: text !== undefined,
    mistakes,
    waived: [],
    findings: [],
    toDraft: 0,
    figures: [],
    inStep: false,
    hasOtherPictures: false,
  };
  if (!catalog) return { ...plan, counts: undefined, held: message("held.catalog") };
  const pairing = pairingOf(settings.source, language, terms);
  if (!pairing) throw new Error(`There is no data for ${language}, though the settings were checked.`);
  const checked = checkCatalog(catalog, language, reporter, pairing);
  const entries = catalog.entries.slice(0, page.units.length);
  const counts = { ...noStates };
  let toDraft = 0;
  for (const entry of entries) {
    const state = stateOf(entry, language);
    counts[state]++;
    if (state === "untranslated" || (state === "stale" && !draftOf(entry, language))) toDraft++;
  }
  const full = {
    ...plan,
    ...checked,
    counts,
    toDraft,
    figures: changedFigures(entries),
    inStep: text !== undefined && entries.every(({ raw }) => raw !== undefined),
    hasOtherPictures: entries.some(arePicturesOutdated),
    withdrawn: catalog.withdrawn,
    wrong: wrongTexts(catalog.entries, language, checked.findings, pairing, settings.severity),
  };
  const version = versionOf(page, entries, language);
  const held = version ? refusalOf(version, page, checked.findings) : missing(counts, entries, language);
  return held === undefined ? { ...full, version } : { ...full, held };
}

function missing(counts: Counts, entries: readonly Entry[], language: string): Message {
  const changed = entries.filter((entry) => pictureChangeOf(entry, language)?.kind === "changed").length;
  if (changed > 0 && changed === entries.length - counts.approved) return message("held.pictures", { count: changed });
  const wanting = states.filter((state) => state !== "approved" && counts[state] > 0);
  return message("held.units", { units: wanting.map((state) => message(`units.${state}`, { count: counts[state] })) });
}

/** Why a version that is approved throughout is not published all the same; undefined when nothing stands against it. */
function refusalOf({ slug }: Version, page: Page, findings: readonly EntryFinding[]): Message | undefined {
  const errors = findings.filter(({ state, finding }) => state === "approved" && finding.severity === "error");
  if (errors.length > 0) {
    const rules = [...new Set(errors.map(({ finding }) => finding.ruleId))].join(", ");
    return message("held.approved-errors", { count: errors.length, rules });
  }
  // The slug becomes a path: no waiver and no severity may let anything else through.
  return slug === page.slug || isSlug(slug) ? undefined : message("held.slug");
}

/** The version of a catalog whose every entry is approved. */
function versionOf(page: Page, entries: readonly Entry[], language: string): Version | undefined {
  const approvals = entries.flatMap((entry) => approvedBy(entry, language) ?? []);
  if (approvals.length < entries.length) return undefined;
  return {
    texts: entries.map(({ translation }) => translation),
    slug: entries.find(({ context }) => context === "slug")?.translation ?? page.slug,
    approved: {
      date:
        approvals
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? "",
      names: [...new Set(approvals.map(({ name }) => name))].toSorted(),
    },
    units: entries.map((entry) => approvalHash(entry, language)),
  };
}

/**
 * Hashes of approved texts that are wrong in a way that no patient may read: live ones, and remembered ones, which may
 * still be published.
 */
function wrongTexts(
  entries: readonly Entry[],
  language: string,
  findings: readonly EntryFinding[],
  pairing: Pairing,
  severity: Readonly<Record<string, Severity>>,
): string[] {
  const live = findings.flatMap(({ state, finding, hash, alsoHash }) =>
    state === "approved" && finding.severity === "error" && finding.ruleId && severeRules.has(finding.ruleId)
      ? [hash, ...(alsoHash === undefined ? [] : [alsoHash])]
      : [],
  );
  const remembered = [...entries.filter(({ obsolete }) => obsolete), ...entries.flatMap(keptPairOf)]
    .filter((entry) => approvalOf(entry, language) !== undefined)
    .filter((entry) => {
      const waived = new Set(
        waiversOn(entry, language).flatMap((one) => (one.standing === "signed" ? [one.rule] : [])),
      );
      return checkEntry(entry, pairing).some(
        ({ ruleId }) => severeRules.has(ruleId) && severity[ruleId] === "error" && !waived.has(ruleId),
      );
    })
    .map((entry) => approvalHash(entry, language));
  return [...new Set([...live, ...remembered])];
}
