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

const usage = `Usage: npm run bench -- [--pages N] [--only ${Object.keys(parts).join("|")}]

build   a whole site, first and again, beside one unified pipeline per language
terms   the term rules with 50, 1,000 and 10,000 terms, beside textlint
long    a page of 1 MB, a line of 0.5 MB, 10,000 hits
draft   Apertium and memory

  --pages N    pages of the made site (default: 1000, which takes about seven minutes in all)
  --only NAME  one part only`;

/** The options, or undefined when they cannot be understood. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        pages: { type: "string", default: "1000" },
        only: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const names = Object.keys(parts).filter((name) => values.only === undefined || name === values.only);
    const pages = Number(values.pages);
    return Number.isInteger(pages) && pages > 0 && names.length > 0 ? { pages, names, help: values.help } : undefined;
  } catch {
    return undefined;
  }
}

const options = readOptions();
if (!options || options.help) {
  console[options ? "log" : "error"](usage);
  process.exit(options ? 0 : 2);
}
const { pages, names } = options;

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
