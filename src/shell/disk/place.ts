// Where a path of a project lies on the disk: links are followed, but never out of the project.
import { lstatSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, resolve, sep } from "node:path";
import { codeOf, reasonOf } from "./reason.ts";

/** A file or folder with all links followed, there or not yet; or why nothing may be read or written there. */
export type Place = { file: string } | { problem: string };

class Misplaced extends Error {}

/** Where `path`, a path below `root`, lies. A name is found in whichever of Unicode's forms it stands on the disk. */
export function placeOf(root: string, path: string): Place {
  const below = normalize(path);
  if (isAbsolute(below) || below === ".." || below.startsWith(`..${sep}`) || below.includes("\0"))
    return { problem: "its path leads out of the project" };
  try {
    const base = follow(resolve(root));
    const file = follow(join(base, below));
    return isBelow(base, file) ? { file } : { problem: "it is a link that leads out of the project" };
  } catch (error) {
    if (error instanceof Misplaced) return { problem: error.message };
    if (codeOf(error) === undefined) throw error;
    return { problem: reasonOf(error) };
  }
}

/** Whether a path is a folder or lies below it; both with all links followed. */
export function isBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Why a path cannot be read or written as a file; undefined for a file. Opening a pipe would wait for ever. */
export function notAFile(found: Stats): string | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return "it is a folder";
  if (found.isFIFO()) return "it is a pipe, not a file";
  return found.isSocket() ? "it is a socket, not a file" : "it is a device, not a file";
}

/** The path with its links followed, as far as it is there. */
function follow(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
  }
  if (lstatSync(path, { throwIfNoEntry: false })) throw new Misplaced("it is a link that leads nowhere");
  const folder = follow(dirname(path));
  const wanted = basename(path);
  const name = namesIn(folder).find((other) => other !== wanted && other.normalize() === wanted.normalize());
  return name === undefined ? join(folder, wanted) : follow(join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}
