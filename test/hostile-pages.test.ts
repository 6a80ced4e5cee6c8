// Pages that would keep a parser busy for hours, or overflow it, and files that cannot be read: each is one clear error.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPage } from "../src/core/page/page.ts";
import { runMalvakt } from "./run-case.mjs";
import { said } from "./said.ts";

const repeat = (count: number, line: (index: number) => string, between: string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);

/** What stands in a page, and the line of the page in which the error is. */
const hostile: [name: string, body: string, line: number, reason: RegExp][] = [
  ["5 MB on one line", "ord ".repeat(1_300_000), 5, /^This line has 5,200,000 characters; /u],
  [
    "5 MB on one line after others",
    `En.\n\nTo.\n\n${"æ".repeat(5_000_000)}`,
    9,
    /^This line has 5,000,000 characters; /u,
  ],
  ["10,000 nested quotes", "> ".repeat(10_000), 5, /nested \d+ deep/u],
  ["10,000 nested quotes without blanks", ">".repeat(10_000), 5, /nested \d+ deep/u],
  ["10,000 nested lists on a line", "- ".repeat(10_000), 5, /nested \d+ deep/u],
  ["lists nested by their indent", repeat(1500, (index) => `${"  ".repeat(index)}- a`, "\n"), 205, /nested 101 deep/u],
  ["lists nested by tabs", repeat(1500, (index) => `${"\t".repeat(index)}- a`, "\n"), 105, /nested 101 deep/u],
  ["10,000 open brackets", "[".repeat(10_000), 5, /100 open brackets/u],
  ["emphasis that never ends", "*a **a ".repeat(5000), 5, /more than 2,000 marks/u],
  ["strikethrough that never ends", "~~a ".repeat(5000), 5, /more than 2,000 marks/u],
  ["hard line breaks without end", "a  \n".repeat(50_000), 2005, /more than 2,000 marks/u],
  ["hard line breaks with a backslash", "a\\\n".repeat(50_000), 2005, /more than 2,000 marks/u],
  ["hard line breaks with Windows line ends", "a  \r\n".repeat(50_000), 2005, /more than 2,000 marks/u],
  [
    "backticks, each run longer than the last",
    repeat(1500, (index) => "`".repeat(index + 1), " "),
    5,
    /more than 2,000 marks/u,
  ],
  ["very many pieces of code", "`a` ".repeat(20_000), 5, /more than 2,000 marks/u],
  ["comments that never end", "a <!--a ".repeat(20_000), 5, /more than 2,000 marks/u],
  ["instructions that never end", "a <?a ".repeat(20_000), 5, /more than 2,000 marks/u],
  ["declarations that never end", "a <!A ".repeat(20_000), 5, /more than 2,000 marks/u],
  ["very many autolinks", "<https://a.b> ".repeat(20_000), 5, /more than 2,000 marks/u],
  ["elements nested very deep", repeat(20_000, () => "<div>", "\n\n"), 1, /nested too deeply/u],
];

describe("a page that no parser could read is refused at once, with its line", () => {
  test.each(hostile)("%s", (_, body, line, reason) => {
    const source = `---\ntitle: A\n---\n\n${body}\n`;
    const { page, mistakes } = readPage(source, "x");
    expect(page).toBeUndefined();
    expect(said(mistakes[0]?.reason)).toMatch(reason);
    expect(source.slice(0, mistakes[0]?.start).split("\n")).toHaveLength(line);
  });

  test.each([
    ["a long page", "Et avsnitt med **fet** skrift og [lenke](a).\n\n".repeat(2000)],
    ["a long paragraph", "Et langt avsnitt uten slutt. ".repeat(3000)],
    ["a list as deep as people write", repeat(20, (index) => `${"  ".repeat(index)}- a`, "\n")],
    ["code with an indent", `    ${" ".repeat(300)}x = 1\n`],
    ["a table of 1,000 rows", `| a | b |\n|---|---|\n${"| *c* | d |\n".repeat(900)}`],
  ])("but not %s", (_, body) => {
    expect(readPage(`---\ntitle: A\n---\n\n${body}`, "x").mistakes).toEqual([]);
  });
});

test("a page in which there is nothing to approve is refused: no one could have approved it", () => {
  const { mistakes } = readPage('---\ntitle: "!!!"\n---\n\n***\n', "x");
  expect(said(mistakes[0]?.reason)).toBe("`title` must contain a letter or digit.");
});

const folder = mkdtempSync(join(tmpdir(), "malvakt-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a build with unreadable and hostile files", () => {
  let result: Awaited<ReturnType<typeof runMalvakt>>;
  beforeAll(async () => {
    mkdirSync(join(folder, "content/nb"), { recursive: true });
    mkdirSync(join(folder, "content/en"), { recursive: true });
    writeFileSync(join(folder, "malvakt.yaml"), "source: nb\nlanguages:\n  en: {}\n");
    const page = (name: string, body: string): void =>
      writeFileSync(join(folder, "content/nb", `${name}.md`), `---\ntitle: A\n---\n\n${body}\n`);
    page("god", "Denne siden er god.");
    page("lang", "ord ".repeat(1_300_000));
    page("sitat", "> ".repeat(10_000));
    page("lang-adresse", "Tekst.");
    writeFileSync(
      join(folder, "content/nb/lang-adresse.md"),
      `---\ntitle: A\nslug: ${"ж".repeat(150)}\n---\n\nTekst.\n`,
    );
    symlinkSync("finnes-ikke.md", join(folder, "content/nb/borte.md"));
    symlinkSync("sirkel.md", join(folder, "content/nb/sirkel.md"));
    symlinkSync(".", join(folder, "content/nb/mappe"));
    symlinkSync("god.po", join(folder, "content/en/god.po"));
    mkdirSync(join(folder, "content/constructor"));
    writeFileSync(join(folder, "content/constructor/god.po"), "");
    result = await runMalvakt(folder, ["build"]);
  });

  test("names each of them, with the reason", () => {
    expect(result.stdout).toMatch(/^ {2}content\/nb\/lang\.md:5:1 {2}error {2}This line has 5,200,000 characters/mu);
    expect(result.stdout).toMatch(/^ {2}content\/nb\/sitat\.md:5:1 {2}error {2}Quotes and lists are nested/mu);
    expect(result.stdout).toMatch(
      /^ {2}content\/nb\/borte\.md:1:1 {2}error {2}Cannot read this file: it is a link to nothing\./mu,
    );
    expect(result.stdout).toMatch(
      /^ {2}content\/nb\/sirkel\.md:1:1 {2}error {2}Cannot read this file: its links form a circle\./mu,
    );
    expect(result.stdout).toMatch(
      /^ {2}content\/en\/god\.po:1:1 {2}error {2}Cannot read this file: its links form a circle\./mu,
    );
    expect(result.stdout).toMatch(/^ {2}content\/nb\/lang-adresse\.md:3:7 {2}error {2}`slug` must consist of /mu);
  });

  test("takes no name of JavaScript's for a language", () => {
    expect(result.stdout).toContain("constructor is not a language of malvakt.yaml: its catalog is kept as memory");
  });

  test("builds the other pages", () => {
    expect(result.stdout).toMatch(/^god +nb +source$/mu);
    expect(result.exitCode).toBe(1);
  });

  test("shows no line of five megabytes and no stack trace", () => {
    expect(result.stdout.length).toBeLessThan(10_000);
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /mu);
    expect(result.stderr).toBe("");
  });
});
