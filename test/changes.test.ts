// What a build tells people who paste: each page and file that changed or left the site, and what readers get now.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChangedPage, Changes } from "../src/core/publish/changes.ts";
import { reportChanges } from "../src/core/report/changes.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";
import { readTree } from "./site-case.mjs";

const page = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`;

let site: TestProject;
let outside: string;
beforeEach(async () => {
  site = makeProject({ "content/nb/hofte.md": page("Hofte", "Ring oss."), "content/nb/kne.md": page("Kne", "Her.") }, [
    "en: { engine: pseudo }",
    "de: { engine: pseudo }",
  ]);
  outside = `${site.root}-outside`;
  mkdirSync(outside);
  await run("draft");
  for (const id of ["hofte", "kne"]) site.approveAll("en", id);
});
afterEach(() => {
  site.remove();
  rmSync(outside, { recursive: true, force: true });
});

const run = async (...args: string[]): Promise<Ran> =>
  await runCommand(site, args, { XDG_STATE_HOME: `${outside}/state`, SOURCE_DATE_EPOCH: "1795305600" });
const json = async (...args: string[]): Promise<Told> =>
  JSON.parse((await run("build", "--format", "json", ...args)).out) as Told;

type Told = {
  folder: string;
  pages: { page: string; language: string; status: string; path?: string; url?: string; reason: string }[];
  changes: Changes;
  unchanged: number;
  takenOff: { page: string; language: string; url: string; reason: string }[];
  findings: { path: string; messages: { line: number; fatal?: boolean; reason: string }[] }[];
};

const edit = (path: string, from: string, to: string): void => site.write(path, site.read(path).replace(from, to));

test("all files of a build are named, by page and language", async () => {
  const { out } = await run("build");
  expect(out).toContain("Paste or upload again:");
  for (const row of ["hofte  nb  new  nb/hofte.html", "hofte  en  new  en/hofte.html", "kne    en  new  en/kne.html"])
    expect(out).toContain(row);
  expect(out).toMatch(/^ {2}other files: .*manifest\.json/mu);
  // Nothing has changed since: nothing is to be pasted.
  expect((await run("build")).out).not.toMatch(/Paste|Delete/u);
});

test("more than ten files are all named", async () => {
  for (let at = 0; at < 12; at++) site.write(`content/nb/side-${at}.md`, page(`Side ${at}`, "Tekst."));
  const { out } = await run("build");
  for (let at = 0; at < 12; at++) expect(out).toContain(`nb/side-${at}.html, nb/side-${at}.head.html`);
});

test("what left the site is named with its files", async () => {
  await run("build");
  rmSync(join(site.root, "content/nb/kne.md"));
  edit("content/nb/hofte.md", "Ring oss.", "Ring oss i dag.");
  const { out } = await run("build");
  expect(out).toContain("Taken off the site:\n  kne (en, nb): the page was deleted");
  expect(out).toMatch(/^ {2}hofte {2}nb {2}changed {2}nb\/hofte\.html$/mu);
  expect(out).toMatch(/^ {2}hofte {2}en {2}stale {4}en\/hofte\.html$/mu);
  expect(out).toMatch(
    /Delete on the site:\n {2}kne {2}en {2}en\/kne\.above\.html, en\/kne\.embed\.html, en\/kne\.frame\.html, en\/kne\.head\.html, en\/kne\.html\n/u,
  );
});

test("the same for programs, warm runs too", async () => {
  const first = await json();
  expect(first.folder).toBe("dist");
  expect(first.pages.find(({ page: id, language }) => id === "kne" && language === "en")).toMatchObject({
    status: "approved",
    path: "en/kne.html",
    url: "/en/kne/",
  });
  expect(first.changes.pages.map(({ page: id, language, isNew }) => [id, language, isNew])).toEqual([
    ["hofte", "nb", true],
    ["hofte", "en", true],
    ["kne", "nb", true],
    ["kne", "en", true],
  ]);
  const { changes, ...again } = await json();
  expect(changes).toEqual({ pages: [], written: [], removed: [] });
  rmSync(join(site.root, ".malvakt"), { recursive: true });
  expect(await json()).toEqual({ changes, ...again });
  edit("content/nb/hofte.md", "Ring oss.", "[Ring](ingen.md).");
  const { code, out } = await run("build", "--format", "json");
  const told = JSON.parse(out) as Told;
  expect(code).toBe(1);
  expect(told.findings).toMatchObject([
    { path: "content/nb/hofte.md", cwd: ".", messages: [{ ruleId: "link-broken", fatal: true }] },
  ]);
  rmSync(join(site.root, "content/nb/kne.md"));
  expect((await json()).takenOff).toMatchObject([
    { page: "kne", language: "en", url: "/en/kne/", reason: "the page was deleted" },
    { page: "kne", language: "nb" },
  ]);
});

test("a page that was renamed: its old files are its own", async () => {
  await run("build");
  site.write("content/nb/ankel.md", page("Kne", "Her.").replace("---\n", "---\nwas: kne\n"));
  rmSync(join(site.root, "content/nb/kne.md"));
  const { changes } = await json();
  expect(changes.pages.find(({ page: id, language }) => id === "ankel" && language === "nb")).toMatchObject({
    isNew: false,
    written: [".html", ".head.html", ".above.html", ".embed.html", ".frame.html"].map((end) => `nb/ankel${end}`),
    removed: [".above.html", ".embed.html", ".frame.html", ".head.html", ".html"].map((end) => `nb/kne${end}`),
  });
});

test("the screen names fragments and heads, and of a large change the first pages; other files only by themselves", () => {
  const pageOf = (id: string, written: string[]): ChangedPage => ({
    ...{ page: id, language: "en", title: id, url: `/en/${id}/`, status: "approved", isNew: false },
    written,
    removed: [],
  });
  const all = [
    "en/a.html",
    "en/a.head.html",
    "en/a.body.html",
    "en/a.above.html",
    "en/a.embed.html",
    "en/a.frame.html",
  ];
  const pages = [pageOf("a", all), pageOf("b", ["en/b.embed.html"])];
  expect(reportChanges({ pages, written: [], removed: [] }, "en")).toBe(
    "Paste or upload again:\n  a  en  changed  en/a.html, en/a.head.html\n  b  en  changed  en/b.embed.html",
  );
  const many = Array.from({ length: 75 }, (_, at) => pageOf(`p${at}`, [`en/p${at}.html`]));
  const lines = reportChanges({ pages: many, written: [], removed: [] }, "en").split("\n");
  expect(lines).toHaveLength(62);
  expect(lines.at(-1)).toBe("  and 15 pages more; --changes FILE lists all");
});

const events: Record<string, () => void> = {
  edit: () => edit("content/nb/hofte.md", "oss", "oss nå"),
  title: () => edit("content/nb/kne.md", "title: Kne", "title: Knær"),
  slug: () => edit("content/nb/kne.md", "title:", "slug: knaer\ntitle:"),
  draft: () => edit("content/nb/hofte.md", "title:", "draft: true\ntitle:"),
  delete: () => rmSync(join(site.root, "content/nb/kne.md"), { force: true }),
  new: () => site.write("content/nb/ny.md", page("Ny", "Ny.")),
  approve: () => site.approveAll("de", "hofte"),
};

test("law: what is told is what became of the files, each once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...Object.keys(events)), { maxLength: 4 }), async (names) => {
      const before = distFiles();
      for (const name of names)
        try {
          events[name]?.();
        } catch {
          // The page is gone.
        }
      const { changes } = await json();
      const after = distFiles();
      const written = [...changes.written, ...changes.pages.flatMap((one) => one.written)];
      const removed = [...changes.removed, ...changes.pages.flatMap((one) => one.removed)];
      const isChanged = (path: string): boolean => before.get(path) !== after.get(path);
      expect(written.toSorted()).toEqual([...after.keys()].filter(isChanged).toSorted());
      expect(removed.toSorted()).toEqual([...before.keys()].filter((path) => !after.has(path)).toSorted());
      for (const { page: id, language, written: files } of changes.pages)
        for (const path of files.filter((one) => /\/[^.]*\.html$/u.test(one)))
          expect(after.get(path)).toContain(`<article lang="${language}" dir="ltr" data-page="${id}"`);
    }),
    { numRuns: 12 },
  );
});

function distFiles(): Map<string, string> {
  const files = [...readTree(site.root)].filter(([path]) => /^dist\/(?!ledger\.json)/u.test(path));
  return new Map(files.map(([path, bytes]) => [path.slice("dist/".length), bytes.toString()]));
}

test("--changes writes a list to tick off, only where asked", async () => {
  const file = join(outside, "changes.md");
  await run("build");
  rmSync(join(site.root, "content/nb/kne.md"));
  edit("content/nb/hofte.md", "Ring oss.", "Ring oss i dag.");
  await run("build", "--changes", file);
  const list = readFileSync(file, "utf8");
  expect(list).toContain("# Changes on the site\n\n## Take off the site\n\n- [ ] kne (English, en), `/en/kne/` (`");
  expect(list).toContain("- [ ] Hofte (Norwegian Bokmål, nb; changed), `/nb/hofte/`: `");
  expect(list).toContain("nb/hofte.html`");
  await run("build", "--changes", file);
  expect(readFileSync(file, "utf8")).toContain("Nothing on the site has changed.");
});

test("a list of changes takes the place of nothing else", async () => {
  writeFileSync(join(outside, "mine.md"), "# Mine\n");
  symlinkSync(join(site.root, "content"), join(outside, "link"));
  for (const [file, words] of [
    [join(site.root, "dist/changes.md"), /cannot stand in dist/u],
    [join(site.root, "content/changes.md"), /cannot stand in content/u],
    [join(outside, "link/changes.md"), /cannot stand in content/u],
    [join(site.root, "malvakt.yaml"), /not a list of changes that a build wrote/u],
    [join(outside, "mine.md"), /not a list of changes that a build wrote/u],
    [outside, /not a list of changes that a build wrote/u],
    ["", /--changes needs a value/u],
  ] as const) {
    const { code, err } = await run("build", "--changes", file);
    expect([code, err]).toEqual([2, expect.stringMatching(words)]);
  }
  expect(distFiles().size).toBe(0);
  expect(readFileSync(join(outside, "mine.md"), "utf8")).toBe("# Mine\n");
});

const readersIn = async (): Promise<unknown> => {
  const { pages } = JSON.parse((await run("status", "--format", "json")).out) as { pages: Record<string, unknown>[] };
  return Object.fromEntries(
    pages.flatMap(({ page: id, language, reader }) => (id === "hofte" ? [[language, reader]] : [])),
  );
};

test("status says what each language's reader gets now, whatever the next build would publish", async () => {
  // Approved, and not built yet.
  expect(await readersIn()).toEqual({ nb: { gets: "nothing" }, en: { gets: "nothing" }, de: { gets: "nothing" } });
  await run("build");
  const source = { gets: "source", language: "nb" };
  expect(await readersIn()).toEqual({ nb: { gets: "own" }, en: { gets: "own" }, de: source });
  expect((await run("status")).out).toMatch(/^ {2}hofte {2}own text: nb, en; text in nb, with a note: de$/mu);
  edit("content/nb/hofte.md", "Ring oss.", "Ring oss i dag.");
  const stale = { gets: "stale", since: "2026-01-02" };
  expect(await readersIn()).toEqual({ nb: { gets: "stale" }, en: stale, de: source });
  await run("build");
  expect(await readersIn()).toEqual({ nb: { gets: "own" }, en: stale, de: source });
  expect((await run("status")).out).toContain("text of 2026-01-02: en");
  // Withdrawn, and still on the site until the next build.
  edit("content/nb/hofte.md", "title:", 'withdrawn: "2026-11-02 Kari Nordmann: feil"\ntitle:');
  expect(await readersIn()).toMatchObject({ nb: { gets: "own" }, en: stale });
  await run("build");
  expect(await readersIn()).toMatchObject({ nb: { gets: "nothing" }, en: { gets: "nothing" } });
});

test("the columns of status are as they were", async () => {
  const { out } = await run("status");
  expect(out).toMatch(/^page +lang +status +missing +stale +draft +approved +unsigned$/mu);
  expect(out).toMatch(/^kne +en +published +0 +0 +0 +\d+ +0$/mu);
});
