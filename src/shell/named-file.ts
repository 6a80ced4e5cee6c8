// A file or page that a person named on the command line. A file may lie in a project, or anywhere.
import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { message } from "../core/messages/message.ts";
import type { PageFile } from "../core/project.ts";
import { findRoot } from "./project.ts";
import { Refusal } from "./refusal.ts";

/** Its root and its path from there: those of its project, or its folder and name. There a link may lead anywhere. */
export function namedFile(name: string): { root: string; path: string } {
  const file = resolve(name);
  const project = findRoot(dirname(file));
  if (project !== undefined) return { root: project, path: relative(project, file) };
  const real = existsSync(file) ? realpathSync(file) : file;
  return { root: dirname(real), path: relative(dirname(real), real) };
}

/** A page by its id, or by the end of the path of its file. */
export function pageNamed(name: string, pages: readonly PageFile[]): PageFile {
  const clean = name.replaceAll("\\", "/").replace(/^\.\//u, "");
  const found = pages.find(({ id, path }) => id === clean || path === clean || clean.endsWith(`/${path}`));
  if (found) return found;
  throw new Refusal(message("cli.page-unknown", { name, pages: pages.map(({ id }) => id).slice(0, 20) }), 2);
}
