// Memory: what people have approved before, by whole units and by sentences.
import type { Entry } from "../catalog/entry.ts";
import { approvedBy, draftOf, stateOf } from "../catalog/state.ts";
import { isPlain } from "../page/unit.ts";
import { compareTags, escapeText, readUnitText } from "../unit-text.ts";
import { isOneToOne } from "./align.ts";
import { splitSentences } from "./sentences.ts";

/** An approved pair, both as unit text. */
type Pair = { context: string; source: string; target: string; date: string };

export type Memory = {
  source: string;
  target: string;
  /** By source text, and by context where an author keeps equal texts apart. */
  units: Map<string, Pair>;
  /** By source sentence; null where approved texts disagree. */
  sentences: Map<string, string | null>;
  /** For similar texts: which pairs hold a word. */
  words: Map<string, number[]>;
  pairs: Pair[];
  /** Drafts by engine and source text: what was paid for once is not asked for again. They are never approved texts. */
  drafts: Map<string, string>;
};

export type Similar = { source: string; target: string; /** 0 to 1, share of words in common. */ likeness: number };

/** Remembers every approved pair, live or obsolete, of a language's catalogs. `source` and `target` are codes. */
export function buildMemory(entries: Iterable<Entry>, source: string, target: string): Memory {
  const memory: Memory = {
    source,
    target,
    units: new Map(),
    sentences: new Map(),
    words: new Map(),
    pairs: [],
    drafts: new Map(),
  };
  for (const entry of entries) {
    if (entry.context === "slug") continue;
    const draft = stateOf(entry) === "draft" ? draftOf(entry) : undefined;
    if (draft && recallDraft(memory, draft.name, entry.context, entry.id) === undefined)
      rememberDraft(memory, draft.name, entry.context, entry.id, entry.text);
    const approval = approvedBy(entry);
    if (!approval) continue;
    const pair = {
      context: entry.context,
      source: asUnitText(entry.context, entry.id),
      target: asUnitText(entry.context, entry.text),
      date: approval.date,
    };
    // Signed by hand, perhaps: what has other tags than its source is of no use to any other unit.
    if (compareTags(pair.source, pair.target).length > 0) continue;
    const key = unitKey(pair.context, pair.source);
    const known = memory.units.get(key);
    if (!known || isBetter(pair, known)) memory.units.set(key, pair);
    rememberWords(memory, pair);
    if (!isPlain(entry.context) && !isKeptApart(entry.context)) rememberSentences(memory, pair);
  }
  return memory;
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

/** Remembers what an engine made of a text; the last draft of a text counts. */
export function rememberDraft(memory: Memory, engine: string, context: string, source: string, target: string): void {
  memory.drafts.set(draftKey(engine, asUnitText(context, source)), asUnitText(context, target));
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
function inFormOf(context: string, text: string): string | undefined {
  if (!isPlain(context)) return text;
  const { nodes } = readUnitText(text);
  return nodes.every((node) => "value" in node)
    ? nodes.map((node) => ("value" in node ? node.value : "")).join("")
    : undefined;
}

function rememberSentences(memory: Memory, pair: Pair): void {
  for (const [source, target] of alignSentences(pair, memory)) {
    const known = memory.sentences.get(source);
    memory.sentences.set(source, known === undefined || known === target ? target : null);
  }
}

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

/** A piece of a unit: known from memory, or to be asked for. */
export type Piece = { source: string; blank: string; known: string | undefined };

/** The sentences of a text, with those that people have approved before. */
export function recallSentences(memory: Memory, context: string, text: string): Piece[] {
  if (isPlain(context) || isKeptApart(context))
    return [{ source: text, blank: "", known: recallUnit(memory, context, text) }];
  return splitSentences(text, memory.source).map(({ text: source, blank }) => ({
    source,
    blank,
    known: memory.sentences.get(source) ?? undefined,
  }));
}

function rememberWords(memory: Memory, pair: Pair): void {
  const index = memory.pairs.push(pair) - 1;
  for (const word of new Set(wordsOf(pair.source))) {
    const list = memory.words.get(word);
    if (list) list.push(index);
    else memory.words.set(word, [index]);
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The most that is compared for one text, so that a large memory stays quick. */
const mostCandidates = 2000;

/** The approved pair most like a text, for a person to look at; never used without one. */
export function recallSimilar(memory: Memory, context: string, text: string, atLeast = 0.6): Similar | undefined {
  const words = new Set(wordsOf(asUnitText(context, text)));
  const shared = new Map<number, number>();
  const lists = [...words].map((word) => memory.words.get(word) ?? []).toSorted((a, b) => a.length - b.length);
  for (const list of lists) {
    for (const index of list) {
      if (shared.has(index) || shared.size < mostCandidates) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
  }
  let best: Similar | undefined;
  for (const [index, count] of shared) {
    const pair = memory.pairs[index];
    if (!pair) continue;
    const likeness = (2 * count) / (words.size + new Set(wordsOf(pair.source)).size);
    if (likeness >= atLeast && likeness > (best?.likeness ?? 0))
      best = { source: pair.source, target: pair.target, likeness };
  }
  return best;
}
