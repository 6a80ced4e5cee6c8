// malvakt approve: who may sign, for which language, and what the signer is told.
import { afterEach, describe, expect, test } from "vitest";
import { readSigner } from "../src/core/signer.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";
import { said } from "./said.ts";

describe("a name that signs", () => {
  test.each([
    "Kari Nordmann",
    "Li Na",
    "李明",
    "Ольга Коваленко",
    "محمد علي",
    "Jean-Luc O’Brien",
    "Dr. Ai Tanaka",
    "Claude Monet",
    "Målvakt maintainers",
    "Å. Bø",
    "田中 アイ",
  ])("%s", (name) => {
    expect(readSigner(`  ${name.replaceAll(" ", "   ")}\n`)).toEqual({
      name: name.normalize("NFC"),
      problem: undefined,
    });
  });

  test.each([
    ["", /empty/u],
    [" \n", /empty/u],
    ["K", /too short/u],
    ["K.", /too short/u],
    ["K. N.", /too short/u],
    ["12", /too short/u],
    ["AI", /not a person/u],
    ["ki", /not a person/u],
    ["DeepL", /not a person/u],
    ["DeepL Pro", /not a person/u],
    ["deepl-api", /not a person/u],
    ["GPT-4", /not a person/u],
    ["ChatGPT", /not a person/u],
    ["Google Translate", /not a person/u],
    ["memory", /not a person/u],
    ["apertium", /not a person/u],
    ["pseudo", /not a person/u],
    ["Kari\u200BNordmann", /invisible character \(U\+200B\)/u],
    ["Kari\u202ENordmann", /invisible character \(U\+202E\)/u],
    ["Kari\u034F Nordmann", /invisible character \(U\+034F\)/u],
    ["Kari\uFE0F Nordmann", /invisible character \(U\+FE0F\)/u],
    ["Kari\u0007 Nordmann", /invisible character \(U\+0007\)/u],
    ["Kari \uE000", /invisible character/u],
    ["Kаri Nordmann", /several scripts \(Latin, Cyrillic\)/u],
    ["Κari Nordmann", /several scripts/u],
    ["Ｋari Nordmann", /unusual form/u],
    ["Kari: Nordmann", /cannot contain :/u],
    ["Kari <kari@example.com>", /cannot contain </u],
    ["Kari # Nordmann", /cannot contain #/u],
  ])("not %j", (name, problem) => {
    const signer = readSigner(name);
    expect(signer.name).toBeUndefined();
    expect(said(signer.problem)).toMatch(problem);
  });
});

const projects: TestProject[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const page = "---\ntitle: Timen\n---\n\nEr det smertefullt?\n\nTimen varer 60 minutter.\n\nVelkommen.\n";
const title = `#, fuzzy\n${plainEntry({ context: "title", id: "Timen", text: "The session" })}`;
const painful = plainEntry({ id: "Er det smertefullt?", text: "Does it  hurt?" });
const minutes = plainEntry({ id: "Timen varer 60 minutter.", text: "It lasts 6 minutes." });
const welcome = plainEntry({ id: "Velkommen.", text: "" });

function project(entries: readonly string[], language = "en", stated = language): TestProject {
  const made = makeProject(
    { "content/nb/side.md": page, [`content/${language}/side.po`]: catalogText(stated, entries) },
    ["en: {}", "de: {}"],
  );
  projects.push(made);
  return made;
}

const approve = (site: TestProject, ...args: string[]): ReturnType<typeof runCommand> =>
  runCommand(site, ["approve", ...args]);

describe("approve", () => {
  test("says what it signs and over which warnings, what it does not sign and what to write, and what is left", async () => {
    const site = project([title, painful, minutes, welcome]);
    const path = `${site.root}/content/en/side.po`;
    const { code, out } = await approve(site, path, "--by", "Kari Nordmann");
    expect(code).toBe(1);
    expect(out.replaceAll(/\S*content\//gu, "content/").split("\n")).toEqual([
      "content/en/side.po:11  signed: “Er det smertefullt?” → “Does it hurt?”",
      "  signed despite: content/en/side.po:12:16  Two spaces in a row.  write: “ ”  whitespace",
      "  not signed: content/en/side.po:15:18  The source has “60 minutter”, the translation “6 minutes”.  write: “60”  number",
      "content/en/side.po: Signed 1 of 4: “Er det smertefullt?”. 1 draft, 1 untranslated text, 1 unsigned text left; the page is not published.",
      "",
    ]);
    expect(site.read("content/en/side.po")).toContain(
      ` ${hashOf("en", "", "Er det smertefullt?", "Does it  hurt?")} Kari Nordmann\n${painful}`,
    );
  });

  test("says of a draft site how many drafts are left: “Signed 1 of 14”", async () => {
    const drafts = Array.from({ length: 13 }, (_, index) => {
      const id = `Avsnitt ${index}.`;
      return `# draft: 2026-11-20 ${hashOf("en", "", id)} deepl\n#, fuzzy\n${plainEntry({ id, text: `Paragraph ${index}.` })}`;
    });
    const site = project([plainEntry({ id: "Er det smertefullt?", text: "Does it hurt?" }), ...drafts]);
    const { out } = await approve(site, `${site.root}/content/en/side.po`, "--by", "Kari Nordmann");
    expect(out).toContain("Signed 1 of 14: “Er det smertefullt?”. 13 drafts left; the page is not published.");
    expect(site.read("content/en/side.po").match(/^# approved: /gmu)).toHaveLength(1);
  });

  test("every line that tells of a text that is not signed has its place and what to do", async () => {
    const fuzzy = approvedEntry({ id: "Er det smertefullt?", text: "Does it hurt?" }).replace(
      "msgid",
      "#, fuzzy\nmsgid",
    );
    const site = project([fuzzy, minutes]);
    const { code, out } = await approve(site, `${site.root}/content/en/side.po`, "--by", "Kari Nordmann");
    expect(code).toBe(1);
    const lines = out.replaceAll(/\S*content\//gu, "content/").match(/^ *not signed: .*$/gmu);
    expect(lines).toEqual([
      "  not signed: content/en/side.po:6:1  It is marked as needing work (fuzzy); remove the flag if “Does it hurt?” is right.",
      "  not signed: content/en/side.po:12:18  The source has “60 minutter”, the translation “6 minutes”.  write: “60”  number",
    ]);
  });

  test("--dry-run says the same and writes nothing", async () => {
    const site = project([painful]);
    const before = site.read("content/en/side.po");
    const { code, out } = await approve(site, `${site.root}/content/en/side.po`, "--by", "Kari Nordmann", "--dry-run");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("Would sign 1 of 1: “Er det smertefullt?”. Every text here is approved."),
    ]);
    expect(site.read("content/en/side.po")).toBe(before);
  });

  test.each(["AI", "DeepL", "K", "Kari\u200B"])("refuses --by %s", async (name) => {
    const site = project([painful]);
    const before = site.read("content/en/side.po");
    const { code, err } = await approve(site, `${site.root}/content/en/side.po`, "--by", name);
    expect([code, err]).toEqual([2, expect.stringContaining("needs the name of a person who has read the texts: ")]);
    expect(site.read("content/en/side.po")).toBe(before);
  });

  test.each([
    ["an English catalog in the German folder", "de", "en", [], /states the language en, but would be signed for de/u],
    ["--lang against the folder", "en", "en", ["--lang", "de"], /lies in the folder of en, but --lang says de/u],
  ])("refuses %s", async (_, folder, stated, options, said) => {
    const site = project([painful], folder, stated);
    const before = site.read(`content/${folder}/side.po`);
    const { code, err } = await approve(
      site,
      `${site.root}/content/${folder}/side.po`,
      "--by",
      "Kari Nordmann",
      ...options,
    );
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
    expect(site.read(`content/${folder}/side.po`)).toBe(before);
  });

  test("signs for the folder's key, whatever region the header says", async () => {
    const site = project([painful], "en", "en_GB");
    await approve(site, `${site.root}/content/en/side.po`, "--by", "Kari Nordmann");
    expect(site.read("content/en/side.po")).toContain(hashOf("en", "", "Er det smertefullt?", "Does it  hurt?"));
  });

  test.each([
    ["--lang", "ut/a.po", ["--lang", "de"], "de"],
    ["else its folder", "da/a.po", [], "da"],
    ["else its header", "ut/a.po", [], "sv"],
  ])("a catalog outside the settings is of the language of %s", async (_, path, options, language) => {
    const site = project([painful]);
    const stated = options.length > 0 || path.startsWith("da") ? "" : "sv";
    site.write(path, catalogText(stated, [painful]));
    expect((await approve(site, `${site.root}/${path}`, "--by", "Kari Nordmann", ...options)).code).toBe(0);
    expect(site.read(path)).toContain(hashOf(language, "", "Er det smertefullt?", "Does it  hurt?"));
  });

  test("a catalog that was copied into another language's folder is not signed there", async () => {
    const site = project([painful]);
    await approve(site, `${site.root}/content/en/side.po`, "--by", "Kari Nordmann");
    site.write("content/de/side.po", site.read("content/en/side.po").replace("Language: en", "Language: de"));
    const { out } = await runCommand(site, ["status"]);
    expect(out).toMatch(/^side +de +withheld +3 +0 +0 +0 +1$/mu);
  });
});
