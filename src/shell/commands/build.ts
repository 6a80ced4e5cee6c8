// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import type { DecideOptions } from "../../core/publish/decide.ts";
import { reportBuild, reportTakenOff, type SiteReport } from "../../core/report/site.ts";
import { reportText } from "../../core/report/text.ts";
import { refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { findRun, type RunKind } from "../known-run.ts";
import { locale, say } from "../locale.ts";
import type { Written } from "../output.ts";
import { tellNewFindings } from "../new-findings.ts";
import { Refusal } from "../refusal.ts";
import { paintFor, print, printLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.build.summary"),
  help: message("help.build"),
  options: {
    out: { type: "string" },
    "allow-withdraw": { type: "boolean" },
    preview: { type: "boolean" },
    watch: { type: "boolean" },
  },
  run: async (given) => {
    refusePaths(given);
    const root = rootOf(given);
    const { out } = given.values;
    const folder = outputOf(root, out);
    const shown = typeof out === "string" ? out : relative(process.cwd(), join(root, outputFolder)) || ".";
    const allowWithdraw = given.values["allow-withdraw"] === true;
    const job: Job = { root, folder, shown, options: { allowWithdraw } };
    if (given.values["preview"] === true) {
      const preview = await import("../preview-run.ts");
      return given.values["watch"] === true ? await preview.showPreview(job) : await preview.makePreview(job);
    }
    if (given.values["watch"] === true) return await buildAtChanges(job);
    const kind = kindOf(job);
    const known = findRun(kind);
    if (known) return await tell(known, shown, { written: [], same: known.files, removed: [] });
    const { buildInto } = await import("../site.ts");
    const { report, written, keep } = await buildInto(kind, folder, shown, { allowWithdraw });
    const exitCode = await tell(report, shown, written);
    keep();
    return exitCode;
  },
};

type Job = { root: string; folder: string; shown: string; options: DecideOptions };

function kindOf({ root, folder, options }: Job): RunKind<"runs-site"> {
  return { root, name: "runs-site", output: folder, options: [String(options.allowWithdraw)] };
}

/** Builds, and builds again at every change: then only what is new is told. */
async function buildAtChanges(job: Job): Promise<0> {
  const { root, folder, shown, options } = job;
  const { buildInto } = await import("../site.ts");
  const { rememberingCaches } = await import("../remembered.ts");
  const { workAtChanges } = await import("../watch-build.ts");
  const open = rememberingCaches();
  let last: SiteReport | undefined;
  await workAtChanges(root, async () => {
    const { report, written, keep } = await buildInto(kindOf(job), folder, shown, options, open);
    if (last) await tellChange(last, report, shown, written);
    else {
      await tell(report, shown, written);
      keep();
    }
    last = report;
  });
  return 0;
}

async function tell(
  report: SiteReport,
  folder: string,
  { written, same, removed }: Omit<Written, "isAsBefore">,
): Promise<0 | 1> {
  const { findings, lines, refused, empty } = report;
  const paint = paintFor(process.stdout);
  if (findings.length > 0) await print(`${reportText(findings, (path) => lines[path], paint, locale)}\n`);
  await print(reportBuild(report, paint, locale));
  if (empty) await printLine(say(empty));
  await tellFiles(folder, { written, same, removed });
  const failed = refused.length > 0 || empty !== undefined;
  return failed || findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

async function tellFiles(folder: string, { written, same, removed }: Omit<Written, "isAsBefore">): Promise<void> {
  await printLine(say(message("build.files", { folder, written: written.length, same, removed: removed.length })));
  if (written.length > 0) await printLine(say(message("build.written", firstOf(written))));
  if (removed.length > 0) await printLine(say(message("build.removed", firstOf(removed))));
}

/** What one build has to say that the one before had not. */
async function tellChange(
  last: SiteReport,
  report: SiteReport,
  folder: string,
  written: Omit<Written, "isAsBefore">,
): Promise<void> {
  await tellNewFindings(last, report);
  const lines = reportTakenOff(report, paintFor(process.stdout), locale);
  if (lines.length > 0) await print(lines.join("\n"));
  if (report.empty) await printLine(say(report.empty));
  await tellFiles(folder, written);
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
