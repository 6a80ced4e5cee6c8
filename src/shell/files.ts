// The one door to the disk: reads that never guess, and writes that are whole or not there.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { FileText } from "../core/project.ts";

/** Reads a text file as strict UTF-8; `path` is what people are told, `file` where it is. */
export function readText(file: string, path: string): FileText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { path, problem: `This file cannot be read: ${reasonOf(error)}.` };
  }
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const { line, column } = firstBadByte(bytes);
    return { path, problem: `This file is not UTF-8: line ${line}, byte ${column} is no character; save it as UTF-8.` };
  }
}

function firstBadByte(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, start)) {
    const slice = bytes.subarray(start, end === -1 ? bytes.length : end);
    const good = goodBytes(slice);
    if (good < slice.length || end === -1) return { line, column: good + 1 };
    line++;
    start = end + 1;
  }
}

/** How many bytes from the start are UTF-8. */
function goodBytes(slice: Buffer): number {
  const text = new TextDecoder("utf-8").decode(slice, { stream: true });
  const encoded = Buffer.from(text);
  for (let index = 0; index < slice.length; index++) if (encoded[index] !== slice[index]) return index;
  return slice.length;
}

/** A plain sentence for what the system said. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known: Record<string, string> = {
    ENOENT: "it does not exist",
    EACCES: "permission is missing",
    EPERM: "permission is missing",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is a file",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EROFS: "the disk can only be read",
    ELOOP: "its links lead in a circle",
    EMFILE: "too many files are open",
  };
  return known[code ?? ""] ?? (error instanceof Error ? (error.message.split("\n")[0] ?? "unknown") : String(error));
}

/** Paths of all files below a folder that end so, relative to it, with `/`, in a fixed order; hidden ones left out. */
export function listFiles(folder: string, ending: string, below = ""): string[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, below));
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
  return names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      if (isFolderBelow(join(folder, path))) return listFiles(folder, ending, path);
      return name.endsWith(ending) ? [path] : [];
    });
}

/** Whether a path is a folder, and no link back to a folder that it lies in: that would never end. */
function isFolderBelow(path: string): boolean {
  try {
    return statSync(path).isDirectory() && !`${realpathSync(dirname(path))}/`.startsWith(`${realpathSync(path)}/`);
  } catch {
    return false;
  }
}

/** Removes what a process that was killed while writing has left below a folder. */
export function removeLeftovers(root: string, folder: string): void {
  for (const path of listFiles(join(root, folder), ".tmp"))
    if (/\.\d+\.tmp$/u.test(path)) rmSync(join(root, folder, path), { force: true });
}

/** Names of the folders in a folder, hidden ones left out. */
export function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .toSorted();
  } catch {
    return [];
  }
}

/** Writes a file whole or not at all: a new file beside it takes its place. */
export function writeWhole(file: string, text: string): void {
  replaceFile(file, text, () => {});
}

/** Writes a file whole or not at all, and has it on the disk when it returns: for what cannot be made again. */
export function writeDurably(file: string, text: string): void {
  replaceFile(file, text, fsyncSync);
  settleFolder(dirname(file));
}

/** A new name is on the disk only when its folder is; systems that cannot do this for folders do it themselves. */
function settleFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function replaceFile(file: string, text: string, settle: (handle: number) => void): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(fresh, "w");
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      settle(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Writes a file only if its text is another; says whether it did. */
export function writeIfChanged(file: string, text: string): boolean {
  const old = readText(file, file);
  if ("text" in old && old.text === text) return false;
  writeWhole(file, text);
  return true;
}

/** Removes a file, and the folders above it that are empty then, up to `root`. */
export function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      if (readdirSync(join(root, folder)).length > 0) return;
      rmSync(join(root, folder), { recursive: true });
    } catch {
      return;
    }
  }
}
