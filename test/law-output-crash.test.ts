// Law 3 and the site: a build that is killed, loses power or meets a full disk at any operation loses no page, brings
// nothing back, and the next build makes of it what it would have made anyway, whatever was edited in between.
import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { isFragmentPath } from "../src/core/layout.ts";
import { readPage } from "../src/core/page/page.ts";
import { approvedEntry, catalogText, plainEntry } from "./catalog-by-hand.ts";
import { hashOfFile, svg } from "./stand-in/pictures.ts";
import { watchDisk, type Operation } from "./stand-in/disk-operations.mjs";
import { buried, diskAfter, filesIn, folderWith, isWriting, killAt, record, type Files } from "./stand-in/power-cut.ts";
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

const languages = ["en"];

const source = (words: string, more = "", shows = ""): string =>
  `---\ntitle: Om ${words}\n${more}---\n\nVi skriver om ${words}.\n${shows}`;

/** A catalog for a page; `sign` false leaves its texts unsigned. */
function catalog(page: string, language: string, { sign = true, words = "Text" } = {}): string {
  const units = readPage(page, "x").page?.units ?? [];
  const entry = sign ? approvedEntry : plainEntry;
  const entries = units.map(({ context, text }) =>
    entry({ context, id: text, text: context === "slug" ? text : `${words} ${text}` }, language),
  );
  return catalogText(language, entries);
}

const settings = `source: nb
site: https://klinikk.example
languages: { en: {} }
publish: { heading: both, sitemap: true }
severity: { untranslated: off, length: off, whitespace: off }
`;

type Pages = Readonly<Record<string, { text: string; words?: string; sign?: boolean }>>;

/** The picture of one page is another afterwards; that of a page whose new text waits for approval is gone. */
const pictures = (pages: Pages): Files =>
  pages === before
    ? new Map([
        ["content/nb/rom.svg", svg("<path/>")],
        ["content/nb/gammelt.svg", svg("<circle/>")],
      ])
    : new Map([["content/nb/rom.svg", svg("<g/>")]]);

const contents = new Map<Pages, Files>();

function contentOf(pages: Pages): Files {
  const known = contents.get(pages);
  if (known) return known;
  const files = new Map([["malvakt.yaml", settings], ...pictures(pages)]);
  for (const [id, { text, ...how }] of Object.entries(pages)) {
    files.set(`content/nb/${id}.md`, text);
    for (const language of languages) files.set(`content/${language}/${id}.po`, catalog(text, language, how));
  }
  contents.set(pages, files);
  return files;
}

const shown = "\n![Rommet](rom.svg)\n";
const before: Pages = {
  changed: { text: source("hofte") },
  corrected: { text: source("kne", "", `${shown}\n# Om kne\n`) },
  "far/gone": { text: source("fot") },
  named: { text: source("nakke") },
  same: { text: source("rygg") },
  waits: { text: source("albue", "", "\n![Gammelt](gammelt.svg)\n") },
};
const withdrawn = 'withdrawn: "2026-11-02 Kari Nordmann: feil råd"\n';
const after: Pages = {
  changed: { text: source("hofte og lyske") },
  corrected: { text: source("kne", "", `${shown}\n# Om kne\n`), words: "Better text" },
  "far/gone": { text: source("fot", withdrawn) },
  fresh: { text: source("skulder") },
  renamed: { text: source("nakke", "was: named\n") },
  same: { text: source("rygg") },
  waits: { text: source("albue og arm"), sign: false },
};
/** Approvals of all that is new are taken back: nothing of it can be made again. */
const takenBack: Pages = Object.fromEntries(
  Object.entries(after).map(([id, page]) => [id, id === "same" ? page : { ...page, sign: false }]),
);

const withoutContent = (files: Files): Files =>
  new Map([...files].filter(([path]) => path.startsWith("dist/") || path.startsWith(".malvakt/")));
const withContent = (files: Files, pages: Pages): Files => new Map([...withoutContent(files), ...contentOf(pages)]);
const published = (files: Files): Files => new Map([...files].filter(([path]) => path.startsWith("dist/")));

let home: string;
const build = (root: string): Promise<Ran> =>
  runCommand({ root }, ["build"], { XDG_STATE_HOME: home, SOURCE_DATE_EPOCH: "1793000000" });

async function built(files: Files): Promise<{ ran: Ran; files: Files }> {
  const root = folder(files);
  const ran = await build(root);
  return { ran, files: filesIn(root) };
}

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>|\s+/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim();

/** What readers see, by page and language. */
function shownIn(files: Files): Map<string, string> {
  return new Map(
    [...files].flatMap(([path, text]) => {
      const [, language, page] = /^<article lang="([^"]*)" dir="[^"]*" data-page="([^"]*)"/u.exec(text) ?? [];
      const isShown = path.startsWith("dist/") && isFragmentPath(path) && page !== undefined;
      return isShown ? [[`${page} ${language}`, wordsOf(text)] as const] : [];
    }),
  );
}

type Entry = { path: string; sha256: string; url: string } & Record<"body" | "head" | "embed" | "frame", string>;
type Manifest = { pages: Record<string, Record<string, Entry | { status: "withheld" }>> };

/** Every path of the manifest is there with its hash, and no other fragment is. */
function expectSound(files: Files, when: string): void {
  const { pages } = JSON.parse(files.get("dist/manifest.json") ?? "") as Manifest;
  const entries = Object.values(pages).flatMap((all) => Object.values(all).filter((entry) => "path" in entry));
  const textOf = (path: string): string => files.get(`dist/${path}`) ?? "";
  for (const { path, sha256, body, head, embed, frame } of entries) {
    const fragment = textOf(path);
    expect(createHash("sha256").update(fragment).digest("hex"), `${when}: ${path}`).toBe(sha256);
    // What stands beside it is of the same version.
    expect(textOf(embed).includes(fragment), `${when}: ${embed}`).toBe(true);
    expect(wordsOf(textOf(frame)).endsWith(wordsOf(fragment)), `${when}: ${frame}`).toBe(true);
    expect(wordsOf(fragment).startsWith(wordsOf(textOf(body)) || "?"), `${when}: ${body}`).toBe(true);
    expect(textOf(head), `${when}: ${head}`).toContain("<!-- malvakt: data -->");
  }
  const listed = [...textOf("sitemap.xml").matchAll(/<loc>https:\/\/klinikk\.example([^<]*)<\/loc>/gu)];
  expect(listed.map(([, url = ""]) => url).toSorted(), when).toEqual(entries.map(({ url }) => url).toSorted());
  for (const path of ["dist/embed.js", "dist/frame.css", "dist/malvakt.css", "dist/manifest.schema.json"])
    expect(files.get(path) === start.get(path), `${when}: ${path}`).toBe(true);
  for (const [path, text] of files)
    for (const [, asset = "", hash = ""] of path.startsWith("dist/")
      ? text.matchAll(/src="\/(assets\/[^"]+\.([\da-f]{12})\.svg)"/gu)
      : [])
      expect(hashOfFile(files.get(`dist/${asset}`) ?? ""), `${when}: ${asset} in ${path}`).toBe(hash);
  const fragments = [...files].filter(
    ([path, text]) => path.startsWith("dist/") && isFragmentPath(path) && text.startsWith("<article"),
  );
  expect(fragments.map(([path]) => path).toSorted(), when).toEqual(
    entries.map(({ path }) => `dist/${path}`).toSorted(),
  );
  expect(
    // One that may just be being written is left to its process for a tenth of a second.
    [...files].filter(
      ([path, text]) => /\.tmp$|\.old$|\.lock/u.test(path) && !(path.endsWith(".turn") && !text.endsWith("\n")),
    ),
    when,
  ).toEqual([]);
}

let start: Files;
let end: Files;
let shownBefore: Map<string, string>;
let shownAfter: Map<string, string>;
beforeAll(async () => {
  home = folderWith(new Map());
  start = (await built(contentOf(before))).files;
  const { ran, files } = await built(withContent(start, after));
  expect(ran.code, ran.all).toBe(0);
  end = files;
  [shownBefore, shownAfter] = [shownIn(start), shownIn(end)];
  expect(shownBefore.size).toBe(12);
  expect([...shownAfter.keys()].filter((key) => key.startsWith("far/gone"))).toEqual([]);
  expect([...end.keys()].filter((path) => path.startsWith("dist/assets/"))).toHaveLength(2);
  // All kinds of files that a build writes are in play.
  const kinds = [...end.keys()].map((path) => path.replace(/^dist\/(?:(?:nb|en|assets)\/(?:.*\/)?[^.]*)?/u, ""));
  expect(kinds).toEqual(
    expect.arrayContaining(
      [".html", ".body.html", ".head.html", ".embed.html", ".frame.html"].concat([
        "embed.js",
        "frame.css",
        "malvakt.css",
        "sitemap.xml",
        "redirects.json",
        "manifest.json",
        "ledger.json",
      ]),
    ),
  );
  expectSound(end, "without a kill");
});

/** After whatever happened to a build: the same build again gives what it would have given at once. */
async function expectSame(state: Files, when: string): Promise<void> {
  const { ran, files } = await built(withContent(state, after));
  expect(ran.code, `${when}: ${ran.all}`).toBe(0);
  expect(published(files), when).toEqual(published(end));
}

/** After whatever happened, and with all new approvals taken back: each page as it was or as it was to be. */
async function expectEither(state: Files, when: string): Promise<void> {
  const { ran, files } = await built(withContent(state, takenBack));
  expectSound(files, when);
  const shown = shownIn(files);
  for (const key of new Set([...shownBefore.keys(), ...shownAfter.keys(), ...shown.keys()])) {
    const [page = "", language = ""] = key.split(" ");
    if (page === "far/gone" || page === "named") expect(shown.has(key), `${when}: ${key}`).toBe(false);
    else {
      const old = shownBefore.get(page === "renamed" ? `named ${language}` : key);
      expect([old, shownAfter.get(key)], `${when}: ${key}\n${ran.all}`).toContain(shown.get(key));
    }
  }
}

const isOutput = ({ path }: { path: string }): boolean =>
  !/\.malvakt\/(?:assets|pages|plans|runs-\w+|terms)/u.test(path);

test("a kill at any operation", async () => {
  for (let n = 1; ; n += 1) {
    const root = folder(withContent(start, after));
    const isKilled = await killAt(
      root,
      n,
      () => build(root),
      () => {},
      (operation) => isWriting(operation) && isOutput(operation),
    );
    if (!isKilled) {
      expect(n).toBeGreaterThan(60);
      break;
    }
    const state = buried(filesIn(root));
    await expectEither(state, `operation ${n}`);
    if (n % 8 === 0) await expectSame(state, `operation ${n}`);
    rmSync(root, { recursive: true });
  }
}, 600_000);

/** What a power cut leaves of these operations: of all that was not synced, any part. */
function afterPowerCut(
  root: string,
  files: Files,
  log: readonly Operation[],
  random: () => number,
  all?: number,
): Files {
  const kinds = [0, 0.5, 1, random()];
  const share = kinds[Math.floor(random() * kinds.length)] ?? 0.5;
  const count = all ?? (random() < 0.25 ? log.length : Math.floor(random() * (log.length + 1)));
  const texts = new Map<object, string>();
  return diskAfter(root, files, log.slice(0, count)).state(
    () => random() < share,
    (inode) => {
      const { safe, written } = inode;
      const half = written.slice(0, Math.floor(written.length / 2));
      const text = texts.get(inode) ?? [safe, written, half, ""].at(safe === written ? 0 : Math.floor(random() * 4));
      texts.set(inode, text ?? "");
      return text ?? "";
    },
  );
}

test("a power cut after any operation, and another one in the build that repairs", async () => {
  const random = mulberry(20_261_127);
  const root = folder(withContent(start, after));
  const first = withContent(start, after);
  const log = await record(root, () => build(root));
  expect(log.length).toBeGreaterThan(100);
  for (let round = 0; round < 30; round++) {
    const state = buried(afterPowerCut(root, first, log, random));
    await expectEither(state, `round ${round}`);
    if (round % 4 === 0) await expectSame(state, `round ${round}`);
    if (round % 2 === 0) continue;
    const again = withContent(state, round % 4 === 1 ? after : takenBack);
    const other = folder(again);
    const second = await record(other, () => build(other));
    await expectEither(buried(afterPowerCut(other, again, second, random)), `round ${round}, second cut`);
  }
}, 600_000);

test("a power cut in the next build, when not all of the last one is on the disk", async () => {
  const random = mulberry(20_261_128);
  const first = withContent(start, after);
  const root = folder(first);
  const log = await record(root, () => build(root));
  const page = source("ryggen");
  writeFileSync(join(root, "content/nb/same.md"), page);
  writeFileSync(join(root, "content/en/same.po"), catalog(page, "en"));
  const next = await record(root, () => build(root));
  expect(next.length).toBeGreaterThan(30);
  for (let round = 0; round < 12; round++) {
    const cut = [...log, ...next.slice(0, Math.floor(random() * (next.length + 1)))];
    await expectEither(buried(afterPowerCut(root, first, cut, random, cut.length)), `round ${round}`);
  }
}, 600_000);

test("a full disk at any write", async () => {
  for (let n = 1; ; n++) {
    const root = folder(withContent(start, after));
    let writes = 0;
    const stop = watchDisk(({ name, path }) => {
      if (name !== "writeSync" || !path.startsWith(root)) return;
      writes += 1;
      if (writes >= n) throw Object.assign(new Error("ENOSPC: no space left on device, write"), full);
    });
    const ran = await build(root).finally(stop);
    if (writes < n) {
      expect(n).toBeGreaterThan(25);
      break;
    }
    const state = filesIn(root);
    // What only makes the next run faster need not be there.
    if (ran.code !== 0 || !ran.out.includes("files written")) {
      expect(ran.code, `write ${n}`).toBe(1);
      expect(ran.err, `write ${n}`).toContain("the disk is full");
      expect(ran.err, `write ${n}`).not.toContain("mistake in Målvakt");
    }
    expect([...state.keys()].filter((path) => /\.tmp$|\.old$|\.lock/u.test(path))).toEqual([]);
    await (n % 2 === 0 ? expectEither : expectSame)(state, `write ${n}`);
    rmSync(root, { recursive: true });
  }
}, 600_000);

const full = { code: "ENOSPC", syscall: "write", errno: -28 };

/** The same numbers in every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
