// What the product has to say about someone's text: findings, their rules and how severe each is.

/** Every rule with its default severity. The names are part of the public format. */
export const defaultSeverity = {
  "term-confused": "error",
  "term-deprecated": "warning",
  "term-swapped": "error",
  "term-missing": "warning",
  tags: "error",
  number: "error",
  laterality: "error",
  negation: "warning",
  untranslated: "warning",
  length: "warning",
  quotes: "warning",
  whitespace: "warning",
  "doubled-word": "warning",
  inconsistent: "warning",
  "front-matter": "error",
  "link-broken": "error",
  "alt-missing": "warning",
  "heading-order": "warning",
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof defaultSeverity;
export type Severity = "error" | "warning" | "info" | "off";

/** Something a rule found in a text, with places as UTF-16 offsets into that very text (`end` is exclusive). */
export type TextFinding = {
  ruleId: RuleId;
  start: number;
  end: number;
  /** One plain English sentence: what is wrong. */
  reason: string;
  /** What to write instead, best first; empty when only a person can say. */
  expected: string[];
  /** The first of `expected` can be put in by a program: inflection and case are sure. */
  certain?: boolean;
  /** Id of the concept, for term rules. */
  concept?: string;
};
