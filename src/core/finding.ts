// What the product has to say about someone's text: findings, their rules and how severe each is.
import { location } from "vfile-location";
import { shortHash } from "./hash.ts";
import type { Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

/** Every rule with its default severity. The names are part of the public format. */
export const defaultSeverity = {
  "term-confused": "error",
  "term-deprecated": "warning",
  "term-swapped": "error",
  "term-missing": "warning",
  "term-close": "info",
  tags: "error",
  number: "error",
  laterality: "error",
  negation: "warning",
  untranslated: "warning",
  bidi: "error",
  length: "warning",
  quotes: "warning",
  whitespace: "warning",
  "doubled-word": "warning",
  inconsistent: "warning",
  "front-matter": "error",
  "link-broken": "error",
  "image-missing": "error",
  "html-dropped": "error",
  notation: "warning",
  "alt-missing": "warning",
  "heading-order": "warning",
} as const satisfies Record<string, Severity>;

/** Rules whose error in a published text takes it off the site: a patient would get the wrong treatment explained. */
export const severeRules: ReadonlySet<string> = new Set([
  "term-confused",
  "term-swapped",
  "number",
  "laterality",
  "negation",
  "bidi",
  "tags",
]);

export type RuleId = keyof typeof defaultSeverity;
export type Severity = "error" | "warning" | "info" | "off";

/** Something a rule found in a text, with places as UTF-16 offsets into that very text (`end` is exclusive). */
export type TextFinding = {
  ruleId: RuleId;
  start: number;
  end: number;
  /** What is wrong. */
  reason: Message;
  /** What to write instead, best first; empty when only a person can say. */
  expected: string[];
  /** The first of `expected` can be put in by a program: inflection and case are sure. */
  certain?: boolean;
  /** Id of the concept, for term rules. */
  concept?: string;
  /** The finding is never more severe than this: it is no reason to withhold a page. */
  atMost?: "warning" | "info";
  /** The finding is more severe than its rule: never an error for that. */
  atLeast?: "warning";
};

/** A place in a file: line and column are counted from 1, the offset from 0, all in UTF-16 code units. */
export type Point = { line: number; column: number; offset: number };

/** A finding in a file. It carries what a VFile message carries. */
export type Finding = {
  /** Path from the project's root, with `/`. */
  path: string;
  /** Undefined when the file as such cannot be read or used. */
  ruleId: RuleId | undefined;
  severity: Exclude<Severity, "off">;
  start: Point;
  end: Point;
  reason: Message;
  /** The text that was met. */
  actual: string;
  /** What to write instead, best first. */
  expected: string[];
  concept?: string;
  /** What to put in place of the range, where that is certain. */
  fix?: string;
  /** Stays the same when the text moves: of the unit, not of the line. */
  fingerprint?: string;
  /** Key of the unit that it is about. */
  unit?: string;
  /** Key of the unit that it is about as well: neither may be published with it. */
  alsoUnit?: string;
  /** What a waiver names, where that is not the text that was met. */
  waiverText?: string;
};

/** Makes findings in one file. */
export type Reporter = {
  path: string;
  /** The place of an offset in the file. */
  pointAt: (offset: number) => Point;
  /** The text between two offsets, as it stands in the file. */
  textOf: (start: number, end: number) => string;
  /** Something that no severity setting can change: the file cannot be used as it is, or a doubt about it. */
  mistake: (mistake: Mistake, severity?: "error" | "warning", ruleId?: RuleId) => Finding;
  /** A rule's finding at [start, end) of the file; undefined when the rule is off. */
  finding: (finding: TextFinding, unit?: string) => Finding | undefined;
};

/** A reporter for a file's text, with the severities of the settings. */
export function reporterFor(path: string, text: string, severity: Readonly<Record<RuleId, Severity>>): Reporter {
  const places = location(text);
  const pointAt = (offset: number): Point => {
    const point = places.toPoint(Math.min(Math.max(0, offset), text.length));
    return { line: point?.line ?? 1, column: point?.column ?? 1, offset: point?.offset ?? 0 };
  };
  const between = (start: number, end: number): Pick<Finding, "start" | "end" | "actual"> => ({
    start: pointAt(start),
    end: pointAt(end),
    actual: text.slice(start, Math.min(end, start + longestActual)),
  });
  return {
    path,
    pointAt,
    textOf: (start, end) => text.slice(start, end),
    mistake: ({ start, end, reason, expected }, level = "error", ruleId) => ({
      path,
      ruleId,
      severity: level,
      reason,
      expected,
      ...between(start, end),
    }),
    finding: (found, unit) => {
      const { ruleId, start, end, reason, expected, concept, certain } = found;
      const level = levelOf(found, severity);
      if (level === "off") return undefined;
      const place = between(start, end);
      const fingerprint = unit === undefined ? undefined : shortHash(path, ruleId, unit, place.actual);
      return {
        path,
        ruleId,
        severity: level,
        reason,
        expected,
        ...place,
        ...(concept === undefined ? undefined : { concept }),
        ...(certain && expected[0] !== undefined ? { fix: expected[0] } : undefined),
        ...(fingerprint === undefined ? undefined : { fingerprint, unit }),
      };
    },
  };
}

/** How severe a finding is under these settings. */
export function levelOf(
  { ruleId, atMost, atLeast }: TextFinding,
  severity: Readonly<Record<RuleId, Severity>>,
): Severity {
  const level = severity[ruleId];
  if (level === "off") return level;
  return level === "info" && atLeast ? atLeast : milder(level, atMost);
}

function milder(level: Exclude<Severity, "off">, atMost: TextFinding["atMost"]): Exclude<Severity, "off"> {
  if (atMost === "info") return "info";
  return atMost === "warning" && level === "error" ? "warning" : level;
}

/** A finding about a whole page need not repeat the page. */
const longestActual = 1000;

/** Findings in the order in which a person reads files. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start.offset - b.start.offset));
}
