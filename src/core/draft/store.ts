// Puts a draft into its entry, and beside it what a reviewer should know.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { findingRemark, similarRemark, similarRemarks, withRemarks } from "../catalog/remarks.ts";
import { commentsOfPeople, withoutOldRemarks } from "../catalog/sign.ts";
import { draftLine, draftOf, stateOf, waiversOn } from "../catalog/state.ts";
import { type RuleId, type Severity } from "../finding.ts";
import { checkStored } from "../check/catalog.ts";
import type { Pairing } from "../terms/terms.ts";
import type { Similar } from "./memory.ts";

/** The entry with a draft: fuzzy, with who wrote it and when, so that nothing takes it for approved. */
export function draftEntry(
  entry: Entry,
  language: string,
  text: string,
  engine: string,
  date: string,
  similar: Similar | undefined,
): Entry {
  const comments = [...commentsOfPeople(entry.comments), draftLine(entry, language, engine, date)];
  const fresh: Entry = { ...entry, translation: text, comments, fuzzy: true, raw: undefined };
  if (similar === undefined) return withRemarks(fresh, []);
  return withRemarks(fresh, [similarRemark(Math.round(similar.likeness * 100), similar.source, similar.target)]);
}

/** Replaces an entry of a catalog. A text that stands nowhere else is kept as memory before a draft takes its place. */
export function storeDraft(catalog: Catalog, old: Entry, fresh: Entry): Catalog {
  const entries = catalog.entries.map((entry) => (entry === old ? fresh : entry));
  const known =
    old.translation === "" || catalog.entries.some((entry) => entry !== old && entry.translation === old.translation);
  if (known) return { ...catalog, entries };
  const memory: Entry = {
    ...old,
    source: old.previous ?? old.source,
    previous: undefined,
    notes: [],
    obsolete: true,
    raw: undefined,
    origin: undefined,
  };
  const taken = catalog.entries.some((entry) => entry.context === memory.context && entry.source === memory.source);
  if (!taken && memory.source !== old.source) return { ...catalog, entries: [...entries, memory] };
  const remembered = { ...fresh, comments: [`earlier: ${oneLine(old.translation)}`, ...fresh.comments] };
  return { ...catalog, entries: entries.map((entry) => (entry === fresh ? remembered : entry)) };
}

/** Writes what the checks say of each draft and unsigned text beside it, for those who work in a PO editor. */
export function remarkFindings(
  catalog: Catalog,
  language: string,
  pairing: Pairing,
  severity: Readonly<Record<RuleId, Severity>>,
): Catalog {
  const entries = catalog.entries.map((entry) => {
    const state = entry.obsolete ? "approved" : stateOf(entry, language);
    if (state === "approved") return entry;
    // A stale text was made for another source; beside this one it would only seem wrong.
    const outdated = state === "untranslated" || (state === "stale" && !draftOf(entry, language));
    const waivers = outdated ? [] : waiversOn(entry, language);
    const waived = (rule: RuleId): boolean =>
      waivers.some((waiver) => waiver.rule === rule && waiver.standing !== "outlived");
    const found = outdated ? [] : checkStored(entry, pairing);
    const told = found.filter(({ ruleId }) => severity[ruleId] !== "off" && !waived(ruleId));
    const remarks = told.map(({ ruleId, reason, expected }) => findingRemark(ruleId, reason, expected));
    return withRemarks(withoutOldRemarks(entry), [...similarRemarks(entry), ...new Set(remarks)]);
  });
  return { ...catalog, entries };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
