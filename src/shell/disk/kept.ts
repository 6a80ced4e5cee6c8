// What another program saved in the very moment in which we wrote, and could not be put back: it is kept, and named.
import { randomBytes } from "node:crypto";
import { copyFileSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { message } from "../../core/messages/message.ts";
import { today } from "../clock.ts";
import { say } from "../locale.ts";
import { printError } from "../terminal.ts";

/** Keeps a file that lies aside, as a version of the file at `path` of a root, and says so. */
export function keepAside(root: string, path: string, aside: string): void {
  const folder = join(".malvakt", "kept", dirname(path));
  const name = `${basename(path).slice(0, 60)}-${today()}-${randomBytes(4).toString("hex")}`;
  mkdirSync(join(root, folder), { recursive: true });
  const kept = join(root, folder, name);
  try {
    // The same file, not a copy: a program that still writes to it writes there.
    linkSync(aside, kept);
  } catch {
    copyFileSync(aside, kept);
  }
  rmSync(aside, { force: true });
  printError(`malvakt: ${say(message("disk.kept-aside", { path, kept: join(folder, name) }))}`);
}
