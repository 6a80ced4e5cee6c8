// Finds the places where a text equates two concepts that must be kept apart.
import { lookUp, type TermIndex } from "../term-index.ts";
import type { TermHit } from "../recognise.ts";
import { isInName } from "../names.ts";
import { isBlank, wordEnd, wordStart } from "../tokens.ts";
import { readConstruction } from "./construction.ts";
import { itemsOf, type Item } from "./items.ts";
import { firstOfObjects, lastOfSubjects } from "./lists.ts";
import { governorOf, type Place } from "./place.ts";
import { isReference } from "./reference.ts";
import type { Row } from "./rows.ts";
import { endsSentence, isCue, isMark, isPlain } from "./row.ts";
import { isAsserted } from "./truth.ts";

export type Equation = { start: number; end: number; first: TermHit; second: TermHit };

const longestGap = 50;
const mostTermsBetween = 8;

/** All equations in a text, given its terms, in order. `rows` are those to read by, where they are not all. */
export function findEquations(
  text: string,
  hits: readonly TermHit[],
  index: TermIndex,
  rows?: readonly Row[],
): Equation[] {
  const modified = hits.flatMap((hit, at) => {
    const equation = withForeignModifier(text, hit, index);
    const free =
      equation && equation.start >= (hits[at - 1]?.end ?? 0) && equation.end <= (hits[at + 1]?.start ?? Infinity);
    return free ? [equation] : [];
  });
  const equations: Equation[] = [];
  for (const { from, to } of partsToRead(text, hits, index)) {
    const termPlaces: number[] = [];
    const items = itemsOf(text, hits, index, from, to);
    for (const [at, item] of items.entries()) {
      if (item.kind !== "term") continue;
      const own = withinCompound(item, index);
      if (own) equations.push(own);
      equations.push(...equationsEndingAt(text, items, termPlaces, at, index, rows));
      termPlaces.push(at);
    }
  }
  const found = [...withoutInner(modified, equations), ...equations];
  if (found.length === 0) return found;
  const isNamed = isInName(text);
  return found.filter(({ first, second }) => !isNamed(first.start, first.end) && !isNamed(second.start, second.end));
}

/** "A, called intramuscular B" is one equation, not two. */
function withoutInner(modified: readonly Equation[], equations: readonly Equation[]): Equation[] {
  const outer = new Set(equations.flatMap(({ second }) => [second.start, second.end]));
  return modified.filter(({ first, second, end }) => ![end, first.start, second.start].some((at) => outer.has(at)));
}

const context = 500;

/** The parts of a text where concepts that must be kept apart stand near each other, with what is around them. */
function partsToRead(text: string, hits: readonly TermHit[], index: TermIndex): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (const [at, hit] of hits.entries()) {
    const distinct = index.distinct.get(hit.concept);
    if (!distinct || distinct.size === 0) continue;
    const other = hits.slice(at + 1, at + 1 + mostTermsBetween).findLast((later) => distinct.has(later.concept));
    if (!other || other.start - hit.end > context) continue;
    const last = parts.at(-1);
    const to = blankAfter(text, other.end + context);
    if (last && last.to >= hit.start - context) last.to = Math.max(last.to, to);
    else parts.push({ from: blankBefore(text, hit.start - context), to });
  }
  return parts;
}

const longestSearch = 100;

function blankBefore(text: string, at: number): number {
  for (let from = at; from > 0 && from > at - longestSearch; from -= 1) if (isBlank(text.charCodeAt(from))) return from;
  return Math.max(0, at);
}

function blankAfter(text: string, at: number): number {
  for (let to = at; to < text.length && to < at + longestSearch; to += 1) if (isBlank(text.charCodeAt(to))) return to;
  return Math.min(text.length, at);
}

/** A compound that holds both concepts. */
function withinCompound(item: Item, index: TermIndex): Equation | undefined {
  const [first, second] = item.hits;
  if (!first || !second || first.unlike || !index.distinct.get(first.concept)?.has(second.concept)) return undefined;
  return { start: item.start, end: item.end, first, second };
}

/** "Intramuscular acupuncture": beside a term stands the word by which another concept's term is known. */
function withForeignModifier(text: string, hit: TermHit, index: TermIndex): Equation | undefined {
  const distinct = index.distinct.get(hit.concept);
  if (index.modifiers.size === 0 || hit.status === "deprecated" || hit.unlike || !distinct?.size) return undefined;
  const isJoint = (at: number): boolean => text[at] === "-" || (text[at] !== "\n" && isBlank(text.charCodeAt(at)));
  if (isJoint(hit.start - 1)) {
    const start = wordStart(text, hit.start - 1);
    const concept = modifiedConcept(text.slice(start, hit.start - 1), index);
    const first = { ...hit, start, end: hit.start - 1, concept: concept ?? "" };
    if (concept !== undefined && distinct.has(concept)) return { start, end: hit.end, first, second: hit };
  }
  if (index.language.words.freeOrder && isJoint(hit.end)) {
    const end = wordEnd(text, hit.end + 1);
    const concept = modifiedConcept(text.slice(hit.end + 1, end), index);
    const second = { ...hit, start: hit.end + 1, end, concept: concept ?? "" };
    if (concept !== undefined && distinct.has(concept)) return { start: hit.start, end, first: hit, second };
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
  rows: readonly Row[] | undefined,
): Equation[] {
  const equations: Equation[] = [];
  for (const second of items[b]?.hits ?? []) {
    if (second.unlike) continue;
    const distinct = index.distinct.get(second.concept);
    if (!distinct || distinct.size === 0) continue;
    const passed = new Set<string>();
    for (let step = 1; step <= mostTermsBetween; step += 1) {
      const a = termPlaces[termPlaces.length - step];
      if (a === undefined || b - a > longestGap) break;
      for (const first of items[a]?.hits ?? []) {
        const isNearest = !passed.has(first.concept) && !passed.has(second.concept);
        passed.add(first.concept);
        const isTold = equations.some((one) => one.second === second && one.first.concept === first.concept);
        if (first.unlike || !distinct.has(first.concept) || isTold) continue;
        if (isPossessor(text, items, b, second)) continue;
        const place = { items, a, b, forms: index.language.words, rows };
        const places = [...(isNearest ? [place, ...overPronoun(place)] : []), ...placesInLists(place)];
        const equation = equationAt(text, places, first, second);
        if (equation) equations.push(equation);
      }
    }
  }
  return equations;
}

/** Where A or B is one of several of which the same is said: the places of the members next to what is said. */
function placesInLists(place: Place): Place[] {
  const { items, a, b } = place;
  const words = items.slice(a + 1, b);
  const places: Place[] = [];
  if (words.some((item) => isCue(item, "kind", "classed"))) {
    const last = lastOfSubjects(place);
    if (last !== undefined && items.slice(last, b).some((item) => isCue(item, "kind", "classed")))
      places.push({ ...place, a: last });
  }
  const isKinds = isCue(governorOf(place), "kind", "kinds");
  if (isKinds || words.some((item) => isCue(item, "include", "example", "kind", "kinds"))) {
    const first = firstOfObjects(place);
    if (first !== undefined && announces(items.slice(a + 1, first), isKinds, items[a]))
      places.push({ ...place, b: first });
  }
  return places;
}

/** "A is a technique. It is quick. The technique is a form of B.": a sentence between that only takes A up is passed over. */
function overPronoun(place: Place): Place[] {
  const { items, a, b } = place;
  const stops = items.slice(a, b).flatMap((item, at) => (endsSentence(item) ? [a + at] : []));
  const [first = 0, second = 0] = stops;
  if (stops.length !== 2 || !isCue(items[first + 1], "it")) return [];
  if (items.slice(first + 1, second).some((item) => item.kind === "term")) return [];
  const removed = second - first;
  return [{ ...place, items: [...items.slice(0, first + 1), ...items.slice(second + 1)], b: b - removed }];
}

/** "Kinds of A are", "A includes", "A in several kinds:": a list of what A covers follows. */
function announces(words: readonly Item[], isKinds: boolean, a: Item | undefined): boolean {
  const [first] = words.filter((item) => !isMark(item, "quote"));
  if (isKinds && (isMark(first, "colon", "dash") || isCue(first, "copula"))) return true;
  // "kinds of A at our clinic:"
  const place = words.findIndex((item) => isMark(item, "colon"));
  if (
    isKinds &&
    isCue(first, "link") &&
    place > 1 &&
    place <= longestPlace &&
    words.slice(0, place).every(isPlainOrLink)
  )
    return true;
  const isWhole = !a?.hits.some(({ compound }) => compound);
  return isWhole && words.some((item) => isCue(item, "include", "example", "kinds"));
}

const longestPlace = 5;
const isPlainOrLink = (item: Item): boolean => isPlain(item) || isCue(item, "link", "we");

/** The equation of two terms, read at the first of some places at which it is said and true. */
function equationAt(text: string, places: readonly Place[], first: TermHit, second: TermHit): Equation | undefined {
  for (const place of places) {
    const equation = equationOf(text, place, first, second);
    if (equation) return equation;
  }
  return undefined;
}

function equationOf(text: string, place: Place, first: TermHit, second: TermHit): Equation | undefined {
  const construction = readConstruction(place);
  if (!construction || !isAsserted(place, construction)) return undefined;
  const start = first.start;
  const end = withClosingBracket(text, start, second.end);
  if (isReference(text, start, end)) return undefined;
  return { start, end, first, second };
}

/** "A is acupuncture's cousin": B only tells whose the noun after it is, unless that is its kind: "B's variant". */
function isPossessor(text: string, items: readonly Item[], b: number, second: TermHit): boolean {
  let noun = b + 1;
  while (isCue(items[noun], "modern", "classic")) noun += 1;
  if (noun === b + 1 && items[noun]?.kind !== "word") return false;
  if (isCue(items[noun], "kind", "kinds")) return false;
  return (
    /['’]s$/u.test(text.slice(second.start, second.end)) || /^[a-zæøåäö]+s$/u.test(second.compound ? "" : second.rest)
  );
}

const closing: Record<string, string> = { "(": ")", "[": "]" };

const longestBracket = 80;

/** A closing bracket belongs to the match if its opening one does: "A (a modern B of the muscles)". */
function withClosingBracket(text: string, start: number, end: number): number {
  const match = text.slice(start, end);
  for (const [open, close] of Object.entries(closing)) {
    if (match.lastIndexOf(open) <= match.lastIndexOf(close)) continue;
    const rest = text.slice(end, end + longestBracket);
    const length = rest.indexOf(close) + 1;
    if (length > 0 && !rest.slice(0, length).includes("\n") && !rest.slice(0, length).includes(open))
      return end + length;
  }
  return end;
}
