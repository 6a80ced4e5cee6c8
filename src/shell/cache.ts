// The cache in the scratch folder, `.malvakt`: what has not changed is not worked out again. It can be deleted at any time.
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOfAll, sha256Hex } from "../core/hash.ts";
import { placeOf } from "./disk/place.ts";
import { writeWhole } from "./files.ts";
import { scratchFile } from "./scratch.ts";
import { version } from "./version.ts";

/** Values that survive JSON, each in a file named after everything that it rests on. */
export type Cache<T> = {
  /** The value kept under these inputs; undefined when there is none, or one that was damaged. */
  find: (inputs: readonly string[]) => T | undefined;
  /** Keeps a value, and gives it as it will be found. One that cannot be written is worked out again by the next run. */
  keep: (inputs: readonly string[], value: T) => T;
  /** Deletes all values but those under these inputs. */
  keepOnly: (all: Iterable<readonly string[]>) => void;
};

/** Opens a folder of the cache; what is worked out is written only if it is to be kept. */
export function openCache<T>(root: string, folder: string, keeps: boolean): Cache<T> {
  const found = placeOf(root, join(".malvakt", folder));
  if ("problem" in found) return { find: () => undefined, keep: (_, value) => value, keepOnly: () => {} };
  const place = found.file;
  const nameOf = (inputs: readonly string[]): string => `${hashOfAll([program(), ...inputs])}.json`;
  return {
    find: (inputs) => readKept(join(place, nameOf(inputs))) as T | undefined,
    keep: (inputs, value) => {
      const text = JSON.stringify(value);
      try {
        if (keeps)
          writeWhole(dirname(scratchFile(root, folder)), `${folder}/${nameOf(inputs)}`, `${sha256Hex(text)}\n${text}`);
      } catch {
        // A cache that cannot be written is no reason to fail.
      }
      return JSON.parse(text) as T;
    },
    keepOnly: (all) => {
      if (!keeps) return;
      try {
        const names = new Set(Array.from(all, nameOf));
        for (const name of readdirSync(place))
          if (/^[\da-f]{64}\.json$/u.test(name) && !names.has(name)) rmSync(join(place, name), { force: true });
      } catch {
        // There is no folder, or it cannot be written: it does no harm as it is.
      }
    },
  };
}

/** The first line of a kept file is the digest of the rest: a disk that was full or a stray edit must not be believed. */
function readKept(file: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const value = text.slice(end + 1);
    return sha256Hex(value) === text.slice(0, end) ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}

let stamp: string | undefined;

/** This very program: in a checkout the code changes without a new version, and the compiler's stamp tells. */
export function program(): string {
  stamp ??= `${version()} ${statSync(new URL("../.compiled", import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? ""}`;
  return stamp;
}
