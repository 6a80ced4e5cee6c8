// Compiles the terms of one language into an index for finding them by their words.
import { detached } from "../detached.ts";
import type { Language } from "../language/language.ts";
import { asSeen } from "./as-seen.ts";
import { createLexicon, enterWord, matchWord, type Lexicon, type WordMatch } from "./lexicon.ts";
import type { Script } from "./look-alikes.ts";
import type { Concept, Term, Termbase } from "./termbase.ts";
import { fold, jointBetween, tokenise, type Joint } from "./tokens.ts";

/** A term as it stands in the index: with its concept and what joins its words. */
export type IndexedTerm = {
  concept: Concept;
  term: Term;
  words: string[];
  joints: Joint[];
  /** Written in one word although the termbase has several, or with its words in another order. */
  variant: boolean;
};

/** A step on the way through the words of the terms. */
export type Step = { next: Map<number, Step>; ends: IndexedTerm[] };

/** What a word of a text is to the terms. */
export type MetWord = {
  matches: readonly WordMatch[];
  /** It may be the first part of a term of one word that the text writes in several. */
  beginsSplitWord: boolean;
};

export type TermIndex = {
  language: Language;
  /** The script in which its texts are read. */
  script: Script;
  concepts: Map<string, Concept>;
  /** For each concept, the concepts that it must not be equated with, in both directions. */
  distinct: Map<string, ReadonlySet<string>>;
  /** All terms of the language, by concept. */
  terms: Map<string, Term[]>;
  /** Words that stand beside the head noun in the terms of one concept only: "intramuscular". */
  modifiers: Map<number, string>;
  /** The words of other classes that stand for terms; undefined when the termbase lists none. */
  family: TermIndex | undefined;
  lexicon: Lexicon;
  first: Step;
  /** What words of texts were found to be; only a memory, emptied when it grows too large. */
  seen: Map<string, MetWord | null>;
  /** The word that was met last of all words with the same hash. */
  recent: ({ word: string; met: MetWord | null } | undefined)[];
};

/** Compiles the terms of a language, once for all texts. A region (`en-GB`) falls back on its base language. */
export function compileTerms(termbase: Termbase, language: Language): TermIndex {
  const index: TermIndex = {
    language,
    script: language.words.script ?? "Latin",
    concepts: new Map(termbase.concepts.map((concept) => [concept.id, concept])),
    distinct: distinctPairs(termbase.concepts),
    terms: new Map(),
    modifiers: new Map(),
    family: compileFamilies(termbase, language),
    lexicon: createLexicon(language.words),
    first: { next: new Map(), ends: [] },
    seen: new Map(),
    recent: Array.from({ length: recentWords }, () => undefined),
  };
  const entered: IndexedTerm[] = [];
  for (const concept of termbase.concepts) {
    const terms = termsIn(concept, language);
    index.terms.set(concept.id, terms);
    for (const term of terms) entered.push(...enterTerm(index, concept, term));
  }
  enterVariants(index, entered);
  enterModifiers(index, entered);
  return index;
}

function termsIn(concept: Concept, { code }: Language): Term[] {
  return concept.terms[code] ?? concept.terms[code.split("-")[0] ?? ""] ?? [];
}

/** The families of all terms as a termbase of their own: they name their concepts only where nothing else does. */
function compileFamilies({ concepts }: Termbase, language: Language): TermIndex | undefined {
  const families = concepts.flatMap(({ id, ...concept }): Concept[] => {
    const words = termsIn({ id, ...concept }, language).flatMap(({ family = [] }) => family);
    const terms = words.map((term): Term => ({ term, status: "admitted" }));
    return terms.length === 0 ? [] : [{ id, definition: {}, distinctFrom: [], terms: { [language.code]: terms } }];
  });
  return families.length === 0 ? undefined : compileTerms({ concepts: families }, language);
}

function distinctPairs(concepts: readonly Concept[]): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>(concepts.map((concept) => [concept.id, new Set()]));
  for (const concept of concepts) {
    for (const other of concept.distinctFrom ?? []) {
      if (other === concept.id) continue;
      pairs.get(concept.id)?.add(other);
      pairs.get(other)?.add(concept.id);
    }
  }
  return pairs;
}

function enterTerm(index: TermIndex, concept: Concept, term: Term): IndexedTerm[] {
  const regular = indexedTerm(concept, term, asSeen(term.term, index.script).text);
  addPath(
    index,
    regular.words.map((word) => enterWord(index.lexicon, word, term.type === "abbreviation" ? "abbreviation" : "word")),
    regular,
  );
  for (const form of term.forms ?? []) {
    const irregular = indexedTerm(concept, term, asSeen(form, index.script).text);
    addPath(
      index,
      irregular.words.map((word) => enterWord(index.lexicon, word, "whole")),
      irregular,
    );
  }
  return term.type === "abbreviation" ? [] : [regular];
}

function indexedTerm(concept: Concept, term: Term, written: string): IndexedTerm {
  const tokens = tokenise(written).filter((token) => token.isWord);
  const joints = tokens.slice(1).map((token, at) => jointBetween(written, tokens[at]?.end ?? 0, token.start));
  return { concept, term, words: tokens.map((token) => written.slice(token.start, token.end)), joints, variant: false };
}

function addPath(index: TermIndex, numbers: readonly number[], term: IndexedTerm): void {
  if (numbers.length === 0) return;
  let step = index.first;
  for (const number of numbers) {
    let next = step.next.get(number);
    if (!next) step.next.set(number, (next = { next: new Map(), ends: [] }));
    step = next;
  }
  step.ends.push(term);
}

/** Enters terms of several words also as one word, and in other orders; a listed spelling always goes before. */
function enterVariants(index: TermIndex, entered: readonly IndexedTerm[]): void {
  const listed = new Set(entered.map((indexed) => indexed.words.map(fold).join(" ")));
  for (const indexed of entered) {
    if (indexed.words.length < 2 || indexed.words.length > 3) continue;
    const closed = indexed.words.map(fold).join("");
    if (!listed.has(closed)) addPath(index, [enterWord(index.lexicon, closed, "word")], { ...indexed, variant: true });
    if (!index.language.words.freeOrder) continue;
    for (const words of otherOrders(indexed.words)) {
      if (listed.has(words.map(fold).join(" "))) continue;
      addPath(
        index,
        words.map((word) => enterWord(index.lexicon, word, "word")),
        { ...indexed, words, variant: true },
      );
    }
  }
}

const shortestModifier = 5;

/** A modifier shows its concept even with another head ("intramuscular acupuncture"), if no other concept uses it. */
function enterModifiers(index: TermIndex, entered: readonly IndexedTerm[]): void {
  const concepts = new Map<number, Set<string>>();
  const modifiers = new Set<number>();
  for (const { concept, term, words } of entered) {
    for (const [at, word] of words.entries()) {
      const number = enterWord(index.lexicon, word, "word");
      concepts.set(number, (concepts.get(number) ?? new Set()).add(concept.id));
      const besideHead = words.length === 2 && (index.language.words.freeOrder || at === 0);
      if (besideHead && word.length >= shortestModifier && term.status !== "deprecated") modifiers.add(number);
    }
  }
  for (const number of modifiers) {
    const [only, second] = concepts.get(number) ?? [];
    if (only !== undefined && second === undefined) index.modifiers.set(number, only);
  }
}

function otherOrders(words: readonly string[]): string[][] {
  const [first = "", second = "", third] = words;
  if (third === undefined) return [[second, first]];
  return [
    [first, third, second],
    [second, first, third],
    [second, third, first],
    [third, first, second],
    [third, second, first],
  ];
}

const recentWords = 2 ** 15;

/** What the word at a place of a text is. Most were met before, and are known without being cut out of the text. */
export function lookUpAt(index: TermIndex, text: string, start: number, end: number): MetWord | null {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = hash & (recentWords - 1);
  const recent = index.recent[slot];
  if (recent?.word.length === end - start && text.startsWith(recent.word, start)) return recent.met;
  const word = detached(text.slice(start, end));
  const met = lookUp(index, word);
  index.recent[slot] = { word, met };
  return met;
}

const longestMemory = 100_000;

/** What a word of a text is, from memory if it was met before; null if it is nothing to any term. */
export function lookUp(index: TermIndex, written: string): MetWord | null {
  const known = index.seen.get(written);
  if (known !== undefined) return known;
  const word = detached(written);
  const matches = matchWord(index.lexicon, word);
  const beginsSplitWord = word.length >= 4 && index.lexicon.prefixes.has(fold(word));
  const met = matches.length > 0 || beginsSplitWord ? { matches, beginsSplitWord } : null;
  if (index.seen.size >= longestMemory) index.seen.clear();
  index.seen.set(word, met);
  return met;
}
