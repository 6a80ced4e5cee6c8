// What has changed between two texts, by words.
import type { DiffPiece } from "./api.ts";

/** Longer texts are told as one gone and one new: comparing each word with each would take too long. */
const mostPairs = 4_000_000;

export function diffWords(before: string, after: string): DiffPiece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length * fresh.length > mostPairs) return joined([piece("gone", before), piece("new", after)]);
  // lengths[i][j]: the longest common run of words from old[i] and fresh[j] on.
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = fresh.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pieces: DiffPiece[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [gone, added] = [old[row], fresh[column]];
    if (gone !== undefined && gone === added) {
      pieces.push(piece("same", gone));
      row++;
      column++;
    } else if (gone !== undefined && (added === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push(piece("gone", gone));
      row++;
    } else {
      pieces.push(piece("new", added ?? ""));
      column++;
    }
  }
  return joined(pieces);
}

function piece(kind: DiffPiece["kind"], text: string): DiffPiece {
  return { kind, text };
}

/** Words, tags, and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/<[^<>]*>|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s<]|</gu) ?? [];
}

function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = [];
  for (const one of pieces) {
    const last = runs.at(-1);
    if (last?.kind === one.kind) runs[runs.length - 1] = piece(one.kind, last.text + one.text);
    else if (one.text !== "") runs.push(one);
  }
  return runs;
}
