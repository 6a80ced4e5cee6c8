// A preview, an audit and a list of changes that are killed or meet a full disk: they harm nothing that is published or
// written by people, and the next run makes what this one would have made.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { watchDisk } from "./stand-in/disk-operations.mjs";
import { svg } from "./stand-in/pictures.ts";
import { buried, filesIn, folderWith, isWriting, killAt, type Files } from "./stand-in/power-cut.ts";
import { runCommand, type Ran } from "./stand-in/project.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});
function folder(files: Files): string {
  const root = folderWith(files);
  roots.push(root);
  return root;
}

const pageOf = (words: string): string =>
  `---\ntitle: Om ${words}\n---\n\nVi skriver om ${words}.\n\n![Rommet](rom.svg)\n`;

function contentOf(words: string): Files {
  const files = new Map([
    ["malvakt.yaml", "source: nb\nlanguages: { en: {} }\nseverity: { untranslated: off }\n"],
    ["content/nb/rom.svg", svg("<path/>")],
  ]);
  for (const id of ["a", "b"]) {
    const text = pageOf(`${id} ${words}`);
    const units = readPage(text, id).page?.units ?? [];
    const entries = units.map(({ context, text: own }) =>
      approvedEntry({ context, id: own, text: context === "slug" ? own : `Text ${own}` }),
    );
    files.set(`content/nb/${id}.md`, text);
    files.set(`content/en/${id}.po`, catalogText("en", entries));
  }
  return files;
}

const run = (root: string, ...args: string[]): Promise<Ran> =>
  runCommand({ root }, args, { XDG_STATE_HOME: home, SOURCE_DATE_EPOCH: "1793000000" });

let home: string;
let start: Files;
beforeAll(async () => {
  home = folderWith(new Map());
  const root = folderWith(contentOf("før"));
  expect((await run(root, "build")).code).toBe(0);
  start = new Map([...filesIn(root), ...contentOf("etter")]);
  rmSync(root, { recursive: true });
});

const without = (files: Files, own: RegExp): Files => new Map([...files].filter(([path]) => !own.test(path)));
const only = (files: Files, own: RegExp): Files => new Map([...files].filter(([path]) => own.test(path)));

/** What a command may write beside its caches, and what it is asked. */
const commands: [name: string, own: RegExp, args: (root: string) => string[]][] = [
  ["a preview", /^\.malvakt\/preview\/.*(?:html|svg)$/u, () => ["build", "--preview"]],
  ["an audit", /^$/u, () => ["audit", "--format", "html"]],
  ["a list of changes", /^changes\.md$|^dist\/.*[a-z]$/u, (root) => ["build", "--changes", join(root, "changes.md")]],
];

test.each(commands)("%s", async (_, own, args) => {
  const scratch = /^\.malvakt\//u;
  const root = folder(start);
  await run(root, ...args(root));
  const end = filesIn(root);
  const expectNoHarm = async (state: Files, when: string): Promise<void> => {
    const others = (files: Files): Files => without(without(files, scratch), own);
    expect(without(others(state), /\.(?:tmp|old|turn)$|\.lock/u), when).toEqual(others(start));
    const again = folder(state);
    await run(again, ...args(again));
    expect(without(only(filesIn(again), own), /^changes\.md$/u), when).toEqual(
      without(only(end, own), /^changes\.md$/u),
    );
    rmSync(again, { recursive: true });
  };
  // Every operation of a build is taken at its turn in law-output-crash.test.ts.
  for (let n = 1; ; n += 3) {
    const killed = folder(start);
    const isKilled = await killAt(killed, n, () => run(killed, ...args(killed)), undefined, isWriting);
    if (!isKilled) break;
    await expectNoHarm(buried(filesIn(killed)), `kill at ${n}`);
    rmSync(killed, { recursive: true });
  }
  for (let n = 1; ; n += 2) {
    const full = folder(start);
    let writes = 0;
    const stop = watchDisk(({ name, path }) => {
      if (name !== "writeSync" || !path.startsWith(full)) return;
      writes += 1;
      if (writes >= n)
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
          code: "ENOSPC",
          syscall: "write",
          errno: -28,
        });
    });
    const ran = await run(full, ...args(full)).finally(stop);
    if (writes < n) break;
    expect(ran.all, `write ${n}`).not.toContain("mistake in Målvakt");
    await expectNoHarm(filesIn(full), `write ${n}`);
    rmSync(full, { recursive: true });
  }
});
