// malvakt build: publishes what is approved.
import { join, relative, resolve } from "node:path";
import { outputFolder } from "../../core/layout.ts";
import { buildSite, noPages } from "../../core/malvakt.ts";
import type { PagePlan } from "../../core/page-plan.ts";
import { reportText } from "../../core/report/text.ts";
import { reportBuild } from "../../core/report/site.ts";
import { refusePaths, rootOf, type Command } from "../command.ts";
import { withBuildLock } from "../disk/lock.ts";
import { keepHeapSmall } from "../heap.ts";
import { loadDist, writeOutput } from "../output.ts";
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
    const folder = typeof out === "string" ? resolve(out) : join(root, outputFolder);
    const shown = typeof out === "string" ? out : relative(process.cwd(), folder) || ".";
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
    if (plans.length === 0) await printLine(noPages(project.settings));
    await printLine(
      `${shown}: ${written.written.length} files written, ${written.same} unchanged, ${written.removed.length} removed.`,
    );
    const failed = result.refused.length > 0 || plans.length === 0;
    return failed || result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

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
