// Places are exact: the characters at a finding's range are those that the finding is about, whatever stands before them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { checkCatalog } from "../src/core/check/catalog.ts";
import { checkPage } from "../src/core/check/page.ts";
import { defaultSeverity, reporterFor, type Finding } from "../src/core/finding.ts";
import { readPage } from "../src/core/page/page.ts";
import { readSettings } from "../src/core/settings.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { pairingOf, termsOf } from "../src/core/terms/terms.ts";
import { quoted } from "./catalog-by-hand.ts";

const { termbase } = readTermbase(`concepts:
  - id: dry-needling
    terms:
      nb: [{ term: tørrnåling, status: preferred }, { term: nålestikking, status: deprecated }]
      en: [{ term: dry needling, status: preferred }, { term: needle pricking, status: deprecated }]
`);
if (!termbase) throw new Error("The termbase of this test cannot be read.");
const terms = termsOf(termbase);
const pairing = pairingOf("nb", "en", terms);
if (!pairing) throw new Error("The languages of this test are not there.");

/** Words of one and of two UTF-16 units a letter, with marks that combine, and with what formats write otherwise. */
const word = fc.constantFrom("time", "🙂", "👩‍⚕️", "🇳🇴", "é", "e\u0301", "𝒜", "漢字", "“ja”", "å", "5 mg", "n\u00A0b");
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
const lines = fc.array(words, { minLength: 0, maxLength: 4 });

/** Where each needle stands in a text. */
function placesOf(text: string, needle: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) places.push(at);
  return places;
}

/** Every finding of a rule stands at one of the places, in the order of the file, by offset and by line and column. */
function expectExact(text: string, needle: string, findings: readonly Finding[]): void {
  const found = findings.toSorted((one, other) => one.start.offset - other.start.offset);
  expect(found.map(({ start }) => start.offset)).toEqual(placesOf(text, needle));
  for (const { start, end, actual } of found) {
    expect(actual).toBe(needle);
    expect(text.slice(start.offset, end.offset)).toBe(needle);
    const line = text.split(/\r?\n/u)[start.line - 1] ?? "";
    expect(line.slice(start.column - 1, start.column - 1 + needle.length)).toBe(needle);
  }
}

/** The same for what the term rules find in a page that can be read. */
function expectExactInPage(text: string, needle: string): void {
  const { page, mistakes } = readPage(text, "side");
  expect(mistakes).toEqual([]);
  if (!page) throw new Error("A page without mistakes is a page.");
  const { findings } = checkPage(page, reporterFor("side.md", text, defaultSeverity), undefined, terms("nb"));
  const found = findings.filter(({ ruleId }) => ruleId === "term-deprecated");
  expectExact(text, needle, found);
}

describe("a finding stands at the characters that it is about", () => {
  test("in a page, whatever its front matter and the text before it hold", () => {
    fc.assert(
      fc.property(
        words,
        words,
        lines,
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (title, other, body, end, listed) => {
          const needle = "nålestikking";
          const text = [
            "---",
            `title: "${title} ${needle}"`,
            `# ${other}`,
            `description: ${other} om ${needle} ${title}`,
            listed ? `author: ["${other}"]` : `note: '${other}'`,
            "---",
            "",
            ...body.flatMap((line) => [`${line} &amp; \\* **${line} ${needle}** ${line}`, ""]),
            `| ${other} | ${needle} |`,
            "|---|---|",
            `| ![${other}](a.png) | ${title} ${needle} |`,
            "",
          ].join(end);
          expectExactInPage(text, needle);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("in front matter, however YAML writes its texts", () => {
    const needle = "nålestikking";
    const escaped = (text: string): string =>
      text.replaceAll(/["\\]|\P{ASCII}/gu, (sign) => {
        const code = (sign.codePointAt(0) ?? 0).toString(16);
        if (sign === '"') return String.raw`\"`;
        return code.length > 4 ? String.raw`\U` + code.padStart(8, "0") : String.raw`\u` + code.padStart(4, "0");
      });
    const doubleQuoted = (text: string): string => `"${escaped(text)} ${needle} \\"ja\\""`;
    const singleQuoted = (text: string): string => `'${text} ''og'' ${needle} ''ja'''`;
    const overLines = (text: string): string => `"${text}\n  \\u00e5 ${needle}\n  ja"`;
    const block = (text: string): string => `>-\n  ${text}\n  og ${needle}\n  ja`;
    fc.assert(
      fc.property(words, fc.constantFrom(doubleQuoted, singleQuoted, overLines, block), (title, write) => {
        const text = `---\ntitle: "${title} x"\ndescription: ${write(title)}\n---\n\nTekst.\n`;
        expectExactInPage(text, needle);
      }),
      { numRuns: 200 },
    );
  });

  test("in a catalog, folded or not", () => {
    fc.assert(
      fc.property(words, lines, fc.boolean(), (comment, texts, isFolded) => {
        const needle = "needle pricking";
        const fold = (text: string): string => {
          const literal = quoted(text);
          const at = text.indexOf(" ");
          if (!isFolded || at === -1) return literal;
          return `""\n${quoted(text.slice(0, at + 1))}\n${quoted(text.slice(at + 1))}`;
        };
        const text = [
          `# ${comment}`,
          'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n',
          ...texts.map(
            (one, index) =>
              `# ${comment}\nmsgid ${quoted(`${index} ${one} og nålestikking`)}\nmsgstr ${fold(`${one}\t"${index}" and ${needle}`)}\n`,
          ),
        ].join("\n");
        const { catalog, mistakes } = readCatalog(text);
        expect(mistakes).toEqual([]);
        if (!catalog) return;
        const { findings } = checkCatalog(catalog, "en", reporterFor("side.po", text, defaultSeverity), pairing);
        expectExact(
          text,
          needle,
          findings.flatMap(({ finding }) => (finding.ruleId === "term-deprecated" ? [finding] : [])),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("in settings", () => {
    fc.assert(
      fc.property(words, lines, (comment, more) => {
        const text = [
          ...more.map((line) => `# ${line}`),
          `source: nb # ${comment}`,
          `terms: "content/${more.join("").replaceAll(/[^\p{L}\p{So}]/gu, "")}🙂.yaml" # ${comment}`,
          "languages: { en: {}, 'de': { engin: deepl } }",
          "",
        ].join("\n");
        const { mistakes } = readSettings(text);
        expect(mistakes.map(({ start, end }) => text.slice(start, end))).toEqual(["engin"]);
      }),
    );
  });

  test("in a termbase", () => {
    fc.assert(
      fc.property(words, lines, (definition, notes) => {
        const text = [
          "concepts:",
          "  - id: a",
          `    definition: { nb: "${definition}" }`,
          "    terms:",
          "      nb:",
          ...notes.map((note, index) => `        - { term: "${note} y${index}", status: preferred, note: '${note}' }`),
          `        - { term: "x ${definition}", status: prefered }`,
          "",
        ].join("\n");
        const { mistakes } = readTermbase(text);
        expect(mistakes.map(({ start, end }) => text.slice(start, end))).toEqual(["prefered"]);
      }),
    );
  });
});
