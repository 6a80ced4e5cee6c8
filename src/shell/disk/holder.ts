// Who holds a lock: a process of this machine that still runs, a process of another machine, or no one any more.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";

export type Holder = {
  pid: number;
  host: string;
  /** When the process began, as this system says it: another program may have its number by now. Empty if unknown. */
  started: string;
  token: string;
};

/** A holder for this process; each lock has its own. */
export function newHolder(): Holder {
  own ??= { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? "" };
  return { ...own, token: randomBytes(8).toString("hex") };
}

let own: Omit<Holder, "token"> | undefined;

/** The line of a lock file. */
export function writeHolder({ pid, host, started, token }: Holder): string {
  return `${[pid, host, started, token].join("\t")}\n`;
}

/** Reads the line of a lock file, or of one that an earlier version made; undefined for one not written to its end. */
export function readHolder(text: string): Holder | undefined {
  const line = /^(\d+)(?:\t([^\t]*)\t([^\t]*)\t([\da-f]{16}))?\n$/u.exec(text);
  if (!line) return undefined;
  const [, pid, host = hostname(), started = "", token = ""] = line;
  return { pid: Number(pid), host, started, token };
}

/** Whether the process that made a lock may still run. `modifiedMs`: when the lock was made. */
export function mayRun(holder: Holder, modifiedMs: number): boolean {
  // Another machine's processes cannot be seen from here.
  if (holder.host !== hostname()) return true;
  // Made before this machine was started. Clocks are set now and then, by some minutes.
  if (modifiedMs < Date.now() - uptime() * 1000 - 600_000) return false;
  if (!isRunning(holder.pid)) return false;
  const started = startOf(holder.pid);
  return started === undefined || holder.started === "" || started === holder.started;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began; undefined where that cannot be known; no process's start for one that has ended but is not buried. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in parentheses and can hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z"
      ? "ended"
      : `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    if (process.platform === "win32" || process.platform === "linux") return undefined;
    const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  }
}
