// What a language lacks, what of it memory has, and what is left to ask an engine for.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { draftOf, stateOf } from "../catalog/state.ts";
import { isPlain } from "../page/unit.ts";
import { plainText } from "../unit-text.ts";
import { chargedCharacters } from "./charge.ts";
import { asUnitText, recallSentences, recallUnit, type Memory, type Part } from "./memory.ts";

/** The texts of a unit that is to be drafted: what identifies its entry. */
export type Wanted = { context: string; source: string };

/** One unit to draft: its parts in order, each with its text if it is known, and who is to be named as its author. */
export type PlannedUnit = Wanted & { parts: readonly Part[]; author: string };

/** Whether an entry is to be drafted: it has no text, or its text is stale and no draft was made for the new source. */
export function needsDraft(entry: Entry, language: string): boolean {
  if (entry.obsolete) return false;
  const state = stateOf(entry, language);
  return state === "untranslated" || (state === "stale" && !draftOf(entry, language));
}

/** What there is to draft in a catalog, in its order. */
export function wantedIn(catalog: Catalog, language: string): Entry[] {
  return catalog.entries.filter((entry) => needsDraft(entry, language));
}

/** The texts that an engine has given for a source before; undefined for none. */
export type Recall = (context: string, source: string) => string | undefined;

/**
 * Plans some units. What people have approved goes first, whole units before sentences; then what the engine has drafted
 * before of an equal text; the rest is asked for. Without an engine there is no `recall`.
 */
export function planDrafts(
  wanted: readonly Wanted[],
  memory: Memory,
  engine: string | undefined,
  recall: Recall,
): PlannedUnit[] {
  return wanted.map(({ context, source }) => planUnit({ context, source }, memory, engine, recall));
}

function planUnit(wanted: Wanted, memory: Memory, engine: string | undefined, recall: Recall): PlannedUnit {
  const { context, source } = wanted;
  const whole = recallUnit(memory, context, source);
  const parts = whole === undefined ? recallSentences(memory, context, source) : [{ source, blank: "", known: whole }];
  if (parts.every(({ known }) => known !== undefined)) return { ...wanted, parts, author: "memory" };
  const rest = mergeUnknown(parts);
  if (engine === undefined) return { ...wanted, parts: rest, author: "memory" };
  const drafted = recall(context, source);
  if (drafted !== undefined) return { ...wanted, parts: [{ source, blank: "", known: drafted }], author: engine };
  return {
    ...wanted,
    parts: rest.map((part) => ({ ...part, known: part.known ?? recall(context, part.source) })),
    author: engine,
  };
}

/** Neighbouring sentences that are both asked for are asked for together: an engine translates them better so. */
function mergeUnknown(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && last.known === undefined && part.known === undefined) {
      merged[merged.length - 1] = {
        source: last.source + last.blank + part.source,
        blank: part.blank,
        known: undefined,
      };
    } else merged.push(part);
  }
  return merged;
}

/** The parts that an engine is asked for. */
export function unknownParts(unit: PlannedUnit): readonly Part[] {
  return unit.parts.filter(({ known }) => known === undefined);
}

export type Estimate = { units: number; fromMemory: number; charged: number; saved: number };

/**
 * Units and characters of a plan: what would be asked for, and what memory has of it. `asked` holds what is asked for
 * already in this run, and is added to: an equal text is charged once.
 */
export function estimate(units: readonly PlannedUnit[], asked: Set<string>): Estimate {
  const result: Estimate = { units: units.length, fromMemory: 0, charged: 0, saved: 0 };
  for (const { context, parts, author } of units) {
    if (author === "memory" && parts.every(({ known }) => known !== undefined)) result.fromMemory++;
    for (const { source, known } of parts) {
      const characters = chargedCharacters(context, source);
      const key = asUnitText(context, source);
      if (known !== undefined || asked.has(key)) result.saved += context === "slug" ? 0 : characters;
      else result.charged += characters;
      if (known === undefined) asked.add(key);
    }
  }
  return result;
}

/** The texts around a page's units, for an engine to understand what it translates. */
export function contextOf(catalog: Catalog): string {
  return catalog.entries
    .filter(({ obsolete, context }) => !obsolete && context !== "slug")
    .map(({ context, source }) => (isPlain(context) ? source : plainText(source).plain))
    .join("\n");
}
