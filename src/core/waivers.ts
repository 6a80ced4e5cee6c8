// Waivers: a person says that a finding is none, and why. A waiver is for one text: it does not outlive it.
import { defaultSeverity, type Finding, type Reporter, type RuleId } from "./finding.ts";
import { didYouMean } from "./near-words.ts";
import { message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

/** A rule waived for a range [from, to) of a file, by the words at [start, end). */
export type Waiver = {
  rule: string;
  reason: string;
  start: number;
  end: number;
  from: number;
  to: number;
  bond: Bond;
};

/**
 * What binds a waiver to the text that it is for. In a page: the very text, or only the block that follows. In a
 * catalog: a signature for the entry's texts, one for texts that it had before, or nothing but a translator's wish.
 */
export type Bond =
  { kind: "text"; text: string } | { kind: "block" } | { kind: "signed" } | { kind: "outlived" } | { kind: "wish" };

/** A waiver that waives something, for those who want to see what was waived. */
export type Waived = { path: string; line: number; rule: RuleId; reason: string; count: number };

/** What was found in a file, and what a person has waived of it. It survives JSON. */
export type CheckResult<Found = Finding> = { findings: Found[]; waived: Waived[] };

/** `wished` are findings that a translator wishes to be waived, and that no one has signed. */
export type Waiving = CheckResult & { wished: Finding[] };

/** Takes out what waivers waive. A waiver that waives nothing, that does not hold or cannot be is a finding itself. */
export function applyWaivers(found: readonly Finding[], waivers: readonly Waiver[], reporter: Reporter): Waiving {
  if (waivers.length === 0) return { findings: [...found], waived: [], wished: [] };
  const byRule = findingsByRule(found);
  const gone = new Set<Finding>();
  const wished: Finding[] = [];
  const waived: Waived[] = [];
  const mistakes: Finding[] = [];
  for (const waiver of waivers) {
    const covered = coveredBy(waiver, byRule.get(waiver.rule) ?? []).filter((finding) => !gone.has(finding));
    const mistake = mistakeIn(waiver, covered);
    if (mistake) mistakes.push(reporter.mistake(mistake, "warning"));
    else if (covered.length === 0) {
      const reason = message("waiver.unused");
      mistakes.push(reporter.mistake({ ...waiver, reason, expected: [] }, "warning", waiver.rule as RuleId));
    } else {
      for (const finding of covered) {
        gone.add(finding);
        if (waiver.bond.kind === "wish") wished.push(finding);
      }
      const { line } = reporter.pointAt(waiver.start);
      const { rule, reason } = waiver;
      if (waiver.bond.kind !== "wish")
        waived.push({ path: reporter.path, line, rule: rule as RuleId, reason, count: covered.length });
    }
  }
  return { findings: [...found.filter((finding) => !gone.has(finding)), ...mistakes], waived, wished };
}

function findingsByRule(found: readonly Finding[]): Map<string | undefined, Finding[]> {
  const byRule = new Map<string | undefined, Finding[]>();
  for (const finding of found.toSorted((a, b) => a.start.offset - b.start.offset)) {
    const own = byRule.get(finding.ruleId);
    if (own) own.push(finding);
    else byRule.set(finding.ruleId, [finding]);
  }
  return byRule;
}

/** The findings of a waiver's rule in its range and on its text; `sorted` is in the order of the file. */
function coveredBy({ from, to, bond }: Waiver, sorted: readonly Finding[]): Finding[] {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start.offset ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const covered: Finding[] = [];
  for (let index = low; index < sorted.length; index++) {
    const finding = sorted[index];
    if (!finding || finding.start.offset >= to) break;
    if (bond.kind !== "text" || oneLine(finding.waiverText ?? finding.actual) === oneLine(bond.text))
      covered.push(finding);
  }
  return covered;
}

function mistakeIn(waiver: Waiver, covered: readonly Finding[]): Mistake | undefined {
  const { rule, reason: why, start, end, bond } = waiver;
  if (!isWaivable(rule)) return unwaivable(waiver);
  if (bond.kind === "outlived") return { start, end, reason: message("waiver.outlived"), expected: [] };
  if (bond.kind !== "block" || defaultSeverity[rule as RuleId] !== "error") return undefined;
  const texts = [...new Set(covered.map(({ actual, waiverText }) => oneLine(waiverText ?? actual)))].filter(
    (text) => !text.includes("-->"),
  );
  return {
    start,
    end,
    reason: message("waiver.needs-text", { rule }),
    expected:
      texts.length === 0
        ? [`<!-- malvakt-ignore ${rule} "TEXT": ${why} -->`]
        : texts.map((text) => `<!-- malvakt-ignore ${rule} "${text}": ${why} -->`),
  };
}

function unwaivable({ rule, start, end }: Waiver): Mistake {
  if (rule === "tags") return { start, end, reason: message("waiver.tags"), expected: [] };
  const known = Object.keys(defaultSeverity).filter(isWaivable);
  const meant = didYouMean(rule, known);
  return { start, end, reason: message("waiver.no-rule", { rule }), expected: meant === undefined ? known : [meant] };
}

/** Every rule but `tags`, which guards the structure of published pages. */
export function isWaivable(rule: string): boolean {
  return rule !== "tags" && Object.hasOwn(defaultSeverity, rule);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
