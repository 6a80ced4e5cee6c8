// Works out a whole site: for a build, and for a look at what one would do. What was found is kept for the next run.
import { join } from "node:path";
import { outputFolder } from "../core/layout.ts";
import { message } from "../core/messages/message.ts";
import { buildSite, type Build, type BuildOptions } from "../core/malvakt.ts";
import type { PagePlan } from "../core/page-plan.ts";
import { changesOf, type Changes } from "../core/publish/changes.ts";
import type { DecideOptions } from "../core/publish/decide.ts";
import { emptyLedger } from "../core/publish/ledger.ts";
import { reportOf } from "../core/report/site-rows.ts";
import type { SiteReport } from "../core/report/site.ts";
import { openCache } from "./cache.ts";
import { unguarded } from "../core/terms/terms.ts";
import { withBuildLock } from "./disk/lock.ts";
import { removeLeftovers } from "./disk/temporary.ts";
import { openFileIndex, type FileIndex } from "./file-index.ts";
import { keepHeapSmall } from "./heap.ts";
import { keepRun, lookBefore, type Before, type RunKind } from "./known-run.ts";
import { say } from "./locale.ts";
import { isBuilt, loadDist, writeOutput, type Written } from "./output.ts";
import { embedProgram } from "./package.ts";
import { loadProject, ownTermsFile, type LoadedProject } from "./project.ts";
import type { OpenCache } from "./remembered.ts";
import { progressLine } from "./terminal.ts";

/** A site that was built, and what keeps it for the next run: the report need not wait for that. */
export type Built = { report: SiteReport; written: Written; changes: Changes; keep: () => void };

/** Builds the site of a project into a folder, which people are told as `shown`. */
export async function buildInto(
  kind: RunKind<"runs-site">,
  folder: string,
  shown: string,
  options: DecideOptions,
  open: OpenCache = openCache,
): Promise<Built> {
  const { root } = kind;
  keepHeapSmall();
  const before = lookBefore(kind);
  const asked = { ...options, embedProgram: embedProgram() };
  // All of it under the lock: what was read before another build withdrew a page must not bring it back.
  return await withBuildLock(folder, async () => {
    removeLeftovers(root, ".malvakt");
    const project = loadProject(root, { keep: true, sinceMs: before?.nowMs, open });
    const plans = await planAll(project);
    const index = openFileIndex(root, "index-output", true, open);
    index.believeFrom(before?.nowMs ?? 0);
    const dist = loadDist(root, folder, shown, plans, index);
    const build = buildSite(plans, project, dist, asked);
    project.forgetRest();
    const written = writeOutput(root, folder, build, dist, index);
    const report = reportOf(build, project.settings, dist, project.textOf, unguarded(project.terms));
    const changes = changesOf(written, dist.ledger ?? emptyLedger, build.ledger, build.pages);
    const keep = (): void => {
      if (!before) return;
      const rests = ownTermsFile(root, project.settings);
      if (written.isAsBefore) keepRun(kind, before, rests, report);
      else keepNext(kind, before, rests, { project, plans, folder, shown, options: asked, index, last: build });
      index.save();
    };
    return { report, written, changes, keep };
  });
}

/** What a build would find. */
export function lookAtSite(root: string): SiteReport {
  const project = loadProject(root);
  const plans = project.files.map(project.planOf);
  const dist = loadDist(
    root,
    join(root, outputFolder),
    outputFolder,
    plans,
    openFileIndex(root, "index-output", false),
  );
  const build = buildSite(plans, project, dist, { allowWithdraw: false, embedProgram: embedProgram() });
  return reportOf(build, project.settings, dist, project.textOf, unguarded(project.terms));
}

type Work = {
  project: LoadedProject;
  plans: readonly PagePlan[];
  folder: string;
  shown: string;
  options: BuildOptions;
  index: FileIndex;
  last: Build;
};

/** Keeps what the next build will find after one that wrote something: it starts from what this one wrote. */
function keepNext(kind: RunKind<"runs-site">, before: Before, rests: readonly string[], work: Work): void {
  const { project, plans, folder, shown, options, index, last } = work;
  const after = lookBefore(kind);
  if (after?.sources !== before.sources) return;
  index.believeFrom(after.nowMs);
  const dist = loadDist(kind.root, folder, shown, plans, index);
  const build = buildSite(plans, project, dist, options, last);
  if (!isBuilt(folder, build, dist, index)) return;
  keepRun(kind, after, rests, reportOf(build, project.settings, dist, project.textOf, unguarded(project.terms)));
}

/** Plans all pages, and shows how far it is. */
export async function planAll(project: LoadedProject): Promise<PagePlan[]> {
  const progress = progressLine(say(message("build.progress")));
  const plans: PagePlan[] = [];
  for (const file of project.files) {
    plans.push(project.planOf(file));
    await progress.step(plans.length, project.files.length);
  }
  progress.done();
  return plans;
}
