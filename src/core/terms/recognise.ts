// Finds the terms of a termbase in running text: inflected, in compounds, spaced or hyphenated.
import { asSeen, type SeenText } from "./as-seen.ts";
import { suspendedAt } from "./suspended.ts";
import { lookUp, lookUpAt, type IndexedTerm, type MetWord, type Step, type TermIndex } from "./term-index.ts";
import type { WordMatch } from "./lexicon.ts";
import type { TermStatus } from "./termbase.ts";
import { isVerbAt } from "./verb.ts";
import { fold, jointBetween, wordEnd, wordStart, type Joint } from "./tokens.ts";

export type TermHit = {
  /** UTF-16 offsets of the whole word or words that hold the term. */
  start: number;
  end: number;
  /** Id of the concept. */
  concept: string;
  /** The term in its dictionary form. */
  term: string;
  status: TermStatus;
  /** The term stands in its dictionary form, apart from case. */
  exact: boolean;
  /** What follows the term's last word in the text: its ending or the rest of the compound. */
  rest: string;
  /** The term is a part of a compound. */
  compound: boolean;
  /** A compound that is only like the concept or without it. */
  unlike: boolean;
  /** The words of the text from the first to the last of the term, without hyphenated neighbours. */
  core: { start: number; end: number };
};

type Word = { start: number; end: number; met: MetWord | null };
type Candidate = { indexed: IndexedTerm; last: number; match: WordMatch; exact: boolean; score: number };

/** All terms in a text in order, as a reader sees it; their places are those of the written text. */
export function findTerms(text: string, index: TermIndex): TermHit[] {
  const seen = asSeen(text, index.script);
  const hits = findSeenTerms(seen.text, index);
  return seen.text === text ? hits : hits.map((hit) => asWritten(hit, seen));
}

/** A hit in a seen text, with its places in the written one. */
export function asWritten(hit: TermHit, seen: SeenText): TermHit {
  return { ...hit, ...seen.placeOf(hit.start, hit.end), core: seen.placeOf(hit.core.start, hit.core.end) };
}

/**
 * All terms in a text that is as it is seen. The longest wins; two hits share a place only if one compound holds two
 * concepts.
 */
export function findSeenTerms(text: string, index: TermIndex): TermHit[] {
  const words = knownWords(text, index);
  if (!words) return [];
  const hits: TermHit[] = [];
  for (let at = 0; at < words.length;) {
    if (!words[at]?.met) {
      at += 1;
      continue;
    }
    const best = bestAt(text, index, words, at);
    for (const candidate of best) hits.push(asHit(text, index, words, at, candidate));
    if (best.length === 0) hits.push(...suspendedHits(text, index, words, at));
    at = best[0] ? best[0].last + 1 : at + 1;
  }
  return withHyphenatedNeighbours(text, hits, index);
}

/** The words of a text with what they are to the terms; undefined if none of them can begin a term, as in most texts. */
function knownWords(text: string, index: TermIndex): Word[] | undefined {
  const words: Word[] = [];
  let holdsTerm = false;
  for (let at = 0; at < text.length;) {
    const end = wordEnd(text, at);
    if (end > at) {
      const met = lookUpAt(index, text, at, end);
      if (met !== null) holdsTerm = true;
      words.push({ start: at, end, met });
    }
    at = Math.max(end, at + 1);
  }
  return holdsTerm ? words : undefined;
}

/** The best candidates that begin at a word: one, or several concepts in one compound. */
function bestAt(text: string, index: TermIndex, words: readonly Word[], at: number): Candidate[] {
  let candidates = candidatesAt(text, index, words, at);
  let best = longest(candidates);
  while (best && best.last > at) {
    const limit = isVerb(text, index, words, at, best) ? best.last : brokenAt(text, index, words, at, best);
    if (limit === undefined) break;
    candidates = candidates.filter((candidate) => candidate.last < limit);
    best = longest(candidates);
  }
  if (!best) return [];
  if (best.match.part === "form") return [best];
  const concepts = new Map([[best.indexed.concept.id, best]]);
  for (const other of candidates) {
    const { id } = other.indexed.concept;
    if (other.last === best.last && other.match.part !== "form" && !concepts.has(id)) concepts.set(id, other);
  }
  return [...concepts.values()];
}

function candidatesAt(text: string, index: TermIndex, words: readonly Word[], at: number): Candidate[] {
  const met = words[at]?.met;
  if (!met) return [];
  const candidates: Candidate[] = [];
  for (const match of met.matches) follow(text, words, at, match, index.first, [], true, candidates);
  if (met.beginsSplitWord) addSplitWords(text, index, words, at, candidates);
  return candidates;
}

function longest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const next of candidates) {
    if (!best || next.last > best.last || (next.last === best.last && next.score > best.score)) best = next;
  }
  return best;
}

/** In "dry acupuncture needle" the last two words belong together: the place where such a term breaks a candidate. */
function brokenAt(
  text: string,
  index: TermIndex,
  words: readonly Word[],
  at: number,
  best: Candidate,
): number | undefined {
  for (let next = at + 1; next <= best.last; next += 1) {
    const rival = longest(candidatesAt(text, index, words, next));
    if (!rival) continue;
    const whole = rival.last === best.last && best.match.part === "first" && rival.match.part === "form";
    if (rival.last > best.last || whole) return next;
  }
  return undefined;
}

function follow(
  text: string,
  words: readonly Word[],
  at: number,
  match: WordMatch,
  step: Step,
  joints: readonly Joint[],
  exact: boolean,
  candidates: Candidate[],
): void {
  const next = step.next.get(match.word);
  if (!next) return;
  const exactSoFar = exact && match.exact;
  for (const indexed of next.ends) {
    const fit = jointFit(indexed.joints, joints);
    if (fit < 0 || (indexed.variant && match.part !== "form" && match.part !== "first")) continue;
    const score = fit * 4 + (indexed.variant ? 0 : 2) + (exactSoFar ? 1 : 0) + statusScore(indexed.term.status);
    candidates.push({ indexed, last: at, match, exact: exactSoFar && fit === 2, score });
  }
  if (next.next.size === 0 || (match.part !== "form" && match.part !== "last")) return;
  const word = words[at];
  const following = words[at + 1];
  if (!word || !following) return;
  const joint = jointBetween(text, word.end, following.start);
  if (joint === "none") return;
  for (const nextMatch of following.met?.matches ?? []) {
    if (nextMatch.part !== "form" && nextMatch.part !== "first") continue;
    follow(text, words, at + 1, nextMatch, next, [...joints, joint], exactSoFar, candidates);
  }
}

/** On equal terms the word that is no mistake is taken. */
function statusScore(status: TermStatus): number {
  return status === "preferred" ? 0.5 : status === "admitted" ? 0.25 : 0;
}

/** How well what joins the words of the text fits the term: 2 exactly, 1 as a variant spelling, -1 not at all. */
function jointFit(listed: readonly Joint[], met: readonly Joint[]): number {
  let fit = 2;
  for (const [at, joint] of met.entries()) {
    const wanted = listed[at] ?? "space";
    if (wanted === joint) continue;
    if (joint === "dash" || wanted === "dash") return -1;
    fit = 1;
  }
  return fit;
}

const mostParts = 3;

/** A term of one word that the text writes in two or three, spaced or hyphenated. */
function addSplitWords(
  text: string,
  index: TermIndex,
  words: readonly Word[],
  at: number,
  candidates: Candidate[],
): void {
  let joined = "";
  for (let last = at; last < at + mostParts; last += 1) {
    const word = words[last];
    const before = words[last - 1];
    if (!word) return;
    if (last > at && before) {
      const joint = jointBetween(text, before.end, word.start);
      if (joint !== "hyphen" && joint !== "space") return;
    }
    joined += fold(text.slice(word.start, word.end));
    if (last > at) {
      for (const match of lookUp(index, joined)?.matches ?? []) {
        if (match.part !== "form" && match.part !== "first") continue;
        if (joined.length - match.rest.length <= joined.length - (word.end - word.start)) continue;
        for (const indexed of index.first.next.get(match.word)?.ends ?? []) {
          if (indexed.term.type === "abbreviation") continue;
          candidates.push({ indexed, last, match, exact: false, score: 1 + statusScore(indexed.term.status) });
        }
      }
    }
    // The first word alone is known to begin such a term.
    if (last > at && !index.lexicon.prefixes.has(joined)) return;
  }
}

/** A deprecated term of several words whose first word is here the verb of a statement: "may trigger spots". */
function isVerb(text: string, index: TermIndex, words: readonly Word[], at: number, best: Candidate): boolean {
  return best.indexed.term.status === "deprecated" && isVerbAt(text, index.language, words, at, best.last);
}

/** The terms whose beginning alone stands at a word: "shock- and pressure waves". */
function suspendedHits(text: string, index: TermIndex, words: readonly Word[], at: number): TermHit[] {
  const word = words[at];
  if (!word?.met?.beginsSplitWord) return [];
  return suspendedAt(text, index, words, at).map(({ concept, term }): TermHit => {
    const place = { start: word.start, end: word.end + 1 };
    const { term: name, status } = term;
    return {
      ...place,
      concept: concept.id,
      term: name,
      status,
      exact: false,
      rest: "",
      compound: true,
      unlike: false,
      core: place,
    };
  });
}

function asHit(text: string, index: TermIndex, words: readonly Word[], first: number, candidate: Candidate): TermHit {
  const start = words[first]?.start ?? 0;
  const end = words[candidate.last]?.end ?? start;
  const { indexed, match } = candidate;
  const inCompound = match.part !== "form";
  return {
    start,
    end,
    concept: indexed.concept.id,
    term: indexed.term.term,
    status: indexed.term.status,
    exact: candidate.exact,
    rest: match.rest,
    compound: inCompound,
    unlike: inCompound && isUnlike(index, text.slice(start, end)),
    core: { start, end },
  };
}

function isUnlike(index: TermIndex, word: string): boolean {
  const folded = fold(word);
  return (index.language.words.unlikeTails ?? []).some((tail) => folded.includes(tail));
}

const longestChain = 6;

/** A word joined by a hyphen belongs to the compound: it widens the hit, unless it is a hit itself. */
function withHyphenatedNeighbours(text: string, hits: TermHit[], index: TermIndex): TermHit[] {
  return hits.map((hit, at) => {
    const next = hits.slice(at + 1, at + 3).find((other) => other.start >= hit.end);
    const end = widenedEnd(text, hit.end, next ? next.start : text.length);
    const unlike = hit.unlike || isDenied(text, hit.start, index) || isUnlike(index, text.slice(hit.end, end));
    return end === hit.end && unlike === hit.unlike ? hit : { ...hit, end, unlike, compound: true };
  });
}

/** "Non-X", "ikke-X": the word before the hyphen denies. */
function isDenied(text: string, start: number, { language: { words } }: TermIndex): boolean {
  if (!"-‐‑".includes(text[start - 1] ?? " ")) return false;
  const word = fold(text.slice(wordStart(text, start - 1), start - 1));
  return words.denyingPrefixes?.includes(word) === true;
}

function widenedEnd(text: string, from: number, limit: number): number {
  let end = from;
  for (let count = 0; count < longestChain; count += 1) {
    if (!"-‐‑".includes(text[end] ?? " ")) return end;
    const next = wordEnd(text, end + 1);
    if (next === end + 1 || next > limit) return end;
    end = next;
  }
  return end;
}
