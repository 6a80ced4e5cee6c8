// Watching files: what changed is told once, whatever way an editor saves, and nothing that changes meanwhile is missed.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { watchFiles, type Watch } from "../src/shell/watch.ts";
import { environment, program, runMalvakt } from "./run-case.mjs";
import { readTree, siteOf, writeFile } from "./site-case.mjs";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "malvakt-watch-"));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function begin(root: string): Promise<{ watch: Watch; stop: () => void }> {
  const controller = new AbortController();
  const watch = await watchFiles(root, ["malvakt.yaml", "content"], controller.signal);
  ends.push(() => watch.close());
  return { watch, stop: () => controller.abort() };
}

/** Asks until all of these were told; a rush may be told in two parts where a machine is slow. */
async function toldOf(watch: Watch, paths: readonly string[]): Promise<string[]> {
  const told = new Set<string>();
  while (!paths.every((path) => told.has(path))) for (const path of (await watch.next()) ?? []) told.add(path);
  return [...told].toSorted();
}

describe("what has changed", () => {
  const folder = (): string => {
    const root = makeFolder();
    mkdirSync(join(root, "content/nb"), { recursive: true });
    mkdirSync(join(root, "dist"));
    writeFileSync(join(root, "content/nb/a.md"), "a");
    writeFileSync(join(root, "malvakt.yaml"), "a");
    return root;
  };

  test("is told by its path: written, written by rename, in a new folder, many at once, deleted", async () => {
    const root = folder();
    const { watch } = await begin(root);
    writeFileSync(join(root, "content/nb/a.md"), "b");
    expect(await toldOf(watch, ["content/nb/a.md"])).toEqual(["content/nb/a.md"]);
    writeFileSync(join(root, "content/nb/.a.md.swp"), "c");
    renameSync(join(root, "content/nb/.a.md.swp"), join(root, "content/nb/a.md"));
    expect(await toldOf(watch, ["content/nb/a.md"])).toEqual(["content/nb/a.md"]);
    // Once more: what was renamed over is still watched.
    writeFileSync(join(root, "content/nb/a.md"), "d");
    await toldOf(watch, ["content/nb/a.md"]);
    mkdirSync(join(root, "content/nb/ny/dyp"), { recursive: true });
    writeFileSync(join(root, "content/nb/ny/dyp/b.md"), "b");
    await toldOf(watch, ["content/nb/ny/dyp/b.md"]);
    const many = Array.from({ length: 200 }, (_, at) => `content/nb/m${at}.md`);
    for (const path of many) writeFileSync(join(root, path), "m");
    expect(await toldOf(watch, many)).toEqual(many.toSorted());
    rmSync(join(root, "malvakt.yaml"));
    await toldOf(watch, ["malvakt.yaml"]);
    writeFileSync(join(root, "malvakt.yaml"), "again");
    await toldOf(watch, ["malvakt.yaml"]);
  });

  test("is only what is watched: no other folder, and nothing hidden", async () => {
    const root = folder();
    const { watch } = await begin(root);
    for (const path of ["dist/a.html", "other.md", "content/.hidden.md", "content/nb/.x.tmp"])
      writeFileSync(join(root, path), "x");
    writeFileSync(join(root, "content/nb/last.md"), "x");
    expect(await toldOf(watch, ["content/nb/last.md"])).toEqual(["content/nb/last.md"]);
  });

  test("while no one asks is told at the next asking", async () => {
    const root = folder();
    const { watch } = await begin(root);
    writeFileSync(join(root, "content/nb/a.md"), "b");
    await toldOf(watch, ["content/nb/a.md"]);
    writeFileSync(join(root, "content/nb/a.md"), "c");
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(await watch.next()).toEqual(["content/nb/a.md"]);
  });

  test("is no longer told when a person stops it, even while it waits", async () => {
    const { watch, stop } = await begin(folder());
    const next = watch.next();
    stop();
    expect(await next).toBeUndefined();
    expect(await watch.next()).toBeUndefined();
  });
});

/** The real program, and what it has printed. */
function start(root: string, ...args: string[]): { child: ChildProcess; until: (wanted: RegExp) => Promise<string> } {
  const child = spawn(process.execPath, [program, ...args, "--root", root], { env: environment });
  ends.push(() => void child.kill("SIGKILL"));
  let out = "";
  let ring = (): void => {};
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data: Buffer) => {
      out += data.toString();
      ring();
    });
  let from = 0;
  const until = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const match = wanted.exec(out.slice(from));
      if (match) {
        const told = out.slice(from, from + match.index + match[0].length);
        from += told.length;
        return told;
      }
      await new Promise<void>((resolve) => {
        ring = resolve;
      });
    }
  };
  return { child, until };
}

async function ended(child: ChildProcess): Promise<number | null> {
  return await new Promise((resolve) => child.once("exit", resolve));
}

function makeSite(): string {
  const root = makeFolder();
  for (const [path, bytes] of siteOf("test/site-base")) writeFile(join(root, path), bytes);
  return root;
}

const done = /unchanged, \d+ removed\.\n/u;
const change = (root: string, path: string, from: string, to: string): void =>
  writeFileSync(join(root, path), readFileSync(join(root, path), "utf8").replace(from, to));

test("build --watch builds at each change what a build made afresh makes, goes on through mistakes, and ends cleanly", async () => {
  const root = makeSite();
  const { child, until } = start(root, "build", "--watch");
  await until(/Stop with Ctrl\+C\.\n/u);
  const isAsFresh = async (): Promise<void> => {
    const copy = makeFolder();
    for (const path of ["malvakt.yaml", "content", "dist"])
      cpSync(join(root, path), join(copy, path), { recursive: true });
    await runMalvakt(copy, ["build"]);
    expect([...readTree(join(root, "dist"))]).toEqual([...readTree(join(copy, "dist"))]);
  };
  change(root, "content/nb/kontakt.md", "---\n\n", "---\n\nHelt nytt avsnitt.\n\n");
  expect(await until(/other files: .*\n/u)).toMatch(
    /^Changed: content\/nb\/kontakt\.md\n[^]*Paste or upload again:\n {2}kontakt {2}nb {2}changed {2}nb\/kontakt\.html/u,
  );
  expect(readFileSync(join(root, "dist/nb/kontakt.html"), "utf8")).toContain("Helt nytt avsnitt.");
  await isAsFresh();
  // A finding that is new is told, and not again at the next change.
  change(root, "content/nb/massasje.md", "---\n\n", "---\n\n[Borte](finnes-ikke.md)\n\n");
  expect(await until(done)).toContain("finnes-ikke");
  change(root, "content/nb/kontakt.md", "Helt nytt", "Enda et nytt");
  expect(await until(done)).not.toContain("finnes-ikke");
  // Settings that cannot be read stop nothing; mended, they are used.
  const settings = readFileSync(join(root, "malvakt.yaml"), "utf8");
  writeFileSync(join(root, "malvakt.yaml"), `${settings}\nukjent: 1\n`);
  await until(/malvakt: .*\n/u);
  writeFileSync(join(root, "malvakt.yaml"), settings);
  await until(done);
  await isAsFresh();
  child.kill("SIGINT");
  await until(/Stopped\. All files are whole\.\n/u);
  expect(await ended(child)).toBe(0);
  expect(readdirSync(join(root, "dist")).filter((name) => name.startsWith("."))).toEqual([]);
});

describe("build --preview", () => {
  test("writes whole pages where git does not look, says where, and changes nothing else", async () => {
    const root = makeSite();
    const before = [...readTree(root)].map(([path, bytes]) => [path, bytes.toString("utf8")]);
    const { stdout, exitCode } = await runMalvakt(root, ["build", "--preview"]);
    expect(exitCode).toBe(0);
    const address = /^Open (file:\/\/\S+index\.html)$/mu.exec(stdout)?.[1] ?? "";
    expect(readFileSync(new URL(address), "utf8")).toContain("<h1>Preview</h1>");
    expect([...readTree(root)].map(([path, bytes]) => [path, bytes.toString("utf8")])).toEqual(before);
    expect(readFileSync(join(root, ".malvakt/.gitignore"), "utf8")).toBe("*\n");
    // What an earlier preview had and this one has not goes.
    rmSync(join(root, "content/nb/massasje.md"));
    const again = await runMalvakt(root, ["build", "--preview", "--locale", "nb"]);
    expect(again.stdout).toMatch(/Forhåndsvisning av .* fjernet\.\nÅpne file:/u);
    expect(readdirSync(join(root, ".malvakt/preview/nb"))).toEqual(["kontakt.html"]);
  });

  test("shows what it can where a page, a catalog, the termbase and the ledger are broken, and says what it could not", async () => {
    const root = makeSite();
    writeFileSync(join(root, "content/nb/brutt.md"), "---\ntitle: [\n---\n");
    writeFileSync(join(root, "content/en/kontakt.po"), 'msgid "a\n');
    writeFileSync(join(root, "dist/ledger.json"), "no ledger\n");
    writeFileSync(
      join(root, "malvakt.yaml"),
      `${readFileSync(join(root, "malvakt.yaml"), "utf8")}terms: content/borte.yaml\n`,
    );
    const { stdout, exitCode } = await runMalvakt(root, ["build", "--preview"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Terms were not checked\. .*borte\.yaml/mu);
    expect(stdout).toMatch(/^What readers get now is not known\. .*ledger\.json/mu);
    expect(stdout).toContain("content/nb/brutt.md");
    expect(stdout).toContain("content/en/kontakt.po");
    expect(stdout).toMatch(/^Open file:/mu);
    const overview = readFileSync(join(root, ".malvakt/preview/index.html"), "utf8");
    expect(overview).toContain("Terms were not checked.");
    expect(readFileSync(join(root, ".malvakt/preview/en/massasje.html"), "utf8")).toContain("</article>");
    expect(readFileSync(join(root, "dist/ledger.json"), "utf8")).toBe("no ledger\n");
  });

  test("--watch serves it, tells the browser of a page that has changed, and ends cleanly", async () => {
    const root = makeSite();
    const { child, until } = start(root, "build", "--preview", "--watch");
    const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(await until(/Stop with Ctrl\+C\.\n/u))?.[0] ?? "";
    const events = (await fetch(`${address}events?page=/nb/kontakt.html`)).body?.getReader();
    const other = (await fetch(`${address}events?page=/nb/massasje.html`)).body?.getReader();
    const next = async (reader: typeof events): Promise<string> =>
      new TextDecoder().decode((await reader?.read())?.value);
    const [first] = [await next(events), await next(other)];
    change(root, "content/nb/kontakt.md", "---\n\n", "---\n\nHelt nytt avsnitt.\n\n");
    expect(await next(events)).not.toBe(first);
    expect(await (await fetch(`${address}nb/kontakt.html`)).text()).toContain("Helt nytt avsnitt.");
    expect(readFileSync(join(root, ".malvakt/preview/nb/kontakt.html"), "utf8")).toContain("Helt nytt avsnitt.");
    const silent = await Promise.race([
      next(other).then(() => false),
      new Promise((resolve) => {
        setTimeout(() => resolve(true), 200);
      }),
    ]);
    expect(silent).toBe(true);
    child.kill("SIGINT");
    expect(await ended(child)).toBe(0);
  });
});
