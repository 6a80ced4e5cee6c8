// Finds texts that name two concepts to be kept apart where no words do so: worth a look, since no reader of constructions knows all.
import type { TermHit } from "../recognise.ts";
import type { TermIndex } from "../term-index.ts";
import { closeFeatures } from "./close-features.ts";
import { closeBias, closeWeights } from "./close-weights.ts";
import type { Equation } from "./find.ts";
import { itemsOf, type Item } from "./items.ts";
import { isCue, isMark, sentenceEnd, sentenceStart } from "./row.ts";

/** Two terms, and how much speaks for their being taken for the same: hundredths of the log odds, a whole number. */
export type ClosePair = { first: TermHit; second: TermHit; likelihood: number };

/** From where on a pair is worth a look, and a warning; set on labelled sentences, see `scripts/train-close.mjs`. */
const worthALook = -150;
export const worthAWarning = 50;

const mostTerms = 40;
const longestText = 5000;

/** For each two concepts of a text that must be kept apart the nearest terms of them, unless words keep them apart. */
export function findClose(
  text: string,
  hits: readonly TermHit[],
  equations: readonly Equation[],
  index: TermIndex,
): ClosePair[] {
  const nearest = nearestTerms(hits, index);
  for (const { first, second } of equations) nearest.delete(pairOf(first, second));
  if (nearest.size === 0 || text.length > longestText) return [];
  const items = itemsOf(text, hits, index);
  return [...nearest.values()].flatMap(({ first, second }) => {
    const [a, b] = [first, second].map((hit) => items.findIndex((item) => item.hits.includes(hit))) as [number, number];
    if (a < 0 || b <= a || areTold(items, a, b)) return [];
    const likelihood = likelihoodOf(closeFeatures(items, a, b));
    return likelihood >= worthALook ? [{ first, second, likelihood }] : [];
  });
}

/** The nearest two terms of each two concepts. */
export function nearestTerms(
  hits: readonly TermHit[],
  index: TermIndex,
): Map<string, { first: TermHit; second: TermHit }> {
  const nearest = new Map<string, { first: TermHit; second: TermHit }>();
  const terms = hits.filter(({ unlike, concept }) => !unlike && (index.distinct.get(concept)?.size ?? 0) > 0);
  for (const [at, second] of terms.slice(0, mostTerms).entries()) {
    const first = terms.slice(0, at).findLast((hit) => index.distinct.get(second.concept)?.has(hit.concept) === true);
    if (!first) continue;
    const before = nearest.get(pairOf(first, second));
    if (before && before.second.start - before.first.end <= second.start - first.end) continue;
    nearest.set(pairOf(first, second), { first, second });
  }
  return nearest;
}

const pairOf = (one: TermHit, other: TermHit): string => [one.concept, other.concept].toSorted().join("\n");

/** Words of the sentences that hold two terms say that they are two things, or ask. */
function areTold(items: readonly Item[], a: number, b: number): boolean {
  const end = sentenceEnd(items, b);
  const sentences = items.slice(sentenceStart(items, a), end);
  // "A is not the same as B"
  const between = items.slice(a + 1, b);
  const denied = between.slice(between.findLastIndex((item) => isCue(item, "not")));
  if (isCue(denied[0], "not") && !denied.some((item) => isCue(item, "and") || item.kind === "mark")) return true;
  return isMark(items[end], "question") || sentences.some((item) => isCue(item, "contrast", "differ", "confuse"));
}

function likelihoodOf(features: ReadonlySet<string>): number {
  let sum = closeBias;
  for (const feature of features) sum += closeWeights.get(feature) ?? 0;
  return sum;
}
