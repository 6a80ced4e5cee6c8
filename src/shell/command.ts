// What a command of the command line is, and the options that all of them share.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { didYouMean } from "../core/near-words.ts";
import { findRoot, settingsFile } from "./project.ts";
import { Refusal } from "./refusal.ts";

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig["options"]>;

export type Arguments = { values: Record<string, string | boolean | string[] | undefined>; paths: string[] };

export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  help: string;
  options: ParseArgsOptionsConfig;
  /** Gives the exit code: 0 clean, 1 errors found or something could not be done. */
  run: (given: Arguments) => Promise<0 | 1>;
};

const shared = {
  root: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

/** Reads the arguments of a command; an unknown option is wrong use, with the one that was meant. */
export function readArguments(args: string[], options: ParseArgsOptionsConfig): Arguments {
  const known = { ...shared, ...options };
  const unknown = args.find(
    (arg) =>
      arg.startsWith("--") && arg.length > 2 && !((arg.slice(2).split("=")[0]?.replace(/^no-/u, "") ?? "") in known),
  );
  if (unknown !== undefined) throw unknownOption(unknown, Object.keys(known));
  try {
    const { values, positionals } = parseArgs({
      args,
      options: known,
      allowPositionals: true,
      allowNegative: true,
      strict: true,
    });
    return { values: values, paths: positionals };
  } catch (error) {
    throw new Refusal(plainly(error), 2);
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

/** The project's root: as asked, or the nearest folder upwards with settings. */
export function rootOf(given: Arguments): string {
  const asked = given.values["root"];
  if (typeof asked === "string") {
    if (existsSync(join(asked, settingsFile))) return resolve(asked);
    throw new Refusal(`There is no ${settingsFile} in ${asked}.`, 2);
  }
  const root = findRoot(process.cwd());
  if (root !== undefined) return root;
  throw new Refusal(`There is no ${settingsFile} here or in a folder above; \`malvakt init\` makes a new project.`, 2);
}

/** For commands that are always about the whole project. */
export function refusePaths({ paths }: Arguments): void {
  if (paths.length > 0)
    throw new Refusal(`This command takes no ${paths[0]}; it is always about the whole project.`, 2);
}

/** The one of some words that was asked for. */
export function choice<const Word extends string>(given: Arguments, name: string, words: readonly Word[]): Word {
  const value = given.values[name] ?? words[0];
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Refusal(`--${name} is one of ${words.join(", ")}, not ${String(value)}.`, 2);
  return found;
}

function unknownOption(option: string, known: string[]): Refusal {
  const meant = didYouMean(option.slice(2), known);
  return new Refusal(`There is no option ${option}${meant === undefined ? "" : `; did you mean --${meant}?`}`, 2);
}

function plainly(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /option '([^']+)'/iu.exec(message)?.[1];
  if (option !== undefined && /unknown/iu.test(message)) return `There is no option ${option}.`;
  return message.split("\n")[0] ?? message;
}
