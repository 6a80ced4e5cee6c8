// Files that stand beside others while those are written: their names, and what killed processes left of them.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join, relative } from "node:path";
import { keepAside } from "./kept.ts";
import { readBytes } from "./read.ts";

/** Names have one length, whatever they stand beside, since a name can already be as long as the system allows. */
const form = /^\.malvakt-([\da-f]{8})-(\d+)-[\da-f]{16}(?:\.tmp|-([\da-f]{16})\.old)$/u;

/** A name for a file that will take another's place. */
export function temporaryName(): string {
  return `${begin()}.tmp`;
}

/** A name for a file whose place another takes: it tells what stood in it when it was read. */
export function asideName(read: Buffer): string {
  return `${begin()}-${digest(read)}.old`;
}

const here = digest(Buffer.from(hostname())).slice(0, 8);

function begin(): string {
  return `.malvakt-${here}-${process.pid}-${randomBytes(8).toString("hex")}`;
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

const cleared = new Set<string>();

/** Clears a folder of leftovers, once in a process: whoever writes there is the one to do it. */
export function clearOnce(root: string, folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  clear(root, folder);
}

/** Clears a folder of a root and those below it of leftovers. Links are not followed. */
export function removeLeftovers(root: string, folder: string): void {
  const all = (path: string): void => {
    clear(root, path);
    for (const entry of entriesOf(path)) if (entry.isDirectory()) all(join(path, entry.name));
  };
  all(join(root, folder));
}

function clear(root: string, folder: string): void {
  for (const { name } of entriesOf(folder)) {
    const match = form.exec(name);
    const file = join(folder, name);
    if (!match || isInUse(file, match[1] ?? "", Number(match[2]))) continue;
    if (match[3] === undefined || !isUnseen(file, match[3])) rmSync(file, { force: true });
    else keepAside(root, join(relative(realpathSync(root), realpathSync(folder)), "unnamed"), file);
  }
}

/** Whether a file that lay aside holds what was saved in it after it was read, under no other name. */
function isUnseen(file: string, read: string): boolean {
  if ((statSync(file, { throwIfNoEntry: false })?.nlink ?? 2) > 1) return false;
  const found = readBytes(file);
  return found !== undefined && "bytes" in found && digest(found.bytes) !== read;
}

function entriesOf(folder: string): { name: string; isDirectory: () => boolean }[] {
  try {
    return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  } catch {
    return [];
  }
}

const dayMs = 86_400_000;

/** Whether the process that made it may still run: on another machine, for a day at most. */
function isInUse(file: string, host: string, pid: number): boolean {
  const modified = statSync(file, { throwIfNoEntry: false })?.ctimeMs;
  if (modified === undefined || Date.now() - modified > dayMs) return false;
  if (host !== here) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
