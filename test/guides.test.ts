// The guides of docs/: each does what it says and shows what the screen shows, and its two languages say the same.
// When messages have changed, `node scripts/record-guides.mjs` writes what the screen shows anew.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import { describe, expect, test } from "vitest";
import { languageCodes, languageOf } from "../src/core/language/all.ts";
import { readSettings } from "../src/core/settings.ts";
import { blocksOf, docsFiles, guidePath, guides, pairs, recipes, walked } from "./guide.mjs";
import { runMalvakt } from "./run-case.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const textOf = (name: string): string => readFileSync(guidePath(name), "utf8");

test.each(guides)("%s shows what the screen shows", { timeout: 300_000 }, async (name) => {
  expect(await walked(name)).toBe(textOf(name));
});

describe("a guide that is not true fails", () => {
  const page = "```md title=content/nb/a.md\n---\ntitle: A\n---\n\nHei.\n```\n";
  const begin = `\`\`\`sh\nnpx malvakt init\n\`\`\`\n\n${page}\n`;

  test("a line that the screen does not show", async () => {
    const shown = `${begin}\`\`\`sh\nnpx malvakt check content/nb/a.md\n\`\`\`\n\n\`\`\`text\nNo findings.\n\`\`\`\n`;
    expect(await walked("editor.md", shown)).toBe(shown);
    const wrong = shown.replace("No findings.", "One finding.");
    expect(await walked("editor.md", wrong)).toBe(shown);
  });

  test.each([
    ["lines that a file has not", "```md in=content/nb/a.md\nHallo.\n```\n", "has not these lines"],
    ["a change of lines that are not there", "```diff title=content/nb/a.md\n-Hallo.\n+Hei.\n```\n", "0 times"],
    ["a command that fails, of which nothing is shown", "```sh\nnpx malvakt chek\n```\n", "Unknown command"],
    ["another program than this one", "```sh\nnpx prettier\n```\n", "npx prettier?"],
  ])("%s", async (_, block, words) => {
    await expect(walked("editor.md", begin + block)).rejects.toThrow(words);
  });

  test("a change takes away and adds", async () => {
    const guide = `${begin}\`\`\`diff title=content/nb/a.md\n title: A\n+slug: b\n\`\`\`\n\n\`\`\`md in=content/nb/a.md\ntitle: A\nslug: b\n---\n\`\`\`\n`;
    expect(await walked("editor.md", guide)).toBe(guide);
  });
});

test.each(pairs)("%s and %s tell their readers to do the same", (norwegian, english) => {
  const steps = (name: string) =>
    blocksOf(textOf(name)).map(({ language, does, path, content }) => ({
      language,
      does,
      path,
      // What stands in quotation marks or in a comment is in the reader's language.
      content: language === "text" ? "" : content.replaceAll(/--reason "[^"]*"|#.*|\/\*.*\*\//gu, ""),
    }));
  expect(steps(norwegian)).toEqual(steps(english));
});

test.each(guides)("every block of %s is one that is tried, or a piece of another site", (name) => {
  const blocks = blocksOf(textOf(name));
  expect(blocks.length).toBe((textOf(name).match(/^ *```/gmu) ?? []).length / 2);
  for (const [index, { language, does }] of blocks.entries())
    if (language === "text") expect(blocks[index - 1]?.language).toBe("sh");
    else if (language !== "sh" && does === "") expect(["php", "css", "js"]).toContain(language);
});

const linking = ["README.md", ...docsFiles().map((name) => `docs/${name}`)];

/** The ids of the headings of a Markdown file, as GitHub makes them. */
function headingIds(text: string): string[] {
  const slugger = new GithubSlugger();
  return [...text.matchAll(/^#+ (.*)$/gmu)].map(([, heading = ""]) => slugger.slug(heading));
}

test.each(linking)("the links of %s lead to something", (path) => {
  const text = readFileSync(join(root, path), "utf8").replaceAll(/^```[\s\S]*?^```$|`[^`\n]*`/gmu, "");
  for (const [, target = ""] of text.matchAll(/\]\(([^)\s]+)\)/gu)) {
    if (/^https:/u.test(target)) continue;
    const [file = "", id] = target.split("#");
    const found = file === "" ? join(root, path) : join(root, dirname(path), file);
    expect(existsSync(found), target).toBe(true);
    if (id !== undefined) expect(headingIds(readFileSync(found, "utf8")), target).toContain(id);
  }
});

test("the README leads to every guide, and the package has them", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const name of guides) expect(readme).toContain(`(docs/${name})`);
  expect(docsFiles().toSorted()).toEqual([...guides, ...recipes].toSorted());
  const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };
  expect(files).toContain("docs");
});

test("options that are named in a sentence are options of that command", async () => {
  const named = guides.flatMap((name) => [...textOf(name).matchAll(/`npx malvakt ([a-z]+)([^`\n]*)`/gu)]);
  expect(named.length).toBeGreaterThan(5);
  for (const [, command = "", rest = ""] of named) {
    const { stdout, exitCode } = await runMalvakt(root, ["help", command]);
    expect(exitCode).toBe(0);
    for (const [option] of rest.matchAll(/--[a-z-]+/gu)) expect(stdout).toContain(option);
  }
});

test("the editor's guide names all languages and all keys of the settings", () => {
  for (const name of ["redaktor.md", "editor.md"]) {
    expect(textOf(name)).toContain(` ${languageCodes.join(", ")}. `);
    const settings = blocksOf(textOf(name)).find(({ path }) => path === "malvakt.yaml")?.content ?? "";
    expect(readSettings(settings).mistakes).toEqual([]);
    const keys = readSettings("source: nb\nno-such-key: 1\n").mistakes.flatMap(({ expected }) => expected);
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) expect(settings).toMatch(new RegExp(`^${key}:`, "mu"));
  }
});

test("the translator's guide has the quotation marks of each language", () => {
  for (const name of ["oversetter.md", "translator.md"]) {
    const line = textOf(name).match(/^.*en “…”.*$/mu)?.[0] ?? "";
    for (const code of languageCodes.filter((other) => other !== "nb")) {
      const [open, close] = languageOf(code)?.comparison.quotes[0] ?? [];
      expect(line).toMatch(new RegExp(`\\b${code}\\b[^“”„«»]* ${open}…${close}`, "u"));
    }
  }
});
