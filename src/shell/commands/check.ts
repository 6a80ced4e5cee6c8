// malvakt check: findings in pages, catalogs, and any Markdown or PO file.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { inReadingOrder, type Finding } from "../../core/finding.ts";
import { languageOfPath } from "../../core/layout.ts";
import { message } from "../../core/messages/message.ts";
import { githubSummary, reportGithub } from "../../core/report/github.ts";
import { reportJson } from "../../core/report/json.ts";
import { reportSarif } from "../../core/report/sarif.ts";
import { mostEqual, reportText } from "../../core/report/text.ts";
import { choice, languagesIn, refusePaths, rootOf, type Arguments, type Command } from "../command.ts";
import { findRun, type RunKind } from "../known-run.ts";
import { locale, say } from "../locale.ts";
import { pathInRepository } from "../repository.ts";
import { paintFor, print, printCommands, printData, printError } from "../terminal.ts";
import { version } from "../package.ts";

export const command: Command = {
  summary: message("help.check.summary"),
  help: message("help.check"),
  options: {
    lang: { type: "string", multiple: true },
    terms: { type: "string" },
    format: { type: "string" },
    since: { type: "string" },
    all: { type: "boolean" },
    fix: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  run: async (given) => {
    const format = choice(given, "format", ["text", "json", "sarif", "github"]);
    const { since } = given.values;
    if (since !== undefined) refusePaths(given);
    if (given.values["fix"] === true)
      return await (await import("../check-files.ts")).fixFiles(given, given.values["dry-run"] === true);
    const kind = kindOf(given);
    const known = kind && findRun(kind);
    const { report, fileOf } =
      kind && known
        ? { report: known, fileOf: (path: string) => join(kind.root, path) }
        : await (await import("../check-files.ts")).checkFiles(given, kind);
    const { paths, lines, unguarded } = report;
    const lost = typeof since === "string" ? await lossesOf(given, since) : [];
    const findings = lost.length === 0 ? report.findings : inReadingOrder([...report.findings, ...lost]);
    const most = given.values["all"] === true ? Infinity : mostEqual;
    if (format === "json") await printData(reportJson(paths, findings));
    else if (format === "sarif") await printData(reportSarif(inRepository(findings, fileOf), version()));
    else if (format === "github") await printGithub(inRepository(findings, fileOf));
    else await print(reportText(findings, (path) => lines[path], paintFor(process.stdout), locale, most));
    if (unguarded) printError(say(unguarded));
    return findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};

/** What is lost since a commit, in the languages that were asked for. */
async function lossesOf(given: Arguments, since: string): Promise<Finding[]> {
  const { lossesSince } = await import("../losses.ts");
  const lost = await lossesSince(rootOf(given), since);
  const languages = languagesIn(given);
  return lost.filter(({ path }) => languages?.includes(languageOfPath(path) ?? path.split("/")[1] ?? "") ?? true);
}

/** A check of a whole project, with its own termbase; undefined for any other. */
function kindOf(given: Arguments): RunKind<"runs-check"> | undefined {
  if (given.paths.length > 0 || given.values["terms"] !== undefined) return undefined;
  return { root: rootOf(given), name: "runs-check", options: languagesIn(given) ?? ["*"] };
}

/** Findings with the paths that services of a repository know. */
function inRepository(findings: readonly Finding[], fileOf: (path: string) => string): Finding[] {
  const paths = new Map<string, string>();
  return findings.map((finding) => {
    const { path } = finding;
    if (!paths.has(path)) paths.set(path, pathInRepository(fileOf(path)) ?? path);
    return { ...finding, path: paths.get(path) ?? path };
  });
}

async function printGithub(findings: readonly Finding[]): Promise<void> {
  const annotations = reportGithub(findings);
  if (annotations !== "") await printCommands(annotations);
  const summaryFile = process.env["GITHUB_STEP_SUMMARY"];
  if (summaryFile) appendFileSync(summaryFile, githubSummary(findings));
}
