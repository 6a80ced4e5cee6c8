// A file that a person named on the command line: it may lie in a project, or anywhere.
import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { findRoot } from "./root.ts";

/** Its root and its path from there: those of its project, or its folder and name. There a link may lead anywhere. */
export function namedFile(name: string): { root: string; path: string } {
  const file = resolve(name);
  const project = findRoot(dirname(file));
  if (project !== undefined) return { root: project, path: relative(project, file) };
  const real = existsSync(file) ? realpathSync(file) : file;
  return { root: dirname(real), path: relative(dirname(real), real) };
}
