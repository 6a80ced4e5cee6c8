// A project as values: its settings, pages and catalogs, each file read once.
import { readCatalog } from "./catalog/read.ts";
import { bringInStep } from "./catalog/step.ts";
import { entryKey, type Catalog, type Entry } from "./catalog/entry.ts";
import { newCatalog } from "./catalog/write.ts";
import { stateOf } from "./catalog/state.ts";
import { conflictMarkIn } from "./conflict.ts";
import { reporterFor, type Finding, type Reporter } from "./finding.ts";
import type { Message } from "./messages/message.ts";
import { sentence } from "./messages/sentence.ts";
import { catalogPath, pagePath } from "./layout.ts";
import { isSlug } from "./page/front-matter.ts";
import { idPrefixesOf } from "./page/ids.ts";
import { readPage, type Page } from "./page/page.ts";
import type { Settings } from "./settings.ts";
import type { Mistake } from "./yaml.ts";

/** A file that was read, or why it could not be. */
export type FileText = { path: string; text: string } | { path: string; problem: Message };

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

/** Reads the pages of a project, in the order of their ids. What cannot be read becomes findings; the rest can be used. */
export function readPages(pages: ReadonlyMap<string, FileText>, settings: Settings, read = readPage): PageFile[] {
  const prefixes = idPrefixesOf(pages.keys());
  const files = [...pages]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, file]) => readPageFile(id, file, settings, prefixes.get(id), read));
  refuseSharedSlugs(files);
  refuseSharedPasts(files);
  return files;
}

function readPageFile(
  id: string,
  file: FileText,
  settings: Settings,
  prefix: string | undefined,
  read: typeof readPage,
): PageFile {
  const text = "text" in file ? file.text.replace(/^\uFEFF/u, "") : "";
  const reporter = reporterFor(file.path, text, settings.severity);
  const unusable =
    "problem" in file ? { start: 0, end: 0, reason: sentence(file.problem, "en"), expected: [] } : unusableIn(text);
  if (unusable || "problem" in file)
    return {
      id,
      path: file.path,
      page: undefined,
      reporter,
      findings: unusable ? [reporter.mistake(unusable, "error", "text" in file ? "front-matter" : undefined)] : [],
    };
  const { page, mistakes } = read(file.text, id, "page", prefix);
  const found = [...mistakes, ...(page ? strangersIn(page, settings) : []), ...(page ? namesRefused(page) : [])];
  const findings = found.map((mistake) => reporter.mistake(mistake, "error", "front-matter"));
  return { id, path: file.path, page: findings.length > 0 ? undefined : page, reporter, findings };
}

/** An empty file is being saved, or was cut; one with conflict marks is two versions at once. */
function unusableIn(text: string): Mistake | undefined {
  if (text.trim() === "") return { start: 0, end: 0, reason: "This page is empty.", expected: [] };
  return conflictMarkIn(text);
}

function namesRefused(page: Page): Mistake[] {
  const refused: Mistake[] = [];
  if (/^(__proto__|prototype|constructor)$/u.test(page.id))
    refused.push({
      start: 0,
      end: 1,
      reason: `A page cannot be named ${page.id}: programs that read the manifest would lose it.`,
      expected: [],
    });
  if (!isSlug(page.slug))
    refused.push({
      start: 0,
      end: 1,
      reason: `The file name cannot be an address (${page.slug}); give the page a \`slug\` of letters, digits and hyphens.`,
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
      reason: `\`translate\` names ${language}, which is not a language of malvakt.yaml.`,
      expected: known,
    }));
}

function keyIn(page: Page, key: string): { start: number; end: number } {
  const start = Math.max(0, page.source.indexOf(key));
  return { start, end: start + key.length };
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
      const reason = `This page and ${others.join(", ")} have the same slug, ${slug}; give one of them another \`slug\`.`;
      refuse(file, { ...(file.page ? keyIn(file.page, "slug:") : { start: 0, end: 1 }), reason, expected: [] });
    }
  }
}

/** An earlier id belongs to one page, and to none that has it now. */
function refuseSharedPasts(files: PageFile[]): void {
  const present = new Set(files.map(({ id }) => id));
  const claimed = new Map<string, string>();
  for (const file of files) {
    for (const id of file.page?.frontMatter?.was ?? []) {
      const other = present.has(id) ? id : claimed.get(id);
      claimed.set(id, file.id);
      if (other === undefined || !file.page) continue;
      const reason = present.has(id)
        ? `\`was\` names ${id}, which is a page of its own.`
        : `\`was\` names ${id}, and so does the page ${other}; it was one of them.`;
      refuse(file, { ...keyIn(file.page, "was"), reason, expected: [] });
    }
  }
}

function refuse(file: PageFile, mistake: Mistake): void {
  file.findings.push(file.reporter.mistake(mistake, "error", "front-matter"));
  file.page = undefined;
}

/** Reads the catalogs whose page is gone: by language of the settings, then by page id. */
export function readOrphans(
  lost: ReadonlyMap<string, ReadonlyMap<string, FileText>>,
  files: readonly PageFile[],
  settings: Settings,
): { orphans: Map<string, Orphans>; findings: Finding[] } {
  const findings: Finding[] = [];
  const orphans = new Map<string, Orphans>();
  const heirs = new Map(
    files.flatMap(({ id, page }) => (page?.frontMatter?.was ?? []).map((was) => [was, id] as const)),
  );
  for (const [language, texts] of lost) {
    const known = [...texts].flatMap(([pageId, file]) => readOrphan(pageId, file, heirs, settings, findings));
    const approved = known.flatMap(({ catalog }) =>
      catalog.entries
        .map((entry) => ({ ...entry, obsolete: false }))
        .filter((entry) => stateOf(entry, language) === "approved")
        .map((entry) => [entryKey(entry), { ...entry, raw: undefined, origin: undefined }] as const),
    );
    orphans.set(language, { catalogs: known, approved: new Map(approved) });
  }
  return { orphans, findings };
}

/** One finding for all catalogs (their paths) of a language that the settings do not know. */
export function unknownLanguage(language: string, paths: readonly string[], settings: Settings): Finding {
  const count = paths.length;
  const reason = `${language} is not a language of malvakt.yaml; its ${count === 1 ? "catalog is" : `${count} catalogs are`} kept as memory and not used. Add it under \`languages\`, or delete the folder.`;
  return reporterFor(paths[0] ?? "", "", settings.severity).mistake(
    { start: 0, end: 0, reason, expected: Object.keys(settings.languages) },
    "warning",
  );
}

function readOrphan(
  pageId: string,
  file: FileText,
  heirs: ReadonlyMap<string, string>,
  settings: Settings,
  findings: Finding[],
): Orphan[] {
  const reporter = reporterFor(file.path, "text" in file ? file.text : "", settings.severity);
  if ("problem" in file) {
    findings.push(reporter.mistake({ start: 0, end: 0, reason: sentence(file.problem, "en"), expected: [] }));
    return [];
  }
  const { catalog, mistakes } = readCatalog(file.text);
  findings.push(...mistakes.map((mistake) => reporter.mistake(mistake)));
  if (!catalog) return [];
  const heir = heirs.get(pageId);
  const reason =
    heir === undefined
      ? `There is no page ${pagePath(settings.source, pageId)}; this catalog is kept as memory of what was approved.`
      : `The page is ${heir} now; \`malvakt draft ${heir}\` takes this catalog over, and then it can be deleted.`;
  findings.push(reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "warning"));
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
      findings: [reporter.mistake({ start: 0, end: 0, reason: sentence(found.problem, "en"), expected: [] })],
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
