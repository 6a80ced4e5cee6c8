// malvakt init: a new project that builds at once, in a new folder or in one that has files already.
import { existsSync, lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { contentFolder } from "../../core/layout.ts";
import { neededLines, newProject, withLines } from "../../core/new-project.ts";
import { message } from "../../core/messages/message.ts";
import { shellWord, visible } from "../../core/report/visible.ts";
import type { Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { listFiles } from "../disk/list.ts";
import { readInside } from "../disk/read.ts";
import { fileFor } from "../disk/write.ts";
import { locale, say } from "../locale.ts";
import { settingsFile } from "../root.ts";
import { Refusal } from "../refusal.ts";
import { printLine } from "../terminal.ts";
import { starterTermbase, version } from "../package.ts";

export const command: Command = {
  summary: message("help.init.summary"),
  help: message("help.init"),
  options: {},
  run: async ({ paths }) => {
    if (paths.length > 1) throw new Refusal(message("init.one-folder"), 2);
    const [named] = paths;
    const folder = resolve(named ?? ".");
    const shown = named === undefined ? say(message("init.this-folder")) : visible(named);
    if (isThere(folder, settingsFile)) throw new Refusal(message("init.is-project", { folder: shown }), 2);
    const hasPages =
      existsSync(join(folder, contentFolder)) && listFiles(join(folder, contentFolder), ".md").length > 0;
    const files = newProject({ locale, version: version(), termbase: starterTermbase(), hasPages });
    for (const path of [...files.keys(), ...neededLines.keys()]) fileFor(folder, path);
    const [kept, made] = [...files.keys()].reduce<[string[], string[]]>(
      ([old, fresh], path) => (isThere(folder, path) ? [[...old, path], fresh] : [old, [...fresh, path]]),
      [[], []],
    );
    // The settings last: a project that was only half made is no project, and init can be run again.
    for (const path of made.filter((one) => one !== settingsFile)) makeFile(folder, path, files.get(path) ?? "");
    for (const [path, lines] of neededLines)
      changeFile(folder, path, (current) =>
        current && "problem" in current ? { value: 0 } : { text: withLines(current?.text ?? "", lines), value: 0 },
      );
    makeFile(folder, settingsFile, files.get(settingsFile) ?? "");
    await printLine(say(message("init.done", { folder: shown, paths: [...made, ...neededLines.keys()] })));
    if (kept.length > 0) await printLine(say(message("init.kept", { paths: kept })));
    const enter = named === undefined ? "" : `cd ${shellWord(visible(named))} && `;
    await printLine(say(message("init.next", { command: `${enter}malvakt build` })));
    return 0;
  },
};

function isThere(folder: string, path: string): boolean {
  return lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
}

/** Writes a file that was not there, and reads it again: a disk may have its own mind about what it holds. */
function makeFile(folder: string, path: string, text: string): void {
  const isNew = changeFile(folder, path, (current) => (current ? { value: false } : { text, value: true }));
  const written = readInside(folder, path);
  if (isNew && "text" in written && written.text === text) return;
  throw new Refusal(message(isNew ? "init.not-written" : "init.raced", { path }), 1);
}
