// What a check was asked for: files are found with their project from any folder, and what is not checked is said.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./stand-in/run-here.ts";

let folder = "";
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), "malvakt-scope-")))));
afterEach(() => rmSync(folder, { recursive: true }));

const termbase =
  "concepts:\n  - id: a\n    terms:\n      nb: [{ term: nålpinne, status: preferred }, { term: nål pinne, status: deprecated }]\n";

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A project whose page has a dead link, and a deprecated word where it has a termbase. */
function site(name: string, terms = "terms: content/terms.yaml\n"): string {
  put(`${name}/malvakt.yaml`, `source: nb\nlanguages: { en: {} }\n${terms}`);
  put(`${name}/content/terms.yaml`, termbase);
  return put(`${name}/content/nb/a.md`, "# Side\n\nEn nål pinne og en [lenke](ingen.md).\n");
}

type Told = { path: string; messages: { ruleId?: string }[] }[];

async function check(from: string, args: string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof runHere> {
  return await runHere(join(folder, from), ["check", ...args], env);
}

test("a file is checked with its own project, wherever the command is run; several in several", async () => {
  const [one, other] = [site("one"), site("other")];
  mkdirSync(join(folder, "beside"));
  for (const from of ["", "beside", "one", "one/content/nb"]) {
    const { stdout, exitCode } = await check(from, [one, other, "--format", "json"]);
    const told = JSON.parse(stdout) as Told;
    expect(told.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      ["term-deprecated", "link-broken"],
      ["term-deprecated", "link-broken"],
    ]);
    expect(new Set(told.map(({ path }) => path)).size).toBe(2);
    expect(exitCode).toBe(1);
  }
  const { stdout } = await check("beside", [one, "--format", "json"]);
  expect((JSON.parse(stdout) as Told).map(({ path }) => path)).toEqual(["../one/content/nb/a.md"]);
});

test("what is certain is corrected in the project that a file lies in", async () => {
  const one = site("one");
  const { stdout } = await check("", [one, "--fix", "--dry-run"]);
  expect(stdout).toContain("+En nålpinne og en [lenke](ingen.md).");
});

test("without a termbase the report says that terms were not checked", async () => {
  const words = "Terms were not checked";
  const [with_, without] = [site("with"), site("without", "")];
  expect((await check("", [with_])).stderr).not.toContain(words);
  expect((await check("with", [])).stderr).not.toContain(words);
  expect((await check("", [without])).stderr).toContain(words);
  const loose = put("loose.md", "# Side\n\nEn nål pinne.\n");
  expect((await check("", [loose, "--lang", "nb"])).stderr).toContain(words);
  expect(
    (await check("", [loose, "--lang", "nb", "--terms", join(folder, "with/content/terms.yaml")])).stderr,
  ).not.toContain(words);
  // The second of two runs tells what the first has found.
  for (const run of [1, 2]) expect((await check("without", [])).stderr, `run ${run}`).toContain(words);
  const { stdout, stderr } = await check("without", ["--format", "json"]);
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toContain(words);
});

test("settings and termbases are checked by their names", async () => {
  site("one");
  expect((await check("", ["one/malvakt.yaml", "one/content/terms.yaml"])).exitCode).toBe(0);
  put("one/malvakt.yaml", "source: no\nlanguages: {}\n");
  put("one/content/terms.yaml", "concepts: [{ id: a }]\n");
  const { stdout, exitCode } = await check("one", ["malvakt.yaml", "content/terms.yaml"]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/malvakt\.yaml:1:9 .*\n.*\n.*\n\s+write: nb$/mu);
  expect(stdout).toContain("content/terms.yaml:1:12");
});

test.each([
  ["a.MD", 0, "No findings."],
  ["a.markdown", 0, "No findings."],
  ["a.txt", 0, "No findings."],
  ["a.mdx", 1, "Not checked: .mdx files"],
  ["a.html", 1, "Not checked: .html files"],
])("a file %s of no project: exit code %i, %s", async (name, exitCode, words) => {
  put(name, "# Side\n");
  const told = await check("", ["--lang", "nb", name]);
  expect(told.exitCode).toBe(exitCode);
  expect(told.stdout).toContain(words);
});

test("a folder's other files are named once for each ending", async () => {
  for (const name of ["a.md", "b.mdx", "c.mdx"]) put(`pages/${name}`, "# Side\n");
  const { stdout, exitCode } = await check("", ["--lang", "nb", "pages"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("2 .mdx files not checked");
  expect(stdout).toContain("1 warning\n");
});

test("reports of repositories have paths from the repository, whole checks of a project in a subfolder too", async () => {
  const page = site("web/one");
  const paths = async (from: string, args: string[], env?: NodeJS.ProcessEnv): Promise<string[]> => {
    const { stdout: github } = await check(from, [...args, "--format", "github"], env);
    const { stdout: sarif } = await check(from, [...args, "--format", "sarif"], env);
    const { runs } = JSON.parse(sarif) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    return [
      ...[...github.matchAll(/file=([^,]*)/gu)].map(([, path = ""]) => path),
      ...(runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? "") ?? []),
    ];
  };
  const all = (path: string): string[] => Array.from({ length: 4 }, () => path);
  expect(await paths("web/one", [])).toEqual(all("content/nb/a.md"));
  expect(await paths("web/one", [], { GITHUB_WORKSPACE: folder })).toEqual(all("web/one/content/nb/a.md"));
  mkdirSync(join(folder, "web/.git"));
  // The same twice: what was found is kept, and where the repository begins is not.
  for (const run of [1, 2]) expect(await paths("web/one", []), `run ${run}`).toEqual(all("one/content/nb/a.md"));
  expect(await paths("", ["--root", "web/one"])).toEqual(all("one/content/nb/a.md"));
  expect(await paths("", [page])).toEqual(all("one/content/nb/a.md"));
  expect(await paths("", [page], { GITHUB_WORKSPACE: folder })).toEqual(all("web/one/content/nb/a.md"));
  expect(await paths("", [page], { GITHUB_WORKSPACE: tmpdir() + "/elsewhere" })).toEqual(all("one/content/nb/a.md"));
});
