// Every dependency has its line in DECISIONS.md, and no line is left of one that is gone.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

test("every dependency has its line in DECISIONS.md, and each line its dependency", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const rows = (read("DECISIONS.md").split("## Dependencies")[1] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
  const named = rows.flatMap((row) => (row.split("|")[1] ?? "").split(",").map((name) => name.trim()));
  expect(named.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
});
