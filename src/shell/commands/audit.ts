// malvakt audit: who approved what, when, against which source; from which draft, and in which commit.
import { join } from "node:path";
import { auditGone, auditSource, auditTranslation, type AuditPage } from "../../core/audit/audit.ts";
import { withCommits } from "../../core/audit/commits.ts";
import { readCatalogFile } from "../../core/catalog-file.ts";
import { outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { noOrphans } from "../../core/orphans.ts";
import { languagesOf, type PageFile } from "../../core/project.ts";
import { emptyLedger } from "../../core/publish/ledger.ts";
import { standingOf, type Standing } from "../../core/publish/standing.ts";
import { auditAsHtml } from "../../core/report/audit-html.ts";
import { auditAsJson, type Audit } from "../../core/report/audit-json.ts";
import { reportAudit } from "../../core/report/audit-text.ts";
import { approvalLinesOf, commitsOf } from "../approval-commits.ts";
import { today } from "../clock.ts";
import { choice, languagesAsked, rootOf, type Command } from "../command.ts";
import { openFileIndex } from "../file-index.ts";
import { fewAtOnce, withRepository } from "../git.ts";
import { locale, say } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { loadDist } from "../output.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { paintFor, print, printData, progressLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.audit.summary"),
  help: message("help.audit"),
  options: { format: { type: "string" }, lang: { type: "string", multiple: true } },
  run: async (given) => {
    const format = choice(given, "format", ["text", "json", "html"]);
    const root = rootOf(given);
    const project = loadProject(root);
    const { settings, files } = project;
    const { languages, paths } = languagesAsked(given, [settings.source, ...Object.keys(settings.languages)]);
    const asked = paths.map((path) => pageNamed(path, files).id);
    const read = await readPages(project, {
      page: (id) => asked.length === 0 || asked.includes(id),
      language: (code) => languages?.includes(code) ?? true,
    });
    const audit = await askHistory(root, read);
    if (format === "json") await printData(auditAsJson(audit));
    else if (format === "html") await printData(auditAsHtml(audit, today(), settings.source, locale));
    else await print(reportAudit(audit, paintFor(process.stdout), locale));
    return audit.pages.some(({ isUnreadable }) => isUnreadable) ? 1 : 0;
  },
};

type Wanted = { page: (id: string) => boolean; language: (code: string) => boolean };

async function readPages(project: LoadedProject, wanted: Wanted): Promise<AuditPage[]> {
  const { root, files } = project;
  const progress = progressLine(say(message("audit.progress")));
  const plans = files.map(project.planOf);
  const folder = join(root, outputFolder);
  const dist = loadDist(root, folder, outputFolder, plans, openFileIndex(root, "index-output", false));
  const standing = standingOf(dist.ledger ?? emptyLedger, dist.found, plans);
  const pages: AuditPage[] = [];
  const mine = files.filter(({ id }) => wanted.page(id));
  for (const [at, file] of mine.entries()) {
    const plan = plans.find(({ id }) => id === file.id);
    const own = plan ? auditPage(file, plan.source, standing.get(file.id), project) : [];
    pages.push(...own);
    await progress.step(at + 1, mine.length);
  }
  const known = new Set(files.map(({ id }) => id));
  for (const [id, languages] of standing)
    if (!known.has(id) && wanted.page(id)) for (const stands of languages.values()) pages.push(auditGone(id, stands));
  progress.done();
  return pages
    .filter(({ language }) => wanted.language(language))
    .toSorted((one, other) => (one.page === other.page ? 0 : one.page < other.page ? -1 : 1));
}

/** A page in its own language, in those that it is translated into, and in those that it is published in still. */
function auditPage(
  file: PageFile,
  source: Parameters<typeof auditSource>[1],
  standing: ReadonlyMap<string, Standing> | undefined,
  project: LoadedProject,
): AuditPage[] {
  const { settings, context } = project;
  const catalogs = project.catalogsOf(file.id);
  const title = file.page?.units.find((unit) => unit.context === "title")?.text ?? file.id;
  const place = { page: file.id, title, file: file.path };
  const translated = file.page ? languagesOf(file.page, settings) : [...catalogs.keys()];
  const translations = translated.map((language) => {
    const catalog = readCatalogFile(
      file,
      language,
      catalogs.get(language),
      context.orphans.get(language) ?? noOrphans,
      settings,
    );
    const count = file.page?.units.length ?? 0;
    const exists = catalogs.has(language);
    return auditTranslation(place, language, settings.source, catalog, exists, count, standing?.get(language));
  });
  const told = new Set([settings.source, ...translated]);
  const others = [...(standing ?? [])].filter(([language]) => !told.has(language));
  return [
    { ...auditSource(place, source, standing?.get(settings.source)), isUnreadable: file.page === undefined },
    ...translations,
    ...others.map(([, stands]) => ({ ...auditGone(file.id, stands), file: file.path })),
  ];
}

/** The same with what git tells of the approvals, a process for each catalog and one for all commits. */
async function askHistory(root: string, pages: AuditPage[]): Promise<Audit> {
  const told = await withRepository(root, async (repository): Promise<Audit> => {
    const catalogs = pages.flatMap(({ catalog, units }) =>
      catalog !== undefined && units.some(({ approval }) => approval) ? [catalog] : [],
    );
    const progress = progressLine(say(message("audit.progress-git")));
    let done = 0;
    const lines = await fewAtOnce(catalogs, async (path) => {
      const own = await approvalLinesOf(repository, path);
      await progress.step((done += 1), catalogs.length);
      return [path, own] as const;
    });
    const ids = lines.flatMap(([, own]) => (own ?? []).map(({ commit }) => commit));
    const commits = await commitsOf(repository, [...new Set(ids)]);
    progress.done();
    const { head, cut } = repository;
    return {
      pages: withCommits(pages, new Map(lines), commits),
      head,
      problem: undefined,
      isShallow: cut.size > 0,
    };
  });
  return "pages" in told ? told : { pages, head: undefined, problem: told.problem, isShallow: false };
}
