// Puts drafts into a catalog as it stands now, and beside each what a reviewer should know.
import { checkStored } from "../check/catalog.ts";
import { entryKey, type Catalog, type Entry } from "../catalog/entry.ts";
import { findingRemark, similarRemark, similarRemarks, withRemarks } from "../catalog/remarks.ts";
import { setDraft, withoutOldRemarks } from "../catalog/sign.ts";
import { draftOf, stateOf, waiversOn } from "../catalog/state.ts";
import type { RuleId, Severity } from "../finding.ts";
import type { Pairing } from "../terms/terms.ts";
import { compareTags } from "../unit-text.ts";
import { recallSimilar, type Memory } from "./memory.ts";
import { needsDraft, type Wanted } from "./plan.ts";

/** A text for a unit. `before` is the draft of this run that it takes the place of. */
export type Draft = Wanted & { text: string; author: string; before: string | undefined };

/** What a draft is written with, beside its text. */
export type Storing = { language: string; date: string; memory: Memory };

/** A catalog with drafts where they are still wanted: what a person has saved since they were asked for stays. */
export function storeDrafts(catalog: Catalog, drafts: readonly Draft[], storing: Storing): Catalog {
  if (drafts.length === 0) return catalog;
  const { language, date, memory } = storing;
  const live = new Map(catalog.entries.filter(({ obsolete }) => !obsolete).map((entry) => [entryKey(entry), entry]));
  const fresh = new Map<Entry, Entry>();
  const ours = new Set<Entry>();
  for (const draft of drafts) {
    const current = live.get(entryKey(draft));
    if (!current) continue;
    if (isOurs(current, draft, language)) ours.add(current);
    else if (!needsDraft(current, language)) continue;
    fresh.set(current, setDraft(current, language, { ...draft, date }, similarTo(draft, memory)));
  }
  return putDrafts(catalog, fresh, ours);
}

/** Whether an entry still has the draft that another one takes the place of. */
function isOurs(entry: Entry, { before }: Draft, language: string): boolean {
  return before !== undefined && entry.translation === before && entry.fuzzy && draftOf(entry, language) !== undefined;
}

/** An approved text that is like a draft's source: what came from memory, or lost its tags, has other remarks. */
function similarTo({ context, source, text, author }: Draft, memory: Memory): string[] {
  if (author === "memory" || memory.pairs.length === 0 || compareTags(source, text).length > 0) return [];
  const similar = recallSimilar(memory, context, source);
  return similar ? [similarRemark(Math.round(similar.likeness * 100), similar.source, similar.target)] : [];
}

/**
 * Replaces entries of a catalog. A text that stands nowhere else is kept as memory before a draft takes its place; but
 * not a draft of `ours`.
 */
export function putDrafts(
  catalog: Catalog,
  fresh: ReadonlyMap<Entry, Entry>,
  ours: ReadonlySet<Entry> = new Set(),
): Catalog {
  if (fresh.size === 0) return catalog;
  const standing = new Map<string, number>();
  const count = (text: string, by: number): void => void standing.set(text, (standing.get(text) ?? 0) + by);
  const keys = new Set<string>();
  for (const entry of catalog.entries) {
    count(entry.translation, 1);
    keys.add(entryKey(entry));
  }
  const kept: Entry[] = [];
  const entries = catalog.entries.map((old) => {
    const draft = fresh.get(old);
    if (!draft) return old;
    const isKnown = old.translation === "" || ours.has(old) || (standing.get(old.translation) ?? 0) > 1;
    count(old.translation, -1);
    count(draft.translation, 1);
    if (isKnown) return draft;
    const memory = asMemory(old);
    if (memory.source === old.source || keys.has(entryKey(memory)))
      return { ...draft, comments: [`earlier: ${oneLine(old.translation)}`, ...draft.comments] };
    keys.add(entryKey(memory));
    count(old.translation, 1);
    kept.push(memory);
    return draft;
  });
  return { ...catalog, entries: [...entries, ...kept] };
}

function asMemory(old: Entry): Entry {
  return {
    ...old,
    source: old.previous ?? old.source,
    previous: undefined,
    notes: [],
    obsolete: true,
    raw: undefined,
    origin: undefined,
  };
}

/**
 * Writes what the checks say of each draft and unsigned text beside it, for those who work in a PO editor. Entries that
 * are `settled` have been through this as they are.
 */
export function remarkFindings(
  catalog: Catalog,
  language: string,
  pairing: Pairing,
  severity: Readonly<Record<RuleId, Severity>>,
  settled: ReadonlySet<Entry> = new Set(),
): Catalog {
  const entries = catalog.entries.map((entry) => {
    if (entry.obsolete || settled.has(entry)) return entry;
    const state = stateOf(entry, language);
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
