// Finds a project on disk and reads its files; writes what a build gives.
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Ledger } from "../core/publish/ledger.ts";
import type { FileText, ProjectText, UnreadFile } from "../core/project.ts";
import { headPath, type Output } from "../core/publish/assemble.ts";
import { readManifest, type Manifest } from "../core/publish/manifest.ts";
import { readPage, type Page } from "../core/page/page.ts";
import { readSettings, type Settings } from "../core/settings.ts";
import { reporterFor, defaultSeverity } from "../core/finding.ts";
import type { Termbase } from "../core/terms/termbase.ts";
import { readTermbase } from "../core/terms/read.ts";
import { termsOf, type Terms } from "../core/terms/terms.ts";
import { openCache, type Cache } from "./cache.ts";
import { listFolders, listSources } from "./disk/list.ts";
import { readInside, readText } from "./disk/read.ts";
import { removeFile, writeIfChanged } from "./files.ts";
import { Refusal } from "./refusal.ts";
import { loadVerdicts } from "./verdicts.ts";

export const settingsFile = "malvakt.yaml";
const manifestFile = "manifest.json";

/** The nearest folder upwards with settings. */
export function findRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The settings of a project; mistakes in them are wrong use, with a finding for each. */
export function loadSettings(root: string): Settings {
  const file = readInside(root, settingsFile);
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

/** The termbase that a person named, from a folder. */
export function loadTerms(folder: string, path: string, cache?: Cache<Termbase>): LoadedTerms {
  return compileTerms(readText(resolve(folder, path), path), cache);
}

/** The termbase that a project's settings name. */
export function loadOwnTerms(root: string, path: string, cache?: Cache<Termbase>): LoadedTerms {
  return compileTerms(readInside(root, path), cache);
}

/** A termbase compiled for use, with its text. A mistake in it stops everything: without it wrong words would pass. */
function compileTerms(file: FileText, cache: Cache<Termbase> | undefined): LoadedTerms {
  const { path } = file;
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
  /** Keep what was read in the scratch folder, for the next run; without it nothing is written. */
  keep?: boolean;
};

/** Reads every page and catalog of a project. */
export function loadProject(root: string, { terms: chosen, keep = false }: Loading = {}): ProjectText {
  const settings = loadSettings(root);
  const find = (folder: string, ending: string): [id: string, file: UnreadFile][] =>
    listSources(root, folder, [ending]).map((file) => [file.id, file]);
  const pages = new Map(find(`content/${settings.source}`, ".md").map(([id, file]) => [id, file.read()]));
  const languages = listFolders(root, "content").filter((language) => language !== settings.source);
  const catalogs = new Map(languages.map((language) => [language, new Map(find(`content/${language}`, ".po"))]));
  const known = openCache<Termbase>(root, "terms", keep);
  const own = settings.terms === undefined ? undefined : () => loadOwnTerms(root, settings.terms ?? "", known);
  const loaded = chosen === undefined ? own?.() : loadTerms(process.cwd(), chosen, known);
  const verdicts = loadVerdicts(root, [JSON.stringify(settings), loaded?.text ?? ""]);
  const read = rememberingReader(openCache(root, "pages", keep), pages);
  return { settings, terms: loaded?.terms, termbase: loaded?.termbase, verdicts, readPage: read, pages, catalogs };
}

/** Reads a page, unless an earlier run has read the very same text. */
function rememberingReader(cache: Cache<Page>, pages: ReadonlyMap<string, FileText>): typeof readPage {
  cache.keepOnly([...pages].flatMap(([id, file]) => ("text" in file ? [[id, file.text]] : [])));
  return (text, id) => {
    const known = cache.find([id, text]);
    if (known) return { page: known, mistakes: [] };
    const reading = readPage(text, id);
    return reading.page ? { page: cache.keep([id, text], reading.page), mistakes: [] } : reading;
  };
}

/** Reads what was published before. A ledger that cannot be read stops the build: nothing is changed on a guess. */
export function loadLedger(output: string, shown: string): Ledger {
  const file = join(output, manifestFile);
  if (!existsSync(file)) return { manifest: undefined, fragments: new Map() };
  const text = readText(file, `${shown}/manifest.json`);
  const manifest = "text" in text ? readManifest(text.text) : undefined;
  if (!manifest) {
    throw new Refusal(
      `${shown}/manifest.json cannot be read, and it is the ledger of what was approved; restore it from git (or delete it to publish afresh). Nothing was changed.`,
      1,
    );
  }
  const published = new Set(publishedPaths(manifest));
  const get = (path: string): string | undefined => {
    const fragment = published.has(path) ? readInside(output, path) : undefined;
    return fragment && "text" in fragment ? fragment.text : undefined;
  };
  return { manifest, fragments: { get } };
}

export type Written = { written: number; same: number; removed: number };

/**
 * Writes a build: changed files only, and the manifest last. What was withdrawn goes before the manifest says so,
 * since a process that is killed in between must not leave it behind.
 */
export function writeOutput(folder: string, output: Output, ledger: Ledger): Written {
  const result = { written: 0, same: 0, removed: 0 };
  const write = (path: string): void => {
    if (writeIfChanged(folder, path, output.files.get(path) ?? "")) result.written++;
    else result.same++;
  };
  for (const path of output.files.keys()) if (path !== manifestFile) write(path);
  // On a disk that does not tell letter case apart, an old path may be the very file that was just written.
  const written = new Set([...output.files.keys()].map((path) => identityOf(join(folder, path))));
  for (const path of publishedPaths(ledger.manifest)) {
    for (const file of [path, headPath(path)]) {
      if (output.files.has(file) || !existsSync(join(folder, file)) || written.has(identityOf(join(folder, file))))
        continue;
      removeFile(folder, file);
      result.removed++;
    }
  }
  write(manifestFile);
  return result;
}

/** Which file on the disk a path leads to; empty for none. */
function identityOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : "";
}

/** Paths of the fragments that a manifest names. It is a file like any other: a path must not lead out of its folder. */
function publishedPaths(manifest: Manifest | undefined): string[] {
  const paths = Object.values(manifest?.pages ?? {}).flatMap((languages) =>
    Object.values(languages).map(({ path }) => path),
  );
  return paths
    .filter((path) => path !== undefined)
    .filter((path) => /^[^/\\]/u.test(path) && !path.split(/[/\\]/u).some((part) => /^\.*$/u.test(part)));
}

/** The text of a finding's file, for the line that is shown with it. */
export function textOf({ pages, catalogs }: ProjectText): (path: string) => string | undefined {
  const byPath = new Map<string, () => FileText>();
  for (const file of pages.values()) byPath.set(file.path, () => file);
  for (const files of catalogs.values()) for (const { path, read } of files.values()) byPath.set(path, read);
  return (path) => {
    const file = byPath.get(path)?.();
    return file && "text" in file ? file.text : undefined;
  };
}
