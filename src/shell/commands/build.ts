// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { buildSite, noPages } from "../../core/malvakt.ts";
import type { PagePlan } from "../../core/page-plan.ts";
import { reportText } from "../../core/report/text.ts";
import { reportBuild } from "../../core/report/site.ts";
import { refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { withBuildLock } from "../disk/lock.ts";
import { locale, say } from "../locale.ts";
import { keepHeapSmall } from "../heap.ts";
import { loadDist, writeOutput } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { paintFor, print, printLine, progressLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.build.summary"),
  help: message("help.build"),
  options: { out: { type: "string" }, "allow-withdraw": { type: "boolean" } },
  run: async (given) => {
    refusePaths(given);
    const root = rootOf(given);
    const { out } = given.values;
    const folder = outputOf(root, out);
    const shown = typeof out === "string" ? out : relative(process.cwd(), join(root, outputFolder)) || ".";
    keepHeapSmall();
    const allowWithdraw = given.values["allow-withdraw"] === true;
    // All of it under the lock: what was read before another build withdrew a page must not bring it back.
    const { project, plans, result, written } = await withBuildLock(folder, async () => {
      const project = loadProject(root, { keep: true });
      const plans = await planAll(project);
      const dist = loadDist(root, folder, shown, plans);
      const result = buildSite(plans, project, dist, { allowWithdraw });
      return { project, plans, result, written: writeOutput(root, folder, result, dist) };
    });
    const paint = paintFor(process.stdout);
    if (result.findings.length > 0) await print(`${reportText(result.findings, project.textOf, paint, locale)}\n`);
    await print(reportBuild(result, paint, locale));
    if (plans.length === 0) await printLine(say(noPages(project.settings)));
    const { same, removed } = written;
    const files = { folder: shown, written: written.written.length, same, removed: removed.length };
    await printLine(say(message("build.files", files)));
    if (written.written.length > 0) await printLine(say(message("build.written", named(written.written))));
    if (removed.length > 0) await printLine(say(message("build.removed", named(removed))));
    const failed = result.refused.length > 0 || plans.length === 0;
    return failed || result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

/** The first of the files that changed, and how many there are beside them. */
function named(paths: readonly string[]): { paths: readonly string[]; more: number } {
  return { paths: paths.slice(0, 10), more: Math.max(0, paths.length - 10) };
}

/** Where a build writes. What an output folder holds can be removed by a later build: no source may lie there. */
function outputOf(root: string, out: Arguments["values"][string]): string {
  if (typeof out !== "string") {
    const place = placeOf(root, outputFolder);
    if ("file" in place) return place.file;
    throw new Refusal(message("build.output-elsewhere", { folder: outputFolder, problem: place.problem }), 1);
  }
  const [folder, project] = [realPath(resolve(out)), realPath(root)];
  if (isBelow(folder, project) || isBelow(join(project, contentFolder), folder))
    throw new Refusal(message("build.output-holds-project", { folder: out }), 2);
  return folder;
}

/** A path with its links followed, as far as it is there. */
function realPath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(realPath(dirname(path)), basename(path));
}

async function planAll(project: LoadedProject): Promise<PagePlan[]> {
  const progress = progressLine(say(message("build.progress")));
  const plans: PagePlan[] = [];
  for (const file of project.files) {
    plans.push(project.planOf(file));
    await progress.step(plans.length, project.files.length);
  }
  progress.done();
  project.forgetRest();
  return plans;
}
