// Whether sentences of two texts, as many in both, stand one beside the other: told by their lengths alone.
// After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993.

/** How many sentences of the source stand for how many of the target, and what it costs that this is rare. */
const steps: readonly { sources: number; targets: number; cost: number }[] = [
  { sources: 1, targets: 1, cost: -Math.log(0.89) },
  { sources: 1, targets: 2, cost: -Math.log(0.089 / 2) },
  { sources: 2, targets: 1, cost: -Math.log(0.089 / 2) },
  { sources: 1, targets: 0, cost: -Math.log(0.0099 / 2) },
  { sources: 0, targets: 1, cost: -Math.log(0.0099 / 2) },
  { sources: 2, targets: 2, cost: -Math.log(0.011) },
];

/** Variance of a translation's length per letter of its source. */
const variance = 6.8;

/** Longer texts are not aligned: what that takes is better spent on a new draft. */
const mostSentences = 60;

/** How much likelier (as a natural logarithm) than any other pairing one with one has to be. */
const margin = 1.5;

/** Whether pairing sentences in order, one with one, is by far the likeliest way. Each pair is two lengths in letters. */
export function isOneToOne(lengths: readonly (readonly [number, number])[]): boolean {
  const count = lengths.length;
  if (count > mostSentences) return false;
  const [sources, targets] = [0, 1].map((side) => ends(lengths.map((pair) => pair[side as 0 | 1])));
  const growth = (targets?.[count] ?? 0) / Math.max(1, sources?.[count] ?? 0);
  // Cheapest ways to the end of so many sentences of both: the straight one, and any other.
  const straight = [0];
  const other = Array.from({ length: count + 1 }, (): number[] => []);
  for (let source = 0; source <= count; source++) {
    for (let target = 0; target <= count; target++) {
      let cheapest = Infinity;
      for (const step of steps) {
        const [from, to] = [source - step.sources, target - step.targets];
        if (from < 0 || to < 0) continue;
        const cost =
          step.cost +
          mismatch(
            ((sources?.[source] ?? 0) - (sources?.[from] ?? 0)) * growth,
            (targets?.[target] ?? 0) - (targets?.[to] ?? 0),
          );
        const isStraight = step.sources === 1 && step.targets === 1;
        if (isStraight && source === target) straight[source] = (straight[from] ?? 0) + cost;
        cheapest = Math.min(cheapest, (other[from]?.[to] ?? Infinity) + cost);
        if (!isStraight && from === to) cheapest = Math.min(cheapest, (straight[from] ?? Infinity) + cost);
      }
      (other[source] ??= [])[target] = cheapest;
    }
  }
  return (straight[count] ?? Infinity) + margin < (other[count]?.[count] ?? Infinity);
}

/** How far each sentence reaches from the beginning. */
function ends(lengths: readonly number[]): number[] {
  const result = [0];
  for (const length of lengths) result.push((result.at(-1) ?? 0) + length);
  return result;
}

/** What it costs that a translation is not as long as it was to be: the less likely, the more. */
function mismatch(expected: number, actual: number): number {
  const mean = (expected + actual) / 2;
  if (mean === 0) return 0;
  const deviation = Math.abs(actual - expected) / Math.sqrt(variance * mean);
  return -Math.log(Math.max(1e-12, 2 * upperTail(deviation)));
}

/** The share of a normal distribution above a number of at least 0 (Abramowitz and Stegun 26.2.17). */
function upperTail(value: number): number {
  const t = 1 / (1 + 0.2316419 * value);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
