// What two terms in a text stand among, as features that a likelihood is reckoned from.
import type { CueName } from "../../language/cues.ts";
import type { Item } from "./items.ts";
import { endsSentence, isMark, sentenceEnd, sentenceStart } from "./row.ts";

const before = 6;
const after = 8;
const next = 6;
const mostStops = 3;

/** Words of the next sentence that say what is to be thought of this one. */
const comments: ReadonlySet<CueName> = new Set([
  "it",
  "no",
  "yes",
  "wrong",
  "same",
  "differ",
  "difference",
  "not",
  "but",
]);

/** The features of the terms at two places of a row of items, each once, in no order that matters. */
export function closeFeatures(items: readonly Item[], a: number, b: number): ReadonlySet<string> {
  const features = new Set<string>();
  const add = (zone: string, item: Item): void => {
    if (item.mark) features.add(`${zone} ${item.mark}`);
    for (const cue of item.cues) features.add(`${zone} ${cue}`);
    if (item.kind === "term" || item.kind === "word") features.add(`${zone} a ${item.kind}`);
  };
  const [start, end] = [sentenceStart(items, a), sentenceEnd(items, b)];
  for (const item of items.slice(a + 1, b)) add("between", item);
  for (const item of items.slice(Math.max(start, a - before), a)) add("before", item);
  for (const item of items.slice(b + 1, Math.min(end + 1, b + after))) add("after", item);
  for (const { cues } of items.slice(end + 1, end + 1 + next))
    for (const cue of cues) if (comments.has(cue)) features.add(`next ${cue}`);
  features.add(`gap ${gapOf(b - a - 1)}`);
  features.add(`stops ${Math.min(items.slice(a, b).filter(endsSentence).length, mostStops)}`);
  if (isMark(items[end], "question")) features.add("question");
  for (const [name, at] of [
    ["first", a],
    ["second", b],
  ] as const)
    if (items[at]?.hits.some(({ compound }) => compound)) features.add(`${name} is a compound`);
  return features;
}

function gapOf(size: number): string {
  if (size > 12) return "far";
  if (size > 6) return "wide";
  return size > 3 ? "near" : String(size);
}
