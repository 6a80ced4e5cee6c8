// The way of the data, one function for each command: read this file first.
import { inReadingOrder, reporterFor, type Finding } from "./finding.ts";
import { assetsOf, type Assets } from "./assets/assets.ts";
import type { LinkTargets as Headings } from "./check/links.ts";
import type { Waived } from "./waivers.ts";
import { contentFolder, languageOfPath, ledgerPath, pagePath } from "./layout.ts";
import { message, type Message } from "./messages/message.ts";
import { anchorsOf, pageAt } from "./page/links.ts";
import type { PageReading } from "./page/page.ts";
import { planPage, type PagePlan, type PlanContext } from "./page-plan.ts";
import { namesTold, unknownLanguage } from "./folder-findings.ts";
import { readOrphans } from "./orphans.ts";
import { readPages, withPictures, type FileText, type PageFile } from "./project.ts";
import {
  decideSite,
  type DecidedPage,
  type DecidedSite,
  type DecideOptions,
  type Decision,
  type TakenOff,
} from "./publish/decide.ts";
import { filesOf, readDist, type Dist } from "./publish/dist.ts";
import { emit } from "./publish/emit.ts";
import { fillSite, type FilledSite } from "./publish/filled.ts";
import { emptyLedger, writeLedger, type Ledger } from "./publish/ledger.ts";
import { allAssets, placeOfAssets, type Asset } from "./publish/used-files.ts";
import { goneAddresses, isAlike, siteOf } from "./publish/site.ts";
import type { Settings } from "./settings.ts";
import type { Terms } from "./terms/terms.ts";

/** The texts of a project. */
export type ProjectText = {
  settings: Settings;
  /** Undefined when the settings name no termbase. */
  terms: Terms | undefined;
  /** By page id. */
  pages: ReadonlyMap<string, FileText>;
  /** Paths of the other files in the folder of content, catalogs aside. */
  others?: readonly string[];
  /** What such a file is, by its path from the folder of content. */
  inspect?: Assets["inspect"];
  /** By language (every folder beside the source's that holds catalogs), then by page id. */
  catalogs: ReadonlyMap<string, ReadonlyMap<string, FileText>>;
};

/** A project whose pages were read: what every page's plan needs to know. */
export type ReadProject = {
  files: PageFile[];
  context: PlanContext;
  /** What is wrong beyond single pages: catalogs without a page, folders of unknown languages. */
  findings: Finding[];
};

/**
 * Reads all pages but those of `readings`, and the catalogs whose page is gone. `strangers` has the paths of catalogs by
 * unknown language.
 */
export function readProject(
  { settings, terms, pages, others, inspect }: Omit<ProjectText, "catalogs">,
  lost: ReadonlyMap<string, ReadonlyMap<string, FileText>>,
  strangers: ReadonlyMap<string, readonly string[]>,
  readings?: ReadonlyMap<string, PageReading>,
): ReadProject {
  const assets = others && inspect && assetsOf(others, settings.source, inspect);
  const files = readPages(pages, settings, readings).map((file) => withPictures(file, settings, assets));
  const { orphans, findings } = readOrphans(lost, files, settings);
  const unknown = [...strangers].map(([language, paths]) => unknownLanguage(language, paths, settings));
  return {
    files,
    context: { settings, terms, site: headingsOf(files), assets, orphans },
    findings: [...unknown, ...findings, ...namesTold(files, others ?? [], settings)],
  };
}

/** The anchors of every page, as far as it could be read. */
function headingsOf(files: readonly PageFile[]): Headings {
  return new Map(files.map(({ id, page }) => [id, page && anchorsOf(page)]));
}

/** How a site is built. */
export type BuildOptions = DecideOptions & {
  /** The program of `embed.js`, compiled (`malvakt/embed-program.js` of the package); without it there is no such file. */
  embedProgram?: string | undefined;
};

export type Build = {
  /** The files of the output folder by path, the ledger among them. */
  files: Map<string, string>;
  /** The files of authors in it, by path. */
  assets: ReadonlyMap<string, Asset>;
  ledger: Ledger;
  /** Findings in source texts and in approved texts, and files that could not be read. */
  findings: Finding[];
  waived: Waived[];
  pages: DecidedPage[];
  takenOff: TakenOff[];
  /** Why a build that would take off too much takes nothing off. */
  refused: DecidedSite["refused"];
};

/**
 * Builds a site from the plans of its pages and what was published before. Pure, so that one call tests it. `last` is a
 * build from the same plans, whose files serve again where the site stands as it did.
 */
export function buildSite(
  plans: readonly PagePlan[],
  { context, findings }: Pick<ReadProject, "context" | "findings">,
  dist: Dist,
  options: BuildOptions,
  last?: Pick<Build, "files" | "assets" | "ledger" | "pages">,
): Build {
  const { settings } = context;
  const decided = decideSite(plans, settings, dist.ledger ?? emptyLedger, dist.found, options);
  const site = siteOf(decided.pages, context, dist);
  const { files, assets, ledger } =
    last && isAlike(site, last.pages, last.ledger.gone) ? last : filesOfSite(decided, context, dist, options);
  const { takenOff, refused, pages } = decided;
  const all = [
    ...findings,
    ...plans.flatMap(publishedFindings),
    ...problemsOf(decided, plans, settings),
    ...linksAhead(pages, settings),
    ...leftovers(dist, files, settings),
    ...placeOfAssets(assets, settings),
  ];
  const waived = plans.flatMap((plan) => [...plan.waived, ...plan.translations.flatMap((one) => one.waived)]);
  return { files, assets, ledger, findings: inReadingOrder(all), waived, pages, takenOff, refused };
}

type PublishContext = Pick<PlanContext, "settings" | "terms" | "assets">;

function filesOfSite(
  decided: DecidedSite,
  context: PublishContext,
  dist: Dist,
  { embedProgram }: BuildOptions,
): Pick<Build, "files" | "assets" | "ledger"> {
  const filled = fillDecided(decided, context, dist);
  const files = emit(filled, embedProgram);
  const assets = allAssets([...filled.pages.values()].flatMap((page) => [...page.values()].map((one) => one.assets)));
  const ledger: Ledger = {
    published: [...filled.pages.values()].flatMap((languages) =>
      [...languages.values()].map(({ published }) => published),
    ),
    gone: goneAddresses(filled.site),
    files: [...files.keys(), ...assets.keys()],
  };
  files.set(ledgerPath, writeLedger(ledger));
  return { files, assets, ledger };
}

/** A last version that turns out to be no fragment of ours is not published; then links to it lead elsewhere. */
function fillDecided(decided: DecidedSite, context: PublishContext, dist: Dist): FilledSite {
  for (;;) {
    const filled = fillSite(siteOf(decided.pages, context, dist), dist.fragments);
    if (filled.unkept.length === 0) return filled;
    for (const { page, language, lost } of filled.unkept) {
      const decisions = decided.pages.find(({ id }) => id === page)?.decisions;
      const before = decisions?.get(language);
      if (!before || before.status !== "stale") throw new Error(`A page that was filled could not be kept: ${page}`);
      const { path } = before.kept;
      const reason =
        lost === undefined ? message("held.no-fragment", { path }) : message("held.file-lost", { path, file: lost });
      decisions?.set(language, { status: "withheld", reason, counts: before.counts });
      decided.takenOff.push({ page, language, url: before.url, reason });
      const problem =
        lost === undefined ? message("site.no-fragment", { path }) : message("site.file-lost", { path, file: lost });
      decided.problems.push({ page, language, reason: problem });
    }
  }
}

/** What a build has to say of a page: of its source, and of what is approved. Drafts are withheld, not wrong. */
function publishedFindings({ findings, translations }: PagePlan): Finding[] {
  return [
    ...findings,
    ...translations.flatMap((one) => [
      ...one.mistakes,
      ...one.findings.filter(({ state, old }) => state === "approved" || old).map(({ finding }) => finding),
    ]),
  ];
}

function problemsOf({ problems }: DecidedSite, plans: readonly PagePlan[], settings: Settings): Finding[] {
  return problems.map(({ page, reason, ruleId }) => {
    const path = plans.find(({ id }) => id === page)?.path ?? pagePath(settings.source, page);
    return reporterFor(path, "", settings.severity).mistake(
      { start: 0, end: 0, reason, expected: [] },
      "error",
      ruleId,
    );
  });
}

/** Links of published pages to pages that are not published in any language in which a reader could follow them. */
function linksAhead(pages: readonly DecidedPage[], settings: Settings): Finding[] {
  const source = (page: DecidedPage | undefined): Decision | undefined => page?.decisions.get(settings.source);
  const byId = new Map(pages.map((page) => [page.id, page]));
  return pages.flatMap((page) => {
    const { plan } = page;
    const own = source(page);
    if (!plan?.page || own?.status !== "source") return [];
    const reporter = reporterFor(plan.path, plan.page.source, settings.severity);
    return plan.page.links
      .map(({ page: written, ...place }) => ({ ...place, target: pageAt(written, byId) ?? written }))
      .filter(({ target }) => target !== page.id && source(byId.get(target))?.status === "withheld")
      .flatMap(({ target, start, end }) => {
        const reason = message("link.not-published", { page: target });
        return reporter.finding({ ruleId: "link-broken", start, end, reason, expected: [], atMost: "warning" }) ?? [];
      });
  });
}

/** Fragments that no ledger names, after a merge or without one: no build would ever take them off the site. */
function leftovers(
  { ledger, fragmentsFound }: Dist,
  files: ReadonlyMap<string, string>,
  settings: Settings,
): Finding[] {
  const known = filesOf(ledger ?? emptyLedger);
  return fragmentsFound
    .filter((path) => !files.has(path) && !known.has(path))
    .map((path) =>
      reporterFor(path, "", settings.severity).mistake({
        start: 0,
        end: 0,
        reason: message(ledger ? "site.unnamed" : "site.leftover", { ledger: ledgerPath }),
        expected: [],
      }),
    );
}

/** Builds a whole project from its texts. `dist` has the files of the output folder by path. */
export function build(
  text: ProjectText,
  dist: ReadonlyMap<string, string>,
  options: Partial<BuildOptions> = {},
  readings?: ReadonlyMap<string, PageReading>,
): Build {
  const project = readProject(text, ...apart(text), readings);
  const plans = project.files.map((file) => planPage(file, catalogsOf(file.id, text), project.context));
  return buildSite(plans, project, readDist(dist), { allowWithdraw: false, ...options });
}

function catalogsOf(id: string, { catalogs }: Pick<ProjectText, "catalogs">): Map<string, FileText> {
  return new Map(
    [...catalogs].flatMap(([language, texts]) => {
      const file = texts.get(id);
      return file ? [[language, file] as const] : [];
    }),
  );
}

/** Catalogs whose page is gone, and those of languages that the settings do not know. */
function apart({
  settings,
  pages,
  catalogs,
}: ProjectText): [lost: Map<string, Map<string, FileText>>, strangers: Map<string, string[]>] {
  const known = [...catalogs].filter(([language]) => Object.hasOwn(settings.languages, language));
  const strange = [...catalogs].filter(
    ([language, texts]) => !Object.hasOwn(settings.languages, language) && texts.size > 0,
  );
  return [
    new Map(known.map(([language, texts]) => [language, new Map([...texts].filter(([id]) => !pages.has(id)))])),
    new Map(strange.map(([language, texts]) => [language, [...texts.values()].map(({ path }) => path)])),
  ];
}

export type Check = { paths: string[]; findings: Finding[]; waived: Waived[] };

/** Says which files and languages a check looks at. */
export type Wanted = (path: string, language: string) => boolean;

/** What a check has to say of a page and its catalogs, drafts included. */
export function checkPlan(plan: PagePlan, settings: Settings, wanted: Wanted): Check {
  const ofPage = wanted(plan.path, settings.source) ? [{ ...plan, mistakes: [] }] : [];
  const ofCatalogs = plan.translations
    .filter(({ path, language, exists }) => exists && wanted(path, language))
    .map(({ path, mistakes, findings, waived }) => ({
      path,
      mistakes,
      findings: findings.flatMap(({ wished, finding }) => (wished ? [] : [finding])),
      waived,
    }));
  // Put together without a call for each: a file may have more mistakes than a call can have arguments.
  const all = [...ofPage, ...ofCatalogs];
  return {
    paths: all.map(({ path }) => path),
    findings: all.flatMap(({ mistakes, findings }) => [...mistakes, ...findings]),
    waived: all.flatMap(({ waived }) => waived),
  };
}

/** Checks pages and catalogs, drafts included. */
export function check(text: ProjectText, wanted: Wanted = () => true): Check {
  const project = readProject(text, ...apart(text));
  const plans = project.files.map((file) => planPage(file, catalogsOf(file.id, text), project.context));
  return gatherChecks(
    plans.map((plan) => checkPlan(plan, text.settings, wanted)),
    project.findings,
    wanted,
  );
}

/** All of a run, in the order in which a person reads files. */
export function gatherChecks(checks: readonly Check[], beyond: readonly Finding[], wanted: Wanted): Check {
  const findings = [
    ...beyond.filter(({ path }) => wanted(path, languageOfPath(path) ?? "")),
    ...checks.flatMap((one) => one.findings),
  ];
  return {
    paths: checks.flatMap(({ paths }) => paths),
    findings: inReadingOrder(findings),
    waived: checks.flatMap(({ waived }) => waived),
  };
}

/** A project without pages is most likely a slip in a folder's name. */
export function noPages(settings: Settings): Message {
  return message("build.no-pages", { folder: `${contentFolder}/${settings.source}` });
}
