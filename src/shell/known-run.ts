// What a run found, for the next one: while nothing that it rests on has changed, it is told again and nothing is read.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { contentFolder } from "../core/layout.ts";
import type { SiteReport } from "../core/report/site.ts";
import type { CheckReport } from "../core/report/text.ts";
import { openCache, type Cache } from "./cache.ts";
import { takeSettledSnapshot, takeSnapshot } from "./disk/snapshot.ts";
import { rescueFile } from "./rescue.ts";
import { settingsFile } from "./root.ts";

/** What there is to say of each kind of run, by its folder in the cache, which holds the last one. */
type Reports = { "runs-check": CheckReport; "runs-site": SiteReport };

/** A kind of run: what it looks at, and how it was asked for. */
export type RunKind<Name extends keyof Reports = keyof Reports> = {
  root: string;
  name: Name;
  /** The output folder, for runs that look at it. */
  output?: string;
  options: readonly string[];
};

type Kept<Report> = {
  report: Report;
  /** Files that the run rests on beside the common ones: what they are named in is read only by the run itself. */
  beyond: { path: string; digest: string }[];
};

/** What a run of this kind found, when it would find the same now. */
export function findRun<Name extends keyof Reports>(kind: RunKind<Name>): Reports[Name] | undefined {
  const digest = digestNow(kind);
  const kept = digest === undefined ? undefined : cacheOf(kind, false).find(inputsOf(kind, digest));
  return kept?.beyond.every((file) => takeSnapshot([file.path])?.digest === file.digest) ? kept.report : undefined;
}

/** What a project was before a run reads it. */
export type Before = { sources: string; digest: string; nowMs: number };

/** Looks at a project before a run reads it; undefined when nothing of the run can be kept. */
export function lookBefore({ root, output }: RunKind): Before | undefined {
  const sources = takeSettledSnapshot(root, sourcesOf(root));
  const outputs = output === undefined ? undefined : takeSettledSnapshot(root, outputsOf(root, output));
  if (!sources || (output !== undefined && !outputs)) return undefined;
  return { sources: sources.digest, digest: joined(sources.digest, outputs?.digest), nowMs: sources.nowMs };
}

/** Keeps what a run found in a project as it was before. `files` are those that it read beside the common ones. */
export function keepRun<Name extends keyof Reports>(
  kind: RunKind<Name>,
  before: Before,
  files: readonly string[],
  report: Reports[Name],
): void {
  const beyond = files.flatMap((path) => {
    const snapshot = takeSnapshot([path]);
    return snapshot && snapshot.changedMs < before.nowMs ? [{ path, digest: snapshot.digest }] : [];
  });
  if (beyond.length < files.length) return;
  const cache = cacheOf(kind, true);
  const inputs = inputsOf(kind, before.digest);
  cache.keepOnly([inputs]);
  cache.keep(inputs, { report, beyond });
}

function digestNow({ root, output }: RunKind): string | undefined {
  const sources = takeSnapshot(sourcesOf(root));
  const outputs = output === undefined ? undefined : takeSnapshot(outputsOf(root, output));
  return sources && (output === undefined || outputs) ? joined(sources.digest, outputs?.digest) : undefined;
}

function joined(sources: string, outputs = ""): string {
  return `${sources} ${outputs}`;
}

function sourcesOf(root: string): string[] {
  const real = realpathSync(root);
  return [join(real, settingsFile), join(real, contentFolder)];
}

function outputsOf(root: string, output: string): string[] {
  return [output, join(realpathSync(root), rescueFile(root, output))];
}

function inputsOf({ options }: RunKind, digest: string): string[] {
  // Its data on words and letters come with Node.
  return [process.version, digest, ...options];
}

function cacheOf<Name extends keyof Reports>(
  { root, name }: RunKind<Name>,
  keeps: boolean,
): Cache<Kept<Reports[Name]>> {
  return openCache<Kept<Reports[Name]>>(root, name, keeps);
}
