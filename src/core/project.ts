// The pages of a project, each read once; what cannot stand beside another is refused.
import type { Assets } from "./assets/assets.ts";
import { ownPicturesOf, type OwnPictures } from "./assets/own-pictures.ts";
import { reporterFor, type Finding, type Reporter } from "./finding.ts";
import { message, type Message } from "./messages/message.ts";
import { folderOfIndex } from "./layout.ts";
import { idPrefixesOf } from "./page/ids.ts";
import { readPage, type Page, type PageReading } from "./page/page.ts";
import { isSlug } from "./page/slug.ts";
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
  /** The pictures that languages have of their own, by language. */
  pictures?: ReadonlyMap<string, OwnPictures>;
  reporter: Reporter;
  findings: Finding[];
};

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

/** A page's file with the pictures that languages have of their own. */
export function withPictures(file: PageFile, settings: Settings, assets: Assets | undefined): PageFile {
  const { page } = file;
  if (!page || !assets || page.images.length + page.headImages.length === 0) return file;
  const languages = languagesOf(page, settings);
  return { ...file, pictures: new Map(languages.map((code) => [code, ownPicturesOf(page, code, assets)])) };
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
