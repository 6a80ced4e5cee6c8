// A real repository around a test's project, with commits of whoever is named, and nothing of this machine's settings.
import { execFileSync } from "node:child_process";

/** What git reads of the machine: nothing. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_DATE: "2026-11-20T12:00:00Z",
  GIT_COMMITTER_DATE: "2026-11-20T12:00:00Z",
};

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
    cwd: folder,
    env: { ...process.env, ...gitEnvironment },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** Commits all that there is, in a person's name; gives the commit. */
export function commitAll(folder: string, author = "Kari Nordmann", ...more: string[]): string {
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", `--author=${author} <a@example.com>`, "-m", "Change", ...more);
  return git(folder, "rev-parse", "HEAD");
}

export function initRepository(folder: string): void {
  git(folder, "init", "-q", "-b", "main");
}
