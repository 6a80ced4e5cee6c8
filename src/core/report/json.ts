// Findings as JSON, in the shape of vfile-reporter-json with `concept` added.
import type { Finding } from "../finding.ts";
import { sentence } from "../messages/sentence.ts";

/** One object per checked file, those without findings included; `cwd` is `.` so that no machine's path is in it. */
export function reportJson(paths: readonly string[], findings: readonly Finding[]): string {
  return `${JSON.stringify(filesWithFindings(paths, findings), undefined, 2)}\n`;
}

/** The same as values, for reports that hold more. */
export function filesWithFindings(paths: readonly string[], findings: readonly Finding[]): object[] {
  const byPath = new Map<string, Finding[]>(paths.map((path) => [path, []]));
  for (const finding of findings) {
    const own = byPath.get(finding.path);
    if (own) own.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  return [...byPath].map(([path, own]) => ({ path, cwd: ".", history: [path], messages: own.map(messageOf) }));
}

function messageOf(finding: Finding): object {
  const { reason, start, end, ruleId, severity, actual, expected, concept } = finding;
  return {
    reason: sentence(reason, "en"),
    line: start.line,
    column: start.column,
    place: { start, end },
    ...(ruleId === undefined ? undefined : { ruleId }),
    source: "malvakt",
    ...(severity === "info" ? undefined : { fatal: severity === "error" }),
    actual,
    expected,
    ...(concept === undefined ? undefined : { concept }),
  };
}
