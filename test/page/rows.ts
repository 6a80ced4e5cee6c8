// Rows of Markdown: where a rule about pages finds something, and what it says to write there.
import { expect, test } from "vitest";
import type { Finding, RuleId, Severity } from "../../src/core/finding.ts";
import { check } from "../../src/core/malvakt.ts";
import { sentence } from "../../src/core/messages/sentence.ts";
import { readSettings } from "../../src/core/settings.ts";
import { readTermbase } from "../../src/core/terms/read.ts";
import { termsOf } from "../../src/core/terms/terms.ts";
import { unmarked } from "../places.ts";
import { filesOf, jpeg, pdf, png, svg } from "../stand-in/pictures.ts";

/**
 * ⟨ and ⟩ stand around each place, in the order of the file. `expected` is what the first finding says to write, the
 * best first. A row without front matter is the body of a page with a title.
 */
export type Row = readonly [markdown: string, expected?: readonly string[]];

const { termbase } = readTermbase(`concepts:
  - id: dry-needling
    distinctFrom: [acupuncture]
    terms:
      nb: [{ term: tørrnåling, status: preferred }, { term: nålestikking, status: deprecated }]
  - id: acupuncture
    terms:
      nb: [{ term: akupunktur, status: preferred }]
`);
if (!termbase) throw new Error("The termbase of these tests cannot be read.");
const terms = termsOf(termbase);

/** The site around the page of a row, `tilbud/side`. */
const neighbours = new Map([
  ["kontakt", "---\ntitle: Kontakt\n---\n\n## Åpningstider\n\n## Her finner du oss\n"],
  ["tilbud/massasje", "---\ntitle: Massasje\n---\n\n## Pris\n"],
]);

/** The other files of that site. */
const besides = filesOf({
  "nb/tilbud/rom.jpg": jpeg(),
  "nb/bilder/dør.png": png(),
  "nb/bilder/stor plan.png": png(),
  "nb/bilder/avkuttet.png": png().subarray(0, 40),
  "nb/bilder/dør.en.png": png(3, 2, 9),
  "nb/bilder/skrift.svg": svg("<script/>"),
  "nb/skjema.pdf": pdf,
  "nb/program.exe": "MZ",
  "nb/side.html": "<p>",
  "felles/logo.png": png(4, 4),
  "felles/tung.png": Buffer.concat([png(), Buffer.alloc(1_000_000)]),
});

/** What a rule finds in a page of a site. */
export function findingsOf(rule: RuleId, page: string, severity?: Severity): Finding[] {
  const set = severity === undefined ? "" : `severity: { ${rule}: ${severity} }\n`;
  const { settings, mistakes } = readSettings(`source: nb\nlanguages: { en: {} }\n${set}`);
  if (!settings) throw new Error(JSON.stringify(mistakes));
  const pages = [...neighbours, ["tilbud/side", page] as const].map(
    ([id, text]) => [id, { path: `content/nb/${id}.md`, text }] as const,
  );
  return check({ settings, terms, pages: new Map(pages), ...besides, catalogs: new Map() }).findings.filter(
    ({ ruleId, path }) => ruleId === rule && path === "content/nb/tilbud/side.md",
  );
}

/** The rule finds each row's places and no others, says what the row wants written there. */
export function testFindings(rule: RuleId, severity: Severity, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))("%s", (_, [marked, expected]) => {
    const { text, places } = unmarked(wholePage(marked));
    const found = findingsOf(rule, text);
    expect(found.map(({ start, end }) => [start.offset, end.offset])).toEqual(places);
    expect(found.map((finding) => finding.severity)).toEqual(places.map(() => severity));
    if (expected !== undefined) expect(found[0]?.expected).toEqual(expected);
    for (const { start, end, reason, actual } of found) {
      expect(sentence(reason, "en")).toMatch(/^.+[.?]$/su);
      expect(actual).toBe(text.slice(start.offset, end.offset));
    }
  });
}

/** What the rule says to write, put there, is right. */
export function testAdvice(rule: RuleId, rows: readonly Row[]): void {
  test.each(rows.map(([marked]) => marked))("the advice for %s", (marked) => {
    const { text } = unmarked(wholePage(marked));
    const written = findingsOf(rule, text).reduceRight(
      (page, { start, end, expected }) => page.slice(0, start.offset) + expected[0] + page.slice(end.offset),
      text,
    );
    expect(findingsOf(rule, written)).toEqual([]);
  });
}

/** The rule has no word to say. */
export function testClean(rule: RuleId, pages: readonly string[]): void {
  test.each(pages)("%s is clean", (markdown) => {
    expect(findingsOf(rule, wholePage(markdown))).toEqual([]);
  });
}

/** A severity in the settings holds for the rule. */
export function testSeverity(rule: RuleId, markdown: string): void {
  test.each(["error", "warning", "info"] as const)("can be set to %s", (severity) => {
    const found = findingsOf(rule, wholePage(markdown), severity);
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
  });
  test("can be switched off", () => {
    expect(findingsOf(rule, wholePage(markdown), "off")).toEqual([]);
  });
}

function wholePage(markdown: string): string {
  return /^\s*⟨?(?:-⟩?--|\+{3})|^⟨?⟩?\s*$/u.test(markdown) ? markdown : `---\ntitle: Tittel\n---\n\n${markdown}\n`;
}
