// Reads lists of names in a sentence: what is said of one of their members is said of each.
import type { Item } from "./items.ts";
import { type Place } from "./place.ts";
import { clauseStart, isCue, isMark, isPlain } from "./row.ts";

const mostMembers = 8;
const longestMember = 4;

const isSeparator = (item: Item | undefined): boolean => isMark(item, "comma") || isCue(item, "and", "or");
const isPart = (item: Item | undefined): boolean =>
  item !== undefined && (item.kind === "term" || isPlain(item) || isMark(item, "quote"));

/** "A, X and Y are ...": the place of the list's last member, where A is another; the list begins its clause. */
export function lastOfSubjects({ items, a, b }: Place): number | undefined {
  let end = a;
  let [size, members, joined] = [0, 1, false];
  for (let at = a + 1; at < b; at += 1) {
    const item = items[at];
    if (isSeparator(item)) {
      if (isCue(item, "and", "or")) joined = true;
      if (size > 0 || at === a + 1) members += 1;
      size = 0;
    } else if (isPart(item) && size < longestMember && !isCue(item, "copula")) {
      size += 1;
      end = at;
    } else break;
  }
  if (!joined || members < 2 || members > mostMembers || end === a) return undefined;
  return beginsClause(items, a) ? end : undefined;
}

/** Nothing but other members, an adjective and "both" stand before A in its clause. */
function beginsClause(items: readonly Item[], a: number): boolean {
  const start = clauseStart(items, a);
  const before = items.slice(start, a);
  const from = before.findLastIndex((item) => isCue(item, "that", "because")) + 1;
  const first = before.slice(from).findIndex((item) => item.kind === "term");
  const words = first < 0 ? before.slice(from) : before.slice(from, from + first);
  return (
    words.filter((item) => item.kind === "word").length <= 1 &&
    before.slice(from).every((item) => isPart(item) || isSeparator(item) || isCue(item, "either", "it"))
  );
}

/** "... A: X, Y and B": the place of the list's first member, where B is another. */
export function firstOfObjects({ items, a, b }: Place): number | undefined {
  let first = b;
  let [size, members] = [0, 1];
  for (let at = b - 1; at > a; at -= 1) {
    const item = items[at];
    if (isSeparator(item)) {
      if (size === 0 && first !== b && !isSeparator(items[at + 1])) break;
      if (!isSeparator(items[at + 1])) members += 1;
      size = 0;
    } else if (isPart(item) && size < longestMember && !isCue(item, "copula")) {
      size += 1;
      first = at;
    } else break;
  }
  // "A you find here, and B you find there": B begins a clause of its own.
  if (isCue(items[b + 1], "include", "copula", "classed", "call")) return undefined;
  return members >= 2 && members <= mostMembers && first < b && first > a ? first : undefined;
}
