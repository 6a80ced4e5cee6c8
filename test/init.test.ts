// `malvakt init`: a new folder, or one that has files, becomes a project that builds at once.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { withLines } from "../src/core/new-project.ts";
import { typed } from "../src/shell/invocation.ts";
import { runMalvakt } from "./run-case.mjs";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function folderWith(files: Readonly<Record<string, string>>): string {
  folder = mkdtempSync(join(tmpdir(), "malvakt-init-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

test("a new folder gets all that a project needs, and the next command works", async () => {
  folderWith({});
  const made = await runMalvakt(folder, ["init", "klinikken vår"]);
  expect(made.exitCode).toBe(0);
  expect(made.stdout).toContain("Next: cd 'klinikken vår' && malvakt build");
  for (const path of ["malvakt.yaml", "content/terms.yaml", ".gitignore", ".gitattributes", "package.json", "GUIDE.md"])
    expect(existsSync(join(folder, "klinikken vår", path)), path).toBe(true);
  expect(read("klinikken vår/.gitignore")).toMatch(/^\*\.mo$/mu);
  const { scripts } = JSON.parse(read("klinikken vår/package.json")) as { scripts: Record<string, string> };
  expect(scripts["build"]).toBe("malvakt build");
  const built = await runMalvakt(join(folder, "klinikken vår"), ["build"]);
  expect(built.exitCode).toBe(0);
  expect(built.stdout).toContain("1 fragment published");
});

test("the termbase of a new project guards IMS", async () => {
  folderWith({});
  await runMalvakt(folder, ["init"]);
  writeFileSync(join(folder, "content/nb/ims.md"), "---\ntitle: IMS\n---\n\nIMS er akupunktur.\n");
  const checked = await runMalvakt(folder, ["check"]);
  expect(checked.exitCode).toBe(1);
  expect(checked.stdout).toContain("term-confused");
});

test("a folder that has files keeps them, and gets what it lacks", async () => {
  const own = {
    "package.json": '{ "scripts": { "build": "astro build" } }\n',
    ".gitignore": "dist-site\nnode_modules",
    ".gitattributes": "*.png binary\r\n",
    "README.md": "# Klinikken\n",
    "content/nb/om.md": "---\ntitle: Om oss\n---\n\nRing oss.\n",
  };
  folderWith(own);
  const made = await runMalvakt(folder, ["init"]);
  expect(made.exitCode).toBe(0);
  expect(made.stdout).toContain("package.json was there already and stays as it is.");
  expect(read("package.json")).toBe(own["package.json"]);
  expect(read("README.md")).toBe(own["README.md"]);
  expect(read(".gitignore")).toBe("dist-site\nnode_modules\n.malvakt/\n*.mo\n");
  expect(read(".gitattributes")).toBe("*.png binary\r\ncontent/** text=auto eol=lf\r\ndist/** -text\r\n");
  // Its own pages are the first pages.
  expect(existsSync(join(folder, "content/nb/velkommen.md"))).toBe(false);
  expect((await runMalvakt(folder, ["build"])).stdout).toContain("1 page: 1 fragment published");
});

test("a project is not made twice", async () => {
  folderWith({});
  await runMalvakt(folder, ["init"]);
  const before = read("malvakt.yaml");
  const again = await runMalvakt(folder, ["init"]);
  expect(again.exitCode).toBe(2);
  expect(again.stderr).toContain("There is a project in this folder already");
  expect(read("malvakt.yaml")).toBe(before);
});

test("the guide is in the language of whoever makes the project", async () => {
  folderWith({});
  await runMalvakt(folder, ["init", "--locale", "nb"]);
  expect(read("LES-MEG.md")).toContain("Ingenting publiseres på et annet språk");
});

test("lines are added once, and all that a file had stays", () => {
  const line = fc.stringMatching(/^[ -~]{0,6}$/u);
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom("\n", "\r\n"), fc.boolean(), (lines, newline, ended) => {
      const text = lines.join(newline) + (ended ? newline : "");
      const made = withLines(text, ["*.mo", "node_modules/"]);
      expect(made.startsWith(text)).toBe(true);
      expect(withLines(made, ["*.mo", "node_modules/"])).toBe(made);
    }),
  );
});

test.each([
  [{}, "malvakt check says why", "malvakt check says why"],
  [{ npm_command: "exec" }, "next: malvakt build", "next: npx malvakt build"],
  [{ npm_command: "run-script", npm_lifecycle_event: "status" }, "malvakt check says why", "npm run check says why"],
  [
    { npm_command: "run-script", npm_lifecycle_event: "status" },
    "next: malvakt draft ims --lang uk",
    "next: npm run draft -- ims --lang uk",
  ],
  [
    { npm_command: "run-script", npm_lifecycle_event: "build" },
    "run malvakt build --allow-withdraw. That",
    "run npm run build -- --allow-withdraw. That",
  ],
  [
    { npm_command: "run-script", npm_lifecycle_event: "status" },
    "malvakt approve content/en/ims.po --by NAME",
    "npm run approve -- content/en/ims.po --by NAME",
  ],
  [{ npm_command: "run-script", npm_lifecycle_event: "test" }, "malvakt build", "malvakt build"],
  [{ npm_command: "run-script", npm_lifecycle_event: "build" }, "malvakt init DIR", "malvakt init DIR"],
])("%j: %s is typed %s", (environment, text, expected) => {
  expect(typed(text, environment)).toBe(expected);
});
