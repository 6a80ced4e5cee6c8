import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const remark = join(checkout, "node_modules/remark-cli/cli.js");

const termbase = `concepts:
  - id: ims
    distinctFrom: [acupuncture]
    terms:
      nb: [{ term: IMS, status: preferred, type: abbreviation }, { term: medisinsk akupunktur, status: deprecated }]
      en: [{ term: dry needling, status: preferred }, { term: medical acupuncture, status: deprecated }]
  - id: acupuncture
    terms:
      nb: [{ term: akupunktur, status: preferred }]
      en: [{ term: acupuncture, status: preferred }]
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "malvakt-remark-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(checkout, join(folder, "node_modules/malvakt"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function project(): void {
  write(
    "malvakt.yaml",
    "source: nb\nlanguages: { en: {} }\nterms: content/terms.yaml\nseverity: { alt-missing: off }\n",
  );
  write("content/terms.yaml", termbase);
}

type Message = { line: number; column: number; place: unknown; ruleId: string; fatal: boolean | null; reason: string };

/** Runs remark as a person would, and gives the messages of each file. */
function run(paths: string[], use = "malvakt/remark", input?: string) {
  const reporter = join(checkout, "node_modules/vfile-reporter-json/index.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    [remark, ...paths, "--use", use, "--no-stdout", "--report", reporter],
    { cwd: folder, encoding: "utf8", ...(input === undefined ? {} : { input }) },
  );
  const files = JSON.parse(stderr) as { path: string; messages: Message[] }[];
  return { code: status, files: new Map(files.map((file) => [file.path, file.messages])) };
}

describe("malvakt/remark in remark-cli", () => {
  it("reports what malvakt check reports, with exact places through markup", () => {
    project();
    write("content/nb/ims.md", "---\ntitle: IMS\n---\n\n# IMS\n\nVi tilbyr **IMS** (akupunktur).\n\n![](a.png)\n");
    const { code, files } = run(["content"]);
    expect(files.get("content/nb/ims.md")).toEqual([
      {
        reason: expect.stringContaining("The text equates “IMS” and “akupunktur”") as string,
        line: 7,
        column: 13,
        place: { start: { line: 7, column: 13, offset: 39 }, end: { line: 7, column: 31, offset: 57 } },
        ruleId: "term-confused",
        source: "malvakt",
        fatal: true,
        actual: "IMS** (akupunktur)",
        expected: [],
      },
    ]);
    expect(code).toBe(1);
  });

  it("says what to write instead, in the language of the folder", () => {
    project();
    write("content/en/ims.md", "# Medical acupuncture\n");
    const { code, files } = run(["content"]);
    expect(files.get("content/en/ims.md")).toMatchObject([
      {
        ruleId: "term-deprecated",
        fatal: false,
        actual: "Medical acupuncture",
        expected: ["Dry needling"],
        note: "Write: Dry needling",
      },
    ]);
    expect(code).toBe(0);
  });

  it("expects front matter of a source page, and finds its links to itself", () => {
    project();
    write("content/nb/a.md", "Uten hode\n");
    write("content/nb/b.md", "---\ntitle: B\n---\n\n# B\n\n[ned](#nede) [ned](b.md#b)\n");
    const { files } = run(["content"]);
    expect(files.get("content/nb/a.md")?.map(({ ruleId }) => ruleId)).toEqual(["front-matter"]);
    expect(files.get("content/nb/b.md")?.map(({ ruleId }) => ruleId)).toEqual(["link-broken"]);
  });

  it("leaves other files of a project alone", () => {
    project();
    write("README.md", "IMS (akupunktur)\n");
    expect(run(["README.md"]).files.get("README.md")).toEqual([]);
  });

  it("needs no project when it is told the language and the termbase", () => {
    write("words.yaml", termbase);
    write("x.md", "IMS (akupunktur) og medisinsk akupunktur\n");
    write(
      ".remarkrc.json",
      JSON.stringify({
        plugins: [
          ["malvakt/remark", { language: "nb", terms: "words.yaml", severity: { "term-confused": "warning" } }],
        ],
      }),
    );
    const reporter = join(checkout, "node_modules/vfile-reporter-json/index.js");
    const { stderr, status } = spawnSync(process.execPath, [remark, "x.md", "--no-stdout", "--report", reporter], {
      cwd: folder,
      encoding: "utf8",
    });
    const [file] = JSON.parse(stderr) as { messages: Message[] }[];
    expect(file?.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ["term-confused", false],
      ["term-deprecated", false],
    ]);
    expect(status).toBe(0);
  });

  it("says that it checks nothing where it knows no language", () => {
    write("x.md", "IMS (akupunktur)\n");
    const messages = run(["x.md"]).files.get("x.md");
    expect(messages).toHaveLength(1);
    expect(messages?.[0]?.reason).toContain("its terms are not checked");
  });

  it("reads standard input", () => {
    project();
    const { files } = run([], 'malvakt/remark=language:"nb"', "IMS (akupunktur)\n");
    expect([...files.values()].flat().map(({ ruleId }) => ruleId)).toEqual(["term-confused"]);
  });

  it("tells of a termbase that cannot be used: nothing was checked then", () => {
    project();
    write("content/terms.yaml", "concepts:\n  - id: a\n    terms:\n      nb: [{ term: x, status: god }]\n");
    write("content/nb/a.md", "---\ntitle: A\n---\n");
    const { code, files } = run(["content/nb"]);
    expect(files.get("content/nb/a.md")).toMatchObject([
      { fatal: true, reason: expect.stringContaining("content/terms.yaml:4:31: ") as string },
    ]);
    expect(code).toBe(1);
  });
});
