// Remarks that a draft run leaves for translators: lines that every tool takes for ours, and no comment of a person.
import { describe, expect, test } from "vitest";
import { readCatalog } from "../src/core/catalog/read.ts";
import { similarRemark } from "../src/core/catalog/remarks.ts";
import { setDraft } from "../src/core/catalog/sign.ts";
import { writeCatalog } from "../src/core/catalog/write.ts";
import { putDrafts, remarkFindings } from "../src/core/draft/store.ts";
import { defaultSeverity } from "../src/core/finding.ts";
import { pairingOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText, hashOf, plainEntry } from "./catalog-by-hand.ts";
import { said } from "./said.ts";

const found = pairingOf("nb", "en", undefined);
if (!found) throw new Error("no English");
const pairing = found;

const id = "Timen varer 60 minutter.";
const text = "A session lasts 6 minutes.";
const draft = `# draft: 2026-11-20 ${hashOf("en", "", id)} deepl\n`;
const finding = "#. finding number: The source has “60 minutter”, the translation “6 minutes”. Write: “60”\n";
const pair = plainEntry({ id, text });

/** The lines of the entry after a run has remarked on it. */
function remarked(entry: string): string {
  const { catalog, mistakes } = readCatalog(catalogText("en", [entry]));
  expect(mistakes).toEqual([]);
  if (!catalog) return "";
  const written = writeCatalog(remarkFindings(catalog, "en", pairing, defaultSeverity));
  expect(written.startsWith(catalogText("en", [""]))).toBe(true);
  return written.slice(catalogText("en", [""]).length);
}

describe("a draft run", () => {
  test.each([
    ["says what to write of a draft", `${draft}#, fuzzy\n${pair}`, `${draft}${finding}#, fuzzy\n${pair}`],
    ["says so of an unsigned text", pair, finding + pair],
    ["leaves a remark that is right", `${draft}${finding}#, fuzzy\n${pair}`, `${draft}${finding}#, fuzzy\n${pair}`],
    [
      "takes one away that is wrong",
      `${draft}#. finding number: 5 is 60\n#, fuzzy\n${pair}`,
      `${draft}${finding}#, fuzzy\n${pair}`,
    ],
    [
      "takes one away that a tool folded",
      `${draft}#. finding number: 5\n#. is 60\n#, fuzzy\n${pair}`,
      `${draft}${finding}#, fuzzy\n${pair}`,
    ],
    ["takes it away where the text is gone", `${finding}${plainEntry({ id, text: "" })}`, plainEntry({ id, text: "" })],
    [
      "leaves a similar text and the page's notes",
      `#. Paragraph\n#. similar 80 %: a → b\n${pair}`,
      `#. Paragraph\n#. similar 80 %: a → b\n${finding}${pair}`,
    ],
    [
      "says nothing of what is waived",
      `# malvakt-ignore number: grunn\n${pair}`,
      `# malvakt-ignore number: grunn\n${pair}`,
    ],
    [
      "says it where the waiver was signed for another text",
      `# malvakt-ignore number ${"0".repeat(32)}: grunn\n${pair}`,
      `# malvakt-ignore number ${"0".repeat(32)}: grunn\n${finding}${pair}`,
    ],
    ["leaves an approved text alone", approvedEntry({ id, text }), approvedEntry({ id, text })],
    [
      "leaves what a person noted",
      `# finding: number: is it 6 or 60?\n# similar: see the other page\n${draft}${finding}#, fuzzy\n${pair}`,
      `# finding: number: is it 6 or 60?\n# similar: see the other page\n${draft}${finding}#, fuzzy\n${pair}`,
    ],
    [
      "takes its old remarks from among people's comments",
      `# draft: deepl 2026-11-20 ${hashOf("", id).slice(0, 12)}\n# finding: number: 6\n# Ask Kari\n#, fuzzy\n${pair}`,
      `# draft: deepl 2026-11-20 ${hashOf("", id).slice(0, 12)}\n# Ask Kari\n${finding}#, fuzzy\n${pair}`,
    ],
  ])("%s", (_, before, after) => {
    expect(remarked(before)).toBe(after);
    expect(remarked(after)).toBe(after);
  });

  test("keeps a person's text that a draft takes the place of, and her comments, whatever they begin with", () => {
    const comments = "# draft: must ask Kari\n# approved: by phone\n# earlier: it was 45\n";
    const { catalog } = readCatalog(
      catalogText("en", [`${comments}#, fuzzy\n#| msgid "${id}"\n${plainEntry({ id, text: "Mine" })}`]),
    );
    const [entry] = catalog?.entries ?? [];
    if (!catalog || !entry) throw new Error("unreadable");
    const fresh = setDraft(entry, "en", { text, author: "deepl", date: "2026-11-20" }, [similarRemark(80, "a", "b")]);
    const stored = writeCatalog(putDrafts(catalog, new Map([[entry, fresh]])));
    expect(stored).toContain(
      `# earlier: Mine\n${comments}${draft}#. similar 80 %: a → b\n#, fuzzy\n#| msgid "${id}"\n${pair}`,
    );
  });
});

test("a catalog of thousands of entries is written in a moment, and read again", () => {
  const entries = Array.from({ length: 20_000 }, (_, at) =>
    plainEntry({ id: `Avsnitt ${at}`, text: `Paragraph ${at}` }),
  );
  const file = catalogText("en", entries);
  const { catalog } = readCatalog(file);
  const fresh = catalog?.entries.map((entry) => ({ ...entry, raw: undefined, origin: undefined }));
  expect(catalog && writeCatalog({ ...catalog, entries: fresh ?? [] })).toBe(file);
});

test("a catalog that stands in a file thousands of times is refused in a moment, with every place", () => {
  const entries = Array.from({ length: 20_000 }, () => plainEntry({ id: "a", text: "b" }));
  const { mistakes } = readCatalog(catalogText("en", entries));
  expect(mistakes).toHaveLength(entries.length - 1);
  expect(said(mistakes.at(-1)?.reason)).toMatch(/first in line 6;/u);
});
