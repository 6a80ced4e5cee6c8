// The verdicts of earlier runs, in the cache: under the settings and the termbase that they rest on.
import type { KeptVerdicts, Verdicts } from "../core/check/verdict.ts";
import type { Verdict } from "../core/check/waivers.ts";
import { hashOfAll } from "../core/hash.ts";
import { openCache, program } from "./cache.ts";

type Saved = [key: string, verdict: Verdict<unknown>][];

/** What earlier runs with the same program, settings and termbase found. `inputs` are the texts of those files. */
export function loadVerdicts(root: string, inputs: readonly string[]): Verdicts {
  const rules = hashOfAll([program(), ...inputs]);
  const saved = openCache<Saved>(root, "verdicts", false).find([rules]) ?? [];
  return { rules, known: new Map(saved.every(isSaved) ? saved : []) };
}

function isSaved([key, verdict]: Saved[number]): boolean {
  return typeof key === "string" && Array.isArray(verdict.findings) && Array.isArray(verdict.waived);
}

/** Keeps what this run found, for the next one. */
export function saveVerdicts(root: string, { rules, known }: Verdicts, kept: KeptVerdicts): void {
  if (kept.size === known.size && [...kept.keys()].every((key) => known.has(key))) return;
  const cache = openCache<Saved>(root, "verdicts", true);
  cache.keepOnly([]);
  cache.keep(
    [rules],
    [...kept].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
