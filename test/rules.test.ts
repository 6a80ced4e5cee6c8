// Every rule has a test file named after it, for pages or for translations.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { defaultSeverity } from "../src/core/finding.ts";

test.each(Object.keys(defaultSeverity))("%s", (rule) => {
  const files = ["page", "pair"].map((folder) => new URL(`${folder}/${rule}.test.ts`, import.meta.url));
  expect(files.some((file) => existsSync(fileURLToPath(file)))).toBe(true);
});
