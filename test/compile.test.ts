// No test and no command meets an old lib/: what it was compiled from is compared file by file, not by time.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const checkout = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

/** A checkout with next to nothing in src/. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "målvakt compile "));
  for (const path of [
    "package.json",
    "tsconfig.json",
    "tsconfig.lib.json",
    "vitest.config.ts",
    "scripts/compile.mjs",
    "scripts/licence-texts.mjs",
    "test/compile-first.mjs",
    "src/review/client/tsconfig.json",
  ])
    cpSync(join(checkout, path), join(folder, path));
  symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
  write("src/index.ts", 'export { answer } from "./answer.ts";\n');
  write("src/remark.ts", "export default 1;\n");
  write("src/shell/main.ts", 'console.log("ran");\n');
  write("src/embed/main.ts", 'console.log("shown");\n');
  write("src/review/client/main.tsx", 'console.log("reviewed");\n');
  write("src/review/client/review.html", "");
  write("src/review/client/review.css", "");
  write("src/answer.ts", "export const answer: string = 'first';\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

const compile = (): ReturnType<typeof run> => run("scripts/compile.mjs");
const compiled = (path: string): boolean => existsSync(join(folder, "lib", path));
const library = (): string => readFileSync(join(folder, "lib/index.js"), "utf8");

test("lib/ follows what is in src/, whatever the times of the files", { timeout: 300_000 }, () => {
  expect(compile()).toEqual({ status: 0, said: "" });
  expect(library()).toContain("first");

  write("lib/mark", "");
  expect(compile().status).toBe(0);
  expect(compiled("mark"), "what did not change is not compiled again").toBe(true);

  write("src/answer.ts", "export const answer: string = 'second';\n");
  utimesSync(join(folder, "src/answer.ts"), 1, 1);
  expect(compile().status).toBe(0);
  expect(library(), "a change with an old date").toContain("second");

  renameSync(join(folder, "src/answer.ts"), join(folder, "src/reply.ts"));
  write("src/index.ts", 'export { answer } from "./reply.ts";\n');
  expect(compile().status).toBe(0);
  expect([compiled("answer.js"), compiled("reply.js")], "a file that was renamed").toEqual([false, true]);

  write("src/index.ts", "export const answer: string = 'third';\n");
  expect(compile().status).toBe(0);
  rmSync(join(folder, "src/reply.ts"));
  expect(compile().status).toBe(0);
  expect(compiled("reply.js"), "a file that was deleted").toBe(false);

  write("src/wrong.ts", "export const answer: string = 1;\n");
  const { status, said } = compile();
  expect(status).toBe(1);
  expect(said).toContain("src/wrong.ts");
  expect(library(), "what does not compile takes nothing away").toContain("third");
  rmSync(join(folder, "src/wrong.ts"));
});

test.each(["core", "system"])(
  "the runner compiles before it runs tests of the project %s",
  { timeout: 300_000 },
  (project) => {
    write("src/index.ts", `export const answer: string = 'for ${project}';\n`);
    write(
      project === "core" ? "test/one.test.ts" : "test/system/one.test.ts",
      `import { expect, test } from "vitest";
test("the compiled library", async () => {
  const { answer } = await import("malvakt");
  expect(answer).toBe("for ${project}");
});
`,
    );
    const { status, said } = run("node_modules/vitest/vitest.mjs", "run", "--project", project);
    expect(said).toMatch(/1 passed/u);
    expect(status).toBe(0);
  },
);
