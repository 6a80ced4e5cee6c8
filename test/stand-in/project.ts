// A small real project in a temporary folder, and the command line run on it as a person would.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import type { Catalog, Entry } from "../../src/core/catalog/entry.ts";
import { readCatalog } from "../../src/core/catalog/read.ts";
import { approve } from "../../src/core/catalog/sign.ts";
import { writeCatalog } from "../../src/core/catalog/write.ts";
import { runCommandLine } from "../../src/shell/cli.ts";
import { standInKey, type Charge } from "./deepl.ts";
import { said } from "../said.ts";

export type TestProject = {
  root: string;
  write: (path: string, text: string) => void;
  read: (path: string) => string;
  /** Paths of all files, hidden ones too, in order. */
  files: () => string[];
  /** Reads a catalog strictly: a mistake in it fails the test. */
  catalog: (language: string, page: string) => Catalog;
  /** The live entries by their source text. */
  entries: (language: string, page: string) => Map<string, Entry>;
  /** Gives every live unit a text and approves it, as a person would in the review. */
  approveAll: (language: string, page: string, translate?: (entry: Entry) => string) => void;
  remove: () => void;
};

/** Makes a project from paths and texts. `languages` are lines below `languages:` in the settings. */
export function makeProject(files: Readonly<Record<string, string>>, languages: readonly string[]): TestProject {
  const root = mkdtempSync(join(tmpdir(), "draft-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const catalog = (language: string, page: string): Catalog => {
    const reading = readCatalog(read(`content/${language}/${page}.po`));
    if (!reading.catalog) throw new Error(reading.mistakes.map(({ reason }) => said(reason)).join(" "));
    return reading.catalog;
  };
  const terms = "content/terms.yaml" in files ? "terms: content/terms.yaml\n" : "";
  write("malvakt.yaml", `source: nb\nlanguages:\n${languages.map((line) => `  ${line}\n`).join("")}${terms}`);
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    write,
    read,
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        // The scratch folder's own mark for git is there as soon as the folder is.
        .filter((path) => path !== join(".malvakt", ".gitignore"))
        .toSorted(),
    catalog,
    entries: (language, page) =>
      new Map(
        catalog(language, page)
          .entries.filter(({ obsolete }) => !obsolete)
          .map((entry) => [entry.source, entry]),
      ),
    approveAll: (language, page, translate = ({ source: id }) => `${language}! ${id}`) => {
      const old = catalog(language, page);
      const entries = old.entries.map((entry) =>
        entry.obsolete
          ? entry
          : approve(
              { ...entry, translation: translate(entry), fuzzy: false, raw: undefined },
              language,
              "Kari Nordmann",
              "2026-01-02",
            ),
      );
      write(`content/${language}/${page}.po`, writeCatalog({ ...old, entries }));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export type Ran = { code: number; out: string; err: string; all: string };

/** Runs a command in this process, with the key and address of a stand-in, and gives what it said. */
export async function runCommand(
  project: { root: string },
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran> {
  const said = { out: "", err: "", all: "" };
  const listen = (to: "out" | "err") =>
    ((text: string, done?: () => void) => {
      said[to] += text;
      said.all += text;
      done?.();
      return true;
    }) as typeof process.stdout.write;
  const given = { DEEPL_AUTH_KEY: undefined, DEEPL_SERVER_URL: undefined, ...environment };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, "write").mockImplementation(listen("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(listen("err"));
  try {
    const code = await runCommandLine([args[0] ?? "draft", "--root", project.root, ...args.slice(1)]);
    return { code, ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** The environment that leads to a stand-in. */
export function access(standIn: { url: string }): Record<string, string> {
  return { DEEPL_AUTH_KEY: standInKey, DEEPL_SERVER_URL: standIn.url };
}

/** How often each text was charged for each target, for those that were charged more than once. */
export function chargedTwice(ledger: readonly Charge[]): Charge[] {
  const seen = new Set<string>();
  return ledger.filter(({ text, target }) => {
    const key = `${target} ${text}`;
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}

export function charactersOf(ledger: readonly Charge[]): number {
  return ledger.reduce((sum, { characters }) => sum + characters, 0);
}
