// A project as values: its settings, pages and catalogs, each file read once.
import { isSameLanguage } from "./catalog/language.ts";
import { readCatalog } from "./catalog/read.ts";
import { bringInStep } from "./catalog/step.ts";
import { entryKey, type Catalog, type Entry } from "./catalog/entry.ts";
import { newCatalog } from "./catalog/write.ts";
import { stateOf } from "./catalog/state.ts";
import { reporterFor, type Finding, type Reporter } from "./finding.ts";
import { languageOf } from "./language/all.ts";
import { codeMeant } from "./language/code.ts";
import { message, type Message } from "./messages/message.ts";
import { catalogPath, contentFolder, folderOfIndex, isPagePath, otherTextEnding } from "./layout.ts";
import { didYouMean } from "./near-words.ts";
import { idPrefixesOf } from "./page/ids.ts";
import { readPage, type Page, type PageReading } from "./page/page.ts";
import { isSlug } from "./page/slug.ts";
import { ownContexts } from "./page/unit.ts";
import type { Settings } from "./settings.ts";
import type { Mistake } from "./mistake.ts";

/** A file that was read, or why it could not be. */
export type FileText = { path: string; text: string } | { path: string; problem: Message };

/** A page's file, with the page unless it cannot be used. */
export type PageFile = {
  id: string;
  path: string;
  page: Page | undefined;
  /** Of a page that cannot be used, what can be checked all the same. */
  rest?: Page;
  reporter: Reporter;
  findings: Finding[];
};

/** A page's catalog in one language, in step with the page; undefined when its file cannot be used. */
export type CatalogFile = {
  path: string;
  text: string;
  catalog: Catalog | undefined;
  reporter: Reporter;
  findings: Finding[];
};

/** A catalog whose page is gone: memory of what was approved. A page that `was` its page takes it over whole. */
export type Orphan = { pageId: string; path: string; text: string; catalog: Catalog };

/** The orphans of one language. */
export type Orphans = { catalogs: readonly Orphan[]; approved: ReadonlyMap<string, Entry> };

export const noOrphans: Orphans = { catalogs: [], approved: new Map() };

/** The languages that a page is translated into, paused ones included. */
export function languagesOf(page: Page, settings: Settings): string[] {
  const wanted = page.frontMatter?.translate;
  if (wanted === false) return [];
  return Object.keys(settings.languages).filter((language) => wanted === undefined || wanted.includes(language));
}

/**
 * Reads the pages of a project, in the order of their ids. What cannot be read becomes findings; the rest can be used.
 * `readings` are those of pages that were read before, as the very texts that they are now.
 */
export function readPages(
  pages: ReadonlyMap<string, FileText>,
  settings: Settings,
  readings: ReadonlyMap<string, PageReading> = new Map(),
): PageFile[] {
  const prefixes = idPrefixesOf(pages.keys());
  const files = [...pages]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, file]) => readPageFile(id, file, settings, prefixes.get(id), readings.get(id)));
  refuseSharedSlugs(files);
  refuseSharedPasts(files);
  return files;
}

function readPageFile(
  id: string,
  file: FileText,
  settings: Settings,
  prefix: string | undefined,
  known: PageReading | undefined,
): PageFile {
  const text = "text" in file ? file.text.replace(/^\uFEFF/u, "") : "";
  const reporter = reporterFor(file.path, text, settings.severity);
  const unusable = "problem" in file ? unreadable(file.problem) : unusableIn(text);
  if (unusable || "problem" in file)
    return {
      id,
      path: file.path,
      page: undefined,
      reporter,
      findings: unusable ? [reporter.mistake(unusable, "error", "text" in file ? "front-matter" : undefined)] : [],
    };
  const reading = known ?? readPage(file.text, id, "page", prefix);
  const usable = reading.page ?? reading.rest;
  const found = [...reading.mistakes, ...(usable ? [...strangersIn(usable, settings), ...namesRefused(usable)] : [])];
  const findings = found.map((mistake) => reporter.mistake(mistake, "error", "front-matter"));
  const page = findings.length > 0 ? undefined : reading.page;
  return { id, path: file.path, page, ...(page || !usable ? undefined : { rest: usable }), reporter, findings };
}

/** What the disk says of a file is said as it is. */
function unreadable(problem: Message): Mistake {
  return { start: 0, end: 0, reason: problem, expected: [] };
}

/** An empty file is being saved, or was cut. */
function unusableIn(text: string): Mistake | undefined {
  return text.trim() === "" ? { start: 0, end: 0, reason: message("page.empty"), expected: [] } : undefined;
}

function namesRefused(page: Page): Mistake[] {
  const refused: Mistake[] = [];
  if (/^(__proto__|prototype|constructor)$/u.test(page.id))
    refused.push({
      start: 0,
      end: 1,
      reason: message("page.lost-name", { id: page.id }),
      expected: [],
    });
  if (!isSlug(page.slug) && folderOfIndex(page.id) !== "")
    refused.push({
      start: 0,
      end: 1,
      reason: message("page.file-name", { slug: page.slug }),
      expected: ["slug"],
    });
  return refused;
}

function strangersIn(page: Page, settings: Settings): Mistake[] {
  const wanted = page.frontMatter?.translate;
  if (!wanted) return [];
  const known = Object.keys(settings.languages);
  return wanted
    .filter((language) => !known.includes(language))
    .map((language) => ({
      ...keyIn(page, "translate"),
      reason: message("page.translate", { language, known }),
      expected: [],
    }));
}

/** Where a key of the front matter stands; the first character of a page that has it not. */
function keyIn(page: Page, key: string): { start: number; end: number } {
  const [start, end] = page.keys[key] ?? [0, 1];
  return { start, end };
}

/** Two pages cannot stand at one address; letter case does not keep them apart on every disk. */
function refuseSharedSlugs(files: PageFile[]): void {
  const bySlug = new Map<string, PageFile[]>();
  for (const file of files) {
    const slug = file.page && (file.page.slug || "index").normalize("NFC").toLowerCase();
    if (slug !== undefined) bySlug.set(slug, [...(bySlug.get(slug) ?? []), file]);
  }
  for (const [slug, sharing] of bySlug) {
    if (sharing.length < 2) continue;
    for (const file of sharing) {
      const others = sharing.filter((other) => other !== file).map((other) => other.path);
      const reason = message("page.same-slug", { others, slug });
      refuse(file, { ...(file.page ? keyIn(file.page, "slug") : { start: 0, end: 1 }), reason, expected: [] });
    }
  }
}

/** An earlier id belongs to one page, and to none that has it now. */
function refuseSharedPasts(files: PageFile[]): void {
  const present = new Set(files.map(({ id }) => id));
  const claimed = new Map<string, string>();
  for (const file of files) {
    const known = file.page ?? file.rest;
    for (const id of known?.frontMatter?.was ?? []) {
      const other = present.has(id) ? id : claimed.get(id);
      if (file.page) claimed.set(id, file.id);
      if (other === undefined || !known) continue;
      const reason = present.has(id) ? message("page.was-present", { id }) : message("page.was-taken", { id, other });
      refuse(file, { ...keyIn(known, "was"), reason, expected: [] });
    }
  }
}

function refuse(file: PageFile, mistake: Mistake): void {
  file.findings.push(file.reporter.mistake(mistake, "error", "front-matter"));
  if (file.page) file.rest = file.page;
  file.page = undefined;
}

/** Reads the catalogs whose page is gone: by language of the settings, then by page id. One finding speaks of all. */
export function readOrphans(
  lost: ReadonlyMap<string, ReadonlyMap<string, FileText>>,
  files: readonly PageFile[],
  settings: Settings,
): { orphans: Map<string, Orphans>; findings: Finding[] } {
  const findings: Finding[] = [];
  const orphans = new Map<string, Orphans>();
  const moved = new Set(files.flatMap(({ page }) => page?.frontMatter?.was ?? []));
  for (const [language, texts] of lost) {
    const known = [...texts].flatMap(([pageId, file]) => readOrphan(pageId, language, file, settings, findings));
    const approved = known.flatMap(({ catalog }) =>
      catalog.entries
        .map((entry) => ({ ...entry, obsolete: false }))
        .filter((entry) => stateOf(entry, language) === "approved")
        .map((entry) => [entryKey(entry), { ...entry, raw: undefined, origin: undefined }] as const),
    );
    orphans.set(language, { catalogs: known, approved: new Map(approved) });
  }
  const all = [...orphans.values()].flatMap(({ catalogs }) => catalogs);
  return { orphans, findings: [...findings, ...memoryOf(all, moved, settings)] };
}

/** What is memory now, and when it may be deleted: a line for pages that moved, and one for those that are gone. */
function memoryOf(orphans: readonly Orphan[], moved: ReadonlySet<string>, settings: Settings): Finding[] {
  const tell = (id: "catalog.moved" | "catalog.no-page", some: readonly Orphan[]): Finding[] => {
    const paths = some.map(({ path }) => path);
    if (paths.length === 0) return [];
    const reason = message(id, { count: paths.length, paths: paths.slice(0, mostNamed) });
    return [about(paths[0] ?? "", reason, settings)];
  };
  return [
    ...tell(
      "catalog.moved",
      orphans.filter(({ pageId }) => moved.has(pageId)),
    ),
    ...tell(
      "catalog.no-page",
      orphans.filter(({ pageId }) => !moved.has(pageId)),
    ),
  ];
}

/** Most files that one line names. */
const mostNamed = 5;

/** A warning about several files, at the first of them. */
function about(path: string, reason: Message, settings: Settings): Finding {
  return reporterFor(path, "", settings.severity).mistake({ start: 0, end: 0, reason, expected: [] }, "warning");
}

/** What is said once of the names of files: addresses that were made of them, and files that are no pages. */
export function namesTold(files: readonly PageFile[], others: readonly string[], settings: Settings): Finding[] {
  const made = files.filter(({ id, page }) => page && page.frontMatter?.slug === undefined && madeFromName(id, page));
  const [first] = made;
  const told = first?.page
    ? [
        about(
          first.path,
          message("page.slug-made", { count: made.length, path: first.path, slug: first.page.slug }),
          settings,
        ),
      ]
    : [];
  const byEnding = new Map<string, string[]>();
  for (const path of others) {
    const ending = otherTextEnding(path);
    if (ending !== undefined) byEnding.set(ending, [...(byEnding.get(ending) ?? []), path]);
  }
  return [
    ...told,
    ...[...byEnding].map(([ending, paths]) =>
      about(
        paths[0] ?? "",
        message("page.other-ending", { ending, count: paths.length, paths: paths.slice(0, mostNamed) }),
        settings,
      ),
    ),
  ];
}

function madeFromName(id: string, page: Page): boolean {
  return page.slug !== id && page.slug !== folderOfIndex(id);
}

/** One finding for all catalogs, or all pages, in the folder of a language that the settings do not know. */
export function unknownLanguage(language: string, paths: readonly string[], settings: Settings): Finding {
  const [path = ""] = paths;
  const known = [settings.source, ...Object.keys(settings.languages)];
  const meant = [codeMeant(language), didYouMean(language, known)].find(
    (code) => code !== undefined && known.includes(code),
  );
  const count = paths.length;
  if (isPagePath(path) && meant !== undefined)
    return about(
      path,
      message("page.other-folder", {
        folder: `${contentFolder}/${language}`,
        count,
        meant: `${contentFolder}/${meant}`,
      }),
      settings,
    );
  const isSupported = languageOf(language) !== undefined;
  return about(path, message("catalog.unknown-language", { language, count, meant, isSupported }), settings);
}

function readOrphan(
  pageId: string,
  language: string,
  file: FileText,
  settings: Settings,
  findings: Finding[],
): Orphan[] {
  const reporter = reporterFor(file.path, "text" in file ? file.text : "", settings.severity);
  if ("problem" in file) {
    findings.push(reporter.mistake(unreadable(file.problem)));
    return [];
  }
  const { catalog, mistakes } = readCatalog(file.text, { language, contexts: ownContexts });
  for (const mistake of mistakes) findings.push(reporter.mistake(mistake));
  if (!catalog) return [];
  return [{ pageId, path: file.path, text: file.text, catalog }];
}

/** Reads a page's catalog in one language, and brings it in step with the page. */
export function readCatalogFile(
  file: PageFile,
  language: string,
  found: FileText | undefined,
  orphans: Orphans,
  settings: Settings,
): CatalogFile {
  const path = found?.path ?? catalogPath(language, file.id);
  const units = file.page?.units ?? [];
  if (!found) {
    const inherited = inheritedCatalog(file, orphans);
    return {
      path,
      text: "",
      catalog: bringInStep(
        inherited?.catalog ?? newCatalog(language, settings.source),
        units,
        language,
        orphans.approved,
      ),
      reporter: reporterFor(inherited?.path ?? path, inherited?.text ?? "", settings.severity),
      findings: [],
    };
  }
  const reporter = reporterFor(path, "text" in found ? found.text : "", settings.severity);
  if ("problem" in found)
    return {
      path,
      text: "",
      catalog: undefined,
      reporter,
      findings: [reporter.mistake(unreadable(found.problem))],
    };
  const contexts = new Set(["", ...units.map(({ context }) => context)]);
  const { catalog, mistakes } = readCatalog(found.text, { language, contexts });
  const findings = mistakes.map((mistake) => reporter.mistake(mistake));
  const stated = catalog?.fields.get("Language");
  if (stated && !isSameLanguage(stated, language)) {
    findings.push(
      reporter.mistake({
        start: 0,
        end: 0,
        reason: message("catalog.language", { stated, folder: language }),
        expected: [language],
      }),
    );
  }
  const usable = findings.length === 0 ? catalog : undefined;
  return {
    path,
    text: found.text,
    catalog: usable && bringInStep(usable, units, language, orphans.approved),
    reporter,
    findings,
  };
}

/** The catalog that a page had under an earlier id. */
function inheritedCatalog(file: PageFile, { catalogs }: Orphans): Orphan | undefined {
  const was = file.page?.frontMatter?.was ?? [];
  return was.map((id) => catalogs.find(({ pageId }) => pageId === id)).find((orphan) => orphan !== undefined);
}
