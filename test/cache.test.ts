// What has not changed is neither read nor checked again, and that never lets anything through.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tests as commonmark } from "commonmark-spec";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { readTree } from "./site-case.mjs";
import { runHere } from "./stand-in/run-here.ts";

const approvedSite = fileURLToPath(new URL("site-base/site", import.meta.url));

describe("the cache", () => {
  let site = "";
  const kept = (folder: string): string[] => readdirSync(join(site, ".malvakt", folder)).toSorted();
  const change = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(site, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(site, path), text.replace(from, to));
  };

  beforeEach(async () => {
    site = mkdtempSync(join(tmpdir(), "malvakt-plans-"));
    cpSync(approvedSite, site, { recursive: true });
    expect((await runHere(site, ["build"])).exitCode).toBe(0);
  });
  afterEach(() => rmSync(site, { recursive: true }));

  test("holds what was found, and git ignores it", () => {
    const [name = ""] = kept("plans");
    expect(readFileSync(join(site, ".malvakt/plans", name), "utf8")).toContain('"findings":[]');
    expect(readFileSync(join(site, ".malvakt/.gitignore"), "utf8")).toBe("*\n");
  });

  test("can be deleted or broken at any time", async () => {
    for (const name of kept("plans")) writeFileSync(join(site, ".malvakt/plans", name), "{ broken");
    for (const [at, name] of kept("pages").entries()) {
      const file = join(site, ".malvakt/pages", name);
      const text = readFileSync(file, "utf8");
      // Cut short by a full disk, and changed by hand.
      writeFileSync(file, at === 0 ? text.slice(0, 200) : text.replace("Massasje", "Akupunktur"));
    }
    const published = readTree(join(site, "dist"));
    expect((await runHere(site, ["build"])).exitCode).toBe(0);
    expect(readTree(join(site, "dist"))).toEqual(published);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect((await runHere(site, ["build"])).exitCode).toBe(0);
    expect(kept("plans")).toHaveLength(2);
  });

  test("gives the same report with it as without it", async () => {
    const warm = await runHere(site, ["check"]);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect(warm).toEqual(await runHere(site, ["check"]));
  });

  test("is not believed under other settings or other terms", async () => {
    const before = kept("plans");
    writeFileSync(
      join(site, "terms.yaml"),
      "concepts:\n  - id: a\n    terms:\n      en: [{ term: massage, status: deprecated }]\n",
    );
    writeFileSync(join(site, "malvakt.yaml"), `${readFileSync(join(site, "malvakt.yaml"), "utf8")}terms: terms.yaml\n`);
    const ran = await runHere(site, ["check"]);
    expect(ran.stdout).toContain("term-deprecated");
    expect(kept("plans")).not.toEqual(before);
  });

  test("a changed translation is checked again", async () => {
    change("content/en/kontakt.po", "Call us", "Call us us");
    const first = await runHere(site, ["check"]);
    expect(first.stdout).toContain("doubled-word");
    expect(await runHere(site, ["check"])).toEqual(first);
    // A line further down: the finding is the same, its place is not.
    change("content/en/kontakt.po", "msgid", "# Ring.\nmsgid");
    const moved = await runHere(site, ["check"]);
    expect(moved.stdout).not.toEqual(first.stdout);
    rmSync(join(site, ".malvakt"), { recursive: true });
    expect(await runHere(site, ["check"])).toEqual(moved);
  });

  test("holds each page as it was read, and forgets those that are changed or gone", async () => {
    const before = kept("pages");
    expect(before).toHaveLength(2);
    const stamp = new Date("2026-01-01");
    for (const name of before) utimesSync(join(site, ".malvakt/pages", name), stamp, stamp);
    change("content/nb/kontakt.md", "hverdager", "alle dager");
    await runHere(site, ["check"]);
    const after = kept("pages");
    expect(after).toHaveLength(2);
    const same = after.filter((name) => before.includes(name));
    expect(same).toHaveLength(1);
    expect(statSync(join(site, ".malvakt/pages", same[0] ?? "")).mtime).toEqual(stamp);
    rmSync(join(site, "content/nb/kontakt.md"));
    await runHere(site, ["check"]);
    expect(kept("pages")).toEqual(same);
  });

  test("is not written by commands that only look", async () => {
    rmSync(join(site, ".malvakt"), { recursive: true });
    await runHere(site, ["status"]);
    await runHere(site, ["draft", "--dry-run"]);
    expect(existsSync(join(site, ".malvakt"))).toBe(false);
  });

  test("a page is checked again when a page that it links to changes", async () => {
    change("content/nb/kontakt.md", "Ring oss", "Les om [timen](massasje.md#massasje). Ring oss");
    expect((await runHere(site, ["check", "--lang", "nb"])).stdout).not.toContain("link-broken");
    change("content/nb/massasje.md", "# Massasje", "# Behandling");
    expect((await runHere(site, ["check", "--lang", "nb"])).stdout).toContain("kontakt.md:5:8");
  });

  test("a termbase that is named on the command line is remembered as well, and told from the project's own", async () => {
    const terms = "concepts:\n  - id: a\n    terms:\n      en: [{ term: massage, status: deprecated }]\n";
    writeFileSync(join(site, "other.yaml"), terms);
    for (let round = 0; round < 2; round += 1) {
      expect((await runHere(site, ["check", "--terms", "other.yaml"])).stdout).toContain("term-deprecated");
      expect((await runHere(site, ["check"])).stdout).not.toContain("term-deprecated");
    }
    expect(kept("terms")).toHaveLength(1);
  });
});

test("a page is the same after it was kept as JSON", () => {
  for (const { markdown } of commonmark) {
    const text = `---\ntitle: Side\ndate: 2026-11-20\n---\n\n${markdown.replaceAll("→", "\t")}`;
    const { page } = readPage(text, "side");
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
  }
});
