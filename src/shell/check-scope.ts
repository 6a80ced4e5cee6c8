// What a check was asked for: files of one project or of several, and files on their own.
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { languageOfCatalog } from "../core/catalog/language.ts";
import { languagesOfCatalog } from "../core/check/loose.ts";
import { languageOf } from "../core/language/all.ts";
import { languageUnknown } from "../core/language/code.ts";
import {
  catalogEnding,
  contentFolder,
  isCatalogPath,
  languageOfPath,
  otherTextEnding,
  pageEndings,
} from "../core/layout.ts";
import { message } from "../core/messages/message.ts";
import type { Terms } from "../core/terms/terms.ts";
import { rootOf, takeLanguages, type Arguments } from "./command.ts";
import { listAll, listFiles } from "./disk/list.ts";
import { readText, textOfBytes } from "./disk/read.ts";
import { loadProject, loadTerms, type LoadedProject } from "./project.ts";
import { Refusal } from "./refusal.ts";
import { findRoot, settingsFile } from "./root.ts";

/** Files of one project. */
export type ProjectScope = {
  project: LoadedProject;
  /** Paths of the files that are asked for; undefined for all. */
  wanted: ReadonlySet<string> | undefined;
  /** What stands before a path of the project when people are told of it. */
  before: string;
};

/** A page or catalog of no project. `path` is what people are told, `file` where it is; undefined for standard input. */
export type LooseFile = { path: string; file: string | undefined; text: string; language: string; source: string };

export type Scope = {
  projects: ProjectScope[];
  /** The project that the command is run in, or that was named: its settings and terms hold for files of no project. */
  home: LoadedProject | undefined;
  languages: string[] | undefined;
  loose: LooseFile[];
  terms: Terms | undefined;
  /** Settings and termbases. */
  data: { path: string; file: string; kind: "settings" | "termbase" }[];
  /** Files that cannot be checked; `isNamed`: a person asked for this one, not for its folder. */
  others: { path: string; file: string; ending: string; isNamed: boolean }[];
};

export function scopeOf(given: Arguments, sinceMs?: number): Scope {
  const asked = given.values["terms"];
  const chosen = typeof asked === "string" ? asked : undefined;
  const isBound = given.paths.length === 0 || given.values["root"] !== undefined;
  const root = isBound ? rootOf(given) : findRoot(process.cwd());
  const loaded = new Map<string, LoadedProject>();
  const projectAt = (at: string): LoadedProject => {
    const project = loaded.get(at) ?? loadProject(at, { terms: chosen, keep: true, sinceMs });
    loaded.set(at, project);
    return project;
  };
  const named = given.paths.map((path) => (path === "-" ? undefined : dataKind(path)));
  // The settings may be what is wrong: who asks for them alone is told of them.
  const isDataOnly = named.length > 0 && named.every((kind) => kind !== undefined);
  const home = root === undefined || isDataOnly ? undefined : projectAt(root);
  const known = home ? [home.settings.source, ...Object.keys(home.settings.languages)] : [];
  const { languages, paths } = takeLanguages(given, known);
  for (const code of languages ?? []) {
    if (!languageOf(code)) throw new Refusal(languageUnknown(code), 2);
    if (given.paths.length === 0 && !known.includes(code))
      throw new Refusal(message("cli.language-not-in-settings", { language: code, known }), 2);
  }
  const scope: Scope = { projects: [], home, languages, loose: [], terms: undefined, data: [], others: [] };
  if (paths.length === 0 && home) scope.projects.push({ project: home, wanted: undefined, before: "" });
  const wanted = new Map<string, Set<string>>();
  for (const { path, isNamed } of paths.flatMap(expand)) {
    const kind = path === "-" ? undefined : dataKind(path);
    const ending = otherTextEnding(path);
    const own =
      isBound || path === "-" ? root : (findRoot(dirname(realOf(path))) ?? findRoot(dirname(resolve(path))) ?? root);
    const project = own === undefined || kind !== undefined || path === "-" ? undefined : projectAt(own);
    const inside = project && pathInProject(project, path);
    if (kind !== undefined) scope.data.push({ path: shownPath(path), file: path, kind });
    else if (inside !== undefined && project)
      wanted.set(project.root, (wanted.get(project.root) ?? new Set()).add(inside));
    else if (ending !== undefined && !(isNamed && plainEndings.has(ending))) {
      if (isNamed || !project || isAmongPages(project, path))
        scope.others.push({ path: shownPath(path), file: path, ending, isNamed });
    } else scope.loose.push(looseFile(path, languages?.[0], home?.settings.source));
  }
  for (const [at, own] of wanted) {
    const before = at === root ? "" : `${relative(process.cwd(), at).replaceAll("\\", "/")}/`;
    scope.projects.push({ project: projectAt(at), wanted: own, before: before === "/" ? "" : before });
  }
  scope.terms = home ? home.terms : chosen === undefined ? undefined : loadTerms(process.cwd(), chosen).terms;
  return scope;
}

/** Text that can be checked as Markdown when a person names it, though it is no page of a site. */
const plainEndings: ReadonlySet<string> = new Set([".txt", ".mdown", ".mkd"]);

function dataKind(path: string): "settings" | "termbase" | undefined {
  if (!/\.ya?ml$/iu.test(path)) return undefined;
  return basename(path) === settingsFile ? "settings" : "termbase";
}

/** The path of a project's file that was named in some way: as it stands there, or through links. */
function pathInProject(project: LoadedProject, path: string): string | undefined {
  const { root } = project;
  return [resolve(path), realOf(path), ...(existsSync(path) ? [realpathSync(path)] : [])]
    .flatMap((one) => [relative(root, one), relative(realpathSync(root), one)])
    .map((one) => one.replaceAll("\\", "/"))
    .find((one) => project.has(one));
}

/** In the folder of pages a file with text may be meant as one; elsewhere in a project it may be anything. */
function isAmongPages({ root, settings }: LoadedProject, path: string): boolean {
  return relative(realpathSync(root), realOf(path))
    .replaceAll("\\", "/")
    .startsWith(`${contentFolder}/${settings.source}/`);
}

/** A file by its own name, in its folder with all links followed. */
function realOf(path: string): string {
  const folder = dirname(resolve(path));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(path));
}

/** A folder stands for all Markdown and PO files in it, and names those that may be meant as such. */
function expand(path: string): { path: string; isNamed: boolean }[] {
  if (path === "-") return [{ path, isNamed: true }];
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Refusal(message("check.file-missing", { path }), 2);
  if (!found.isDirectory()) return [{ path, isNamed: true }];
  const known = [...pageEndings, catalogEnding].flatMap((ending) => listFiles(path, ending));
  const others = listAll(path, "").filter((name) => otherTextEnding(name) !== undefined);
  return [...known, ...others].map((name) => ({ path: join(path, name), isNamed: false }));
}

function shownPath(path: string): string {
  return (relative(process.cwd(), resolve(path)) || path).replaceAll("\\", "/");
}

function looseFile(path: string, asked: string | undefined, projectSource: string | undefined): LooseFile {
  const isInput = path === "-";
  const shown = isInput ? "<stdin>" : shownPath(path);
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
