// The project's scratch folder, `.malvakt`: locks and caches. It can be deleted at any time, and git ignores it by itself.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./files.ts";

/** Path of a file in the scratch folder, which is there afterwards. */
export function scratchFile(root: string, name: string): string {
  const folder = join(root, ".malvakt");
  const ignore = join(folder, ".gitignore");
  if (!existsSync(ignore)) writeWhole(ignore, "*\n");
  return join(folder, name);
}
