// The command line run in this very process, as fast as its work is: a process of its own takes longer to begin than
// most commands to do theirs. For everything but what belongs to a process: its start, its streams, its end.
import { vi } from "vitest";
import { runCommandLine } from "../../src/shell/cli.ts";
import { environment } from "../run-case.mjs";

export type Ran = { stdout: string; stderr: string; exitCode: number };

/** What a process reads as it begins: the language that it speaks, and what Node loads before it. */
const readAtStart = /^(?:LC_|LANG|NODE_)/u;

let isRunning = false;

/** Runs `malvakt` in a folder and an environment as `runMalvakt` does, one command after another. */
export async function runHere(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const name = [...args, ...Object.keys(env)].find((one) => readAtStart.test(one) || one.startsWith("--locale"));
  if (name !== undefined) throw new Error(`${name} is read when a process begins: take runMalvakt.`);
  if (isRunning) throw new Error("One command at a time in one process: take runMalvakt.");
  isRunning = true;
  const outside = { folder: process.cwd(), env: { ...process.env } };
  const said = { stdout: "", stderr: "" };
  const listen = (to: "stdout" | "stderr") =>
    ((text: string, done?: () => void) => {
      said[to] += text;
      done?.();
      return true;
    }) as typeof process.stdout.write;
  const out = vi.spyOn(process.stdout, "write").mockImplementation(listen("stdout"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(listen("stderr"));
  try {
    process.chdir(folder);
    setEnvironment({ ...environment, ...env });
    return { exitCode: await runCommandLine([...args]), ...said };
  } finally {
    setEnvironment(outside.env);
    process.chdir(outside.folder);
    out.mockRestore();
    err.mockRestore();
    isRunning = false;
  }
}

function setEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
}
