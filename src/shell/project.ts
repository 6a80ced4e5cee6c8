// Finds a project on disk and reads its files; plans its pages.
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaultSeverity, reporterFor } from "../core/finding.ts";
import { codeMeant } from "../core/language/code.ts";
import { catalogEnding, contentFolder, isCatalogPath, isPagePath, pageEndings } from "../core/layout.ts";
import { readProject, type ReadProject } from "../core/malvakt.ts";
import type { PagePlan } from "../core/page-plan.ts";
import type { FileText, PageFile } from "../core/project.ts";
import { readSettings, type Settings } from "../core/settings.ts";
import { message } from "../core/messages/message.ts";
import { readTermbase } from "../core/terms/read.ts";
import type { Termbase } from "../core/terms/termbase.ts";
import { termsOf, type Terms } from "../core/terms/terms.ts";
import { inspectorOf } from "./assets.ts";
import { openCache, type Cache } from "./cache.ts";
import { findAll, listFolders, listSources, type Source } from "./disk/list.ts";
import { readInside, readText } from "./disk/read.ts";
import { openFileIndex } from "./file-index.ts";
import { plannerBy, readAllPages, textsBy } from "./known-pages.ts";
import { Refusal } from "./refusal.ts";
import type { OpenCache } from "./remembered.ts";
import { settingsFile } from "./root.ts";

/** The settings of a project; mistakes in them are wrong use, with a finding for each. */
export function loadSettings(root: string): Settings {
  const file = readInside(root, settingsFile);
  if ("problem" in file) throw new Refusal(message("cli.about", { path: settingsFile, problem: file.problem }), 2);
  const { settings, mistakes } = readSettings(file.text);
  if (settings) return settings;
  const reporter = reporterFor(settingsFile, file.text, defaultSeverity);
  throw new Refusal(
    message("cli.settings-wrong"),
    2,
    mistakes.map((mistake) => reporter.mistake(mistake)),
    new Map([[settingsFile, file.text]]),
  );
}

export type LoadedTerms = { text: string; termbase: Termbase; terms: Terms };

/** The termbase that a person named, from a folder. */
export function loadTerms(folder: string, path: string, cache?: Cache<Termbase>): LoadedTerms {
  return compileTerms(readText(resolve(folder, path), path), cache);
}

/** The termbase that a project's settings name. */
export function loadOwnTerms(root: string, path: string, cache?: Cache<Termbase>): LoadedTerms {
  return compileTerms(readInside(root, path), cache);
}

/** Where the termbase of a project lies, if it has one of its own. */
export function ownTermsFile(root: string, { termbasePath }: Settings): string[] {
  return termbasePath === undefined ? [] : [join(realpathSync(root), termbasePath)];
}

/** A termbase compiled for use, with its text. A mistake in it stops everything: without it wrong words would pass. */
function compileTerms(file: FileText, cache: Cache<Termbase> | undefined): LoadedTerms {
  const { path } = file;
  if ("problem" in file) throw new Refusal(message("cli.about", { path, problem: file.problem }), 2);
  const known = cache?.find([file.text]);
  if (known) return { text: file.text, termbase: known, terms: termsOf(known) };
  const { termbase, mistakes } = readTermbase(file.text);
  if (termbase) {
    cache?.keepOnly([]);
    cache?.keep([file.text], termbase);
    return { text: file.text, termbase, terms: termsOf(termbase) };
  }
  const reporter = reporterFor(path, file.text, defaultSeverity);
  throw new Refusal(
    message("cli.termbase-wrong", { path }),
    2,
    mistakes.map((mistake) => reporter.mistake(mistake)),
    new Map([[path, file.text]]),
  );
}

export type Loading = {
  /** A termbase to use instead of the project's own; the path leads from the working folder. */
  terms?: string | undefined;
  /** Keep what was worked out in the scratch folder, for the next run; without it nothing is written. */
  keep?: boolean;
  /** When the run began to look at the project, by the clock of its disk; unknown where nothing is learnt of stats. */
  sinceMs?: number | undefined;
  /** How caches are opened, for a program that goes on and remembers. */
  open?: OpenCache;
  /** What to do when the project's own termbase cannot be used: without this, that stops everything. */
  withoutTerms?: (why: Refusal) => void;
};

/** A project on disk: its pages are read, its catalogs are read when they are asked for. */
export type LoadedProject = ReadProject & {
  root: string;
  settings: Settings;
  terms: Terms | undefined;
  /** The termbase itself, for engines with glossaries. */
  termbase: Termbase | undefined;
  /** Texts of a page's catalogs by language, of those that there are. */
  catalogsOf: (pageId: string) => Map<string, FileText>;
  /** What a page and its catalogs give: from an earlier run, where nothing of it has changed. */
  planOf: (file: PageFile) => PagePlan;
  /** Whether a path from the root is one of its pages or catalogs. */
  has: (path: string) => boolean;
  /** The text of a finding's file, for the line that is shown with it; other lines may be empty. */
  textOf: (path: string) => string | undefined;
  /** Forgets what no page of this run has asked for. */
  forgetRest: () => void;
};

/** Reads every page of a project. */
export function loadProject(root: string, loading: Loading = {}): LoadedProject {
  const { terms: chosen, keep = false, sinceMs = 0, open = openCache, withoutTerms } = loading;
  const settings = loadSettings(root);
  const find = (folder: string, endings: readonly string[]): Map<string, Source> =>
    new Map(listSources(root, folder, endings).map((file) => [file.id, file]));
  const index = openFileIndex(root, "index-sources", keep, open);
  index.believeFrom(sinceMs);
  const sourceFolder = `${contentFolder}/${settings.source}`;
  const pages = find(sourceFolder, pageEndings);
  const found = findAll(root, contentFolder);
  const isPage = (path: string): boolean => path.startsWith(`${sourceFolder}/`) && isPagePath(path);
  const others = [...found.keys()].filter((path) => !isPage(path) && !isCatalogPath(path));
  const inspector = inspectorOf(found, index, openCache(root, "assets", keep));
  const languages = listFolders(root, contentFolder).filter((language) => language !== settings.source);
  const catalogs = new Map(
    languages.map((language) => [language, find(`${contentFolder}/${language}`, [catalogEnding])] as const),
  );
  const known = open<Termbase>(root, "terms", keep);
  const ownTerms = (): LoadedTerms | undefined => {
    if (settings.termbasePath === undefined) return undefined;
    try {
      return loadOwnTerms(root, settings.termbasePath, known);
    } catch (error) {
      if (!withoutTerms || !(error instanceof Refusal)) throw error;
      withoutTerms(error);
      return undefined;
    }
  };
  const loaded = chosen === undefined ? ownTerms() : loadTerms(process.cwd(), chosen, known);
  const lost = new Map<string, Map<string, FileText>>();
  const strangers = new Map<string, string[]>();
  for (const [language, files] of catalogs) {
    if (!Object.hasOwn(settings.languages, language)) {
      const own = [...files.values()];
      // Pages in the folder of another spelling of the source's language, `no` for nb.
      const found =
        own.length === 0 && codeMeant(language) === settings.source
          ? listSources(root, `${contentFolder}/${language}`, pageEndings)
          : own;
      if (found.length > 0)
        strangers.set(
          language,
          found.map(({ path }) => path),
        );
    } else lost.set(language, textsOf(new Map([...files].filter(([id]) => !pages.has(id)))));
  }
  const { texts, readings } = readAllPages(pages, index, open(root, "pages", keep));
  const { inspect } = inspector;
  const given = { settings, terms: loaded?.terms, pages: texts, others, inspect };
  const project = readProject(given, lost, strangers, readings);
  const sourcesOf = (pageId: string): (readonly [language: string, file: Source])[] =>
    [...catalogs].flatMap(([language, files]) => {
      const file = Object.hasOwn(settings.languages, language) ? files.get(pageId) : undefined;
      return file ? [[language, file] as const] : [];
    });
  const catalogsOf = (pageId: string): Map<string, FileText> =>
    new Map(sourcesOf(pageId).map(([language, file]) => [language, file.read()]));
  const plans = plannerBy(open(root, "plans", keep), [JSON.stringify(settings), loaded?.text ?? ""], project);
  const readers = new Map<string, () => FileText>();
  for (const file of texts.values()) readers.set(file.path, () => file);
  for (const files of catalogs.values()) for (const { path, read } of files.values()) readers.set(path, read);
  return {
    ...project,
    root,
    settings,
    terms: loaded?.terms,
    termbase: loaded?.termbase,
    catalogsOf,
    planOf: (file) => plans.planOf(file, new Map(sourcesOf(file.id)), textsBy(index)),
    forgetRest: () => {
      plans.forgetRest();
      inspector.forgetRest();
      index.save();
    },
    has: (path) => readers.has(path),
    textOf: (path) => {
      const lines = plans.linesOf(path);
      if (lines !== undefined) return lines;
      const file = readers.get(path)?.();
      return file && "text" in file ? file.text : undefined;
    },
  };
}

function textsOf(files: ReadonlyMap<string, Source>): Map<string, FileText> {
  return new Map([...files].map(([id, file]) => [id, file.read()]));
}
