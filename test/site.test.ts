// test/site-base and every folder of test/site is a case: a tiny project, and exactly what comes out of it.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCase } from "./run-case.mjs";
import { allCases, expectedOf } from "./site-case.mjs";

describe.concurrent("a site gives exactly its expected files", () => {
  for (const folder of allCases()) {
    const sentence = readFileSync(join(folder, "README.md"), "utf8").trim();
    test(`${basename(folder)}: ${sentence}`, async ({ expect }) => {
      const expected = expectedOf(folder);
      const actual = await runCase(folder);
      expect([...actual.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [path, text] of expected) expect(actual.get(path), path).toBe(text);
    });
  }
});

test("no report shows a stack trace, this machine's paths or a mistake of the program's own", () => {
  for (const folder of allCases()) {
    for (const [path, text] of expectedOf(folder)) {
      expect(text, `${basename(folder)}/${path}`).not.toMatch(
        /^\s+at .*:\d+:\d+|\/tmp\/|Internal error in Målvakt|file:\/\//mu,
      );
    }
  }
});
