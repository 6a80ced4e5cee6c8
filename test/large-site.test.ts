// Reports about a site of many pages: how much is published first, then what needs someone, and how much is not shown.
import { describe, expect, test } from "vitest";
import { message } from "../src/core/messages/message.ts";
import { isIn, reportBuild, reportStatus, type SiteReport, type SiteRow } from "../src/core/report/site.ts";
import { plainPaint } from "../src/core/report/text.ts";

function rowOf(page: string, language: string, status: SiteRow["status"]): SiteRow {
  const reader = { gets: "own" } as const;
  return { page, language, status, reader, reason: undefined, since: undefined, units: undefined, next: undefined };
}

function reportOf(rows: SiteRow[]): SiteReport {
  const nothing = {
    findings: [],
    lines: {},
    waived: [],
    takenOff: [],
    refused: [],
    empty: undefined,
    files: 0,
    unguarded: undefined,
  };
  return { rows, ...nothing };
}

/** Pages in two languages; every third translation waits. */
function rowsOf(pages: number): SiteRow[] {
  return Array.from({ length: pages }, (_, at) => at).flatMap((at): SiteRow[] => [
    rowOf(`side-${at}`, "nb", "source"),
    at % 3 === 0
      ? {
          ...rowOf(`side-${at}`, "en", "withheld"),
          reason: message("held.missing"),
          units: { untranslated: 0, stale: 0, draft: 2, unsigned: 0, approved: 1 },
          next: message("status.next.build"),
        }
      : rowOf(`side-${at}`, "en", "approved"),
  ]);
}

const linesOf = (rows: SiteRow[]): string[] => reportStatus(reportOf(rows), "2026-11-27", plainPaint, "en").split("\n");

describe("status", () => {
  test("of thirty pages shows every row", () => {
    const lines = linesOf(rowsOf(30));
    expect(lines[0]).toMatch(/^30 pages: 50 fragments published, 0 stale, 10 withheld\.$/u);
    expect(lines.filter((line) => /^side-\d+ /u.test(line))).toHaveLength(60);
  });

  test("of a thousand pages shows rows that need someone, and says how many more there are", () => {
    const lines = linesOf(rowsOf(1000));
    const shown = lines.filter((line) => /^side-\d+ /u.test(line));
    expect(lines[0]).toMatch(/^1000 pages: 1666 fragments published, 0 stale, 334 withheld\.$/u);
    expect(shown).toHaveLength(60);
    expect(shown.every((line) => / en +withheld /u.test(line))).toBe(true);
    expect(lines).toContain("274 more not shown. Name pages, or use --lang or --state, to see them.");
  });

  test("of a large site in which nothing waits is one line", () => {
    expect(linesOf(rowsOf(1000).filter(({ status }) => status !== "withheld"))).toHaveLength(1);
  });

  test.each([
    ["withheld", ["withheld"]],
    ["draft", ["withheld"]],
    ["approved", ["approved"]],
    ["source", ["source"]],
    ["untranslated", []],
  ] as const)("--state %s finds what is in it", (state, wanted) => {
    const found = rowsOf(4).filter((row) => isIn(row, state));
    expect([...new Set(found.map(({ status }) => status))]).toEqual(wanted);
  });
});

test("a build of a thousand pages says the same of itself", () => {
  const lines = reportBuild(reportOf(rowsOf(1000)), plainPaint, "en").split("\n");
  expect(lines[0]).toMatch(/^1000 pages: 1666 fragments published, 0 stale, 334 withheld\.$/u);
  expect(lines).toHaveLength(62);
  expect(lines.at(-1)).toMatch(/^274 more lines not shown: malvakt status /u);
});
