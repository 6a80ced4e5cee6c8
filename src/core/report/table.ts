// Rows in columns, each column as wide as its widest cell.
import { plainPaint, type Colour, type Paint } from "./text.ts";
import { roomFor } from "./wrap.ts";

/** Figures are aligned at their ends. */
export type Align = "left" | "right";
export type Cell = string | { text: string; colour: Colour };

/** The rows with their cells filled up with blanks; a column has room for at least as much as `least` says. */
export function inColumns(
  rows: readonly (readonly Cell[])[],
  aligns: readonly Align[],
  paint: Paint = plainPaint,
  least: readonly number[] = [],
): string[][] {
  const widths = aligns.map((_, at) =>
    rows.reduce((most, row) => Math.max(most, roomFor(textOfCell(row[at]))), least[at] ?? 0),
  );
  return rows.map((row) =>
    row.map((cell, at) => {
      const text = textOfCell(cell);
      const blanks = " ".repeat((widths[at] ?? 0) - roomFor(text));
      const whole = aligns[at] === "right" ? blanks + text : text + blanks;
      return typeof cell === "string" ? whole : paint(cell.colour, whole);
    }),
  );
}

/** A row as a line of a report. */
export function lineOf(cells: readonly string[]): string {
  return cells.join("  ").trimEnd();
}

function textOfCell(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "");
}
