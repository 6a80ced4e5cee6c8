// The cache comes with the project's folder, so anyone may have put something into it: only this user's key is believed.
import { createHash, createHmac } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMalvakt } from "./run-case.mjs";
import { readTree } from "./site-case.mjs";
import { runHere } from "./stand-in/run-here.ts";

const approvedSite = fileURLToPath(new URL("site-base/site", import.meta.url));

/** Signs a value in all ways that need no secret. */
const forgeries: Record<string, (value: string) => string> = {
  "with its plain digest": (value) => createHash("sha256").update(value).digest("hex"),
  "with an empty key": (value) => createHmac("sha256", "").update(value).digest("hex"),
  "with no signature": () => "",
};

describe("the cache is believed only if this user's runs wrote it", () => {
  let folder = "";
  let site = "";
  let state = "";
  const run = (command: string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof runHere> =>
    runHere(site, command, { XDG_STATE_HOME: state, ...env });
  const kept = (name: string): string[] =>
    readdirSync(join(site, ".malvakt", name)).map((file) => join(site, ".malvakt", name, file));
  const valueOf = (file: string): string => {
    const text = readFileSync(file, "utf8");
    return text.slice(text.indexOf("\n") + 1);
  };
  const keyFile = (): string => join(state, "malvakt/cache.key");

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "malvakt-trust-"));
    site = join(folder, "site");
    state = join(folder, "state");
    cpSync(approvedSite, site, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each(Object.entries(forgeries))("a page forged %s publishes no script", async (_, sign) => {
    await run(["build"]);
    const published = readTree(join(site, "dist"));
    for (const file of kept("pages")) {
      const value = valueOf(file).replace("<p>", "<p><script>alert(1)</script>");
      expect(value).toContain("<script>");
      writeFileSync(file, `${sign(value)}\n${value}`);
    }
    expect((await run(["build"])).exitCode).toBe(0);
    expect(readTree(join(site, "dist"))).toEqual(published);
  });

  test.each(Object.entries(forgeries))("a plan forged %s hides no error", async (_, sign) => {
    const page = join(site, "content/nb/kontakt.md");
    writeFileSync(page, readFileSync(page, "utf8").replace("Ring oss", "[Ring](nei.md) oss"));
    const first = await run(["check"]);
    expect(first.exitCode).toBe(1);
    type Kept = { plan: { findings: unknown[] } };
    const plans = kept("plans").map((file) => ({ file, value: JSON.parse(valueOf(file)) as Kept }));
    expect(plans.some(({ value }) => value.plan.findings.length > 0)).toBe(true);
    for (const { file, value } of plans) {
      const forged = JSON.stringify({ ...value, plan: { ...value.plan, findings: [] } });
      writeFileSync(file, `${sign(forged)}\n${forged}`);
    }
    rmSync(join(site, ".malvakt/runs-check"), { recursive: true });
    expect(await run(["check"])).toEqual(first);
  });

  test("a forged termbase hides no error", async () => {
    const terms = "concepts:\n  - id: a\n    terms:\n      nb: [{ term: massasje, status: deprecated }]\n";
    writeFileSync(join(site, "terms.yaml"), terms);
    writeFileSync(join(site, "malvakt.yaml"), `${readFileSync(join(site, "malvakt.yaml"), "utf8")}terms: terms.yaml\n`);
    const first = await run(["check"]);
    expect(first.stdout).toContain("term-deprecated");
    const [file = ""] = kept("terms");
    const value = '{"concepts":[]}';
    writeFileSync(file, `${createHash("sha256").update(value).digest("hex")}\n${value}`);
    for (const name of ["plans", "runs-check"]) rmSync(join(site, ".malvakt", name), { recursive: true });
    expect(await run(["check"])).toEqual(first);
  });

  test.each(Object.entries(forgeries))("what a run found, forged %s, hides no error", async (_, sign) => {
    const page = join(site, "content/nb/kontakt.md");
    writeFileSync(page, readFileSync(page, "utf8").replace("Ring oss", "[Ring](nei.md) oss"));
    const first = await run(["check"]);
    expect(first.exitCode).toBe(1);
    const [file = ""] = kept("runs-check");
    const value = JSON.parse(valueOf(file)) as { report: { findings: unknown[] } };
    expect(value.report.findings.length).toBeGreaterThan(0);
    const forged = JSON.stringify({ ...value, report: { ...value.report, findings: [] } });
    writeFileSync(file, `${sign(forged)}\n${forged}`);
    expect(await run(["check"])).toEqual(first);
  });

  test.each(Object.entries(forgeries))("what files hold, forged %s, hides no change", async (_, sign) => {
    const page = join(site, "content/nb/kontakt.md");
    expect((await run(["check"])).exitCode).toBe(0);
    const [file = ""] = kept("index-sources");
    const before = JSON.parse(valueOf(file)) as Record<string, { stat: string; hash: string }>;
    expect(before[page]).toBeDefined();
    writeFileSync(page, readFileSync(page, "utf8").replace("Ring oss", "[Ring](nei.md) oss"));
    const { size, mtimeMs, ctimeMs, ino } = statSync(page);
    const stat = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
    const forged = JSON.stringify({ ...before, [page]: { ...before[page], stat } });
    writeFileSync(file, `${sign(forged)}\n${forged}`);
    expect((await run(["check"])).stdout).toContain("link-broken");
  });

  test("what was kept of one page does not stand for another", async () => {
    await run(["build"]);
    const published = readTree(join(site, "dist"));
    const [one = "", other = ""] = kept("pages");
    const [first, second] = [readFileSync(one), readFileSync(other)];
    writeFileSync(one, second);
    writeFileSync(other, first);
    expect((await run(["build"])).exitCode).toBe(0);
    expect(readTree(join(site, "dist"))).toEqual(published);
  });

  test("the key is made once, outside the project, for this user alone", async () => {
    const check = (): ReturnType<typeof runMalvakt> => runMalvakt(site, ["check"], { XDG_STATE_HOME: state });
    await Promise.all([check(), check(), check()]);
    const key = readFileSync(keyFile(), "utf8");
    expect(key).toMatch(/^[0-9a-f]{64}\n$/u);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(state, "malvakt"))).toEqual(["cache.key"]);
    await run(["build"]);
    expect(readFileSync(keyFile(), "utf8")).toBe(key);
    for (const [, bytes] of readTree(site)) expect(bytes.toString()).not.toContain(key.trim());
  });

  test("what one user's runs kept, another's do not believe", async () => {
    await run(["build"]);
    const values = new Map(kept("pages").map((file) => [file, readFileSync(file, "utf8")]));
    await run(["build"], { XDG_STATE_HOME: join(folder, "other") });
    for (const [file, text] of values) expect(readFileSync(file, "utf8")).not.toBe(text);
  });

  test.each<[string, () => void]>([
    ["is open to others", () => chmodSync(keyFile(), 0o644)],
    ["is no key", () => writeFileSync(keyFile(), "\n")],
    [
      "is a folder",
      () => {
        rmSync(keyFile());
        mkdirSync(keyFile());
      },
    ],
    [
      "is a link",
      () => {
        writeFileSync(join(folder, "known"), `${"0".repeat(64)}\n`, { mode: 0o600 });
        rmSync(keyFile());
        symlinkSync(join(folder, "known"), keyFile());
      },
    ],
  ])("with a key that %s nothing is kept or believed, and nothing breaks", async (_, spoil) => {
    await run(["build"]);
    spoil();
    rmSync(join(site, ".malvakt"), { recursive: true });
    const ran = await run(["build"]);
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toBe("");
    expect(existsSync(join(site, ".malvakt/pages"))).toBe(false);
  });

  test("a place for the key that cannot be used breaks nothing", async () => {
    writeFileSync(state, "a file");
    expect(await run(["build"])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(existsSync(join(site, ".malvakt/pages"))).toBe(false);
  });

  test("a key inside the project is none: it could have come with it", async () => {
    const own = { XDG_STATE_HOME: join(site, "state") };
    mkdirSync(join(site, "state/malvakt"), { recursive: true });
    writeFileSync(join(site, "state/malvakt/cache.key"), `${"0".repeat(64)}\n`, { mode: 0o600 });
    expect((await run(["build"], own)).exitCode).toBe(0);
    expect(existsSync(join(site, ".malvakt/pages"))).toBe(false);
  });

  test("MALVAKT_CACHE_KEY shares a cache openly", async () => {
    const shared = { MALVAKT_CACHE_KEY: "a long secret of the pipeline" };
    await run(["build"], shared);
    expect(existsSync(state)).toBe(false);
    const before = kept("plans").map((file) => readFileSync(file, "utf8"));
    await run(["build"], { ...shared, XDG_STATE_HOME: join(folder, "other") });
    expect(kept("plans").map((file) => readFileSync(file, "utf8"))).toEqual(before);
    // Not believed without the key.
    await run(["build"]);
    expect(kept("plans").map((file) => readFileSync(file, "utf8"))).not.toEqual(before);
  });

  test("through a link out of the project nothing is deleted, written or believed", async () => {
    const outside = join(folder, "outside");
    mkdirSync(outside);
    const strange = join(outside, `${"a".repeat(64)}.json`);
    writeFileSync(strange, "kept");
    mkdirSync(join(site, ".malvakt"));
    symlinkSync(outside, join(site, ".malvakt/pages"));
    expect((await run(["build"])).exitCode).toBe(0);
    expect(readdirSync(outside)).toEqual([`${"a".repeat(64)}.json`]);
  });

  test("only files of a cache's own are deleted from it", async () => {
    await run(["build"]);
    writeFileSync(join(site, ".malvakt/pages/notes.txt"), "mine");
    writeFileSync(join(site, "content/nb/kontakt.md"), "---\ntitle: Kontakt\n---\n\nRing oss.\n");
    await run(["build"]);
    expect(readFileSync(join(site, ".malvakt/pages/notes.txt"), "utf8")).toBe("mine");
    expect(kept("pages")).toHaveLength(3);
  });
});
