// Surveys a project before it is drafted: each catalog is read once, for what it lacks and what of it is memory.
import { memoryOf, recallDraft, rememberedOf, type Memory, type Remembered } from "../core/draft/memory.ts";
import { estimate, planDrafts, type Estimate, type Wanted } from "../core/draft/plan.ts";
import { readCatalog } from "../core/catalog/read.ts";
import { draftsIn, surveyCatalog } from "../core/draft/survey.ts";
import { hashOfAll } from "../core/hash.ts";
import { languagesOf, type FileText, type PageFile } from "../core/project.ts";
import { noOrphans, type Orphans } from "../core/orphans.ts";
import { readCatalogFile } from "../core/catalog-file.ts";
import type { EngineName } from "../core/settings.ts";
import { ownContexts } from "../core/page/unit.ts";
import type { Cache } from "./cache.ts";
import { lastCommitted } from "./git.ts";
import type { LoadedProject } from "./project.ts";

/** What a person asked to be drafted. */
export type DraftRequest = { pages: PageFile[]; languages: string[]; engine: EngineName | undefined };

/** A page to draft in one language, and what its catalog lacks; `unreadable` is the path of one that cannot be read. */
type SurveyedPage = { file: PageFile; wanted: Wanted[]; isOpen: boolean; unreadable: string | undefined };

export type Surveyed = {
  language: string;
  /** Undefined when the settings name none. */
  engineName: EngineName | undefined;
  pages: SurveyedPage[];
  orphans: Orphans;
  remembered: Remembered[];
};

/**
 * Everything about the languages that is known before anything is sent. Each catalog is read once for it, and none is
 * parsed of a language in which all were found settled before and have not changed since.
 */
export function survey(project: LoadedProject, request: DraftRequest, known: Cache<string[]>): Surveyed[] {
  const quiet = quietLanguages(project, request, known);
  const noisy = request.languages.filter((language) => !quiet.has(language));
  const surveyed = surveyLanguages(project, { ...request, languages: noisy }, known);
  return request.languages.map(
    (language) =>
      surveyed.find((one) => one.language === language) ?? {
        language,
        engineName: request.engine ?? project.settings.languages[language]?.engine,
        pages: [],
        orphans: noOrphans,
        remembered: [],
      },
  );
}

/** The languages in which every page and catalog is as it was when there was nothing to do for it. */
function quietLanguages(
  project: LoadedProject,
  { pages, languages }: DraftRequest,
  known: Cache<string[]>,
): Set<string> {
  const settled = new Map<string, Set<string>>();
  for (const language of languages) {
    const found = inheritsNothing(project, language) ? known.find([language]) : undefined;
    if (found) settled.set(language, new Set(found));
  }
  for (const file of pages) {
    if (settled.size === 0) break;
    const own = file.page ? languagesOf(file.page, project.settings) : [];
    const catalogs = project.catalogsOf(file.id);
    for (const language of own)
      if (!settled.get(language)?.has(fingerprint(file, language, catalogs.get(language)) ?? ""))
        settled.delete(language);
  }
  return new Set(settled.keys());
}

/** Whether no catalog of a page that is gone can have a say in what a page lacks. */
function inheritsNothing({ context }: LoadedProject, language: string): boolean {
  const { catalogs, approved } = context.orphans.get(language) ?? noOrphans;
  return catalogs.length === 0 && approved.size === 0;
}

/** Everything that says whether there is something to do for a page in one language; undefined without a catalog. */
function fingerprint(
  { id, page, pictures }: PageFile,
  language: string,
  found: FileText | undefined,
): string | undefined {
  if (!page || !found || !("text" in found)) return undefined;
  return hashOfAll([id, page.source, found.text, JSON.stringify([...(pictures?.get(language) ?? [])])]);
}

function surveyLanguages(project: LoadedProject, request: DraftRequest, known: Cache<string[]>): Surveyed[] {
  const { settings } = project;
  const languages = request.languages.map((language): Surveyed => {
    const engineName = request.engine ?? settings.languages[language]?.engine;
    const orphans = project.context.orphans.get(language) ?? noOrphans;
    return { language, engineName, pages: [], orphans, remembered: [] };
  });
  const asked = new Set(request.pages);
  const settled = new Map(request.languages.map((language): [string, string[]] => [language, []]));
  for (const file of project.files) {
    const catalogs = project.catalogsOf(file.id);
    const own = file.page && asked.has(file) ? languagesOf(file.page, settings) : [];
    for (const { language, pages, orphans, remembered } of languages) {
      const found = catalogs.get(language);
      const isOwn = own.includes(language);
      if (!isOwn && !found) continue;
      const { catalog, text, path } = readCatalogFile(file, language, found, orphans, settings);
      const surveyed = catalog && surveyCatalog(catalog, text, language);
      // Also of pages that are not translated any more, or cannot be read just now: their approved texts are memory.
      for (const one of surveyed?.remembered ?? []) remembered.push(one);
      if (surveyed?.isEmptied) for (const one of committedDrafts(project.root, path, language)) remembered.push(one);
      const print = isOwn && surveyed?.isOpen === false ? fingerprint(file, language, found) : undefined;
      if (print !== undefined) settled.get(language)?.push(print);
      if (isOwn)
        pages.push({
          file,
          wanted: surveyed?.wanted ?? [],
          isOpen: surveyed?.isOpen ?? true,
          unreadable: catalog ? undefined : path,
        });
    }
  }
  for (const [language, prints] of settled)
    if (asked.size === project.files.length && inheritsNothing(project, language)) known.keep([language], prints);
  for (const { language, orphans, remembered } of languages) {
    for (const { catalog } of orphans.catalogs) for (const one of draftsIn(catalog, language)) remembered.push(one);
    for (const entry of orphans.approved.values()) {
      const one = rememberedOf(entry, language);
      if (one) remembered.push(one);
    }
  }
  return languages;
}

/** What a catalog had before another program emptied it. */
function committedDrafts(root: string, path: string, language: string): Remembered[] {
  const text = lastCommitted(root, path);
  const catalog = text === undefined ? undefined : readCatalog(text, { language, contexts: ownContexts }).catalog;
  return catalog ? draftsIn(catalog, language) : [];
}

export function memoryFor({ language, remembered }: Surveyed, { settings }: LoadedProject): Memory {
  return memoryOf(remembered, settings.source, language);
}

/** What is charged for each page. An equal text is charged once in a language. */
export function estimates(surveyed: Surveyed, project: LoadedProject): Estimate[] {
  const { engineName, pages } = surveyed;
  const memory = memoryFor(surveyed, project);
  const asked = new Set<string>();
  const recall = (context: string, source: string): string | undefined =>
    recallDraft(memory, engineName ?? "", context, source);
  return pages.map(({ wanted }) => estimate(planDrafts(wanted, memory, engineName, recall), asked));
}
