// The command line: which command, its arguments, and the one place where errors become words and exit codes.
import { reportText } from "../core/report/text.ts";
import { visible } from "../core/report/visible.ts";
import { didYouMean } from "../core/yaml.ts";
import { readArguments, type Command } from "./command.ts";
import { reasonOf } from "./disk/reason.ts";
import { Refusal } from "./refusal.ts";
import { paintFor, print, printError } from "./terminal.ts";

/** Commands are loaded when they are called: none needs what another one loads. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  draft: () => import("./commands/draft.ts"),
  status: () => import("./commands/status.ts"),
  approve: () => import("./commands/approve.ts"),
  terms: () => import("./commands/terms.ts"),
  init: () => import("./commands/init.ts"),
};

/** Runs a command; gives the exit code. */
export async function runCommandLine(args: string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  try {
    if (name === "--help" || name === "-h" || name === "help") {
      await print(await overview());
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const meant = didYouMean(name, Object.keys(commands));
      throw new Refusal(
        `There is no command ${name}${meant === undefined ? "" : `; did you mean ${meant}?`} See malvakt --help.`,
        2,
      );
    }
    const { command } = await load();
    if (rest.includes("--help") || rest.includes("-h")) {
      await print(command.help);
      return 0;
    }
    return await command.run(readArguments(rest, command.options));
  } catch (error) {
    return explain(error);
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(9)}${(await load()).command.summary}`),
  );
  return `Målvakt turns a clinic's Norwegian Markdown into HTML fragments in many languages. Nothing is
published that a person has not approved.

Usage: malvakt COMMAND [options]

${lines.join("\n")}

Every command takes --root DIR (default: the nearest folder upwards with malvakt.yaml) and --help.
Exit code: 0 clean, 1 errors found or something could not be done, 2 wrong use or settings.`;
}

function explain(error: unknown): number {
  const sayLine = (text: string): void => printError(visible(text));
  if (error instanceof Refusal) {
    if (error.findings.length > 0)
      printError(reportText(error.findings, (path) => error.texts.get(path), paintFor(process.stderr)));
    sayLine(`malvakt: ${error.message}`);
    return error.exitCode;
  }
  const system = error as NodeJS.ErrnoException;
  if (system.code === "EPIPE") return 0;
  if (typeof system.syscall === "string") {
    sayLine(
      `malvakt: ${system.path === undefined ? "" : `${system.path}: `}${reasonOf(error)}. What was written before is whole; run the same command again when this is mended.`,
    );
    return 1;
  }
  sayLine(
    `malvakt: this is a mistake in Målvakt itself, not in your files: ${error instanceof Error ? error.message : String(error)}`,
  );
  sayLine("Please report it with what you ran. Set MALVAKT_DEBUG=1 to see where it happened.");
  if (process.env["MALVAKT_DEBUG"] && error instanceof Error) printError(error.stack ?? "");
  return 1;
}
