// What people had approved or published at a commit, and what of it is gone.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCatalog } from "../core/catalog/read.ts";
import { readCatalogFile } from "../core/catalog-file.ts";
import { reporterFor, type Finding } from "../core/finding.ts";
import { catalogOfPath, contentFolder, ledgerPath, manifestPath, outputFolder } from "../core/layout.ts";
import { lostApprovals, type OldCatalog, type Present, type Then } from "../core/loss/approvals.ts";
import { lostPages } from "../core/loss/pages.ts";
import { message } from "../core/messages/message.ts";
import { noOrphans } from "../core/orphans.ts";
import { ownContexts } from "../core/page/unit.ts";
import { ledgerOf, UnreadableLedger } from "../core/publish/dist.ts";
import type { Ledger } from "../core/publish/ledger.ts";
import { shellWord } from "../core/report/visible.ts";
import { readBytes, textOfBytes } from "./disk/read.ts";
import { openFileIndex } from "./file-index.ts";
import { commitNamed, filesOfCommit, readObjects, withRepository, type Repository } from "./git.ts";
import { say } from "./locale.ts";
import { loadDist } from "./output.ts";
import { loadProject, type LoadedProject } from "./project.ts";
import { Refusal } from "./refusal.ts";
import { printError, progressLine } from "./terminal.ts";

/** What is lost in a project since a commit that a person named. */
export async function lossesSince(root: string, name: string): Promise<Finding[]> {
  const found = await withRepository(root, async (repository) => await lossesIn(root, repository, name));
  if ("problem" in found) throw new Refusal(message("since.no-git", { problem: found.problem }), 1);
  return found;
}

async function lossesIn(root: string, repository: Repository, name: string): Promise<Finding[]> {
  const commit = await commitNamed(repository, name);
  if (commit === undefined) {
    const isCut = repository.cut.size > 0;
    throw new Refusal(message(isCut ? "since.cut" : "since.unknown", { name }), 2);
  }
  const project = loadProject(root);
  const then: Then = { name, word: shellWord(name) };
  const files = await filesOfCommit(repository, commit, [contentFolder, outputFolder]);
  if (files.size === 0) printError(say(message("since.nothing", { name })));
  const catalogs = await oldCatalogs(repository, files, project, then);
  const lost = lostApprovals(catalogs.read, presentOf(project), then);
  const ledger = await oldLedger(repository, files, then);
  return [...catalogs.unread, ...lost, ...(ledger ? missingPages(ledger, project, then) : [])];
}

/** Catalogs as they were then, those aside that stand as they stood: nothing of them is lost. */
async function oldCatalogs(
  repository: Repository,
  files: ReadonlyMap<string, string>,
  { root, settings }: LoadedProject,
  { name }: Then,
): Promise<{ read: OldCatalog[]; unread: Finding[] }> {
  const changed = [...files].flatMap(([path, object]) => {
    const { language, page } = catalogOfPath(path) ?? {};
    if (language === undefined || page === undefined) return [];
    const isSource = language === settings.source;
    return isSource || isSame(join(root, path), object)
      ? []
      : [{ path, object, language, page: page.normalize("NFC") }];
  });
  const objects = await readObjects(
    repository,
    changed.map(({ object }) => object),
  );
  const read: OldCatalog[] = [];
  const unread: Finding[] = [];
  const progress = progressLine(say(message("since.progress")));
  for (const [at, { path, object, language, page }] of changed.entries()) {
    const bytes = objects.get(object);
    if (!bytes) throw new Refusal(message("since.object-missing", { path, name }), 1);
    const file = textOfBytes({ bytes }, path);
    const catalog = "text" in file ? readCatalog(file.text, { language, contexts: ownContexts }).catalog : undefined;
    if (catalog) read.push({ path, page, language, catalog });
    else {
      const reason = message("since.unreadable", { path, name });
      unread.push(
        reporterFor(path, "", settings.severity).mistake({ start: 0, end: 0, reason, expected: [] }, "warning"),
      );
    }
    await progress.step(at + 1, changed.length);
  }
  progress.done();
  return { read, unread };
}

/** Whether a file is an object of git: its name is the hash of what it holds. */
function isSame(file: string, object: string): boolean {
  const read = readBytes(file);
  if (!read || !("bytes" in read)) return false;
  const hash = createHash(object.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${read.bytes.length}\0`).update(read.bytes).digest("hex") === object;
}

function presentOf({ settings, files, context, catalogsOf }: LoadedProject): Present {
  const known = new Map<string, ReturnType<Present["catalogOf"]>>();
  return {
    settings,
    files,
    orphans: context.orphans,
    catalogOf: (file, language) => {
      const key = JSON.stringify([language, file.id]);
      const before = known.get(key);
      if (before) return before;
      const found = catalogsOf(file.id).get(language);
      const own = readCatalogFile(file, language, found, context.orphans.get(language) ?? noOrphans, settings);
      const catalog = { ...own, exists: found !== undefined };
      known.set(key, catalog);
      return catalog;
    },
  };
}

async function oldLedger(
  repository: Repository,
  files: ReadonlyMap<string, string>,
  { name }: Then,
): Promise<Ledger | undefined> {
  const paths = [ledgerPath, manifestPath].map((path) => `${outputFolder}/${path}`);
  const ids = paths.map((path) => files.get(path));
  const objects = await readObjects(
    repository,
    ids.flatMap((id) => id ?? []),
  );
  const [ledger, manifest] = ids.map((id, at) => {
    const bytes = id === undefined ? undefined : objects.get(id);
    if (id !== undefined && !bytes)
      throw new Refusal(message("since.object-missing", { path: paths[at] ?? "", name }), 1);
    return bytes?.toString();
  });
  try {
    return ledgerOf(ledger, manifest);
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error;
    throw new Refusal(message("since.ledger", { path: paths[0] ?? "", name }), 1);
  }
}

function missingPages(ledger: Ledger, project: LoadedProject, then: Then): Finding[] {
  const { root, settings } = project;
  const plans = project.files.map(project.planOf);
  const index = openFileIndex(root, "index-output", false);
  const dist = loadDist(root, join(root, outputFolder), outputFolder, plans, index);
  // What a build could bring back after a power cut is not there until it does.
  const found = new Map([...dist.found].filter(([path]) => existsSync(join(root, outputFolder, path))));
  return lostPages(ledger, { ledger: dist.ledger, found }, plans, settings, then);
}
