// Catalogs that went through other tools: what these change, fold, empty or lose takes no approval and no money.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { isSameLanguage } from "../src/core/catalog/language.ts";
import { inOneForm } from "../src/core/catalog/one-form.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { newCatalog, writeCatalog } from "../src/core/catalog/write.ts";
import { approvedEntry, catalogText, hashOf, plainEntry, quoted } from "./catalog-by-hand.ts";
import { makeProject, runCommand, type TestProject } from "./stand-in/project.ts";

const projects: TestProject[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function project(files: Record<string, string>, language = "en: {}"): TestProject {
  const made = makeProject(files, [language]);
  projects.push(made);
  return made;
}

const page = "---\ntitle: Nåler\n---\n\n# Nåler\n\nVi bruker nåler på Årnes.\n\n![En nål](/nal.png)\n";
const pairs = [
  { context: "title", id: "Nåler", text: "Needles" },
  { id: "Nåler", text: "Needles" },
  { id: "Vi bruker nåler på Årnes.", text: "We use needles at Årnes." },
  { context: "alt", id: "En nål", text: "A needle" },
];
const catalog = catalogText(
  "en",
  pairs.map((pair) => approvedEntry(pair)),
);

const statusOf = async (site: TestProject): Promise<string> =>
  /^side +en +(.*)$/mu.exec((await runCommand(site, ["status"])).out)?.[1]?.replaceAll(/ +/gu, " ") ?? "";

describe("the language of a header", () => {
  test.each(["en", "EN", "en_GB", "en-GB", "en_US.UTF-8", ""])("%j in the folder en is fine", async (stated) => {
    const site = project({
      "content/nb/side.md": page,
      "content/en/side.po": catalog.replace("Language: en", `Language: ${stated}`),
    });
    expect(await statusOf(site)).toMatch(/^published 0 0 0 4 0/u);
  });

  test.each<[string, string, boolean]>([
    ["de", "en", false],
    ["e", "en", false],
    ["pt_PT", "pt-BR", false],
    ["pt_BR", "pt-BR", true],
    ["pt", "pt-BR", true],
    ["sr@latin", "sr", true],
  ])("%s in the folder %s: %s", (stated, folder, fits) => {
    expect(isSameLanguage(stated, folder)).toBe(fits);
  });
});

describe("contexts that XLIFF and CSV lose are those that the signatures prove", () => {
  const lost = catalog.replaceAll(/^msgctxt .*\n/gmu, "");

  test.each([
    ["lost", lost],
    ["emptied", catalog.replaceAll(/^msgctxt .*$/gmu, 'msgctxt ""')],
    [
      "places of a file",
      lost.replaceAll(/^msgid (?!"")/gmu, 'msgctxt "side.md:3"\nmsgid ').replace(/side\.md:3/u, "side.md:1"),
    ],
  ])("%s", async (_, text) => {
    expect(text).not.toContain('msgctxt "title"');
    const site = project({ "content/nb/side.md": page, "content/en/side.po": text });
    expect(await statusOf(site)).toMatch(/^published 0 0 0 4 0/u);
    expect((await runCommand(site, ["draft"])).code).toBe(0);
    expect(site.catalog("en", "side").entries.map(({ context }) => context)).toEqual(["title", "", "", "alt"]);
    for (const { context = "", id, text: translation } of pairs)
      expect(site.read("content/en/side.po")).toContain(`${hashOf("en", context, id, translation)} Kari Nordmann`);
  });

  test("approve signs no text again whose context is proven", async () => {
    const site = project({ "content/nb/side.md": page, "content/en/side.po": lost });
    const { code, out } = await runCommand(site, [
      "approve",
      `${site.root}/content/en/side.po`,
      "--by",
      "Ola Nordmann",
    ]);
    expect([code, out]).toEqual([0, expect.stringContaining("Signed 0 of 4.")]);
    expect(site.read("content/en/side.po")).toBe(lost);
  });

  test("a context that no signature proves is not made up", () => {
    const { catalog: read, mistakes } = readCatalog(catalogText("en", [plainEntry({ id: "Nåler", text: "Needles" })]), {
      language: "en",
      contexts: new Set(["", "title"]),
    });
    expect([mistakes, read?.entries.map(({ context }) => context)]).toEqual([[], [""]]);
  });
});

describe("letters that are put together otherwise", () => {
  test("a page saved in decomposed letters keeps its approvals, and a build of it publishes them", async () => {
    const site = project({ "content/nb/side.md": page, "content/en/side.po": catalog });
    site.write("content/nb/side.md", page.normalize("NFD"));
    expect(site.read("content/nb/side.md")).not.toBe(page);
    expect(await statusOf(site)).toMatch(/^published 0 0 0 4 0/u);
    await runCommand(site, ["draft"]);
    for (const { context = "", id, text } of pairs)
      expect(site.read("content/en/side.po")).toContain(hashOf("en", context, id, text));
    expect(site.catalog("en", "side").entries).toHaveLength(4);
  });

  test("a catalog saved in decomposed source texts is of the page all the same", async () => {
    const decomposed = catalogText(
      "en",
      pairs.map(({ id, ...pair }) => approvedEntry({ ...pair, id: id.normalize("NFD") })),
    );
    const site = project({ "content/nb/side.md": page, "content/en/side.po": decomposed });
    expect(await statusOf(site)).toMatch(/^published 0 0 0 4 0/u);
  });

  test("two texts of a page that differ in nothing else each have an entry", async () => {
    const both = `---\ntitle: T\n---\n\nPå Årnes.\n\n${"På Årnes.".normalize("NFD")}\n`;
    const site = project({ "content/nb/side.md": both });
    await runCommand(site, ["draft"]);
    expect(site.catalog("en", "side").entries).toHaveLength(3);
    expect(await statusOf(site)).toMatch(/^withheld 3 0 0 0 0/u);
  });
});

describe("drafts that another program emptied", () => {
  const draft = (source: string, text: string, fuzzy = "#, fuzzy\n"): string =>
    `# draft: 2026-11-20 ${hashOf("en", "", source)} pseudo\n${fuzzy}${plainEntry({ id: source, text })}`;
  const title = approvedEntry({ context: "title", id: "Nåler", text: "Needles" });
  const body = "Vi bruker nåler på Årnes.";
  const short = `---\ntitle: Nåler\n---\n\n${body}\n`;

  test("are told once for a catalog, with what to do", async () => {
    const site = project({
      "content/nb/side.md": `${short}\nTo.\n`,
      "content/en/side.po": catalogText("en", [title, draft(body, "", ""), draft("To.", "", "")]),
    });
    const { out, code } = await runCommand(site, ["check"]);
    expect(code).toBe(0);
    expect(out).toContain("2 drafts or approvals have no text: another program emptied them.");
    expect(out.match(/another program emptied/gu)).toHaveLength(1);
  });

  const kept = draft(body, "PAID FOR");
  const emptied = catalogText("en", [title, draft(body, "", "")]);
  const apart = "context:gammel";
  const obsolete = `# draft: 2026-11-20 ${hashOf("en", apart, body)} pseudo\n#, fuzzy\n#~ msgctxt "${apart}"\n#~ msgid "${body}"\n#~ msgstr "PAID FOR"\n`;

  test.each<[string, Record<string, string>]>([
    ["as an obsolete entry", { "content/en/side.po": `${emptied}\n${obsolete}` }],
    ["in another catalog", { "content/nb/annen.md": short, "content/en/annen.po": catalogText("en", [title, kept]) }],
    ["in the catalog of a page that is gone", { "content/en/borte.po": catalogText("en", [title, kept]) }],
  ])("are taken back where their text stands %s", async (_, files) => {
    const site = project(
      { "content/nb/side.md": short, "content/en/side.po": emptied, ...files },
      "en: { engine: pseudo }",
    );
    await runCommand(site, ["draft"]);
    expect(site.entries("en", "side").get(body)?.translation).toBe("PAID FOR");
  });

  test("are taken back from the last commit", async () => {
    const site = project(
      { "content/nb/side.md": short, "content/en/side.po": catalogText("en", [title, kept]) },
      "en: { engine: pseudo }",
    );
    const git = (...args: string[]): void =>
      void execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
        cwd: site.root,
        stdio: "pipe",
      });
    git("init", "-q");
    git("add", "content");
    git("commit", "-q", "-m", "Drafts");
    site.write("content/en/side.po", emptied);
    await runCommand(site, ["draft"]);
    expect(site.entries("en", "side").get(body)?.translation).toBe("PAID FOR");
  });
});

describe("one form", () => {
  const word = fc.constantFrom("a", "ord", "“x”", '"', "\\", "\n", "<a>b</a>", "🙂", "é");
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  const fold = (literal: string): string => {
    const parts = literal.slice(1, -1).match(/(?:[^\\]|\\.){1,5}/gu) ?? [];
    return `""\n${parts.map((part) => `"${part}"`).join("\n")}`;
  };

  test("texts that another tool folded stand on one line and say the same; comments stay", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (texts, end) => {
        const folded = catalogText(
          "en",
          texts.map((one, index) =>
            `#  A comment \n#: side.md:${index}\n#. Note\n#| msgid ${fold(quoted(`${one} old`))}\nmsgid ${fold(quoted(one))}\nmsgstr ${fold(quoted(`${one} x`))}\n`.replaceAll(
              /^#\| msgid ""\n((?:".*"\n)+)/gmu,
              (_, lines: string) => `#| msgid ""\n${lines.replaceAll(/^/gmu, "#| ").replace(/#\| $/u, "")}`,
            ),
          ),
        )
          .concat(`\n#~ msgid ""\n#~ "old "\n#~ "one"\n#~ msgstr ""\n#~ "two"\n`)
          .replaceAll("\n", end);
        const before = readCatalog(folded);
        expect(before.mistakes).toEqual([]);
        if (!before.catalog) return;
        const written = writeCatalog(inOneForm(before.catalog));
        const after = readCatalog(written).catalog;
        const said = ({ entries }: NonNullable<typeof after>): unknown[] =>
          entries.map((entry) => ({ ...entry, raw: undefined, origin: undefined }));
        expect(after && said(after)).toEqual(said(before.catalog));
        expect(written.split(end).filter((line) => /^(?:#[~|]*\s*)?"/u.test(line))).toHaveLength(
          written.split(end).findIndex((line) => line === "") - 2,
        );
        expect(written).toContain(`#  A comment ${end}#: side.md:0${end}#. Note${end}#| msgid `);
        expect(written.includes("\r")).toBe(end === "\r\n");
        if (after) expect(writeCatalog(inOneForm(after))).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  test("is what approve and draft write, and nothing is written for its sake alone", async () => {
    const site = project({ "content/nb/side.md": page, "content/en/side.po": catalog });
    await runCommand(site, ["draft"]);
    const folded = site.read("content/en/side.po").replace('msgid "Vi bruker ', 'msgid ""\n"Vi bruker "\n"');
    site.write("content/en/side.po", folded);
    await runCommand(site, ["draft"]);
    expect(site.read("content/en/side.po")).toBe(folded);
    const unsigned = folded.replace("A needle", "The needle");
    site.write("content/en/side.po", unsigned);
    await runCommand(site, ["approve", `${site.root}/content/en/side.po`, "--by", "Kari Nordmann"]);
    expect(site.read("content/en/side.po")).toContain('\nmsgid "Vi bruker nåler på Årnes."\n');
    site.write("content/en/side.po", folded);
    site.write("content/nb/side.md", `${page}\nEt nytt avsnitt.\n`);
    await runCommand(site, ["draft"]);
    expect(site.read("content/en/side.po")).toContain('\nmsgid "Vi bruker nåler på Årnes."\n');
  });

  test("has the fields without which GNOME's editor cannot save, constant and once", () => {
    const own = writeCatalog(newCatalog("en", "nb"));
    const { catalog: other } = readCatalog(catalog);
    const added = other ? writeCatalog(inOneForm(other)) : "";
    for (const text of [own, added])
      for (const field of ["Last-Translator", "Language-Team", "PO-Revision-Date"])
        expect(text.match(new RegExp(`^"${field}: \\\\n"$`, "gmu"))).toHaveLength(1);
    const kept = readCatalog(own.replace("Last-Translator: ", "Last-Translator: Kari")).catalog;
    expect(kept && writeCatalog(inOneForm(kept))).toContain('"Last-Translator: Kari\\n"');
  });
});
