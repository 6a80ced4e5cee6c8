// Checks files of projects, and files on their own; corrects what is certain in them.
import { join, resolve } from "node:path";
import { checkData } from "../core/check/data.ts";
import { checkLooseCatalog, checkMarkdown } from "../core/check/loose.ts";
import { defaultSeverity, inReadingOrder, reporterFor, type Finding } from "../core/finding.ts";
import { diffLines, fixCatalog, fixPage, type Fixing } from "../core/fix.ts";
import { catalogPath, isCatalogPath, languageOfPath } from "../core/layout.ts";
import { checkPlan, gatherChecks, type Check, type Wanted } from "../core/malvakt.ts";
import { message, type Message } from "../core/messages/message.ts";
import { linesFor, type CheckReport } from "../core/report/text.ts";
import { visible } from "../core/report/visible.ts";
import { languagesOf } from "../core/project.ts";
import { unguarded } from "../core/terms/terms.ts";
import { scopeOf, type LooseFile, type Scope } from "./check-scope.ts";
import type { Arguments } from "./command.ts";
import { changeFile, type Change } from "./disk/change.ts";
import { readText } from "./disk/read.ts";
import { keepRun, lookBefore, type RunKind } from "./known-run.ts";
import { say } from "./locale.ts";
import { namedFile } from "./named-file.ts";
import { ownTermsFile, type LoadedProject } from "./project.ts";
import { Refusal } from "./refusal.ts";
import { print, printData, printLine, progressLine } from "./terminal.ts";

/** What a check found, and where the files lie that it tells of. */
export type Checked = { report: CheckReport; fileOf: (path: string) => string };

/** Checks what was asked for; what is found in a whole project is kept for the next run of this kind. */
export async function checkFiles(given: Arguments, kind: RunKind<"runs-check"> | undefined): Promise<Checked> {
  const before = kind && lookBefore(kind);
  const scope = scopeOf(given, before?.nowMs);
  const { paths, findings, fileOf, textOf, unguarded: gap } = await checkScope(scope);
  const report = { paths, findings, lines: linesFor(findings, textOf), unguarded: gap };
  if (kind && before && scope.home) keepRun(kind, before, ownTermsFile(kind.root, scope.home.settings), report);
  return { report, fileOf };
}

type CheckedScope = Check & {
  fileOf: (path: string) => string;
  textOf: (path: string) => string | undefined;
  /** Why nothing keeps treatments apart in some of the texts; undefined when a termbase does. */
  unguarded: Message | undefined;
  /** Where the project lies that a path belongs to, and the path there. */
  inProject: ReadonlyMap<string, { project: LoadedProject; path: string }>;
};

async function checkScope(scope: Scope): Promise<CheckedScope> {
  const { projects, languages, loose, data, others, terms, home } = scope;
  const severity = home?.settings.severity ?? defaultSeverity;
  const results = loose.map((file): Check => {
    const found = (isCatalogPath(file.path) ? checkLooseCatalog : checkMarkdown)(file, terms, severity);
    return { paths: [file.path], ...found };
  });
  const texts = new Map(loose.map(({ path, text }) => [path, text]));
  for (const file of data) {
    const read = readText(file.file, file.path);
    if ("problem" in read) throw new Refusal(message("cli.about", { path: file.path, problem: read.problem }), 1);
    texts.set(file.path, read.text);
    results.push({ paths: [file.path], findings: checkData(file.path, read.text, file.kind), waived: [] });
  }
  if (others.length > 0) results.push({ paths: [], findings: othersTold(others), waived: [] });
  const inProject = new Map<string, { project: LoadedProject; path: string }>();
  for (const { project, wanted, before } of projects) {
    const isWanted = (path: string, language: string): boolean =>
      (wanted?.has(path) ?? true) && (languages?.includes(language) ?? true);
    const check = await checkProject(project, isWanted);
    const shown = (path: string): string => {
      inProject.set(before + path, { project, path });
      return before + path;
    };
    results.push({
      paths: check.paths.map(shown),
      findings: check.findings.map((finding) => ({ ...finding, path: shown(finding.path) })),
      waived: check.waived.map((waived) => ({ ...waived, path: shown(waived.path) })),
    });
    if (wanted === undefined && languages === undefined) project.forgetRest();
  }
  return {
    paths: results.flatMap(({ paths }) => paths),
    findings: inReadingOrder(results.flatMap(({ findings }) => findings)),
    waived: results.flatMap(({ waived }) => waived),
    fileOf: (path) => {
      const own = inProject.get(path);
      return own ? join(own.project.root, own.path) : resolve(path);
    },
    textOf: (path) => {
      const own = inProject.get(path);
      return texts.get(path) ?? own?.project.textOf(own.path);
    },
    unguarded: [...(loose.length > 0 ? [terms] : []), ...projects.map(({ project }) => project.terms)]
      .map(unguarded)
      .find((gap) => gap !== undefined),
    inProject,
  };
}

/** Files that cannot be checked: those that were named one by one, and those of a folder once for each ending. */
function othersTold(others: Scope["others"]): Finding[] {
  const told = (path: string, reason: Message, level: "error" | "warning"): Finding =>
    reporterFor(path, "", defaultSeverity).mistake({ start: 0, end: 0, reason, expected: [] }, level);
  const found = others.filter(({ isNamed }) => !isNamed);
  return [
    ...others
      .filter(({ isNamed }) => isNamed)
      .map(({ path, ending }) => told(path, message("check.not-read", { ending }), "error")),
    ...[...new Set(found.map(({ ending }) => ending))].map((ending) => {
      const paths = found.filter((one) => one.ending === ending).map(({ path }) => path);
      const reason = message("check.not-read-among", { ending, count: paths.length, paths: paths.slice(0, mostNamed) });
      return told(paths[0] ?? "", reason, "warning");
    }),
  ];
}

/** Most files that one sentence names. */
const mostNamed = 10;

async function checkProject(project: LoadedProject, isWanted: Wanted): Promise<Check> {
  const { files, settings, findings } = project;
  const progress = progressLine(say(message("check.progress")));
  const asked = files.filter(({ id, path, page }) =>
    [
      [path, settings.source] as const,
      ...(page ? languagesOf(page, settings) : []).map((code) => [catalogPath(code, id), code] as const),
    ].some(([at, language]) => isWanted(at, language)),
  );
  const checks: Check[] = [];
  for (const file of asked) {
    checks.push(checkPlan(project.planOf(file), settings, isWanted));
    await progress.step(checks.length, asked.length);
  }
  progress.done();
  return gatherChecks(checks, findings, isWanted);
}

/** Corrects what is certain in the files that were asked for. */
export async function fixFiles(given: Arguments, dryRun: boolean): Promise<0 | 1> {
  const scope = scopeOf(given);
  const { findings, inProject } = await checkScope(scope);
  let total = 0;
  for (const path of new Set(findings.filter((finding) => finding.fix !== undefined).map((finding) => finding.path))) {
    const asked = findings.filter((finding) => finding.path === path);
    const file = scope.loose.find((loose) => loose.path === path)?.file;
    const own = inProject.get(path);
    const place = file === undefined ? own && { root: own.project.root, path: own.path } : namedFile(file);
    if (!place) continue;
    const done = changeFile(place.root, place.path, (current): Change<Message | (Fixing & { before: string })> => {
      if (!current || "problem" in current) return { value: current?.problem ?? message("check.gone") };
      const fixing = fixFile(
        place.path,
        current.text,
        asked,
        scope.loose.find((loose) => loose.path === path),
        own?.project,
      );
      return { ...(dryRun ? {} : { text: fixing.text }), value: { ...fixing, before: current.text } };
    });
    if ("id" in done) {
      await printLine(`${path}: ${say(message("check.not-corrected", { problem: done }))}`);
      continue;
    }
    total += done.fixed;
    const diff = diffLines(visible(path), done.before, done.text);
    if (diff !== "") await printData(diff);
    for (const { start, actual, fix: words = "" } of done.refused)
      await printLine(
        `${path}:${start.line}:${start.column}  ${say(message("check.only-by-hand", { actual, words }))}`,
      );
  }
  await print(say(message(dryRun ? "check.would-correct" : "check.corrected", { count: total })));
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function fixFile(
  path: string,
  text: string,
  findings: readonly Finding[],
  loose: LooseFile | undefined,
  project: LoadedProject | undefined,
): Fixing {
  if (isCatalogPath(path)) return fixCatalog(text, loose?.language ?? languageOfPath(path) ?? "", findings);
  if (loose) return fixPage(text, "page", "text", findings);
  const id = project?.files.find((file) => file.path === path)?.id ?? "";
  return fixPage(text, id, "page", findings);
}
