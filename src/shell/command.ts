// What a command of the command line is, and the options that all of them share.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { message, type Message } from "../core/messages/message.ts";
import { didYouMean } from "../core/near-words.ts";
import { locales } from "./locale.ts";
import { findRoot, settingsFile } from "./project.ts";
import { Refusal } from "./refusal.ts";

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig["options"]>;

export type Arguments = { values: Record<string, string | boolean | string[] | undefined>; paths: string[] };

export type Command = {
  /** One line for the list of commands. */
  summary: Message;
  /** What `--help` prints, before the options that all commands share. */
  help: Message;
  options: ParseArgsOptionsConfig;
  /** Gives the exit code: 0 clean, 1 errors found or something could not be done. */
  run: (given: Arguments) => Promise<0 | 1>;
};

export const shared = {
  root: { type: "string" },
  locale: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

/** The command, and its arguments: options that all commands share may stand before it. */
export function commandIn(args: readonly string[]): { name: string | undefined; rest: string[] } {
  let at = 0;
  while (/^--(?:root|locale)(?:=|$)/u.test(args[at] ?? "")) at += args[at]?.includes("=") ? 1 : 2;
  return { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

/** Reads the arguments of a command; an unknown option is wrong use, with the one that was meant. */
export function readArguments(args: string[], options: ParseArgsOptionsConfig): Arguments {
  const known = { ...shared, ...options };
  const unknown = args.find(
    (arg) =>
      arg.startsWith("--") && arg.length > 2 && !((arg.slice(2).split("=")[0]?.replace(/^no-/u, "") ?? "") in known),
  );
  if (unknown !== undefined) throw unknownOption(unknown, Object.keys(known));
  try {
    const { values, positionals: paths } = parseArgs({
      args,
      options: known,
      allowPositionals: true,
      allowNegative: true,
      strict: true,
    });
    choice({ values, paths }, "locale", locales);
    return { values, paths };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(plainly(error), 2);
  }
}

/** The languages that were asked for, in one option or several, with commas or without. */
export function languagesIn(given: Arguments): string[] | undefined {
  const value = given.values["lang"];
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [String(value)])
    .flatMap((list) => list.split(","))
    .filter((code) => code !== "");
}

/** `--lang en de page` cannot be told apart from `--lang en` and two pages, unless the words are known. */
export function takeLanguages(
  given: Arguments,
  known: readonly string[],
): { languages: string[] | undefined; paths: string[] } {
  const languages = languagesIn(given);
  if (!languages) return { languages, paths: given.paths };
  const more = given.paths.filter((path) => known.includes(path));
  return { languages: [...languages, ...more], paths: given.paths.filter((path) => !known.includes(path)) };
}

/** The languages and paths that were asked for; a language that the settings do not have is wrong use. */
export function languagesAsked(given: Arguments, known: readonly string[]): ReturnType<typeof takeLanguages> {
  const asked = takeLanguages(given, known);
  const language = asked.languages?.find((code) => !known.includes(code));
  if (language === undefined) return asked;
  throw new Refusal(message("cli.language-not-in-settings", { language, known }), 2);
}

/** The project's root: as asked, or the nearest folder upwards with settings. */
export function rootOf(given: Arguments): string {
  const asked = given.values["root"];
  if (typeof asked === "string") {
    if (existsSync(join(asked, settingsFile))) return resolve(asked);
    throw new Refusal(message("cli.project-missing-in", { file: settingsFile, folder: asked }), 2);
  }
  const root = findRoot(process.cwd());
  if (root !== undefined) return root;
  throw new Refusal(message("cli.project-missing", { file: settingsFile }), 2);
}

/** For commands that are always about the whole project. */
export function refusePaths({ paths }: Arguments): void {
  const [given] = paths;
  if (given !== undefined) throw new Refusal(message("cli.whole-project", { given }), 2);
}

/** The one of some words that was asked for. */
export function choice<const Word extends string>(given: Arguments, name: string, words: readonly Word[]): Word {
  const value = given.values[name] ?? words[0];
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new Refusal(message("cli.option-choice", { option: `--${name}`, choices: words, given: String(value) }), 2);
}

function unknownOption(option: string, known: string[]): Refusal {
  const meant = didYouMean(option.slice(2), known);
  return new Refusal(message("cli.option-unknown", { option, meant: meant && `--${meant}` }), 2);
}

/** What Node says of arguments, in our words. */
function plainly(error: unknown): Message {
  const words = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  const option = /option '(?:-\w, )?(--?[^' ]+)/iu.exec(words)?.[1];
  if (option === undefined) return message("cli.says", { words });
  if (/unknown/iu.test(words)) return message("cli.option-unknown", { option });
  return message(/does not take/iu.test(words) ? "cli.option-value-given" : "cli.option-value-missing", { option });
}
