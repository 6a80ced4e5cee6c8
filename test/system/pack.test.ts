// The package as others get it: packed, installed in an empty folder, and used from there; and a clone as editors get it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "malvakt-pack-"));
  folders.push(folder);
  return folder;
}

/** Runs a program; gives what it printed, and fails with all that it printed when it fails. */
function run(folder: string, program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the package", () => {
  const site = emptyFolder();
  let files: string[] = [];

  beforeAll(() => {
    const [packed] = JSON.parse(run(root, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", site)) as {
      filename: string;
      files: { path: string }[];
    }[];
    files = packed?.files.map(({ path }) => path) ?? [];
    run(site, "npm", "init", "-y");
    run(site, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", `./${packed?.filename ?? ""}`);
  });

  test("holds compiled code with its types, and nothing of the site or the tests", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "lib/index.js",
        "lib/index.d.ts",
        "lib/remark.js",
        "lib/embed-program.js",
        "lib/shell/main.js",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
      ]),
    );
    const expected = /^(?:lib\/|docs\/|content\/terms\.yaml$|package\.json$|LICENSE$|[A-Z]+\.md$)/u;
    expect(files.filter((path) => !expected.test(path))).toEqual([]);
  });

  test.each(["lib/LICENSES.txt", "lib/shell/LICENSES.txt"])("%s has the licence of every package within", (path) => {
    const sections = readFileSync(join(root, path), "utf8").split(/^-{80}\n\n/mu);
    for (const section of sections) {
      expect(section.split("\n")[0]).toMatch(/^\S+: [A-Z]/u);
      expect(section.slice(section.indexOf("\n")), section.slice(0, 40)).toMatch(/copyright|copyleft|permission/iu);
      expect(section.length, section.slice(0, 40)).toBeGreaterThan(500);
    }
  });

  test("the licences of the command are those of all dependencies: only deepl-node stays outside, with its own", () => {
    const text = readFileSync(join(root, "lib/shell/LICENSES.txt"), "utf8");
    const names = text.split(/^-{80}\n\n/mu).map((section) => /^\S+(?=: \S)/u.exec(section)?.[0]);
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => name !== "deepl-node" && !names.includes(name))).toEqual([]);
  });

  test("has a README whose links lead to files of the package", () => {
    const prose = readFileSync(join(root, "README.md"), "utf8").replaceAll(/```[\s\S]*?```|`[^`\n]*`/gu, "");
    const links = prose.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu);
    expect([...links].map(([, path = ""]) => path).filter((path) => !files.includes(path))).toEqual([]);
  });

  test("runs nothing when it is installed", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/u.test(name))).toEqual([]);
  });

  test("has the command, which makes a project that builds and checks at once", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(run(site, "npx", "malvakt", "--version").trim()).toBe(version);
    run(site, "npx", "malvakt", "init", "klinikk");
    const project = join(site, "klinikk");
    expect(run(project, "npx", "malvakt", "build")).toContain("1 fragment published");
    expect(run(project, "npx", "malvakt", "check")).toContain("No findings.");
    expect(readFileSync(join(project, "dist/nb/velkommen.html"), "utf8")).toMatch(
      /^<article lang="nb" dir="ltr" data-page="velkommen" data-status="source"[^<>]*>/u,
    );
  });

  test("has the library, with types that a strict compiler takes", () => {
    writeFileSync(
      join(site, "use.mts"),
      'import { readPage, type Page } from "malvakt";\nimport remarkMalvakt from "malvakt/remark";\n' +
        'const page: Page | undefined = readPage("---\\ntitle: T\\n---\\n\\nHei.\\n", "side").page;\n' +
        "console.log(page?.units.length, typeof remarkMalvakt);\n",
    );
    run(
      site,
      process.execPath,
      join(root, "node_modules/typescript/bin/tsc"),
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--skipLibCheck",
      "--types",
      "",
      "--lib",
      "es2023,dom",
      "use.mts",
    );
    expect(run(site, process.execPath, "use.mjs").trim()).toBe("2 function");
    // Whatever version of the parser npm has put beside it, another one is within.
    for (const name of ["micromark", "mdast-util-from-markdown", "remark-parse"])
      rmSync(join(site, "node_modules", name), { recursive: true, force: true });
    expect(run(site, process.execPath, "use.mjs").trim()).toBe("2 function");
    const project = mkdtempSync(join(site, "project-"));
    run(project, "npx", "malvakt", "init");
    expect(run(project, "npx", "malvakt", "build")).toContain("1 fragment published");
  });
});

describe("what the package holds at a version", () => {
  /** Files that a program of the package reads, by what it imports of them. */
  const readBy = (entry: string, met = new Set<string>()): Set<string> => {
    if (met.has(entry)) return met;
    met.add(entry);
    for (const [, path = ""] of readFileSync(entry, "utf8").matchAll(/(?:\bfrom|\bimport\(?)\s*"(\.[^"]+\.js)"/gu))
      readBy(join(dirname(entry), path), met);
    return met;
  };

  test("is the parser that lists cannot slow down", () => {
    const { version } = JSON.parse(readFileSync(join(root, "node_modules/micromark/package.json"), "utf8")) as {
      version: string;
    };
    expect(version).toBe("4.0.2");
  });

  test.each(["index", "remark", "shell/main"])("is within %s.js, where no other version can take its place", (name) => {
    const files = [...readBy(join(root, "lib", `${name}.js`))];
    const packages = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"'\n]*["']([^."'][^"']*)["'];?$/gmu)].map(
        ([, specifier]) => specifier,
      ),
    );
    expect(packages.filter((specifier) => !isBuiltin(specifier ?? ""))).toEqual([]);
    expect(files.some((file) => readFileSync(file, "utf8").includes("node_modules/micromark/"))).toBe(true);
  });
});

describe("a clone", () => {
  test("is set up and builds with the two commands of the README", () => {
    const clone = join(emptyFolder(), "clone");
    run(root, "git", "clone", "--quiet", "--no-hardlinks", root, clone);
    run(clone, "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
    expect(run(clone, "npm", "run", "build")).toMatch(/fragments published/u);
    expect(run(clone, "git", "status", "--porcelain")).toBe("");
  });
});
