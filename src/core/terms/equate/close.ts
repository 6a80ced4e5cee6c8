// Finds blocks that name two concepts to be kept apart where no words do so: worth a look, since no reader of constructions knows all.
import type { TermHit } from "../recognise.ts";
import type { TermIndex } from "../term-index.ts";
import type { Equation } from "./find.ts";
import { itemsOf, type Item } from "./items.ts";
import { isQuestion } from "./truth/question.ts";
import { governorOf, type Place } from "./place.ts";
import { endsSentence, isCue, isMark, isPlain, sentenceEnd, sentenceStart } from "./row.ts";

export type ClosePair = { first: TermHit; second: TermHit };

const mostTerms = 40;
const longestText = 5000;

/** For each two concepts of a text that must be kept apart the nearest terms of them, unless words keep them apart. */
export function findClose(
  text: string,
  hits: readonly TermHit[],
  equations: readonly Equation[],
  index: TermIndex,
): ClosePair[] {
  const known = new Set(equations.map(({ first, second }) => pairOf(first, second)));
  const nearest = new Map<string, ClosePair>();
  const terms = hits.filter(({ unlike, concept }) => !unlike && (index.distinct.get(concept)?.size ?? 0) > 0);
  for (const [at, second] of terms.slice(0, mostTerms).entries()) {
    const first = terms.slice(0, at).findLast((hit) => index.distinct.get(second.concept)?.has(hit.concept) === true);
    if (!first) continue;
    const pair = pairOf(first, second);
    const before = nearest.get(pair);
    if (before && distance(before) <= distance({ first, second })) continue;
    nearest.set(pair, { first, second });
  }
  const open = [...nearest].filter(([pair]) => !known.has(pair));
  if (open.length === 0 || text.length > longestText) return [];
  const items = itemsOf(text, hits, index);
  return open.flatMap(([, pair]) => (isKeptApart(items, pair, index) ? [] : [pair]));
}

const pairOf = (one: TermHit, other: TermHit): string => [one.concept, other.concept].toSorted().join("\n");
const distance = ({ first, second }: ClosePair): number => second.start - first.end;

/** Whether the sentences of two terms say by some word that they are two things, or only list them. */
function isKeptApart(items: readonly Item[], { first, second }: ClosePair, index: TermIndex): boolean {
  const [a, b] = [first, second].map((hit) => items.findIndex(({ hits }) => hits.includes(hit)));
  if (a === undefined || b === undefined || a < 0 || b < 0) return true;
  const place: Place = { items, a, b, forms: index.language.words };
  const between = items.slice(a + 1, b);
  if (isQuestion(place) || isListed(place)) return true;
  const sentences = items.slice(sentenceStart(items, a), sentenceEnd(items, b));
  if (sentences.some((item) => isCue(item, "contrast", "differ", "difference", "confuse", "wrong", "see", "either")))
    return true;
  const governors = [governorOf(place), governorOf({ ...place, a: b })];
  if ([...between, ...governors].some((item) => isCue(item, "not", "like", "but", "believe"))) return true;
  // Two statements of their own, which take nothing up.
  return between.some(endsSentence);
}

const longestMember = 3;

/** "A and B", "A, X or B": members of one list, of which nothing else is said here. */
function isListed({ items, a, b }: Place): boolean {
  const between = items.slice(a + 1, b);
  let size = 0;
  for (const item of between) {
    if (isMark(item, "comma", "slash", "plus", "quote", "dash") || isCue(item, "and", "or", "also")) size = 0;
    else if ((item.kind === "term" || isPlain(item)) && size < longestMember) size += 1;
    else return false;
  }
  return between.some((item) => isMark(item, "comma", "plus") || isCue(item, "and", "or"));
}
