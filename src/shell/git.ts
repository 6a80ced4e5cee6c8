// What git has of a file, where there is git: only ever read, and never needed.
import { spawnSync } from "node:child_process";

/** A file of a project as it was last committed; undefined where it was not, or where there is no git. */
export function lastCommitted(root: string, path: string): string | undefined {
  const { status, stdout } = spawnSync("git", ["show", `HEAD:./${path}`], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 100_000_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
