// What a language lacks, what of it memory has, and what is left to ask an engine for.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { draftOf, stateOf } from "../catalog/state.ts";
import { isPlain } from "../page/unit.ts";
import { plainText } from "../unit-text.ts";
import { asUnitText, recallDraft, recallSentences, recallUnit, type Memory, type Piece } from "./memory.ts";

/** One unit to draft: its pieces in order, each with its text if it is known, and who is to be named as its author. */
export type PlannedUnit = { entry: Entry; pieces: Piece[]; author: string };

export type PagePlan = { units: PlannedUnit[] };

/** Whether an entry is to be drafted: it has no text, or its text is stale and no draft was made for the new source. */
export function needsDraft(entry: Entry, language: string): boolean {
  if (entry.obsolete) return false;
  const state = stateOf(entry, language);
  return state === "untranslated" || (state === "stale" && !draftOf(entry, language));
}

/**
 * Plans one page in one language. What people have approved goes first, whole units before sentences; then what the
 * engine has drafted before of an equal text; the rest is asked for.
 */
export function planPage(catalog: Catalog, memory: Memory, engine: string | undefined): PagePlan {
  return {
    units: catalog.entries
      .filter((entry) => needsDraft(entry, memory.target))
      .map((entry) => planUnit(entry, memory, engine)),
  };
}

function planUnit(entry: Entry, memory: Memory, engine: string | undefined): PlannedUnit {
  const { context, source } = entry;
  const whole = recallUnit(memory, context, source);
  const pieces = whole === undefined ? recallSentences(memory, context, source) : [{ source, blank: "", known: whole }];
  if (pieces.every(({ known }) => known !== undefined)) return { entry, pieces, author: "memory" };
  if (engine === undefined) return { entry, pieces: mergeUnknown(pieces), author: "memory" };
  const drafted = recallDraft(memory, engine, context, source);
  if (drafted !== undefined) return { entry, pieces: [{ source, blank: "", known: drafted }], author: engine };
  const rest = mergeUnknown(pieces).map((piece) => ({
    ...piece,
    known: piece.known ?? recallDraft(memory, engine, context, piece.source),
  }));
  return { entry, pieces: rest, author: engine };
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

/**
 * Units and characters of a plan: what would be asked for, and what memory has of it. `asked` holds what is asked for
 * already in this run, and is added to: an equal text is charged once.
 */
export function estimate({ units }: PagePlan, asked: Set<string>): Estimate {
  const result: Estimate = { units: units.length, fromMemory: 0, charged: 0, saved: 0 };
  for (const { entry, pieces, author } of units) {
    if (author === "memory" && pieces.every(({ known }) => known !== undefined)) result.fromMemory++;
    for (const { source, known } of pieces) {
      const characters = chargedCharacters(entry.context, source);
      const key = asUnitText(entry.context, source);
      if (known !== undefined || asked.has(key)) result.saved += entry.context === "slug" ? 0 : characters;
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
