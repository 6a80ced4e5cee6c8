// The output folder as someone else may have left it: a build deletes nothing of a project's own, writes through no link
// that leads out, and names what lies in it that no ledger knows.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";

const leftovers: { remove: () => void }[] = [];
afterEach(() => {
  for (const one of leftovers.splice(0)) one.remove();
});

const page = (words: string, more = ""): string => `---\ntitle: ${words}\n${more}---\n\nVi skriver om ${words}.\n`;

function catalog(text: string): string {
  const units = readPage(text, "a").page?.units ?? [];
  return catalogText(
    "en",
    units.map(({ context, text: id }) =>
      approvedEntry({ context, id, text: context === "slug" ? id : `We say ${id}` }),
    ),
  );
}

async function published(): Promise<TestProject> {
  const site = makeProject(
    { "content/nb/a.md": page("Hofte"), "content/en/a.po": catalog(page("Hofte")), "content/nb/b.md": page("Kne") },
    ["en: {}"],
  );
  leftovers.push(site);
  expect((await runCommand(site, ["build"])).code).toBe(0);
  return site;
}

const build = (site: TestProject, ...args: string[]): Promise<Ran> => runCommand(site, ["build", ...args]);

test.each([".", "..", "content", "content/nb", "inside/content"])("--out %s is refused", async (out) => {
  const site = await published();
  symlinkSync(site.root, join(site.root, "inside"));
  const before = site.files();
  const { code, err } = await build(site, "--out", join(site.root, out));
  expect(code).toBe(2);
  expect(err).toContain("holds the project itself");
  expect(site.files()).toEqual(before);
});

test("dist as a link is followed inside the project, and not out of it", async () => {
  const site = await published();
  const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
  leftovers.push({ remove: () => rmSync(elsewhere, { recursive: true }) });
  rmSync(join(site.root, "dist"), { recursive: true });
  symlinkSync(elsewhere, join(site.root, "dist"));
  const refused = await build(site);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("it is a link out of the project");
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(join(site.root, "dist"));
  mkdirSync(join(site.root, "public"));
  symlinkSync("public", join(site.root, "dist"));
  expect((await build(site)).code).toBe(0);
  expect(existsSync(join(site.root, "public/en/a.html"))).toBe(true);
  // One who names it means it.
  const folder = join(elsewhere, "given");
  expect((await build(site, "--out", folder)).code).toBe(0);
  expect(existsSync(join(folder, "en/a.html"))).toBe(true);
});

test.each([".git/config", "en/.htaccess", "..", "en//a.html", "/etc/passwd"])(
  "a ledger that says a build wrote %s is none",
  async (path) => {
    const site = await published();
    site.write("dist/.git/config", "theirs");
    site.write("dist/en/.htaccess", "theirs");
    site.write(
      "dist/ledger.json",
      site.read("dist/ledger.json").replace("\n]", `\n,${JSON.stringify({ file: path })}\n]`),
    );
    const before = site.files();
    const { code, err } = await build(site);
    expect(code).toBe(1);
    expect(err).toContain("ledger.json cannot be read");
    expect(site.files()).toEqual(before);
  },
);

describe("a line of the ledger", () => {
  test.each<[string, Record<string, unknown>]>([
    ["for another language's file", { path: "nb/b.html" }],
    ["for what is no fragment", { path: "manifest.json" }],
    ["for a head", { path: "en/a.head.html" }],
    ["with a character that no text may hold", { data: { deep: { list: ["a", { x: "\uFDD0" }] } } }],
    ["with such a name", { data: { deep: { "\u0001": 1 } } }],
  ])("%s changes nothing", async (_, change) => {
    const site = await published();
    const lines = site.read("dist/ledger.json").split("\n");
    const forged = lines.map((line) =>
      line.includes('"page":"a","language":"en"')
        ? `,${JSON.stringify({ ...(JSON.parse(line.slice(1)) as object), ...change })}`
        : line,
    );
    expect(forged).not.toEqual(lines);
    site.write("dist/ledger.json", forged.join("\n"));
    const before = site.files().map((path) => [path, site.read(path)]);
    expect((await build(site)).code).toBe(1);
    expect(site.files().map((path) => [path, site.read(path)])).toEqual(before);
  });
});

test("a fragment that a merge left out of the ledger is named, not left on the site in silence", async () => {
  const site = await published();
  site.write("content/nb/a.md", page("Hofte", 'withdrawn: "2026-11-02 Kari Nordmann: feil råd"\n'));
  const lines = site.read("dist/ledger.json").split("\n");
  site.write("dist/ledger.json", lines.filter((line) => !line.includes("en/a.html")).join("\n"));
  const { code, out } = await build(site);
  expect(code).toBe(1);
  expect(out).toMatch(/en\/a\.html:1:1 {2}error .*ledger\.json does not list it/u);
  expect(site.files()).not.toContain("dist/nb/a.html");
});

describe("a withdrawal in a form that is none", () => {
  test.each([
    "#withdrawn: 2026-11-02 Kari Nordmann: feil",
    "# Withdrawn: 2026-11-02 Kari Nordmann: feil",
    "# withdrawn: Kari Nordmann: feil",
    "#  WITHDRAWN : nå",
  ])("%s is an error, at the head and below it", async (line) => {
    const site = await published();
    const text = site.read("content/en/a.po");
    for (const other of [`${line}\n${text}`, text.replace("\n\n", `\n\n${line}\n`), `${text}\n${line}\n`]) {
      site.write("content/en/a.po", other);
      const { code, out } = await build(site);
      expect(code).toBe(1);
      expect(out).toContain("This line takes nothing off the site.");
      expect(site.files()).toContain("dist/en/a.html");
    }
  });

  test("a good one below the head is one too, and prose is none", async () => {
    const site = await published();
    const text = site.read("content/en/a.po");
    site.write("content/en/a.po", `${text}\n# withdrawn: 2026-11-02 Kari Nordmann: feil\n`);
    expect((await build(site)).out).toContain("This line takes nothing off the site.");
    site.write("content/en/a.po", text.replace("\n\n", "\n\n# withdrawn in spring, back since summer\n"));
    expect((await build(site)).code).toBe(0);
  });
});
