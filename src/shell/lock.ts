// One command at a time writes catalogs: two at once would pay for the same texts twice.
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { Refusal } from "./refusal.ts";
import { scratchFile } from "./scratch.ts";

/** Runs work while holding the project's lock. A lock whose process is gone is taken over. */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = scratchFile(root, "lock");
  take(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

const ended = /^(\d+)\n$/u;

function take(file: string): void {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const handle = openSync(file, "wx");
      try {
        writeSync(handle, `${process.pid}\n`);
      } finally {
        closeSync(handle);
      }
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const found = readLock(file);
    const owner = Number(ended.exec(found ?? "")?.[1]);
    if (isRunning(owner))
      throw new Refusal(
        `Another command (process ${owner}) is writing this project's catalogs; wait until it has ended.`,
        1,
      );
    // A lock without its line end is just being written, or was being written when its process was killed.
    if (found !== undefined && !ended.test(found) && attempt < 3) pause(30);
    else if (found !== undefined) takeAway(file, found);
  }
  throw new Refusal("Another command is writing this project's catalogs; wait until it has ended.", 1);
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Removes a lock that nobody holds, and only that: two commands may find it at the same time. */
function takeAway(file: string, found: string): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readFileSync(aside, "utf8") === found) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
