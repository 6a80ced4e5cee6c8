// A project as values: its settings, pages and catalogs, each file read once.
import { readCatalog } from "./catalog/read.ts";
import { bringInStep } from "./catalog/step.ts";
import { entryKey, type Catalog, type Entry } from "./catalog/entry.ts";
import { newCatalog } from "./catalog/write.ts";
import { stateOf } from "./catalog/state.ts";
import type { Verdicts } from "./check/verdict.ts";
import { reporterFor, type Finding, type Reporter } from "./finding.ts";
import { isSlug } from "./page/front-matter.ts";
import { readPage, type Page } from "./page/page.ts";
import type { Settings } from "./settings.ts";
import type { Termbase } from "./terms/termbase.ts";
import type { Terms } from "./terms/terms.ts";

/** A file that was read, or why it could not be. */
export type FileText = { path: string; text: string } | { path: string; problem: string };

/** A file that is read when it is asked for, so that a large site needs little memory. */
export type UnreadFile = { path: string; read: () => FileText };

/** The texts of a project, as the shell found them. */
export type ProjectText = {
  settings: Settings;
  /** Undefined when the settings name no termbase. */
  terms: Terms | undefined;
  /** The termbase itself, for engines with glossaries. */
  termbase: Termbase | undefined;
  /** What earlier runs found; without it everything is checked. */
  verdicts?: Verdicts;
  /** Reads a page instead of `readPage`, when the shell remembers pages of earlier runs. */
  readPage?: typeof readPage;
  /** By page id. */
  pages: ReadonlyMap<string, FileText>;
  /** By language (every folder beside the source's that holds catalogs), then by page id. */
  catalogs: ReadonlyMap<string, ReadonlyMap<string, UnreadFile>>;
};

/** A page's file, with the page unless it cannot be used. */
export type PageFile = { id: string; path: string; page: Page | undefined; reporter: Reporter; findings: Finding[] };

/** A page's catalog in one language, in step with the page; undefined when its file cannot be used. */
export type CatalogFile = {
  path: string;
  text: string;
  catalog: Catalog | undefined;
  reporter: Reporter;
  findings: Finding[];
};

/** A page's catalog in one language, before it is read. */
export type UnreadCatalog = {
  /** There is a file, though it may be one that cannot be read. */
  exists: boolean;
  path: string;
  /** All that it is made from. */
  inputs: readonly string[];
  /** Reads it, once. */
  read: () => CatalogFile;
};

export type Project = {
  settings: Settings;
  terms: Terms | undefined;
  verdicts: Verdicts;
  /** In the order of their ids. */
  pages: PageFile[];
  /** What is wrong with the project beyond single pages: catalogs without a page, folders of unknown languages. */
  findings: Finding[];
  /** A page's catalog in one language: its file's text is read each time it is asked for. */
  catalogOf: (file: PageFile, language: string) => UnreadCatalog;
  /** Approved entries of a language's catalogs whose page is gone. */
  orphansOf: (language: string) => Iterable<Entry>;
};

/** The languages that a page is translated into. */
export function languagesOf(page: Page, settings: Settings): string[] {
  const wanted = page.frontMatter?.translate;
  if (wanted === false) return [];
  return Object.keys(settings.languages).filter((language) => wanted === undefined || wanted.includes(language));
}

/** Path of a page's catalog from the root of the project. */
export function catalogPath(language: string, pageId: string): string {
  return `content/${language}/${pageId}.po`;
}

/** Reads a project. Whatever cannot be read becomes findings; the rest can be used. */
export function readProject({ settings, terms, verdicts, pages, catalogs, readPage: read }: ProjectText): Project {
  const files = [...pages.keys()].toSorted().map((id) => readPageFile(id, pages.get(id) as FileText, settings, read));
  refuseSharedSlugs(files);
  const orphans = new Map<string, Map<string, Entry>>();
  const findings: Finding[] = [];
  for (const [language, texts] of catalogs) {
    if (!Object.hasOwn(settings.languages, language)) {
      findings.push(...[...texts.values()].map((file) => unknownLanguage(file, language, settings)));
      continue;
    }
    const approved = new Map<string, Entry>();
    for (const [id, file] of texts)
      if (!pages.has(id)) findings.push(...adoptOrphan(file.read(), id, settings, approved));
    orphans.set(language, approved);
  }
  return {
    settings,
    terms,
    verdicts: verdicts ?? { rules: "", known: new Map() },
    pages: files,
    findings,
    orphansOf: (language) => orphans.get(language)?.values() ?? [],
    catalogOf: (file, language) => {
      const found = catalogs.get(language)?.get(file.id)?.read();
      const adopted = orphans.get(language);
      let read: CatalogFile | undefined;
      return {
        exists: found !== undefined,
        path: found?.path ?? catalogPath(language, file.id),
        inputs: [language, file.id, file.page?.source ?? "", ...inputsOfFile(found), ...inputsOfOrphans(adopted)],
        read: () => (read ??= readCatalogFile(file, language, found, adopted, settings)),
      };
    },
  };
}

function inputsOfFile(found: FileText | undefined): string[] {
  if (!found) return [];
  return "text" in found ? ["text", found.text] : ["problem", found.problem];
}

function inputsOfOrphans(orphans: ReadonlyMap<string, Entry> | undefined): string[] {
  return [...(orphans ?? [])].map(([key, { text, comments }]) => [key, text, ...comments].join("\n"));
}

function readPageFile(id: string, file: FileText, settings: Settings, read = readPage): PageFile {
  if ("problem" in file) {
    const reporter = reporterFor(file.path, "", settings.severity);
    return {
      id,
      path: file.path,
      page: undefined,
      reporter,
      findings: [reporter.mistake({ start: 0, end: 0, reason: file.problem, expected: [] })],
    };
  }
  const { page, mistakes } = read(file.text, id);
  const reporter = reporterFor(file.path, file.text.replace(/^\uFEFF/u, ""), settings.severity);
  const findings = mistakes.map((mistake) => reporter.mistake(mistake, "error", "front-matter"));
  const strangers = page ? strangersIn(page, settings) : [];
  if (/^(__proto__|prototype|constructor)$/u.test(id))
    strangers.push({
      start: 0,
      end: 1,
      reason: `A page cannot be named ${id}: programs that read the manifest would lose it.`,
      expected: [],
    });
  if (page && !isSlug(page.slug))
    strangers.push({
      start: 0,
      end: 1,
      reason: `The file name cannot be an address (${page.slug}); give the page a \`slug\` of letters, digits and hyphens.`,
      expected: ["slug"],
    });
  findings.push(...strangers.map((mistake) => reporter.mistake(mistake, "error", "front-matter")));
  return { id, path: file.path, page: findings.length > 0 ? undefined : page, reporter, findings };
}

function strangersIn(
  page: Page,
  settings: Settings,
): { start: number; end: number; reason: string; expected: string[] }[] {
  const wanted = page.frontMatter?.translate;
  if (!wanted) return [];
  const known = Object.keys(settings.languages);
  return wanted
    .filter((language) => !known.includes(language))
    .map((language) => {
      const start = Math.max(0, page.source.indexOf("translate"));
      return {
        start,
        end: start + "translate".length,
        reason: `\`translate\` names ${language}, which is not a language of malvakt.yaml.`,
        expected: known,
      };
    });
}

/** Two pages cannot stand at one address; letter case does not keep them apart on every disk. */
function refuseSharedSlugs(files: PageFile[]): void {
  const bySlug = new Map<string, PageFile[]>();
  for (const file of files) {
    const slug = file.page?.slug.normalize("NFC").toLowerCase();
    if (slug !== undefined) bySlug.set(slug, [...(bySlug.get(slug) ?? []), file]);
  }
  for (const [slug, sharing] of bySlug) {
    if (sharing.length < 2) continue;
    for (const file of sharing) {
      const others = sharing.filter((other) => other !== file).map((other) => other.path);
      const start = Math.max(0, file.page?.source.indexOf("slug:") ?? 0);
      const reason = `This page and ${others.join(", ")} have the same slug, ${slug}; give one of them another \`slug\`.`;
      file.findings.push(
        file.reporter.mistake({ start, end: start + 5, reason, expected: [] }, "error", "front-matter"),
      );
      file.page = undefined;
    }
  }
}

function unknownLanguage(file: UnreadFile, language: string, settings: Settings): Finding {
  const reason = `The settings know no language ${language}; add it under \`languages\` in malvakt.yaml, or take this catalog away.`;
  return reporterFor(file.path, "", settings.severity).mistake({
    start: 0,
    end: 0,
    reason,
    expected: Object.keys(settings.languages),
  });
}

/** A catalog without a page is memory: its approved texts go along with a renamed page. */
function adoptOrphan(file: FileText, id: string, settings: Settings, approved: Map<string, Entry>): Finding[] {
  const reporter = reporterFor(file.path, "text" in file ? file.text : "", settings.severity);
  if ("problem" in file) return [reporter.mistake({ start: 0, end: 0, reason: file.problem, expected: [] })];
  const { catalog, mistakes } = readCatalog(file.text);
  if (!catalog) return mistakes.map((mistake) => reporter.mistake(mistake));
  for (const entry of catalog.entries)
    if (stateOf({ ...entry, obsolete: false }) === "approved")
      approved.set(entryKey(entry), { ...entry, obsolete: false, raw: undefined, origin: undefined });
  const reason = `There is no page content/${settings.source}/${id}.md; this catalog is kept as memory of what was approved.`;
  return [reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "warning")];
}

/** Reads a page's catalog in one language, and brings it in step with the page. */
export function readCatalogFile(
  file: PageFile,
  language: string,
  found: FileText | undefined,
  orphans: ReadonlyMap<string, Entry> | undefined,
  settings: Settings,
): CatalogFile {
  const path = found?.path ?? catalogPath(language, file.id);
  const units = file.page?.units ?? [];
  if (!found)
    return {
      path,
      text: "",
      catalog: bringInStep(newCatalog(language, settings.source), units, orphans),
      reporter: reporterFor(path, "", settings.severity),
      findings: [],
    };
  const reporter = reporterFor(path, "text" in found ? found.text : "", settings.severity);
  if ("problem" in found)
    return {
      path,
      text: "",
      catalog: undefined,
      reporter,
      findings: [reporter.mistake({ start: 0, end: 0, reason: found.problem, expected: [] })],
    };
  const { catalog, mistakes } = readCatalog(found.text);
  const findings = mistakes.map((mistake) => reporter.mistake(mistake));
  const stated = catalog?.fields.get("Language");
  if (stated && stated !== language && stated.replaceAll("_", "-") !== language) {
    findings.push(
      reporter.mistake({
        start: 0,
        end: 0,
        reason: `This catalog says that its language is ${stated}, but it lies in the folder of ${language}.`,
        expected: [language],
      }),
    );
  }
  const usable = findings.length === 0 ? catalog : undefined;
  return { path, text: found.text, catalog: usable && bringInStep(usable, units, orphans), reporter, findings };
}
