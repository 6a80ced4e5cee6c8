// Law 5: src/ is the map in ARCHITECTURE.md. Every file is on it, and a file uses only files above it.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

type Place = { line: number; pattern: string };

/** The lines of the map: a path, or a folder with `*.ts`, each with the words that say its duty. */
function readMap(markdown: string): Place[] {
  const block = /^```[a-z]*\r?\n(src\/[\s\S]*?)^```/mu.exec(markdown)?.[1];
  if (block === undefined) throw new Error("ARCHITECTURE.md has no map: a code block that begins with a line src/.");
  return block.split(/\r?\n/u).flatMap((line, index) => {
    const pattern = /^\s*(src\/\S+\.ts)(?=\s|$)/u.exec(line)?.[1];
    return pattern === undefined ? [] : [{ line: index, pattern }];
  });
}

/** Where a file stands: on a line of its own, or else on the line of its folder. */
function placeOf(file: string, map: readonly Place[]): Place | undefined {
  return (
    map.find(({ pattern }) => pattern === file) ??
    map.find(({ pattern }) => pattern.endsWith("/*.ts") && posix.dirname(pattern) === posix.dirname(file))
  );
}

/** The files that a file uses: static and dynamic imports, of types too, and what it exports from elsewhere. */
function usedBy(file: string, source: string): string[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gmu, "");
  const specifiers = [
    ...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\bnew URL\(\s*)["'](\.[^"']*\.ts)["']/gu),
  ];
  return [...new Set(specifiers.map(([, specifier = ""]) => posix.join(posix.dirname(file), specifier)))];
}

/** Everything in which a map and a tree of files do not agree. */
function disagreements(markdown: string, files: ReadonlyMap<string, string>): string[] {
  const map = readMap(markdown);
  const seen = new Set<string>();
  const doubled = map.filter(({ pattern }) => seen.size === seen.add(pattern).size);
  const idle = map.filter((place) => ![...files.keys()].some((file) => placeOf(file, map) === place));
  return [
    ...doubled.map(({ pattern }) => `${pattern} stands twice on the map`),
    ...idle.map(({ pattern }) => `${pattern} is on the map, but no such file is there`),
    ...[...files].flatMap(([file, source]) => {
      const place = placeOf(file, map);
      if (!place) return [`${file} is not on the map`];
      return usedBy(file, source).flatMap((used) => {
        const other = placeOf(used, map);
        if (other && other.line < place.line) return [];
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
src/
src/core/hash.ts            hashes
src/core/language/*.ts      one file per language
src/core/language/all.ts    the list of languages
src/core/page/page.ts       a page
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
  test.each<[what: string, changed: Record<string, string | undefined>, expected: string[]]>([
    ["agree", {}, []],
    ["a file that is not listed", { "src/core/new.ts": "" }, ["src/core/new.ts is not on the map"]],
    [
      "a listed file that is gone",
      { "src/core/hash.ts": undefined, "src/core/page/page.ts": "" },
      ["src/core/hash.ts is on the map, but no such file is there"],
    ],
    [
      "an import from below",
      { "src/core/hash.ts": 'import { page } from "./page/page.ts";' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "an import of types from below",
      { "src/core/hash.ts": 'import type { Page } from "./page/page.ts";' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "an import over several lines from below",
      { "src/core/hash.ts": 'import {\n  a,\n  b,\n} from "./page/page.ts";' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "a dynamic import from below",
      { "src/core/hash.ts": 'void import("./page/page.ts");' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "an export of what stands below",
      { "src/core/hash.ts": 'export { page } from "./page/page.ts";' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "an import for its effects",
      { "src/core/hash.ts": 'import "./page/page.ts";' },
      ["src/core/hash.ts uses src/core/page/page.ts, which does not stand above it"],
    ],
    [
      "two files of one line that use each other",
      { "src/core/language/nn.ts": 'import { nb } from "./nb.ts";' },
      ["src/core/language/nn.ts uses src/core/language/nb.ts, which does not stand above it"],
    ],
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

const files = new Map(sources("src").filter(([path]) => path.endsWith(".ts")));

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
