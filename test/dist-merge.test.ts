// Where two branches meet: real merges of git. What git leaves in `dist/` is mended by the next build, whole pages only.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { hashOf, catalogText, plainEntry } from "./catalog-by-hand.ts";
import { filesIn, folderWith } from "./stand-in/power-cut.ts";
import { runCommand, type Ran } from "./stand-in/project.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

const home = mkdtempSync(join(tmpdir(), "home-"));

function git(root: string, ...args: string[]): string {
  const own = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...own, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function isMerged(root: string, branch: string, style: string): boolean {
  try {
    git(root, "-c", `merge.conflictStyle=${style}`, "merge", "--no-edit", branch);
    return true;
  } catch {
    return false;
  }
}

/** Long enough that git merges changes at both ends of a page without asking. */
const source = (id: string, last = "slutt"): string =>
  `---\ntitle: Om ${id}\n---\n\n${["arm", "blod", "celle", "drakt", "energi", last].map((word) => `Avsnitt ${word} om ${id}.`).join("\n\n")}\n`;

/** Approved throughout; `words` stand in the text at one place. */
function catalog(page: string, { words = "Text", date = "2026-11-02", at = 1 } = {}): string {
  const units = readPage(page, "x").page?.units ?? [];
  return catalogText(
    "en",
    units.map(({ context, text: id }, index) => {
      const text = index === at ? `${words} ${id}` : `Text ${id}`;
      const line = `# approved: ${date} ${hashOf("en", context, id, text)} Kari Nordmann\n`;
      return line + plainEntry({ context, id, text });
    }),
  );
}

const pages = ["albue", "bein", "fot", "hofte", "kne", "nakke"];
const md = (id: string): string => `content/nb/${id}.md`;
const po = (id: string): string => `content/en/${id}.po`;

type Change = Readonly<Record<string, string>>;
const changes = {
  nothing: {},
  "another page": { [md("fot")]: source("fot", "nytt"), [po("fot")]: catalog(source("fot", "nytt")) },
  "a new page": { [md("rygg")]: source("rygg"), [po("rygg")]: catalog(source("rygg")) },
  "a better translation": { [po("kne")]: catalog(source("kne"), { words: "Better", date: "2026-11-20" }) },
  "a better end": { [po("kne")]: catalog(source("kne"), { words: "Better", date: "2026-11-20", at: 6 }) },
  "another translation": { [po("kne")]: catalog(source("kne"), { words: "Other", date: "2026-11-10" }) },
  "a changed source": { [md("kne")]: source("kne", "nytt") },
  "another changed source": { [md("kne")]: source("kne", "annet") },
  "a changed source with its translation": {
    [md("kne")]: source("kne", "ferdig"),
    [po("kne")]: catalog(source("kne", "ferdig")),
  },
} satisfies Record<string, Change>;

const build = async (root: string): Promise<Ran> =>
  await runCommand({ root }, ["build"], { XDG_STATE_HOME: home, SOURCE_DATE_EPOCH: "1793000000" });

async function commit(root: string, change: Change): Promise<void> {
  for (const [path, text] of Object.entries(change)) writeFileSync(join(root, path), text);
  const ran = await build(root);
  expect(ran.code, ran.all).toBe(0);
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--allow-empty", "-m", "A change");
}

type Manifest = { pages: Record<string, Record<string, { path?: string; sha256?: string }>> };

const fragmentsIn = (root: string): Map<string, string> =>
  new Map([...filesIn(root)].filter(([path, text]) => path.startsWith("dist/") && text.startsWith("<article")));

/** The words of a fragment, whatever its marks say of its age. */
const wordsOf = (html: string): string => html.replace(/^<article [^>]*>/u, "").trim();

describe("two branches, merged by git", () => {
  test.each([
    ["a better translation", "another page", "merge"],
    ["a new page", "another page", "diff3"],
    ["a better translation", "another translation", "merge"],
    ["another translation", "a better translation", "diff3"],
    ["a changed source", "a better translation", "merge"],
    ["a better translation", "a changed source", "diff3"],
    ["a changed source", "a better end", "merge"],
    ["a better end", "a changed source", "diff3"],
    ["a changed source", "another changed source", "merge"],
    ["a changed source with its translation", "a changed source", "diff3"],
    ["a changed source with its translation", "another translation", "merge"],
  ] as const)("%s here, and %s there: no page is lost, none is mixed", async (here, there, style) => {
    const root = folderWith(
      new Map([
        ["malvakt.yaml", "source: nb\nlanguages: { en: {} }\nseverity: { untranslated: off, length: off }\n"],
        [".gitignore", ".malvakt/\n"],
        [".gitattributes", "dist/** -text\n"],
        ...pages.flatMap((id) => [[md(id), source(id)] as const, [po(id), catalog(source(id))] as const]),
      ]),
    );
    roots.push(root);
    git(root, "init", "--quiet", "-b", "main");
    await commit(root, {});
    const known = new Set([...fragmentsIn(root).values()].map(wordsOf));
    git(root, "checkout", "--quiet", "-b", "other");
    await commit(root, changes[there]);
    for (const text of fragmentsIn(root).values()) known.add(wordsOf(text));
    git(root, "checkout", "--quiet", "main");
    await commit(root, changes[here]);
    for (const text of fragmentsIn(root).values()) known.add(wordsOf(text));
    // As on another machine: what this one's last build wrote is not at hand.
    rmSync(join(root, ".malvakt"), { recursive: true, force: true });
    if (!isMerged(root, "other", style)) {
      // A person settles pages and catalogs; `dist/` is left to the build.
      const open = git(root, "diff", "--name-only", "--diff-filter=U").split("\n");
      for (const path of open.filter((one) => one.startsWith("content/"))) git(root, "checkout", "--ours", path);
    }
    const ran = await build(root);
    expect(ran.code, ran.all).toBe(0);
    expect(ran.out).not.toContain("Taken off");
    const files = filesIn(root);
    const { pages: listed } = JSON.parse(files.get("dist/manifest.json") ?? "") as Manifest;
    expect(Object.values(listed).every(({ en, nb }) => en?.path !== undefined && nb?.path !== undefined)).toBe(true);
    for (const { path = "", sha256 } of Object.values(listed).flatMap((all) => Object.values(all)))
      expect(
        createHash("sha256")
          .update(files.get(`dist/${path}`) ?? "")
          .digest("hex"),
        path,
      ).toBe(sha256);
    for (const [path, text] of files)
      if (path.startsWith("dist/")) expect(text, path).not.toMatch(/^(?:<{7}|>{7}|\|{7})/mu);
    for (const [path, text] of fragmentsIn(root)) expect(known, `${path}: ${text}`).toContain(wordsOf(text));
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Merged");
    const again = await build(root);
    expect(again.out).toContain("0 files written");
    expect(readFileSync(join(root, "dist/ledger.json"), "utf8")).not.toContain("<<<<<<<");
  });
});
