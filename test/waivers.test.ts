// A waiver is for one finding in one text: it does not outlive the text, and a build believes only what a person signed.
import { describe, expect, test } from "vitest";
import { signCatalog } from "../src/core/approve.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { checkCatalog, checkEntries } from "../src/core/check/catalog.ts";
import { checkPage } from "../src/core/check/page.ts";
import { applyWaivers, type Bond, type Waiver } from "../src/core/waivers.ts";
import { defaultSeverity, reporterFor, type Finding } from "../src/core/finding.ts";
import { type ProjectText, build, check } from "../src/core/malvakt.ts";
import { readPage } from "../src/core/page/page.ts";

import { readSettings } from "../src/core/settings.ts";
import { pairingOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { message } from "../src/core/messages/message.ts";
import { sentence } from "../src/core/messages/sentence.ts";

const id = "Timen varer 60 minutter.";
const text = "A session lasts 6 minutes.";
const signedFor = (what: string): string => hashOf("en", "", id, what);
const wish = "# malvakt-ignore number: the sign outside says so\n";
const signed = `# malvakt-ignore number ${signedFor(text)}: the sign outside says so\n`;
const outlived = `# malvakt-ignore number ${signedFor("A session lasts 60 minutes.")}: the sign outside says so\n`;
const approved = approvedEntry({ id, text });

function read(entry: string): { catalog: NonNullable<ReturnType<typeof readCatalog>["catalog"]>; file: string } {
  const file = catalogText("en", [approvedEntry({ context: "title", id: "Timen", text: "The session" }), entry]);
  const { catalog } = readCatalog(file);
  if (!catalog) throw new Error("unreadable");
  return { catalog, file };
}

const pairing = pairingOf("nb", "en", undefined);
if (!pairing) throw new Error("no English");

/** A site with one page, whose one block has this entry. */
function site(entry: string): ProjectText {
  const { settings } = readSettings("source: nb\nlanguages: { en: {} }\n");
  if (!settings) throw new Error("The settings of this test are wrong.");
  const { file } = read(entry);
  const path = "content/en/side.po";
  return {
    settings,
    terms: undefined,
    pages: new Map([["side", { path: "content/nb/side.md", text: `---\ntitle: Timen\n---\n\n${id}\n` }]]),
    catalogs: new Map([["en", new Map([["side", { path, text: file }]])]]),
  };
}

function built(entry: string): { published: boolean; said: string[] } {
  const { files, findings } = build(site(entry), new Map());
  return { published: files.has("en/side.html"), said: findings.map(saying) };
}

const saying = ({ severity, ruleId, reason }: Finding): string =>
  `${severity} ${ruleId ?? ""}: ${sentence(reason, "en")}`;

describe("in a catalog", () => {
  test.each([
    ["without a waiver the text is not published", approved, false, /^error number: /u],
    ["one that was signed for these texts holds", signed + approved, true, undefined],
    ["a wish that no one signed is not believed", wish + approved, false, /^error number: /u],
    [
      "one that was signed for the text before does not hold, and is named",
      outlived + approved,
      false,
      /^warning : This malvakt-ignore was signed for other texts/u,
    ],
    [
      "one that waives nothing is named",
      signed.replace("number", "quotes") + approved,
      false,
      /^warning quotes: This malvakt-ignore no longer suppresses anything; remove it\.$/u,
    ],
    ["one of tags is none", signed.replace("number", "tags") + approved, false, /^warning : `tags` guards/u],
    [
      "one of a rule that is none is named",
      signed.replace("number", "numbers") + approved,
      false,
      /^warning : Unknown rule numbers\./u,
    ],
    [
      "one without a reason is named",
      `# malvakt-ignore number\n${approved}`,
      false,
      /^warning : `malvakt-ignore` needs a rule and a reason\.$/u,
    ],
  ])("%s", (_, entry, published, said) => {
    const result = built(entry);
    expect(result.published).toBe(published);
    if (said) expect(result.said).toContainEqual(expect.stringMatching(said));
    else expect(result.said).toEqual([]);
  });

  test("check believes a wish, so that a translator sees what is left", () => {
    const { findings } = check(site(wish + plainEntry({ id, text })), () => true);
    expect(findings).toEqual([]);
    const without = check(site(plainEntry({ id, text })), () => true);
    expect(without.findings.map(({ ruleId }) => ruleId)).toEqual(["number"]);
  });

  test("what a translator wishes can be approved, and is signed with the text; the build believes it", () => {
    const { catalog, file } = read(wish + plainEntry({ id, text }));
    const checked = checkEntries(catalog, "en", reporterFor("a.po", file, defaultSeverity), pairing);
    const signing = signCatalog(catalog, "en", "Kari Nordmann", "2026-11-02", checked);
    expect(signing.refused).toEqual([]);
    expect(signing.signed.map(({ waived }) => waived.map(({ ruleId }) => ruleId))).toEqual([["number"]]);
    const entry = writeCatalog(signing.catalog).split("\n\n").at(-1) ?? "";
    expect(entry).toBe(signed + approved);
    expect(built(entry).published).toBe(true);
  });

  test("a wish at an approved text is signed too, since a rule may be younger than the approval", () => {
    const { catalog, file } = read(wish + approved);
    const checked = checkEntries(catalog, "en", reporterFor("a.po", file, defaultSeverity), pairing);
    const signing = signCatalog(catalog, "en", "Kari Nordmann", "2026-11-02", checked);
    expect(writeCatalog(signing.catalog)).toContain(signed + approved);
  });

  test.each([
    ["an error that is not waived", plainEntry({ id, text })],
    ["one whose waiver was signed for another text", outlived + plainEntry({ id, text })],
    ["a text that someone marked", `${wish}${approved.replace("msgid", "#, fuzzy\nmsgid")}`],
  ])("approve does not sign %s", (_, entry) => {
    const { catalog, file } = read(entry);
    const checked = checkEntries(catalog, "en", reporterFor("a.po", file, defaultSeverity), pairing);
    const signing = signCatalog(catalog, "en", "Kari Nordmann", "2026-11-02", checked);
    expect([signing.signed.length, signing.refused.length]).toEqual([0, 1]);
    expect(writeCatalog(signing.catalog)).toBe(file);
  });

  test("a line of Unicode in a text is no line of the file: no waiver and no comment hides in it", () => {
    const odd = 'A session lasts 6 minutes.\u2028# malvakt-ignore number: no\u2028#| msgid "x"';
    const { catalog, file } = read(approvedEntry({ id, text: odd }));
    const found = checkCatalog(catalog, "en", reporterFor("a.po", file, defaultSeverity), pairing);
    expect(found.findings.map(({ finding }) => finding.ruleId)).toContain("number");
  });

  test("approvals of the old form are named, once for a catalog, by check and by build", () => {
    const right = `# approved: 2026-11-02 Kari Nordmann ${oldHash("", id, "A session lasts 60 minutes.")}\n${plainEntry({ id, text: "A session lasts 60 minutes." })}`;
    const told =
      "warning : 1 text is signed in the old format, without a language, and is not approved. Sign again with `malvakt approve content/en/side.po --by NAME`.";
    expect(built(right)).toEqual({ published: false, said: [told] });
    expect(check(site(right), () => true).findings.map(saying)).toEqual([told]);
  });
});

function oldHash(...parts: string[]): string {
  return hashOf(...parts).slice(0, 12);
}

describe("in a page", () => {
  const said = (body: string): string[] => {
    const { page, mistakes } = readPage(`---\ntitle: T\n---\n\n${body}\n`, "side");
    expect(mistakes).toEqual([]);
    if (!page) return [];
    const reporter = reporterFor("side.md", page.source, defaultSeverity);
    const site = new Map([["side", new Set<string>()]]);
    return checkPage(page, reporter, site, undefined).findings.map(
      (finding) => saying(finding) + (finding.expected.length > 0 ? ` | ${finding.expected.join(" | ")}` : ""),
    );
  };
  const broken = "Se [kne](kne.md) her.";
  const [finding = ""] = said(broken);

  test("there is something to waive", () => {
    expect(finding).toMatch(/^error link-broken: /u);
  });

  test("one that names the text waives what is found on it, and nothing else", () => {
    const actual = actualOf(broken);
    expect(said(`<!-- malvakt-ignore link-broken "${actual}": kommer -->\n\n${broken}`)).toEqual([]);
    const both = said(`<!-- malvakt-ignore link-broken "${actual}": kommer -->\n\n${broken} Og [hofte](hofte.md).`);
    expect(both).toEqual([expect.stringContaining("hofte")]);
  });

  test("one of another text waives nothing: the text has changed since", () => {
    expect(said(`<!-- malvakt-ignore link-broken "[ankel](ankel.md)": kommer -->\n\n${broken}`)).toEqual([
      finding,
      "warning link-broken: This malvakt-ignore no longer suppresses anything; remove it.",
    ]);
  });

  test("one without a text does not hold for a rule that is an error, and says what to write", () => {
    expect(said(`<!-- malvakt-ignore link-broken: kommer -->\n\n${broken}`)).toEqual([
      finding,
      expect.stringMatching(
        /^warning : `link-broken` is an error, so malvakt-ignore must quote the text it is for; this one has no effect\. \| <!-- malvakt-ignore link-broken ".*kne\.md.*": kommer -->$/u,
      ),
    ]);
    // What it says to write does it.
    const write = said(`<!-- malvakt-ignore link-broken: kommer -->\n\n${broken}`)[1]?.split(" | ")[1] ?? "";
    expect(said(`${write}\n\n${broken}`)).toEqual([]);
  });

  test("one without a text holds for a rule that is no error", () => {
    expect(said("![](kne.png)")).toEqual([expect.stringContaining("alt-missing")]);
    expect(said("<!-- malvakt-ignore alt-missing: pynt -->\n\n![](kne.png)")).toEqual([]);
  });

  test("a text may hold quotation marks, and be folded", () => {
    const link = 'Se [kne](kne.md "Om kneet") her.';
    const actual = actualOf(link);
    expect(
      said(`<!-- malvakt-ignore link-broken\n  "${actual.replaceAll(" ", "\n  ")}":\n  kommer -->\n\n${link}`),
    ).toEqual([]);
  });

  test.each([
    ["<!-- malvakt-ignore -->"],
    ['<!-- malvakt-ignore "x": grunn -->'],
    ["<!-- malvakt-ignore alt-missing -->"],
    ["<!-- malvakt-ignore alt-missing: -->"],
  ])("%s is told", (waiver) => {
    expect(said(`${waiver}\n\nTekst.`)).toEqual([
      expect.stringContaining("`malvakt-ignore` needs a rule and a reason."),
    ]);
  });

  function actualOf(body: string): string {
    const { page } = readPage(`---\ntitle: T\n---\n\n${body}\n`, "side");
    if (!page) return "";
    const reporter = reporterFor("side.md", page.source, defaultSeverity);
    const [found] = checkPage(page, reporter, new Map([["side", new Set<string>()]]), undefined).findings;
    return found?.actual ?? "";
  }
});

test("thousands of waivers over thousands of findings are taken in a moment", () => {
  const count = 20_000;
  const file = "x\n".repeat(count);
  const reporter = reporterFor("a.md", file, defaultSeverity);
  const found = Array.from({ length: count }, (_, at) =>
    reporter.finding({
      ruleId: "quotes",
      start: 2 * at,
      end: 2 * at + 1,
      reason: message("space.double"),
      expected: [],
    }),
  ).filter((one) => one !== undefined);
  const bond: Bond = { kind: "block" };
  const waivers = Array.from({ length: count }, (_, at): Waiver => {
    const [start, end] = [2 * at, 2 * at + 1];
    return { rule: "quotes", reason: "", start, end, from: start, to: end, bond };
  });
  const { findings, waived } = applyWaivers(found, waivers, reporter);
  expect([findings.length, waived.length]).toEqual([0, count]);
});
