// Compiles the cue words of a language and finds them in the words of a sentence.
import { cueNames, type CueName, type Cues } from "../language/cues.ts";
import { fold, tokenise } from "./tokens.ts";

/** One word of a cue: what a word of the text must be, begin with, or end with. */
type Element = { kind: "word" | "beginning" | "end" | "any" | "stop"; text: string };
type Pattern = { elements: Element[]; cue: CueName };

export type CueIndex = {
  byWord: Map<string, Pattern[]>;
  /** Patterns whose first word is only a beginning or an end of a word. */
  byBeginning: Map<string, Pattern[]>;
  byEnd: Map<string, Pattern[]>;
  beginningLengths: number[];
  endLengths: number[];
  /** The words that deny or undo: no wildcard takes one of them. */
  undoing: Set<string>;
  /** The patterns that can start with a word; only a memory. */
  seen: Map<string, readonly Pattern[]>;
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
    byBeginning: new Map(),
    byEnd: new Map(),
    beginningLengths: [],
    endLengths: [],
    undoing: new Set(),
    seen: new Map(),
  };
  for (const cue of Object.keys(cueNames) as CueName[]) {
    for (const written of cues[cue]) {
      for (const elements of expand(written)) enterPattern(index, { elements, cue });
    }
  }
  for (const cue of ["not", "wrong", "confuse", "believe"] as const) {
    for (const [only, second] of cues[cue].flatMap(expand)) if (only && !second) index.undoing.add(only.text);
  }
  index.beginningLengths = lengths(index.byBeginning);
  index.endLengths = lengths(index.byEnd);
  return index;
}

function lengths(map: ReadonlyMap<string, unknown>): number[] {
  return [...new Set([...map.keys()].map((key) => key.length))];
}

function enterPattern(index: CueIndex, pattern: Pattern): void {
  const first = pattern.elements[0];
  if (!first) return;
  const map = first.kind === "beginning" ? index.byBeginning : first.kind === "end" ? index.byEnd : index.byWord;
  const patterns = map.get(first.text);
  if (patterns) patterns.push(pattern);
  else map.set(first.text, [pattern]);
}

/** All word sequences that a written cue stands for. */
function expand(written: string): Element[][] {
  let sequences: Element[][] = [[]];
  for (const part of written.split(" ")) {
    const optional = part.endsWith("?");
    const choices = (optional ? part.slice(0, -1) : part).split("/").map(elementsOf);
    const longer = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]));
    sequences = optional ? [...sequences, ...longer] : longer;
  }
  return sequences;
}

function elementsOf(choice: string): Element[] {
  if (choice === "_") return [{ kind: "any", text: "" }];
  if (choice.startsWith("*")) return [{ kind: "end", text: fold(choice.slice(1)) }];
  if (choice.endsWith("*")) return [{ kind: "beginning", text: fold(choice.slice(0, -1)) }];
  return tokenise(choice).map((token) => {
    const text = fold(choice.slice(token.start, token.end));
    return { kind: text === "." ? "stop" : "word", text };
  });
}

function patternsAt(index: CueIndex, word: string): readonly Pattern[] {
  const known = index.seen.get(word);
  if (known) return known;
  const patterns = [...(index.byWord.get(word) ?? [])];
  for (const length of index.beginningLengths) {
    if (length <= word.length) patterns.push(...(index.byBeginning.get(word.slice(0, length)) ?? []));
  }
  for (const length of index.endLengths) {
    if (length <= word.length) patterns.push(...(index.byEnd.get(word.slice(-length)) ?? []));
  }
  if (index.seen.size > 10_000) index.seen.clear();
  index.seen.set(word, patterns);
  return patterns;
}

/** The longest cue that begins at a place in a row of folded words and marks, with all lists that hold it. */
export function cueAt(index: CueIndex, words: readonly string[], at: number): { length: number; cues: CueName[] } {
  let longest = 0;
  let cues: CueName[] = [];
  for (const pattern of patternsAt(index, words[at] ?? "")) {
    const length = matchLength(index, pattern.elements, words, at);
    if (length === 0 || length < longest) continue;
    if (length > longest) cues = [];
    longest = length;
    if (!cues.includes(pattern.cue)) cues.push(pattern.cue);
  }
  return { length: longest, cues };
}

/** How many words and marks a cue takes at a place; 0 if it does not stand there. */
function matchLength(index: CueIndex, elements: readonly Element[], words: readonly string[], from: number): number {
  let at = from;
  for (const { kind, text } of elements) {
    const word = words[at];
    if (kind === "stop") {
      if (word === ".") at += 1;
      continue;
    }
    if (word === undefined || word === "") return 0;
    if (kind === "word" && word !== text) return 0;
    if (kind === "beginning" && !word.startsWith(text)) return 0;
    if (kind === "end" && !word.endsWith(text)) return 0;
    if (kind === "any" && (!/^[\p{L}\p{N}]/u.test(word) || index.undoing.has(word))) return 0;
    at += 1;
  }
  return at - from;
}
