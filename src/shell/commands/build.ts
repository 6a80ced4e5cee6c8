// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { noChanges, type Changes } from "../../core/publish/changes.ts";
import type { DecideOptions } from "../../core/publish/decide.ts";
import { buildAsJson } from "../../core/report/build-json.ts";
import { changesAsMarkdown, changesMark, reportChanges } from "../../core/report/changes.ts";
import { reportBuild, reportTakenOff, type SiteReport } from "../../core/report/site.ts";
import { reportText } from "../../core/report/text.ts";
import { choice, refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { readBytes } from "../disk/read.ts";
import { writeWhole } from "../disk/write.ts";
import { findRun, type RunKind } from "../known-run.ts";
import { locale, say } from "../locale.ts";
import { tellNewFindings } from "../new-findings.ts";
import type { Written } from "../output.ts";
import { Refusal } from "../refusal.ts";
import { paintFor, print, printData, printLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.build.summary"),
  help: message("help.build"),
  options: {
    out: { type: "string" },
    "allow-withdraw": { type: "boolean" },
    format: { type: "string" },
    changes: { type: "string" },
    preview: { type: "boolean" },
    watch: { type: "boolean" },
  },
  run: async (given) => {
    refusePaths(given);
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const { out } = given.values;
    const folder = outputOf(root, out);
    const shown = typeof out === "string" ? out : relative(process.cwd(), join(root, outputFolder)) || ".";
    // The same for programs and lists wherever the command is run.
    const named = typeof out === "string" ? out : outputFolder;
    const allowWithdraw = given.values["allow-withdraw"] === true;
    const job: Job = { root, folder, shown, options: { allowWithdraw } };
    const isWatching = given.values["watch"] === true;
    if (isWatching || given.values["preview"] === true) refuseReports(given);
    if (given.values["preview"] === true) {
      const preview = await import("../preview-run.ts");
      return isWatching ? await preview.showPreview(job) : await preview.makePreview(job);
    }
    if (isWatching) return await buildAtChanges(job);
    const kind = kindOf(job);
    const list = changesFileOf(root, folder, named, given.values["changes"]);
    const tell = async (report: SiteReport, written: Counted, changes: Changes): Promise<0 | 1> => {
      if (list) writeWhole(list.folder, list.name, changesAsMarkdown(changes, report.takenOff, named, locale));
      if (format === "json") await printData(buildAsJson(report, changes, named, written.same));
      else await printReport(report, written, changes, shown);
      const { findings, refused, empty } = report;
      const failed = refused.length > 0 || empty !== undefined;
      return failed || findings.some(({ severity }) => severity === "error") ? 1 : 0;
    };
    const known = findRun(kind);
    if (known) return await tell(known, { written: [], same: known.files, removed: [] }, noChanges);
    const { buildInto } = await import("../site.ts");
    const { report, written, changes, keep } = await buildInto(kind, folder, shown, job.options);
    const exitCode = await tell(report, written, changes);
    keep();
    return exitCode;
  },
};

type Job = { root: string; folder: string; shown: string; options: DecideOptions };

type Counted = Omit<Written, "isAsBefore">;

/** What one build gives to programs and lists is not there for many, or for none. */
function refuseReports({ values }: Arguments): void {
  const option = ["format", "changes"].find((name) => values[name] !== undefined);
  const other = values["watch"] === true ? "--watch" : "--preview";
  if (option !== undefined) throw new Refusal(message("cli.options-apart", { option: `--${option}`, other }), 2);
}

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
    const { report, written, changes, keep } = await buildInto(kindOf(job), folder, shown, options, open);
    if (last) await printChange(last, report, written, changes, shown);
    else {
      await printReport(report, written, changes, shown);
      keep();
    }
    last = report;
  });
  return 0;
}

async function printReport(report: SiteReport, written: Counted, changes: Changes, folder: string): Promise<void> {
  const { findings, lines, empty, unguarded } = report;
  const paint = paintFor(process.stdout);
  if (findings.length > 0) await print(`${reportText(findings, (path) => lines[path], paint, locale)}\n`);
  await print(reportBuild(report, paint, locale));
  if (empty) await printLine(say(empty));
  if (unguarded) await printLine(say(unguarded));
  await printFiles(written, changes, folder);
}

/** What one build has to say that the one before had not. */
async function printChange(
  last: SiteReport,
  report: SiteReport,
  written: Counted,
  changes: Changes,
  folder: string,
): Promise<void> {
  await tellNewFindings(last, report);
  const lines = reportTakenOff(report, paintFor(process.stdout), locale);
  if (lines.length > 0) await print(lines.join("\n"));
  if (report.empty) await printLine(say(report.empty));
  await printFiles(written, changes, folder);
}

async function printFiles({ written, same, removed }: Counted, changes: Changes, folder: string): Promise<void> {
  await printLine(say(message("build.files", { folder, written: written.length, same, removed: removed.length })));
  const changed = reportChanges(changes, locale);
  if (changed !== "") await print(changed);
}

/** The file that a list of changes was asked for in: none that anyone else has written, and none of content or output. */
function changesFileOf(
  root: string,
  output: string,
  named: string,
  asked: Arguments["values"][string],
): { folder: string; name: string } | undefined {
  if (typeof asked !== "string") return undefined;
  if (asked === "") throw new Refusal(message("cli.option-value-missing", { option: "--changes" }), 2);
  const file = realPath(resolve(asked));
  const holder = [output, realPath(join(root, contentFolder))].find((folder) => isBelow(folder, file));
  if (holder !== undefined) {
    const folder = holder === output ? named : contentFolder;
    throw new Refusal(message("build.changes-inside", { file: asked, folder }), 2);
  }
  const old = readBytes(file);
  if (old && !("bytes" in old && old.bytes.toString().startsWith(changesMark)))
    throw new Refusal(message("build.changes-other", { file: asked }), 2);
  return { folder: dirname(file), name: basename(file) };
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
