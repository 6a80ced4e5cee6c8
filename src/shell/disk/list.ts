// Finding files: in a fixed order, by names as people read them, and what one name hides stops no other.
import { readdirSync, statSync, type Stats } from "node:fs";
import { join } from "node:path";
import { endingOf } from "../../core/layout.ts";
import { message, type Message } from "../../core/messages/message.ts";
import type { FileText } from "../../core/project.ts";
import { isBelow, notAFile, placeOf } from "./place.ts";
import { readText, textOfBytes } from "./read.ts";
import { codeOf, reasonOf } from "./reason.ts";

/** A file found below a folder, or something there that keeps files from being found or read. */
export type Source = {
  /** Its path below the folder without its ending, in composed letters: the same on every system. */
  id: string;
  /** Its path from the root, under the name that it has on the disk. */
  path: string;
  /** Paths of other files with the same id: none of them can be used. */
  clashes: readonly string[];
  /** Where it lies, with all links followed; undefined when it is not to be read. */
  file: string | undefined;
  read: () => FileText;
};

/** `isFolder`: files may lie below it, whatever its name is. */
type Found = { path: string; file: string } | { path: string; problem: Message; isFolder: boolean };

/**
 * The files below a folder of a root with one of these endings, hidden ones left out. A folder that is not there is
 * empty. One that cannot be read stands in the list itself, with its path as id.
 */
export function listSources(root: string, folder: string, endings: readonly string[]): Source[] {
  const found = walk(root, folder, []).filter(
    (one) => endingOf(one.path, endings) !== undefined || ("problem" in one && one.isFolder),
  );
  const idOf = (path: string): string => {
    const below = folder === "" ? path : path.slice(folder.length + 1);
    return below.slice(0, below.length - (endingOf(path, endings) ?? "").length).normalize("NFC");
  };
  const paths = new Map<string, string[]>();
  for (const { path } of found) paths.set(idOf(path), [...(paths.get(idOf(path)) ?? []), path]);
  return found.map((one) => {
    const id = idOf(one.path);
    const clashes = (paths.get(id) ?? []).filter((path) => path !== one.path);
    const file = "file" in one && clashes.length === 0 ? one.file : undefined;
    return { id, path: one.path, clashes, file, read: () => readFound(one, clashes) };
  });
}

/** Paths from a folder of all files below it that end so. */
export function listFiles(folder: string, ending: string): string[] {
  return listSources(folder, "", [ending]).map(({ path }) => path);
}

/** Paths from a root of all files below a folder of it. */
export function listAll(root: string, folder: string): string[] {
  return walk(root, folder, []).flatMap((found) => ("file" in found ? [found.path] : []));
}

/** What lies at a path: a file, with all links followed, or why it may not be read. */
export type Lying = { file: string } | { problem: Message };

/** All files below a folder of a root, by path in composed letters; what hides behind one name stands under it. */
export function findAll(root: string, folder: string): Map<string, Lying> {
  const all = new Map<string, Lying>();
  for (const found of walk(root, folder, [])) {
    if ("problem" in found && found.isFolder) continue;
    const path = found.path.normalize("NFC");
    if (all.has(path)) all.set(path, { problem: message("disk.same-name", { path, other: spelled(found.path) }) });
    else if ("file" in found) all.set(path, { file: found.file });
    else all.set(path, { problem: message("disk.cannot-read", { reason: found.problem }) });
  }
  return all;
}

/** Names of the folders in a folder of a root, hidden ones left out. */
export function listFolders(root: string, folder: string): string[] {
  const place = placeOf(root, folder);
  if ("problem" in place) return [];
  try {
    return readdirSync(place.file)
      .filter((name) => !name.startsWith(".") && isFolder(root, `${folder}/${name}`))
      .toSorted();
  } catch {
    return [];
  }
}

function isFolder(root: string, path: string): boolean {
  const place = placeOf(root, path);
  return "file" in place && statSync(place.file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readFound(found: Found, clashes: readonly string[]): FileText {
  const [other] = clashes;
  if (other !== undefined)
    return {
      path: found.path,
      problem: message("disk.same-name", { path: spelled(found.path), other: spelled(other) }),
    };
  return "file" in found ? readText(found.file, found.path) : textOfBytes(found, found.path);
}

/** A path in which letters can be told apart that look alike: a mark that was added to a letter is shown by its number. */
function spelled(path: string): string {
  return path.replaceAll(/\p{M}/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** All files below a folder; `above` are the folders that it lies in, so that no link leads round in a circle. */
function walk(root: string, path: string, above: readonly string[]): Found[] {
  const place = placeOf(root, path);
  if ("problem" in place) return [{ path, ...place, isFolder: true }];
  if (above.some((folder) => isBelow(place.file, folder)))
    return [{ path, problem: message("disk.circle"), isFolder: true }];
  let entries: { name: Buffer; isFile: () => boolean; isDirectory: () => boolean }[];
  try {
    entries = readdirSync(place.file, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : [{ path, problem: reasonOf(error), isFolder: true }];
  }
  return entries
    .map((entry) => ({ entry, name: entry.name.toString() }))
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ entry, name }): Found[] => {
      const below = path === "" ? name : `${path}/${name}`;
      if (!Buffer.from(name).equals(entry.name))
        return [{ path: below, problem: message("disk.name-not-utf-8"), isFolder: entry.isDirectory() }];
      if (entry.isFile()) return [{ path: below, file: join(place.file, name) }];
      const inside = [...above, place.file];
      return entry.isDirectory() ? walk(root, below, inside) : walkOther(root, below, inside);
    });
}

/** What is neither a file nor a folder by itself: a link to one, or nothing that can be read. */
function walkOther(root: string, path: string, above: readonly string[]): Found[] {
  const stats = kindOf(join(root, path));
  if (stats?.isDirectory()) return walk(root, path, above);
  const place = placeOf(root, path);
  const problem = "problem" in place ? place.problem : stats && notAFile(stats);
  if (problem !== undefined) return [{ path, problem, isFolder: false }];
  return "file" in place ? [{ path, file: place.file }] : [];
}

function kindOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
