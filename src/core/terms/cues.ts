// Compiles the cue words of a language into a tree and finds them in the words of a sentence.
import { cueNames, type CueName, type Cues } from "../language/cues.ts";
import { fold, tokenise } from "./tokens.ts";

/** One word of a cue: what a word of the text must be, begin with, or end with. */
type Element = { kind: "word" | "beginning" | "end" | "any"; text: string };

/** A place in the tree of cues: where it goes on, and the lists that hold the cue that ends here. */
type Branch = {
  words: Map<string, Branch>;
  beginnings: Affixes;
  ends: Affixes;
  any?: Branch;
  cues: CueName[];
};
type Affixes = { lengths: number[]; branches: Map<string, Branch> };

export type CueIndex = {
  root: Branch;
  /** The words that deny or undo: no wildcard takes one of them. */
  undoing: Set<string>;
  /** Where a word at the beginning of a cue leads; only a memory. */
  seen: Map<string, readonly Branch[]>;
};

const compiled = new WeakMap<Cues, CueIndex>();

/** The cue index of a language's cues; compiled once for each list. */
export function cueIndexOf(cues: Cues): CueIndex {
  let index = compiled.get(cues);
  if (!index) compiled.set(cues, (index = compileCues(cues)));
  return index;
}

function compileCues(cues: Cues): CueIndex {
  const index: CueIndex = { root: newBranch(), undoing: new Set(), seen: new Map() };
  for (const cue of Object.keys(cueNames) as CueName[]) {
    for (const written of cues[cue]) {
      for (const elements of expandCue(written)) enter(index.root, elements, cue);
    }
  }
  for (const cue of ["not", "wrong", "confuse", "believe"] as const) {
    for (const [only, second] of cues[cue].flatMap(expandCue)) if (only && !second) index.undoing.add(only.text);
  }
  return index;
}

function newBranch(): Branch {
  return {
    words: new Map(),
    beginnings: { lengths: [], branches: new Map() },
    ends: { lengths: [], branches: new Map() },
    cues: [],
  };
}

function enter(root: Branch, elements: readonly Element[], cue: CueName): void {
  if (elements.length === 0) return;
  let branch = root;
  for (const element of elements) branch = nextBranch(branch, element);
  if (!branch.cues.includes(cue)) branch.cues.push(cue);
}

function nextBranch(branch: Branch, { kind, text }: Element): Branch {
  if (kind === "any") return (branch.any ??= newBranch());
  const affixes = kind === "beginning" ? branch.beginnings : kind === "end" ? branch.ends : undefined;
  if (affixes && !affixes.lengths.includes(text.length)) affixes.lengths.push(text.length);
  const map = affixes ? affixes.branches : branch.words;
  let next = map.get(text);
  if (!next) map.set(text, (next = newBranch()));
  return next;
}

/** All word sequences that a written cue stands for. */
export function expandCue(written: string): Element[][] {
  let sequences: Element[][] = [[]];
  for (const part of written.split(" ")) {
    const optional = part.endsWith("?");
    const choices = (optional ? part.slice(0, -1) : part).split("/").flatMap(elementsOf);
    const longer = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]));
    sequences = optional ? [...sequences, ...longer] : longer;
  }
  return sequences;
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
  return plain.length === words.length
    ? [words]
    : [words, plain, words.at(-1)?.text === "." ? words.slice(0, -1) : words];
}

/** The longest cue that begins at a place in a row of folded words and marks, with all lists that hold it. */
export function cueAt(
  index: CueIndex,
  words: readonly string[],
  at: number,
  limit: number,
): { length: number; cues: readonly CueName[] } {
  let longest = 0;
  let cues: CueName[] = [];
  const walk = (branch: Branch, end: number): void => {
    if (branch.cues.length > 0 && end - at >= longest) {
      cues = end - at > longest ? [...branch.cues] : [...new Set([...cues, ...branch.cues])];
      longest = end - at;
    }
    if (end >= limit) return;
    for (const next of branchesFrom(index, branch, words[end] ?? "")) walk(next, end + 1);
  };
  const first = words[at] ?? "";
  let branches = index.seen.get(first);
  if (!branches) {
    if (index.seen.size > 50_000) index.seen.clear();
    index.seen.set(first, (branches = branchesFrom(index, index.root, first)));
  }
  for (const branch of branches) walk(branch, at + 1);
  return { length: longest, cues };
}

function branchesFrom(index: CueIndex, branch: Branch, word: string): Branch[] {
  const found: Branch[] = [];
  const exact = branch.words.get(word);
  if (exact) found.push(exact);
  for (const length of branch.beginnings.lengths) {
    const next = length <= word.length ? branch.beginnings.branches.get(word.slice(0, length)) : undefined;
    if (next) found.push(next);
  }
  for (const length of branch.ends.lengths) {
    const next = length <= word.length ? branch.ends.branches.get(word.slice(-length)) : undefined;
    if (next) found.push(next);
  }
  if (branch.any && /^[\p{L}\p{N}]/u.test(word) && !index.undoing.has(word)) found.push(branch.any);
  return found;
}
