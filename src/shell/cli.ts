// The command line: which command, its arguments, and its help.
import { message } from "../core/messages/message.ts";
import { didYouMean } from "../core/near-words.ts";
import { commandIn, readArguments, type Command } from "./command.ts";
import { explain } from "./explain.ts";
import { say } from "./locale.ts";
import { Refusal } from "./refusal.ts";
import { print } from "./terminal.ts";

/** Commands are loaded when they are called: none needs what another one loads. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  draft: () => import("./commands/draft.ts"),
  status: () => import("./commands/status.ts"),
  review: () => import("./commands/review.ts"),
  approve: () => import("./commands/approve.ts"),
  audit: () => import("./commands/audit.ts"),
  withdraw: () => import("./commands/withdraw.ts"),
  terms: () => import("./commands/terms.ts"),
  init: () => import("./commands/init.ts"),
};

const helpWords = ["--help", "-h", "help"];

/** Runs a command; gives the exit code. */
export async function runCommandLine(args: string[]): Promise<number> {
  const { name = "help", rest } = commandIn(args);
  try {
    if (!helpWords.includes(name)) {
      const command = await commandOf(name);
      if (!rest.some((arg) => arg === "--help" || arg === "-h"))
        return await command.run(readArguments(rest, command.options));
      await print(helpOf(command));
      return 0;
    }
    const about = commandIn(rest).name;
    await print(about === undefined || helpWords.includes(about) ? await overview() : helpOf(await commandOf(about)));
    return 0;
  } catch (error) {
    return explain(error);
  }
}

async function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).command;
  throw new Refusal(message("cli.command-unknown", { name, meant: didYouMean(name, Object.keys(commands)) }), 2);
}

function helpOf({ help }: Command): string {
  const text = say(help);
  // Options of the command and of all commands are one list.
  const gap = /\n {2}[^\n]*$/u.test(text) ? "\n" : "\n\n";
  return text + gap + say(message("help.shared"));
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)}${say((await load()).command.summary)}`),
  );
  return say(message("help.overview", { commands: lines.join("\n"), shared: message("help.shared") }));
}
