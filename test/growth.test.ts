// What large inputs cost: work is counted, or grows as the input does.
import * as fc from "fast-check";
import leven from "leven";
import { describe, expect, test } from "vitest";
import { checkPage } from "../src/core/check/page.ts";
import { inputsOfPlan } from "../src/core/page-plan.ts";
import { defaultSeverity, reporterFor, type Finding } from "../src/core/finding.ts";
import { nearWordsIn } from "../src/core/near-words.ts";
import { readSettings } from "../src/core/settings.ts";
import { readPage, type Page } from "../src/core/page/page.ts";
import { reportJson } from "../src/core/report/json.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { readTbx } from "../src/core/terms/tbx/read.ts";
import { didYouMean } from "../src/core/near-words.ts";
import { message } from "../src/core/messages/message.ts";
import { expectLinear } from "./growth.ts";

describe("the word that was meant", () => {
  test.each([
    ["translator", ["title", "translate"], undefined],
    ["translat", ["title", "translate"], "translate"],
    ["tranlsate", ["translate"], "translate"],
    ["descripton", ["description"], "description"],
    ["desciptin", ["description"], "description"],
    ["titel", ["title"], "title"],
    ["Title", ["title"], "title"],
    ["chek", ["check", "build"], "check"],
    ["biuld", ["check", "build"], "build"],
    ["lang", ["land", "long"], undefined],
    ["tags", ["slug"], undefined],
    ["approved", ["approve"], "approve"],
    ["er-det-smertfult", ["er-det-smertefullt", "er-det-trygt"], "er-det-smertefullt"],
    ["side-12", ["side-21", "side-13"], "side-21"],
    ["", ["a"], undefined],
    ["x".repeat(5000), ["x".repeat(5001)], undefined],
  ])("%s among %j", (word, known, meant) => {
    expect(didYouMean(word, known)).toBe(meant);
  });

  test("is the nearest and first, whatever is known", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "e", "r", "s", "-"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 20 }), (word, known) => {
        const meant = didYouMean(word, known);
        const off = (other: string): number => leven(word, other);
        const near = known.filter((other) => off(other) === 1 && Math.max(word.length, other.length) > 4);
        if (known.includes(word)) expect(meant).toBe(word);
        else if (near.length > 0) expect(off(meant ?? "") === 1 || meant?.length === word.length).toBe(true);
        if (meant !== undefined) {
          expect(off(meant)).toBeLessThanOrEqual(2);
          expect(Math.max(word.length, meant.length)).toBeGreaterThan(off(meant) === 0 ? 0 : 4);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("is looked for among a bounded number of words, and most are told apart without being compared", () => {
    let compared = 0;
    const counting: typeof leven = (one, other, options) => {
      compared += 1;
      return leven(one, other, options);
    };
    // All have the same letters, so only the bound helps.
    const alike = Array.from({ length: 20_000 }, (_, at) => at.toString(2).padStart(16, "0"));
    const near = nearWordsIn(alike, counting);
    near("0101010101010102");
    expect(compared).toBeGreaterThan(0);
    expect(compared).toBeLessThanOrEqual(1000);
    compared = 0;
    const words = Array.from(
      { length: 20_000 },
      (_, at) => `${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))}side-${at * 37}`,
    );
    nearWordsIn(words, counting)("behandling");
    expect(compared).toBeLessThan(50);
  });
});

const pageOf = (text: string, id = "side"): Page => {
  const { page, mistakes } = readPage(text, id);
  if (!page) throw new Error(JSON.stringify(mistakes.slice(0, 3)));
  return page;
};

describe("a page with many broken links", () => {
  const headings = Array.from({ length: 2000 }, (_, at) => `## Del ${at}\n`).join("\n");
  const links = (count: number): string =>
    Array.from({ length: count }, (_, at) => `[l](#finnes-ikke-${at})\n`).join("\n");
  const text = `---\ntitle: Side\n---\n\n# Side\n\n${headings}\n${links(1000)}`;

  test("has one list of headings for all of them", () => {
    const page = pageOf(text);
    const reporter = reporterFor("side.md", text, defaultSeverity);
    const { findings } = checkPage(
      page,
      reporter,
      new Map([["side", new Set(page.headings.map(({ anchor }) => anchor))]]),
      undefined,
    );
    const broken = findings.filter(({ ruleId }) => ruleId === "link-broken");
    expect(broken).toHaveLength(1000);
    expect(new Set(broken.map(({ expected }) => expected)).size).toBe(1);
    expect(broken[0]?.expected).toHaveLength(10);
  });

  test("has a plan that rests on each page once, and on no long list of texts", () => {
    const anchors = new Set(Array.from({ length: 10_000 }, (_, at) => `del-${at}`));
    const page = pageOf(
      `---\ntitle: Side\n---\n\n${Array.from({ length: 500 }, (_, at) => `[l](andre.md#x${at})\n`).join("\n")}\n[n](nei.md)\n`,
    );
    const site = new Map([
      ["side", new Set<string>()],
      ["andre", anchors],
      ...Array.from({ length: 2000 }, (_, at): [string, Set<string>] => [`p${at}`, new Set()]),
    ]);
    const reporter = reporterFor("side.md", "", defaultSeverity);
    const file = { id: "side", path: "side.md", page, reporter, findings: [] };
    const { settings } = readSettings("source: nb\nlanguages: {}\n");
    if (!settings) throw new Error("The settings of this test cannot be read.");
    const inputsOfPage = (_: typeof page, known: typeof site): string[] =>
      inputsOfPlan(file, new Map(), { settings, site: known, orphans: new Map() });
    const inputs = inputsOfPage(page, site);
    expect(inputs.join("").length - page.source.length).toBeLessThan(1000);
    // And still on every heading and every page.
    expect(inputsOfPage(page, new Map([...site, ["andre", new Set([...anchors, "ny"])]]))).not.toEqual(inputs);
    expect(inputsOfPage(page, new Map([...site, ["ny", new Set<string>()]]))).not.toEqual(inputs);
    const withoutAnchors = new Map([...site].filter(([id]) => id !== "andre"));
    expect(inputsOfPage(page, withoutAnchors)).not.toEqual(
      inputsOfPage(page, new Map([...withoutAnchors, ["andre", new Set<string>()]])),
    );
  });
});

describe("termbases of other programs", () => {
  const tbx = (body: string): string =>
    `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>${body}</body></text></tbx>`;

  test("with more elements than a termbase has are refused in a sentence", () => {
    for (const body of ["<a/>".repeat(1_000_100), `${"<a>".repeat(40)}${"</a>".repeat(40)}`.repeat(25_100)]) {
      const { termbase, mistakes } = readTbx(tbx(body));
      expect(termbase).toBeUndefined();
      expect(mistakes.map(({ reason }) => reason)).toEqual([message("xml.elements", { most: 1_000_000 })]);
    }
  });

  test.each<[string, (size: number) => string]>([
    [
      "many terms in one concept",
      (size) =>
        `<conceptEntry id="a"><langSec xml:lang="nb">${Array.from({ length: size }, (_, at) => `<termSec><term>ord${at}</term></termSec>`).join("")}</langSec></conceptEntry>`,
    ],
    [
      "ids that are one id here",
      (size) =>
        Array.from(
          { length: size },
          (_, at) =>
            `<conceptEntry id="${String(at)
              .padStart(6, "0")
              .replaceAll(/./gu, (digit) => "!#%()*+,/:".charAt(Number(digit)))}"/>`,
        ).join(""),
    ],
  ])("%s", (_, body) => {
    const texts = new Map([1000, 10_000].map((size) => [size, tbx(body(size))]));
    expectLinear(1000, (size) => void readTbx(texts.get(size) ?? ""));
    expect(readTbx(tbx(body(50))).termbase?.concepts.length).toBeGreaterThan(0);
  });
});

describe("termbases", () => {
  test.each<[string, (at: number) => string]>([
    ["one word for many concepts", (at) => `  - { id: c${at}, terms: { nb: [{ term: ord, status: preferred }] } }\n`],
    [
      "references to nothing",
      (at) =>
        `  - { id: c${at}, distinctFrom: [borte-${at}], terms: { nb: [{ term: ord${at}, status: preferred }] } }\n`,
    ],
  ])("%s", (_, concept) => {
    const texts = new Map(
      [300, 3000].map((size) => [
        size,
        `concepts:\n${Array.from({ length: size }, (_unused, at) => concept(at)).join("")}`,
      ]),
    );
    expectLinear(300, (size) => void readTermbase(texts.get(size) ?? ""));
  });

  test("one word for two concepts that are distinct is found among many owners", () => {
    const owners = Array.from(
      { length: 50 },
      (_, at) => `  - { id: c${at}, terms: { nb: [{ term: ord, status: preferred }] } }\n`,
    ).join("");
    const { mistakes } = readTermbase(
      `concepts:\n${owners}  - { id: z, distinctFrom: [c7], terms: { nb: [{ term: Ord, status: admitted }, { term: ord, status: admitted }] } }\n`,
    );
    expect(mistakes.map(({ reason }) => reason)).toEqual([
      message("termbase.contradiction", { term: "Ord", id: "z", other: "c7" }),
      message("termbase.contradiction", { term: "ord", id: "z", other: "c7" }),
    ]);
  });
});

test("many findings in one file are reported in the time that they take", () => {
  const point = { line: 1, column: 1, offset: 0 };
  const finding: Finding = {
    path: "a.md",
    ruleId: "number",
    severity: "error",
    start: point,
    end: point,
    reason: message("space.double"),
    actual: "",
    expected: [],
  };
  const findings = Array.from({ length: 30_000 }, () => finding);
  expectLinear(3000, (size) => void reportJson(["a.md"], findings.slice(0, size)));
});
