// What a reviewer does to one text, by values: nothing half done is signed, nothing that stood approved is lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../src/core/catalog/entry.ts";
import { keptPairOf } from "../src/core/catalog/kept.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { approvalOf, stateOf } from "../src/core/catalog/state.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { checkCatalog } from "../src/core/check/catalog.ts";
import { defaultSeverity, reporterFor } from "../src/core/finding.ts";
import type { Change } from "../src/core/review/api.ts";
import { readChangeAsked } from "../src/core/review/asked.ts";
import { changeUnit, type Changed } from "../src/core/review/change.ts";
import { diffWords } from "../src/core/review/diff.ts";
import { approvedPairs, matchesFor, termsFor } from "../src/core/review/help.ts";
import { reviewUnit, reviewUnits, revisionOf } from "../src/core/review/unit.ts";
import { readProject } from "../src/core/malvakt.ts";
import { planPage } from "../src/core/page-plan.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { pairingOf, termsOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { settingsOf } from "./small-site.ts";

const { termbase } = readTermbase(`concepts:
  - id: ims
    definition: { nb: Nåler i muskler., en: Needles into muscles. }
    terms: { nb: [{ term: intramuskulær stimulering, status: preferred }], en: [{ term: intramuscular stimulation, status: preferred }] }
  - id: stimulering
    terms: { nb: [{ term: stimulering, status: preferred }], en: [] }
`);
const pairing = pairingOf("nb", "en", termbase && termsOf(termbase));
if (!pairing) throw new Error("There is no data for the languages of this test.");
const reviewing = { language: "en", pairing, severity: defaultSeverity, date: "2026-11-28" };

function read(...entries: string[]): Catalog {
  const { catalog } = readCatalog(catalogText("en", entries));
  if (!catalog) throw new Error("The catalog of this test cannot be read.");
  return catalog;
}

/** A change of the first text as it is now; the catalog afterwards is read from its own text again. */
function change(catalog: Catalog, asked: Change): Changed {
  const [entry] = catalog.entries;
  const changed = changeUnit(catalog, 0, entry ? revisionOf(entry) : "", asked, reviewing);
  if (changed.kind !== "done") return changed;
  const again = readCatalog(writeCatalog(changed.catalog)).catalog;
  if (!again) throw new Error("What was changed cannot be read.");
  return { kind: "done", catalog: again };
}

function done(changed: Changed): Catalog {
  if (changed.kind !== "done") throw new Error(JSON.stringify(changed));
  return changed.catalog;
}

const first = (catalog: Catalog) => catalog.entries[0] ?? expect.fail("There is no entry.");
const draft = `# draft: 2026-11-02 ${hashOf("en", "", "Ta to tabletter.")} deepl\n#, fuzzy\n${plainEntry({ id: "Ta to tabletter.", text: "Take two pills." })}`;
const approved = approvedEntry({ id: "Ta to tabletter.", text: "Take two pills." });

describe("a text that is saved", () => {
  test("waits without a draft line, so that no one signs it in bulk", () => {
    const entry = first(done(change(read(draft), { kind: "save", text: "Take two tabl" })));
    expect(entry.translation).toBe("Take two tabl");
    expect(entry.fuzzy).toBe(true);
    expect(entry.comments).toEqual(["drafted: 2026-11-02 deepl"]);
  });

  test("as it was, is left as it is", () => {
    for (const lines of [draft, approved]) {
      const catalog = read(lines);
      expect(writeCatalog(done(change(catalog, { kind: "save", text: "Take two pills." })))).toBe(
        writeCatalog(catalog),
      );
    }
  });

  test("over an approved one keeps that until someone approves", () => {
    const once = done(change(read(approved), { kind: "save", text: "Take" }));
    const twice = done(change(once, { kind: "save", text: "Take two tablets." }));
    expect(stateOf(first(twice), "en")).toBe("draft");
    const [kept] = keptPairOf(first(twice));
    expect(kept?.translation).toBe("Take two pills.");
    expect(kept && approvalOf(kept, "en")?.name).toBe("Kari Nordmann");
    const signed = done(change(twice, { kind: "approve", text: "Take two tablets.", name: "Ola Hansen" }));
    expect(keptPairOf(first(signed))).toEqual([]);
    expect(approvalOf(first(signed), "en")?.name).toBe("Ola Hansen");
  });

  test("over a stale one puts the pair of the old source into memory, once", () => {
    const stale = `# approved: 2026-11-02 ${hashOf("en", "", "Ta en.", "Take one.")} Kari Nordmann\n#, fuzzy\n#| msgid "Ta en."\n${plainEntry({ id: "Ta to.", text: "Take one." })}`;
    const once = done(change(read(stale), { kind: "save", text: "Take two" }));
    const twice = done(change(once, { kind: "save", text: "Take two." }));
    const old = twice.entries.filter(({ obsolete }) => obsolete);
    expect(old.map(({ source, translation }) => [source, translation])).toEqual([["Ta en.", "Take one."]]);
    expect(old[0] && approvalOf(old[0], "en")?.name).toBe("Kari Nordmann");
  });

  test("law: whatever is saved over whatever, what stood approved can be read again from the file", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .filter((one) => readChangeAsked(askedFor(one)) !== undefined);
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (before, saved) => {
        fc.pre(/[\p{L}\p{N}]/u.test(before));
        let catalog = read(approvedEntry({ id: "Ta to tabletter.", text: before }));
        for (const one of saved) catalog = done(change(catalog, { kind: "save", text: one }));
        const entry = first(catalog);
        const all = [entry, ...keptPairOf(entry)];
        expect(all.some((one) => one.translation === before && approvalOf(one, "en") !== undefined)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function askedFor(text: string): unknown {
  return { page: "side", language: "en", unit: 0, change: { kind: "save", text } };
}

test("a kept text that a tool has folded over several lines is still read", () => {
  const long = "Take two pills with a glass of water, and then two more when the pain comes back in the night.";
  const saved = done(
    change(read(approvedEntry({ id: "Ta to tabletter.", text: long })), { kind: "save", text: "Take two." }),
  );
  const comment = first(saved).comments.find((one) => one.startsWith("kept: ")) ?? "";
  const folded = comment.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > 76) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
  expect(folded.length).toBeGreaterThan(1);
  const written = writeCatalog(saved).replace(`# ${comment}`, folded.map((line) => `# ${line}`).join("\n"));
  const again = readCatalog(written).catalog;
  expect(again && keptPairOf(first(again))[0]?.translation).toBe(long);
});

describe("an approval", () => {
  test("signs the text with a name, without a change too", () => {
    const entry = first(done(change(read(draft), { kind: "approve", text: "Take two pills.", name: "Kari Nordmann" })));
    expect(entry.comments).toEqual([
      "drafted: 2026-11-02 deepl",
      `approved: 2026-11-28 ${hashOf("en", "", "Ta to tabletter.", "Take two pills.")} Kari Nordmann`,
    ]);
    expect(stateOf(entry, "en")).toBe("approved");
  });

  test.each<[why: string, change: Change, id: string]>([
    ["a number is wrong", { kind: "approve", text: "Take three pills.", name: "Kari Nordmann" }, "number."],
    ["a tag is not its source's", { kind: "approve", text: "Take <b>two</b> pills.", name: "Kari Nordmann" }, "tag"],
    ["there is no text", { kind: "approve", text: "  ", name: "Kari Nordmann" }, "review.no-text"],
    ["an engine signs", { kind: "approve", text: "Take two pills.", name: "DeepL" }, "review.no-person"],
    ["AI signs", { kind: "approve", text: "Take two pills.", name: "AI" }, "review.no-person"],
    ["one letter signs", { kind: "approve", text: "Take two pills.", name: "K" }, "review.no-person"],
  ])("is refused where %s", (_, asked, id) => {
    const changed = change(read(draft), asked);
    expect(changed.kind).toBe("refused");
    expect(changed.kind === "refused" && changed.reason.id).toMatch(new RegExp(`^${id.replace(".", "\\.")}`, "u"));
  });

  test("is refused for a text of the engine that only tries out, though it has no error", () => {
    const pseudo = `# draft: 2026-11-02 ${hashOf("en", "", "Ta den.")} pseudo\n#, fuzzy\n${plainEntry({ id: "Ta den.", text: "⟦Ţȧ ḓḗƞ.⟧" })}`;
    const changed = change(read(pseudo), { kind: "approve", text: "⟦Ţȧ ḓḗƞ.⟧", name: "Kari Nordmann" });
    expect(changed).toMatchObject({ kind: "refused", reason: { id: "review.pseudo" } });
  });

  test("signs what was put aside with it, and tags can never be", () => {
    const wrong = read(draft.replace("two", "three"));
    const asked: Change = { kind: "approve", text: "Take three pills.", name: "Kari Nordmann" };
    expect(change(wrong, asked).kind).toBe("refused");
    const waived = done(change(wrong, { kind: "waive", rule: "number", reason: "Other tablets here" }));
    expect(reviewUnit(waived.entries, 0, reviewing)?.findings.map((one) => [one.rule, one.isWaived])).toEqual([
      ["number", true],
    ]);
    const signed = first(done(change(waived, asked)));
    expect(signed.comments.find((one) => one.startsWith("malvakt-ignore"))).toMatch(
      /^malvakt-ignore number [\da-f]{32}: /u,
    );
    expect(change(wrong, { kind: "waive", rule: "tags", reason: "So" })).toMatchObject({ kind: "refused" });
    expect(change(wrong, { kind: "waive", rule: "number", reason: " " })).toMatchObject({ kind: "refused" });
  });

  test("can be taken back", () => {
    const entry = first(done(change(read(approved), { kind: "take-back" })));
    expect(entry.fuzzy).toBe(true);
    expect(approvalOf(entry, "en")).toBeUndefined();
  });
});

test("what has changed since it was seen is not changed, whatever it was that changed", () => {
  const seen = revisionOf(first(read(draft)));
  const others = [
    draft.replace("Take two pills.", "Take 2 pills."),
    draft.replace("#, fuzzy\n", ""),
    `# Which tablets?\n${draft}`,
    `#. Heading\n${draft}`,
    draft.replace("#, fuzzy\n", '#, fuzzy\n#| msgid "Ta en tablett."\n'),
  ];
  for (const other of others)
    for (const asked of [
      { kind: "save", text: "x" },
      { kind: "approve", text: "Take two pills.", name: "Kari Nordmann" },
      { kind: "take-back" },
      { kind: "waive", rule: "number", reason: "So" },
    ] as const)
      expect(changeUnit(read(other), 0, seen, asked, reviewing), other).toEqual({ kind: "conflict" });
});

test("a request that is no change is none", () => {
  expect(readChangeAsked(askedFor("Å"))).toBeDefined();
  for (const given of [
    null,
    [],
    "x",
    {},
    { ...(askedFor("x") as object), more: 1 },
    { ...(askedFor("x") as object), unit: -1 },
    { ...(askedFor("x") as object), unit: 0.5 },
    { ...(askedFor("x") as object), change: { kind: "delete" } },
    askedFor("\u0000"),
    askedFor("\uD800"),
    askedFor("a\rb"),
    askedFor("x".repeat(100_001)),
  ])
    expect(readChangeAsked(given)).toBeUndefined();
});

describe("what helps with a text", () => {
  test("its terms, the longest first, with what the language calls them", () => {
    expect(termsFor("", "Vi bruker <b>intramuskulær stimulering</b>, og stimulering.", pairing)).toEqual([
      {
        concept: "ims",
        met: "intramuskulær stimulering",
        preferred: "intramuscular stimulation",
        definition: "Needles into muscles.",
      },
      { concept: "stimulering", met: "stimulering", preferred: undefined, definition: undefined },
    ]);
  });

  test("what people have approved, the most alike first; drafts and slugs are none", () => {
    const catalog = read(
      approved,
      approvedEntry({ id: "Ta to tabletter nå.", text: "Take two pills now." }),
      approvedEntry({ context: "slug", id: "ta-to-tabletter", text: "take" }),
      `#, fuzzy\n${plainEntry({ context: "alt", id: "Ta to tabletter.", text: "Draft" })}`,
    );
    const pairs = approvedPairs("side", catalog.entries, "en");
    expect(matchesFor(pairs, "", "Ta to tabletter nå.").map(({ target, percent }) => [target, percent])).toEqual([
      ["Take two pills now.", 100],
      ["Take two pills.", 86],
    ]);
    expect(matchesFor(pairs, "", "Noe helt annet.")).toEqual([]);
  });

  test("law: a difference has the old text and the new one in it", () => {
    const text = fc.array(fc.constantFrom("a", "b", "<b>", "</b>", " ", "ø1", ",", "<"), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const pieces = diffWords(before, after);
        const without = (kind: string): string =>
          pieces.map((piece) => (piece.kind === kind ? "" : piece.text)).join("");
        expect([without("new"), without("gone")]).toEqual([before, after]);
      }),
    );
  });

  test("a stale text shows what has changed", () => {
    const stale = `#, fuzzy\n#| msgid "Ta 1."\n${plainEntry({ id: "Ta 2.", text: "Take 1." })}`;
    const [unit] = reviewUnits(read(stale).entries, reviewing);
    expect(unit?.state).toBe("stale");
    expect(unit?.changed).toEqual([
      { kind: "same", text: "Ta " },
      { kind: "gone", text: "1" },
      { kind: "new", text: "2" },
      { kind: "same", text: "." },
    ]);
    expect(unit?.findings.map(({ rule }) => rule)).toContain("number");
  });
});

test("a pair that is kept while someone writes over it still takes what is published off the site when it turns out wrong", () => {
  const text = "---\ntitle: Nåler\n---\n\nTa 2 tabletter.\n";
  const settings = settingsOf("languages: { en: {} }\n");
  const wrongIn = (po: string): string[] => {
    const project = readProject(
      { settings, terms: undefined, pages: new Map([["side", { path: "content/nb/side.md", text }]]) },
      new Map(),
      new Map(),
    );
    const [file] = project.files;
    if (!file) throw new Error("There is no page.");
    const found = new Map([["en", { path: "content/en/side.po", text: po }]]);
    return planPage(file, found, project.context).translations[0]?.wrong ?? [];
  };
  const wrong = approvedEntry({ id: "Ta 2 tabletter.", text: "Take 3 tablets." });
  const hash = hashOf("en", "", "Ta 2 tabletter.", "Take 3 tablets.");
  expect(wrongIn(catalogText("en", [wrong]))).toEqual([hash]);
  const saved = done(change(read(wrong), { kind: "save", text: "Take 2 tab" }));
  expect(wrongIn(writeCatalog(saved))).toEqual([hash]);
});

test("a finding is as severe on the page as it is in a check", () => {
  const texts: [source: string, text: string][] = [
    ["Vi tilbyr intramuskulær stimulering.", "We offer intramuscular stimulation."],
    ["Intramuskulær stimulering hjelper mange.", "It helps many."],
    ["Ta 2 tabletter.", "Take 3 tablets."],
    ["Vi bruker <strong>tynne</strong> nåler.", "We use thin needles."],
  ];
  const catalog = read(...texts.map(([id, text]) => approvedEntry({ id, text })));
  const shown = reviewUnits(catalog.entries, reviewing).flatMap(({ findings }) =>
    findings.map(({ rule, severity }) => [rule, severity]),
  );
  const checked = checkCatalog(catalog, "en", reporterFor("page.po", "", defaultSeverity), pairing).findings;
  expect(shown).toEqual(checked.map(({ finding }) => [finding.ruleId, finding.severity]));
  expect(shown).toContainEqual(["term-missing", "info"]);
  expect(reviewUnit(catalog.entries, 1, reviewing)?.findings[0]?.severity).toBe("info");
});
