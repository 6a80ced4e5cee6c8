// malvakt init: a new project that builds at once.
import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { newProject } from "../../core/new-project.ts";
import { visible } from "../../core/report/visible.ts";
import type { Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { readInside } from "../disk/read.ts";
import { fileFor } from "../disk/write.ts";
import { Refusal } from "../refusal.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: "make a new project that builds at once",
  help: `Usage: malvakt init [DIR]

Writes settings, a first page, a termbase and the catalog of one translation into DIR (default: here).
A file that is already there is never overwritten: then nothing is written at all.`,
  options: {},
  run: async ({ paths }) => {
    if (paths.length > 1) throw new Refusal("One folder at a time.", 2);
    const folder = resolve(paths[0] ?? ".");
    const there = [...newProject.keys()].filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false }));
    if (there.length > 0)
      throw new Refusal(
        `${there.join(", ")} ${there.length === 1 ? "is" : "are"} already there; nothing was written.`,
        2,
      );
    for (const path of newProject.keys()) fileFor(folder, path);
    for (const [path, text] of newProject) makeFile(folder, path, text);
    await print(
      `A new project in ${visible(paths[0] ?? "this folder")}: ${[...newProject.keys()].join(", ")}\nNext: malvakt build`,
    );
    return 0;
  },
};

/** Writes a file that was not there, and reads it again: a disk may have its own mind about what it holds. */
function makeFile(folder: string, path: string, text: string): void {
  const isNew = changeFile(folder, path, (current) => (current ? { value: false } : { text, value: true }));
  const written = readInside(folder, path);
  if (isNew && "text" in written && written.text === text) return;
  throw new Refusal(
    `${path} could not be made: ${isNew ? "it does not hold what was written" : "it was made by someone else just now"}.`,
    1,
  );
}
