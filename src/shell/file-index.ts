// What files hold, by hash: known from an earlier run as long as a file's stat is the same, so that it need not be read.
import { lstatSync, realpathSync } from "node:fs";
import { sha256Hex, sha256OfBytes } from "../core/hash.ts";
import { openCache } from "./cache.ts";
import { statOf } from "./disk/snapshot.ts";
import type { OpenCache } from "./remembered.ts";

export type FileIndex = {
  /** Hash of what a file holds, as `read` gives it; it is called only when that is not known. */
  hashOf: (file: string, read: () => string | Uint8Array) => string;
  /** Believes from now on what is read of files that were changed before this time, by the clock of their disk. */
  believeFrom: (nowMs: number) => void;
  /** Keeps for the next run what was asked for in this one, and nothing else. */
  save: () => void;
};

type Known = { stat: string; hash: string };

/** Opens an index of a project. `keeps`: what is learnt may be kept. */
export function openFileIndex(
  root: string,
  name: "index-sources" | "index-output",
  keeps: boolean,
  open: OpenCache = openCache,
): FileIndex {
  const cache = open<Record<string, Known>>(root, name, keeps);
  const inputs = [realpathSync(root)];
  const known = new Map(Object.entries(cache.find(inputs) ?? {}));
  const used = new Map<string, Known>();
  let settledMs = 0;
  return {
    hashOf: (file, read) => {
      // Before it is read: what is changed in it from now on shows in its next stat.
      const found = lstatSync(file, { throwIfNoEntry: false });
      const stat = found && statOf(found);
      const before = used.get(file) ?? known.get(file);
      if (stat !== undefined && before?.stat === stat) {
        used.set(file, before);
        return before.hash;
      }
      const content = read();
      const hash = typeof content === "string" ? sha256Hex(content) : sha256OfBytes(content);
      used.delete(file);
      if (stat !== undefined && Math.max(found?.mtimeMs ?? 0, found?.ctimeMs ?? 0) < settledMs)
        used.set(file, { stat, hash });
      return hash;
    },
    believeFrom: (nowMs) => {
      settledMs = nowMs;
    },
    save: () => {
      if (used.size === known.size && [...used].every(([file, one]) => known.get(file) === one)) return;
      cache.keepOnly([inputs]);
      cache.keep(inputs, Object.fromEntries(used));
    },
  };
}
