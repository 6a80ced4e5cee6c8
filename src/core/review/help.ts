// What helps with one unit: the terms of its source, and what people have approved of texts like it.
import { entryKey, type Entry } from "../catalog/entry.ts";
import { approvedBy } from "../catalog/state.ts";
import { asUnitText, inFormOf } from "../draft/memory.ts";
import { likeness, wordsForLikeness } from "../likeness.ts";
import { isPlain } from "../page/unit.ts";
import { findTerms } from "../terms/recognise.ts";
import type { Pairing } from "../terms/terms.ts";
import { plainText } from "../unit-text.ts";
import type { Match, TermRow } from "./api.ts";

/** A pair that a person has approved, and the page that it stands on. */
export type ApprovedPair = { page: string; key: string; source: string; target: string; words: string[] } & {
  name: string;
  date: string;
};

export function approvedPairs(page: string, entries: readonly Entry[], language: string): ApprovedPair[] {
  return entries.flatMap((entry): ApprovedPair[] => {
    const approval = approvedBy(entry, language);
    if (!approval || entry.context === "slug") return [];
    const { context } = entry;
    const [source, target] = [asUnitText(context, entry.source), asUnitText(context, entry.translation)];
    const { name, date } = approval;
    return [{ page, key: entryKey(entry), source, target, words: wordsForLikeness(source), name, date }];
  });
}

const mostMatches = 5;
const leastLikeness = 0.5;

/** The approved pairs that are most like a text; of equal pairs the latest. */
export function matchesFor(pairs: readonly ApprovedPair[], context: string, source: string): Match[] {
  const own = asUnitText(context, source);
  const words = wordsForLikeness(own);
  const mine = new Set(words);
  const best = new Map<string, Match>();
  for (const pair of pairs) {
    const shared = pair.words.filter((word) => mine.has(word)).length;
    const alike = pair.source === own ? 1 : Math.min(0.99, likeness(shared, words.length, pair.words.length));
    const target = alike < leastLikeness ? undefined : inFormOf(context, pair.target);
    if (target === undefined) continue;
    const key = `${pair.source}\u0004${target}`;
    const known = best.get(key);
    if (known && known.date >= pair.date) continue;
    const { page, name, date } = pair;
    best.set(key, { source: pair.source, target, page, name, date, percent: Math.round(alike * 100) });
  }
  return [...best.values()]
    .toSorted((one, other) => other.percent - one.percent || (one.date < other.date ? 1 : -1))
    .slice(0, mostMatches);
}

/** The concepts that a source names, the longest terms first, with what this language calls them. */
export function termsFor(
  context: string,
  source: string,
  { termIndexes, source: from, target: to }: Pairing,
): TermRow[] {
  if (!termIndexes || context === "slug") return [];
  const text = isPlain(context) ? source : plainText(source).plain;
  const rows = new Map<string, TermRow>();
  const hits = findTerms(text, termIndexes.source).toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const { concept, start, end } of hits) {
    if (rows.has(concept)) continue;
    const terms = termIndexes.target.terms.get(concept) ?? [];
    const preferred =
      terms.find(({ status }) => status === "preferred") ?? terms.find(({ status }) => status === "admitted");
    const definitions = termIndexes.target.concepts.get(concept)?.definition ?? {};
    const definition = definitions[to.code] ?? definitions[from.code];
    rows.set(concept, { concept, met: text.slice(start, end), preferred: preferred?.term, definition });
  }
  return [...rows.values()];
}
