// Run to see what the product costs in time and memory, after a change of how it works: npm run bench [-- --pages N --only NAME].
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import "./compile.mjs";

/** Loaded one at a time, and only after the compiler has run: they import what it makes. */
const parts = {
  build: () => import("./bench/build.mjs"),
  terms: () => import("./bench/terms.mjs"),
  long: () => import("./bench/long.mjs"),
  draft: () => import("./bench/draft.mjs"),
};

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "1000" },
    only: { type: "string" },
  },
});
const pages = Number(values.pages);
const names = Object.keys(parts).filter((name) => values.only === undefined || name === values.only);
if (!Number.isInteger(pages) || pages < 1 || names.length === 0) {
  console.error(`npm run bench -- [--pages N] [--only ${Object.keys(parts).join("|")}]`);
  process.exit(2);
}

const machine = cpus();
console.log(`Node ${process.version} on ${machine.length} x ${machine[0]?.model.trim() ?? "an unknown processor"}`);
const folder = mkdtempSync(join(tmpdir(), "malvakt-bench-"));
try {
  for (const name of names) {
    const { run } = await parts[/** @type {keyof typeof parts} */ (name)]();
    await run(folder, pages);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
