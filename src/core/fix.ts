// Corrections that are certain: put into a text, and shown as a diff first.
import type { Finding } from "./finding.ts";

/** A text with the corrections of its findings; of two that overlap the first is made. */
export function fixText(text: string, findings: readonly Finding[]): { text: string; fixed: number } {
  const fixes = findings.filter(({ fix }) => fix !== undefined).toSorted((a, b) => a.start.offset - b.start.offset);
  let fixed = 0;
  let result = "";
  let at = 0;
  for (const { start, end, fix = "" } of fixes) {
    if (start.offset < at) continue;
    result += text.slice(at, start.offset) + fix;
    at = end.offset;
    fixed++;
  }
  return { text: result + text.slice(at), fixed };
}

/** A unified diff of two versions with the same number of lines, as corrections inside lines make them. */
export function diffLines(path: string, before: string, after: string): string {
  const old = before.split("\n");
  const fresh = after.split("\n");
  const hunks = old.flatMap((line, index) => {
    const other = fresh[index] ?? "";
    return line === other ? [] : [`@@ -${index + 1} +${index + 1} @@\n-${line}\n+${other}\n`];
  });
  return hunks.length === 0 ? "" : `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}
