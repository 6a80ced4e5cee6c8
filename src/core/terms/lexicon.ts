// The words of all terms of one language, and which of them a word of running text is.
import type { WordForms } from "../language/words.ts";
import { stemsOf } from "./stems.ts";
import { fold, foldKeepingCase } from "./tokens.ts";

/** How a text word holds a term's word: as an inflected form, or as a part of a compound. */
export type Part = "form" | "first" | "last" | "middle";

export type WordMatch = {
  /** Number of the term's word in the lexicon. */
  word: number;
  part: Part;
  /** What follows the word: its ending, or the rest of the compound (with its joint). */
  rest: string;
  /** The dictionary word was met unchanged. */
  exact: boolean;
};

type Entry = { word: number; bare: boolean; dictionary: boolean };

export type Lexicon = {
  forms: WordForms;
  endings: ReadonlySet<string>;
  longestEnding: number;
  /** Stems of the words, folded. */
  stems: Map<string, Entry[]>;
  /** Abbreviations, with their case. */
  abbreviations: Map<string, number>;
  /** First letters of the abbreviations. */
  initials: Set<string>;
  /** Irregular whole forms. */
  whole: Map<string, number[]>;
  numbers: Map<string, number>;
  /** The first letters of every stem: a cheap test of where in a compound a term can begin. */
  beginnings: Set<string>;
  /** Every beginning of every word, for words that a text writes in two parts. */
  prefixes: Set<string>;
};

const beginningLength = 4;
const longestWord = 64;

export function createLexicon(forms: WordForms): Lexicon {
  return {
    forms,
    endings: new Set(["", ...forms.endings]),
    longestEnding: Math.max(0, ...forms.endings.map((ending) => ending.length)),
    stems: new Map(),
    abbreviations: new Map(),
    initials: new Set(),
    whole: new Map(),
    numbers: new Map(),
    beginnings: new Set(),
    prefixes: new Set(),
  };
}

/** The number of a term's word; a new word gets its stems entered. */
export function enterWord(lexicon: Lexicon, written: string, kind: "word" | "abbreviation" | "whole"): number {
  const key = kind === "word" ? fold(written) : kind === "whole" ? `=${fold(written)}` : `#${foldKeepingCase(written)}`;
  const known = lexicon.numbers.get(key);
  if (known !== undefined) return known;
  const number = lexicon.numbers.size;
  lexicon.numbers.set(key, number);
  if (kind === "abbreviation") enterAbbreviation(lexicon, foldKeepingCase(written), number);
  else if (kind === "whole") append(lexicon.whole, fold(written), number);
  else enterStems(lexicon, fold(written), number);
  return number;
}

function enterAbbreviation(lexicon: Lexicon, word: string, number: number): void {
  lexicon.abbreviations.set(word, number);
  lexicon.initials.add(word.slice(0, 1));
}

function enterStems(lexicon: Lexicon, word: string, number: number): void {
  for (const { stem, bare } of stemsOf(word, lexicon.forms)) {
    append(lexicon.stems, stem, { word: number, bare, dictionary: stem === word });
    lexicon.beginnings.add(stem.slice(0, beginningLength));
  }
  for (let length = 2; length < word.length && length < longestWord; length += 1) {
    lexicon.prefixes.add(word.slice(0, length));
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Every word of the terms that a text word is or holds, whole forms first. */
export function matchWord(lexicon: Lexicon, written: string): WordMatch[] {
  const word = fold(written);
  const whole = (lexicon.whole.get(word) ?? []).map((number): WordMatch => ({
    word: number,
    part: "form",
    rest: "",
    exact: false,
  }));
  const abbreviation = matchAbbreviation(lexicon, foldKeepingCase(written));
  const formMatches = matchForm(lexicon, word);
  const matches = [...whole, ...abbreviation, ...formMatches];
  for (const prefix of lexicon.forms.prefixes ?? []) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 3)
      matches.push(...matchForm(lexicon, word.slice(prefix.length)));
  }
  if (matches.length === 0 && lexicon.forms.compoundJoints) matches.push(...matchCompound(lexicon, word));
  const noted = matches.length === 0 ? /^(\p{L}{3,})(\d{1,2})$/u.exec(written) : null;
  return noted ? matchNoted(lexicon, noted[1] ?? "", noted[2] ?? "") : matches;
}

/** A word with a note's number behind it, which was raised: "IMS1". */
function matchNoted(lexicon: Lexicon, word: string, number: string): WordMatch[] {
  return matchWord(lexicon, word).map((match) => ({ ...match, rest: match.rest + number, exact: false }));
}

function matchAbbreviation(lexicon: Lexicon, word: string): WordMatch[] {
  if (!lexicon.initials.has(word.slice(0, 1))) return [];
  for (let length = word.length; length >= Math.min(2, word.length); length -= 1) {
    const number = lexicon.abbreviations.get(word.slice(0, length));
    if (number === undefined) continue;
    const rest = word.slice(length);
    if (rest !== "" && rest !== rest.toLowerCase()) continue;
    const bareRest = rest.replace("'", "");
    if (lexicon.endings.has(bareRest)) return [{ word: number, part: "form", rest, exact: rest === "" }];
    if (lexicon.forms.compoundJoints && rest.length >= 4) return [{ word: number, part: "first", rest, exact: false }];
  }
  return [];
}

/** The words whose inflected form a folded word is. */
function matchForm(lexicon: Lexicon, word: string): WordMatch[] {
  const matches: WordMatch[] = [];
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  // A word of one letter ("X-ray") has no endings, and is nothing with one cut off.
  for (let cut = 0; cut <= lexicon.longestEnding && (cut === 0 || plain.length - cut >= 2); cut += 1) {
    const ending = plain.slice(plain.length - cut);
    if (!lexicon.endings.has(ending)) continue;
    for (const entry of lexicon.stems.get(plain.slice(0, plain.length - cut)) ?? []) {
      if (cut === 0 && !entry.bare) continue;
      if (matches.some((match) => match.word === entry.word)) continue;
      matches.push({ word: entry.word, part: "form", rest: ending, exact: cut === 0 && entry.dictionary });
    }
  }
  return matches;
}

const shortestFirst = 3;
const shortestLast = 5;
const shortestMiddle = 6;

function matchCompound(lexicon: Lexicon, whole: string): WordMatch[] {
  const word = whole.slice(0, longestWord);
  const matches = matchFirst(lexicon, word, shortestFirst);
  for (let from = 3; from <= word.length - shortestLast; from += 1) {
    if (!lexicon.beginnings.has(word.slice(from, from + beginningLength))) continue;
    const tail = word.slice(from);
    const last = matchForm(lexicon, tail).filter((match) => tail.length - match.rest.length >= shortestLast - 1);
    if (tail.length >= shortestLast && last.length > 0) {
      matches.push(...last.map((match): WordMatch => ({ ...match, part: "last", exact: false })));
      break;
    }
    if (matches.length > 0) continue;
    const middle = matchFirst(lexicon, tail, shortestMiddle);
    matches.push(...middle.map((match): WordMatch => ({ ...match, part: "middle" })));
  }
  return matches;
}

/** The longest word of the terms that a compound begins with. */
function matchFirst(lexicon: Lexicon, word: string, shortest: number): WordMatch[] {
  for (let length = word.length - 3; length >= shortest; length -= 1) {
    const entries = lexicon.stems.get(word.slice(0, length));
    if (!entries) continue;
    const rest = word.slice(length);
    if (!isCompoundRest(lexicon, rest, length)) continue;
    const joined = entries.filter((entry) => entry.dictionary || startsWithJoint(lexicon, rest));
    if (joined.length > 0) {
      return joined.map((entry) => ({ word: entry.word, part: "first", rest, exact: false }));
    }
  }
  return [];
}

function startsWithJoint(lexicon: Lexicon, rest: string): boolean {
  return (lexicon.forms.compoundJoints ?? []).some((joint) => joint !== "" && rest.startsWith(joint));
}

/** Whether letters can be the rest of a compound, rather than the end of another word that begins alike. */
function isCompoundRest(lexicon: Lexicon, rest: string, firstLength: number): boolean {
  if (firstLength < 6 && rest.length < 4) return false;
  if (lexicon.forms.derivations?.includes(rest)) return false;
  return !/^(.)\1/u.test(rest) && /[aeiouyæøåäöü]/u.test(rest);
}
