// What an earlier run kept changes nothing but time: whatever happens to a site between two runs, and to what was kept,
// a run says and writes what it would without anything kept.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { svg } from "./stand-in/pictures.ts";
import { readTree } from "./site-case.mjs";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const page = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`;
const pictures = "\n\n![Kneet](bilder/kne.svg) [Veien](bilder/vei.pdf)";
const pages = ["hofte", "kne", "mappe/fot"];

let site: TestProject;
let twin: string;
beforeEach(async () => {
  site = makeProject(
    {
      ...Object.fromEntries(
        pages.map((id) => [
          `content/nb/${id}.md`,
          page(id, `Plage ${id}. Les om [kne](kne.md).${id === "kne" ? pictures : ""}`),
        ]),
      ),
      "content/nb/bilder/kne.svg": svg(),
      "content/nb/bilder/vei.pdf": "%PDF-1\n",
      "content/terms.yaml": "concepts:\n  - id: a\n    terms:\n      nb: [{ term: plage, status: preferred }]\n",
    },
    ["en: { engine: pseudo }"],
  );
  twin = `${site.root}-twin`;
  await run(site.root, ["draft"]);
  for (const id of pages) site.approveAll("en", id, ({ source }) => source.replace("Plage", "Pain"));
});
afterEach(() => {
  site.remove();
  rmSync(twin, { recursive: true, force: true });
});

async function run(root: string, command: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, out, err } = await runCommand({ root }, command, {
    XDG_STATE_HOME: `${site.root}-state`,
    SOURCE_DATE_EPOCH: "1795305600",
  });
  const plain = (text: string): string => text.replaceAll(twin, site.root).replaceAll(/\S*\/(?=dist\b)/gu, "");
  return { code, out: plain(out), err: plain(err) };
}

const at = (path: string): string => join(site.root, path);
const isFile = (path: string): boolean => statSync(at(path), { throwIfNoEntry: false })?.isFile() === true;
const edit = (path: string, change: (text: string) => string): void => {
  if (isFile(path)) writeFileSync(at(path), change(readFileSync(at(path), "utf8")));
};
const kept = (): string[] =>
  existsSync(at(".malvakt"))
    ? readdirSync(at(".malvakt"), { recursive: true, encoding: "utf8" })
        .map((path) => join(".malvakt", path))
        .filter((path) => path.endsWith(".json") && isFile(path))
        .toSorted()
    : [];

/** A file changed within one tick, or with a clock that went back: neither its size nor its time tells. */
function changeUnseen(path: string): void {
  if (!isFile(path)) return;
  const { atime, mtime } = statSync(at(path));
  edit(path, (text) => text.replace(/age|ain|rect|PDF/u, (letters) => letters.toUpperCase()));
  utimesSync(at(path), atime, mtime);
}

/** Everything that can happen to a site between two runs, by name; `which` picks a file. */
const events: Readonly<Record<string, (which: number) => void>> = {
  nothing: () => {},
  "a word in a page": (which) => edit(pathOf(which), (text) => text.replace("Plage", "Vondt i")),
  "a word in a page, unseen": (which) => changeUnseen(pathOf(which)),
  "a word in a catalog": (which) => edit(catalogOf(which), (text) => text.replace("Pain", "Ache")),
  "a word in a catalog, unseen": (which) => changeUnseen(catalogOf(which)),
  "a catalog is gone": (which) => rmSync(at(catalogOf(which)), { force: true }),
  "a page is gone": (which) => rmSync(at(pathOf(which)), { force: true }),
  "a page is new": (which) => site.write(`content/nb/ny-${which}.md`, page("Ny", "Ny tekst.")),
  "a page has another name": (which) => {
    if (isFile(pathOf(which))) renameSync(at(pathOf(which)), at(`content/nb/flyttet-${which}.md`));
  },
  "a page cannot be read": (which) => edit(pathOf(which), () => "\uFFFE---\ntitle: [\n"),
  "a page is withdrawn": (which) =>
    edit(pathOf(which), (text) => text.replace("---\n", '---\nwithdrawn: "2026-11-02 Kari Nordmann: feil"\n')),
  "another time only": (which) => {
    if (isFile(pathOf(which))) utimesSync(at(pathOf(which)), new Date(which * 1e11), new Date(which * 1e11));
  },
  "a picture": (which) => site.write("content/nb/bilder/kne.svg", svg(`<rect width="${which}"/>`)),
  "a picture, unseen": () => changeUnseen("content/nb/bilder/kne.svg"),
  "a picture is gone": () => rmSync(at("content/nb/bilder/kne.svg"), { force: true }),
  "a picture is broken": () => edit("content/nb/bilder/kne.svg", (text) => text.slice(0, 30)),
  "a picture of the language's own": (which) => site.write("content/nb/bilder/kne.en.svg", svg(`<g id="g${which}"/>`)),
  "a published picture is gone": () => {
    for (const path of assets()) rmSync(at(path));
  },
  "a published picture, unseen": () => assets().forEach(changeUnseen),
  "a heading in a page that others link to": () => edit("content/nb/kne.md", (text) => text.replace("# kne", "# Knær")),
  "a file that is no page": () => site.write("content/nb/notat.txt", "notat"),
  settings: (which) =>
    edit("malvakt.yaml", (text) => `${text}severity: { untranslated: ${which % 2 === 0 ? "error" : "off"} }\n`),
  "a term": (which) =>
    edit("content/terms.yaml", (text) =>
      text.replace(/preferred|deprecated/u, which % 2 === 0 ? "deprecated" : "preferred"),
    ),
  "a fragment is gone": (which) => rmSync(at(fragmentOf(which)), { force: true }),
  "a fragment, unseen": (which) => changeUnseen(fragmentOf(which)),
  "the ledger is gone": () => rmSync(at("dist/ledger.json"), { force: true }),
  "the manifest, unseen": () => changeUnseen("dist/manifest.json"),
  "a stranger in dist": () => {
    if (existsSync(at("dist")))
      site.write("dist/en/fremmed.html", '<article lang="en" dir="ltr" data-page="fremmed">\n');
  },
  "a file of a build that was killed": () => {
    if (existsSync(at("dist"))) site.write("dist/.malvakt-00000000-999999999-0123456789abcdef.tmp", "half");
  },
  "kept: noise": (which) => {
    const path = kept()[which % Math.max(1, kept().length)];
    if (path !== undefined)
      writeFileSync(at(path), Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919 + which) % 256)));
  },
  "kept: cut": (which) => {
    const path = kept()[which % Math.max(1, kept().length)];
    if (path !== undefined) truncateSync(at(path), Math.floor(statSync(at(path)).size / 2));
  },
  "kept: one for another": (which) => {
    const all = kept();
    const [one, other] = [all[which % all.length], all[(which + 1) % all.length]];
    if (one !== undefined && other !== undefined && one !== other) cpSync(at(one), at(other));
  },
  "kept: a folder in its place": () => {
    for (const name of ["runs-site", "runs-check"]) {
      rmSync(at(`.malvakt/${name}`), { recursive: true, force: true });
      if (existsSync(at(".malvakt"))) writeFileSync(at(`.malvakt/${name}`), "");
    }
  },
};

const assets = (): string[] =>
  existsSync(at("dist/assets")) ? readdirSync(at("dist/assets")).map((name) => `dist/assets/${name}`) : [];

const pathOf = (which: number): string => `content/nb/${pages[which % pages.length]}.md`;
const catalogOf = (which: number): string => `content/en/${pages[which % pages.length]}.po`;
const fragmentOf = (which: number): string =>
  `dist/${which % 2 === 0 ? "en" : "nb"}/${pages[which % pages.length]}.html`;

const commands = [
  ["build"],
  ["check"],
  ["status"],
  ["check", "--format", "json"],
  ["status", "--format", "json"],
  ["check", "--lang", "en"],
  ["build", "--allow-withdraw"],
];

/** The same site, without anything kept: what a build put there for a power cut is no cache. */
function makeTwin(): void {
  rmSync(twin, { recursive: true, force: true });
  cpSync(site.root, twin, { recursive: true, filter: (path) => !path.endsWith("/.malvakt") });
  if (!isFile(".malvakt/last-build.jsonl")) return;
  mkdirSync(join(twin, ".malvakt"));
  cpSync(at(".malvakt/last-build.jsonl"), join(twin, ".malvakt/last-build.jsonl"));
}

test("a run with what was kept is a run without it", { timeout: 300_000 }, async () => {
  const step = fc.record({
    event: fc.constantFrom(...Object.keys(events)),
    which: fc.nat(5),
    command: fc.constantFrom(...commands),
  });
  const initial = readTree(site.root);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      for (const name of ["content", "dist", ".malvakt"]) rmSync(at(name), { recursive: true, force: true });
      for (const [path, bytes] of initial) {
        mkdirSync(dirname(at(path)), { recursive: true });
        writeFileSync(at(path), bytes);
      }
      await run(site.root, ["build"]);
      for (const { event, which, command } of steps) {
        events[event]?.(which);
        makeTwin();
        const warm = await run(site.root, command);
        const cold = await run(twin, command);
        const when = `${event}, ${command.join(" ")}`;
        expect(warm, when).toEqual(cold);
        expect(readTree(site.root), when).toEqual(readTree(twin));
      }
    }),
    { numRuns: 15 },
  );
});

test.each([["build"], ["check"], ["status"]])("%s sees a change that neither size nor time tells", async (command) => {
  for (const path of [pathOf(0), catalogOf(0)]) {
    // A time that can be set again exactly.
    utimesSync(at(path), 1_700_000_000, 1_700_000_000);
    await run(site.root, ["build"]);
    await run(site.root, [command]);
    const before = statSync(at(path));
    changeUnseen(path);
    const { size, mtimeMs } = statSync(at(path));
    expect({ size, mtimeMs }).toEqual({ size: before.size, mtimeMs: before.mtimeMs });
    makeTwin();
    expect(await run(site.root, [command]), path).toEqual(await run(twin, [command]));
    expect(readTree(site.root)).toEqual(readTree(twin));
  }
});
