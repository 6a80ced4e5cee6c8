// `malvakt draft` with the real Apertium: Nynorsk, Danish and Swedish without a network.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stateOf } from "../../src/core/catalog/state.ts";
import { compareTags } from "../../src/core/unit-text.ts";
import { makeProject, runCommand, type Ran, type TestProject } from "../stand-in/project.ts";

const languages = ["nn", "da", "sv"] as const;

const term = (id: string, terms: Record<string, string>): string =>
  `  - id: ${id}\n    terms:\n${Object.entries(terms)
    .map(([code, word]) => `      ${code}: [{ term: ${word}, status: preferred }]\n`)
    .join("")}`;

const paragraphs = [
  "Vi bruker tørrnåling mot smerter i nakken.",
  "Nålene er tynne, og merkes knapt når de settes inn.",
  "Les mer om [hvilke plager vi behandler](b.md) i **vår** klinikk.",
  "Behandlingen tar 45 minutter og koster 1250 kroner.",
  "Skriv `IMS-kode 43.9` når du bestiller.",
  "Ring oss på 22 33 44 55, eller skriv til post@klinikken.no.",
];

let site: TestProject;
let ran: Ran;
let seconds: number;
beforeAll(async () => {
  site = makeProject(
    {
      "content/terms.yaml": `concepts:\n${term("dry-needling", { nb: "tørrnåling", nn: "tørrnåling", da: "tørnåling", sv: "torrnålning" })}`,
      "content/nb/a.md": `---\ntitle: Tynne nåler\n---\n\n# Tynne nåler\n\n${paragraphs.join("\n\n")}\n`,
      "content/nb/b.md": "---\ntitle: Plager\n---\n\nVi behandler *vondt* i ryggen.\n",
    },
    languages.map((code) => `${code}: { engine: apertium }`),
  );
  const start = performance.now();
  ran = await runCommand(site, ["draft"]);
  seconds = (performance.now() - start) / 1000;
}, 300_000);
afterAll(() => site.remove());

test("all three are drafted in one run, and nothing is charged", () => {
  expect(ran).toMatchObject({ code: 0, err: "" });
  for (const code of languages) expect(ran.out).toContain(`${code}: 2 catalogs updated, 10 units drafted.\n`);
  const words = (paragraphs.join(" ").split(/\s+/u).length + 11) * languages.length;
  console.log(`Apertium drafted ${words} words in ${seconds.toFixed(1)} s, start of its programs included.`);
});

describe.each(languages)("%s", (code) => {
  const entries = () => [...site.entries(code, "a").values(), ...site.entries(code, "b").values()];
  const find = (part: string) => entries().find(({ source: id }) => id.includes(part));

  test("every unit is a draft in the language, with all tags, code and figures of its source", () => {
    for (const entry of entries()) {
      expect([entry.source, stateOf(entry, code)]).toEqual([entry.source, "draft"]);
      expect(compareTags(entry.source, entry.translation)).toEqual([]);
      const figures = (text: string): string[] => (text.match(/\d+/gu) ?? []).toSorted();
      expect(figures(entry.translation)).toEqual(figures(entry.source));
      expect(entry.translation).not.toMatch(/[*@#](?!klinikken)/u);
    }
    expect(find("IMS-kode")?.translation).toContain("<code>IMS-kode 43.9</code>");
    expect(find("post@")?.translation).toContain("post@klinikken.no");
    expect(find("Nålene")?.translation).not.toBe(find("Nålene")?.source);
  });

  test("a term that Apertium does not know is that of the termbase", () => {
    const expected = { nn: "tørrnåling", da: "tørnåling", sv: "torrnålning" }[code];
    const entry = find("tørrnåling");
    expect(entry?.translation).toContain(expected);
    expect(entry?.comments.filter((comment) => comment.startsWith("finding: term-missing"))).toEqual([]);
  });

  test("an equal title and heading have the same draft", () => {
    const drafts = entries().filter(({ source: id }) => id === "Tynne nåler");
    expect(new Set(drafts.map(({ translation: text }) => text)).size).toBe(1);
  });
});

test("a second run drafts nothing and starts no program", async () => {
  const before = site.files().map((path) => site.read(path));
  const again = await runCommand(site, ["draft"]);
  expect(again).toMatchObject({ code: 0, out: languages.map((code) => `${code}: nothing to draft.\n`).join("") });
  expect(site.files().map((path) => site.read(path))).toEqual(before);
});

test("what breaks a term rule all the same is stored with its finding, in the sight of who reads the file", async () => {
  site.write(
    "content/terms.yaml",
    `concepts:\n${term("dry-needling", { nb: "tørrnåling", da: "tørnåling" })}${term("pain", { nb: "kronisk smerte", da: "langvarig pine" })}`,
  );
  site.write("content/nb/c.md", "---\ntitle: Ny\n---\n\nVi behandler kronisk *smerte* her.\n");
  expect((await runCommand(site, ["draft", "c", "--lang", "da"])).code).toBe(0);
  const [, entry] = site.entries("da", "c").values();
  expect(entry && stateOf(entry, "da")).toBe("draft");
  expect(entry?.notes).toContainEqual(expect.stringMatching(/^finding term-missing: .*kronisk smerte/u));
});

test("changing one sentence of an approved paragraph drafts that sentence alone", async () => {
  site.write("content/nb/d.md", "---\ntitle: Pris\n---\n\nVi tar kort her. Nålene er tynne.\n");
  await runCommand(site, ["draft", "d", "--lang", "sv"]);
  site.approveAll("sv", "d", ({ source: id }) => (id === "Pris" ? id : "Vi tar ENBART kort. Nålarna ÄR tunna."));
  site.write("content/nb/d.md", "---\ntitle: Pris\n---\n\nVi tar kort her. Nålene er sterile.\n");
  expect((await runCommand(site, ["draft", "d", "--lang", "sv"])).code).toBe(0);
  const [, entry] = site.entries("sv", "d").values();
  expect(entry?.translation).toMatch(/^Vi tar ENBART kort\. \S.*\.$/u);
});
