// Law 5: src/ is the map in ARCHITECTURE.md. Every file has its room on it, and uses only rooms above and its own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

type Room = { line: number; path: string };

/** The lines of the map: a file, or a folder with all that is in it, each with the words that say its duty. */
function readMap(markdown: string): Room[] {
  const block = /^```[a-z]*\r?\n(src\/[\s\S]*?)^```/mu.exec(markdown)?.[1];
  if (block === undefined) throw new Error("ARCHITECTURE.md has no map: a code block that begins with a line src/.");
  return block.split(/\r?\n/u).flatMap((text, line) => {
    const path = /^(src\/\S+(?:\.ts|\/))(?=\s|$)/u.exec(text)?.[1];
    return path === undefined ? [] : [{ line, path }];
  });
}

/** Where a file stands: on a line of its own, or in its room. */
function roomOf(file: string, map: readonly Room[]): Room | undefined {
  return map.find(({ path }) => path === file) ?? map.find(({ path }) => path.endsWith("/") && file.startsWith(path));
}

/** The files that a file uses: static and dynamic imports, of types too, and what it exports from elsewhere. */
function usedBy(file: string, source: string): string[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, "");
  const specifiers = [
    ...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\bnew URL\(\s*)["'](\.[^"']*\.tsx?)["']/gu),
  ];
  return [...new Set(specifiers.map(([, specifier = ""]) => posix.join(posix.dirname(file), specifier)))];
}

/** Everything in which a map and a tree of files do not agree. */
function disagreements(markdown: string, files: ReadonlyMap<string, string>): string[] {
  const map = readMap(markdown);
  const seen = new Set<string>();
  const doubled = map.filter(({ path }) => seen.size === seen.add(path).size);
  const idle = map.filter((room) => ![...files.keys()].some((file) => roomOf(file, map) === room));
  return [
    ...doubled.map(({ path }) => `${path} stands twice on the map`),
    ...idle.map(({ path }) => `${path} is on the map, but no such file is there`),
    ...[...files].flatMap(([file, source]) => {
      const room = roomOf(file, map);
      if (!room) return [`${file} is not on the map`];
      return usedBy(file, source).flatMap((used) => {
        const other = roomOf(used, map);
        if (files.has(used) && other && (other.line < room.line || (other === room && room.path.endsWith("/"))))
          return [];
        return [`${file} uses ${used}, which ${files.has(used) ? "does not stand above it" : "is not there"}`];
      });
    }),
  ];
}

const map = `# Architecture

\`\`\`sh
npm ci
\`\`\`

\`\`\`
src/core/hash.ts            hashes
src/core/language/          one file per language
src/core/page/              a page
src/shell/cli.ts            the command line
\`\`\`
`;

const tree = {
  "src/core/hash.ts": 'import { x } from "node:crypto";\n',
  "src/core/language/nb.ts": "export {};\n",
  "src/core/language/all.ts": 'import { nb } from "./nb.ts";\n',
  "src/core/page/page.ts": 'import type { Language } from "../language/all.ts";\nimport { hash } from "../hash.ts";\n',
  "src/shell/cli.ts": 'const page = await import("../core/page/page.ts");\n',
};

describe("the map and the files", () => {
  const above = "src/core/hash.ts uses src/core/page/page.ts, which does not stand above it";
  test.each<[what: string, changed: Record<string, string | undefined>, expected: string[]]>([
    ["agree", {}, []],
    ["a file that has no room", { "src/core/new.ts": "" }, ["src/core/new.ts is not on the map"]],
    [
      "a listed file that is gone",
      { "src/core/hash.ts": undefined, "src/core/page/page.ts": "" },
      ["src/core/hash.ts is on the map, but no such file is there"],
    ],
    [
      "a room that is gone",
      { "src/core/page/page.ts": undefined, "src/shell/cli.ts": "" },
      ["src/core/page/ is on the map, but no such file is there"],
    ],
    ["an import from below", { "src/core/hash.ts": 'import { page } from "./page/page.ts";' }, [above]],
    ["an import of types from below", { "src/core/hash.ts": 'import type { Page } from "./page/page.ts";' }, [above]],
    [
      "an import over several lines from below",
      { "src/core/hash.ts": 'import {\n  a,\n  b,\n} from "./page/page.ts";' },
      [above],
    ],
    ["a dynamic import from below", { "src/core/hash.ts": 'void import("./page/page.ts");' }, [above]],
    ["an export of what stands below", { "src/core/hash.ts": 'export { page } from "./page/page.ts";' }, [above]],
    ["an import for its effects", { "src/core/hash.ts": 'import "./page/page.ts";' }, [above]],
    [
      "a room that uses one below it",
      { "src/core/language/nn.ts": 'import { page } from "../page/page.ts";' },
      ["src/core/language/nn.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    ["two files of one room", { "src/core/language/nn.ts": 'import { nb } from "./nb.ts";' }, []],
    ["an import in a comment", { "src/core/hash.ts": '// import { page } from "./page/page.ts";' }, []],
  ])("%s", (_, changed, expected) => {
    const files = Object.entries({ ...tree, ...changed }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    expect(disagreements(map, new Map(files))).toEqual(expected);
  });
});

const root = fileURLToPath(new URL("../", import.meta.url));

function sources(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? sources(path) : [[path, readFileSync(join(root, path), "utf8")] as [string, string]];
  });
}

const files = new Map(sources("src").filter(([path]) => /\.tsx?$/u.test(path)));

test("src/ is exactly the map in ARCHITECTURE.md", () => {
  expect(disagreements(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"), files)).toEqual([]);
});

test("every file begins with its one duty", () => {
  const silent = [...files].filter(([, source]) => !/^(#!.*\n)?\/\/ [^\n]*[.:]\n/u.test(source));
  expect(silent.map(([path]) => path).filter((path) => path !== "src/index.ts")).toEqual([]);
});

test("src/core uses nothing of src/shell, and of Node only the hash", () => {
  const strangers = [...files]
    .filter(([path]) => path.startsWith("src/core/"))
    .flatMap(([path, source]) =>
      [...source.matchAll(/(?:from|import\()\s*["'](node:[^"']*|[^"']*\/shell\/[^"']*)["']/gu)].map(
        ([, used]) => `${path} uses ${used}`,
      ),
    );
  expect(strangers).toEqual(["src/core/hash.ts uses node:crypto"]);
});

test.each(["ARCHITECTURE.md", "DECISIONS.md", "README.md"])("what %s names by its path is there", (file) => {
  const named = readFileSync(join(root, file), "utf8").matchAll(/`((?:src|test|scripts|docs)\/[^`* ]*)`/gu);
  const gone = [...named].map(([, path = ""]) => path).filter((path) => !existsSync(join(root, path)));
  expect(gone).toEqual([]);
});

test("only core/layout.ts knows where pages, catalogs and built files lie", () => {
  const others = [...files].filter(
    ([path, source]) =>
      path !== "src/core/layout.ts" &&
      // Sentences may show such a path to a person, and so do the pages of a new project.
      !path.startsWith("src/core/messages/") &&
      path !== "src/core/new-project.ts" &&
      /["'`](?:content|dist)(?:\/|["'`])/u.test(source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, "")),
  );
  expect(others.map(([path]) => path)).toEqual([]);
});
