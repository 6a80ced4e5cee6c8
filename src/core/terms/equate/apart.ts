// Reads whether a text keeps two concepts apart where it names both: "A is not the same as B", "unlike B, A is".
import { findSeenTerms, type TermHit } from "../recognise.ts";
import type { TermIndex } from "../term-index.ts";
import { asSeen } from "../as-seen.ts";
import { findEquations } from "./find.ts";
import { itemsOf, type Item } from "./items.ts";
import { governorOf } from "./place.ts";
import { isCue, sentenceEnd, sentenceStart } from "./row.ts";

/** Whether a text keeps every term of `other` apart from `own`, and equates the two nowhere. */
export function keepsApart(text: string, own: string, other: string, index: TermIndex): boolean {
  const seen = asSeen(text, index.script).text;
  const hits = findSeenTerms(seen, index);
  const pair = new Set([own, other]);
  if (findEquations(seen, hits, index).some(({ first, second }) => pair.has(first.concept) && pair.has(second.concept)))
    return false;
  const items = itemsOf(seen, hits, index);
  const names = (item: Item, concept: string): boolean => item.hits.some((hit: TermHit) => hit.concept === concept);
  return items.every((item, b) => {
    if (!names(item, other)) return true;
    const start = sentenceStart(items, b);
    const sentence = items.slice(start, sentenceEnd(items, b));
    const at = b - start;
    const named = sentence.flatMap((one, place) => (names(one, own) ? [place] : []));
    // "It is not the same as B": a pronoun takes up what is not named.
    const places = named.length > 0 ? named : isCue(sentence[0], "it") ? [0] : [];
    return places.some((place) => isApart(sentence, Math.min(place, at), Math.max(place, at), index));
  });
}

/** Words between two terms of a sentence, before the first or after the second tell them apart. */
function isApart(sentence: readonly Item[], a: number, b: number, index: TermIndex): boolean {
  const between = sentence.slice(a + 1, b);
  if (between.some((item) => isCue(item, "contrast", "differ", "confuse", "wrong", "like") || isDenial(item)))
    return true;
  const governor = governorOf({ items: sentence, a, b, forms: index.language.words });
  if (isCue(governor, "contrast", "differ", "like")) return true;
  const around = [...sentence.slice(0, a), ...sentence.slice(b + 1)];
  return around.some((item) => isCue(item, "difference", "differ", "confuse")) && !around.some(isDenial);
}

const isDenial = (item: Item): boolean => isCue(item, "not") && !isCue(item, "notOnly");
