// `malvakt audit`: who approved what, when, in which commit, and what of it is published; and what a repository may not do.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, serialize } from "parse5";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isSameName } from "../src/core/audit/same-name.ts";
import { commitAll, git, gitEnvironment, initRepository } from "./stand-in/git.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "./stand-in/project.ts";
import { hashOf } from "./catalog-by-hand.ts";
import { runMalvakt } from "./run-case.mjs";

const page = (title: string, ...texts: string[]): string =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n${texts.join("\n\n")}\n`;
const catalog = "content/en/hofte.po";

let base: TestProject;
let first = "";
beforeAll(async () => {
  base = makeProject(
    { "content/nb/hofte.md": page("Hofte", "Ring oss.", "Vi hjelper."), ".gitignore": ".malvakt/\n" },
    ["en: { engine: pseudo }", "de: {}"],
  );
  site = base;
  await run("draft");
  site.approveAll("en", "hofte");
  await run("build");
  initRepository(site.root);
  first = commitAll(site.root);
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

type Commit = {
  id: string;
  author: string;
  date: string;
  signature: string;
  authorDiffers: boolean;
  formerly: string | null;
  cut: boolean;
};
type Unit = {
  source: string;
  state: string;
  line: number | null;
  sourceHash: string;
  approved: { name: string; date: string; hash: string } | null;
  drafted: { date: string; engine: string } | null;
  published: boolean;
  committed: boolean | null;
  commit: Commit | null;
};
type Told = {
  git: { head: string | null; shallow: boolean; problem: string };
  pages: { page: string; language: string; catalog: string | null; published: { status: string }; units: Unit[] }[];
};

async function audit(project: { root: string } = site, environment: Record<string, string> = {}): Promise<Told> {
  const { code, out } = await runCommand(project, ["audit", "--format", "json"], { ...gitEnvironment, ...environment });
  expect(code).toBe(0);
  return JSON.parse(out) as Told;
}
const inEnglish = ({ pages }: Told): Told["pages"][number] => {
  const found = pages.find(({ language }) => language === "en");
  if (!found) throw new Error("The English page is not told.");
  return found;
};
const unit = (told: Told, source: string): Unit => {
  const found = inEnglish(told).units.find((one) => one.source === source);
  if (!found) throw new Error(`No unit ${source}.`);
  return found;
};
const edit = (path: string, from: string | RegExp, to: string): void => {
  expect(site.read(path)).toMatch(from);
  site.write(path, site.read(path).replace(from, to));
};

describe("each text", () => {
  test("with its approver, date, both hashes, engine, commit, and place on the site", async () => {
    const told = await audit();
    expect(told.git).toEqual({ head: first, shallow: false, problem: "" });
    expect(unit(told, "Ring oss.")).toEqual({
      context: "",
      source: "Ring oss.",
      translation: "en! Ring oss.",
      state: "approved",
      line: site.read(catalog).slice(0, site.read(catalog).indexOf('msgid "Ring oss."')).split("\n").length - 3,
      sourceHash: hashOf("nb", "", "Ring oss."),
      approved: { name: "Kari Nordmann", date: "2026-01-02", hash: hashOf("en", "", "Ring oss.", "en! Ring oss.") },
      drafted: { date: "2026-11-22", engine: "pseudo" },
      published: true,
      committed: true,
      commit: {
        id: first,
        author: "Kari Nordmann",
        date: "2026-11-20",
        signature: "none",
        signer: null,
        authorDiffers: false,
        formerly: null,
        cut: false,
      },
    });
    expect(told.pages.map(({ language, published }) => [language, published.status])).toEqual([
      ["nb", "same"],
      ["en", "same"],
      ["de", "nothing"],
    ]);
  });

  test("a line of another author, one that is not committed, and a later version than the published one", async () => {
    edit(catalog, 'msgstr "en! Ring oss."', 'msgstr "Call us."');
    await run("approve", join(site.root, catalog), "--by", "Ola Hansen");
    const second = commitAll(site.root, "Per Admin");
    edit(catalog, 'msgstr "en! Vi hjelper."', 'msgstr "We help."');
    await run("approve", join(site.root, catalog), "--by", "Ola Hansen");
    const told = await audit();
    expect(inEnglish(told).published.status).toBe("other");
    expect(unit(told, "Ring oss.")).toMatchObject({
      published: false,
      approved: { name: "Ola Hansen", date: "2026-11-22" },
      commit: { id: second, author: "Per Admin", authorDiffers: true },
    });
    expect(unit(told, "Vi hjelper.")).toMatchObject({ committed: false, commit: null });
    const { out } = await run("audit");
    expect(out).toContain(
      `  ${second.slice(0, 8)}  Per Admin, 2026-11-20; not signed; the author differs from the name at line`,
    );
    expect(out).toMatch(/Ola Hansen {5}2026-11-22 .* not committed$/mu);
    expect(out).not.toMatch(/forge|fraud|fake|wrong/iu);
  });

  test("that is published and no longer on the page is told with its approver", async () => {
    edit("content/nb/hofte.md", "Ring oss.", "Send oss en melding.");
    await run("draft");
    const told = await audit();
    expect(unit(told, "Ring oss.")).toMatchObject({
      state: "former",
      published: true,
      approved: { name: "Kari Nordmann" },
      commit: { id: first },
    });
    expect((await run("audit", "--lang", "en")).out).toContain("Kari Nordmann (no longer on the page)");
  });

  test("only pages and languages that were asked for", async () => {
    site.write("content/nb/kne.md", page("Kne", "Vondt."));
    expect((await run("audit", "kne")).out).not.toContain("hofte");
    expect((await run("audit", "--lang", "de")).out).not.toContain("(en)");
    expect((await run("audit", "ingen")).code).toBe(2);
  });
});

describe("what git cannot tell is said", () => {
  const problemOf = async (environment: Record<string, string> = {}): Promise<string> => {
    const told = await audit(site, environment);
    expect(unit(told, "Ring oss.")).toMatchObject({
      commit: null,
      committed: null,
      approved: { name: "Kari Nordmann" },
    });
    return told.git.problem;
  };

  test("no git, no repository, no commits", async () => {
    expect(await problemOf({ PATH: "" })).toBe("git is not installed");
    rmSync(join(site.root, ".git"), { recursive: true });
    expect(await problemOf()).toBe("the project is not in a git repository");
    expect((await run("audit")).out).toContain("is not known: the project is not in a git repository.");
    initRepository(site.root);
    expect(await problemOf()).toBe("the repository has no commits");
  });

  test("a catalog that was never committed", async () => {
    git(site.root, "rm", "-q", "--cached", catalog);
    commitAll(site.root.concat("/dist"));
    git(site.root, "rm", "-q", "--cached", catalog);
    git(site.root, "commit", "-q", "-m", "Without", "--allow-empty");
    expect(unit(await audit(), "Ring oss.")).toMatchObject({ committed: false, commit: null });
  });

  test("a shallow clone", async () => {
    commitAll(site.root, "Per Admin");
    const clone = `${site.root}-clone`;
    git(site.root, "clone", "-q", "--depth", "1", `file://${site.root}`, clone);
    try {
      const told = await audit({ root: clone });
      expect(told.git.shallow).toBe(true);
      expect(unit(told, "Ring oss.").commit).toMatchObject({ author: "Per Admin", cut: true });
      const { out } = await runCommand({ root: clone }, ["audit"], gitEnvironment);
      expect(out).toContain("the history is cut off here, so it may be older");
      expect(out).toContain("git fetch --unshallow");
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  test("a catalog that was renamed, below the top of its repository", async () => {
    rmSync(join(site.root, ".git"), { recursive: true });
    const top = `${site.root}-top`;
    mkdirSync(top);
    try {
      git(top, "init", "-q");
      cpSync(site.root, join(top, "sted/et"), { recursive: true });
      commitAll(top);
      git(top, "mv", "sted/et", "sted/to");
      commitAll(top, "Per Admin");
      expect(unit(await audit({ root: join(top, "sted/to") }), "Ring oss.").commit).toMatchObject({
        author: "Kari Nordmann",
        formerly: `sted/et/${catalog}`,
      });
    } finally {
      rmSync(top, { recursive: true });
    }
  });

  test("a catalog that cannot be read", async () => {
    site.write(catalog, "msgid");
    const { code, out } = await run("audit");
    expect([code, out]).toEqual([1, expect.stringContaining("cannot be read; see malvakt check.")]);
  });
});

test("settings and attributes of a repository run nothing", async () => {
  const proof = `${site.root}-proof`;
  const script = join(site.root, "run.sh");
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${proof}\ncat\n`);
  chmodSync(script, 0o755);
  writeFileSync(join(site.root, ".gitattributes"), "*.po diff=evil filter=evil\n*.md diff=evil filter=evil\n");
  // A signature that only a program could check.
  const commit = git(site.root, "cat-file", "commit", "HEAD").replace(
    "\n\n",
    "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----\n\n",
  );
  writeFileSync(join(site.root, "commit"), `${commit}\n`);
  git(site.root, "update-ref", "HEAD", git(site.root, "hash-object", "-w", "-t", "commit", "commit"));
  for (const [name, value] of [
    ["core.fsmonitor", script],
    ["core.pager", script],
    ["pager.blame", script],
    ["pager.log", script],
    ["core.sshCommand", script],
    ["core.editor", script],
    ["diff.external", script],
    ["diff.evil.textconv", script],
    ["diff.evil.command", script],
    ["filter.evil.clean", script],
    ["filter.evil.smudge", script],
    ["filter.evil.process", script],
    ["gpg.program", script],
    ["gpg.openpgp.program", script],
    ["gpg.ssh.program", script],
    ["log.showSignature", "true"],
    ["blame.ignoreRevsFile", "nowhere"],
    ["alias.blame", `!${script}`],
    ["alias.log", `!${script}`],
    ["credential.helper", `!${script}`],
    ["color.ui", "always"],
  ] as const)
    git(site.root, "config", name, value);
  try {
    expect(unit(await audit(), "Ring oss.").commit).toMatchObject({ author: "Kari Nordmann", signature: "unchecked" });
    expect((await run("check", "--since", "HEAD")).code).toBe(0);
    edit(catalog, /msgstr "en! Ring oss\."/u, 'msgstr ""');
    expect((await run("check", "--since", "HEAD")).code).toBe(1);
    await run("draft");
    expect(existsSync(proof) ? readFileSync(proof, "utf8") : "").toBe("");
    // The proof would show: git itself, asked without care, runs them.
    git(site.root, "status");
    expect(readFileSync(proof, "utf8")).toContain("run.sh");
  } finally {
    rmSync(proof, { force: true });
  }
});

test.each([
  ["Kari Nordmann", "kari nordmann", true],
  ["Kari Nordmann", "Nordmann, Kari", true],
  ["Kari Nordmann", "Kari Anne Nordmann", true],
  ["Kari A. Nordmann", "Kari Anne Nordmann", true],
  ["K. Nordmann", "Kari Nordmann", true],
  ["Åse Bjørk", "Aase Bjoerk", true],
  ["José Muñoz", "Jose Munoz", true],
  ["Jörg Weiß", "Joerg Weiss", true],
  ["Łukasz Zieliński", "Lukasz Zielinski", true],
  ["Олена Коваль", "Коваль Олена", true],
  ["Kari Nordmann", "Ola Nordmann", false],
  ["Kari Nordmann", "Kari Hansen", false],
  ["Kari Nordmann", "kari", false],
  ["Kari Nordmann", "web-admin", false],
  ["Kari Nordmann", "", false],
  ["Олена Коваль", "Olena Koval", false],
])("%s and %s can be one person: %s", (one, other, isOne) => {
  expect([isSameName(one, other), isSameName(other, one)]).toEqual([isOne, isOne]);
});

describe("the page to print", () => {
  const html = async (...more: string[]): Promise<string> => (await run("audit", "--format", "html", ...more)).out;

  test("is one sound file without scripts, in the reader's language", async () => {
    const text = await html();
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(text).not.toMatch(/<script|javascript:|https?:|\son\w+=|\ssrc=/iu);
    expect(text).toContain("default-src 'none'");
    expect(text).toContain(hashOf("en", "", "Ring oss.", "en! Ring oss."));
    expect(text).toContain(first);
    const { stdout } = await runMalvakt(site.root, ["audit", "--format", "html", "--locale", "nb"], gitEnvironment);
    expect(stdout).toContain('<html lang="nb">');
    expect(stdout).toContain("<h1>Revisjon av oversettelser</h1>");
  });

  test("holds every text as text, whoever wrote it", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    site.write(
      "content/nb/hofte.md",
      page("Hofte", "A &lt;script&gt;alert(1)&lt;/script&gt; &quot;'.", "B \u202Ebort."),
    );
    site.write(`content/nb/x.md`, page("X", "Y."));
    await run("draft");
    site.approveAll("en", "hofte", ({ source }) => source);
    site.write(catalog, site.read(catalog).replaceAll("Kari Nordmann", `Kari ${evil}`));
    commitAll(site.root, "Ola &lt; b>");
    for (const text of [await html(), await html("--lang", "en")]) {
      expect(text).not.toMatch(/<img|<script|\u202E/u);
      const document = serialize(parse(text));
      expect(document).toContain("Kari &lt;img src=x onerror=alert(1)&gt;");
      expect(document).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  });
});
