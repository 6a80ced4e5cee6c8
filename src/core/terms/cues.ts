// Compiles the cue words of a language and finds them in the words of a sentence.
import { detached } from "../detached.ts";
import { cueNames, type CueName, type Cues } from "../language/cues.ts";
import { fold, tokenise } from "./tokens.ts";

/** What one word of a text must be, begin with, or end with. */
type Element = { kind: "word" | "beginning" | "end" | "any"; text: string };

/** One place of a cue: single words among its choices, and all other choices. */
export type CuePart = { optional: boolean; words: ReadonlySet<string>; others: readonly Element[][] };

type Pattern = { parts: readonly CuePart[]; cue: CueName };
/** The lists that hold a word as it is, and the patterns that need a closer look. */
type Beginnings = { alone: readonly CueName[]; patterns: readonly Pattern[] };
type Affixes = { lengths: number[]; patterns: Map<string, Pattern[]> };

export type CueIndex = {
  byWord: Map<string, Pattern[]>;
  byBeginning: Affixes;
  byEnd: Affixes;
  /** The words that deny or undo: no wildcard takes one of them. */
  undoing: Set<string>;
  /** What can begin with a word; only a memory. */
  seen: Map<string, Beginnings>;
};

const compiled = new WeakMap<Cues, CueIndex>();

/** The cue index of a language's cues; compiled once for each list. */
export function cueIndexOf(cues: Cues): CueIndex {
  let index = compiled.get(cues);
  if (!index) compiled.set(cues, (index = compileCues(cues)));
  return index;
}

function compileCues(cues: Cues): CueIndex {
  const index: CueIndex = {
    byWord: new Map(),
    byBeginning: { lengths: [], patterns: new Map() },
    byEnd: { lengths: [], patterns: new Map() },
    undoing: new Set(),
    seen: new Map(),
  };
  for (const cue of Object.keys(cueNames) as CueName[]) {
    for (const written of cues[cue] ?? []) enterPattern(index, { parts: readCue(written), cue });
  }
  for (const cue of ["not", "wrong", "confuse", "believe"] as const) {
    for (const [first, ...rest] of (cues[cue] ?? []).map(readCue)) {
      if (rest.every((part) => part.optional)) for (const word of first?.words ?? []) index.undoing.add(word);
    }
  }
  return index;
}

/** The parts of a written cue; see `Cues` for how cues are written. */
export function readCue(written: string): CuePart[] {
  return written.split(" ").map((part) => {
    const optional = part.endsWith("?");
    const choices = (optional ? part.slice(0, -1) : part).split("/").flatMap(elementsOf);
    const isWord = (choice: readonly Element[]): boolean => choice.length === 1 && choice[0]?.kind === "word";
    const words = choices.filter(isWord).map((choice) => choice[0]?.text ?? "");
    return { optional, words: new Set(words), others: choices.filter((choice) => !isWord(choice)) };
  });
}

/** The elements of one choice; an abbreviation once with its full stops and once without. */
function elementsOf(choice: string): Element[][] {
  if (choice === "_") return [[{ kind: "any", text: "" }]];
  if (choice.startsWith("*")) return [[{ kind: "end", text: fold(choice.slice(1)) }]];
  if (choice.endsWith("*")) return [[{ kind: "beginning", text: fold(choice.slice(0, -1)) }]];
  const words = tokenise(choice).map((token): Element => ({
    kind: "word",
    text: fold(choice.slice(token.start, token.end)),
  }));
  const plain = words.filter((word) => word.text !== ".");
  if (plain.length === words.length) return [words];
  return [words, plain, words.at(-1)?.text === "." ? words.slice(0, -1) : words];
}

/** Enters a pattern under every word that it can begin with. */
function enterPattern(index: CueIndex, pattern: Pattern): void {
  for (const part of pattern.parts) {
    for (const word of part.words) append(index.byWord, word, pattern);
    for (const [first] of part.others) {
      if (!first || first.kind === "any") continue;
      if (first.kind === "word") append(index.byWord, first.text, pattern);
      else enterAffix(first.kind === "beginning" ? index.byBeginning : index.byEnd, first.text, pattern);
    }
    if (!part.optional) return;
  }
}

function enterAffix(affixes: Affixes, text: string, pattern: Pattern): void {
  if (!affixes.lengths.includes(text.length)) affixes.lengths.push(text.length);
  append(affixes.patterns, text, pattern);
}

function append(map: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const patterns = map.get(key);
  if (!patterns) map.set(key, [pattern]);
  else if (patterns.at(-1) !== pattern) patterns.push(pattern);
}

const longestMemory = 50_000;

function beginningsAt(index: CueIndex, word: string): Beginnings {
  const known = index.seen.get(word);
  if (known) return known;
  const patterns = [...(index.byWord.get(word) ?? [])];
  for (const length of index.byBeginning.lengths) {
    if (length <= word.length) patterns.push(...(index.byBeginning.patterns.get(word.slice(0, length)) ?? []));
  }
  for (const length of index.byEnd.lengths) {
    if (length <= word.length) patterns.push(...(index.byEnd.patterns.get(word.slice(-length)) ?? []));
  }
  const isAlone = ({ parts: [first, ...rest] }: Pattern): boolean =>
    rest.length === 0 && first?.words.has(word) === true;
  const beginnings = {
    alone: [...new Set(patterns.filter(isAlone).map(({ cue }) => cue))],
    patterns: patterns.filter((pattern) => !isAlone(pattern) || pattern.parts[0]?.others.length !== 0),
  };
  if (index.seen.size > longestMemory) index.seen.clear();
  index.seen.set(detached(word), beginnings);
  return beginnings;
}

/** The longest cue that begins at a place in a row of folded words and marks, with all lists that hold it. */
export function cueAt(
  index: CueIndex,
  words: readonly string[],
  at: number,
  limit: number,
): { length: number; cues: readonly CueName[] } {
  const { alone, patterns } = beginningsAt(index, words[at] ?? "");
  let longest = alone.length > 0 && at < limit ? 1 : 0;
  let cues: readonly CueName[] = longest > 0 ? alone : [];
  for (const { parts, cue } of patterns) {
    const length = endOf(index, parts, 0, words, at, limit) - at;
    if (length <= 0 || length < longest) continue;
    if (length > longest) cues = [];
    longest = length;
    if (!cues.includes(cue)) cues = [...cues, cue];
  }
  return { length: longest, cues };
}

/** Where the longest reading of a cue's parts from `part` on ends, or -1. */
function endOf(
  index: CueIndex,
  parts: readonly CuePart[],
  part: number,
  words: readonly string[],
  at: number,
  limit: number,
): number {
  const current = parts[part];
  if (!current) return at;
  let end = current.optional ? endOf(index, parts, part + 1, words, at, limit) : -1;
  if (at >= limit) return end;
  if (current.words.has(words[at] ?? "")) end = Math.max(end, endOf(index, parts, part + 1, words, at + 1, limit));
  for (const choice of current.others) {
    if (at + choice.length > limit || !choice.every((element, step) => fits(index, element, words[at + step] ?? "")))
      continue;
    end = Math.max(end, endOf(index, parts, part + 1, words, at + choice.length, limit));
  }
  return end;
}

function fits(index: CueIndex, { kind, text }: Element, word: string): boolean {
  if (kind === "word") return word === text;
  if (kind === "beginning") return word.startsWith(text);
  if (kind === "end") return word.endsWith(text);
  return /^[\p{L}\p{N}]/u.test(word) && !index.undoing.has(word);
}
