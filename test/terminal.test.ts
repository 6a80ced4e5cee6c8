// No text of anyone moves the cursor of a terminal, hides from its reader, or gives a log commands.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../src/core/finding.ts";
import { githubSummary, reportGithub } from "../src/core/report/github.ts";
import { reportJson } from "../src/core/report/json.ts";
import { reportSarif } from "../src/core/report/sarif.ts";
import { plainPaint, reportText } from "../src/core/report/text.ts";
import { shellWord, visible, visibleLines, visibleXml } from "../src/core/report/visible.ts";
import { readXml, textIn } from "../src/core/xml.ts";
import { runHere } from "./stand-in/run-here.ts";
import { message } from "../src/core/messages/message.ts";
import { said } from "./said.ts";

/** All that a terminal or a log would act on, and a word at the beginning of a line of its own. */
const hostile =
  "h\u001B[35m\u009B1m\u001B]0;t\u0007\u202Ee\u2066\u200B\u034F\u00ADf\u2028g\r::error::PWN\n::error::PWN\n##[error]PWN\nPWN";
const inFileName = hostile.replaceAll(/[/\0]/gu, "");
const inYaml = JSON.stringify(hostile);
const inPo = hostile.replaceAll("\n", String.raw`\n`).replaceAll("\r", String.raw`\r`);
const inComment = hostile.replaceAll(/[\r\n]/gu, " ");
/** What no reader refuses as a control character. */
const mild = inComment.replaceAll(/\p{Cc}/gu, " ");

const ours = /\u001B\[(?:1|2|22|31|32|33|34|39)m/gu;
const acted = /(?!\n)\p{Cc}|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/u;

/** What a terminal would act on in an output, and lines that a log would. */
function harmIn(output: string, commands: boolean): string[] {
  const plain = output.replaceAll(ours, "");
  const characters = Array.from(plain).filter((character) => acted.test(character));
  const lines = plain.split("\n").filter((line) => {
    const trimmed = line.trim();
    if (trimmed.includes("##[") || trimmed.startsWith("PWN")) return true;
    return commands ? trimmed !== "" && !/^::(?:error|warning|notice) file=/u.test(line) : trimmed.startsWith("::");
  });
  return [...characters.map((character) => JSON.stringify(character)), ...lines];
}

describe("through the program", () => {
  let root = "";
  const put = (path: string, text: string): void => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const run = async (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Awaited<ReturnType<typeof runHere>>> => {
    const ran = await runHere(root, args, env);
    const commands = args.includes("github");
    expect({ args, harm: harmIn(ran.stdout, commands) }).toEqual({ args, harm: [] });
    expect({ args, harm: harmIn(ran.stderr, false) }).toEqual({ args, harm: [] });
    return ran;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "malvakt-terminal-"));
    put(
      "malvakt.yaml",
      "source: nb\nlanguages:\n  en: { engine: deepl }\nterms: terms.yaml\nseverity: { term-missing: error }\n",
    );
    put(
      "terms.yaml",
      `concepts:\n  - id: massasje\n    definition: { en: ${JSON.stringify(mild)} }\n    terms:\n      nb: [{ term: massasje, status: preferred }, { term: knaing, status: deprecated }]\n      en: [{ term: massage, status: preferred }]\n`,
    );
    put(`content/nb/${inFileName}.md`, `---\ntitle: ${inYaml}\n---\n\n# Tittel\n\nKnaing er bra. ${inComment}\n`);
    put(
      "content/nb/side.md",
      `---\ntitle: Side\nkjeks: ${inYaml}\ntittel: 1\n---\n\n[Lenke](${encodeURI(hostile)}.md) knaing ${inComment}\n\n<!-- i18n:skop ${inComment} -->\n\n![](b.png)\n`,
    );
    put(
      "content/nb/ok.md",
      `---\ntitle: Massasje\n---\n\nTimen varer i 30 minutter.\n\nKnaing ${mild}\n\n<!-- malvakt-ignore number: ${mild} -->\n`,
    );
    put(
      "content/en/ok.po",
      `msgid ""\nmsgstr "Language: en\\n"\n\n# approved: 2026-11-20 ${inComment} 0123456789ab\nmsgctxt "title"\nmsgid "Massasje"\nmsgstr "${inPo}"\n\n# malvakt-ignore number: ${inComment}\nmsgid "Timen varer i 30 minutter."\nmsgstr "40 minutes ${inPo}"\n`,
    );
    put(`content/en/${inFileName}.po`, `msgid "x\n`);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test.each(["text", "github", "json", "sarif"])("findings as %s", async (format) => {
    const { stdout } = await run(["check", "--format", format]);
    expect(stdout).toMatch(/knaing/iu);
    if (format === "json" || format === "sarif") expect(JSON.parse(stdout)).toBeTypeOf("object");
    await run(["check", "--format", format, "--lang", "en"]);
  });

  test("findings in colours that are ours", async () => {
    const { stdout } = await run(["check"], { FORCE_COLOR: "1", NO_COLOR: undefined });
    expect(stdout).toContain("\u001B[31merror\u001B[39m");
    await run(["build"], { FORCE_COLOR: "1", NO_COLOR: undefined });
    await run(["status"], { FORCE_COLOR: "1", NO_COLOR: undefined });
  });

  test("the step's summary of GitHub", async () => {
    await run(["check", "--format", "github"], { GITHUB_STEP_SUMMARY: join(root, "summary.md") });
    expect(harmIn(readFileSync(join(root, "summary.md"), "utf8"), false)).toEqual([]);
  });

  test("builds, states and corrections", async () => {
    for (const args of [["build"], ["build"], ["status"], ["check", "--fix", "--dry-run"], ["check", "--fix"]])
      await run(args);
    const { stdout } = await run(["status", "--format", "json"]);
    expect(JSON.parse(stdout)).toBeTypeOf("object");
    await run(["build", "--out", hostile.replaceAll("/", "")]);
  });

  test("names, files and options that people give", async () => {
    put(`${inFileName}.yaml`, `concepts: ${inYaml}\n`);
    put(`${inFileName}/malvakt.yaml`, `source: nb\n${inYaml}: 1\n`);
    const file = `content/en/${inFileName}.po`;
    for (const args of [
      [hostile],
      [`--${hostile}`],
      ["check", `--${hostile}`],
      ["check", "--format", hostile],
      ["check", "--lang", hostile],
      ["check", "--root", hostile],
      ["check", "--root", inFileName],
      ["check", hostile],
      ["check", file],
      ["check", "--terms", `${inFileName}.yaml`],
      ["check", "--terms", hostile],
      ["status", hostile],
      ["approve", "content/en/ok.po", "--by", hostile],
      ["approve", "content/en/ok.po", "--by", inComment],
      ["approve", file, "--by", "Kari Nordmann"],
      ["approve", hostile, "--by", "Kari Nordmann"],
      ["terms", hostile],
      ["terms", "export", hostile.replaceAll("/", "")],
      ["terms", "import", hostile],
      ["terms", "score", hostile],
      ["draft", hostile],
      ["draft", "--lang", hostile],
      ["draft", "--engine", hostile],
      ["draft", "--dry-run"],
      ["init", hostile.replaceAll("/", "")],
      ["init", hostile.replaceAll("/", "")],
    ])
      await run(args);
  });

  test("settings and termbases with mistakes", async () => {
    put("malvakt.yaml", `source: ${inYaml}\n${inYaml}: 1\nlanguages: { ${inYaml}: { engine: ${inYaml} } }\n`);
    await run(["build"]);
    put("malvakt.yaml", `source: nb\nlanguages: { en: {} }\nterms: ${inYaml}\n`);
    await run(["build"]);
    put("malvakt.yaml", "source: nb\nlanguages: { en: {} }\nterms: terms.yaml\n");
    put(
      "terms.yaml",
      `concepts:\n  - id: ${inYaml}\n    distinctFrom: [${inYaml}]\n    terms: { nb: [{ term: ${inYaml}, status: ${inYaml} }] }\n`,
    );
    await run(["check"]);
    put("dist/manifest.json", hostile);
    put("terms.yaml", "concepts: []\n");
    await run(["build"]);
  });

  test("termbases of other programs, and labelled sentences", async () => {
    const text = mild;
    const tbx = (id: string): string =>
      `<?xml version="1.0"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="${id}"><descrip type="${text}">x</descrip><langSec xml:lang="nb"><termSec><term>${text} &#x85;</term></termSec><termSec><term>ord ${text}</term><termNote type="administrativeStatus">${text}</termNote></termSec></langSec></conceptEntry></body></text></tbx>\n`;
    put("one.tbx", tbx("a\u200Bb"));
    put("broken.tbx", `<tbx ${hostile}`);
    await run(["terms", "import", "one.tbx", "--dry-run"]);
    await run(["terms", "import", "one.tbx"]);
    await run(["terms", "import", "broken.tbx"]);
    const { stdout } = await run(["terms", "export", "-"]);
    expect(
      textIn(
        readXml(stdout).root ?? { name: "", namespace: "", attributes: new Map(), children: [], start: 0, end: 0 },
      ),
    ).toContain("ord");
    put("s.jsonl", `${JSON.stringify({ id: hostile, lang: "nb", text: `Knaing ${hostile}`, expect: [] })}\n`);
    await run(["terms", "score", "s.jsonl", "--failures"]);
    await run(["terms", "score", "s.jsonl", "--format", "json"]);
    put(
      "s.jsonl",
      `${JSON.stringify({ id: hostile, lang: hostile, text: hostile, expect: [{ rule: hostile, match: hostile }] })}\n${hostile}\n`,
    );
    await run(["terms", "score", "s.jsonl"]);
  });

  test("what an engine says", async () => {
    const server = createServer((_, response) => {
      response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ message: hostile }));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    put("content/nb/side.md", "---\ntitle: Side\n---\n\nEn setning.\n");
    for (const name of readdirSync(join(root, "content/en"))) rmSync(join(root, "content/en", name));
    const ran = await run(["draft", "side"], { DEEPL_AUTH_KEY: "k:fx", DEEPL_SERVER_URL: `http://127.0.0.1:${port}` });
    await run(["draft", "side"], { DEEPL_AUTH_KEY: hostile.replaceAll("\0", ""), DEEPL_SERVER_URL: hostile });
    server.close();
    expect(ran.stdout + ran.stderr).not.toBe("");
  });
});

test("everything that is printed goes through one file", () => {
  const source = fileURLToPath(new URL("../src", import.meta.url));
  const writers = readdirSync(source, { recursive: true, encoding: "utf8" })
    // What runs in a browser has no terminal; and an example for readers prints nothing here.
    .filter((name) => name.endsWith(".ts") && !name.startsWith("embed") && !name.endsWith("/emit/readme.ts"))
    .filter((name) => /std(?:out|err)\.write|console\.|stream\.write/u.test(readFileSync(join(source, name), "utf8")));
  // `main.ts` writes the version of the package and nothing else.
  expect(writers.toSorted()).toEqual(["shell/main.ts", "shell/terminal.ts"]);
});

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\r",
        "\u001B",
        "\u009B",
        "\u202E",
        "\u2028",
        "\t",
        "\0",
        "\u200B",
        "\uFEFF",
        "::",
        "##[",
        "%",
        ",",
        ":",
        "PWN",
        "|",
        "\\",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const finding: fc.Arbitrary<Finding> = fc.record({
  path: hostileText,
  ruleId: fc.constantFrom("number" as const, undefined),
  severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
  start: fc.record({ line: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 9 }), offset: fc.nat(9) }),
  end: fc.record({ line: fc.integer({ min: 1, max: 3 }), column: fc.integer({ min: 1, max: 9 }), offset: fc.nat(9) }),
  reason: hostileText.map((problem) => message("yaml.syntax", { problem })),
  actual: hostileText,
  expected: fc.array(hostileText, { maxLength: 3 }),
});

describe("for any text in any place of a finding", () => {
  test("the report has its own lines, and no character acts", () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), hostileText, (findings, text) => {
        const report = reportText(findings, () => text, plainPaint, "en");
        expect(Array.from(report).filter((character) => acted.test(character))).toEqual([]);
        for (const line of report.split("\n"))
          expect(
            line === "" || findings.length === 0 || /^(?: {2}| {4}\||\d+ (?:error|warning|info)|)/u.test(line),
          ).toBe(true);
        const paths = new Set(findings.map(({ path }) => visible(path)));
        const lines = report.split("\n").filter((line) => !paths.has(line));
        const heads = lines.filter((line) => /^ {2}\S/u.test(line) || /^ {2} *:/u.test(line));
        expect(heads.length).toBeLessThanOrEqual(findings.length);
      }),
      { numRuns: 500 },
    );
  });

  test("each annotation is one line, which GitHub reads as it was meant", () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), (findings) => {
        const lines = reportGithub(findings).split("\n").slice(0, -1);
        expect(lines).toHaveLength(findings.length);
        for (const line of lines) {
          const [, path = "", title = "", text = ""] =
            /^::(?:error|warning|notice) file=([^:,]*),line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=([^:,]*)::(.*)$/u.exec(
              line,
            ) ?? [];
          expect(title).not.toBe("");
          expect(acted.test(line)).toBe(false);
          const reads = (part: string): string =>
            part
              .replaceAll("%0D", "\r")
              .replaceAll("%0A", "\n")
              .replaceAll("%3A", ":")
              .replaceAll("%2C", ",")
              .replaceAll("%25", "%");
          expect(
            findings.some((one) => reads(path) === shown(one.path) && reads(text).startsWith(shown(said(one.reason)))),
          ).toBe(true);
        }
        expect(acted.test(githubSummary(findings))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("JSON and SARIF stay what they say, with no character that acts", () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), (findings) => {
        for (const report of [reportJson([], findings), reportSarif(findings, "1")]) {
          const shownReport = visibleLines(report);
          expect(acted.test(shownReport)).toBe(false);
          expect(JSON.parse(shownReport)).toEqual(JSON.parse(report));
        }
      }),
      { numRuns: 300 },
    );
  });

  /** As annotations show a text: GitHub knows line ends, and nothing else that is not shown. */
  const shown = (text: string): string =>
    text
      .split(/(\r|\n)/u)
      .map((part) => (/^[\r\n]$/u.test(part) ? part : visible(part)))
      .join("");
});

test("what is printed in XML says the same", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const clean = text.replaceAll(/[&<>"\r]|(?![\t\n])[\u0000-\u001F]|[\uFFFE\uFFFF]|\p{Cs}/gu, "");
      const shownText = visibleXml(`<a>${clean}</a>`);
      expect(acted.test(shownText)).toBe(false);
      const { root } = readXml(shownText);
      expect(root && textIn(root)).toBe(clean);
    }),
  );
});

test.each([
  ["ims/øre", "ims/øre"],
  ["a b", "'a b'"],
  ["-rf", "'-rf'"],
  ["a';rm x", String.raw`'a'\'';rm x'`],
])("the word %s of a proposed command is %s", (word, shown) => {
  expect(shellWord(word)).toBe(shown);
});
