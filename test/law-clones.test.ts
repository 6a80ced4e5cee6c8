// Law 4 through git: clones of a project in other folders, time zones and languages, and with other line ends, build the
// very bytes that are committed, and the same bytes as each other after the same change. Nothing is taken off.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { runMalvakt } from "./run-case.mjs";
import { readTree } from "./site-case.mjs";
import { commitAll, git, initRepository } from "./stand-in/git.ts";
import { png, svg } from "./stand-in/pictures.ts";

const base = mkdtempSync(join(tmpdir(), "malvakt-clones-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const origin = join(base, "origin");
const clones = [
  { folder: join(base, "én mappe", "æøå & co"), lineEnds: "true", TZ: "Pacific/Kiritimati", LC_ALL: "C" },
  { folder: join(base, "b"), lineEnds: "false", TZ: "America/Los_Angeles", LC_ALL: "nb_NO.UTF-8" },
];

const pages: Readonly<Record<string, string>> = {
  bilder: `---
title: Bilder
date: 2026-10-31
image: { src: tegning.svg, alt: En tegning }
---

# Bilder

![Et bilde](bilde.png) og ![En tegning](tegning.svg), se [arket](ark.txt).

| Tid | Pris |
| --- | --- |
| 30 min | 850 kr |
`,
  // Written on Windows.
  linjer: "---\r\ntitle: Linjer\r\n---\r\n\r\nFørste linje  \r\nog andre.\r\n\r\n```\r\nkode\r\nkode\r\n```\r\n",
  "mappe/gammel": "---\ntitle: Gammel\n---\n\nTeksten som gjelder.\n",
};

const settings = `source: nb
site: https://klinikk.example
languages: { en: {}, ar: {} }
publish: { heading: both, sitemap: true, provenance: true }
severity: { untranslated: off, bidi: off, whitespace: off, number: off, length: off, quotes: off }
`;

const write = (folder: string, path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

function translate(id: string, language: string): void {
  const { page } = readPage(pages[id] ?? "", id);
  const entries = (page?.units ?? []).map(({ context, text }) =>
    approvedEntry({ context, id: text, text: context === "slug" ? text : `${language} ${text}` }, language),
  );
  write(origin, `content/${language}/${id}.po`, catalogText(language, entries));
}

async function build(folder: string, environment: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr, exitCode } = await runMalvakt(folder, ["build"], environment);
  expect(exitCode, stdout + stderr).toBe(0);
  return stdout + stderr;
}

beforeAll(async () => {
  mkdirSync(origin);
  await runMalvakt(base, ["init", "origin"]);
  write(origin, "malvakt.yaml", settings);
  rmSync(join(origin, "content"), { recursive: true });
  rmSync(join(origin, "dist"), { recursive: true, force: true });
  initRepository(origin);
  write(origin, "content/nb/bilde.png", png());
  write(origin, "content/nb/tegning.svg", svg("<path/>\n<g/>\n"));
  write(origin, "content/nb/ark.txt", "Et ark\nmed linjer.\n");
  for (const [id, text] of Object.entries(pages)) {
    write(origin, `content/nb/${id}.md`, text);
    for (const language of ["en", "ar"]) translate(id, language);
  }
  await build(origin);
  // What waits for a new approval stays as it was.
  appendFileSync(join(origin, "content/nb/mappe/gammel.md"), "\nEt nytt avsnitt.\n");
  appendFileSync(join(origin, "content/nb/bilder.md"), "\nEt nytt avsnitt.\n");
  await build(origin);
  commitAll(origin);
  for (const { folder, lineEnds } of clones) {
    mkdirSync(dirname(folder), { recursive: true });
    git(base, "clone", "-q", "-c", `core.autocrlf=${lineEnds}`, origin, folder);
  }
});

/** Files of `dist/` that are not the same. */
function differing(folder: string): string[] {
  const [own, others] = [readTree(join(folder, "dist")), readTree(join(origin, "dist"))];
  return [...new Set([...own.keys(), ...others.keys()])].filter((path) => {
    const [one, other] = [own.get(path), others.get(path)];
    return !one || !other || !one.equals(other);
  });
}

test("the clones are as different as they were meant", () => {
  const manifest = readFileSync(join(origin, "dist/manifest.json"), "utf8");
  expect(manifest.match(/"status": "stale"/gu)).toHaveLength(4);
  expect(manifest).toContain('"status": "approved"');
  const files = [...readTree(join(origin, "dist")).keys()];
  for (const kind of [
    /^assets\/.*\.png$/u,
    /^assets\/.*\.svg$/u,
    /^sitemap\.xml$/u,
    /\.embed\.html$/u,
    /\.body\.html$/u,
  ])
    expect(
      files.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true);
});

test("each clone builds the bytes that are committed, and git sees no change", async () => {
  for (const { folder, lineEnds, ...environment } of clones) {
    const said = await build(folder, environment);
    expect(differing(folder), folder).toEqual([]);
    expect(said, lineEnds).toMatch(
      /: 0 (?:files written|filer skrevet), \d+ (?:unchanged|uendret), 0 (?:removed|fjernet)\./u,
    );
    expect(git(folder, "status", "--porcelain"), lineEnds).toBe("");
  }
});

test("where nothing tells git to leave lines alone, they end as it likes, and nothing is taken off", async () => {
  const bare = join(base, "bare");
  git(base, "clone", "-q", origin, bare);
  rmSync(join(bare, ".gitattributes"));
  commitAll(bare);
  const windows = join(base, "windows");
  git(base, "clone", "-q", "-c", "core.autocrlf=true", bare, windows);
  expect(readFileSync(join(windows, "content/nb/bilder.md"), "utf8")).toContain("\r\n");
  const said = await build(windows);
  expect(said).not.toMatch(/Taken off/u);
  expect(said).toMatch(/: 5 fragments published, 4 stale, 0 withheld\./u);
  const [files, others] = [readTree(join(windows, "dist")), readTree(join(origin, "dist"))];
  expect([...files.keys()].toSorted()).toEqual([...others.keys()].toSorted());
  const withLf = (bytes: Buffer | undefined): string => (bytes ?? "").toString("latin1").replaceAll("\r\n", "\n");
  for (const [path, bytes] of files)
    if (!bytes.equals(others.get(path) ?? bytes)) expect(withLf(bytes), path).toBe(withLf(others.get(path)));
});

test("after the same change each clone builds the same bytes", async () => {
  const change = (folder: string): void => {
    const file = join(folder, "content/nb/linjer.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("og andre", "og den andre"));
    write(folder, "content/nb/ny.md", "---\ntitle: Ny\n---\n\nEn ny side med ![En tegning](tegning.svg).\n");
  };
  for (const { folder, lineEnds, ...environment } of clones) {
    change(folder);
    expect(await build(folder, environment), lineEnds).not.toMatch(/Taken off|Tatt av/u);
  }
  change(origin);
  await build(origin);
  for (const { folder } of clones) expect(differing(folder), folder).toEqual([]);
});

test("a dist that is made anew is the same in each", async () => {
  for (const { folder, lineEnds, ...environment } of clones) {
    rmSync(join(folder, "dist"), { recursive: true });
    rmSync(join(folder, ".malvakt"), { recursive: true, force: true });
    await runMalvakt(folder, ["build"], environment);
    expect(readTree(join(folder, "dist")), lineEnds).toEqual(readTree(join(clones[0]?.folder ?? "", "dist")));
  }
});
