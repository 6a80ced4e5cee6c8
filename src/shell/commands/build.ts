// malvakt build: publishes what is approved.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { contentFolder, outputFolder } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { noChanges, type Changes } from "../../core/publish/changes.ts";
import { buildAsJson } from "../../core/report/build-json.ts";
import { changesAsMarkdown, changesMark, reportChanges } from "../../core/report/changes.ts";
import { reportBuild, type SiteReport } from "../../core/report/site.ts";
import { reportText } from "../../core/report/text.ts";
import { choice, refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { isBelow, placeOf } from "../disk/place.ts";
import { readBytes } from "../disk/read.ts";
import { writeWhole } from "../disk/write.ts";
import { findRun, type RunKind } from "../known-run.ts";
import { locale, say } from "../locale.ts";
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
    const kind: RunKind<"runs-site"> = { root, name: "runs-site", output: folder, options: [String(allowWithdraw)] };
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
    const { report, written, changes, keep } = await buildInto(kind, folder, shown, { allowWithdraw });
    const exitCode = await tell(report, written, changes);
    keep();
    return exitCode;
  },
};

type Counted = Omit<Written, "isAsBefore">;

async function printReport(
  report: SiteReport,
  { written, same, removed }: Counted,
  changes: Changes,
  folder: string,
): Promise<void> {
  const { findings, lines, empty } = report;
  const paint = paintFor(process.stdout);
  if (findings.length > 0) await print(`${reportText(findings, (path) => lines[path], paint, locale)}\n`);
  await print(reportBuild(report, paint, locale));
  if (empty) await printLine(say(empty));
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
