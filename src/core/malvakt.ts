// The way of the data, one function for each command: read this file first.
import { checkCatalog, type EntryFinding } from "./check/catalog.ts";
import { checkPage, type Site } from "./check/page.ts";
import type { Verdict, Waived } from "./check/waivers.ts";
import { inReadingOrder, type Finding } from "./finding.ts";
import {
  languagesOf,
  readProject,
  type PageFile,
  type Project,
  type ProjectText,
  type UnreadCatalog,
} from "./project.ts";
import { assemble, type Output, type PagePlan } from "./publish/assemble.ts";
import { decide, keepOrWithhold, plural, type Decision } from "./publish/decide.ts";
import { inputsOfPage, verdictUnder, type KeptVerdicts } from "./check/verdict.ts";
import { refuseSharedAddresses } from "./publish/addresses.ts";
import { readLedger, type Ledger } from "./publish/ledger.ts";
import { pairingOf } from "./terms/terms.ts";

export type Build = {
  output: Output;
  /** Findings in source texts and in approved texts, and files that could not be read. */
  findings: Finding[];
  waived: Waived[];
  plans: PagePlan[];
  /** What was found in each page and catalog, for the next run. */
  verdicts: KeptVerdicts;
};

export type Check = { paths: string[]; findings: Finding[]; waived: Waived[]; verdicts: KeptVerdicts };

/** Told of each page that is finished, so that long work can show how far it is. */
export type Progress = (done: number, total: number) => void;

/** Builds the whole site: pure, so that one call tests it. */
export function build(text: ProjectText, ledger: Ledger, progress: Progress = () => {}): Build {
  const project = readProject(text);
  const site = siteOf(project);
  const result: Omit<Build, "output"> = { findings: [...project.findings], waived: [], plans: [], verdicts: new Map() };
  for (const [index, file] of project.pages.entries()) {
    result.plans.push(planPage(file, project, site, ledger, result));
    progress(index + 1, project.pages.length);
  }
  result.findings.push(...refuseSharedAddresses(result.plans, project.pages));
  const output = assemble(result.plans, project.settings, ledger.fragments);
  return { ...result, output, findings: inReadingOrder(result.findings) };
}

/** Checks pages and catalogs, drafts included. `wanted` says which files and languages to look at. */
export function check(
  text: ProjectText,
  wanted: (path: string, language: string) => boolean,
  progress: Progress = () => {},
): Check {
  const project = readProject(text);
  const site = siteOf(project);
  const result: Check = {
    paths: [],
    findings: project.findings.filter(({ path }) => wanted(path, path.split("/")[1] ?? "")),
    waived: [],
    verdicts: new Map(),
  };
  const add = (path: string, { findings, waived }: Verdict): void => {
    result.paths.push(path);
    result.findings.push(...findings);
    result.waived.push(...waived);
  };
  for (const [index, file] of project.pages.entries()) {
    if (wanted(file.path, project.settings.source))
      add(file.path, findingsInPage(file, site, project, result.verdicts));
    for (const language of file.page ? languagesOf(file.page, project.settings) : []) {
      const catalog = project.catalogOf(file, language);
      if (!wanted(catalog.path, language)) continue;
      if (!catalog.exists) continue;
      const { mistakes, findings, waived } = findingsInCatalog(catalog, language, project, result.verdicts);
      add(catalog.path, { findings: [...mistakes, ...findings.map(({ finding }) => finding)], waived });
    }
    progress(index + 1, project.pages.length);
  }
  return { ...result, findings: inReadingOrder(result.findings) };
}

/** The anchors of every page that could be read. */
function siteOf(project: Project): Site {
  return new Map(project.pages.map((file) => [file.id, new Set(file.page?.headings.map(({ anchor }) => anchor))]));
}

function findingsInPage(
  { page, findings, reporter }: PageFile,
  site: Site,
  { settings, terms, verdicts }: Project,
  kept: KeptVerdicts,
): Verdict {
  if (!page) return { findings, waived: [] };
  return verdictUnder(inputsOfPage(page, site), verdicts, kept, () =>
    checkPage(page, reporter, site, terms?.(settings.source)),
  );
}

/** Everything that there is to say of a catalog: of its file as such, and of its texts. */
function findingsInCatalog(
  { inputs, read }: UnreadCatalog,
  language: string,
  { settings, terms, verdicts }: Project,
  kept: KeptVerdicts,
): Verdict<EntryFinding> & { mistakes: Finding[] } {
  return verdictUnder(["catalog", ...inputs], verdicts, kept, () => {
    const { catalog, reporter, findings: mistakes } = read();
    const pairing = pairingOf(settings.source, language, terms);
    if (!pairing) throw new Error(`There is no data for ${language}, though the settings were checked.`);
    return { mistakes, ...(catalog ? checkCatalog(catalog, reporter, pairing) : { findings: [], waived: [] }) };
  });
}

function planPage(
  file: PageFile,
  project: Project,
  site: Site,
  ledger: Ledger,
  result: Omit<Build, "output">,
): PagePlan {
  const { settings } = project;
  const { findings, waived } = findingsInPage(file, site, project, result.verdicts);
  const published = readLedger(file, ledger);
  result.findings.push(...findings, ...published.findings);
  result.waived.push(...waived);
  const decisions = new Map<string, Decision>();
  const { page } = file;
  if (!page) {
    for (const [language, entry] of published.entries) {
      if (language !== settings.source && !(language in settings.languages)) continue;
      const standing = { published: entry, stale: settings.stale };
      decisions.set(language, keepOrWithhold("its source cannot be read", undefined, standing));
    }
    if (!decisions.has(settings.source))
      decisions.set(settings.source, { status: "withheld", reason: "it cannot be read", counts: undefined });
    return { id: file.id, page, decisions };
  }
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const refusal = errors > 0 ? `${plural(errors, "error")} in the source` : undefined;
  decisions.set(
    settings.source,
    refusal === undefined
      ? { status: "source", reason: "" }
      : { status: "withheld", reason: refusal, counts: undefined },
  );
  for (const language of languagesOf(page, settings)) {
    const standing = { published: published.entries.get(language), stale: page.frontMatter?.publish ?? settings.stale };
    const catalog = project.catalogOf(file, language);
    const checked = findingsInCatalog(catalog, language, project, result.verdicts);
    result.findings.push(...checked.mistakes);
    result.findings.push(...checked.findings.filter(({ state }) => state === "approved").map(({ finding }) => finding));
    result.waived.push(...checked.waived);
    decisions.set(language, decide(page, catalog.read().catalog, checked.findings, standing, refusal));
  }
  return { id: file.id, page, decisions };
}
