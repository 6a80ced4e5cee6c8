// Law 3 at the door to the disk: a kill, or a power cut that loses what was not yet on the disk, leaves the old file or
// the new one, and the same command run again gives the same as without.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { changeFile, type Change } from "../src/shell/disk/change.ts";
import { removeLeftovers } from "../src/shell/disk/temporary.ts";
import type { FileText } from "../src/core/project.ts";
import { disk, watchDisk, type Operation } from "./stand-in/disk-operations.mjs";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

const path = "content/en/a.po";
const old = "first line\n";

type Files = ReadonlyMap<string, string>;

function project(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "door-"));
  roots.push(root);
  for (const [name, text] of [["malvakt.yaml", ""], [".malvakt/.gitignore", "*\n"], ...files]) {
    mkdirSync(dirname(join(root, name ?? "")), { recursive: true });
    writeFileSync(join(root, name ?? ""), text ?? "");
  }
  return root;
}

/** Adds a line, if it is not there. */
function addLine(current: FileText | undefined): Change<void> {
  const text = current && "text" in current ? current.text : "";
  return text.includes("added\n") ? { value: undefined } : { text: `${text}added\n`, value: undefined };
}

const filesIn = (root: string): Files =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(root, file), readFileSync(file, "utf8")]),
  );

/** What a person does to the file before the command is run again. */
function edit(root: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `edited\n${existsSync(file) ? readFileSync(file, "utf8") : ""}`);
}

/** Everything that the disk is told, from the first operation on. */
function record(root: string, run: () => void): (Operation & { bytes?: string })[] {
  const log: (Operation & { bytes?: string })[] = [];
  const stop = watchDisk(
    () => {},
    (operation) => {
      if (!operation.path.startsWith(root) || !operation.isChange) return;
      log.push({ ...operation, path: relative(root, operation.path) });
    },
  );
  try {
    run();
  } finally {
    stop();
  }
  return log;
}

type Inode = { written: string; safe: string };
type NameChange = { folders: string[]; isSafe: boolean; apply: (names: Map<string, Inode>) => void };

/** All that a disk may hold when power is lost after these operations: what was not synced is there or not, in any order. */
function statesAfter(root: string, before: Files, log: readonly Operation[]): Files[] {
  const start = new Map([...before].map(([name, text]): [string, Inode] => [name, { written: text, safe: text }]));
  const now = new Map(start);
  const changes: NameChange[] = [];
  const change = (names: readonly string[], apply: NameChange["apply"]): void => {
    apply(now);
    changes.push({ folders: names.map((name) => dirname(name)), isSafe: false, apply });
  };
  for (const { name, given, path: file } of log) {
    const to = typeof given[1] === "string" ? relative(root, given[1]) : "";
    const inode = now.get(file) ?? { written: "", safe: "" };
    if (name === "openSync" && given[1] === "wx") change([file], (names) => void names.set(file, inode));
    else if (name === "writeSync") inode.written += Buffer.from(given[1] as Buffer | string).toString();
    else if (name === "fsyncSync" && now.has(file)) inode.safe = inode.written;
    else if (name === "fsyncSync") {
      for (const one of changes) if (one.folders.every((folder) => folder === file)) one.isSafe = true;
    } else if (name === "linkSync") change([to], (names) => void names.set(to, inode));
    else if (name === "renameSync")
      change([file, to], (names) => {
        names.set(to, inode);
        if (names.get(file) === inode) names.delete(file);
      });
    else if (name === "rmSync") change([file], (names) => void names.delete(file));
  }
  const open = changes.filter(({ isSafe }) => !isSafe);
  return Array.from({ length: 2 ** open.length }, (_, subset) => {
    const names = new Map(start);
    for (const one of changes) if (one.isSafe || (subset >> open.indexOf(one)) & 1) one.apply(names);
    return [
      new Map([...names].map(([name, { safe }]) => [name, safe])),
      new Map([...names].map(([name, { written }]) => [name, written])),
    ];
  }).flat();
}

describe.each<[string, Files, readonly (string | undefined)[], string]>([
  ["changed", new Map([[path, old]]), [old, `${old}added\n`], `edited\n${old}added\n`],
  ["made", new Map(), [undefined, "added\n"], "edited\nadded\n"],
])("a file that is %s", (_, before, allowed, after) => {
  test("a power cut after any operation leaves one of its versions whole, and all is well when it is done again", () => {
    const root = project(before);
    const start = filesIn(root);
    const log = record(root, () => changeFile(root, path, addLine));
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

  test("a kill at any operation leaves one of its versions whole, and all is well when it is done again", () => {
    for (let n = 1; ; n++) {
      const root = project(before);
      const wasKilled = killAt(root, n, () => changeFile(root, path, addLine));
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

test("what another program saved in the last moment is in the file or kept and named, wherever the kill comes after it", () => {
  for (let n = 1; ; n++) {
    const root = project(new Map([[path, old]]));
    const save = ({ name, path: file }: Operation): void => {
      if (name === "renameSync" && file.endsWith(".tmp")) disk.writeFileSync(join(root, path), `${old}saved\n`);
    };
    const wasKilled = killAt(root, n, () => changeFile(root, path, addLine), save);
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

class Killed extends Error {}

/** From the n-th operation on nothing is done any more. Says whether there were so many. */
function killAt(root: string, n: number, run: () => void, before: (operation: Operation) => void = () => {}): boolean {
  let count = 0;
  let saved = false;
  const stop = watchDisk((operation) => {
    if (!operation.path.startsWith(root)) return;
    count += 1;
    if (count >= n) throw new Killed();
    if (!saved && operation.name === "renameSync") {
      saved = true;
      before(operation);
    }
  });
  try {
    run();
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  } finally {
    stop();
  }
}

/** Makes what this process left the leftovers of one that is gone. */
function bury(root: string): void {
  for (const name of filesIn(root).keys())
    if (name.includes(`-${process.pid}-`))
      renameSync(join(root, name), join(root, name.replace(`-${process.pid}-`, "-999999999-")));
}
