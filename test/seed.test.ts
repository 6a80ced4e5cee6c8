// The clinic page that the project began with has exactly one thing wrong with its terms.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPage } from "../src/core/check/page.ts";
import { defaultSeverity, reporterFor } from "../src/core/finding.ts";
import { readPage } from "../src/core/page/page.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("«twitch – respons» is found, and that IMS is kept apart from acupuncture is no confusion", () => {
  const source = read("content/nb/ims.md");
  const { page } = readPage(source, "ims");
  const { termbase } = readTermbase(read("content/terms.yaml"));
  if (!page || !termbase) throw new Error("The page and the termbase of this site can be read.");
  const { findings } = checkPage(
    page,
    reporterFor("content/nb/ims.md", source, defaultSeverity),
    undefined,
    termsOf(termbase)("nb"),
  );
  expect(findings.map(({ ruleId, actual, expected, fix }) => ({ ruleId, actual, expected, fix }))).toEqual([
    { ruleId: "term-deprecated", actual: "twitch – respons", expected: ["twitch-respons"], fix: "twitch-respons" },
  ]);
});
