// Finds a project on disk and reads its files; plans its pages.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { defaultSeverity, reporterFor } from "../core/finding.ts";
import { contentFolder } from "../core/layout.ts";
import { readProject, type ReadProject } from "../core/malvakt.ts";
import { inputsOfPlan, planPage, type PagePlan } from "../core/page-plan.ts";
import { readPage, type Page } from "../core/page/page.ts";
import type { FileText, PageFile } from "../core/project.ts";
import { readSettings, type Settings } from "../core/settings.ts";
import { readTermbase } from "../core/terms/read.ts";
import type { Termbase } from "../core/terms/termbase.ts";
import { termsOf, type Terms } from "../core/terms/terms.ts";
import { openCache, type Cache } from "./cache.ts";
import { listFiles, listFolders, readText } from "./files.ts";
import { Refusal } from "./refusal.ts";

export const settingsFile = "malvakt.yaml";

/** The nearest folder upwards with settings. */
export function findRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The settings of a project; mistakes in them are wrong use, with a finding for each. */
export function loadSettings(root: string): Settings {
  const file = readText(join(root, settingsFile), settingsFile);
  if ("problem" in file) throw new Refusal(`${settingsFile}: ${file.problem}`, 2);
  const { settings, mistakes } = readSettings(file.text);
  if (settings) return settings;
  const reporter = reporterFor(settingsFile, file.text, defaultSeverity);
  throw new Refusal(
    "The settings cannot be used.",
    2,
    mistakes.map((mistake) => reporter.mistake(mistake)),
    new Map([[settingsFile, file.text]]),
  );
}

export type LoadedTerms = { text: string; termbase: Termbase; terms: Terms };

/** A termbase compiled for use, with its text. A mistake in it stops everything: without it wrong words would pass. */
export function loadTerms(folder: string, path: string, cache?: Cache<Termbase>): LoadedTerms {
  const file = readText(resolve(folder, path), path);
  if ("problem" in file) throw new Refusal(`${path}: ${file.problem}`, 2);
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
    "The termbase cannot be used.",
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
  /** The text of a finding's file, for the line that is shown with it. */
  textOf: (path: string) => string | undefined;
  /** Forgets what no page of this run has asked for. */
  forgetRest: () => void;
};

/** Reads every page of a project. */
export function loadProject(root: string, { terms: chosen, keep = false }: Loading = {}): LoadedProject {
  const settings = loadSettings(root);
  const find = (folder: string, ending: string): [id: string, path: string][] =>
    listFiles(join(root, folder), ending).map((name) => [
      name.slice(0, -ending.length).normalize("NFC"),
      `${folder}/${name}`,
    ]);
  const read = (path: string): FileText => readText(join(root, path), path);
  const pages = new Map(
    find(`${contentFolder}/${settings.source}`, ".md").map(([id, path]) => [id, read(path)] as const),
  );
  const languages = listFolders(join(root, contentFolder)).filter((language) => language !== settings.source);
  const catalogs = new Map(
    languages.map((language) => [language, new Map(find(`${contentFolder}/${language}`, ".po"))] as const),
  );
  const own = settings.terms === undefined ? undefined : { folder: root, path: settings.terms };
  const place = chosen === undefined ? own : { folder: process.cwd(), path: chosen };
  const loaded = place && loadTerms(place.folder, place.path, openCache<Termbase>(root, "terms", keep));
  const lost = new Map<string, Map<string, FileText>>();
  const strangers = new Map<string, string[]>();
  for (const [language, paths] of catalogs) {
    if (!Object.hasOwn(settings.languages, language)) {
      if (paths.size > 0) strangers.set(language, [...paths.values()]);
      continue;
    }
    const without = [...paths].filter(([id]) => !pages.has(id));
    lost.set(language, new Map(without.map(([id, path]) => [id, read(path)] as const)));
  }
  const reader = rememberingReader(openCache(root, "pages", keep));
  const project = readProject({ settings, terms: loaded?.terms, pages }, lost, strangers, reader.read);
  reader.forgetRest();
  const catalogsOf = (pageId: string): Map<string, FileText> =>
    new Map(
      [...catalogs].flatMap(([language, paths]) => {
        const path = paths.get(pageId);
        return path === undefined || !Object.hasOwn(settings.languages, language)
          ? []
          : [[language, read(path)] as const];
      }),
    );
  const plans = rememberingPlanner(
    openCache<Omit<PagePlan, "page">>(root, "plans", keep),
    [JSON.stringify(settings), loaded?.text ?? ""],
    project,
  );
  const known = new Set([...pages.values()].map(({ path }) => path));
  const texts = new Map(
    [...pages.values()].flatMap((file) => ("text" in file ? [[file.path, file.text] as const] : [])),
  );
  return {
    ...project,
    root,
    settings,
    terms: loaded?.terms,
    termbase: loaded?.termbase,
    catalogsOf,
    planOf: (file) => plans.planOf(file, catalogsOf(file.id)),
    forgetRest: plans.forgetRest,
    textOf: (path) => {
      if (known.has(path)) return texts.get(path);
      if (![...catalogs.values()].some((paths) => [...paths.values()].includes(path))) return undefined;
      const file = read(path);
      return "text" in file ? file.text : undefined;
    },
  };
}

/** Reads a page, unless an earlier run has read the very same text. */
function rememberingReader(cache: Cache<Page>): { read: typeof readPage; forgetRest: () => void } {
  const used: string[][] = [];
  return {
    read: (text, id, kind, prefix = "") => {
      const inputs = [id, prefix, text];
      used.push(inputs);
      const known = cache.find(inputs);
      if (known) return { page: known, mistakes: [] };
      const reading = readPage(text, id, kind, prefix);
      return reading.page ? { page: cache.keep(inputs, reading.page), mistakes: [] } : reading;
    },
    forgetRest: () => cache.keepOnly(used),
  };
}

/** Plans a page, unless an earlier run has planned it from the very same texts, settings and terms. */
function rememberingPlanner(
  cache: Cache<Omit<PagePlan, "page">>,
  rules: readonly string[],
  { context }: ReadProject,
): { planOf: (file: PageFile, catalogs: ReadonlyMap<string, FileText>) => PagePlan; forgetRest: () => void } {
  const used: string[][] = [];
  return {
    planOf: (file, catalogs) => {
      if (!file.page) return planPage(file, catalogs, context);
      const inputs = [...rules, ...inputsOfPlan(file, catalogs, context)];
      used.push(inputs);
      const known = cache.find(inputs);
      if (known) return { ...known, page: file.page };
      const { page, ...plan } = planPage(file, catalogs, context);
      return { ...cache.keep(inputs, plan), page };
    },
    forgetRest: () => cache.keepOnly(used),
  };
}
