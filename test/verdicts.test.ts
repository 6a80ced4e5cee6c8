// What has not changed is not checked again, and that never lets anything through.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runMalvakt } from "./run-case.mjs";

const approvedSite = fileURLToPath(new URL("site/approved/site", import.meta.url));

describe("the cache of verdicts", () => {
  let site = "";
  const cache = (): { rules: string; clean: string[] } =>
    JSON.parse(readFileSync(join(site, ".malvakt/clean.json"), "utf8")) as { rules: string; clean: string[] };
  const change = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(site, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(site, path), text.replace(from, to));
  };

  beforeEach(async () => {
    site = mkdtempSync(join(tmpdir(), "malvakt-verdicts-"));
    cpSync(approvedSite, site, { recursive: true });
    expect((await runMalvakt(site, ["build"])).exitCode).toBe(0);
  });
  afterEach(() => rmSync(site, { recursive: true }));

  test("holds the catalogs in which nothing was found, and git ignores it", () => {
    expect(cache().clean.length).toBeGreaterThan(0);
    expect(readFileSync(join(site, ".malvakt/.gitignore"), "utf8")).toBe("*\n");
  });

  test("can be deleted or broken at any time", async () => {
    writeFileSync(join(site, ".malvakt/clean.json"), "{ broken");
    expect((await runMalvakt(site, ["build"])).exitCode).toBe(0);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect((await runMalvakt(site, ["build"])).exitCode).toBe(0);
    expect(existsSync(join(site, ".malvakt/clean.json"))).toBe(true);
  });

  test("gives the same report with it as without it", async () => {
    const warm = await runMalvakt(site, ["check"]);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect(warm).toEqual(await runMalvakt(site, ["check"]));
  });

  test("is not believed under other settings or other terms", async () => {
    const before = cache();
    writeFileSync(
      join(site, "terms.yaml"),
      "concepts:\n  - id: a\n    terms:\n      en: [{ term: massage, status: deprecated }]\n",
    );
    writeFileSync(join(site, "malvakt.yaml"), `${readFileSync(join(site, "malvakt.yaml"), "utf8")}terms: terms.yaml\n`);
    const ran = await runMalvakt(site, ["check"]);
    expect(ran.stdout).toContain("term-deprecated");
    expect(cache().rules).not.toBe(before.rules);
  });

  test("a changed translation is checked again", async () => {
    change("content/en/kontakt.po", "Call us", "Call us us");
    expect((await runMalvakt(site, ["check"])).stdout).toContain("doubled-word");
  });
});
