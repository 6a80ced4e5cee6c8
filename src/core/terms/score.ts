// Compares findings with labelled ones: precision, recall and F1 for each rule and language.

/** A finding in a labelled or checked sentence. Right = same sentence, rule, and `match` (or `concept`). */
export type ScoredFinding = {
  /** Id of the sentence. */
  id: string;
  lang: string;
  rule: string;
  /** The exact text met, for rules about one text. */
  match?: string;
  /** Id of the source's concept, for rules about a translation. */
  concept?: string;
};

export type Score = {
  rule: string;
  lang: string;
  right: number;
  wrong: number;
  missed: number;
  precision: number;
  recall: number;
  f1: number;
};

/** One row for each rule and language, one for each rule over all languages, each language over all rules ("all"). */
export function scoreFindings(expected: readonly ScoredFinding[], actual: readonly ScoredFinding[]): Score[] {
  const counts = new Map<string, { rule: string; lang: string; right: number; wrong: number; missed: number }>();
  const count = (finding: ScoredFinding, outcome: "right" | "wrong" | "missed"): void => {
    for (const rule of [finding.rule, "all"]) {
      for (const lang of [finding.lang, "all"]) {
        const key = `${rule}\n${lang}`;
        const row = counts.get(key) ?? { rule, lang, right: 0, wrong: 0, missed: 0 };
        row[outcome] += 1;
        counts.set(key, row);
      }
    }
  };
  const open = new Map<string, number>();
  for (const finding of expected) open.set(keyOf(finding), (open.get(keyOf(finding)) ?? 0) + 1);
  for (const finding of actual) {
    const left = open.get(keyOf(finding)) ?? 0;
    count(finding, left > 0 ? "right" : "wrong");
    if (left > 0) open.set(keyOf(finding), left - 1);
  }
  for (const finding of expected) {
    const left = open.get(keyOf(finding)) ?? 0;
    if (left === 0) continue;
    count(finding, "missed");
    open.set(keyOf(finding), left - 1);
  }
  return [...counts.values()]
    .map(withRatios)
    .sort((one, other) => compare(one.rule, other.rule) || compare(one.lang, other.lang));
}

function keyOf(finding: ScoredFinding): string {
  return [finding.id, finding.rule, finding.match ?? `concept:${finding.concept ?? ""}`].join("\n");
}

function withRatios(row: { rule: string; lang: string; right: number; wrong: number; missed: number }): Score {
  const precision = ratio(row.right, row.right + row.wrong);
  const recall = ratio(row.right, row.right + row.missed);
  return { ...row, precision, recall, f1: ratio(2 * row.right, 2 * row.right + row.wrong + row.missed) };
}

/** Nothing to find and nothing found is perfect. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** "all" comes last. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "all") return 1;
  if (other === "all") return -1;
  return one < other ? -1 : 1;
}
