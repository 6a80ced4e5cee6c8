// How the cost of some work grows with its input: a ratio, which holds on any machine, however busy it is.
import { expect } from "vitest";

/** A linear work takes about 10 times as long when there is ten times as much of it, a quadratic one 100 times. */
const linear = 45;

/** Processor time of this process alone, in milliseconds: what others do at the same time does not count. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The work grows no faster than its input; its worst rounds are let go, since a garbage collector may run in any. */
export function expectLinear(size: number, work: (size: number) => void): void {
  work(size);
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < 4; round += 1) {
    small = Math.min(
      small,
      costOf(() => work(size)),
    );
    large = Math.min(
      large,
      costOf(() => work(size * 10)),
    );
    if (large < linear * Math.max(small, 1)) return;
  }
  expect(large / Math.max(small, 1), "times as long for ten times as much").toBeLessThan(linear);
}
