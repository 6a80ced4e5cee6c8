// Human work that was there once and is gone: approved texts of which the source still stands, and remembered pairs.
import { entryKey, type Catalog, type Entry } from "../catalog/entry.ts";
import { approvalHash, approvalOf, approvedBy } from "../catalog/state.ts";
import type { CatalogFile } from "../catalog-file.ts";
import { reporterFor, type Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import type { Orphans } from "../orphans.ts";
import { keyOf } from "../page/unit.ts";
import { onceFor } from "../once.ts";
import { languagesOf, type PageFile } from "../project.ts";
import { firstWords } from "../report/signing.ts";
import { shellWord } from "../report/visible.ts";
import type { Settings } from "../settings.ts";

/** A catalog as it was then. */
export type OldCatalog = { path: string; page: string; language: string; catalog: Catalog };

/** The project as it is now. */
export type Present = {
  settings: Settings;
  files: readonly PageFile[];
  /** A page's catalog in step with the page, and whether there is a file for it. */
  catalogOf: (file: PageFile, language: string) => CatalogFile & { exists: boolean };
  orphans: ReadonlyMap<string, Orphans>;
};

/** The name of the state that was then, as people gave it and as a shell takes it. */
export type Then = { name: string; word: string };

/** What is lost of catalogs as they were then, an error for each text. */
export function lostApprovals(old: readonly OldCatalog[], present: Present, then: Then): Finding[] {
  const heirs = new Map(
    present.files.flatMap((file) => (known(file)?.frontMatter?.was ?? []).map((was) => [was, file])),
  );
  const byId = new Map(present.files.map((file) => [file.id, file]));
  const everywhere = rememberAll(present);
  const standing = unitsByLanguage(present);
  return old.flatMap((one) => {
    const file = byId.get(one.page) ?? heirs.get(one.page);
    const hashes = everywhere(one.language);
    return one.catalog.entries.flatMap((entry) => {
      const approval = entry.obsolete ? approvalOf(entry, one.language) : approvedBy(entry, one.language);
      if (!approval) return [];
      const loss = file
        ? lossIn(entry, one.language, file, present, hashes)
        : lossWithoutPage(entry, one.language, standing, hashes);
      if (!loss) return [];
      const { name, date } = approval;
      const values = { text: firstWords(entry.source), name, date, since: then.name };
      const reason = message(`loss.${loss.kind}`, { ...values, advice: adviceOf(one.path, loss, then) });
      const { catalog } = loss;
      if (!catalog?.exists)
        return [
          reporterFor(one.path, "", present.settings.severity).mistake({ start: 0, end: 0, reason, expected: [] }),
        ];
      const start = loss.entry?.origin?.offset ?? 0;
      return [catalog.reporter.mistake({ start, end: start, reason, expected: [] })];
    });
  });
}

type Loss = {
  /** The text is gone, or changed; its approval is gone; a remembered pair is gone. */
  kind: "text" | "changed" | "approval" | "memory";
  catalog: (CatalogFile & { exists: boolean }) | undefined;
  entry: Entry | undefined;
};

/** What became of an approved pair whose page is there. */
function lossIn(
  old: Entry,
  language: string,
  file: PageFile,
  present: Present,
  hashes: () => ReadonlySet<string>,
): Loss | undefined {
  const page = known(file);
  if (!Object.hasOwn(present.settings.languages, language)) return undefined;
  // A person no longer wants the page in this language.
  if (page && !languagesOf(page, present.settings).includes(language)) return undefined;
  const catalog = present.catalogOf(file, language);
  // A file that cannot be read is an error of its own.
  if (!catalog.catalog) return undefined;
  const key = composed(entryKey(old));
  const own = entriesByKey(catalog.catalog).get(key) ?? [];
  if (own.some((entry) => approvalOf(entry, language))) return undefined;
  const stands = page?.units.some((unit) => composed(keyOf(unit)) === key) === true;
  if (!stands)
    return hashes().has(approvalHash(old, language)) ? undefined : { kind: "memory", catalog, entry: undefined };
  const [entry] = own;
  if (!entry || entry.translation === "") return { kind: "text", catalog, entry };
  return { kind: entry.translation === old.translation ? "approval" : "changed", catalog, entry };
}

/** A page may go by another name now: then its texts stand in another page. */
function lossWithoutPage(
  old: Entry,
  language: string,
  standing: (language: string) => ReadonlySet<string>,
  hashes: () => ReadonlySet<string>,
): Loss | undefined {
  if (!standing(language).has(composed(entryKey(old))) || hashes().has(approvalHash(old, language))) return undefined;
  return { kind: "text", catalog: undefined, entry: undefined };
}

/** The keys of all texts that are to be translated into a language now. */
function unitsByLanguage({ files, settings }: Present): (language: string) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return (language) => {
    const before = found.get(language);
    if (before) return before;
    const pages = files.flatMap(({ page }) => (page && languagesOf(page, settings).includes(language) ? [page] : []));
    const keys = new Set(pages.flatMap(({ units }) => units.map((unit) => composed(keyOf(unit)))));
    found.set(language, keys);
    return keys;
  };
}

const entriesByKey = onceFor(
  (catalog: Catalog) => catalog,
  ({ entries }) => {
    const byKey = new Map<string, Entry[]>();
    for (const entry of entries) {
      const key = composed(entryKey(entry));
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
    return byKey;
  },
);

/** The approvals that hold now in any catalog of a language; looked for only where one is missing. */
function rememberAll({
  files,
  catalogOf,
  orphans,
  settings,
}: Present): (language: string) => () => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return (language) => () => {
    const before = found.get(language);
    if (before) return before;
    const own = Object.hasOwn(settings.languages, language)
      ? files.flatMap((file) => catalogOf(file, language).catalog ?? [])
      : [];
    const lost = (orphans.get(language)?.catalogs ?? []).map(({ catalog }) => catalog);
    const all = new Set(
      [...own, ...lost].flatMap(({ entries }) =>
        entries.flatMap((entry) => (approvalOf(entry, language) ? [approvalHash(entry, language)] : [])),
      ),
    );
    found.set(language, all);
    return all;
  };
}

/** A file that is gone comes back whole; of one that is there, later work must stay. */
function adviceOf(path: string, { kind, catalog }: Loss, { word }: Then): Message {
  const file = shellWord(path);
  if (!catalog?.exists) return message("loss.restore", { word, file });
  if (kind === "memory") return message("loss.copy", { word, file });
  return message("loss.copy-or-approve", { word, file, now: shellWord(catalog.path) });
}

function known(file: PageFile): PageFile["page"] {
  return file.page ?? file.rest;
}

/** Some programs and disks write letters in parts: the text is the same. */
function composed(text: string): string {
  return text.normalize("NFC");
}
