// A draft run that is killed, or whose disk is full, at every change on disk: nothing is lost and nothing paid for twice.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { stateOf } from "../src/core/catalog/state.ts";
import { environment } from "./run-case.mjs";
import { startDeepl, type Charge, type StandIn } from "./stand-in/deepl.ts";
import { access, chargedTwice, makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const open: { close: () => Promise<void> }[] = [];
const projects: TestProject[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
  for (const project of projects.splice(0)) project.remove();
});

async function start(options: Parameters<typeof startDeepl>[0] = {}): Promise<StandIn> {
  const standIn = await startDeepl(options);
  open.push(standIn);
  return standIn;
}

const fixed = { SOURCE_DATE_EPOCH: "1767312000", XDG_STATE_HOME: environment.XDG_STATE_HOME };

type Ended = { code: number | null; signal: string | null; out: string; err: string };

/** The real program in a process of its own. `how` and `at` break its disk. */
function spawnDraft(site: TestProject, standIn: StandIn, how = "", at = 0): { pid: number; ended: Promise<Ended> } {
  const child = spawn(
    process.execPath,
    [
      ...(how === "" ? [] : ["--import", file("stand-in/break-disk.mjs")]),
      file("../lib/shell/main.js"),
      "draft",
      "--root",
      site.root,
    ],
    {
      env: {
        PATH: process.env["PATH"],
        ...fixed,
        ...access(standIn),
        BREAK_HOW: how,
        BREAK_AT: String(at),
      },
    },
  );
  const ended: Ended = { code: null, signal: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (data: string) => (ended.out += data));
  child.stderr.setEncoding("utf8").on("data", (data: string) => (ended.err += data));
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      child.once("close", (code, signal) => resolve({ ...ended, code, signal }));
    }),
  };
}

/** Runs in this process stand in one another's way. */
let queue: Promise<unknown> = Promise.resolve();
async function runAlone(...given: Parameters<typeof runCommand>): ReturnType<typeof runCommand> {
  const ran = queue.then(() => runCommand(...given));
  queue = ran.catch(() => {});
  return ran;
}

const page = (title: string, ...blocks: string[]): string => `---\ntitle: ${title}\n---\n\n${blocks.join("\n\n")}\n`;

/** Two pages, one of them approved before with a paragraph that has changed since, and a leftover of an earlier kill. */
async function makeSite(): Promise<TestProject> {
  const site = makeProject({ "content/nb/a.md": page("Om oss", "Vi holder til i Oslo.", "Ring oss i dag.") }, [
    "en: { engine: deepl }",
  ]);
  projects.push(site);
  await runAlone(site, ["draft", "--engine", "pseudo"], fixed);
  site.approveAll("en", "a");
  site.write("content/nb/a.md", page("Om oss", "Vi holder til i Oslo sentrum.", "Ring oss i dag.", "**Velkommen!**"));
  site.write("content/nb/b.md", page("Priser", "Ring oss i dag.", "Se [listen](a.md) over priser."));
  return site;
}

const poFiles = (site: TestProject): string[] => site.files().filter((path) => path.endsWith(".po"));
const approvedLines = (site: TestProject): string[] =>
  site
    .catalog("en", "a")
    .entries.filter((entry) => stateOf({ ...entry, obsolete: false }, "en") === "approved")
    .map(({ source: id, translation: text, comments }) => [id, text, ...comments].join("|"))
    .toSorted();

/** At most one request of the broken run was charged in vain. */
function expectPaidOnce(broken: readonly Charge[], after: readonly Charge[]): void {
  expect(chargedTwice(broken)).toEqual([]);
  expect(chargedTwice(after)).toEqual([]);
  const again = broken.filter(({ text }) => after.some((charge) => charge.text === text));
  expect(new Set(again.map(({ request }) => request)).size).toBeLessThanOrEqual(1);
}

async function expectMended(site: TestProject, broken: StandIn, expected: Map<string, string>): Promise<void> {
  const deepl = await start();
  const ran = await runAlone(site, ["draft"], { ...fixed, ...access(deepl) });
  expect(ran).toMatchObject({ code: 0, err: "" });
  expect(new Map(poFiles(site).map((path) => [path, site.read(path)]))).toEqual(expected);
  expect(site.files().filter((path) => /\.tmp$|lock/u.test(path))).toEqual([]);
  expectPaidOnce(broken.ledger, deepl.ledger);
}

async function whole(): Promise<{ expected: Map<string, string>; operations: number; writes: number }> {
  const site = await makeSite();
  const ended = await spawnDraft(site, await start(), "count").ended;
  expect(ended.code).toBe(0);
  const [, operations, writes] = /(\d+) operations, (\d+) writes/u.exec(ended.err) ?? [];
  return {
    expected: new Map(poFiles(site).map((path) => [path, site.read(path)])),
    operations: Number(operations),
    writes: Number(writes),
  };
}

/** Some at a time: each waits most of its time for a process to start. */
async function forEach(count: number, check: (index: number) => Promise<void>): Promise<void> {
  let next = 1;
  const worker = async (): Promise<void> => {
    while (next <= count) await check(next++);
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe("at every change on disk", () => {
  test("kill -9: every catalog is whole, approvals stand, and the next run completes what this one began", async () => {
    const { expected, operations } = await whole();
    expect(operations).toBeGreaterThan(20);
    await forEach(operations, async (at) => {
      const site = await makeSite();
      const approved = approvedLines(site);
      const before = new Map(poFiles(site).map((path) => [path, site.read(path)]));
      const deepl = await start();
      const ended = await spawnDraft(site, deepl, "kill", at).ended;
      expect(ended.signal, `operation ${at}: ${ended.err}`).toBe("SIGKILL");
      for (const path of poFiles(site)) {
        // Strictly read, or the test fails; and what was there before is there still, if only as memory.
        const { entries } = site.catalog("en", path.replace(/^content\/en\/|\.po$/gu, ""));
        const old = before.get(path);
        if (old !== undefined) expect(entries.length).toBeGreaterThan(0);
      }
      expect(approvedLines(site)).toEqual(approved);
      await expectMended(site, deepl, expected);
    });
    // Every operation is a process that is started, killed, and started again.
  }, 600_000);

  test("a full disk: says so in a sentence, leaves old files whole, and the next run completes", async () => {
    const { expected, writes } = await whole();
    expect(writes).toBeGreaterThan(3);
    await forEach(writes, async (at) => {
      const site = await makeSite();
      const approved = approvedLines(site);
      const deepl = await start();
      const ended = await spawnDraft(site, deepl, "full", at).ended;
      expect([at, ended.code]).toEqual([at, 1]);
      expect(ended.err).toMatch(
        /^malvakt: .*the disk is full\. Files already written are complete\. .*run the command again/mu,
      );
      expect(ended.err).not.toMatch(/Internal error in Målvakt|\n\s+at /u);
      expect(site.files().filter((path) => path.endsWith(".tmp"))).toEqual([]);
      expect(approvedLines(site)).toEqual(approved);
      await expectMended(site, deepl, expected);
    });
  }, 600_000);
});

test("a second run while the first waits for an answer refuses; when the first is killed, it takes over", async () => {
  const site = await makeSite();
  let arrived = (): void => {};
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  const slow = await start({
    misbehave: () => {
      arrived();
      return "slow";
    },
  });
  const first = spawnDraft(site, slow);
  await asked;
  const before = site.files();
  const other = await start();
  const second = await spawnDraft(site, other).ended;
  expect(second).toMatchObject({
    code: 1,
    out: "",
    err: `malvakt: Another command (process ${first.pid}) is drafting this project. Wait until it has finished.\n`,
  });
  expect(other.requests).toEqual([]);
  expect(site.files()).toEqual(before);
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  expect(await spawnDraft(site, other).ended).toMatchObject({ code: 0, err: "" });
  expect(site.files()).not.toContain(".malvakt/lock");
});
