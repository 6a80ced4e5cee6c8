// The set-up of every test run: no test meets a program that was compiled from other sources than those that are there,
// and temporary folders lie in memory where there is room: tests wait for a disk at every file that is written safely.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../scripts/compile.mjs";

const memory = "/dev/shm";

/** A whole run needs less than half of it. */
const enough = 2 ** 30;

/** Programs can be run from there, too, and there is room. */
function hasMemory() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mount = readFileSync("/proc/mounts", "utf8")
      .match(/^\S+ \/dev\/shm tmpfs (\S+)/mu)?.[1]
      ?.split(",");
    return bavail * bsize >= enough && mount?.includes("rw") === true && !mount.includes("noexec");
  } catch {
    return false;
  }
}

/** Takes away what runs that were killed left in memory. */
function clearMemory() {
  for (const name of readdirSync(memory)) {
    const pid = /^malvakt-tests-(\d+)-/u.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) rmSync(join(memory, name), { recursive: true, force: true });
  }
}

/** @param {import("vitest/node").TestProject} project */
export default async function compileFirst(project) {
  await compile();
  project.onTestsRerun(compile);
  if (process.env["TMPDIR"] !== undefined || !hasMemory()) return;
  clearMemory();
  const folder = mkdtempSync(join(memory, `malvakt-tests-${process.pid}-`));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
