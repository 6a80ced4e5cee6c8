// malvakt init: a new project that builds at once.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { newProject } from "../../core/new-project.ts";
import { visible } from "../../core/report/visible.ts";
import type { Command } from "../command.ts";
import { writeWhole } from "../files.ts";
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
    const there = [...newProject.keys()].filter((path) => existsSync(join(folder, path)));
    if (there.length > 0)
      throw new Refusal(
        `${there.join(", ")} ${there.length === 1 ? "is" : "are"} already there; nothing was written.`,
        2,
      );
    for (const [path, text] of newProject) writeWhole(join(folder, path), text);
    await print(
      `A new project in ${visible(paths[0] ?? "this folder")}: ${[...newProject.keys()].join(", ")}\nNext: malvakt build`,
    );
    return 0;
  },
};
