// Corrections never damage a file: whatever stands in it, exactly the text that was meant changes, or nothing does.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { approve } from "../src/core/catalog/sign.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { writeQuoted } from "../src/core/catalog/po-string.ts";
import { checkLooseCatalog, checkMarkdown } from "../src/core/check/loose.ts";
import { defaultSeverity } from "../src/core/finding.ts";
import { fixCatalog, fixPage } from "../src/core/fix.ts";
import { readPage } from "../src/core/page/page.ts";
import type { Termbase } from "../src/core/terms/termbase.ts";
import { termsOf } from "../src/core/terms/terms.ts";
import { makeProject, runCommand } from "./stand-in/project.ts";

/** A termbase in which `preferred` takes the place of a term in whose forms there is no doubt. */
function termbase(preferred: string): Termbase {
  const entry = (term: string, status: "preferred" | "deprecated") => ({ term, status });
  const terms = [entry(preferred, "preferred"), entry("big word", "deprecated")];
  return { concepts: [{ id: "thing", definition: {}, distinctFrom: [], terms: { en: terms } }] };
}

function fixMarkdown(text: string, preferred: string): { text: string; fixed: number; refused: number } {
  const terms = termsOf(termbase(preferred));
  const { findings } = checkMarkdown({ path: "a.md", text, language: "en", source: "nb" }, terms, defaultSeverity);
  const { refused, ...rest } = fixPage(text, "page", "text", findings);
  return { ...rest, refused: refused.length };
}

function fixPo(text: string, preferred: string): { text: string; fixed: number; refused: number } {
  const terms = termsOf(termbase(preferred));
  const { findings } = checkLooseCatalog({ path: "a.po", text, language: "en", source: "nb" }, terms, defaultSeverity);
  const { refused, ...rest } = fixCatalog(text, "en", findings);
  return { ...rest, refused: refused.length };
}

describe("pages", () => {
  test.each(["", "\uFEFF"])("a byte order mark moves nothing (%j)", (mark) => {
    const text = `${mark}# Title\r\n\r\nThe big word here.\r\n\r\n- A big word there.\r\n`;
    expect(fixMarkdown(text, "new word")).toEqual({
      text: text.replaceAll("big word", "new word"),
      fixed: 2,
      refused: 0,
    });
  });

  test.each([
    ["in a paragraph", "The big word here.\n", "new *word*", "The new \\*word\\* here.\n"],
    ["in a link", "[The big word](https://example.com).\n", "new ] word", "[The new \\] word](https://example.com).\n"],
    [
      "in a title",
      "---\ntitle: 'The big word'\n---\n\nText.\n",
      "new o'word",
      "---\ntitle: 'The new o''word'\n---\n\nText.\n",
    ],
    [
      "in a title",
      '---\ntitle: "The big word"\n---\n\nText.\n',
      'new "word"',
      '---\ntitle: "The new \\"word\\""\n---\n\nText.\n',
    ],
    ["in a table", "| a |\n| - |\n| big word |\n", "new|word", "| a |\n| - |\n| new\\|word |\n"],
  ])("a correction %s is written as the file writes texts", (_, before, preferred, after) => {
    expect(fixMarkdown(before, preferred)).toEqual({ text: after, fixed: 1, refused: 0 });
  });

  test("what cannot be written without changing more is left", () => {
    const text = "---\ntitle: The big word\n---\n\nText.\n";
    expect(fixMarkdown(text, "new: word")).toEqual({ text, fixed: 0, refused: 1 });
  });

  test("of many corrections only the one that does damage is left", () => {
    const text = "---\ntitle: The big word\n---\n\nThe big word, a big word.\n";
    const after = "---\ntitle: The big word\n---\n\nThe new: word, a new: word.\n";
    expect(fixMarkdown(text, "new: word")).toEqual({
      text: after,
      fixed: 2,
      refused: 1,
    });
  });

  test("a file that was changed since it was checked is corrected where the same stands in the same place, and nowhere else", () => {
    const text = "The big word.\n";
    const terms = termsOf(termbase("new word"));
    const { findings } = checkMarkdown({ path: "a.md", text, language: "en", source: "nb" }, terms, defaultSeverity);
    expect(fixPage(`X${text}`, "page", "text", findings)).toMatchObject({ text: `X${text}`, fixed: 0 });
    expect(fixPage(`${text}More.\n`, "page", "text", findings)).toMatchObject({
      text: "The new word.\nMore.\n",
      fixed: 1,
    });
  });

  const signs = fc.constantFrom(..."*_`[]<>&|\\'\":#{}~!-+.()$ \u00a0æ".split(""), "a", "b");
  const word = fc.array(signs, { minLength: 1, maxLength: 6 }).map((list) => `n${list.join("").trimEnd()}w`);
  const frames = fc.constantFrom(
    "The @ here.",
    "# The @",
    "- one\n- @\n",
    "> @",
    "| a |\n| - |\n| @ |\n",
    "**@**",
    "[@](https://example.com)",
    "See [x](https://example.com '@').",
    '<abbr title="@">x</abbr>',
    "@ *and* @",
    "Text[^1].\n\n[^1]: @",
    "a `code` @ <br> b",
    "![@](a.png)",
    "&amp; @ \\* @",
  );
  const heads = fc.constantFrom("", "---\ntitle: @\n---\n\n", "---\ntitle: '@'\ndescription: \"@ x\"\n---\n\n");

  test("whatever the words and wherever they stand: what the page says is what it said, with the words in their places", () => {
    fc.assert(
      fc.property(
        heads,
        fc.array(frames, { minLength: 1, maxLength: 4 }),
        word,
        fc.boolean(),
        (head, blocks, words, bom) => {
          const text = `${bom ? "\uFEFF" : ""}${head}${blocks.join("\n\n")}\n`.replaceAll("@", "big word");
          const before = readPage(text, "page", "text").page;
          if (!before) return;
          const { text: after, fixed } = fixMarkdown(text, words);
          const page = readPage(after, "page", "text").page;
          const all = (texts: typeof page): string[] =>
            (texts?.units ?? []).flatMap(({ plain, occurrences }) => occurrences.map(() => plain)).toSorted();
          const reverted = all(page).map((plain) => plain.replaceAll(words, "big word"));
          expect(reverted.toSorted()).toEqual(all(before));
          expect(all(page).join("\n").split(words).length - 1).toBe(
            fixed + (all(before).join("\n").split(words).length - 1),
          );
          expect(after.startsWith("\uFEFF")).toBe(bom);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("the command", () => {
  const files = {
    "content/terms.yaml":
      "concepts:\n  - id: needling\n    terms:\n      nb: [{ term: tørrnål, status: preferred }, { term: tørr-nål, status: deprecated }]\n",
    "content/nb/a.md": "\uFEFF---\r\ntitle: Om tørr-nål\r\n---\r\n\r\nVi har tørr-nålen her.\r\n",
  };

  test("corrects a page with a byte order mark and Windows line ends, letter by letter, and shows it first", async () => {
    const site = makeProject(files, ["en: { engine: pseudo }"]);
    try {
      const shown = await runCommand(site, ["check", "--fix", "--dry-run"]);
      expect(shown.out).toContain("+Vi har tørrnålen her.");
      expect(site.read("content/nb/a.md")).toBe(files["content/nb/a.md"]);
      await runCommand(site, ["check", "--fix"]);
      expect(site.read("content/nb/a.md")).toBe(files["content/nb/a.md"].replaceAll("tørr-nål", "tørrnål"));
      expect((await runCommand(site, ["check", "--fix"])).out).toContain("0 corrections made.");
    } finally {
      site.remove();
    }
  });

  test("leaves a text that a person approved after it was checked", async () => {
    const po =
      'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: nb\\n"\n\nmsgid "Et ord."\nmsgstr "The  word."\n';
    const { findings } = checkLooseCatalog(
      { path: "a.po", text: po, language: "en", source: "nb" },
      undefined,
      defaultSeverity,
    );
    const { catalog } = readCatalog(po);
    const [entry] = catalog?.entries ?? [];
    expect(fixCatalog(po, "en", findings)).toMatchObject({ fixed: 1 });
    if (!catalog || !entry) throw new Error("The catalog of this test cannot be read.");
    // As if the text had not been moved by the approval.
    const signed = writeCatalog({ ...catalog, entries: [approve(entry, "en", "Kari Nordmann", "2026-01-02")] });
    const line = /^# approved.*\n/mu.exec(signed)?.[0] ?? "";
    const moved = findings.map((finding) => ({
      ...finding,
      start: { ...finding.start, offset: finding.start.offset + line.length },
      end: { ...finding.end, offset: finding.end.offset + line.length },
    }));
    expect(fixCatalog(signed, "en", moved)).toMatchObject({ text: signed, fixed: 0 });
  });
});

describe("letters that are written in two parts", () => {
  const terms = (preferred: string, deprecated: string): Termbase => ({
    concepts: [
      {
        id: "needling",
        definition: {},
        distinctFrom: [],
        terms: {
          nb: [
            { term: preferred, status: "preferred" },
            { term: deprecated, status: "deprecated" },
          ],
        },
      },
    ],
  });
  test.each([
    ["tørrnål", "tørr-nål"],
    ["nålterapi", "nål terapi"],
    ["åpen øvelse", "åpen-øvelse"],
    ["kneøvelse", "kne-øvelse"],
  ])("%s in the place of %s", (preferred, deprecated) => {
    for (const ending of ["", "en", "er", "ene"]) {
      const text = `Vi har ${deprecated}${ending} her.\n`;
      const fixed = (given: string, base: Termbase): string => {
        const { findings } = checkMarkdown(
          { path: "a.md", text: given, language: "nb", source: "nb" },
          termsOf(base),
          defaultSeverity,
        );
        return fixPage(given, "page", "text", findings).text.normalize("NFC");
      };
      const composed = fixed(text, terms(preferred, deprecated));
      expect(fixed(text.normalize("NFD"), terms(preferred, deprecated))).toBe(composed);
      expect(fixed(text, terms(preferred.normalize("NFD"), deprecated.normalize("NFD")))).toBe(composed);
      expect(composed).toBe(`Vi har ${preferred}${ending} her.\n`);
    }
  });
});

describe("catalogs", () => {
  const header = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: nb\\n"\n\n';
  const entry = (id: string, text: string, context = ""): string =>
    `${context === "" ? "" : `msgctxt "${context}"\n`}msgid ${writeQuoted(id)}\nmsgstr ${writeQuoted(text)}\n\n`;

  test.each(["", "\uFEFF"])("a byte order mark moves nothing (%j)", (mark) => {
    const text = mark + header + entry("Et ord.", "The big word.");
    expect(fixPo(text, "new word")).toEqual({ text: text.replace("big", "new"), fixed: 1, refused: 0 });
  });

  test("a correction is escaped for unit text and for PO, and for PO alone in plain text", () => {
    const text = header + entry("Et ord.", "The big word.") + entry("Ord", "Big word", "title");
    expect(fixPo(text, 'n "b" & c').text).toBe(
      header + entry("Et ord.", 'The n "b" &amp; c.') + entry("Ord", 'N "b" & c', "title"),
    );
  });

  test("blanks across a tag are no correction that a program can make", () => {
    const text = header + entry("Et <b>ord</b> her.", "One <b> word</b> here.");
    expect(fixPo(text, "x")).toMatchObject({ text, fixed: 0 });
  });

  test("a folded line is joined where the correction stands across it", () => {
    const text = `${header}msgid "Et ord."\nmsgstr ""\n"The big "\n"word."\n`;
    expect(fixPo(text, "new word").text).toBe(`${header}msgid "Et ord."\nmsgstr ""\n"The new word."\n`);
  });

  const piece = fc.constantFrom(
    "big word",
    "  ",
    ' "x" ',
    "&amp;",
    "\\",
    "\n",
    "<b>y</b>",
    "the the",
    " a ",
    "é",
    "e\u0301",
    "æ",
  );
  test("whatever stands in it: entries, comments and tags are what they were, and every text is read as it was meant", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.string(),
        (texts, words) => {
          const sure = `n${words.replaceAll(/[\p{C}\p{Z}]/gu, "").slice(0, 5)}`;
          const text =
            header + texts.map((pieces, index) => `# Kari\n${entry(`Tekst ${index}`, pieces.join(""))}`).join("");
          const { text: after } = fixPo(text, sure);
          const [one, other] = [readCatalog(text).catalog, readCatalog(after).catalog];
          expect(other?.entries.map(({ source: id, comments }) => [id, comments])).toEqual(
            one?.entries.map(({ source: id, comments }) => [id, comments]),
          );
          const tags = (given: typeof one): unknown =>
            given?.entries.map((each) => each.translation.match(/<[^>]*>/gu));
          expect(tags(other)).toEqual(tags(one));
          expect(fixPo(after, sure).text.length).toBeLessThanOrEqual(after.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
