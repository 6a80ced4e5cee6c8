import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { putScoreTable, scoreTable } from "../src/core/report/scores.ts";
import { readCorpus, scoreCorpus } from "../src/core/terms/corpus.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";
import { runHere } from "./stand-in/run-here.ts";

const yaml = `# Our words
concepts:
  - id: ims
    distinctFrom: [acupuncture]
    terms:
      nb: # as we say it
        - { term: IMS, status: preferred, type: abbreviation }
        - { term: tørrnåling, status: admitted }
        - { term: medisinsk akupunktur, status: deprecated }
      en: [{ term: dry needling, status: preferred }]
  - id: acupuncture
    terms:
      nb: [{ term: akupunktur, status: preferred }]
      en: [{ term: acupuncture, status: preferred }]
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "malvakt-terms-"));
  write("malvakt.yaml", "source: nb\nlanguages: { en: {} }\nterms: content/terms.yaml\n");
  write("content/terms.yaml", yaml);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

async function terms(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  const { exitCode, stdout, stderr } = await runHere(folder, ["terms", ...args]);
  return { code: exitCode, out: stdout, said: stderr };
}

describe("malvakt terms export and import", () => {
  it("bring the termbase back byte for byte", async () => {
    expect(await terms("export", "out.tbx")).toEqual({ code: 0, out: "out.tbx: 2 concepts\n", said: "" });
    const { code, out } = await terms("import", "out.tbx");
    expect(out).toBe("Concepts: 0 added, 0 changed, 0 removed.\ncontent/terms.yaml is unchanged.\n");
    expect(code).toBe(0);
    expect(read("content/terms.yaml")).toBe(yaml);
  });

  it("make a termbase where there is none", async () => {
    await terms("export", "out.tbx");
    const { code, out } = await terms("import", "out.tbx", "--terms", "new.yaml");
    expect(out).toBe("+ ims\n+ acupuncture\nConcepts: 2 added, 0 changed, 0 removed.\nnew.yaml was written.\n");
    expect(code).toBe(0);
    expect(readTermbase(read("new.yaml")).termbase).toEqual(readTermbase(yaml).termbase);
  });

  it("show on a dry run what would change, and change nothing", async () => {
    await terms("export", "out.tbx");
    const changed = read("out.tbx").replace(
      "<term>dry needling</term>",
      '<term>needling</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec><termSec><term>dry needling</term>',
    );
    write("out.tbx", changed);
    const summary = "~ ims\n    + en “needling”, admitted\nConcepts: 0 added, 1 changed, 0 removed.\n";
    expect((await terms("import", "out.tbx", "--dry-run")).out).toBe(`${summary}Nothing was written (--dry-run).\n`);
    expect(read("content/terms.yaml")).toBe(yaml);
    expect((await terms("import", "out.tbx")).out).toBe(`${summary}content/terms.yaml was written.\n`);
    expect(read("content/terms.yaml")).toContain("# as we say it");
    expect(read("content/terms.yaml")).toContain("- { term: needling, status: admitted }");
  });

  it("write nothing when the two differ, unless that is asked for", async () => {
    await terms("export", "out.tbx");
    write("out.tbx", read("out.tbx").replace("admittedTerm-admn-sts", "deprecatedTerm-admn-sts"));
    const { code, out } = await terms("import", "out.tbx");
    expect(code).toBe(1);
    expect(out).toContain("! nb “tørrnåling” status: “admitted” → “deprecated”");
    expect(out).toContain("nothing was written. --force takes what out.tbx says.");
    expect(read("content/terms.yaml")).toBe(yaml);
    expect((await terms("import", "out.tbx", "--force")).code).toBe(0);
    expect(read("content/terms.yaml")).toContain("{ term: tørrnåling, status: deprecated }");
  });

  it("remove a concept only when that is asked for", async () => {
    await terms("export", "out.tbx");
    write("content/terms.yaml", `${yaml}  - id: more\n    terms: {}\n`);
    expect((await terms("import", "out.tbx")).out).toContain("1 not in out.tbx and kept");
    expect(read("content/terms.yaml")).toContain("more");
    expect((await terms("import", "out.tbx", "--remove")).out).toContain("- more");
    expect(read("content/terms.yaml")).toBe(yaml);
  });

  it("refuse a document type, with its place", async () => {
    write("bad.tbx", '<?xml version="1.0"?>\n<!DOCTYPE tbx>\n<tbx/>');
    const { code, said } = await terms("import", "bad.tbx");
    expect(code).toBe(1);
    expect(said).toContain("bad.tbx:2:1");
    expect(said).toContain("nothing was changed");
  });

  it("refuse what would make the termbase contradict itself", async () => {
    await terms("export", "out.tbx");
    write("out.tbx", read("out.tbx").replace("<term>acupuncture</term>", "<term>Dry needling</term>"));
    const { code, said } = await terms("import", "out.tbx");
    expect(code).toBe(1);
    expect(said).toContain("are distinct from each other");
    expect(read("content/terms.yaml")).toBe(yaml);
  });

  it.each([
    [["exprot", "a.tbx"], "Did you mean export?"],
    [[], "malvakt terms export, import or score"],
    [["export"], "Name one TBX file"],
    [["score"], "Name at least one file"],
    [["score", "a.jsonl", "--format", "xml"], "--format must be text, json or markdown"],
  ])("say what is wrong with %j", async (args, said) => {
    const result = await terms(...args);
    expect(result.code).toBe(2);
    expect(result.said).toContain(said);
  });
});

const sentences = [
  {
    id: "1",
    lang: "nb",
    text: "Vi tilbyr **IMS** (akupunktur).",
    expect: [{ rule: "term-confused", match: "IMS** (akupunktur)" }],
  },
  { id: "2", lang: "nb", text: "IMS er ikke akupunktur.", expect: [] },
  { id: "3", lang: "nb", text: "IMS hjelper.", expect: [{ rule: "term-deprecated", match: "IMS" }] },
  {
    id: "4",
    lang: "en",
    source: "Tørrnåling hjelper.",
    text: "Acupuncture helps.",
    expect: [{ rule: "term-swapped", concept: "ims" }],
  },
  { id: "5", lang: "en", source: "Akupunktur hjelper.", text: "It helps.", expect: [] },
];
const corpus = `${sentences.map((sentence) => JSON.stringify(sentence)).join("\n")}\n`;

describe("malvakt terms score", () => {
  it("counts what is right, wrong and missed", async () => {
    write("corpus.jsonl", corpus);
    const { code, out } = await terms("score", "corpus.jsonl");
    expect(code).toBe(0);
    expect(out).toMatch(/^term-confused +nb +1\.00 +1\.00 +1\.00 +1 +0 +0$/mu);
    expect(out).toMatch(/^term-deprecated +nb +1\.00 +0\.00 +0\.00 +0 +0 +1$/mu);
    expect(out).toMatch(/^term-missing +en +0\.00 +1\.00 +0\.00 +0 +1 +0$/mu);
    expect(out).toMatch(/^all +all +0\.67 +0\.67 +0\.67 +2 +1 +1$/mu);
    expect(out).toContain("5 sentences; false alarms on 1 of the 2 with nothing to find.");
  });

  it("lists what is not as labelled", async () => {
    write("corpus.jsonl", corpus);
    const { out } = await terms("score", "corpus.jsonl", "--failures");
    expect(out).toContain(`corpus.jsonl:3  3
  text    IMS hjelper.
  missed  term-deprecated “IMS”

corpus.jsonl:5  5
  source  Akupunktur hjelper.
  text    It helps.
  wrong   term-missing of acupuncture

2 of 5 sentences are not as labelled.`);
  });

  it("gives the same as JSON", async () => {
    write("corpus.jsonl", corpus);
    const result = JSON.parse((await terms("score", "corpus.jsonl", "--format", "json")).out) as Record<
      string,
      unknown
    >;
    expect(result).toMatchObject({ sentences: 5, clean: 2, falseAlarms: 1 });
    expect(result["failures"]).toContainEqual({
      place: "corpus.jsonl:3",
      id: "3",
      text: "IMS hjelper.",
      wrong: [],
      missed: [{ rule: "term-deprecated", match: "IMS" }],
    });
  });

  it("gives a table for the documents", async () => {
    write("corpus.jsonl", corpus);
    expect((await terms("score", "corpus.jsonl", "--format", "markdown")).out).toBe(
      `${scoreTable(scoreCorpus(readCorpus(corpus, "corpus.jsonl").sentences, termsOf(readTermbase(yaml).termbase ?? { concepts: [] })))}\n`,
    );
  });

  it.each([
    ["a line that is cut", '{"id":"1"', "2:10", "Invalid JSON: Expected ',' or '}' after property value."],
    ["a text instead of an object", '"x"', "2:1", "A line must be one JSON object"],
    ["a missing key", '{"id":"1","lang":"nb","expect":[]}', "2:1", "`text`"],
    [
      "an unknown rule",
      '{"id":"1","lang":"nb","text":"","expect":[{"rule":"term-mising","concept":"a"}]}',
      "2:1",
      "Unknown term rule term-mising.",
    ],
    [
      "a rule without its match",
      '{"id":"1","lang":"nb","text":"","expect":[{"rule":"term-confused"}]}',
      "2:1",
      "needs the `match`",
    ],
    [
      "a translation without its source",
      '{"id":"1","lang":"nb","text":"","expect":[{"rule":"term-missing","concept":"a"}]}',
      "2:1",
      "needs a `source`",
    ],
    [
      "an unknown language",
      '{"id":"1","lang":"xx","text":"","expect":[]}',
      "2:1",
      "Language xx is not supported; these are: nb",
    ],
  ])("says where a corpus has %s", async (_, line, place, reason) => {
    write("corpus.jsonl", `${JSON.stringify(sentences[0])}\n${line}\n`);
    const { code, said } = await terms("score", "corpus.jsonl");
    expect(code).toBe(1);
    expect(said).toContain(`corpus.jsonl:${place}`);
    expect(said).toContain(reason);
  });
});

describe("the table of scores in a document", () => {
  it("takes the place of the one between the marks", () => {
    const document = "# Scores\n\n<!-- scores -->\n\nold\n\n<!-- /scores -->\n\nmore\n";
    const fresh = putScoreTable(document, "| a |");
    expect(fresh).toBe("# Scores\n\n<!-- scores -->\n\n| a |\n\n<!-- /scores -->\n\nmore\n");
    expect(putScoreTable(fresh ?? "", "| a |")).toBe(fresh);
    expect(putScoreTable("no marks", "| a |")).toBeUndefined();
  });
});
