// Law 3 at the door to the disk: a kill, or a power cut that loses what was not yet on the disk, leaves the old file or
// the new one, and the same command run again gives the same as without.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { changeFile, type Change } from "../src/shell/disk/change.ts";
import { removeLeftovers } from "../src/shell/disk/temporary.ts";
import type { FileText } from "../src/core/project.ts";
import { disk, type Operation } from "./stand-in/disk-operations.mjs";
import { diskAfter, filesIn, folderWith, killAt, record, type Files } from "./stand-in/power-cut.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

const path = "content/en/a.po";
const old = "first line\n";

function project(files: Files): string {
  const root = folderWith(new Map([["malvakt.yaml", ""], [".malvakt/.gitignore", "*\n"], ...files]));
  roots.push(root);
  return root;
}

/** Adds a line, if it is not there. */
function addLine(current: FileText | undefined): Change<void> {
  const text = current && "text" in current ? current.text : "";
  return text.includes("added\n") ? { value: undefined } : { text: `${text}added\n`, value: undefined };
}

/** What a person does to the file before the command is run again. */
function edit(root: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `edited\n${existsSync(file) ? readFileSync(file, "utf8") : ""}`);
}

/** All that a disk may hold when power is lost after these operations: what was not synced is there or not, in any order. */
function statesAfter(root: string, before: Files, log: readonly Operation[]): Files[] {
  const disk = diskAfter(root, before, log);
  return Array.from({ length: 2 ** disk.open }, (_, subset) =>
    (["safe", "written"] as const).map((which) =>
      disk.state(
        (change) => ((subset >> change) & 1) === 1,
        (inode) => inode[which],
      ),
    ),
  ).flat();
}

describe.each<[string, Files, readonly (string | undefined)[], string]>([
  ["changed", new Map([[path, old]]), [old, `${old}added\n`], `edited\n${old}added\n`],
  ["made", new Map(), [undefined, "added\n"], "edited\nadded\n"],
])("a file that is %s", (_, before, allowed, after) => {
  test("a power cut after any operation leaves one of its versions whole, and all is well when it is done again", async () => {
    const root = project(before);
    const start = filesIn(root);
    const log = await record(root, () => changeFile(root, path, addLine));
    expect(log.length).toBeGreaterThan(8);
    for (let count = 0; count <= log.length; count++) {
      const states = statesAfter(root, start, log.slice(0, count));
      const seen = new Set<string>();
      for (const state of states) {
        const held = state.get(path);
        expect(allowed, `after ${count} operations`).toContain(held);
        if (count === log.length) expect(held).toBe(allowed[1]);
        const key = JSON.stringify([...state].toSorted(([one], [other]) => (one < other ? -1 : 1)));
        if (seen.has(key)) continue;
        seen.add(key);
        const again = project(state);
        edit(again);
        changeFile(again, path, addLine);
        expect([...filesIn(again)].find(([name]) => name === path)?.[1]).toBe(
          held === undefined ? after : `edited\n${held.replace("added\n", "")}added\n`,
        );
      }
    }
  });

  test("a kill at any operation leaves one of its versions whole, and all is well when it is done again", async () => {
    for (let n = 1; ; n++) {
      const root = project(before);
      const wasKilled = await killAt(root, n, () => changeFile(root, path, addLine));
      if (!wasKilled) {
        expect(n).toBeGreaterThan(20);
        break;
      }
      expect(allowed, `operation ${n}`).toContain(filesIn(root).get(path));
      edit(root);
      bury(root);
      removeLeftovers(root, ".");
      changeFile(root, path, addLine);
      expect(filesIn(root).get(path), `operation ${n}`).toBe(after);
      const rest = [...filesIn(root).keys()].filter((name) => name !== "malvakt.yaml" && name !== path);
      expect(rest, `operation ${n}`).toEqual([".malvakt/.gitignore"]);
    }
  });
});

test("what another program saved in the last moment is in the file or kept and named, wherever the kill comes after it", async () => {
  for (let n = 1; ; n++) {
    const root = project(new Map([[path, old]]));
    let isSaved = false;
    const save = ({ name, path: file }: Operation): void => {
      if (isSaved || name !== "renameSync") return;
      isSaved = true;
      if (file.endsWith(".tmp")) disk.writeFileSync(join(root, path), `${old}saved\n`);
    };
    const wasKilled = await killAt(root, n, () => changeFile(root, path, addLine), save);
    const text = (): string => [...filesIn(root).values()].join("");
    const wasSaved = text().includes("saved\n");
    bury(root);
    removeLeftovers(root, ".");
    if (wasSaved) expect(text(), `operation ${n}`).toContain("saved\n");
    if (wasKilled) continue;
    expect(filesIn(root).get(path)).toBe(`${old}saved\nadded\n`);
    expect(n).toBeGreaterThan(30);
    break;
  }
});

/** Makes what this process left the leftovers of one that is gone. */
function bury(root: string): void {
  for (const name of filesIn(root).keys())
    if (name.includes(`-${process.pid}-`))
      renameSync(join(root, name), join(root, name.replace(`-${process.pid}-`, "-999999999-")));
}
