// The way of the data, one function for each command: read this file first.
import { checkCatalog } from "./check/catalog.ts";
import { checkPage, type Site } from "./check/page.ts";
import { inReadingOrder, type Finding } from "./finding.ts";
import { languagesOf, readProject, type PageFile, type Project, type ProjectText } from "./project.ts";
import { assemble, type Output, type PagePlan } from "./publish/assemble.ts";
import { decide, keepOrWithhold, plural, type Decision } from "./publish/decide.ts";
import { sha256Hex } from "./hash.ts";
import type { Manifest, ManifestEntry } from "./publish/manifest.ts";

/** What was published before: the manifest, and its fragments by path. */
export type Ledger = { manifest: Manifest | undefined; fragments: ReadonlyMap<string, string> };

export type Build = {
  output: Output;
  /** Findings in source texts and in approved texts, and files that could not be read. */
  findings: Finding[];
  plans: PagePlan[];
};

/** Told of each page that is finished, so that long work can show how far it is. */
export type Progress = (done: number, total: number) => void;

/** Builds the whole site: pure, so that one call tests it. */
export function build(text: ProjectText, ledger: Ledger, progress: Progress = () => {}): Build {
  const project = readProject(text);
  const site = siteOf(project);
  const findings = [...project.findings];
  const plans = project.pages.map((file, index) => {
    const plan = planPage(file, project, site, ledger, findings);
    progress(index + 1, project.pages.length);
    return plan;
  });
  refuseSharedAddresses(plans, project, findings);
  return { output: assemble(plans, project.settings, ledger.fragments), findings: inReadingOrder(findings), plans };
}

/** Checks pages and catalogs, drafts included. `wanted` says which files and languages to look at. */
export function check(text: ProjectText, wanted: (path: string, language: string) => boolean): Finding[] {
  const project = readProject(text);
  const site = siteOf(project);
  const findings = project.findings.filter(({ path }) => wanted(path, languageOfPath(path)));
  for (const file of project.pages) {
    if (wanted(file.path, project.settings.source)) findings.push(...pageFindings(file, site));
    if (!file.page) continue;
    for (const language of languagesOf(file.page, project.settings)) {
      const { path, catalog, reporter, findings: own } = project.catalogOf(file, language);
      if (!wanted(path, language)) continue;
      findings.push(...own);
      if (catalog) findings.push(...checkCatalog(catalog, reporter).map(({ finding }) => finding));
    }
  }
  return inReadingOrder(findings);
}

function languageOfPath(path: string): string {
  return path.split("/")[1] ?? "";
}

/** The anchors of every page that could be read. */
export function siteOf(project: Project): Site {
  return new Map(project.pages.map((file) => [file.id, new Set(file.page?.headings.map(({ anchor }) => anchor))]));
}

function pageFindings(file: PageFile, site: Site): Finding[] {
  return file.page ? [...file.findings, ...checkPage(file.page, file.reporter, site)] : file.findings;
}

function planPage(file: PageFile, project: Project, site: Site, ledger: Ledger, findings: Finding[]): PagePlan {
  const { settings } = project;
  const found = pageFindings(file, site);
  findings.push(...found);
  const published = publishedBefore(file.id, ledger, findings, file);
  const decisions = new Map<string, Decision>();
  const { page } = file;
  if (!page) {
    for (const [language, entry] of Object.entries(published)) {
      decisions.set(
        language,
        keepOrWithhold("its source cannot be read", undefined, { published: entry, stale: "keep" }),
      );
    }
    if (!decisions.has(settings.source))
      decisions.set(settings.source, { status: "withheld", reason: "it cannot be read", counts: undefined });
    return { id: file.id, page, decisions };
  }
  const errors = found.filter(({ severity }) => severity === "error").length;
  const refusal = errors > 0 ? `${plural(errors, "error")} in the source` : undefined;
  decisions.set(
    settings.source,
    refusal === undefined
      ? { status: "source", reason: "" }
      : { status: "withheld", reason: refusal, counts: undefined },
  );
  for (const language of languagesOf(page, settings)) {
    const standing = { published: published[language], stale: page.frontMatter?.publish ?? settings.stale };
    const { catalog, reporter, findings: own } = project.catalogOf(file, language);
    findings.push(...own);
    if (!catalog) {
      decisions.set(language, keepOrWithhold("its catalog cannot be read", undefined, standing));
      continue;
    }
    const entryFindings = checkCatalog(catalog, reporter);
    findings.push(...entryFindings.filter(({ state }) => state === "approved").map(({ finding }) => finding));
    const decision = decide(page, catalog, entryFindings, standing);
    decisions.set(
      language,
      refusal === undefined
        ? decision
        : { status: "withheld", reason: refusal, counts: "counts" in decision ? decision.counts : undefined },
    );
  }
  return { id: file.id, page, decisions };
}

/** What the ledger has of a page: only fragments that are still what was published. */
function publishedBefore(
  id: string,
  ledger: Ledger,
  findings: Finding[],
  file: PageFile,
): Record<string, ManifestEntry> {
  const entries = Object.entries(ledger.manifest?.pages[id] ?? {});
  const whole = entries.filter(([, { path, sha256 }]) => {
    if (path === undefined) return false;
    const fragment = ledger.fragments.get(path);
    if (fragment !== undefined && sha256Hex(fragment) === sha256) return true;
    const reason = `The published fragment ${path} ${fragment === undefined ? "is missing" : "is not what was published"}; restore it from git, or it is published again only once everything is approved.`;
    findings.push(file.reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "warning"));
    return false;
  });
  return Object.fromEntries(whole);
}

/** Two translations cannot stand at one address any more than two pages can. */
function refuseSharedAddresses(plans: PagePlan[], project: Project, findings: Finding[]): void {
  const taken = new Map<string, string>();
  for (const plan of plans) {
    const decisions = new Map(plan.decisions);
    for (const [language, decision] of decisions) {
      const slug =
        decision.status === "approved" ? decision.slug : decision.status === "source" ? plan.page?.slug : undefined;
      const path =
        decision.status === "stale" ? decision.kept.path : slug === undefined ? undefined : `${language}/${slug}.html`;
      if (path === undefined) continue;
      const key = path.normalize("NFC").toLowerCase();
      const other = taken.get(key);
      if (other === undefined) taken.set(key, plan.id);
      else {
        const reporter = project.pages.find(({ id }) => id === plan.id)?.reporter;
        const reason = `In ${language} this page has the same address as ${other}; translate one of the slugs otherwise.`;
        if (reporter)
          findings.push(reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "error", "front-matter"));
        decisions.set(language, {
          status: "withheld",
          reason: `same address as ${other}`,
          counts: "counts" in decision ? decision.counts : undefined,
        });
      }
    }
    plan.decisions = decisions;
  }
}
