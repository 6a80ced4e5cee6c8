// Checks files of a project, and files on their own; corrects what is certain in them.
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { languageOfCatalog } from "../core/catalog/language.ts";
import { checkLooseCatalog, checkMarkdown, languagesOfCatalog } from "../core/check/loose.ts";
import { defaultSeverity, inReadingOrder, type Finding } from "../core/finding.ts";
import { diffLines, fixCatalog, fixPage, type Fixing } from "../core/fix.ts";
import { catalogEnding, catalogPath, isCatalogPath, languageOfPath, pageEndings } from "../core/layout.ts";
import { languageOf } from "../core/language/all.ts";
import { checkPlan, gatherChecks, type Check, type Wanted } from "../core/malvakt.ts";
import { message, type Message } from "../core/messages/message.ts";
import { linesFor, type CheckReport } from "../core/report/text.ts";
import { visible } from "../core/report/visible.ts";
import { languagesOf } from "../core/project.ts";
import type { Terms } from "../core/terms/terms.ts";
import { rootOf, takeLanguages, type Arguments } from "./command.ts";
import { changeFile, type Change } from "./disk/change.ts";
import { listFiles } from "./disk/list.ts";
import { readText, textOfBytes } from "./disk/read.ts";
import { keepRun, lookBefore, type RunKind } from "./known-run.ts";
import { say } from "./locale.ts";
import { namedFile } from "./named-file.ts";
import { loadProject, loadTerms, ownTermsFile, type LoadedProject } from "./project.ts";
import { Refusal } from "./refusal.ts";
import { findRoot } from "./root.ts";
import { print, printData, printLine, progressLine } from "./terminal.ts";

/** Checks what was asked for; what is found in a whole project is kept for the next run of this kind. */
export async function checkFiles(given: Arguments, kind: RunKind<"runs-check"> | undefined): Promise<CheckReport> {
  const before = kind && lookBefore(kind);
  const scope = scopeOf(given, before?.nowMs);
  const { paths, findings } = await checkScope(scope);
  const report = { paths, findings, lines: linesFor(findings, scope.textAt) };
  if (kind && before && scope.project) keepRun(kind, before, ownTermsFile(kind.root, scope.project.settings), report);
  return report;
}

/** What is to be checked: files of a project, and files on their own. */
type Scope = {
  root: string | undefined;
  project: LoadedProject | undefined;
  /** Paths of the project's files that are asked for; undefined for all. */
  wanted: ReadonlySet<string> | undefined;
  languages: string[] | undefined;
  loose: { path: string; file: string | undefined; text: string; language: string; source: string }[];
  terms: Terms | undefined;
  textAt: (path: string) => string | undefined;
};

function scopeOf(given: Arguments, sinceMs?: number): Scope {
  const asked = given.values["terms"];
  const chosen = typeof asked === "string" ? asked : undefined;
  const needsProject = given.paths.length === 0 || given.values["root"] !== undefined;
  const root = needsProject ? rootOf(given) : findRoot(process.cwd());
  const project = root === undefined ? undefined : loadProject(root, { terms: chosen, keep: true, sinceMs });
  const { settings } = project ?? {};
  const { languages, paths } = takeLanguages(
    given,
    settings ? [settings.source, ...Object.keys(settings.languages)] : [],
  );
  for (const code of languages ?? []) {
    if (!languageOf(code)) throw new Refusal(message("cli.language-unknown", { language: code }), 2);
    const known = settings && [settings.source, ...Object.keys(settings.languages)];
    if (given.paths.length === 0 && known?.includes(code) === false)
      throw new Refusal(message("cli.language-not-in-settings", { language: code, known }), 2);
  }
  const inProject = project ? project.textOf : () => undefined;
  const wanted = new Set<string>();
  const loose: Scope["loose"] = [];
  for (const path of paths.flatMap(expand)) {
    const inside = root === undefined || path === "-" ? undefined : pathInProject(project, root, path);
    if (inside !== undefined) wanted.add(inside);
    else loose.push(looseFile(path, languages?.[0], settings?.source));
  }
  const texts = new Map(loose.map(({ path, text }) => [path, text]));
  return {
    root,
    project,
    wanted: paths.length === 0 ? undefined : wanted,
    languages,
    loose,
    terms: project ? project.terms : chosen === undefined ? undefined : loadTerms(process.cwd(), chosen).terms,
    textAt: (path) => texts.get(path) ?? inProject(path),
  };
}

/** The path of a project's file that was named in some way: as it stands there, or through links. */
function pathInProject(project: LoadedProject | undefined, root: string, path: string): string | undefined {
  const real = join(realpathSync(dirname(resolve(path))), basename(path));
  return [resolve(path), real, ...(existsSync(path) ? [realpathSync(path)] : [])]
    .flatMap((one) => [relative(root, one), relative(realpathSync(root), one)])
    .map((one) => one.replaceAll("\\", "/"))
    .find((one) => project?.has(one) === true);
}

/** A folder stands for all Markdown and PO files in it. */
function expand(path: string): string[] {
  if (path === "-") return [path];
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Refusal(message("check.file-missing", { path }), 2);
  if (!found.isDirectory()) return [path];
  return [...pageEndings, catalogEnding].flatMap((ending) => listFiles(path, ending).map((name) => join(path, name)));
}

function looseFile(path: string, asked: string | undefined, projectSource: string | undefined): Scope["loose"][number] {
  const isInput = path === "-";
  const shown = isInput ? "<stdin>" : (relative(process.cwd(), resolve(path)) || path).replaceAll("\\", "/");
  // Standard input may be a pipe, which is there to be waited for.
  const file = isInput ? textOfBytes({ bytes: readFileSync(0) }, shown) : readText(path, shown);
  if ("problem" in file) throw new Refusal(message("cli.about", { path: shown, problem: file.problem }), 1);
  const stated = isCatalogPath(path) ? languagesOfCatalog(file.text) : { language: undefined, source: undefined };
  const folder = languageOfPath(shown);
  const place = { path: resolve(path).replaceAll("\\", "/"), languages: [], asked, stated: stated.language };
  const ofCatalog = isCatalogPath(path) ? languageOfCatalog(place) : undefined;
  const language = asked ?? ofCatalog ?? (folder !== undefined && languageOf(folder) ? folder : projectSource);
  if (language === undefined) throw new Refusal(message("cli.language-of-file", { path: shown }), 2);
  return {
    path: shown,
    file: isInput ? undefined : path,
    text: file.text,
    language,
    source: stated.source ?? projectSource ?? "nb",
  };
}

async function checkScope({ project, wanted, languages, loose, terms }: Scope): Promise<Check> {
  const results = loose.map((file): Check => {
    const severity = project?.settings.severity ?? defaultSeverity;
    const found = (isCatalogPath(file.path) ? checkLooseCatalog : checkMarkdown)(file, terms, severity);
    return { paths: [file.path], ...found };
  });
  if (project && (wanted === undefined || wanted.size > 0)) {
    const isWanted = (path: string, language: string): boolean =>
      (wanted?.has(path) ?? true) && (languages?.includes(language) ?? true);
    results.push(await checkProject(project, isWanted));
    if (wanted === undefined && languages === undefined) project.forgetRest();
  }
  return {
    paths: results.flatMap(({ paths }) => paths),
    findings: inReadingOrder(results.flatMap(({ findings }) => findings)),
    waived: results.flatMap(({ waived }) => waived),
  };
}

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
  const { findings } = await checkScope(scope);
  let total = 0;
  for (const path of new Set(findings.filter((finding) => finding.fix !== undefined).map((finding) => finding.path))) {
    const asked = findings.filter((finding) => finding.path === path);
    const file = scope.loose.find((loose) => loose.path === path)?.file;
    const place = file === undefined ? scope.root !== undefined && { root: scope.root, path } : namedFile(file);
    if (!place) continue;
    const done = changeFile(place.root, place.path, (current): Change<Message | (Fixing & { before: string })> => {
      if (!current || "problem" in current) return { value: current?.problem ?? message("check.gone") };
      const fixing = fixFile(path, current.text, asked, scope);
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

function fixFile(path: string, text: string, findings: readonly Finding[], { loose, project }: Scope): Fixing {
  const asked = loose.find((file) => file.path === path);
  if (isCatalogPath(path)) return fixCatalog(text, asked?.language ?? languageOfPath(path) ?? "", findings);
  if (asked) return fixPage(text, "page", "text", findings);
  const id = project?.files.find((file) => file.path === path)?.id ?? "";
  return fixPage(text, id, "page", findings);
}
