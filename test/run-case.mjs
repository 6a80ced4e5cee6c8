// Runs a site case: a tiny project, of which exactly the expected files come out.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTree, siteOf, writeFile } from "./site-case.mjs";

export const program = fileURLToPath(new URL("../lib/shell/main.js", import.meta.url));

/** Where the programs under test keep what is theirs alone: not in the home of whoever runs the tests. */
const state = join(tmpdir(), "malvakt-test-state");

/** A fixed day, so that approvals and drafts have the same date everywhere: 2026-11-22. */
const someDay = "1795305600";

/** What every program under test has around it. @type {NodeJS.ProcessEnv} */
export const environment = {
  PATH: process.env["PATH"],
  XDG_STATE_HOME: state,
  NO_COLOR: "1",
  SOURCE_DATE_EPOCH: someDay,
};

/**
 * Runs `malvakt` in a folder; gives what a person saw, standard error first, and the exit code.
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ stdout: string, stderr: string, exitCode: number }>}
 */
export function runMalvakt(folder, args, env = {}) {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, ...args],
      {
        cwd: folder,
        env: { ...environment, ...env },
        maxBuffer: 1 << 28,
      },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== "number") reject(error);
        else resolve({ stdout, stderr, exitCode: error ? Number(error.code) : 0 });
      },
    );
  });
}

/** The commands of a case. @param {string} folder */
export function commandsOf(folder) {
  const script = join(folder, "commands.txt");
  return existsSync(script) ? readFileSync(script, "utf8").trim().split("\n") : ["build"];
}

/**
 * Runs a case's commands (`commands.txt`, one a line; `build` when there is none) on a copy of its site.
 * What comes out: `report.txt`, all of `dist/`, and every other file that is no longer as it was. Left out is what is the
 * same for every site (the JSON Schema of the manifest, script and styles), and what holds a fragment whole: that is held
 * by test/embed-files.test.ts.
 * @param {string} folder
 * @param {typeof runMalvakt} [run] how a command is run
 * @returns {Promise<Map<string, string>>}
 */
export async function runCase(folder, run = runMalvakt) {
  const copy = mkdtempSync(join(tmpdir(), "malvakt-case-"));
  const before = siteOf(folder);
  try {
    for (const [path, bytes] of before) writeFile(join(copy, path), bytes);
    const commands = commandsOf(folder);
    let report = "";
    for (const command of commands) {
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      const { stdout, stderr, exitCode } = await run(copy, args);
      report += `$ malvakt ${command}\n${stderr}${stdout}exit code ${exitCode}\n\n`;
    }
    /** @type {Map<string, string>} */
    const result = new Map([["report.txt", report.trimEnd().concat("\n")]]);
    for (const [path, bytes] of readTree(copy)) {
      if (
        /^dist\/(?:manifest\.schema\.json|README\.md|embed\.js|(?:frame|malvakt)\.css|.*\.(?:above|embed|frame)\.html)$/u.test(
          path,
        )
      )
        continue;
      const same = before.get(path)?.equals(bytes) === true;
      if (path.startsWith("dist/") || !same) result.set(path, bytes.toString("utf8"));
    }
    for (const path of before.keys())
      if (!path.startsWith("dist/") && !existsSync(join(copy, path))) result.set(path, "gone\n");
    return result;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
