// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { buildSite, noPages } from "../../core/malvakt.ts";
import type { PagePlan } from "../../core/page-plan.ts";
import { localeOf, sentence } from "../../core/messages/sentence.ts";
import { reportText } from "../../core/report/text.ts";
import { reportBuild } from "../../core/report/site.ts";
import { refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { withBuildLock } from "../disk/lock.ts";
import { keepHeapSmall } from "../memory.ts";
import { loadDist, writeOutput } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { paintFor, print, printLine, progressLine } from "../terminal.ts";

export const command: Command = {
  summary: "publish what is approved to dist/, and say what is withheld and why",
  help: `Usage: malvakt build [--out DIR] [--allow-withdraw] [--root DIR]

Reads content/, checks it, and writes one HTML fragment per page and language to dist/, with a manifest.
A language is published only where every text of the page is approved by a named person and nothing is wrong.
What was published before stays, marked stale, until a newer version may replace it, unless it is wrong itself or
someone took it off. Nothing in content/ is changed. Whatever leaves the site is named.

  --out DIR          write to DIR instead, and use the ledger there
  --allow-withdraw   take off the site what the build names, also where it is much at once
  --root DIR         the project (default: the nearest folder upwards with malvakt.yaml)

Exit code 1: errors in source texts or in approved texts, a file that could not be read, or a build that would take
much off the site at once. Drafts are no error.`,
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
    const { project, plans, result, written } = await withBuildLock(folder, () => {
      const project = loadProject(root, { keep: true });
      const plans = planAll(project);
      const dist = loadDist(root, folder, shown, plans);
      const result = buildSite(plans, project, dist, { allowWithdraw });
      return { project, plans, result, written: writeOutput(root, folder, result, dist) };
    });
    const paint = paintFor(process.stdout);
    if (result.findings.length > 0) await print(`${reportText(result.findings, project.textOf, paint)}\n`);
    await print(reportBuild(result, paint));
    if (plans.length === 0)
      await printLine(
        sentence(noPages(project.settings), localeOf(process.env["LC_ALL"] || process.env["LANG"] || "") ?? "en"),
      );
    await printLine(
      `${shown}: ${written.written.length} files written, ${written.same} unchanged, ${written.removed.length} removed.`,
    );
    const failed = result.refused.length > 0 || plans.length === 0;
    return failed || result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

/** Where a build writes. What an output folder holds can be removed by a later build: no source may lie there. */
function outputOf(root: string, out: Arguments["values"][string]): string {
  if (typeof out !== "string") {
    const place = placeOf(root, outputFolder);
    if ("file" in place) return place.file;
    throw new Refusal(`${outputFolder} cannot be written: ${place.problem}. Use --out for a folder elsewhere.`, 1);
  }
  const [folder, project] = [realPath(resolve(out)), realPath(root)];
  if (isBelow(folder, project) || isBelow(join(project, contentFolder), folder))
    throw new Refusal(`--out ${out} holds the project itself; choose a folder for the built files alone.`, 2);
  return folder;
}

/** A path with its links followed, as far as it is there. */
function realPath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(realPath(dirname(path)), basename(path));
}

function planAll(project: LoadedProject): PagePlan[] {
  const progress = progressLine("Building");
  const plans = project.files.map((file, index) => {
    const plan = project.planOf(file);
    progress.step(index + 1, project.files.length);
    return plan;
  });
  progress.done();
  project.forgetRest();
  return plans;
}
