// No change of a text leaves half a tag or half a pair: it takes both tags of a pair, or neither.
import { pairsOf, type ShownText, type Tag } from "./shown-text.ts";

/** UTF-16 offsets into the text before all changes. */
export type Change = { from: number; to: number; insert: string };

/**
 * The changes as they may be made. Where a tag alone was to go, the other of its pair goes with it; where it was part of
 * more, and the other was not, it stays.
 */
export function guardTags(shown: ShownText, changes: readonly Change[]): Change[] {
  const { tags } = shown;
  const pairs = pairsOf(shown);
  const asked = new Set<number>();
  const alone = new Set<number>();
  for (const change of changes)
    for (const [index, tag] of tags.entries()) {
      if (change.from === change.to || tag.from >= change.to || tag.to <= change.from) continue;
      asked.add(index);
      if (change.insert === "" && change.from >= tag.from && change.to <= tag.to) alone.add(index);
    }
  const goes = (index: number): boolean => {
    const other = pairs[index] ?? index;
    return (asked.has(index) && asked.has(other)) || alone.has(index) || alone.has(other);
  };
  const gone = tags.filter((_, index) => goes(index));
  const kept = tags.filter((_, index) => !goes(index));
  const removed = joined([...changes.flatMap(({ from, to }) => without(kept, { from, to })), ...gone]);
  const inserted = changes
    .filter(({ insert }) => insert !== "")
    .map(({ from, insert }) => ({ at: outside(tags, kept, from), insert }));
  return [
    ...removed.map(({ from, to }) => ({ from, to, insert: "" })),
    ...inserted.map(({ at, insert }) => ({ from: at, to: at, insert })),
  ].toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/** What is left of a range beside the tags that stay. */
function without(kept: readonly Tag[], { from, to }: Tag): Tag[] {
  const left: Tag[] = [];
  let start = from;
  for (const tag of kept) {
    if (tag.to <= start || tag.from >= to) continue;
    if (tag.from > start) left.push({ from: start, to: tag.from });
    start = tag.to;
  }
  if (start < to) left.push({ from: start, to });
  return left;
}

function joined(ranges: readonly Tag[]): Tag[] {
  const whole: Tag[] = [];
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) whole.push({ from, to });
  }
  return whole;
}

/** Where text may be written: never within a tag. */
function outside(tags: readonly Tag[], kept: readonly Tag[], at: number): number {
  const around = tags.find(({ from, to }) => from < at && at < to);
  if (!around) return at;
  return kept.includes(around) ? around.to : around.from;
}
