// One unit for whoever reviews it: its texts, its state, what was found in it, and who wrote it.
import { entryKey, type Entry } from "../catalog/entry.ts";
import { keptPairOf } from "../catalog/kept.ts";
import { readLines } from "../catalog/lines.ts";
import { splitNotes } from "../catalog/remarks.ts";
import { approvalOf, draftOf, stateOf, waiversOn } from "../catalog/state.ts";
import { checkEntry, checkStored, conceptsNamedIn, type NamesConcept } from "../check/catalog.ts";
import { checkConsistency } from "../check/pair/consistent.ts";
import { levelOf, type RuleId, type Severity, type TextFinding } from "../finding.ts";
import { textHash } from "../hash.ts";
import { isWaivable } from "../waivers.ts";
import type { Pairing } from "../terms/terms.ts";
import type { Signed, UnitFinding, UnitReview } from "./api.ts";
import { diffWords } from "./diff.ts";

/** What looking at a unit needs to know. */
export type Reviewing = {
  language: string;
  pairing: Pairing;
  severity: Readonly<Record<RuleId, Severity>>;
};

/** Units of a page from the live entries of its catalog, in the page's order. */
export function reviewUnits(live: readonly Entry[], reviewing: Reviewing): UnitReview[] {
  const among = amongAll(live, reviewing);
  return live.map((entry, unit) => reviewOf(entry, unit, among, reviewing));
}

export function reviewUnit(live: readonly Entry[], unit: number, reviewing: Reviewing): UnitReview | undefined {
  const entry = live[unit];
  return entry && reviewOf(entry, unit, amongAll(live, reviewing), reviewing);
}

/** What only the other texts of a page say about one of them. */
type Among = { odd: ReadonlyMap<string, TextFinding>; isNamed: NamesConcept };

function amongAll(live: readonly Entry[], { pairing }: Reviewing): Among {
  return { odd: inconsistentIn(live), isNamed: conceptsNamedIn(live, pairing) };
}

function inconsistentIn(live: readonly Entry[]): Map<string, TextFinding> {
  const found = checkConsistency(live.filter(({ translation }) => translation !== ""));
  return new Map(found.map(({ entry, finding }) => [entryKey(entry), finding]));
}

function reviewOf(entry: Entry, unit: number, { odd, isNamed }: Among, reviewing: Reviewing): UnitReview {
  const { language, pairing } = reviewing;
  const state = stateOf(entry, language);
  const other = odd.get(entryKey(entry));
  const found = state === "untranslated" ? [] : [...checkStored(entry, pairing, isNamed), ...(other ? [other] : [])];
  return {
    unit,
    context: entry.context,
    source: entry.source,
    text: entry.translation,
    state,
    revision: revisionOf(entry),
    findings: weighed(found, entry, reviewing),
    changed: entry.previous === undefined ? undefined : diffWords(entry.previous, entry.source),
    kept: keptPairOf(entry)[0]?.translation,
    notes: [...splitNotes(entry.notes).page],
    drafted: draftedOf(entry, language),
    approved: signedBy(state === "approved" ? approvalOf(entry, language) : undefined),
  };
}

/** What stands against an approval of an entry as it is. */
export function errorsIn(entry: Entry, reviewing: Reviewing): UnitFinding[] {
  return weighed(checkEntry(entry, reviewing.pairing), entry, reviewing).filter(
    ({ severity, isWaived }) => severity === "error" && !isWaived,
  );
}

/** A draft of the engine that only shows where texts would stand. */
export function isPseudoDraft(entry: Entry, language: string): boolean {
  return entry.translation.startsWith("⟦") && draftOf(entry, language)?.name === "pseudo";
}

/** Names what an entry holds: an answer to what someone else has changed meanwhile does not pass. */
export function revisionOf({ context, source, translation, previous = "", fuzzy, comments, notes }: Entry): string {
  return textHash(context, source, translation, previous, String(fuzzy), ...comments, "", ...notes);
}

function weighed(found: readonly TextFinding[], entry: Entry, { language, severity }: Reviewing): UnitFinding[] {
  const waived = new Set(
    waiversOn(entry, language).flatMap(({ rule, standing }) =>
      standing !== "outlived" && isWaivable(rule) ? [rule] : [],
    ),
  );
  return found.flatMap((one) => {
    const { ruleId: rule, reason, start, end, expected } = one;
    const level = levelOf(one, severity);
    if (level === "off") return [];
    const [isWaived, canBeWaived] = [waived.has(rule), isWaivable(rule)];
    return [{ rule, severity: level, reason, start, end, expected, isWaived, canBeWaived }];
  });
}

function draftedOf(entry: Entry, language: string): Signed | undefined {
  const line = readLines(entry.comments).find((one) => one.line?.kind === "drafted")?.line;
  return signedBy(line?.kind === "drafted" ? line : draftOf(entry, language));
}

function signedBy(line: Signed | undefined): Signed | undefined {
  return line && { date: line.date, name: line.name };
}
