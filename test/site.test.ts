// Every folder of test/site is a case: a tiny project, and exactly what comes out of it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readTree, runCase } from "./run-case.mjs";

const cases = fileURLToPath(new URL("site/", import.meta.url));

describe.concurrent("a site gives exactly its expected files", () => {
  for (const name of readdirSync(cases).toSorted()) {
    const sentence = readFileSync(join(cases, name, "README.md"), "utf8").trim();
    test(`${name}: ${sentence}`, async ({ expect }) => {
      const expected = new Map(
        [...readTree(join(cases, name, "expected"))].map(([path, bytes]) => [path, bytes.toString("utf8")]),
      );
      const actual = await runCase(join(cases, name));
      expect([...actual.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [path, text] of expected) expect(actual.get(path), path).toBe(text);
    });
  }
});

test("no report shows a stack trace, this machine's paths or a mistake of the program's own", () => {
  for (const name of readdirSync(cases)) {
    for (const [path, bytes] of readTree(join(cases, name, "expected"))) {
      expect(bytes.toString("utf8"), `${name}/${path}`).not.toMatch(
        /^\s+at .*:\d+:\d+|\/tmp\/|Internal error in Målvakt|file:\/\//mu,
      );
    }
  }
});
