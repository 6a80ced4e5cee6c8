// test/site-base and every folder of test/site is a case: a tiny project, and exactly what comes out of it.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandsOf, runCase, runMalvakt } from "./run-case.mjs";
import { allCases, baseCase, expectedOf } from "./site-case.mjs";
import { runHere } from "./stand-in/run-here.ts";

/** The base shows that the program in a process of its own does the same; in another language it has to be one. */
const runOf = (folder: string): typeof runMalvakt =>
  folder === baseCase || commandsOf(folder).some((command) => command.includes("--locale")) ? runMalvakt : runHere;

describe("a site gives exactly its expected files", () => {
  for (const folder of allCases()) {
    const sentence = readFileSync(join(folder, "README.md"), "utf8").trim();
    test(`${basename(folder)}: ${sentence}`, async () => {
      const expected = expectedOf(folder);
      const actual = await runCase(folder, runOf(folder));
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
