// The cache of verdicts, `.malvakt/clean.json`: it can be deleted at any time.
import { join } from "node:path";
import type { Verdicts } from "../core/check/verdict.ts";
import { sha256Hex } from "../core/hash.ts";
import { program } from "./cache.ts";
import { readText, writeWhole } from "./files.ts";
import { scratchFile } from "./scratch.ts";

const cacheFile = "clean.json";

/** What earlier runs with the same program, settings and termbase found clean. `inputs` are the texts of those files. */
export function loadVerdicts(root: string, inputs: readonly string[]): Verdicts {
  const rules = sha256Hex([program(), ...inputs].join("\0"));
  const file = readText(join(root, ".malvakt", cacheFile), cacheFile);
  try {
    const saved = JSON.parse("text" in file ? file.text : "{}") as { rules?: unknown; clean?: unknown };
    if (saved.rules === rules && Array.isArray(saved.clean)) return { rules, clean: new Set(saved.clean.map(String)) };
  } catch {
    // A cache that cannot be read is none.
  }
  return { rules, clean: new Set() };
}

/** Saves what this run found clean. A cache that cannot be written is no reason to fail. */
export function saveVerdicts(root: string, { rules, clean: known }: Verdicts, clean: ReadonlySet<string>): void {
  if (clean.size === known.size && [...clean].every((key) => known.has(key))) return;
  try {
    writeWhole(scratchFile(root, cacheFile), JSON.stringify({ rules, clean: [...clean].toSorted() }));
  } catch {
    // The next run checks again.
  }
}
