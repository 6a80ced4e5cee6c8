// The cache in the scratch folder, `.malvakt`: what has not changed is not worked out again. It can be deleted at any time.
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOfAll } from "../core/hash.ts";
import { cacheKey } from "./cache-key.ts";
import { writeWhole } from "./disk/write.ts";
import { scratchFile } from "./disk/scratch.ts";
import { version } from "./package.ts";

/** Values that survive JSON, each in a file named after everything that it rests on. */
export type Cache<T> = {
  /** The value that a run of this user kept under these inputs; undefined when there is none, or one that is not that. */
  find: (inputs: readonly string[]) => T | undefined;
  /** Keeps a value, and gives it as it will be found. One that cannot be written is worked out again by the next run. */
  keep: (inputs: readonly string[], value: T) => T;
  /** Deletes all values but those under these inputs. */
  keepOnly: (all: Iterable<readonly string[]>) => void;
};

/**
 * Opens a folder of the cache; what is worked out is written only if it is to be kept. The folder comes with the
 * project, and anyone may have put something into it: only what this user's key has signed is believed.
 */
export function openCache<T>(root: string, folder: string, keeps: boolean): Cache<T> {
  const place = join(root, ".malvakt", folder);
  const key = leadsElsewhere(root, folder) ? undefined : cacheKey(root, keeps);
  const nameOf = (inputs: readonly string[]): string => `${hashOfAll([program(), ...inputs])}.json`;
  return {
    find: (inputs) =>
      key === undefined ? undefined : (readKept(place, { key, folder, name: nameOf(inputs) }) as T | undefined),
    keep: (inputs, value) => {
      const text = JSON.stringify(value);
      const name = nameOf(inputs);
      try {
        if (keeps && key !== undefined)
          writeWhole(
            dirname(scratchFile(root, folder)),
            `${folder}/${name}`,
            `${sign(text, { key, folder, name })}\n${text}`,
          );
      } catch {
        // A cache that cannot be written is no reason to fail.
      }
      return JSON.parse(text) as T;
    },
    keepOnly: (all) => {
      if (!keeps || key === undefined) return;
      try {
        const names = new Set(Array.from(all, nameOf));
        for (const name of readdirSync(place))
          if (ownName.test(name) && !names.has(name)) rmSync(join(place, name), { force: true });
      } catch {
        // There is no folder, or it cannot be written: it does no harm as it is.
      }
    },
  };
}

/** Names that a cache gives to its files. */
const ownName = /^[0-9a-f]{64}\.json$/u;

/** Whether a link leads out of the scratch folder: nothing is read, written or deleted there. */
function leadsElsewhere(root: string, folder: string): boolean {
  const wanted = [".malvakt", join(".malvakt", folder)];
  return wanted.some((path) => {
    try {
      return realpathSync(join(root, path)) !== join(realpathSync(root), path);
    } catch {
      // What is not there leads nowhere.
      return false;
    }
  });
}

type Signing = { key: string; folder: string; name: string };

/** A value under another name would stand for other inputs: the name is signed with it. */
function sign(text: string, { key, folder, name }: Signing): string {
  return createHmac("sha256", key).update(`${folder}/${name}\n${text}`).digest("hex");
}

/** The first line of a kept file is the signature of the rest. */
function readKept(place: string, signing: Signing): unknown {
  try {
    const text = readFileSync(join(place, signing.name), "utf8");
    const end = text.indexOf("\n");
    const value = text.slice(end + 1);
    return sign(value, signing) === text.slice(0, end) ? JSON.parse(value) : undefined;
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
