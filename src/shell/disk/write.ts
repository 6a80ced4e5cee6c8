// Writing files: whole or not at all, in the place that their path leads to, with the mode that they had.
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { message, type Message } from "../../core/messages/message.ts";
import { notAFile, placeOf } from "./place.ts";
import { readBytes } from "./read.ts";
import { codeOf } from "./reason.ts";
import { clearOnce, temporaryName } from "./temporary.ts";
import { Refusal } from "../refusal.ts";

/** Writes a file of a root whole or not at all: for what can be made again. */
export function writeWhole(root: string, path: string, text: string): void {
  replaceFile(root, path, text, () => {});
}

/** Writes a file of a root whole or not at all, and has it on the disk when it returns: for what cannot be made again. */
export function writeDurably(root: string, path: string, text: string): void {
  syncFolder(dirname(replaceFile(root, path, text, fsyncSync)));
}

/** Writes bytes whole or not at all: for what can be made again. */
export function writeBytesWhole(root: string, path: string, bytes: Uint8Array): void {
  replaceFile(root, path, bytes, () => {});
}

/** The same, on the disk when it returns. */
export function writeBytesDurably(root: string, path: string, bytes: Uint8Array): void {
  syncFolder(dirname(replaceFile(root, path, bytes, fsyncSync)));
}

/** Writes a file of a root only if its text is another; says whether it did. */
export function writeIfChanged(root: string, path: string, text: string): boolean {
  const read = readBytes(fileFor(root, path));
  if (read && "bytes" in read && read.bytes.equals(Buffer.from(text))) return false;
  writeWhole(root, path, text);
  return true;
}

/** Removes a file of a root, never through a link that leads out, and the folders above it that are empty then. */
export function removeFile(root: string, path: string): void {
  const folder = placeOf(root, dirname(path));
  if ("problem" in folder) throw refusal(path, folder.problem);
  // The name itself: a link goes, what it leads to stays.
  rmSync(join(folder.file, path.slice(path.lastIndexOf("/") + 1)), { force: true });
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    const place = placeOf(root, above);
    if ("problem" in place || !isEmpty(place.file)) return;
    rmdirSync(place.file);
  }
}

/** A new name is on the disk only when its folder is; systems that cannot do this for folders do it themselves. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Has files of a root, which were written before, on the disk when it returns. */
export function syncFiles(root: string, paths: readonly string[]): void {
  const files = paths.map((path) => fileFor(root, path));
  for (const file of files) {
    const handle = openSync(file, "r+");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  for (const folder of new Set(files.map((file) => dirname(file)))) syncFolder(folder);
}

/** Where a path of a root may be written; a refusal says why it may not. */
export function fileFor(root: string, path: string): string {
  const place = placeOf(root, path);
  if ("problem" in place) throw refusal(path, place.problem);
  const found = statSync(place.file, { throwIfNoEntry: false });
  const problem = found && notAFile(found);
  if (problem !== undefined) throw refusal(path, problem);
  return place.file;
}

/** Writes a new file beside another, with the other's mode and owner; gives its path. */
export function prepareFile(
  root: string,
  file: string,
  content: string | Uint8Array,
  settle: (handle: number) => void,
): string {
  const folder = dirname(file);
  makeFolder(folder);
  clearOnce(root, folder);
  const fresh = join(folder, temporaryName());
  try {
    const handle = openSync(fresh, "wx");
    try {
      takeModeOf(file, handle);
      const bytes = Buffer.from(content);
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      settle(handle);
    } finally {
      closeSync(handle);
    }
    return fresh;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

function replaceFile(
  root: string,
  path: string,
  content: string | Uint8Array,
  settle: (handle: number) => void,
): string {
  const file = fileFor(root, path);
  const fresh = prepareFile(root, file, content, settle);
  try {
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  return file;
}

/** Makes a folder and those above it; a new folder is on the disk only when the one above it is. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let path = dirname(folder); relative(dirname(first), path) !== ""; path = dirname(path)) syncFolder(path);
  syncFolder(dirname(first));
}

function takeModeOf(file: string, handle: number): void {
  const old = statSync(file, { throwIfNoEntry: false });
  if (!old || process.platform === "win32") return;
  try {
    if (old.uid !== process.getuid?.() || old.gid !== process.getgid?.()) fchownSync(handle, old.uid, old.gid);
  } catch (error) {
    // Only the superuser may give files away.
    if (codeOf(error) !== "EPERM") throw error;
  }
  fchmodSync(handle, old.mode & 0o7777);
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

function refusal(path: string, reason: Message): Refusal {
  return new Refusal(message("disk.cannot-write", { path, reason }), 1);
}
