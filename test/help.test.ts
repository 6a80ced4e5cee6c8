// Help: it names every option that a command has, fits 80 columns in each language, and is found however it is asked for.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { message, type Message } from "../src/core/messages/message.ts";
import { sentence } from "../src/core/messages/sentence.ts";
import { commandIn, shared, type Command } from "../src/shell/command.ts";
import { command as approve } from "../src/shell/commands/approve.ts";
import { command as audit } from "../src/shell/commands/audit.ts";
import { command as build } from "../src/shell/commands/build.ts";
import { command as check } from "../src/shell/commands/check.ts";
import { command as draft } from "../src/shell/commands/draft.ts";
import { command as init } from "../src/shell/commands/init.ts";
import { command as status } from "../src/shell/commands/status.ts";
import { command as terms } from "../src/shell/commands/terms.ts";
import { localeFor, locales } from "../src/shell/locale.ts";
import { runMalvakt } from "./run-case.mjs";

const commands: Record<string, Command> = { approve, audit, build, check, draft, init, status, terms };
const cases = locales.flatMap((locale) => Object.keys(commands).map((name) => [name, locale] as const));

function tooLong(text: string): string[] {
  return text.split("\n").filter((line) => Array.from(line).length > 80);
}

describe.each(cases)("help of %s in %s", (name, locale) => {
  const say = (told: Message | undefined): string => (told ? sentence(told, locale) : "");
  const help = `${say(commands[name]?.help)}\n${say(message("help.shared"))}`;

  test("fits 80 columns", () => expect(tooLong(help)).toEqual([]));

  test("names each option that there is, and no other", () => {
    const known = Object.keys({ ...shared, ...commands[name]?.options });
    const named = [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gmu)].map(([, option = ""]) => option);
    expect(named.toSorted()).toEqual(known.toSorted());
  });

  test("has one line in the list of commands", () => {
    const summary = say(commands[name]?.summary);
    expect(summary).not.toContain("\n");
    expect(tooLong(`  ${name.padEnd(9)}${summary}`)).toEqual([]);
  });
});

describe("the language of messages", () => {
  test.each([
    [[], {}, "en"],
    [["build", "--locale", "nb"], {}, "nb"],
    [["--locale=nb", "build"], { LC_ALL: "en_US.UTF-8" }, "nb"],
    [["--locale", "en"], { LANG: "nb_NO.UTF-8" }, "en"],
    [["--locale", "fr"], { LANG: "nb_NO.UTF-8" }, "nb"],
    [[], { LANG: "nb_NO.UTF-8" }, "nb"],
    [[], { LANG: "nn_NO" }, "nb"],
    [[], { LANG: "no" }, "nb"],
    [[], { LANG: "en_GB.UTF-8" }, "en"],
    [[], { LANG: "de_DE.UTF-8" }, "en"],
    [[], { LC_MESSAGES: "nb_NO.UTF-8", LANG: "en_US.UTF-8" }, "nb"],
    [[], { LC_ALL: "C.UTF-8", LC_MESSAGES: "nb_NO.UTF-8", LANG: "nb_NO.UTF-8" }, "en"],
    [[], { LC_ALL: "", LANG: "nb_NO.UTF-8" }, "nb"],
    [[], { LC_ALL: "de_DE.UTF-8", LANG: "nb_NO.UTF-8" }, "nb"],
  ] as [string[], Record<string, string>, string][])("%j with %j: %s", (args, environment, locale) => {
    expect(localeFor(args, environment)).toBe(locale);
  });
});

test.each([
  [["build"], "build", []],
  [["--root", "x", "build", "--out", "y"], "build", ["--root", "x", "--out", "y"]],
  [["--locale=nb", "--root=x", "status"], "status", ["--locale=nb", "--root=x"]],
  [[], undefined, []],
  [["--help", "build"], "--help", ["build"]],
] as [string[], string | undefined, string[]][])("the command in %j is %s", (args, name, rest) => {
  expect(commandIn(args)).toEqual({ name, rest });
});

describe("through the program", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "malvakt-help-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    [["help", "build"], 0, /^Usage: malvakt build /u],
    [["build", "--help"], 0, /^Usage: malvakt build /u],
    [["--locale", "nb", "help", "build"], 0, /^Bruk: malvakt build /u],
    [["--help", "terms"], 0, /^Usage: malvakt terms /u],
    [[], 0, /Usage: malvakt COMMAND/u],
    [["biuld"], 2, /^malvakt: Unknown command biuld\. Did you mean build\?/u],
    [["help", "biuld"], 2, /^malvakt: Unknown command biuld\. Did you mean build\?/u],
    [["--root", ".", "build"], 2, /^malvakt: No malvakt\.yaml found in \.\.$/mu],
    [["build"], 2, /^malvakt: No malvakt\.yaml found in this folder or its parents\./u],
    [["build", "--locale", "fr"], 2, /^malvakt: --locale must be en or nb, not fr\.$/mu],
    [["build", "--out"], 2, /^malvakt: --out needs a value\.$/mu],
  ] as [string[], number, RegExp][])("%j", async (args, code, words) => {
    const { exitCode, stdout, stderr } = await runMalvakt(folder, args);
    expect([exitCode, stderr + stdout]).toEqual([code, expect.stringMatching(words)]);
  });

  test("a Norwegian's environment is enough", async () => {
    const { stderr } = await runMalvakt(folder, ["status"], { LANG: "nb_NO.UTF-8" });
    expect(stderr).toMatch(/^malvakt: Fant ingen malvakt\.yaml i denne mappen eller mappene over\./u);
  });
});
