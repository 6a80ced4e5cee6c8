// What a run reads and writes, counted in the program itself: nothing where nothing has changed, and else what has.
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMalvakt } from "./run-case.mjs";
import { noteOperations } from "./stand-in/note-operations.mjs";
import { runHere } from "./stand-in/run-here.ts";

const approvedSite = fileURLToPath(new URL("site-base/site", import.meta.url));
const noting = new URL("stand-in/note-operations.mjs", import.meta.url).href;

describe("what a run reads and writes", () => {
  let folder = "";
  let site = "";
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "malvakt-reads-")));
    site = join(folder, "site");
    cpSync(approvedSite, site, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Every file of the site that a run opens, and every change that it makes, with what it says. */
  async function operations(...args: string[]): Promise<{ done: string[]; said: string }> {
    const noted = noteOperations(site);
    try {
      const said = await saidHere(...args);
      return { done: noted(), said };
    } finally {
      noted();
    }
  }
  const saidHere = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await runHere(site, args);
    return stdout + stderr;
  };
  /** The same of a process of its own. */
  const saidByProcess = async (...args: string[]): Promise<string> => {
    const { stdout, stderr } = await runMalvakt(site, args);
    return stdout + stderr;
  };
  async function operationsOfProcess(...args: string[]): Promise<{ done: string[]; said: string }> {
    const notes = join(folder, "notes");
    const env = { NODE_OPTIONS: `--import=${noting}`, NOTE_BELOW: site, NOTE_IN: notes };
    const { stdout, stderr } = await runMalvakt(site, args, env);
    return { done: readFileSync(notes, "utf8").split("\n"), said: stdout + stderr };
  }
  const change = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(site, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(site, path), text.replace(from, to));
  };
  const oneOf = (kind: string): string => {
    const [name = ""] = readdirSync(join(site, ".malvakt", kind));
    return `reads .malvakt/${kind}/${name}`;
  };

  test("a first build reads pages and catalogs and writes: the counting counts", async () => {
    const { done } = await operations("build");
    for (const path of ["content/nb/kontakt.md", "content/en/kontakt.po", "malvakt.yaml", "dist/manifest.json"])
      expect(done).toContain(`reads ${path}`);
    expect(done.filter((one) => one.startsWith("changes dist/")).length).toBeGreaterThan(3);
  });

  test.each(["build", "status"])("%s, when nothing has changed, reads one file and writes nothing", async (command) => {
    await runHere(site, ["build"]);
    expect((await operations(command)).done).toEqual([oneOf("runs-site")]);
  });

  test("check, when nothing has changed, reads one file and writes nothing, in any form and language", async () => {
    change("content/en/kontakt.po", "Call us", "Call us us");
    const first = await saidByProcess("check");
    const again = await operationsOfProcess("check");
    expect(again.done).toEqual([oneOf("runs-check")]);
    expect(again.said).toBe(first);
    expect(first).toContain("Call us us");
    for (const form of ["json", "sarif", "github"])
      expect((await operationsOfProcess("check", "--format", form)).done).toEqual([oneOf("runs-check")]);
    const inBokmal = await operationsOfProcess("check", "--locale", "nb");
    expect(inBokmal.done).toEqual([oneOf("runs-check")]);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect(await saidByProcess("check", "--locale", "nb")).toBe(inBokmal.said);
  });

  test.each(
    ["build", "check", "status"].flatMap((command) => [
      [command, "page", "content/nb/kontakt.md", "Ring oss", "Bare ring oss"] as const,
      [command, "catalog", "content/en/kontakt.po", "Call us", "Just call us"] as const,
    ]),
  )("%s reads a %s that changed, and its catalogs, and nothing of other pages", async (command, _, path, from, to) => {
    // A finding in a catalog that does not change is told with its line.
    if (command === "check") change("content/en/massasje.po", "Massage", "Massage massage");
    await runHere(site, ["build"]);
    // The build after one that wrote a page looks once whether that is on the disk.
    change(path, from, `${from} igjen`);
    await runHere(site, ["build"]);
    change(path, `${from} igjen`, from);
    await runHere(site, ["build"]);
    await runHere(site, ["check"]);
    change(path, from, to);
    const { done, said: now } = await operations(command);
    expect(done).toContain(`reads ${path}`);
    const others = done.filter(
      (one) => /(?:content|dist)\/.*\/(?!kontakt\.)/u.test(one) && !one.includes("ledger.json"),
    );
    expect(others.filter((one) => !one.startsWith("changes dist/"))).toEqual([]);
    rmSync(join(site, ".malvakt"), { recursive: true });
    if (command !== "build") expect(await saidHere(command)).toBe(now);
    else expect((await operations("build")).done.length).toBeGreaterThan(1);
  });
});
