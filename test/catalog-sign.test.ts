// What a person changes in one entry: exactly that changes, and no comment of a person is ever lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../src/core/catalog/entry.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { approve, setTranslation, takeApprovalBack, waive, setDraft } from "../src/core/catalog/sign.ts";
import { approvalOf, stateOf } from "../src/core/catalog/state.ts";
import { undoWithdrawal, withdraw } from "../src/core/catalog/withdraw.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { catalogText, hashOf } from "./catalog-by-hand.ts";

/** The lines of the one entry of a catalog after a change. */
function changed(lines: string, change: (entry: Entry) => Entry): string {
  const { catalog, mistakes } = readCatalog(catalogText("en", [lines]));
  expect(mistakes).toEqual([]);
  if (!catalog) return "";
  const written = writeCatalog({ ...catalog, entries: catalog.entries.map(change) });
  const again = readCatalog(written);
  expect(again.mistakes).toEqual([]);
  return written.slice(catalogText("en", [""]).length);
}

function stateAfter(lines: string): string | undefined {
  const [entry] = readCatalog(catalogText("en", [lines])).catalog?.entries ?? [];
  return entry && stateOf(entry, "en");
}

const sourceHash = hashOf("en", "", "Gå.");
const textHash = hashOf("en", "", "Gå.", "Go.");
const otherHash = hashOf("en", "", "Gå.", "Walk.");
const draft = `# draft: 2026-11-20 ${sourceHash} deepl\n`;
const approved = `# approved: 2026-11-22 ${textHash} Kari Nordmann\n`;
const texts = 'msgid "Gå."\nmsgstr "Go."\n';
const sign = (entry: Entry): Entry => approve(entry, "en", "Kari Nordmann", "2026-11-22");

describe("an approval", () => {
  test.each([
    ["signs a text", texts, approved + texts],
    ["says who drafted it", `${draft}#, fuzzy\n${texts}`, `# drafted: 2026-11-20 deepl\n${approved}${texts}`],
    [
      "does so for a draft line of the old form",
      `# draft: deepl 2026-11-20 0123456789ab\n${texts}`,
      `# drafted: 2026-11-20 deepl\n${approved}${texts}`,
    ],
    [
      "keeps who drafted it",
      `# drafted: 2026-11-20 deepl\n${texts}`,
      `# drafted: 2026-11-20 deepl\n${approved}${texts}`,
    ],
    [
      "takes the place of lines that do not hold",
      `# approved: 2026-11-01 ${otherHash} Ola Nordmann\n# approved: 2026-11-01 Ola Nordmann 0123456789ab\n${texts}`,
      approved + texts,
    ],
    [
      "stands beside another person's that holds",
      `# approved: 2026-11-01 ${textHash} Ola Nordmann\n${texts}`,
      `# approved: 2026-11-01 ${textHash} Ola Nordmann\n${approved}${texts}`,
    ],
    ["takes its own place", `# approved: 2026-11-01 ${textHash} Kari Nordmann\n${texts}`, approved + texts],
    [
      "takes the rest of a folded name along",
      `# approved: 2026-11-01 ${otherHash} Ola Konstantin\n# Nordmann-Hansen\n${texts}`,
      approved + texts,
    ],
    [
      "takes remarks and the previous text away",
      `#. Paragraph\n#. finding number: 6 is 60\n#| msgid "Gikk."\n${texts}`,
      `${approved}#. Paragraph\n${texts}`,
    ],
    ["keeps other flags", `#, fuzzy, no-wrap\n${texts}`, `${approved}#, no-wrap\n${texts}`],
    [
      "keeps references and what other tools wrote",
      `#: a.md:1\n#@ odd\n${texts}`,
      `${approved}#: a.md:1\n#@ odd\n${texts}`,
    ],
    [
      "signs a wish for a waiver",
      `# malvakt-ignore number: grunn\n${texts}`,
      `# malvakt-ignore number ${textHash}: grunn\n${approved}${texts}`,
    ],
    [
      "does not sign a waiver of other texts anew",
      `# malvakt-ignore number ${otherHash}: grunn\n${texts}`,
      `# malvakt-ignore number ${otherHash}: grunn\n${approved}${texts}`,
    ],
    [
      "signs no waiver of tags, nor of a rule that is none",
      `# malvakt-ignore tags: pent\n# malvakt-ignore numbre: grunn\n${texts}`,
      `# malvakt-ignore tags: pent\n# malvakt-ignore numbre: grunn\n${approved}${texts}`,
    ],
  ])("%s", (_, before, after) => {
    expect(changed(before, sign)).toBe(after);
    expect(stateAfter(after)).toBe("approved");
    expect(changed(before.replaceAll("\n", "\r\n"), sign).replaceAll("\r\n", "\n")).toBe(after);
  });

  test("is taken back: the text waits again, and no command signs it unread", () => {
    const before = `# Ask Kari\n${approved}# approved: 2026-11-01 ${otherHash} Ola Nordmann\n${texts}`;
    const after = `# Ask Kari\n#, fuzzy\n${texts}`;
    expect(changed(before, takeApprovalBack)).toBe(after);
    expect(stateAfter(after)).toBe("draft");
  });
});

describe("a translation of a person", () => {
  test.each([
    [
      "takes a draft's place",
      `${draft}#. similar 80 %: a → b\n#, fuzzy\n${texts}`,
      `# drafted: 2026-11-20 deepl\n#, fuzzy\n`,
    ],
    ["takes an approved text's place", `${approved}# Ask Kari\n${texts}`, `# Ask Kari\n#, fuzzy\n`],
    ["takes a stale text's place", `#. Paragraph\n#, fuzzy\n#| msgid "Gikk."\n${texts}`, `#. Paragraph\n#, fuzzy\n`],
    [
      "leaves a waiver of the text before without force",
      `# malvakt-ignore number ${textHash}: grunn\n${texts}`,
      `# malvakt-ignore number ${textHash}: grunn\n#, fuzzy\n`,
    ],
  ])("%s", (_, before, comments) => {
    const after = `${comments}msgid "Gå."\nmsgstr "Walk \\"out\\"."\n`;
    expect(changed(before, (entry) => setTranslation(entry, 'Walk "out".'))).toBe(after);
    expect(stateAfter(after)).toBe("draft");
  });
});

test("a waiver is wished for once", () => {
  const wish = (entry: Entry): Entry => waive(entry, "number", "  av en\n grunn ");
  const after = `# Ask Kari\n# malvakt-ignore number: av en grunn\n${texts}`;
  expect(changed(`# Ask Kari\n${texts}`, wish)).toBe(after);
  expect(changed(after, wish)).toBe(after);
});

const prose = fc.oneof(
  fc.constantFrom(
    "draft: must ask Kari",
    "draft: 2026-11-20 ask Kari about the hash 0123456789ab",
    "approved: by phone, Kari 2026-11-20",
    `approved: ${textHash} Kari Nordmann`,
    `approved: 2026-11-20  ${textHash} Kari Nordmann`,
    `Approved: 2026-11-20 ${textHash} Kari Nordmann`,
    "drafted: by hand",
    "drafted: 2026-11-20 by hand",
    "similar: see the page on needles",
    "similar: 80 % a → b",
    "finding: number: is it 60?",
    "finding: nothing so far",
    "earlier: Go now",
    "malvakt-ignore",
    "withdrawn: 2026-11-20 Kari: price",
    "  indented, with blanks at the end  ",
    "\u00A0hard blank",
    "=======================",
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 90 }),
);

describe("the name of a signature", () => {
  const line = `# approved: 2026-11-22 ${textHash} `;
  test.each([
    ["Kari Konstanse Nordmann-Hansen van der Berg", "Kari Konstanse\n# Nordmann-Hansen van der Berg"],
    ["Kari Konst Nordmann-Hansen van der Berg", "Kari Konst Nordmann-\n# Hansen van der Berg"],
    ["Kari Nordmann", "Kari Nordmann\n# Overskriften er kort"],
    ["Kari Nordmann", "Kari Nordmann\n# Ask Kari"],
    ["Kari Nordmann", "Kari Nordmann\n#\n# Nordmannsen"],
    ["Kari Nordmann", "Kari Nordmann"],
  ])("is %s", (name, written) => {
    // As Python's textwrap folds it, at 78 columns, blanks and hyphens: polib and what is made with it.
    const [entry] = readCatalog(catalogText("en", [`${line}${written}\n${texts}`])).catalog?.entries ?? [];
    expect(entry && approvalOf(entry, "en")?.name).toBe(name);
  });
});

test("law: no comment of a person is changed or lost, whatever is done to its entry", () => {
  const change = fc.constantFrom<(entry: Entry) => Entry>(
    sign,
    (entry) => setTranslation(entry, "Walk."),
    takeApprovalBack,
    (entry) => waive(entry, "number", "grunn"),
    (entry) => setDraft(entry, "en", { text: "Walk.", author: "deepl", date: "2026-11-21" }, []),
  );
  const machine = fc.subarray([draft, approved, `# drafted: 2026-11-20 deepl\n`, "#. Paragraph\n", "#, fuzzy\n"]);
  fc.assert(
    fc.property(
      fc.array(prose, { maxLength: 4 }),
      machine,
      fc.array(change, { maxLength: 4 }),
      (notes, lines, changes) => {
        // A note right after a signature could be the rest of its name; people write before or after these lines.
        const before = [...notes.map((note) => `# ${note}\n`), ...lines].join("") + texts;
        const { catalog } = readCatalog(catalogText("en", [before]));
        const [entry] = catalog?.entries ?? [];
        if (!catalog || !entry) return;
        const after = changes.reduce((one, next) => next(one), entry);
        const written = writeCatalog({ ...catalog, entries: [after] });
        const own = written.match(/^#(?: .*)?$/gmu)?.map((line) => line.slice(2).trim());
        for (const note of notes) expect(own).toContain(note.trim());
      },
    ),
    { numRuns: 500 },
  );
});

test("remarks of the old form go only beside a draft line of the old form, and only in its exact shape", () => {
  const old = "# draft: deepl 2026-11-20 0123456789ab\n";
  const remarks =
    "# finding: number: 6 is 60\n# finding: nothing: so far\n# similar: 80 % a → b\n# similar: see there\n";
  expect(changed(`${old}${remarks}${texts}`, sign)).toBe(
    `# finding: nothing: so far\n# similar: see there\n# drafted: 2026-11-20 deepl\n${approved}${texts}`,
  );
  expect(changed(`${draft}${remarks}${texts}`, sign)).toBe(
    `${remarks}# drafted: 2026-11-20 deepl\n${approved}${texts}`,
  );
});

describe("a withdrawal", () => {
  const line = "# withdrawn: 2026-11-27 Kari Nordmann: The prices are wrong\n";
  const withdrawal = { date: "2026-11-27", name: "Kari Nordmann", reason: "The prices are wrong" };
  const header = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n';

  test.each([
    ["before a header without comments", header, line + header],
    ["after comments", `# Kari\n#\n${header}`, `# Kari\n#\n${line}${header}`],
    ["before flags", `# Kari\n#, fuzzy\n${header}`, `# Kari\n${line}#, fuzzy\n${header}`],
    ["after a byte order mark", `\uFEFF${header}`, `\uFEFF${line}${header}`],
    ["after comments that stand apart", `# Kari\n\n${header}`, `# Kari\n\n${line}${header}`],
  ])("stands %s, and going leaves every byte as it was", (_, before, after) => {
    for (const newline of ["\n", "\r\n"]) {
      const [from, to] = [`${before}${texts}`, `${after}${texts}`].map((text) => text.replaceAll("\n", newline));
      const { catalog } = readCatalog(from ?? "");
      if (!catalog) throw new Error("unreadable");
      expect(catalog.withdrawn).toBeUndefined();
      const gone = withdraw(catalog, { ...withdrawal, reason: "The prices\nare wrong " });
      expect(writeCatalog(gone)).toBe(to);
      const again = readCatalog(to ?? "").catalog;
      expect([gone.withdrawn, again?.withdrawn]).toEqual([withdrawal, withdrawal]);
      expect(again && writeCatalog(undoWithdrawal(again))).toBe(from);
      expect(again && undoWithdrawal(again).withdrawn).toBeUndefined();
    }
  });

  test("is read where a tool folded it, and goes as a whole", () => {
    const folded = `# withdrawn: 2026-11-27 Kari Nordmann: The prices are wrong since the new year\n# and patients have called about them.\n# Kari\n${header}`;
    const { catalog } = readCatalog(folded + texts);
    expect(catalog?.withdrawn?.reason).toBe(
      "The prices are wrong since the new year and patients have called about them.",
    );
    expect(catalog && writeCatalog(undoWithdrawal(catalog))).toBe(`# Kari\n${header}${texts}`);
  });

  test("is nothing that prose says, and nothing that stands at an entry", () => {
    for (const prose of ["# withdrawn: prices are wrong\n", "# withdrawn: 2026-11-27 prices are wrong\n"])
      expect(readCatalog(prose + header + texts).catalog?.withdrawn).toBeUndefined();
    expect(readCatalog(header + line + texts).catalog?.withdrawn).toBeUndefined();
  });

  test("gives way to a later one", () => {
    const { catalog } = readCatalog(line + header + texts);
    const later = { ...withdrawal, date: "2026-11-28", name: "Ola Nordmann" };
    expect(catalog && writeCatalog(withdraw(catalog, later))).toBe(
      `${line.replace("27 Kari", "28 Ola")}${header}${texts}`,
    );
  });
});

test("a comment of any length is read in a moment", () => {
  const long = [
    `# approved: ${" ".repeat(200_000)}x`,
    `# approved: 2026-11-20 ${"a ".repeat(100_000)}`,
    `# draft: ${"a".repeat(200_000)}`,
    `# malvakt-ignore ${" ".repeat(200_000)}`,
    `# malvakt-ignore number${" ".repeat(200_000)}x`,
    `# finding: number${" ".repeat(200_000)}`,
    `# similar: 80 % ${"→".repeat(200_000)}`,
    `#, ${"a,".repeat(200_000)}`,
    `# approved: 2026-11-20 ${textHash} ${"Ab ".repeat(7)}\n${"# Nordmannsen\n".repeat(20_000)}#`,
  ];
  for (const comment of long) {
    const { catalog, mistakes } = readCatalog(catalogText("en", [`${comment}\n${texts}`]));
    expect(mistakes).toEqual([]);
    const [entry] = catalog?.entries ?? [];
    expect(entry && stateOf(sign(entry), "en")).toBe("approved");
  }
  // One that looks like a withdrawal and takes nothing off is told, however long it is.
  const withdrawn = `# withdrawn: 2026-11-20 ${"a ".repeat(100_000)}`;
  expect(readCatalog(catalogText("en", [`${withdrawn}\n${texts}`])).mistakes).toHaveLength(1);
});
