// `check --since`: what people approved or published and what is gone is an error; what they wanted is none.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commitAll, git, gitEnvironment, initRepository } from "./stand-in/git.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";
import { runMalvakt } from "./run-case.mjs";

const page = (title: string, ...texts: string[]): string =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n${texts.join("\n\n")}\n`;

let base: TestProject;
beforeAll(async () => {
  base = makeProject(
    {
      "content/nb/hofte.md": page("Hofte", "Ring oss.", "Vi hjelper deg."),
      "content/nb/kne.md": page("Kne", "Kneet er vondt."),
      ".gitignore": ".malvakt/\n",
    },
    ["en: { engine: pseudo }"],
  );
  site = base;
  await run("draft");
  for (const id of ["hofte", "kne"]) site.approveAll("en", id);
  await run("build");
  initRepository(site.root);
  commitAll(site.root);
});
afterAll(() => base.remove());

let site: TestProject;
beforeEach(() => {
  site = makeProject({}, []);
  cpSync(base.root, site.root, { recursive: true });
});
afterEach(() => site.remove());

const run = async (...args: string[]): Promise<Ran> =>
  await runCommand(site, args, { ...gitEnvironment, SOURCE_DATE_EPOCH: "1795305600" });
const since = async (ref = "HEAD", ...more: string[]): Promise<Ran> => await run("check", "--since", ref, ...more);
const catalog = "content/en/hofte.po";
const edit = (path: string, from: string | RegExp, to: string): void => {
  expect(site.read(path)).toMatch(from);
  site.write(path, site.read(path).replace(from, to));
};

/** Sentences about losses, and the files that they are about. */
async function losses(ref = "HEAD"): Promise<string[]> {
  const { out } = await since(ref, "--format", "json");
  const files = JSON.parse(out) as { path: string; messages: { reason: string; fatal?: boolean; ruleId?: string }[] }[];
  return files.flatMap(({ path, messages }) =>
    messages
      .filter(({ reason }) => reason.includes(` ${ref}`))
      .map((one) => {
        expect(one).toMatchObject({ fatal: true });
        expect(one.ruleId).toBeUndefined();
        return `${path}: ${one.reason}`;
      }),
  );
}

test("nothing is lost where nothing is gone", async () => {
  expect((await since()).code).toBe(0);
  expect(await losses()).toEqual([]);
});

describe("approved texts whose source still stands", () => {
  test("a catalog that is gone: each text is named, with who had approved it, and comes back as told", async () => {
    rmSync(join(site.root, catalog));
    const { code, out } = await since();
    expect(code).toBe(1);
    for (const text of ["Hofte", "Ring oss.", "Vi hjelper deg."])
      expect(out).toContain(`“${text}”, approved by Kari Nordmann on 2026-01-02, has lost its translation since HEAD.`);
    expect(out).toContain(`${catalog}:1:1  error`);
    const command = /`git (checkout HEAD -- [^`]*)`/u.exec(out)?.[1]?.split(" ") ?? [];
    git(site.root, ...command);
    expect(await losses()).toEqual([]);
  });

  test.each<[what: string, from: string | RegExp, to: string, words: RegExp]>([
    [
      "the approval is gone",
      /^# approved.*\n(?=(?:#.*\n)*msgid "Ring oss\.")/mu,
      "",
      /^content\/en\/hofte\.po: The approval of “Ring oss\.” by Kari Nordmann on 2026-01-02 is gone/u,
    ],
    [
      "the text was changed, and not approved",
      'msgstr "en! Ring oss."',
      'msgstr "Call us."',
      /: The translation of “Ring oss\.”.* was changed since HEAD, and no one has approved/u,
    ],
    ["the text is gone", 'msgstr "en! Ring oss."', 'msgstr ""', /: “Ring oss\.”.* has lost its translation/u],
    [
      "the whole entry is gone",
      /^(?:#.*\n)*msgid "Ring oss\."\nmsgstr.*\n/mu,
      "",
      /: “Ring oss\.”.* has lost its translation/u,
    ],
  ])("%s", async (_, from, to, words) => {
    edit(catalog, from, to);
    expect(await losses()).toEqual([expect.stringMatching(words)]);
    expect((await losses())[0]).toContain("git show HEAD:./content/en/hofte.po");
  });

  test("changed and approved anew is no loss, nor is a doubt that a person has marked", async () => {
    edit(catalog, 'msgstr "en! Ring oss."', 'msgstr "Call us."');
    await run("approve", join(site.root, catalog), "--by", "Ola Hansen");
    expect(await losses()).toEqual([]);
    edit(catalog, /^(?=msgid "Vi hjelper deg\.")/mu, "#, fuzzy\n");
    expect(await losses()).toEqual([]);
  });

  test("a page that goes by another name without its catalogs", async () => {
    git(site.root, "mv", "content/nb/hofte.md", "content/nb/hofta.md");
    // Its catalog is memory as long as it is there.
    expect(await losses()).toEqual([]);
    rmSync(join(site.root, catalog));
    expect(await losses()).toContainEqual(expect.stringContaining("“Ring oss.”, approved by Kari Nordmann"));
  });

  test("a page that was renamed as it should be", async () => {
    git(site.root, "mv", "content/nb/hofte.md", "content/nb/hofta.md");
    edit("content/nb/hofta.md", "title:", "was: hofte\ntitle:");
    await run("draft");
    rmSync(join(site.root, catalog));
    await run("build");
    expect(await losses()).toEqual([]);
  });
});

describe("remembered pairs", () => {
  beforeEach(async () => {
    edit("content/nb/hofte.md", "Ring oss.", "Send oss en melding.");
    // A pair stays live until a draft run, and is memory then.
    expect(await losses()).toEqual([]);
    await run("draft");
    expect(site.read(catalog)).toContain('#~ msgid "Ring oss."');
    expect(await losses()).toEqual([]);
    commitAll(site.root);
  });

  test("that vanished are named", async () => {
    edit(catalog, /(?:^#.*\n)*^#~ msgid "Ring oss\."\n#~ msgstr.*\n/mu, "");
    for (const ref of ["HEAD", "HEAD~1"])
      expect(await losses(ref)).toEqual([
        expect.stringMatching(
          /The remembered translation of “Ring oss\.”, approved by Kari Nordmann on 2026-01-02, is gone/u,
        ),
      ]);
  });

  test("of a page that is gone may go with it", async () => {
    rmSync(join(site.root, "content/nb/hofte.md"));
    rmSync(join(site.root, catalog));
    expect(await losses()).toEqual([]);
  });
});

describe("published pages", () => {
  const dropLine = (): void => {
    edit("dist/ledger.json", /^.*"page":"hofte","language":"en".*\n/mu, "");
    rmSync(join(site.root, "dist/en/hofte.html"));
  };

  test("that are gone, and nothing says why", async () => {
    dropLine();
    expect(await losses()).toEqual([
      "dist/en/hofte.html: hofte (en), approved on 2026-01-02, was published at HEAD and is not now, and nothing says why. Get it back: `git checkout HEAD -- dist`, then `malvakt build`.",
    ]);
    git(site.root, "checkout", "HEAD", "--", "dist");
    rmSync(join(site.root, "dist/nb/kne.html"));
    expect(await losses()).toEqual([expect.stringMatching(/^dist\/nb\/kne\.html: kne \(nb\) was published at HEAD/u)]);
    rmSync(join(site.root, "dist"), { recursive: true });
    expect(await losses()).toHaveLength(4);
  });

  test.each([
    ["withdrawn", "content/nb/hofte.md", "title:", 'withdrawn: "2026-11-02 Kari Nordmann: feil"\ntitle:'],
    ["a translation withdrawn", catalog, /^/u, "# withdrawn: 2026-11-02 Kari Nordmann: feil\n"],
    ["a draft", "content/nb/hofte.md", "title:", "draft: true\ntitle:"],
    ["not translated", "content/nb/hofte.md", "title:", "translate: false\ntitle:"],
    ["paused", "malvakt.yaml", "engine: pseudo", "engine: pseudo, publish: false"],
  ])("a person's will is no loss: %s", async (_, path, from, to) => {
    edit(path, from, to);
    await run("build");
    expect(site.read("dist/ledger.json")).not.toMatch(/"page":"hofte","language":"en","path"/u);
    expect(await losses()).toEqual([]);
  });

  test("a last version that is kept is there", async () => {
    edit("content/nb/hofte.md", "Ring oss.", "Ring oss nå.");
    await run("build");
    expect(await losses()).toEqual([]);
  });
});

const deeds: Record<string, () => Promise<unknown> | void> = {
  "edit a page": () => editIf("content/nb/hofte.md", "oss.", "oss nå."),
  draft: async () => await run("draft"),
  build: async () => await run("build"),
  "edit a text": () => editIf(catalog, 'msgstr "en! ', 'msgstr "'),
  approve: async () => await run("approve", join(site.root, catalog), "--by", "Ola Hansen"),
  withdraw: async () => await run("withdraw", "kne", "--by", "Ola Hansen", "--reason", "feil"),
  "delete a page": () => rmSync(join(site.root, "content/nb/kne.md"), { force: true }),
  "a new page": () => site.write("content/nb/ny.md", page("Ny", "Ny tekst.")),
};
const editIf = (path: string, from: string, to: string): void => site.write(path, site.read(path).replace(from, to));

test("law: what people do with the program, in any order, loses nothing; what is cut out of a catalog then is named", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 1, maxLength: 4 }),
      async (names) => {
        git(site.root, "reset", "-q", "--hard", "main");
        git(site.root, "clean", "-qfdx");
        for (const name of names) await deeds[name]?.();
        await run("approve", join(site.root, catalog), "--by", "Ola Hansen");
        expect(await losses()).toEqual([]);
        edit(catalog, /^(?:#.*\n)*(?:#~ )?msgid "Vi hjelper deg\."\n(?:#~ )?msgstr.*\n/mu, "");
        expect(await losses()).toEqual([expect.stringContaining("“Vi hjelper deg.”, approved by Kari Nordmann")]);
      },
    ),
    { numRuns: 4 },
  );
});

describe("how it is asked", () => {
  test("a commit that git does not know, an option, and no repository", async () => {
    for (const name of ["nowhere", "--output=x", "HEAD:dist"]) {
      const { code, err } = await runCommand(site, ["check", `--since=${name}`], gitEnvironment);
      expect([code, err]).toEqual([2, expect.stringContaining(`Git knows no commit named ${name}.`)]);
    }
    expect((await runCommand(site, ["check", "--since", "HEAD"], { PATH: "" })).err).toContain("git is not installed");
    rmSync(join(site.root, ".git"), { recursive: true });
    const { code, err } = await since();
    expect([code, err]).toEqual([1, expect.stringContaining("the project is not in a git repository")]);
    initRepository(site.root);
    expect((await since()).err).toContain("the repository has no commits");
  });

  test("a shallow clone says that the rest can be fetched", async () => {
    const first = git(site.root, "rev-parse", "HEAD");
    commitAll(site.root);
    const clone = `${site.root}-clone`;
    git(site.root, "clone", "-q", "--depth", "1", `file://${site.root}`, clone);
    try {
      const { code, err } = await runCommand({ root: clone }, ["check", "--since", first], gitEnvironment);
      expect([code, err]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  test("a commit from before the project says that nothing was compared", async () => {
    git(site.root, "checkout", "-q", "--orphan", "empty");
    git(site.root, "rm", "-rq", "--cached", ".");
    git(site.root, "commit", "-q", "--allow-empty", "-m", "Nothing");
    const { code, err } = await since("empty");
    expect([code, err]).toEqual([0, expect.stringContaining("nothing was compared")]);
  });

  test("a project below the top of its repository, from any folder, in every form", async () => {
    rmSync(join(site.root, ".git"), { recursive: true });
    const top = `${site.root}-top`;
    mkdirSync(join(top, "elsewhere"), { recursive: true });
    try {
      git(top, "init", "-q");
      cpSync(site.root, join(top, "site"), { recursive: true });
      commitAll(top);
      rmSync(join(top, "site", catalog));
      const args = ["check", "--root", "../site", "--since", "HEAD"];
      const ask = async (...more: string[]): Promise<string> => {
        const { exitCode, stdout } = await runMalvakt(join(top, "elsewhere"), [...args, ...more], gitEnvironment);
        expect(exitCode).toBe(1);
        return stdout;
      };
      expect(await ask()).toContain("“Ring oss.”, approved by Kari Nordmann");
      expect(await ask("--format", "github")).toMatch(
        /^::error file=site\/content\/en\/hofte\.po,line=1.*title=file::“Ring oss/mu,
      );
      const { runs } = JSON.parse(await ask("--format", "sarif")) as {
        runs: { results: { ruleId: string; level: string; message: { text: string } }[] }[];
      };
      expect(runs[0]?.results).toContainEqual(
        expect.objectContaining({
          ruleId: "file",
          level: "error",
          message: { text: expect.stringContaining("“Ring oss.”") as string },
        }),
      );
      expect(await ask("--locale", "nb")).toContain("«Ring oss.», godkjent av Kari Nordmann 2026-01-02, har mistet");
    } finally {
      rmSync(top, { recursive: true });
    }
  });

  test("warm and cold runs say the same, and only asked for", async () => {
    rmSync(join(site.root, catalog));
    const cold = await since();
    expect((await run("check")).out).not.toContain("approved by Kari");
    expect((await since()).all).toBe(cold.all);
  });

  test("paths are refused: a file that is gone could not be named", async () => {
    expect(await since("HEAD", join(site.root, "content/nb/kne.md"))).toMatchObject({ code: 2 });
  });
});
