// Catalogs without their page: memory of what people approved, for a page that comes back or goes by another name.
import { entryKey, type Catalog, type Entry } from "./catalog/entry.ts";
import { readCatalog } from "./catalog/read.ts";
import { stateOf } from "./catalog/state.ts";
import { reporterFor, type Finding } from "./finding.ts";
import { message } from "./messages/message.ts";
import { aboutFiles, mostNamed } from "./folder-findings.ts";
import { ownContexts } from "./page/unit.ts";
import type { FileText, PageFile } from "./project.ts";
import type { Settings } from "./settings.ts";

/** A catalog whose page is gone: memory of what was approved. A page that `was` its page takes it over whole. */
export type Orphan = { pageId: string; path: string; text: string; catalog: Catalog };

/** The orphans of one language. */
export type Orphans = { catalogs: readonly Orphan[]; approved: ReadonlyMap<string, Entry> };

export const noOrphans: Orphans = { catalogs: [], approved: new Map() };

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
    return [aboutFiles(paths[0] ?? "", reason, settings)];
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

function readOrphan(
  pageId: string,
  language: string,
  file: FileText,
  settings: Settings,
  findings: Finding[],
): Orphan[] {
  const reporter = reporterFor(file.path, "text" in file ? file.text : "", settings.severity);
  if ("problem" in file) {
    findings.push(reporter.mistake({ start: 0, end: 0, reason: file.problem, expected: [] }));
    return [];
  }
  const { catalog, mistakes } = readCatalog(file.text, { language, contexts: ownContexts });
  for (const mistake of mistakes) findings.push(reporter.mistake(mistake));
  if (!catalog) return [];
  return [{ pageId, path: file.path, text: file.text, catalog }];
}
