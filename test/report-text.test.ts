// Findings for people: equal ones are shown until there are too many, and then counted; nothing is hidden without a count.
import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSeverity, reporterFor, type Finding, type RuleId } from "../src/core/finding.ts";
import { message } from "../src/core/messages/message.ts";
import { plainPaint, reportText } from "../src/core/report/text.ts";

function finding(path: string, ruleId: RuleId, page: string): Finding {
  const reason = ruleId === "link-broken" ? message("link.no-page", { page }) : message("image.alt");
  const made = reporterFor(path, "text", defaultSeverity).finding({ ruleId, start: 0, end: 4, reason, expected: [] });
  if (!made) throw new Error(`Rule ${ruleId} is off.`);
  return made;
}

const report = (findings: readonly Finding[], most?: number): string =>
  reportText(findings, () => "text", plainPaint, "en", most);
const shown = (text: string): number => text.split("\n").filter((line) => /^ {2}\S+:\d+:\d+ /u.test(line)).length;
const counted = (text: string): number =>
  [...text.matchAll(/And (\d+) more of this kind/gu)].reduce((sum, [, count]) => sum + Number(count), 0);

test("twenty of a kind are all shown, and of more it is said how many, where and how to see them", () => {
  const many = (count: number): Finding[] =>
    Array.from({ length: count }, (_, at) => finding(`content/nb/${at}.md`, "alt-missing", ""));
  expect(shown(report(many(20)))).toBe(20);
  expect(report(many(20))).not.toContain("more of this kind");
  const text = report(many(1000));
  expect(shown(text)).toBe(20);
  expect(text).toContain("And 980 more of this kind in 980 files (alt-missing)");
  expect(text).toContain("malvakt check --all");
  expect(text).toMatch(/\nalt-missing 1000\n\n1000 warnings$/u);
  expect(shown(report(many(1000), Infinity))).toBe(1000);
});

test("errors that say different things are all shown", () => {
  const findings = Array.from({ length: 30 }, (_, at) => finding("content/nb/a.md", "link-broken", `${at}.md`));
  expect(shown(report(findings))).toBe(30);
});

test("whatever is found: what is shown and what is counted is all there is", () => {
  const arbitrary = fc.record({
    path: fc.constantFrom("content/nb/a.md", "content/nb/b.md"),
    rule: fc.constantFrom<RuleId[]>("alt-missing", "link-broken"),
    page: fc.constantFrom("x.md", "y.md"),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (made, most) => {
      const text = report(
        made.map(({ path, rule, page }) => finding(path, rule, page)),
        most,
      );
      expect(shown(text) + counted(text)).toBe(made.length);
    }),
  );
});
