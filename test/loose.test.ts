// Files that belong to no project, as values: any Markdown text, and a catalog without its page.
import { expect, test } from "vitest";
import { checkLooseCatalog, checkMarkdown, languagesOfCatalog } from "../src/core/check/loose.ts";
import { defaultSeverity } from "../src/core/finding.ts";
import { catalogText, plainEntry } from "./catalog-by-hand.ts";

const loose = (text: string): Parameters<typeof checkMarkdown>[0] => ({
  path: "a",
  text,
  language: "en",
  source: "nb",
});
const rulesIn = ({ findings }: ReturnType<typeof checkMarkdown>): (string | undefined)[] =>
  findings.map(({ ruleId }) => ruleId);

test.each([
  ["# One\n\n### Three\n\n![](a.png)\n", ["alt-missing", "heading-order"]],
  ["---\ntitle: T\n---\n\nText.\n", []],
  ["Text without front matter.\n", []],
  ["---\ntitle: ''\n---\n", []],
  ["---\ntitle: [T\n---\n", ["front-matter"]],
])("Markdown: %j", (text, rules) => {
  expect(new Set(rulesIn(checkMarkdown(loose(text), undefined, defaultSeverity)))).toEqual(new Set(rules));
});

test("a catalog is checked by its own texts, and one that cannot be read is named", () => {
  const file = catalogText("en", [plainEntry({ id: "Timen varer 60 minutter.", text: "It lasts 6 minutes." })]);
  expect(rulesIn(checkLooseCatalog(loose(file), undefined, defaultSeverity))).toEqual(["number"]);
  expect(new Set(rulesIn(checkLooseCatalog(loose('msgid "a'), undefined, defaultSeverity)))).toEqual(
    new Set([undefined]),
  );
  const wished = `# malvakt-ignore number: the sign says so\n${plainEntry({ id: "I 60 minutter.", text: "For 6 minutes." })}`;
  expect(rulesIn(checkLooseCatalog(loose(catalogText("en", [wished])), undefined, defaultSeverity))).toEqual([]);
});

test("a catalog says which languages it is in", () => {
  expect(languagesOfCatalog('msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"X-Source-Language: nb\\n"\n')).toEqual({
    language: "en-GB",
    source: "nb",
  });
  expect(languagesOfCatalog('msgid ""\nmsgstr ""\n"Language: \\n"\n')).toEqual({
    language: undefined,
    source: undefined,
  });
});
