// Surveys a project before it is drafted: each catalog is read once, for what it lacks and what of it is memory.
import { memoryOf, recallDraft, rememberedOf, type Memory, type Remembered } from "../core/draft/memory.ts";
import { estimate, planDrafts, type Estimate, type Wanted } from "../core/draft/plan.ts";
import { surveyCatalog } from "../core/draft/survey.ts";
import { languagesOf, noOrphans, readCatalogFile, type Orphans, type PageFile } from "../core/project.ts";
import type { EngineName } from "../core/draft/engine.ts";
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

/** Everything about the languages that is known before anything is sent. Each catalog is read once for it. */
export function survey(project: LoadedProject, request: DraftRequest): Surveyed[] {
  const { settings } = project;
  const languages = request.languages.map((language): Surveyed => {
    const engineName = request.engine ?? settings.languages[language]?.engine;
    const orphans = project.context.orphans.get(language) ?? noOrphans;
    return { language, engineName, pages: [], orphans, remembered: [] };
  });
  const asked = new Set(request.pages);
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
      if (isOwn)
        pages.push({
          file,
          wanted: surveyed?.wanted ?? [],
          isOpen: surveyed?.isOpen ?? true,
          unreadable: catalog ? undefined : path,
        });
    }
  }
  for (const { language, orphans, remembered } of languages)
    for (const entry of orphans.approved.values()) {
      const one = rememberedOf(entry, language);
      if (one) remembered.push(one);
    }
  return languages;
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
