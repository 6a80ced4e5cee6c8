// What a language lacks, what of it memory has, and what is left to ask an engine for.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { draftOf, stateOf } from "../catalog/state.ts";
import { isPlain } from "../page/unit.ts";
import { plainText } from "../unit-text.ts";
import { recallSentences, recallUnit, type Memory, type Piece } from "./memory.ts";

/** One unit to draft: its pieces in order, each with its text if memory has it. */
export type PlannedUnit = { entry: Entry; pieces: Piece[] };

export type PagePlan = { units: PlannedUnit[] };

/** Whether an entry is to be drafted: it has no text, or its text is stale and no draft was made for the new source. */
export function needsDraft(entry: Entry): boolean {
  if (entry.obsolete) return false;
  const state = stateOf(entry);
  return state === "untranslated" || (state === "stale" && !draftOf(entry));
}

/** Plans one page in one language. A whole unit from memory goes before its sentences. */
export function planPage(catalog: Catalog, memory: Memory): PagePlan {
  const units = catalog.entries.filter(needsDraft).map((entry): PlannedUnit => {
    const whole = recallUnit(memory, entry.context, entry.id);
    const pieces =
      whole === undefined
        ? recallSentences(memory, entry.context, entry.id)
        : [{ source: entry.id, blank: "", known: whole }];
    return { entry, pieces: mergeUnknown(pieces) };
  });
  return { units };
}

/** Neighbouring sentences that are both asked for are asked for together: an engine translates them better so. */
function mergeUnknown(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && last.known === undefined && piece.known === undefined) {
      merged[merged.length - 1] = {
        source: last.source + last.blank + piece.source,
        blank: piece.blank,
        known: undefined,
      };
    } else merged.push(piece);
  }
  return merged;
}

/** The pieces that an engine is asked for. */
export function unknownPieces(unit: PlannedUnit): Piece[] {
  return unit.pieces.filter(({ known }) => known === undefined);
}

/** What an engine would charge for a text: Unicode code points without tags. */
export function chargedCharacters(context: string, text: string): number {
  return Array.from(isPlain(context) ? text : textWithoutTags(text)).length;
}

function textWithoutTags(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/gu, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export type Estimate = { units: number; fromMemory: number; charged: number; saved: number };

/** Units and characters of a plan: what would be asked for, and what memory has of it. */
export function estimate({ units }: PagePlan): Estimate {
  const result: Estimate = { units: units.length, fromMemory: 0, charged: 0, saved: 0 };
  for (const { entry, pieces } of units) {
    if (pieces.every(({ known }) => known !== undefined)) result.fromMemory++;
    for (const { source, known } of pieces) {
      const characters = chargedCharacters(entry.context, source);
      if (known === undefined) result.charged += characters;
      else result.saved += characters;
    }
  }
  return result;
}

/** The texts around a page's units, for an engine to understand what it translates. */
export function contextOf(catalog: Catalog): string {
  return catalog.entries
    .filter(({ obsolete, context }) => !obsolete && context !== "slug")
    .map(({ context, id }) => (isPlain(context) ? id : plainText(id).plain))
    .join("\n");
}
