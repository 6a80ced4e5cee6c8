// One command at a time writes catalogs: two at once would pay for the same texts twice.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.ts";

/** Runs work while holding the project's lock. A lock whose process is gone is taken over. */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = join(root, ".malvakt", "lock");
  mkdirSync(dirname(file), { recursive: true });
  take(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, "wx");
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = Number(readFileSync(file, "utf8"));
      if (isRunning(owner))
        throw new Refusal(
          `Another command (process ${owner}) is writing this project's catalogs; wait until it has ended.`,
          1,
        );
      rmSync(file, { force: true });
    }
  }
  throw new Refusal("Another command is writing this project's catalogs; wait until it has ended.", 1);
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
