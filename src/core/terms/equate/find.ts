// Finds the places where a text equates two concepts that must be kept apart.
import { lookUp, type TermIndex } from "../index.ts";
import type { TermHit } from "../recognise.ts";
import { jointBetween } from "../tokens.ts";
import { readConstruction } from "./construction.ts";
import { itemsOf, type Item } from "./items.ts";
import { isReference } from "./reference.ts";
import { isAsserted } from "./truth.ts";

export type Equation = { start: number; end: number; first: TermHit; second: TermHit };

const longestGap = 50;
const mostTermsBetween = 8;

/** All equations in a text, given its terms, in order. */
export function findEquations(text: string, hits: readonly TermHit[], index: TermIndex): Equation[] {
  if (!canEquate(hits, index) && index.modifiers.size === 0) return [];
  const items = itemsOf(text, hits, index);
  const equations: Equation[] = [];
  const termPlaces: number[] = [];
  for (const [at, item] of items.entries()) {
    if (item.kind !== "term") continue;
    const own = withinCompound(item, index) ?? withForeignModifier(text, items, at, index);
    if (own) equations.push(own);
    for (const equation of equationsEndingAt(text, items, termPlaces, at, index)) equations.push(equation);
    termPlaces.push(at);
  }
  return equations;
}

/** Whether two concepts that must be kept apart stand near each other at all. */
function canEquate(hits: readonly TermHit[], index: TermIndex): boolean {
  return hits.some((hit, at) => {
    const distinct = index.distinct.get(hit.concept);
    return (
      distinct !== undefined &&
      distinct.size > 0 &&
      hits.slice(at + 1, at + 2 + mostTermsBetween).some((other) => distinct.has(other.concept))
    );
  });
}

/** A compound that holds both concepts. */
function withinCompound(item: Item, index: TermIndex): Equation | undefined {
  const [first, second] = item.hits;
  if (!first || !second || first.unlike || !index.distinct.get(first.concept)?.has(second.concept)) return undefined;
  return { start: item.start, end: item.end, first, second };
}

/** "Intramuscular acupuncture": beside a term stands the word by which another concept's term is known. */
function withForeignModifier(text: string, items: readonly Item[], at: number, index: TermIndex): Equation | undefined {
  const hit = items[at]?.hits[0];
  if (!hit || hit.status === "deprecated" || hit.unlike) return undefined;
  for (const beside of index.language.words.freeOrder ? [at - 1, at + 1] : [at - 1]) {
    const word = items[beside];
    if (word?.kind !== "word") continue;
    const [first, second] = beside < at ? [word, hit] : [hit, word];
    const joint = jointBetween(text, first.end, second.start);
    if (joint !== "space" && joint !== "hyphen") continue;
    const concept = modifiedConcept(text.slice(word.start, word.end), index);
    if (concept === undefined || !index.distinct.get(concept)?.has(hit.concept)) continue;
    const modifier = { ...hit, start: word.start, end: word.end, concept };
    return { start: first.start, end: second.end, first: modifier, second: hit };
  }
  return undefined;
}

function modifiedConcept(word: string, index: TermIndex): string | undefined {
  for (const match of lookUp(index, word)?.matches ?? []) {
    const concept = match.part === "form" ? index.modifiers.get(match.word) : undefined;
    if (concept !== undefined) return concept;
  }
  return undefined;
}

/** Equations of the term at `b` with terms before it; of each concept only the nearest term counts. */
function equationsEndingAt(
  text: string,
  items: readonly Item[],
  termPlaces: readonly number[],
  b: number,
  index: TermIndex,
): Equation[] {
  const equations: Equation[] = [];
  for (const second of items[b]?.hits ?? []) {
    if (second.unlike) continue;
    const distinct = index.distinct.get(second.concept);
    if (!distinct || distinct.size === 0) continue;
    const passed = new Set<string>();
    for (let step = 1; step <= mostTermsBetween; step += 1) {
      const a = termPlaces[termPlaces.length - step];
      if (a === undefined || b - a > longestGap || passed.has(second.concept)) break;
      for (const first of items[a]?.hits ?? []) {
        if (passed.has(first.concept)) continue;
        passed.add(first.concept);
        if (first.unlike || !distinct.has(first.concept)) continue;
        const equation = equationOf(text, items, a, b, first, second, index);
        if (equation) equations.push(equation);
      }
    }
  }
  return equations;
}

function equationOf(
  text: string,
  items: readonly Item[],
  a: number,
  b: number,
  first: TermHit,
  second: TermHit,
  index: TermIndex,
): Equation | undefined {
  const place = { items, a, b, forms: index.language.words };
  const construction = readConstruction(place);
  if (construction?.kind === "predicate" && isPossessor(text, items, b, second)) return undefined;
  if (!construction || !isAsserted(place, construction)) return undefined;
  const start = first.start;
  const end = withClosingBracket(text, start, second.end);
  if (isReference(text, start, end) || isAddress(text, start)) return undefined;
  return { start, end, first, second };
}

/** "A is acupuncture's cousin": B only tells whose the noun after it is. */
function isPossessor(text: string, items: readonly Item[], b: number, second: TermHit): boolean {
  if (items[b + 1]?.kind !== "word") return false;
  return (
    /['’]s$/u.test(text.slice(second.start, second.end)) || /^[a-zæøåäö]+s$/u.test(second.compound ? "" : second.rest)
  );
}

const closing: Record<string, string> = { "(": ")", "[": "]" };

/** A closing bracket right after the second term belongs to the match if its opening one does. */
function withClosingBracket(text: string, start: number, end: number): number {
  for (const [open, close] of Object.entries(closing)) {
    if (text[end] === close && text.slice(start, end).lastIndexOf(open) > text.slice(start, end).lastIndexOf(close))
      return end + 1;
  }
  return end;
}

const longestAddress = 200;

/** Whether a place lies inside a web or mail address. */
function isAddress(text: string, at: number): boolean {
  const before = /\S*$/u.exec(text.slice(Math.max(0, at - longestAddress), at))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(at, at + longestAddress))?.[0] ?? "";
  return /:\/\/|^www\.|@|\p{L}\.\p{Ll}{2,}\//u.test(before + after);
}
