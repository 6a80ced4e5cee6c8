// The blocks of a page in the order in which a reader meets them: a text that stands in several places is met in each.
import type { Page } from "../page/page.ts";
import type { TracePiece } from "../page/trace.ts";
import { keyOf } from "../page/unit.ts";
import type { PlacedBlock } from "./across.ts";

export type PageBlock = PlacedBlock & { key: string; pieces: readonly TracePiece[] };

export function blocksOf({ units }: Page): PageBlock[] {
  return units
    .flatMap((unit) =>
      unit.occurrences.map((pieces): PageBlock => ({
        plain: unit.plain,
        context: unit.context,
        notes: unit.notes,
        key: keyOf(unit),
        pieces,
      })),
    )
    .toSorted((one, other) => (one.pieces[0]?.start ?? 0) - (other.pieces[0]?.start ?? 0));
}
