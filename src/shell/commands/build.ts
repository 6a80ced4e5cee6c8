// malvakt build: publishes what is approved.
import { join, relative, resolve } from "node:path";
import { message } from "../../core/messages/message.ts";
import { outputFolder } from "../../core/layout.ts";
import { buildSite, noPages } from "../../core/malvakt.ts";
import type { PagePlan } from "../../core/page-plan.ts";
import { reportText } from "../../core/report/text.ts";
import { reportBuild } from "../../core/report/site.ts";
import { refusePaths, rootOf, type Command } from "../command.ts";
import { withBuildLock } from "../disk/lock.ts";
import { locale, say } from "../locale.ts";
import { keepHeapSmall } from "../memory.ts";
import { loadDist, writeOutput } from "../output.ts";
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
    const folder = typeof out === "string" ? resolve(out) : join(root, outputFolder);
    const shown = typeof out === "string" ? out : relative(process.cwd(), folder) || ".";
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
    const failed = result.refused.length > 0 || plans.length === 0;
    return failed || result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

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
