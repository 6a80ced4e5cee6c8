// What stands in files, told by their names and stats alone: as long as those are the same, nothing has to be read.
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, rmSync, type Stats } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../core/hash.ts";
import { codeOf } from "./reason.ts";
import { scratchFile } from "./scratch.ts";
import { temporaryName } from "./temporary.ts";

/** A digest of names and stats. */
export type Snapshot = {
  digest: string;
  /** When something in it was changed last, by the clock of its disk. */
  changedMs: number;
  devices: ReadonlySet<number>;
};

/**
 * Looks at files and folders, hidden files left out. Undefined when stats do not tell all: a link, a device, a name
 * that is no text, a folder that cannot be listed, a file that another run is about to write.
 */
export function takeSnapshot(paths: readonly string[]): Snapshot | undefined {
  const seen: Seen = { facts: [], changedMs: 0, devices: new Set() };
  try {
    for (const path of paths) {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      seen.facts.push(path);
      if (!stats) seen.facts.push("none");
      else if (stats.isDirectory()) lookInto(path, seen);
      else noteFile(stats, seen);
    }
  } catch (error) {
    if (error instanceof Untold || codeOf(error) !== undefined) return undefined;
    throw error;
  }
  return { digest: sha256Hex(seen.facts.join("\0")), changedMs: seen.changedMs, devices: seen.devices };
}

type Seen = { facts: string[]; changedMs: number; devices: Set<number> };

class Untold extends Error {}

function lookInto(folder: string, seen: Seen): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (name.startsWith(".malvakt-") || name.includes("\uFFFD")) throw new Untold();
    if (name.startsWith(".")) continue;
    const path = join(folder, name);
    seen.facts.push(name);
    if (entry.isDirectory()) {
      seen.facts.push("(");
      lookInto(path, seen);
      seen.facts.push(")");
    } else noteFile(lstatSync(path), seen);
  }
}

function noteFile(stats: Stats, seen: Seen): void {
  const stat = statOf(stats);
  if (stat === undefined) throw new Untold();
  seen.facts.push(stat);
  seen.devices.add(stats.dev);
  seen.changedMs = Math.max(seen.changedMs, stats.mtimeMs, stats.ctimeMs);
}

/** All that a stat says of what a file holds; undefined for what is no file by itself. */
export function statOf(stats: Stats): string | undefined {
  return stats.isFile() ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : undefined;
}

/** How much older than the clock a change must be: a second one in the same tick would not show. */
const tickMs = 20;

/**
 * Looks at files of a project so that every later change of one will show: when none was changed just now, by the clock
 * of the disk itself. Waits for that for some ticks; undefined when it does not come.
 */
export function takeSettledSnapshot(
  root: string,
  paths: readonly string[],
): (Snapshot & { nowMs: number }) | undefined {
  for (let tries = 0; tries < 4; tries++) {
    const clock = clockOf(root);
    const snapshot = clock && takeSnapshot(paths);
    if (!snapshot || [...snapshot.devices].some((device) => device !== clock.device)) return undefined;
    if (snapshot.changedMs < clock.nowMs - tickMs) return { ...snapshot, nowMs: clock.nowMs - tickMs };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tickMs);
  }
  return undefined;
}

/** What the disk of a project takes for now: the clock of another machine may be another. */
function clockOf(root: string): { nowMs: number; device: number } | undefined {
  try {
    const file = scratchFile(root, temporaryName());
    const handle = openSync(file, "wx");
    try {
      const { mtimeMs, dev } = fstatSync(handle);
      return { nowMs: mtimeMs, device: dev };
    } finally {
      closeSync(handle);
      rmSync(file, { force: true });
    }
  } catch {
    // Where nothing can be written, nothing can be kept.
    return undefined;
  }
}
