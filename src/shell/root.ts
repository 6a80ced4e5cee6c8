// Where a project begins.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { settingsPath } from "../core/layout.ts";

export const settingsFile = settingsPath;

/** The nearest folder upwards with settings. */
export function findRoot(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
