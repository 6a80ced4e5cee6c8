// Where a path of a project lies on the disk: links are followed, but never out of the project.
import { lstatSync, readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, resolve, sep } from "node:path";
import { message, type Message } from "../../core/messages/message.ts";
import { codeOf, reasonOf } from "./reason.ts";

/** A file or folder with all links followed, there or not yet; or why nothing may be read or written there. */
export type Place = { file: string } | { problem: Message };

class Misplaced extends Error {
  readonly problem: Message;
  constructor(problem: Message) {
    super(problem.id);
    this.problem = problem;
  }
}

/** Where `path`, a path below `root`, lies. A name is found in whichever of Unicode's forms it stands on the disk. */
export function placeOf(root: string, path: string): Place {
  const below = normalize(path);
  if (isAbsolute(below) || below === ".." || below.startsWith(`..${sep}`) || below.includes("\0"))
    return { problem: message("disk.outside") };
  try {
    const base = follow(resolve(root));
    const file = follow(join(base, below));
    return isBelow(base, file) ? { file } : { problem: message("disk.link-outside") };
  } catch (error) {
    if (error instanceof Misplaced) return { problem: error.problem };
    if (codeOf(error) === undefined) throw error;
    return { problem: reasonOf(error) };
  }
}

/** Whether a path is a folder or lies below it; both with all links followed. */
export function isBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Why a path cannot be read or written as a file; undefined for a file. Opening a pipe would wait for ever. */
export function notAFile(found: Stats): Message | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return message("disk.folder");
  if (found.isFIFO()) return message("disk.pipe");
  return message(found.isSocket() ? "disk.socket" : "disk.device");
}

/** The path with its links followed, as far as it is there. */
function follow(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
  }
  if (lstatSync(path, { throwIfNoEntry: false })) throw new Misplaced(message("disk.link-broken"));
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
