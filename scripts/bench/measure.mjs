// Measures work in this process and in child processes, and prints what it found as tables.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

/**
 * Seconds of each job, as the median of several rounds after one that warms up. The jobs take turns, so that a busy
 * machine slows all of them.
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => void>} jobs
 * @returns {Record<Name, number>}
 */
export function timeJobs(rounds, jobs) {
  const entries = /** @type {[Name, () => void][]} */ (Object.entries(jobs));
  const times = new Map(entries.map(([name]) => [name, /** @type {number[]} */ ([])]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, job] of entries) {
      const start = performance.now();
      job();
      if (round >= 0) times.get(name)?.push((performance.now() - start) / 1000);
    }
  }
  return /** @type {Record<Name, number>} */ (
    Object.fromEntries([...times].map(([name, seconds]) => [name, median(seconds)]))
  );
}

/**
 * Runs a program of Node in a process of its own: seconds from its start to its end, and the most memory that it held.
 * @param {string[]} args
 * @param {{ cwd?: string; env?: Record<string, string>; mayFind?: boolean }} [options] `mayFind`: exit code 1 is no failure, it says that there are findings.
 */
export function runNode(args, { cwd, env = {}, mayFind = false } = {}) {
  const peakFile = join(tmpdir(), `malvakt-peak-${process.pid}`);
  const peak = fileURLToPath(new URL("peak.mjs", import.meta.url));
  const start = performance.now();
  const child = spawnSync(process.execPath, ["--import", peak, ...args], {
    encoding: "utf8",
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env, PEAK_FILE: peakFile },
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (child.status !== 0 && !(mayFind && child.status === 1))
    throw new Error(`${args.join(" ")} ended with ${child.status}: ${child.stderr}${child.stdout}`);
  const peakBytes = Number(readFileSync(peakFile, "utf8"));
  rmSync(peakFile);
  return { seconds, peakBytes, output: child.stdout };
}

/**
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(title, head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  console.log(
    ["", title, "", line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n"),
  );
}

/** @param {number} seconds */
export function showSeconds(seconds) {
  return seconds >= 0.1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1000).toFixed(3)} ms`;
}

/** @param {number} bytes */
export function showMegabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** @param {number} ratio */
export function showRatio(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`;
}
