// Pictures and files on a real disk: copied as they are, looked into once, and signed as what a person saw.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOfFile, pdf, png } from "./stand-in/pictures.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";

const page = "---\ntitle: Side\n---\n\n![Et rom](bilder/Rom.png) [Skjema](../felles/skjema.pdf)\n";

let site: TestProject;
beforeEach(() => {
  site = makeProject({ "content/nb/side.md": page }, ["en: { engine: pseudo }"]);
  put("content/nb/bilder/Rom.png", png(3, 2));
  put("content/felles/skjema.pdf", pdf);
});
afterEach(() => {
  site.remove();
  rmSync(`${site.root}-beside`, { recursive: true, force: true });
});

const at = (path: string): string => join(site.root, path);
function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), bytes);
}
const run = (...args: string[]): Promise<Ran> =>
  runCommand(site, args, { XDG_STATE_HOME: `${site.root}-beside`, SOURCE_DATE_EPOCH: "1795305600" });
const published = (): string[] => (existsSync(at("dist/assets")) ? readdirSync(at("dist/assets")).toSorted() : []);
const nameOf = (bytes: Uint8Array, stem = "rom", ending = "png"): string => `${stem}.${hashOfFile(bytes)}.${ending}`;

test("they are copied byte for byte, and go when nothing leads to them any more", async () => {
  const first = await run("build");
  expect(first.code, first.all).toBe(0);
  expect(published()).toEqual([nameOf(png(3, 2)), nameOf(pdf, "skjema", "pdf")]);
  expect(readFileSync(at(`dist/assets/${nameOf(png(3, 2))}`)).equals(png(3, 2))).toBe(true);
  expect(first.all).toContain(`other files: assets/${nameOf(png(3, 2))}, assets/${nameOf(pdf, "skjema", "pdf")}, `);

  put("content/nb/bilder/Rom.png", png(4, 2));
  await run("build");
  expect(published()).toEqual([nameOf(png(4, 2)), nameOf(pdf, "skjema", "pdf")].toSorted());
  expect(site.read("dist/nb/side.html")).toContain(`/assets/${nameOf(png(4, 2))}`);

  site.write("content/nb/side.md", page.replace(/\[Skjema.*/u, ""));
  await run("build");
  expect(published()).toEqual([nameOf(png(4, 2))]);

  site.write("content/nb/side.md", "---\ntitle: Side\n---\n\nTekst.\n");
  const last = await run("build");
  expect(existsSync(at("dist/assets"))).toBe(false);
  expect(last.all).toContain("1 removed");
});

test("a published file that was damaged is copied again; strangers beside it stay", async () => {
  await run("build");
  const path = `dist/assets/${nameOf(png(3, 2))}`;
  put(path, png(9, 9));
  put("dist/assets/theirs.png", png(1, 1));
  await run("build");
  expect(readFileSync(at(path)).equals(png(3, 2))).toBe(true);
  expect(published()).toContain("theirs.png");
});

test("a link that leads out, and a name with other capitals, are told and not published", async () => {
  put(`../${site.root.split("/").at(-1)}-beside/secret.png`, png());
  rmSync(at("content/nb/bilder/Rom.png"));
  symlinkSync(`${site.root}-beside/secret.png`, at("content/nb/bilder/Rom.png"));
  const out = await run("build");
  expect(out.code).toBe(1);
  expect(out.all).toMatch(
    /it is a link out of the project\. Until then content\/nb\/bilder\/Rom\.png is not published\./u,
  );
  expect(published()).toEqual([]);

  rmSync(at("content/nb/bilder/Rom.png"));
  put("content/nb/bilder/rom.PNG", png());
  const capitals = await run("build");
  expect(capitals.all).toContain("There is no file content/nb/bilder/Rom.png, but there is content/nb/bilder/rom.PNG.");
});

test("a language's own picture goes from draft to signature to site, and a new one needs a new signature", async () => {
  put("content/nb/bilder/Rom.en.png", png(5, 4));
  await run("draft");
  expect(site.read("content/en/side.po")).toContain("#. own picture ");
  site.approveAll("en", "side");
  await run("build");
  expect(site.read("dist/en/side.html")).toContain(`/assets/${nameOf(png(5, 4), "rom-en")}`);
  const signed = site.read("content/en/side.po");

  put("content/nb/bilder/Rom.en.png", png(6, 6));
  const build = await run("build");
  expect(build.all).toContain("was approved with another picture than content/nb/bilder/Rom.en.png is now");
  expect(site.read("dist/en/side.html")).toContain(`/assets/${nameOf(png(5, 4), "rom-en")}`);
  const status = await run("status");
  expect(status.all).toContain("1 text approved with another picture than its language has now");
  expect(status.all).toContain("malvakt draft side --lang en");

  // Nothing that the catalog does not name can be signed.
  const early = await run("approve", at("content/en/side.po"), "--by", "Kari Nordmann");
  expect(site.read("content/en/side.po")).toBe(signed);
  expect(early.code, early.all).toBe(0);

  await run("draft");
  expect(site.read("content/en/side.po")).not.toBe(signed);
  put("content/nb/bilder/Rom.en.png", png(7, 7));
  const late = await run("approve", at("content/en/side.po"), "--by", "Kari Nordmann");
  expect(late.code).toBe(1);
  expect(late.all).toContain("content/nb/bilder/Rom.en.png is another picture than this catalog names.");
  await run("draft");
  const now = await run("approve", at("content/en/side.po"), "--by", "Kari Nordmann");
  expect(now.code, now.all).toBe(0);
  await run("build");
  expect(site.read("dist/en/side.html")).toContain(`/assets/${nameOf(png(7, 7), "rom-en")}`);
  expect(published()).not.toContain(nameOf(png(5, 4), "rom-en"));
});

test("from two folders with their files in another order the same bytes come", async () => {
  await run("build");
  const twin = `${site.root}-beside/twin`;
  mkdirSync(twin, { recursive: true });
  for (const name of ["content/felles", "content/nb", "malvakt.yaml"])
    cpSync(at(name), join(twin, name), { recursive: true });
  await runCommand({ root: twin }, ["build"], { XDG_STATE_HOME: `${site.root}-beside` });
  const files = readdirSync(at("dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(6);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name).slice(site.root.length);
    expect(readFileSync(join(twin, path)).equals(readFileSync(join(parentPath, name))), path).toBe(true);
  }
});
