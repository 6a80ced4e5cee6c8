// The order in which a reader sees a line, and the one place that a caret has there: arrow keys walk it step by step.
import bidiFactory from "bidi-js";
import type { Tag } from "./shown-text.ts";

/** What a caret crosses in one step: a letter with its marks, or a tag. Offsets into the text. */
export type Cell = {
  from: number;
  to: number;
  /** Is it read in the direction of its line? A Latin letter in an Arabic line is not. */
  along: boolean;
};

/** In the order in which the text was written. An odd level is read from right to left. */
export type LogicalCell = { from: number; to: number; level: number; isBlank: boolean };

export type Line = {
  from: number;
  to: number;
  /** From where the line begins to where it ends: in Arabic from right to left. */
  cells: readonly Cell[];
};

/** As a selection has it: `assoc` says to which neighbour the caret belongs where two stand on different sides. */
export type Caret = { at: number; assoc: -1 | 1 };

// Its types speak of a `default`; what Node and bundlers load is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** What a line is cut into, in the order in which it was written; `next` gives the end of the character at an offset. */
export function cellsOf(
  line: { from: number; text: string; rtl: boolean },
  tags: readonly Tag[],
  next: (text: string, at: number) => number,
): LogicalCell[] {
  const ends = new Map(tags.map(({ from, to }) => [from - line.from, to - line.from]));
  const cells: { from: number; to: number }[] = [];
  for (let at = 0; at < line.text.length; at = cells.at(-1)?.to ?? line.text.length)
    cells.push({ from: at, to: ends.get(at) ?? Math.max(at + 1, next(line.text, at)) });
  // A tag is isolated: it stands among its neighbours like one sign without a direction, whatever its letters are.
  const pieces = cells.map(({ from, to }) => (ends.has(from) ? "\uFFFC" : line.text.slice(from, to)));
  const { levels } = bidi.getEmbeddingLevels(pieces.join(""), line.rtl ? "rtl" : "ltr");
  let read = 0;
  return cells.map(({ from, to }, index) => {
    const level = levels[read] ?? 0;
    read += pieces[index]?.length ?? 0;
    return { from: from + line.from, to: to + line.from, level, isBlank: /^\s+$/u.test(pieces[index] ?? "") };
  });
}

/** The cells of a line in the order in which they are seen, row by row; `rows` tells where the rows after the first begin. */
export function visualLine(
  line: { from: number; to: number; rtl: boolean },
  cells: readonly LogicalCell[],
  rows: readonly number[] = [],
): Line {
  const starts = [line.from, ...rows];
  const ordered = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = cells.filter(({ from }) => start <= from && from < end);
    // Rule L1: blanks at the end of a row stand there, whatever is before them.
    const text = own.findLastIndex(({ isBlank }) => !isBlank) + 1;
    const level = line.rtl ? 1 : 0;
    const row = reordered(own.map((cell, at) => (at < text ? cell : { ...cell, level })));
    return line.rtl ? row.toReversed() : row;
  });
  return {
    from: line.from,
    to: line.to,
    cells: ordered.map(({ from, to, level }) => ({ from, to, along: (level % 2 === 1) === line.rtl })),
  };
}

/** From left to right: rule L2 of the Unicode Bidirectional Algorithm. */
function reordered(cells: readonly LogicalCell[]): LogicalCell[] {
  const row = [...cells];
  for (let level = Math.max(0, ...cells.map((cell) => cell.level)); level > 0; level--)
    for (let start = 0; start < row.length; start++) {
      let end = start;
      while ((row[end]?.level ?? -1) >= level) end++;
      if (end - start > 1) row.splice(start, end - start, ...row.slice(start, end).toReversed());
      start = Math.max(start, end);
    }
  return row;
}

/** The cell that a caret stands beside, by its index, and how many cells stand before the caret. */
export function besideOf({ from, to, cells }: Line, { at, assoc }: Caret): { index: number; slot: number } {
  if (cells.length === 0 || (at <= from && assoc < 0)) return { index: 0, slot: 0 };
  if (at >= to && assoc > 0) return { index: cells.length - 1, slot: cells.length };
  const before = cells.findIndex((cell) => cell.to === at);
  const after = cells.findIndex((cell) => cell.from === at);
  const index = assoc < 0 ? (before < 0 ? after : before) : after < 0 ? before : after;
  const cell = cells[index];
  // A caret within a cell is one that something else has put there.
  if (!cell) return besideOf({ from, to, cells }, { at: startAround(cells, at), assoc: 1 });
  return { index, slot: (at === cell.to) === cell.along ? index + 1 : index };
}

function startAround(cells: readonly Cell[], at: number): number {
  return cells.find((cell) => cell.from < at && at < cell.to)?.from ?? 0;
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
