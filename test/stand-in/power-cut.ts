// What a disk holds after a kill or a power cut: everything that this process did is recorded, and what was not yet
// synced may be lost, in any order.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { watchDisk, type Operation } from "./disk-operations.mjs";

/** Texts by path below a root. */
export type Files = ReadonlyMap<string, string>;

/** A new temporary folder with these files. */
export function folderWith(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "disk-"));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

export const filesIn = (root: string): Files =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(root, file), readFileSync(file, "utf8")]),
  );

/** The same files, where what this process left lying beside them is what a process left that is gone. */
export const buried = (files: Files): Files =>
  new Map([...files].map(([name, text]) => [name.replace(`-${process.pid}-`, "-999999999-"), text]));

class Killed extends Error {}

/** Whether an operation leaves something else on the disk than was there; opening a file to read it does not. */
export const isWriting = ({ name, given, isChange }: Operation): boolean =>
  isChange && name !== "fsyncSync" && (name !== "openSync" || given[1] === "wx");

/**
 * Runs until the n-th operation on the disk below a root; from there on nothing is done any more. Says whether there were
 * so many. What the run makes of its end is of no interest: it is dead. `counts` says which operations are looked at.
 */
export async function killAt(
  root: string,
  n: number,
  run: () => unknown,
  before: (operation: Operation) => void = () => {},
  counts: (operation: Operation) => boolean = () => true,
): Promise<boolean> {
  let count = 0;
  const stop = watchDisk((operation) => {
    if (!operation.path.startsWith(root)) return;
    if (counts(operation)) count += 1;
    if (count >= n) throw new Killed();
    before(operation);
  });
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    stop();
  }
  return count >= n;
}

/** Everything that the disk below a root is told, from the first operation on; paths are from the root. */
export async function record(root: string, run: () => unknown): Promise<Operation[]> {
  const log: Operation[] = [];
  const stop = watchDisk(
    () => {},
    (operation) => {
      if (!operation.path.startsWith(root) || !operation.isChange) return;
      log.push({ ...operation, path: relative(root, operation.path) });
    },
  );
  try {
    await run();
  } finally {
    stop();
  }
  return log;
}

type Inode = { written: string; safe: string };
type NameChange = { folders: string[]; isSafe: boolean; apply: (names: Map<string, Inode>) => void };

/** A disk on which power is lost. */
export type Disk = {
  /** How many changes of names may be lost. */
  open: number;
  /** What it holds: `isThere` says of each change of names whether it came to the disk, `textOf` what did of a text. */
  state: (isThere: (change: number) => boolean, textOf: (inode: Inode) => string) => Files;
};

/** The disk when power is lost after these operations. */
export function diskAfter(root: string, before: Files, log: readonly Operation[]): Disk {
  const start = new Map([...before].map(([name, text]): [string, Inode] => [name, { written: text, safe: text }]));
  const now = new Map(start);
  const changes: NameChange[] = [];
  const change = (names: readonly string[], apply: NameChange["apply"]): void => {
    apply(now);
    changes.push({ folders: names.map((name) => dirname(name)), isSafe: false, apply });
  };
  for (const { name, given, path: file } of log) {
    const to = typeof given[1] === "string" ? relative(root, given[1]) : "";
    const inode = now.get(file) ?? { written: "", safe: "" };
    if (name === "openSync" && given[1] === "wx") change([file], (names) => void names.set(file, inode));
    else if (name === "writeSync") inode.written += Buffer.from(given[1] as Buffer | string).toString();
    else if (name === "fsyncSync" && now.has(file)) inode.safe = inode.written;
    else if (name === "fsyncSync") {
      for (const one of changes) if (one.folders.every((folder) => folder === (file || "."))) one.isSafe = true;
    } else if (name === "linkSync") change([to], (names) => void names.set(to, inode));
    else if (name === "renameSync")
      change([file, to], (names) => {
        names.set(to, inode);
        if (names.get(file) === inode) names.delete(file);
      });
    else if (name === "rmSync") change([file], (names) => void names.delete(file));
    else if (name === "rmdirSync")
      // All in it was removed before; its own folder says whether it is there.
      change([file], (names) => {
        for (const one of [...names.keys()]) if (one.startsWith(`${file}/`)) names.delete(one);
      });
  }
  const open = changes.filter(({ isSafe }) => !isSafe);
  return {
    open: open.length,
    state: (isThere, textOf) => {
      const names = new Map(start);
      for (const one of changes) if (one.isSafe || isThere(open.indexOf(one))) one.apply(names);
      return new Map([...names].map(([name, inode]) => [name, textOf(inode)]));
    },
  };
}
