// Locks: one draft run in a project, one build in an output folder, one change of a file. One whose process is gone is taken over.
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { message, type Message } from "../../core/messages/message.ts";
import { mayRun, newHolder, readHolder, writeHolder, type Holder } from "./holder.ts";
import { codeOf } from "./reason.ts";
import { Refusal } from "../refusal.ts";
import { isProject, scratchFile } from "./scratch.ts";

/** Runs work while no other draft runs in this project: two would pay for the same texts twice. Catalogs stay free. */
export async function withDraftLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = take(scratchFile(root, "lock"), 0, message("lock.drafts"));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Runs work while no other build writes to this folder; waits a while for one that does. The folder may be new. */
export async function withBuildLock<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = take(join(folder, ".malvakt-build.lock"), 10_000, message("lock.builds", { folder: basename(folder) }));
  try {
    return await work();
  } finally {
    lock.release();
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

/** Changes a file, with all links followed, while no other command does. It is held for milliseconds. */
export function withFileLock<T>(root: string, file: string, change: () => T): T {
  const name = `${createHash("sha256").update(file).digest("hex").slice(0, 16)}.lock`;
  // Beside a file that belongs to no project, since there is no scratch folder.
  const isLoose = !isProject(root);
  const path = isLoose ? join(dirname(file), `.malvakt-${name}`) : scratchFile(root, name);
  // A new file in a new folder: there is nothing yet that another could write.
  if (!existsSync(dirname(path))) return change();
  const lock = take(path, 10_000, message("lock.writes", { file: basename(file) }));
  try {
    return change();
  } finally {
    lock.release();
  }
}

/** Takes away what killed processes left of locks of a project's files: no one else may come to lock those again. */
export function clearLocks(root: string): void {
  const folder = dirname(scratchFile(root, "lock"));
  for (const name of readdirSync(folder)) {
    const lock = /^([\da-f]{16}\.lock)(?:\.turn)?$/u.exec(name)?.[1];
    if (lock === undefined) continue;
    clearTurn(join(folder, lock));
    if (look(join(folder, lock))?.isHeld === false) takeAway(join(folder, lock));
  }
}

type Lock = { release: () => void };

/** Locks that this very process holds, by their tokens. */
const held = new Set<string>();

function take(file: string, patienceMs: number, does: Message): Lock {
  const holder = newHolder();
  const until = Date.now() + patienceMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(50, pauseMs * 2)) {
    if (create(file, writeHolder(holder))) {
      held.add(holder.token);
      return { release: () => release(file, holder) };
    }
    const found = look(file);
    if (!found) continue;
    if (!found.isHeld) takeAway(file);
    else if (Date.now() >= until && found.holder) throw refusal(file, found.holder, does);
    else pause(pauseMs);
  }
}

/** Makes a file that was not there. */
function create(file: string, text: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, "wx");
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    writeSync(handle, text);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Its own lock only: one that was taken over, perhaps while this machine slept, is another's. */
function release(file: string, { token }: Holder): void {
  held.delete(token);
  if (look(file)?.holder?.token === token) rmSync(file, { force: true });
  clearTurn(file);
}

/** A turn whose process was killed in it. */
function clearTurn(file: string): void {
  const turn = turnOf(file);
  if (look(turn)?.isHeld === false) rmSync(turn, { force: true });
}

/** Whoever takes a lock away has its turn, one after the other. */
const turnOf = (file: string): string => `${file}.turn`;

/** A lock without its line end is just being written, or was being written when its process was killed. */
const writingMs = 100;

function look(file: string): { holder: Holder | undefined; isHeld: boolean } | undefined {
  try {
    const handle = openSync(file, "r");
    try {
      const { mtimeMs } = fstatSync(handle);
      const holder = readHolder(readFileSync(handle, "utf8"));
      if (!holder) return { holder, isHeld: Math.abs(Date.now() - mtimeMs) < writingMs };
      const isOurs = holder.pid === process.pid && holder.host === hostname();
      return { holder, isHeld: isOurs ? held.has(holder.token) : mayRun(holder, mtimeMs) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Removes a lock that nobody holds, and only that: others may find it at the same time, and one of them may be faster. */
function takeAway(file: string): void {
  const turn = turnOf(file);
  if (create(turn, writeHolder(newHolder()))) {
    if (look(file)?.isHeld === false) rmSync(file, { force: true });
    rmSync(turn, { force: true });
  } else {
    clearTurn(file);
    pause(2);
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function refusal(file: string, { pid, host }: Holder, does: Message): Refusal {
  if (host === hostname()) return new Refusal(message("lock.held", { pid, does }), 1);
  return new Refusal(message("lock.held-elsewhere", { pid, host, does, file }), 1);
}
