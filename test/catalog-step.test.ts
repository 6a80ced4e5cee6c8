// A catalog in step with its page: which old text becomes which new one, the remarks on it, and pages of any length.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikePairs, type Comparable } from "../src/core/catalog/alike.ts";
import { newEntry, type Entry } from "../src/core/catalog/entry.ts";
import { readCatalog } from "../src/core/catalog/read.ts";
import { bringInStep, type CatalogUnit } from "../src/core/catalog/step.ts";
import { newCatalog, writeCatalog } from "../src/core/catalog/write.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";

/** The same by comparing each with each. */
function alikeByHand(fresh: readonly Comparable[], old: readonly Comparable[]): string[] {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return fresh.flatMap((one, index) =>
    old.flatMap((other, place) => {
      const [mine, theirs] = [wordsOf(one.text), wordsOf(other.text)];
      const left = [...theirs];
      const shared = mine.filter((word) => {
        const at = left.indexOf(word);
        if (at !== -1) left.splice(at, 1);
        return at !== -1;
      }).length;
      const likeness = (2 * shared) / (mine.length + theirs.length);
      return one.kind === other.kind && likeness >= 0.6 ? [`${index} ${place} ${likeness}`] : [];
    }),
  );
}

const comparable: fc.Arbitrary<Comparable> = fc.record({
  kind: fc.constantFrom("", "", "alt"),
  text: fc
    .array(fc.constantFrom("en", "to", "En", "tre", "fire", "fem", "seks", "sju", "."), { maxLength: 12 })
    .map((words) => words.join(" ")),
});

describe("an old text becomes a new one", () => {
  test("as if each were compared with each", () => {
    fc.assert(
      fc.property(fc.array(comparable, { maxLength: 30 }), fc.array(comparable, { maxLength: 30 }), (fresh, old) => {
        const pairs = alikePairs(fresh, old).map(({ fresh: a, old: b, likeness }) => `${a} ${b} ${likeness}`);
        expect(pairs).toEqual(alikeByHand(fresh, old));
      }),
      { numRuns: 500 },
    );
  });

  test("on a page whose thousands of paragraphs have all changed, each beside its own", () => {
    const paragraphs = (word: string): string[] =>
      Array.from(
        { length: 3000 },
        (_, index) => `Avsnitt nummer ${index} om ${word} er så langt som de andre avsnittene på siden.`,
      );
    const catalog = newCatalog("en", "nb");
    const entries = paragraphs("nåler").map((id): Entry => ({
      ...newEntry("", id, []),
      translation: `en ${id}`,
      fuzzy: true,
    }));
    const units = paragraphs("kurer").map((text): CatalogUnit => ({ context: "", text, notes: [] }));
    const stepped = bringInStep({ ...catalog, entries }, units, "en");
    const live = stepped.entries.filter(({ obsolete }) => !obsolete);
    expect(live.map(({ previous }) => previous)).toEqual(paragraphs("nåler"));
  });
});

describe("remarks on a text", () => {
  const unit: CatalogUnit = { context: "", text: "Gå hjem.", notes: ["Paragraph"] };
  const step = (entry: string, notes = unit.notes): string => {
    const { catalog } = readCatalog(catalogText("en", [entry]));
    return catalog ? writeCatalog(bringInStep(catalog, [{ ...unit, notes }], "en")) : "";
  };
  const pair = approvedEntry({ id: "Gå hjem.", text: "Go home." });
  const remarked = `#. Paragraph\n#. similar 80 %: Gå ut. → Go out.\n#. finding number: 6 is 60\n#. or not\n${pair}`;

  test("stay where the page's notes are the same, byte for byte", () => {
    expect(step(remarked)).toBe(catalogText("en", [remarked]));
  });

  test("stay after other notes of the page", () => {
    const notes = step(remarked, ["Heading, level 2"]).match(/^#\. .*$/gmu);
    expect(notes).toEqual([
      "#. Heading, level 2",
      "#. similar 80 %: Gå ut. → Go out.",
      "#. finding number: 6 is 60",
      "#. or not",
    ]);
  });

  test("are not what an author noted, however it begins", () => {
    const first = step(pair, ["Paragraph", "finding number: see the table"]);
    expect(first).toContain("#. Note: finding number: see the table\n");
    const { catalog } = readCatalog(first);
    const units = [{ ...unit, notes: ["Paragraph", "finding number: see the table"] }];
    expect(catalog && writeCatalog(bringInStep(catalog, units, "en"))).toBe(first);
  });
});
