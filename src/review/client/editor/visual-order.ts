// The order in which a reader sees a line, and the one place that a caret has there: arrow keys walk it step by step.
import type { Tag } from "./shown-text.ts";

/** What a caret crosses in one step: a letter with its marks, or a tag. Offsets into the text. */
export type Cell = {
  from: number;
  to: number;
  /** Is it read in the direction of its line? A Latin letter in an Arabic line is not. */
  along: boolean;
};

/** A stretch of one direction, by offsets into its line. */
type Span = { from: number; to: number; rtl: boolean };

export type Line = {
  from: number;
  to: number;
  /** From where the line begins to where it ends: in Arabic from right to left. */
  cells: readonly Cell[];
};

/** As a selection has it: `assoc` says to which neighbour the caret belongs where two stand on different sides. */
export type Caret = { at: number; assoc: -1 | 1 };

/**
 * The cells of a line. `spans` are in the order of the line; `next` gives the end of the character at an offset.
 */
export function visualLine(
  line: { from: number; text: string; rtl: boolean },
  spans: readonly Span[],
  tags: readonly Tag[],
  next: (text: string, at: number) => number,
): Line {
  const placed: { from: number; to: number; along: boolean; isTag: boolean }[] = [];
  const starts = new Map(tags.map((tag) => [tag.from - line.from, tag.to - line.from]));
  const isWithin = (at: number): boolean => tags.some(({ from, to }) => from <= at + line.from && at + line.from < to);
  for (const span of spans) {
    const own: typeof placed = [];
    const along = span.rtl === line.rtl;
    for (let at = span.from; at < span.to;) {
      const end = starts.get(at) ?? Math.min(span.to, Math.max(at + 1, next(line.text, at)));
      // The rest of a tag whose beginning is in another span.
      if (starts.has(at) || !isWithin(at)) own.push({ from: at, to: end, along, isTag: starts.has(at) });
      at = starts.get(at) === undefined && isWithin(at) ? at + 1 : end;
    }
    placed.push(...(along ? own : own.toReversed()));
  }
  const cells = placed.map((cell, index) => ({
    from: cell.from + line.from,
    to: cell.to + line.from,
    along: cell.isTag ? isAlong(cell, placed[index - 1], placed[index + 1]) : cell.along,
  }));
  return { from: line.from, to: line.from + line.text.length, cells };
}

/** A tag is isolated: it stands among its neighbours like a sign without a direction, whatever its letters are. */
function isAlong(tag: Tag, before: Tag | undefined, after: Tag | undefined): boolean {
  if (before?.to === tag.from || after?.from === tag.to) return true;
  return before?.from !== tag.to && after?.to !== tag.from;
}

/** How many cells stand before a caret. */
export function slotOf({ from, to, cells }: Line, { at, assoc }: Caret): number {
  if (cells.length === 0 || (at <= from && assoc < 0)) return 0;
  if (at >= to && assoc > 0) return cells.length;
  const before = cells.findIndex((cell) => cell.to === at);
  const after = cells.findIndex((cell) => cell.from === at);
  const index = assoc < 0 ? (before < 0 ? after : before) : after < 0 ? before : after;
  const cell = cells[index];
  if (!cell)
    return Math.max(
      0,
      cells.findIndex((cell) => cell.from < at && at < cell.to),
    );
  return (at === cell.to) === cell.along ? index + 1 : index;
}

/** The caret in a slot that was reached over the cell before it (`forward`) or after it. */
export function caretIn({ from, to, cells }: Line, slot: number, forward: boolean): Caret {
  if (slot <= 0) return { at: from, assoc: -1 };
  if (slot >= cells.length) return { at: to, assoc: 1 };
  const cell = cells[forward ? slot - 1 : slot];
  if (!cell) return { at: from, assoc: -1 };
  return forward === cell.along ? { at: cell.to, assoc: -1 } : { at: cell.from, assoc: 1 };
}

/** The slot after the word at a slot, with the blanks before it; a tag is a word of its own. */
export function wordFrom(line: Line, slot: number, forward: boolean, kindOf: (cell: Cell) => string): number {
  const step = forward ? 1 : -1;
  let kind: string | undefined;
  for (let at = slot; ; at += step) {
    const cell = line.cells[forward ? at : at - 1];
    if (!cell) return at;
    const next = kindOf(cell);
    if (kind === "tag" || (kind !== undefined && kind !== "blank" && next !== kind)) return at;
    kind = next;
  }
}
