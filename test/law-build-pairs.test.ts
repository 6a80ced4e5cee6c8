// A build, and another command beside it wherever it begins: what the other wrote stays, what it withdrew does not come
// back, and a build that is killed leaves what the next one mends. In processes of their own, as people run them.
import { createHash } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, expect, test } from "vitest";
import { makeProject, type TestProject } from "./stand-in/project.ts";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const main = file("../lib/shell/main.js");

beforeAll(() => {
  expect(spawnSync(process.execPath, [file("../scripts/compile.mjs")], { encoding: "utf8" }).stderr).toBe("");
}, 120_000);

const sites: TestProject[] = [];
afterEach(() => {
  for (const site of sites.splice(0)) site.remove();
});

const environment = { PATH: process.env["PATH"], SOURCE_DATE_EPOCH: "1767312000" };

function run(site: TestProject, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, args[0] ?? "", "--root", site.root, ...args.slice(1)],
    {
      cwd: site.root,
      env: { ...environment, XDG_STATE_HOME: `${site.root}/.state` },
      encoding: "utf8",
    },
  );
  return { status, said: stdout + stderr };
}

/** A build whose disk is broken at an operation among the output's files. */
function runBroken(site: TestProject, how: string, at: number, code = ""): Promise<{ said: string }> {
  const child = spawn(
    process.execPath,
    ["--import", file("stand-in/break-disk.mjs"), main, "build", "--root", site.root],
    {
      cwd: site.root,
      env: {
        ...environment,
        XDG_STATE_HOME: `${site.root}/.state`,
        BREAK_HOW: how,
        BREAK_AT: String(at),
        BREAK_BELOW: `${site.root}/dist`,
        BREAK_COMMAND: JSON.stringify(["-e", code]),
      },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve) => child.once("close", () => resolve({ said })));
}

const page = (title: string, more = ""): string => `---\ntitle: ${title}\n${more}---\n\nVi skriver om ${title}.\n`;
const withdrawn = 'withdrawn: "2026-01-02 Kari Nordmann: feil råd"\n';

/** Three pages are published; of each there is a new version to publish. */
function site(): TestProject {
  const made = makeProject(
    { "content/nb/a.md": page("hofte"), "content/nb/b.md": page("kne"), "content/nb/c.md": page("fot") },
    ["en: { engine: pseudo }"],
  );
  sites.push(made);
  run(made, "draft");
  for (const id of ["a", "b", "c"])
    made.approveAll("en", id, ({ context, source: text }) => (context === "slug" ? text : `The ${text}`));
  expect(run(made, "build").said).toMatch(/6 fragments published/u);
  for (const [id, title] of [
    ["a", "hofta"],
    ["b", "kneet"],
    ["c", "foten"],
  ] as const)
    made.write(`content/nb/${id}.md`, page(title));
  return made;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function expectSound(made: TestProject): void {
  const { pages } = JSON.parse(made.read("dist/manifest.json")) as {
    pages: Record<string, Record<string, { path?: string; sha256?: string }>>;
  };
  for (const { path, sha256 } of Object.values(pages).flatMap((all) => Object.values(all)))
    if (path !== undefined) expect(hashOf(made.read(`dist/${path}`)), path).toBe(sha256);
  expect(made.files().filter((path) => /\.tmp$|\.old$|lock/u.test(path))).toEqual([]);
}

/** What another does meanwhile: a person saves a file, and runs a command. */
const beside = (made: TestProject, save: readonly [path: string, text: string], ...args: string[]): string => `
  require("node:fs").writeFileSync(${JSON.stringify(`${made.root}/${save[0]}`)}, ${JSON.stringify(save[1])});
  require("node:child_process").spawnSync(process.execPath, ${JSON.stringify([main, ...args, "--root", made.root])}, { stdio: "inherit" });
`;

test.each([4, 20])("what another build withdraws meanwhile stays withdrawn (operation %i)", async (at) => {
  const made = site();
  await runBroken(made, "beside", at, beside(made, ["content/nb/b.md", page("kneet", withdrawn)], "build"));
  expect(made.files().filter((path) => /dist\/.*\/b\./u.test(path))).toEqual([]);
  expect(made.files()).toContain("dist/en/a.html");
  expectSound(made);
});

test.each([
  ["draft", 6],
  ["approve", 12],
] as const)("%s beside a build", async (command, at) => {
  const made = site();
  if (command === "approve") made.write("content/nb/a.md", page("hofte"));
  const po = made.read("content/en/a.po").replaceAll(/^# (?:approved|draft).*\n/gmu, "");
  const args = command === "draft" ? ["draft"] : ["approve", "content/en/a.po", "--by", "Ola Nordmann"];
  const { said } = await runBroken(made, "beside", at, beside(made, ["content/en/a.po", po], ...args));
  expect(said).not.toMatch(/mistake in Målvakt|\n\s+at /u);
  expect(made.read("content/en/a.po"), said).toMatch(
    command === "draft" ? /# draft: /u : /# approved: .*Ola Nordmann/u,
  );
  expect(run(made, "build").status).not.toBe(2);
  expect(made.files().filter((path) => /dist\/en\/.\.html/u.test(path))).toHaveLength(3);
  expectSound(made);
});

test("a killed build is mended by the next", async () => {
  for (const at of [5, 17, 33]) {
    const made = site();
    await runBroken(made, "kill", at);
    made.write("content/en/a.po", made.read("content/en/a.po").replaceAll("# approved", "# was approved"));
    run(made, "build");
    expect(
      made.files().filter((path) => /dist\/(?:en|nb)\/.\.html/u.test(path)),
      `operation ${at}`,
    ).toHaveLength(6);
    expectSound(made);
  }
});
