// Turns a text into the row of items that the reading of equations works on: terms, cues, marks, other words.
import type { CueName } from "../../language/cues.ts";
import { cueAt, cueIndexOf } from "../cues.ts";
import type { TermIndex } from "../term-index.ts";
import type { TermHit } from "../recognise.ts";
import { dashes, fold, isBlank, tokenise, type Token } from "../tokens.ts";

export type Mark =
  | "comma"
  | "semicolon"
  | "colon"
  | "open"
  | "close"
  | "dash"
  | "hyphen"
  | "slash"
  | "equals"
  | "plus"
  | "quote"
  | "stop"
  | "question"
  | "other";

export type Item = {
  kind: "term" | "cue" | "word" | "mark";
  start: number;
  end: number;
  /** The lists that hold the cue. */
  cues: readonly CueName[];
  mark?: Mark;
  hits: readonly TermHit[];
  /** A word with a capital inside a sentence. */
  capital: boolean;
};

const markOf: Record<string, Mark> = {
  ",": "comma",
  "،": "comma",
  "、": "comma",
  ";": "semicolon",
  "؛": "semicolon",
  ":": "colon",
  "(": "open",
  "[": "open",
  ")": "close",
  "]": "close",
  "/": "slash",
  "=": "equals",
  "≈": "equals",
  "+": "plus",
  "&": "plus",
  "?": "question",
  "؟": "question",
  "!": "stop",
  ".": "stop",
  "…": "stop",
  "\n": "stop",
  "|": "stop",
  "•": "stop",
};
const quotes = "\"«»“”„‟‘’‚'‹›`´";

/** What was read last of a text, by its terms: several rules read the same part of it. */
const lastRead = new WeakMap<readonly TermHit[], { text: string; from: number; to: number; items: readonly Item[] }>();

/** The items of a part of a text in order; marks that end no sentence (an abbreviation's full stop) are left out. */
export function itemsOf(
  text: string,
  hits: readonly TermHit[],
  index: TermIndex,
  from = 0,
  to = text.length,
): readonly Item[] {
  const known = lastRead.get(hits);
  if (known?.text === text && known.from === from && known.to === to) return known.items;
  const items = readItems(text, hits, index, from, to);
  lastRead.set(hits, { text, from, to, items });
  return items;
}

function readItems(text: string, hits: readonly TermHit[], index: TermIndex, from: number, to: number): Item[] {
  const tokens = tokenise(text, from, to);
  const folded = tokens.map((token) => fold(text.slice(token.start, token.end)));
  const cues = cueIndexOf(index.language.cues);
  const items: Item[] = [];
  let nextHit = hits.findIndex((hit) => hit.start >= from);
  if (nextHit < 0) nextHit = hits.length;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    while ((hits[nextHit]?.end ?? Infinity) <= token.start) nextHit += 1;
    const hit = hits[nextHit];
    if (hit && hit.start <= token.start) {
      const together =
        hits[nextHit + 1]?.start === hit.start
          ? hits.slice(nextHit, nextHit + 4).filter((other) => other.start === hit.start)
          : [hit];
      items.push(plainItem("term", hit.start, hit.end, together));
      while ((tokens[at]?.start ?? Infinity) < hit.end) at += 1;
      continue;
    }
    const limit = tokensBefore(tokens, at, hit?.start ?? Infinity);
    const found = token.isWord ? cueAt(cues, folded, at, limit) : noCue;
    if (found.length > 0) {
      const end = tokens[at + found.length - 1]?.end ?? token.end;
      const kind = found.cues.every((name) => ordinary.has(name)) ? "word" : "cue";
      items.push({ ...plainItem(kind, token.start, end, []), cues: found.cues, capital: isCapital(text, token) });
      at += found.length;
      if (found.cues.includes("abbreviation")) at = afterAbbreviation(text, tokens, at, found.length, index);
      continue;
    }
    const enumerator = token.isWord ? enumeratorEnd(text, tokens, at) : 0;
    if (enumerator > 0) {
      items.push({ ...plainItem("mark", token.start, enumerator, []), mark: "comma" });
      at += 2;
      continue;
    }
    if (isInWord(text, tokens, at, items, hit)) {
      at += 1;
      continue;
    }
    if (token.isWord) items.push({ ...plainItem("word", token.start, token.end, []), capital: isCapital(text, token) });
    else pushMark(text, tokens, at, items);
    at += 1;
  }
  return items;
}

/** "1) ... 2) ...": where a number that parts the members of a list ends, or 0. */
function enumeratorEnd(text: string, tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || text[next.start] !== ")" || next.start !== token.end) return 0;
  return /^\d{1,2}$/u.test(text.slice(token.start, token.end)) ? next.end : 0;
}

/** A hyphen between two words that are no terms and no cues makes one word of them: "anatomy-based". */
function isInWord(
  text: string,
  tokens: readonly Token[],
  at: number,
  items: readonly Item[],
  hit: TermHit | undefined,
): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const before = items.at(-1);
  if (!token || token.isWord || !next?.isWord || !"-\u2010\u2011".includes(text[token.start] ?? " ")) return false;
  const isJoined = before?.kind === "word" && before.end === token.start && next.start === token.end;
  return isJoined && (hit?.start ?? Infinity) > next.start;
}

/** Lists that say something of a word which is otherwise a word as any. */
const ordinary: ReadonlySet<CueName> = new Set(["more", "perceive", "anyone"]);

const longestCue = 12;
const noCue = { length: 0, cues: [] };

function tokensBefore(tokens: readonly Token[], at: number, limit: number): number {
  let end = at;
  while (end < tokens.length && end < at + longestCue && (tokens[end]?.start ?? Infinity) < limit) end += 1;
  return end;
}

function plainItem(kind: Item["kind"], start: number, end: number, hits: readonly TermHit[]): Item {
  return { kind, start, end, cues: [], hits, capital: false };
}

function isCapital(text: string, token: Token): boolean {
  const first = text.slice(token.start, token.start + 1);
  return first !== first.toLowerCase();
}

function pushMark(text: string, tokens: readonly Token[], at: number, items: Item[]): void {
  const token = tokens[at];
  if (!token) return;
  const character = text.slice(token.start, token.end);
  const mark = dashes.includes(character)
    ? dashOrHyphen(text, token)
    : quotes.includes(character)
      ? "quote"
      : markOf[character];
  if (mark === "stop" && character === "." && !endsSentence(text, tokens, at)) return;
  items.push({ ...plainItem("mark", token.start, token.end, []), mark: mark ?? "other" });
}

function dashOrHyphen(text: string, token: Token): Mark {
  const before = isBlank(text.charCodeAt(token.start - 1)) || token.start === 0;
  const after = isBlank(text.charCodeAt(token.end)) || token.end === text.length;
  if ("–—―".includes(text.slice(token.start, token.end)) && before === after) return "dash";
  return before && after ? "dash" : "hyphen";
}

/** After an abbreviation and its full stop; the stop counts if it ends a sentence too: "It costs 500 kr. The next ..." */
function afterAbbreviation(
  text: string,
  tokens: readonly Token[],
  at: number,
  length: number,
  index: TermIndex,
): number {
  const word = (token: Token | undefined): string => (token ? text.slice(token.start, token.end) : "");
  const stop = word(tokens[at - 1]) === "." ? at - 1 : at;
  if (word(tokens[stop]) !== ".") return at;
  const next = tokens[stop + 1];
  const isAmount = /\d$/u.test(word(tokens[at - length - 1]));
  // Where nouns begin with a capital, it tells nothing: "20 Min. Behandlung".
  const begins = next?.isWord === true && isCapital(text, next) && !index.language.words.capitalNouns;
  return isAmount && begins ? stop : stop + 1;
}

/** A full stop ends a sentence unless it follows an initial, or a small letter comes next. */
function endsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const stop = tokens[at];
  const before = tokens[at - 1];
  if (!stop || (before && before.end === stop.start && before.isWord && before.end - before.start === 1)) {
    const letter = before ? text.slice(before.start, before.end) : "";
    if (letter !== letter.toLowerCase()) return false;
  }
  const next = tokens.slice(at + 1, at + 4).find((token) => token.isWord || text[token.start] === "\n");
  if (!next) return true;
  const first = text.slice(next.start, next.start + 1);
  if (stop && next.start === stop.end && next.isWord) return false;
  return !(first === first.toLowerCase() && first !== first.toUpperCase());
}
