// Law 4: the same input gives the same bytes, whatever the folder, the clock, the time zone and the language of the machine.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMalvakt } from "./run-case.mjs";
import { readTree } from "./site-case.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "malvakt-bytes-"));
const here = join(base, "a");
const there = join(base, "et annet sted", "med ø & tegn", "project");

beforeAll(() => {
  for (const [index, folder] of [here, there].entries()) {
    mkdirSync(folder, { recursive: true });
    // The second copy is written in another order, so that a folder lists its files in another order.
    const names = [
      "malvakt.yaml",
      "content/terms.yaml",
      ...listed("content/nb"),
      ...listed("content/en"),
      ...listed("content/pl"),
    ];
    for (const name of index === 0 ? names : names.toReversed()) cpSync(join(root, name), join(folder, name));
    for (const path of readTree(folder).keys())
      utimesSync(join(folder, path), new Date(index * 1e12), new Date(index * 1e12 + path.length));
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function listed(folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

const environments = [
  { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C", SOURCE_DATE_EPOCH: "0" },
  { TZ: "America/Adak", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", SOURCE_DATE_EPOCH: "4000000000" },
];

describe("two machines", () => {
  test("build the same bytes and say the same", async () => {
    const [one, two] = await Promise.all([
      runMalvakt(here, ["build"], environments[0]),
      runMalvakt(there, ["build"], environments[1]),
    ]);
    expect(two).toEqual(one);
    const files = readTree(join(here, "dist"));
    expect(files.size).toBeGreaterThan(10);
    expect(readTree(join(there, "dist"))).toEqual(files);
  });

  test("find the same, in every format", async () => {
    for (const format of ["text", "json", "sarif", "github"]) {
      const [one, two] = await Promise.all([
        runMalvakt(here, ["check", "--format", format], environments[0]),
        runMalvakt(there, ["check", "--format", format], environments[1]),
      ]);
      expect(two, format).toEqual(one);
      expect(one.stdout + one.stderr, format).not.toContain(base);
    }
  });

  test("write no path of the machine into any file", () => {
    for (const folder of [here, there]) {
      for (const [path, bytes] of readTree(folder)) {
        const text = bytes.toString("utf8");
        expect(text.includes(base) || text.includes(root) || text.includes(tmpdir()), path).toBe(false);
      }
    }
  });

  test("draft the same bytes on the same day, and a second time nothing", async () => {
    const day = { SOURCE_DATE_EPOCH: "1795305600" };
    const draft = ["draft", "--engine", "pseudo"];
    await Promise.all([
      runMalvakt(here, draft, { ...environments[0], ...day }),
      runMalvakt(there, draft, { ...environments[1], ...day }),
    ]);
    const files = readTree(join(here, "content"));
    expect(readTree(join(there, "content"))).toEqual(files);
    await runMalvakt(here, draft, { ...environments[1], SOURCE_DATE_EPOCH: "1800000000" });
    expect(readTree(join(here, "content"))).toEqual(files);
  });
});

test("a second build writes nothing", async () => {
  await runMalvakt(here, ["build"]);
  const { stdout } = await runMalvakt(here, ["build"]);
  expect(stdout).toMatch(/: 0 files written, \d+ unchanged, 0 removed\./u);
});

test("a build from another folder, with --root, writes the same files", async () => {
  const before = readTree(join(here, "dist"));
  const { exitCode } = await runMalvakt(base, ["build", "--root", here, "--out", join(base, "out")]);
  expect(exitCode).toBe(0);
  expect(readTree(join(base, "out"))).toEqual(before);
});
