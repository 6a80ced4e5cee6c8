// Catalogs of any length: no text, comment or count of mistakes ends a run, though an engine or a person may have left it there.
import { describe, expect, test } from "vitest";
import { inOneForm } from "../src/core/catalog/one-form.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { stateOf } from "../src/core/catalog/state.ts";
import { bringInStep } from "../src/core/catalog/step.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { check } from "../src/core/malvakt.ts";
import { readSettings } from "../src/core/settings.ts";
import { compareTags, plainText } from "../src/core/unit-text.ts";
import { catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";

const size = 2_000_000;
/** More than a call takes arguments, which is where lists of mistakes have ended a run. */
const many = 160_000;
const times = (text: string): string => text.repeat(Math.ceil(size / text.length));
const pair = plainEntry({ id: "Tekst.", text: "Text." });
const contexts = new Set(["", "title"]);

describe("a catalog can be read, brought in step and written, however long", () => {
  test.each<[string, string]>([
    ["a translation", plainEntry({ id: "Tekst.", text: times("ord ") })],
    ["a translation of escapes", plainEntry({ id: "Tekst.", text: times('"\\') })],
    ["a translation that is folded", `msgid "Tekst."\nmsgstr ""\n${times('"ord "\n')}`],
    ["a source", plainEntry({ id: times("<a>x</a> "), text: "Text." })],
    ["a previous source", `#, fuzzy\n#| msgid "${times("590 ")}"\n${pair}`],
    ["a comment", `# ${times("Ord ord ")}\n${pair}`],
    ["comments", `${times("# Ord\n")}${pair}`],
    [
      "a name that a tool folded",
      `# approved: 2026-11-02 ${hashOf("en", "", "Tekst.", "Text.")} ${"Anne ".repeat(7)}\n# ${times("Kari ")}\n${pair}`,
    ],
    ["a note", `#. ${times("finding number: x ")}\n${pair}`],
    ["notes", `${times("#. similar 80 %: a → b\n")}${pair}`],
    ["flags", `#, ${times("fuzzy, ")}c-format\n${pair}`],
    ["a waiver", `# malvakt-ignore number: ${times("fordi ")}\n${pair}`],
  ])("%s", (_, entry) => {
    const { catalog, mistakes } = readCatalog(catalogText("en", [entry]), { language: "en", contexts });
    expect(mistakes).toEqual([]);
    if (!catalog) return;
    for (const one of catalog.entries) stateOf(one, "en");
    const stepped = bringInStep(catalog, [{ context: "", text: "Tekst.", notes: [] }], "en");
    expect(readCatalog(writeCatalog(inOneForm(stepped))).mistakes).toEqual([]);
  });

  test.each<[string, string]>([
    ["lines that mean nothing", "???\n".repeat(many)],
    ["entries that are cut", 'msgid "x"\n\n'.repeat(many)],
    ["bad escapes", `msgid "x"\nmsgstr "${"\\q".repeat(many)}"\n`],
  ])("%s are mistakes, of a page and of a page that is gone", (_, rest) => {
    const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
    if (!settings) throw new Error("The settings of this test are wrong.");
    const text = `${catalogText("en", [])}\n${rest}`;
    for (const id of ["side", "borte"]) {
      const { findings } = check({
        settings,
        terms: undefined,
        pages: new Map([["side", { path: "content/nb/side.md", text: "---\ntitle: T\n---\n\nTekst.\n" }]]),
        catalogs: new Map([["en", new Map([[id, { path: `content/en/${id}.po`, text }]])]]),
      });
      expect(findings.length).toBeGreaterThanOrEqual(many);
    }
  });

  test("tags of a text that has hundreds of thousands of them are compared", () => {
    const text = "<a>x</a> ".repeat(many);
    expect(compareTags(text, text)).toEqual([]);
    expect(compareTags("x", text).length).toBe(many);
    expect(plainText(text).plain).toHaveLength(2 * many);
  });
});
