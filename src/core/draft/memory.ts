// Memory: what people have approved before, by whole units and by sentences.
import type { Entry } from "../catalog/entry.ts";
import { approvedBy, draftOf } from "../catalog/state.ts";
import { onceFor } from "../once.ts";
import { isPlain } from "../page/unit.ts";
import { compareTags, escapeText, readUnitText } from "../unit-text.ts";
import { isOneToOne } from "./align.ts";
import { splitSentences } from "../language/sentences.ts";
import { alikeEnough, likeness, tellingWords, wordsForLikeness } from "../likeness.ts";

/** An approved pair, both as unit text. */
type Pair = { context: string; source: string; target: string; date: string };

export type Memory = {
  source: string;
  target: string;
  /** By source text, and by context where an author keeps equal texts apart. */
  units: ReadonlyMap<string, Pair>;
  pairs: readonly Pair[];
  /** Drafts by engine and source text: what was paid for once is not asked for again. They are never approved texts. */
  drafts: ReadonlyMap<string, string>;
};

/** Which pairs hold a word, and how many words each pair has. */
type Words = { holding: Map<string, number[]>; counts: number[] };

export type Similar = { source: string; target: string; /** 0 to 1, share of words in common. */ likeness: number };

/** What memory keeps of an entry: texts that a person approved, or that an engine drafted. */
export type Remembered = { context: string; source: string; translation: string } & (
  { date: string } | { engine: string }
);

/** What of an entry is worth remembering in a language. */
export function rememberedOf(entry: Entry, language: string): Remembered | undefined {
  const { context, source, translation } = entry;
  if (context === "slug" || translation === "") return undefined;
  if (entry.fuzzy) {
    const draft = draftOf(entry, language);
    return draft && { context, source, translation, engine: draft.name };
  }
  const approval = approvedBy(entry, language);
  return approval && { context, source, translation, date: approval.date };
}

/** Remembers every approved pair, live or obsolete, of a language's catalogs. `source` and `target` are codes. */
export function buildMemory(entries: Iterable<Entry>, source: string, target: string): Memory {
  const all: Remembered[] = [];
  for (const entry of entries) {
    const remembered = rememberedOf(entry, target);
    if (remembered) all.push(remembered);
  }
  return memoryOf(all, source, target);
}

export function memoryOf(all: Iterable<Remembered>, source: string, target: string): Memory {
  const units = new Map<string, Pair>();
  const pairs: Pair[] = [];
  const drafts = new Map<string, string>();
  for (const one of all) {
    const { context } = one;
    const [from, to] = [asUnitText(context, one.source), asUnitText(context, one.translation)];
    if ("engine" in one) {
      const key = draftKey(one.engine, from);
      if (!drafts.has(key)) drafts.set(key, to);
    } else {
      const pair = { context, source: from, target: to, date: one.date };
      // Signed by hand, perhaps: what has other tags than its source is of no use to any other unit.
      if (compareTags(pair.source, pair.target).length > 0) continue;
      const key = unitKey(context, pair.source);
      const known = units.get(key);
      if (!known || isBetter(pair, known)) units.set(key, pair);
      pairs.push(pair);
    }
  }
  return { source, target, units, pairs, drafts };
}

/** An author gives equal texts a context of their own because they do not mean the same. */
function isKeptApart(context: string): boolean {
  return context.startsWith("context:");
}

function unitKey(context: string, source: string): string {
  return isKeptApart(context) ? `${context}\u0004${source}` : source;
}

/** The later approval counts; of one day the one that sorts first, so that the order of files does not. */
function isBetter(pair: Pair, known: Pair): boolean {
  return pair.date === known.date ? pair.target < known.target : pair.date > known.date;
}

/** The draft that an engine has made of the very same text before. */
export function recallDraft(memory: Memory, engine: string, context: string, source: string): string | undefined {
  const draft = memory.drafts.get(draftKey(engine, asUnitText(context, source)));
  return draft === undefined ? undefined : inFormOf(context, draft);
}

function draftKey(engine: string, source: string): string {
  return `${engine}\u0004${source}`;
}

/** A text as unit text, whatever its context: so that equal texts are found to be equal. */
export function asUnitText(context: string, text: string): string {
  return isPlain(context) ? escapeText(text) : text;
}

/** A text of the same form as its unit; undefined when unit text has tags that plain text cannot have. */
export function inFormOf(context: string, text: string): string | undefined {
  if (!isPlain(context)) return text;
  const { nodes } = readUnitText(text);
  return nodes.every((node) => "value" in node)
    ? nodes.map((node) => ("value" in node ? node.value : "")).join("")
    : undefined;
}

/** By source sentence; null where approved texts disagree. Made when it is first asked for: most runs never do. */
const approvedSentences = onceFor(
  (memory: Memory) => memory,
  (memory) => {
    const sentences = new Map<string, string | null>();
    for (const pair of memory.pairs) {
      if (isPlain(pair.context) || isKeptApart(pair.context)) continue;
      for (const [source, target] of alignSentences(pair, memory)) {
        const known = sentences.get(source);
        sentences.set(source, known === undefined || known === target ? target : null);
      }
    }
    return sentences;
  },
);

/**
 * Sentence pairs of an approved pair, aligned safely or not at all: as many on both sides, each with the tags and the
 * figures of its source, and by their lengths no other pairing is likelier (see `align.ts`).
 */
function alignSentences(pair: Pair, memory: Memory): [string, string][] {
  const sources = splitSentences(pair.source, memory.source);
  if (sources.length < 2) return [[pair.source, pair.target]];
  const targets = splitSentences(pair.target, memory.target);
  if (sources.length !== targets.length) return [];
  const pairs = sources.map(({ text }, index): [string, string] => [text, targets[index]?.text ?? ""]);
  const same = pairs.every(
    ([source, target]) => compareTags(source, target).length === 0 && figures(source) === figures(target),
  );
  return same && isOneToOne(pairs.map(([source, target]) => [source.length, target.length])) ? pairs : [];
}

function figures(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).toSorted().join(" ");
}

/** The approved translation of a text that is the very same. A slug is no language: until a person has another, it stays. */
export function recallUnit(memory: Memory, context: string, text: string): string | undefined {
  if (context === "slug") return text;
  const pair = memory.units.get(unitKey(context, asUnitText(context, text)));
  return pair && inFormOf(context, pair.target);
}

/** A part of a unit: known from memory, or to be asked for. */
export type Part = { source: string; blank: string; known: string | undefined };

/** The sentences of a text, with those that people have approved before. */
export function recallSentences(memory: Memory, context: string, text: string): Part[] {
  if (isPlain(context) || isKeptApart(context))
    return [{ source: text, blank: "", known: recallUnit(memory, context, text) }];
  const sentences = approvedSentences(memory);
  if (sentences.size === 0) {
    const source = text.trimEnd();
    return [{ source, blank: text.slice(source.length), known: undefined }];
  }
  return splitSentences(text, memory.source).map(({ text: source, blank }) => ({
    source,
    blank,
    known: sentences.get(source) ?? undefined,
  }));
}

/** For similar texts; made when it is first asked for. */
const indexOf = onceFor(
  (memory: Memory) => memory,
  ({ pairs }): Words => {
    const index: Words = { holding: new Map(), counts: [] };
    for (const [number, pair] of pairs.entries()) {
      const words = wordsForLikeness(pair.source);
      index.counts.push(words.length);
      for (const word of words) {
        const list = index.holding.get(word);
        if (list) list.push(number);
        else index.holding.set(word, [number]);
      }
    }
    return index;
  },
);

/** The most that is compared for one text, so that a large memory stays quick. */
const mostCandidates = 2000;

/** The approved pair most like a text, for a person to look at; never used without one. */
export function recallSimilar(memory: Memory, context: string, text: string): Similar | undefined {
  if (memory.pairs.length === 0) return undefined;
  const { holding, counts } = indexOf(memory);
  const words = wordsForLikeness(asUnitText(context, text));
  const lists = words.map((word) => holding.get(word) ?? []).toSorted((a, b) => a.length - b.length);
  const telling = tellingWords(words.length);
  const shared = new Map<number, number>();
  for (const [place, list] of lists.entries()) {
    const isNew = place < telling;
    if (isNew && shared.size < mostCandidates)
      for (const pair of list) {
        if (shared.has(pair) || shared.size < mostCandidates) shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    else if (list.length < shared.size * 2) for (const pair of list) countOne(shared, pair);
    else for (const pair of shared.keys()) if (holds(list, pair)) countOne(shared, pair);
  }
  let best: Similar | undefined;
  for (const [number, count] of shared) {
    const pair = memory.pairs[number];
    const alike = likeness(count, words.length, counts[number] ?? 0);
    if (pair && alike >= alikeEnough && alike > (best?.likeness ?? 0))
      best = { source: pair.source, target: pair.target, likeness: alike };
  }
  return best;
}

function countOne(shared: Map<number, number>, pair: number): void {
  const count = shared.get(pair);
  if (count !== undefined) shared.set(pair, count + 1);
}

/** Whether a list of rising numbers holds one. */
function holds(list: readonly number[], wanted: number): boolean {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}
