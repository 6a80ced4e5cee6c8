// Puts a draft into its entry, and beside it what a reviewer should know.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { entryKey } from "../catalog/entry.ts";
import { withComments } from "../catalog/sign.ts";
import { draftLine, draftOf, isMachineLine, stateOf } from "../catalog/state.ts";
import { type RuleId, type Severity } from "../finding.ts";
import { checkStored } from "../check/catalog.ts";
import type { Pairing } from "../terms/terms.ts";
import type { Similar } from "./memory.ts";

/** The entry with a draft: fuzzy, with who wrote it and when, so that nothing takes it for approved. */
export function draftEntry(
  entry: Entry,
  text: string,
  engine: string,
  date: string,
  similar: Similar | undefined,
): Entry {
  const kept = entry.comments.filter((comment) => !isMachineLine(comment));
  const hint =
    similar === undefined
      ? []
      : [`similar: ${Math.round(similar.likeness * 100)} % ${oneLine(similar.source)} → ${oneLine(similar.target)}`];
  return { ...entry, text, comments: [...kept, draftLine(entry, engine, date), ...hint], fuzzy: true, raw: undefined };
}

/** Replaces an entry of a catalog. A text that stands nowhere else is kept as memory before a draft takes its place. */
export function storeDraft(catalog: Catalog, old: Entry, fresh: Entry): Catalog {
  const entries = catalog.entries.map((entry) => (entry === old ? fresh : entry));
  const known = old.text === "" || catalog.entries.some((entry) => entry !== old && entry.text === old.text);
  if (known) return { ...catalog, entries };
  const memory: Entry = {
    ...old,
    id: old.previous ?? old.id,
    previous: undefined,
    notes: [],
    obsolete: true,
    raw: undefined,
    origin: undefined,
  };
  const taken = catalog.entries.some((entry) => entryKey(entry) === entryKey(memory));
  if (!taken && memory.id !== old.id) return { ...catalog, entries: [...entries, memory] };
  const remembered = { ...fresh, comments: [`earlier: ${oneLine(old.text)}`, ...fresh.comments] };
  return { ...catalog, entries: entries.map((entry) => (entry === fresh ? remembered : entry)) };
}

/** Writes what the checks say of each draft and unsigned text beside it, for those who work in a PO editor. */
export function remarkFindings(
  catalog: Catalog,
  pairing: Pairing,
  severity: Readonly<Record<RuleId, Severity>>,
): Catalog {
  const entries = catalog.entries.map((entry) => {
    const state = entry.obsolete ? "approved" : stateOf(entry);
    if (state === "approved" || state === "untranslated") return entry;
    // A stale text was made for another source; beside this one it would only seem wrong.
    const outdated = state === "stale" && !draftOf(entry);
    const waived = (rule: RuleId): boolean =>
      entry.comments.some((comment) => comment.startsWith(`malvakt-ignore ${rule}:`));
    const found = outdated ? [] : checkStored(entry, pairing);
    const told = found.filter(({ ruleId }) => severity[ruleId] !== "off" && !waived(ruleId));
    const findings = told.map(({ ruleId, reason }) => `finding: ${ruleId}: ${oneLine(reason)}`);
    const comments = [...entry.comments.filter((comment) => !comment.startsWith("finding:")), ...new Set(findings)];
    const same =
      comments.length === entry.comments.length &&
      comments.every((comment, index) => comment === entry.comments[index]);
    return same ? entry : withComments(entry, comments, entry.notes);
  });
  return { ...catalog, entries };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
