// What git has of a file, where there is git: only ever read, and never needed.
import { spawnSync } from "node:child_process";

/** A file of a project as it was last committed; undefined where it was not, or where there is no git. */
export function lastCommitted(root: string, path: string): string | undefined {
  return blobOf(root, `HEAD:./${path}`);
}

/** Both sides of a merge: of one that has not been committed yet, and of the last commit. */
const sides = [":2:", ":3:", "HEAD:", "MERGE_HEAD:", "HEAD^1:", "HEAD^2:"];

/** A file below a folder as either side of a merge has it, where that text is the one that is looked for. */
export function sideOfMerge(folder: string, path: string, isIt: (text: string) => boolean): string | undefined {
  for (const side of sides) {
    const text = blobOf(folder, `${side}./${path}`);
    if (text !== undefined && isIt(text)) return text;
  }
  return undefined;
}

function blobOf(folder: string, name: string): string | undefined {
  const { status, stdout } = spawnSync("git", ["cat-file", "blob", name], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 100_000_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
