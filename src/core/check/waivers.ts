// Waivers: a person says that a rule does not apply in one place, and why.
import { defaultSeverity, type Finding, type Reporter, type RuleId } from "../finding.ts";
import { didYouMean, type Mistake } from "../yaml.ts";

/** A rule waived for a range [from, to) of a file, by the words at [start, end). */
export type Waiver = { rule: string; reason: string; start: number; end: number; from: number; to: number };

/** A waiver that waives something, for those who want to see what was waived. */
export type Waived = { path: string; line: number; rule: RuleId; reason: string; count: number };

/** What was found in a file, and what a person has waived of it. It survives JSON. */
export type Verdict<Found = Finding> = { findings: Found[]; waived: Waived[] };

/**
 * Takes out what waivers waive. A waiver that waives nothing, or what cannot be waived, is a finding itself.
 * `tags` guards the structure of published pages and cannot be waived.
 */
export function applyWaivers(found: readonly Finding[], waivers: readonly Waiver[], reporter: Reporter): Verdict {
  const waived: Waived[] = [];
  const findings = [...found];
  for (const waiver of waivers) {
    const mistake = mistakeIn(waiver);
    if (mistake) {
      findings.push(reporter.mistake(mistake, "warning"));
      continue;
    }
    const rule = waiver.rule as RuleId;
    const covered = findings.filter(
      ({ ruleId, start }) => ruleId === rule && start.offset >= waiver.from && start.offset < waiver.to,
    );
    if (covered.length === 0) {
      const reason = `This waiver of ${rule} waives nothing any more; take it away.`;
      findings.push(reporter.mistake({ ...waiver, reason, expected: [] }, "warning", rule));
    } else {
      for (const finding of covered) findings.splice(findings.indexOf(finding), 1);
      const { line } = reporter.mistake({ ...waiver, expected: [] }).start;
      waived.push({ path: reporter.path, line, rule, reason: waiver.reason, count: covered.length });
    }
  }
  return { findings, waived };
}

function mistakeIn({ rule, start, end }: Waiver): Mistake | undefined {
  if (rule === "tags")
    return { start, end, reason: "`tags` guards the structure of published pages and cannot be waived.", expected: [] };
  if (Object.hasOwn(defaultSeverity, rule)) return undefined;
  const known = Object.keys(defaultSeverity).filter((name) => name !== "tags");
  const meant = didYouMean(rule, known);
  return { start, end, reason: `There is no rule ${rule}.`, expected: meant === undefined ? known : [meant] };
}
