// The screen: lines in its width, a reader who has had enough, a person who stops the work, words beside a progress line.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { wrapped } from "../src/core/report/wrap.ts";
import { printError, progressLine } from "../src/shell/terminal.ts";
import { runMalvakt } from "./run-case.mjs";

const lib = fileURLToPath(new URL("../lib/shell/", import.meta.url));

describe("lines in the width of a screen", () => {
  const word = fc.stringMatching(/^[a-zæøå.,:]{1,14}$/u);
  const line = fc.tuple(fc.nat(6), fc.array(word, { minLength: 1, maxLength: 30 })).map(
    // Two blanks in a row begin a column.
    ([indent, words]) => " ".repeat(indent) + words.join(" ").replace(" ", indent % 2 === 0 ? " " : "  "),
  );

  test("no word is lost, moved or torn, and a line is longer only where one word is", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.integer({ min: 30, max: 90 }), (lines, width) => {
        const text = lines.join("\n");
        const result = wrapped(text, width);
        expect(result.split(/\s+/u)).toEqual(text.split(/\s+/u));
        for (const one of result.split("\n")) expect(one.length).toBeLessThanOrEqual(width);
        for (const one of lines.filter(({ length }) => length <= width)) expect(result.split("\n")).toContain(one);
      }),
    );
  });

  test("what follows stands below where the words began", () => {
    expect(wrapped("  --out DIR  write to that folder, and use it", 26)).toBe(
      "  --out DIR  write to that\n             folder, and\n             use it",
    );
    expect(wrapped("    one two three", 12)).toBe("    one two\n    three");
  });

  test("colours take no room", () => {
    expect(wrapped("<red>one<end> two three", 13, /<\w+>/gu)).toBe("<red>one<end> two three");
    expect(wrapped("<red>one<end> two three", 12, /<\w+>/gu)).toBe("<red>one<end> two\nthree");
  });

  test.each(["    | a line of a file that is shown with a caret below", "    next: malvakt draft a-page --lang en"])(
    "%j stays whole",
    (whole) => expect(wrapped(whole, 20)).toBe(whole),
  );
});

describe("a reader who has had enough", () => {
  let root = "";
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "malvakt-pipe-"));
    await runMalvakt(root, ["init"]);
    await runMalvakt(root, ["draft", "--engine", "pseudo"]);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  /** Runs a command whose output, or whose complaints, no one reads from the beginning. */
  async function unread(stream: "stdout" | "stderr", args: string[]): Promise<{ code: number | null; told: string }> {
    const child = spawn(process.execPath, [join(lib, "main.js"), ...args], {
      cwd: root,
      env: { PATH: process.env["PATH"], XDG_STATE_HOME: join(root, "state") },
    });
    child[stream].destroy();
    let told = "";
    child[stream === "stdout" ? "stderr" : "stdout"].on("data", (data: Buffer) => (told += data.toString()));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, told };
  }

  test.each([
    ["build"],
    ["check"],
    ["check", "--format", "json"],
    ["draft"],
    ["draft", "--dry-run"],
    ["status"],
    ["approve", "content/en/velkommen.po", "--by", "Kari Nordmann"],
    ["terms", "export", "-"],
    ["init", "new"],
    ["help"],
    ["build", "--help"],
    ["--version"],
  ])("%s %s %s", async (...args) => {
    const given = args.filter((arg) => arg !== undefined);
    expect(await unread("stdout", given)).toEqual({ code: 0, told: "" });
  });

  test("of errors: the exit code still tells", async () => {
    expect(await unread("stderr", ["status", "page"])).toEqual({ code: 2, told: "" });
    expect(await unread("stderr", ["biuld"])).toEqual({ code: 2, told: "" });
  });
});

describe("a person who stops the work", () => {
  test.each([
    ["progressLine('Building')", "Stopped. No file is half written"],
    ["meter('Drafting', 3)", "Stopped. The drafts received so far are saved"],
  ])("%s says what is safe, and ends as the signal would", async (line, words) => {
    const script = `import { progressLine, meter } from ${JSON.stringify(join(lib, "terminal.js"))};
      const progress = ${line}; setInterval(() => progress.step(0, 3), 10); console.log("ready");`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { env: {} });
    let told = "";
    child.stderr.on("data", (data: Buffer) => (told += data.toString()));
    child.stdout.once("data", () => child.kill("SIGINT"));
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect({ signal, told }).toEqual({ signal: "SIGINT", told: expect.stringContaining(words) as string });
  });
});

describe("a progress line", () => {
  const isTTY = process.stderr.isTTY;
  afterEach(() => {
    vi.restoreAllMocks();
    process.stderr.isTTY = isTTY;
  });

  test("is wiped before other words, and they begin a line", async () => {
    let shown = "";
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      shown += String(text);
      return true;
    });
    process.stderr.isTTY = true;
    const progress = progressLine("Building");
    await progress.step(2, 2);
    printError("malvakt: something");
    progress.done();
    expect(shown).toMatch(/^\r\u001B\[KBuilding .* 2\/2 \r\u001B\[Kmalvakt: something\n$/u);
  });
});
