// The one reader of rows: ways of equating that are data. What a row says is in its fields, what it must read in its examples.
import type { WordForms } from "../../language/words.ts";
import type { Item, Mark } from "./items.ts";
import { apposition, between, directlyBefore, governorOf, predicate, type Construction, type Place } from "./place.ts";
import { isCue, isPlain, sentenceEnd } from "./row.ts";
import type { CueName } from "../../language/cues.ts";

/**
 * A pattern is steps with blanks between: names of cue lists, marks (`:comma`), `plain` (a word that changes nothing), `term`; `a|b` is a choice,
 * `a?`, `a*`, `a+` and `a{0,3}` say how often. A pattern fits all of what it is held against.
 */
type Pattern = string;

/** Sentences by language; A and B are the two terms of the clinic's termbase that stand in them. */
export type Examples = Readonly<Record<string, readonly string[]>>;

/** What must hold for a row to read a place; each of these taken away must make one of its examples fail. */
export type Conditions = {
  /** Right before A, behind articles and adverbs. */
  before?: Pattern;
  /** Before A and its adjectives. */
  governor?: Pattern;
  /** A is a word by itself, no part of a compound. */
  bare?: true;
  /** Between A and B. */
  gap?: Pattern;
  /** One of these stands between A and B, or among the words right after B. */
  has?: Pattern;
  hasNear?: Pattern;
  /** None of these follows B in its sentence. */
  unlessAfter?: Pattern;
  /** The language has this trait. */
  grammar?: keyof WordForms;
};

export type Row = Conditions & {
  id: string;
  /** When it is asked: before all that reads neighbours, or among what reads an aside on A. */
  turn: "first" | "aside";
  says: "apposition" | "predicate";
  /** Must be read, and must not be. */
  like: Examples;
  unlike: Examples;
};

type Step = { names: readonly string[]; least: number; most: number };

const parsed = new Map<Pattern, readonly Step[]>();

function stepsOf(pattern: Pattern): readonly Step[] {
  const known = parsed.get(pattern);
  if (known) return known;
  const steps = pattern.split(" ").map((step): Step => {
    const [, names = "", often = ""] = /^([^?*+{]+)(.*)$/u.exec(step) ?? [];
    const [least = "1", most = "1"] =
      { "": ["1", "1"], "?": ["0", "1"], "*": ["0", "99"], "+": ["1", "99"] }[often] ??
      [...often.matchAll(/\d+/gu)].map(([number]) => number);
    return { names: names.split("|"), least: Number(least), most: Number(most) };
  });
  parsed.set(pattern, steps);
  return steps;
}

function isOf(item: Item | undefined, name: string): boolean {
  if (!item) return false;
  if (name === "plain") return isPlain(item);
  if (name === "term") return item.kind === "term";
  return name.startsWith(":") ? item.mark === (name.slice(1) as Mark) : isCue(item, name as CueName);
}

const fitsStep = (item: Item | undefined, { names }: Step): boolean => names.some((name) => isOf(item, name));

/** Whether a pattern fits a row of items, all of it. */
function fits(items: readonly Item[], pattern: Pattern): boolean {
  const steps = stepsOf(pattern);
  // Most rows fail at an end.
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || (first.least > 0 && !fitsStep(items[0], first))) return false;
  if (last.least > 0 && !fitsStep(items.at(-1), last)) return false;
  // For each number of items the steps before can end at: no text makes this more than a small table.
  let ends = new Set([0]);
  for (const step of steps) {
    const next = new Set<number>();
    for (const end of ends) {
      let at = end;
      for (let count = 0; count <= step.most; count += 1) {
        if (count >= step.least) next.add(at);
        if (!fitsStep(items[at], step)) break;
        at += 1;
      }
    }
    ends = next;
  }
  return ends.has(items.length);
}

const hasOne = (items: readonly (Item | undefined)[], pattern: Pattern): boolean =>
  items.some((item) => stepsOf(pattern).some((step) => fitsStep(item, step)));

const longestGap = 12;
const nearAfter = 4;

/** The construction of the first row that fits a place. */
export function readRows(place: Place, rows: readonly Row[], turn: Row["turn"]): Construction | undefined {
  if (place.b - place.a > longestGap) return undefined;
  const words = between(place, place.b);
  for (const row of rows)
    if (row.turn === turn && holds(place, words, row))
      return row.says === "predicate" ? predicate(place.a + 1) : apposition(place.a + 1);
  return undefined;
}

function holds(place: Place, words: readonly Item[], row: Conditions): boolean {
  const { items, a, b, forms } = place;
  const { before, governor, bare, gap, has, hasNear, unlessAfter, grammar } = row;
  if (grammar !== undefined && !forms[grammar]) return false;
  if (gap !== undefined && !fits(words, gap)) return false;
  if (before !== undefined && !hasOne([directlyBefore(place)], before)) return false;
  if (governor !== undefined && !hasOne([governorOf(place)], governor)) return false;
  if (bare && items[a]?.hits.some(({ compound }) => compound)) return false;
  if (has !== undefined && !hasOne(words, has)) return false;
  if (hasNear !== undefined && !hasOne([...words, ...items.slice(b + 1, b + 1 + nearAfter)], hasNear)) return false;
  return unlessAfter === undefined || !hasOne(items.slice(b + 1, sentenceEnd(items, b)), unlessAfter);
}
