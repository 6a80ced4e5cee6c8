// The disk as people leave it: links, pipes, names in several forms, modes; nothing leads out and nothing is in the way.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { languageOf } from "../src/core/language/all.ts";
import { readSettings } from "../src/core/settings.ts";
import { changeFile } from "../src/shell/disk/change.ts";
import { listFolders, listSources } from "../src/shell/disk/list.ts";
import { placeOf } from "../src/shell/disk/place.ts";
import { readInside, readText } from "../src/shell/disk/read.ts";
import { removeLeftovers } from "../src/shell/disk/temporary.ts";
import { removeFile, writeDurably, writeIfChanged, writeWhole } from "../src/shell/disk/write.ts";
import { withBuildLock, withFileLock } from "../src/shell/disk/lock.ts";
import { command as init } from "../src/shell/commands/init.ts";
import { watchDisk } from "./stand-in/disk-operations.mjs";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";
import { sentence } from "../src/core/messages/sentence.ts";

const made: { remove: () => void }[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "disk-"));
  made.push({ remove: () => rmSync(path, { recursive: true, force: true }) });
  return path;
}

function project(files: Record<string, string>, languages = ["en: { engine: pseudo }"]): TestProject {
  const site = makeProject(files, languages);
  made.push(site);
  return site;
}

const page = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n`;
const write = (root: string, path: string, text = path): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

describe("a link that leads out of the project", () => {
  const outside = (): [root: string, elsewhere: string] => {
    const [root, elsewhere] = [folder(), folder()];
    write(elsewhere, "secret.txt", "secret");
    mkdirSync(join(root, "content"));
    symlinkSync(elsewhere, join(root, "content/out"));
    symlinkSync(join(elsewhere, "secret.txt"), join(root, "file.txt"));
    symlinkSync(join(elsewhere, "new.txt"), join(root, "new.txt"));
    return [root, elsewhere];
  };
  const paths = [
    "content/out/secret.txt",
    "content/out/new.txt",
    "file.txt",
    "new.txt",
    "../secret.txt",
    "content/../../x",
  ];

  test.each(paths)("%s is not read, written, changed or removed", (path) => {
    const [root, elsewhere] = outside();
    const read = readInside(root, path);
    expect("problem" in read && sentence(read.problem, "en")).toMatch(/out of the project|link to nothing/u);
    for (const act of [
      () => writeWhole(root, path, "x"),
      () => writeDurably(root, path, "x"),
      () => writeIfChanged(root, path, "x"),
      () => changeFile(root, path, () => ({ text: "x", value: 0 })),
    ])
      expect(act).toThrow(/Cannot write .*: it|was not written/u);
    if (path.includes("/")) expect(() => removeFile(root, path)).toThrow(/out of the project/u);
    else removeFile(root, path);
    expect(readdirSync(elsewhere)).toEqual(["secret.txt"]);
    expect(readFileSync(join(elsewhere, "secret.txt"), "utf8")).toBe("secret");
  });

  test("its pages and catalogs are reported, not read, by every command, and the others go on", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss.") });
    const [, elsewhere] = outside();
    write(elsewhere, "page.md", page("Hemmelig", "Passord: hunter2."));
    symlinkSync(join(elsewhere, "page.md"), join(site.root, "content/nb/ut.md"));
    symlinkSync(elsewhere, join(site.root, "content/nb/mappe"));
    symlinkSync(join(elsewhere, "nowhere.md"), join(site.root, "content/nb/intet.md"));
    for (const command of ["check", "build", "status"]) {
      const ran = await runCommand(site, [command]);
      expect(ran.all).not.toContain("hunter2");
      expect(ran.all).not.toContain("Internal error in Målvakt");
      if (command !== "status") expect(ran.out).toMatch(/content\/nb\/ut\.md[\s\S]*a link out of the project/u);
    }
    expect(existsSync(join(site.root, "dist/nb/a.html"))).toBe(true);
    // The same when the folder is named.
    const named = await runCommand(site, ["check", join(site.root, "content/nb")]);
    expect(named.out).toMatch(/content\/nb\/mappe[\s\S]*a link out of the project[\s\S]*content\/nb\/ut\.md/u);
    symlinkSync(elsewhere, join(site.root, "content/en"));
    const ran = await runCommand(site, ["draft"]);
    expect(ran.out).toMatch(/Cannot write content\/en\/a\.po: it is a link out of the project/u);
    expect(readdirSync(elsewhere).toSorted()).toEqual(["page.md", "secret.txt"]);
  });

  test("settings name no termbase outside, and its text is not shown", async () => {
    for (const path of [
      "../../etc/passwd",
      "/etc/passwd",
      "C:\\x.yaml",
      "content/../../x.yaml",
      "..\\x.yaml",
      ".env",
      "content/.hidden.yaml",
      "terms.txt",
    ])
      expect(readSettings(`source: nb\nlanguages:\n  en:\nterms: '${path}'\n`).mistakes).toMatchObject([
        { reason: { values: { key: "terms", must: { id: "must.be-termbase-path" } } } },
      ]);
    for (const path of ["terms.yaml", "./content/terms.yml"])
      expect(readSettings(`source: nb\nlanguages:\n  en:\nterms: ${path}\n`).settings?.termbasePath).toBe(path);
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss."), "content/terms.yaml": "" });
    const elsewhere = folder();
    write(elsewhere, "secret.yaml", "password: hunter2\n");
    rmSync(join(site.root, "content/terms.yaml"));
    symlinkSync(join(elsewhere, "secret.yaml"), join(site.root, "content/terms.yaml"));
    for (const command of ["check", "build", "draft", "status"]) {
      const ran = await runCommand(site, [command]);
      expect([ran.code, ran.all]).toEqual([2, expect.stringContaining("it is a link out of the project")]);
      expect(ran.all).not.toContain("hunter2");
    }
  });
});

test("the scratch folder is no way out either: nothing is written or deleted through a link there", async () => {
  const site = project({ "content/nb/a.md": page("Om oss", "Ring oss.") });
  const elsewhere = folder();
  const theirs = ["letter.txt", `${"0".repeat(64)}.json`];
  for (const name of theirs) write(elsewhere, name);
  for (const name of ["pages", "terms", "verdicts"]) {
    mkdirSync(join(site.root, ".malvakt"), { recursive: true });
    symlinkSync(elsewhere, join(site.root, ".malvakt", name));
  }
  for (const command of ["check", "build"]) expect((await runCommand(site, [command])).code).toBe(0);
  rmSync(join(site.root, ".malvakt"), { recursive: true });
  symlinkSync(elsewhere, join(site.root, ".malvakt"));
  await runCommand(site, ["check"]);
  expect((await runCommand(site, ["draft"])).err).toMatch(/Cannot write \.malvakt\/\.gitignore: it is a link/u);
  expect(readdirSync(elsewhere).toSorted()).toEqual(theirs.toSorted());
});

test("init writes over nothing, not even through a link that leads nowhere", async () => {
  const root = folder();
  const elsewhere = folder();
  symlinkSync(join(elsewhere, "new.yaml"), join(root, "malvakt.yaml"));
  await expect(init.run({ values: {}, paths: [root] })).rejects.toThrow(
    /There is a project in .* already .malvakt\.yaml.; nothing was written/u,
  );
  expect([readdirSync(root), readdirSync(elsewhere)]).toEqual([["malvakt.yaml"], []]);
  rmSync(join(root, "malvakt.yaml"));
  symlinkSync(elsewhere, join(root, "content"));
  await expect(init.run({ values: {}, paths: [root] })).rejects.toThrow(/out of the project/u);
  expect([readdirSync(root), readdirSync(elsewhere)]).toEqual([["content"], []]);
});

test("a catalog is made in one step, and later opened and replaced once for what is stored at a time", async () => {
  const site = project({ "content/nb/a.md": page("Om oss", "Ring oss.\n\nVi svarer.") });
  const draftOnce = async (): Promise<{ opened: number; put: number }> => {
    const counts = { opened: 0, put: 0 };
    const file = join(site.root, "content/en/a.po");
    const stop = watchDisk(({ name, path, given }) => {
      if (name === "openSync" && path === file) counts.opened++;
      if ((name === "linkSync" || name === "renameSync") && given[1] === file) counts.put++;
    });
    try {
      expect((await runCommand(site, ["draft"])).code).toBe(0);
    } finally {
      stop();
    }
    return counts;
  };
  expect(await draftOnce()).toEqual({ opened: 0, put: 1 });
  site.write("content/nb/a.md", page("Om oss", "Ring oss.\n\nVi svarer alltid."));
  // When it is looked at, when its page is at work, and under its lock before it is replaced and as it lies aside.
  expect(await draftOnce()).toEqual({ opened: 4, put: 1 });
});

test("a link inside the project is followed by every command, and stays a link", async () => {
  const site = project({ "content/nb/a.md": page("Om oss", "Ring oss.") });
  mkdirSync(join(site.root, "store/en"), { recursive: true });
  symlinkSync("../store/en", join(site.root, "content/en"));
  await runCommand(site, ["draft"]);
  expect(existsSync(join(site.root, "store/en/a.po"))).toBe(true);
  write(site.root, "store/real.po", readFileSync(join(site.root, "store/en/a.po"), "utf8"));
  rmSync(join(site.root, "store/en/a.po"));
  symlinkSync("../real.po", join(site.root, "store/en/a.po"));
  chmodSync(join(site.root, "store/real.po"), 0o640);
  site.approveAll("en", "a");
  site.write("content/nb/a.md", page("Om oss", "Ring oss nå."));
  expect((await runCommand(site, ["draft"])).code).toBe(0);
  expect(readlinkSync(join(site.root, "store/en/a.po"))).toBe("../real.po");
  expect(site.read("store/real.po")).toContain("Ring oss nå.");
  expect(statSync(join(site.root, "store/real.po")).mode & 0o777).toBe(0o640);
});

test("the mode of a file that is written again stays, and a new one has the mode that the system gives", () => {
  const root = folder();
  write(root, "a.txt");
  chmodSync(join(root, "a.txt"), 0o754);
  for (const act of [writeWhole, writeDurably]) act(root, "a.txt", act.name);
  changeFile(root, "a.txt", () => ({ text: "changed", value: 0 }));
  expect(statSync(join(root, "a.txt")).mode & 0o777).toBe(0o754);
  write(root, "b.txt");
  writeWhole(root, "c.txt", "c");
  expect(statSync(join(root, "c.txt")).mode).toBe(statSync(join(root, "b.txt")).mode);
});

describe("what is no file", () => {
  test.skipIf(process.platform === "win32")("a pipe is refused in plain words and never opened", async () => {
    const site = project({ "content/nb/a.md": page("Om oss", "Ring oss.") });
    for (const path of ["content/nb/pipe.md", "content/en/a.po"]) {
      mkdirSync(dirname(join(site.root, path)), { recursive: true });
      expect(spawnSync("mkfifo", [join(site.root, path)]).status).toBe(0);
    }
    expect((await runCommand(site, ["check"])).out).toMatch(/pipe\.md[\s\S]*it is a pipe, not a file/u);
    expect((await runCommand(site, ["draft"])).out).toMatch(
      /Cannot write content\/en\/a\.po: it is a pipe, not a file/u,
    );
    const ran = await runCommand(site, ["approve", join(site.root, "content/en/a.po"), "--by", "Kari"]);
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("it is a pipe") as string });
    expect(() => writeWhole(site.root, "content/en/a.po", "x")).toThrow(/it is a pipe/u);
    expect(lstatSync(join(site.root, "content/en/a.po")).isFIFO()).toBe(true);
  });

  test.skipIf(process.platform === "win32")("a device and a folder are refused", () => {
    expect(readText("/dev/zero", "zero")).toEqual({
      path: "zero",
      problem: { id: "disk.cannot-read", values: { reason: { id: "disk.device" } } },
    });
    expect(readText("/dev", "dev")).toEqual({
      path: "dev",
      problem: { id: "disk.cannot-read", values: { reason: { id: "disk.folder" } } },
    });
    expect(() => writeDurably("/dev", "null", "x")).toThrow(/Cannot write null: it is a device/u);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("links in a circle are refused, and stop nothing else", () => {
    const root = folder();
    write(root, "content/a.md");
    symlinkSync(".", join(root, "content/round"));
    symlinkSync("two.md", join(root, "content/one.md"));
    symlinkSync("one.md", join(root, "content/two.md"));
    const inACircle = { id: "disk.cannot-read", values: { reason: { id: "disk.circle" } } };
    const found = listSources(root, "content", [".md"]).map(({ path, read }) => [path, Object.values(read())[1]]);
    expect(found).toEqual([
      ["content/a.md", "content/a.md"],
      ["content/one.md", inACircle],
      ["content/round", inACircle],
      ["content/two.md", inACircle],
    ]);
  });
});

describe("names", () => {
  const [composed, decomposed] = ["blå", "bla\u030A"];

  test("a file is found by its name in composed letters, and read and written under the one that it has", async () => {
    const site = project({ [`content/nb/${composed}.md`]: page("Om oss", "Ring oss.") });
    await runCommand(site, ["draft"]);
    const catalog = site.read(`content/en/${composed}.po`);
    rmSync(join(site.root, `content/en/${composed}.po`));
    write(site.root, `content/en/${decomposed}.po`, catalog);
    site.write(`content/nb/${composed}.md`, page("Om oss", "Ring oss nå."));
    await runCommand(site, ["draft"]);
    expect(readdirSync(join(site.root, "content/en"))).toEqual([`${decomposed}.po`]);
    expect(site.read(`content/en/${decomposed}.po`)).toContain("Ring oss nå.");
    const { out } = await runCommand(site, ["check", "--format", "json"]);
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toContain(`content/en/${decomposed}.po`);
  });

  test("a page whose name is in decomposed letters keeps the catalog that it has", async () => {
    const site = project({ [`content/nb/${decomposed}.md`]: page("Om oss", "Ring oss.") });
    await runCommand(site, ["draft"]);
    site.approveAll("en", composed);
    await runCommand(site, ["draft"]);
    await runCommand(site, ["build"]);
    expect(readdirSync(join(site.root, "content/en"))).toEqual([`${composed}.po`]);
    expect(existsSync(join(site.root, `dist/en/${composed}.html`))).toBe(true);
  });

  test.each([
    ["content/nb", ".md"],
    ["content/en", ".po"],
  ])("two files in %s that differ only in that are an error that names both", async (place, ending) => {
    const site = project({ [`content/nb/${composed}.md`]: page("Om oss", "Ring oss.") });
    await runCommand(site, ["draft"]);
    const text = site.read(`${place}/${composed}${ending}`);
    write(site.root, `${place}/${decomposed}${ending}`, text);
    const { code, out } = await runCommand(site, ["check"]);
    expect(code).toBe(1);
    for (const name of ["bla\\u030a", "blå"]) expect(out).toContain(`${place}/${name}${ending}`);
    expect(out).toContain("Rename or delete one of them");
  });

  test("names that are no text, too long or that no one may read stop only themselves", async () => {
    const long = "x".repeat(252);
    const site = project({
      "content/nb/a.md": page("Om oss", "Ring oss."),
      [`content/nb/${long}.md`]: page("Lang\nslug: lang", "Se her."),
    });
    writeFileSync(
      Buffer.concat([Buffer.from(`${site.root}/content/nb/b`), Buffer.from([0xff]), Buffer.from(".md")]),
      "x",
    );
    expect(listSources(site.root, "content/nb", [".md"]).map(({ read }) => "problem" in read())).toEqual([
      false,
      true,
      false,
    ]);
    const { out } = await runCommand(site, ["draft"]);
    expect(out).toMatch(/2 catalogs updated/u);
    expect(readdirSync(join(site.root, "content/en")).toSorted()).toEqual(["a.po", `${long}.po`]);
    expect((await runCommand(site, ["check"])).out).toContain("its name is not UTF-8; rename it");
  });

  test("hidden files and files with other endings are left out, and an ending alone is no name", () => {
    const root = folder();
    for (const path of ["c/.hidden.md", "c/a.md", "c/b.txt", "c/.git/x.md", "c/d/e.md"]) write(root, path);
    symlinkSync("nowhere", join(root, "c/dangling.txt"));
    expect(listSources(root, "c", [".md"]).map(({ id }) => id)).toEqual(["a", "d/e"]);
    expect(listSources(root, "missing", [".md"])).toEqual([]);
    expect(listFolders(root, "c")).toEqual(["d"]);
  });
});

describe("language codes", () => {
  test.each(["en", "en-GB", "zh-Hant", "nb-NO", "en-US-x-clinic"])("%s has the form of a code", (code) => {
    const known = ["en", "nb"].includes(code.split("-")[0] ?? "");
    expect(languageOf(code) !== undefined).toBe(known);
  });
  test.each([
    "en-/../../../x",
    "en-..",
    "en-",
    "en--GB",
    "en-GB/",
    "en-GB\n",
    "en_GB",
    "en-\u0000",
    "en-abcdefghi",
    "EN-GB",
    "../en",
    "en-ø",
  ])("%j is none", (code) => {
    expect(languageOf(code)).toBeUndefined();
    const text = `source: nb\nlanguages:\n  ${JSON.stringify(code)}: { engine: pseudo }\n`;
    expect(readSettings(text).settings).toBeUndefined();
  });
});

describe("what a killed process left", () => {
  test("goes, if it has exactly the form of our names and its process is gone; nothing else does", () => {
    const root = folder();
    const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
    const name = (pid: number, rest: string, machine = host): string =>
      `.malvakt-${machine}-${pid}-0123456789abcdef${rest}`;
    const gone = 999_999_999;
    const stay = [
      "a.123.tmp",
      "x.tmp",
      ".malvakt-notes.tmp",
      `x${name(gone, ".tmp")}`,
      name(gone, ".tmp.md"),
      // A process that runs, and one of another machine.
      name(process.pid, ".tmp"),
      name(gone, ".tmp", "00000000"),
    ];
    for (const path of [...stay, name(gone, ".tmp"), `d/${name(gone, ".tmp")}`]) write(root, `c/${path}`);
    removeLeftovers(root, "c");
    expect(readdirSync(join(root, "c")).toSorted()).toEqual(["d", ...stay].toSorted());
    expect(readdirSync(join(root, "c/d"))).toEqual([]);
    // The folder that is written to is cleared by the one who writes, in every place.
    write(root, `dist/nb/${name(gone, ".tmp")}`);
    writeWhole(root, "dist/nb/a.html", "x");
    expect(readdirSync(join(root, "dist/nb"))).toEqual(["a.html"]);
  });
});

test("what was saved in a file that lay aside is kept in the project, also where the project is reached through a link", () => {
  const [root, elsewhere] = [folder(), folder()];
  symlinkSync(root, join(elsewhere, "project"));
  const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
  write(root, `content/en/.malvakt-${host}-999999999-0123456789abcdef-0123456789abcdef.old`, "Kari's text");
  removeLeftovers(join(elsewhere, "project"), "content");
  expect(readdirSync(join(root, "content/en"))).toEqual([]);
  const [kept = ""] = readdirSync(join(root, ".malvakt/kept/content/en"));
  expect(readFileSync(join(root, ".malvakt/kept/content/en", kept), "utf8")).toBe("Kari's text");
  expect(readdirSync(elsewhere)).toEqual(["project"]);
});

test("a command that is given a file that is not there makes no folder for it", async () => {
  const root = folder();
  const ran = await runCommand({ root }, ["approve", join(root, "no/such.po"), "--by", "Kari"]);
  expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("no such file") as string });
  expect(readdirSync(root)).toEqual([]);
});

describe("locks", () => {
  const lockOf = (root: string): string => join(root, ".malvakt-build.lock");
  const line = (pid: number, host = hostname(), started = "", token = "0123456789abcdef"): string =>
    `${[pid, host, started, token].join("\t")}\n`;

  test.each<[string, () => string]>([
    ["whose process is gone", () => line(999_999_999)],
    ["whose process's number another program has", () => line(process.ppid, hostname(), "another boot 1")],
    ["of this process, which holds none", () => line(process.pid)],
    ["that was not written to its end", () => "123"],
    ["that is empty", () => ""],
  ])("one %s is taken over", async (_, text) => {
    const root = folder();
    writeFileSync(lockOf(root), text());
    utimesSync(lockOf(root), Date.now() / 1000 - 5, Date.now() / 1000 - 5);
    expect(await withBuildLock(root, () => readFileSync(lockOf(root), "utf8"))).toContain(`${process.pid}\t`);
    expect(existsSync(root)).toBe(false);
  });

  test("one of another machine is not judged: the message says how to remove it", async () => {
    const root = folder();
    writeFileSync(lockOf(root), line(999_999_999, "another-machine"));
    await expect(withBuildLock(root, () => 1)).rejects.toThrow(
      /process 999999999 on the machine another-machine.*delete .*\.malvakt-build\.lock/u,
    );
    expect(existsSync(lockOf(root))).toBe(true);
  }, 30_000);

  test("a second build waits until the first has ended", async () => {
    const root = join(folder(), "dist");
    const build = (name: string): Promise<number | null> => {
      const program = `
        import { appendFileSync } from "node:fs";
        import { setTimeout as sleep } from "node:timers/promises";
        import { withBuildLock } from ${JSON.stringify(new URL("../lib/shell/disk/lock.js", import.meta.url).href)};
        const write = (text) => appendFileSync(${JSON.stringify(join(root, "log"))}, text);
        await withBuildLock(${JSON.stringify(root)}, async () => { write("${name}("); await sleep(200); write(")"); });
      `;
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" });
      return new Promise((resolve) => child.once("close", resolve));
    };
    expect(await Promise.all(["a", "b", "c"].map(build))).toEqual([0, 0, 0]);
    expect(
      readFileSync(join(root, "log"), "utf8")
        .match(/[abc]\(\)/gu)
        ?.toSorted(),
    ).toEqual(["a()", "b()", "c()"]);
    expect(readdirSync(root)).toEqual(["log"]);
  });

  test("a lock that was taken over is not removed by the one who had it", () => {
    const root = folder();
    const file = join(root, "a.txt");
    const lock = (): string => join(root, readdirSync(root).find((one) => one.endsWith(".lock")) ?? "");
    let other = "";
    withFileLock(root, file, () => {
      other = lock();
      writeFileSync(other, line(process.ppid));
    });
    expect(readFileSync(other, "utf8")).toBe(line(process.ppid));
  });
});

test("placeOf leads to what is there, in whichever form of its name, and to what is not there yet", () => {
  const root = folder();
  write(root, "a/bla\u030A/x.txt");
  expect(placeOf(root, "a/blå/y.txt")).toEqual({ file: join(root, "a/bla\u030A/y.txt") });
  expect(placeOf(root, "new/folder/y.txt")).toEqual({ file: join(root, "new/folder/y.txt") });
  expect(placeOf(join(root, "not/there"), "y.txt")).toEqual({ file: join(root, "not/there/y.txt") });
  linkSync(join(root, "a/bla\u030A/x.txt"), join(root, "second"));
  expect(placeOf(root, "second")).toEqual({ file: join(root, "second") });
});
