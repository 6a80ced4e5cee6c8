// The project's scratch folder, `.malvakt`: locks and caches, which can be deleted at any time, and `kept`, which is a person's. Git ignores it by itself.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileFor, writeWhole } from "./write.ts";

/** Whether a folder is the root of a project. */
export function isProject(root: string): boolean {
  return existsSync(join(root, "malvakt.yaml"));
}

/** Path of a file in the scratch folder, which is there afterwards. */
export function scratchFile(root: string, name: string): string {
  const ignore = fileFor(root, ".malvakt/.gitignore");
  if (!existsSync(ignore)) writeWhole(root, ".malvakt/.gitignore", "*\n");
  return join(dirname(ignore), name);
}
