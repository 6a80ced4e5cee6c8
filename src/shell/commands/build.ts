// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { reportBuild, type SiteReport } from "../../core/report/site.ts";
import { reportText } from "../../core/report/text.ts";
import { refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { findRun, type RunKind } from "../known-run.ts";
import { locale, say } from "../locale.ts";
import type { Written } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { paintFor, print, printLine } from "../terminal.ts";

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
    const allowWithdraw = given.values["allow-withdraw"] === true;
    const kind: RunKind<"runs-site"> = { root, name: "runs-site", output: folder, options: [String(allowWithdraw)] };
    const known = findRun(kind);
    if (known) return await tell(known, shown, { written: [], same: known.files, removed: [] });
    const { buildInto } = await import("../site.ts");
    const { report, written, keep } = await buildInto(kind, folder, shown, { allowWithdraw });
    const exitCode = await tell(report, shown, written);
    keep();
    return exitCode;
  },
};

async function tell(
  report: SiteReport,
  folder: string,
  { written, same, removed }: Omit<Written, "isAsBefore">,
): Promise<0 | 1> {
  const { findings, lines, refused, empty, unguarded } = report;
  const paint = paintFor(process.stdout);
  if (findings.length > 0) await print(`${reportText(findings, (path) => lines[path], paint, locale)}\n`);
  await print(reportBuild(report, paint, locale));
  if (empty) await printLine(say(empty));
  if (unguarded) await printLine(say(unguarded));
  await printLine(say(message("build.files", { folder, written: written.length, same, removed: removed.length })));
  if (written.length > 0) await printLine(say(message("build.written", firstOf(written))));
  if (removed.length > 0) await printLine(say(message("build.removed", firstOf(removed))));
  const failed = refused.length > 0 || empty !== undefined;
  return failed || findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** The first of the files that changed, and how many there are beside them. */
function firstOf(paths: readonly string[]): { paths: readonly string[]; more: number } {
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
