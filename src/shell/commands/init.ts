// malvakt init: a new project that builds at once.
import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { newProject } from "../../core/new-project.ts";
import { message } from "../../core/messages/message.ts";
import { shellWord, visible } from "../../core/report/visible.ts";
import type { Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { readInside } from "../disk/read.ts";
import { fileFor } from "../disk/write.ts";
import { say } from "../locale.ts";
import { Refusal } from "../refusal.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: message("help.init.summary"),
  help: message("help.init"),
  options: {},
  run: async ({ paths }) => {
    if (paths.length > 1) throw new Refusal(message("init.one-folder"), 2);
    const folder = resolve(paths[0] ?? ".");
    const there = [...newProject.keys()].filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false }));
    if (there.length > 0) throw new Refusal(message("init.exists", { paths: there }), 2);
    for (const path of newProject.keys()) fileFor(folder, path);
    for (const [path, text] of newProject) makeFile(folder, path, text);
    const [named] = paths;
    const made = message("init.done", {
      folder: named === undefined ? say(message("init.this-folder")) : visible(named),
      paths: [...newProject.keys()],
    });
    const command = `${named === undefined ? "" : `cd ${shellWord(visible(named))} && `}malvakt build`;
    await print(`${say(made)}\n${say(message("init.next", { command }))}`);
    return 0;
  },
};

/** Writes a file that was not there, and reads it again: a disk may have its own mind about what it holds. */
function makeFile(folder: string, path: string, text: string): void {
  const isNew = changeFile(folder, path, (current) => (current ? { value: false } : { text, value: true }));
  const written = readInside(folder, path);
  if (isNew && "text" in written && written.text === text) return;
  throw new Refusal(message(isNew ? "init.not-written" : "init.raced", { path }), 1);
}
