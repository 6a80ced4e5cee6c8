// Cuts unit text into sentences, so that what was approved of a changed paragraph can be used again.
import { abbreviationsOf, hasCapitalMonths } from "./abbreviations.ts";

/** A sentence and the blanks after it. Law: the pieces joined are the text. */
export type Sentence = { text: string; blank: string };

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(code: string): Intl.Segmenter {
  const known = segmenters.get(code);
  if (known) return known;
  const segmenter = new Intl.Segmenter(code, { granularity: "sentence" });
  segmenters.set(code, segmenter);
  return segmenter;
}

/** A sign that can end a sentence, what closes after it, and a blank: without one there is nothing to cut. */
const possibleEnd = /[.!?…؟。]\S*\s/u;

/** Unicode does not end a sentence at three dots in one sign. */
const afterEllipsis = /(?<=…["'”’»“)\]]*\s+)(?=["'«“„(]*\p{Lu})/gu;

/**
 * The sentences of a unit text. Boundaries are those of Unicode (UAX #29) with repairs: not after an abbreviation, an
 * initial or an ordinal, not inside a tag pair, and not before a small letter. A text that cannot be cut is one sentence.
 */
export function splitSentences(text: string, code: string): Sentence[] {
  const { words, offsets } = withoutTags(text);
  const ends = possibleEnd.test(words) ? boundaries(words, code) : [];
  const lastLetter = ends.length > 0 ? words.search(/[\p{L}\p{N}][^\p{L}\p{N}]*$/u) : -1;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { before, after } of ends) {
    const end = offsets ? outsideTags(text, offsets[after - 1] ?? 0, offsets[after] ?? text.length, start) : after;
    if (end === undefined || after > lastLetter) continue;
    if (!/[\p{L}\p{N}]/u.test(words.slice(before, after))) continue;
    sentences.push(cutBlank(text.slice(start, end)));
    start = end;
  }
  return start === text.length && start > 0 ? sentences : [...sentences, cutBlank(text.slice(start))];
}

function cutBlank(text: string): Sentence {
  const trimmed = text.trimEnd();
  return { text: trimmed, blank: text.slice(trimmed.length) };
}

/** Segmenters take a time that grows with the square of a text's length; so much of it at once is quick. */
const windowLength = 2000;
/** Whether a sentence ends somewhere depends on what follows; on no more than this in any text that people write. */
const lookahead = 200;

/** Where Unicode ends sentences, but at the ends of the text. A sentence's end depends on nothing before it began. */
function unicodeBoundaries(words: string, code: string): number[] {
  const segmenter = segmenterFor(code);
  const found: number[] = [];
  let start = 0;
  for (let length = windowLength; start < words.length;) {
    const end = Math.min(words.length, start + length);
    const sure = end === words.length ? end : end - lookahead;
    let last = start;
    for (const { index } of segmenter.segment(words.slice(start, end))) {
      if (index === 0 || start + index >= sure) continue;
      last = start + index;
      found.push(last);
    }
    if (end === words.length) break;
    length = last === start ? 2 * length : windowLength;
    start = last;
  }
  return found;
}

/** Where sentences end in a text without tags. */
function boundaries(words: string, code: string): { before: number; after: number }[] {
  const found = new Set(Array.from(words.matchAll(afterEllipsis), ({ index }) => index));
  for (const index of unicodeBoundaries(words, code)) found.add(index);
  const ends: { before: number; after: number }[] = [];
  let before = 0;
  for (const after of [...found].toSorted((one, other) => one - other)) {
    if (!endsSentence(words.slice(before, after), words.slice(after, after + 40), code)) continue;
    ends.push({ before, after });
    before = after;
  }
  return ends;
}

const closing = `["'”’»“)\\]]*`;
const opening = `["'«»“„‘(\\[]*`;
const terminated = new RegExp(`[.!?…؟。]${closing}\\s+$`, "u");
const smallLetter = new RegExp(`^${opening}\\p{Ll}`, "u");
const figureOrQuote = /^[\p{Nd}«„“]/u;

function endsSentence(text: string, next: string, code: string): boolean {
  const tail = text.slice(-60);
  if (!terminated.test(tail) || smallLetter.test(next)) return false;
  const last = (/\S+$/u.exec(tail.trimEnd())?.[0] ?? "").replace(new RegExp(`^${opening}`, "u"), "").toLowerCase();
  if (abbreviationsOf(code).has(last)) return false;
  // Initials: "D.", "D.M.", "J.-P.", and the "B." of "z. B.".
  if (/^(?:-?\p{L}\.)+$/u.test(last)) return false;
  if (!/^\p{Nd}+\.$/u.test(last)) return true;
  // An ordinal, or the end of a sentence with a figure; a year is no ordinal.
  return !figureOrQuote.test(next) && !(hasCapitalMonths(code) && last.length <= 3);
}

/** The text without tags, which would look like words to a segmenter, and where each of its UTF-16 units stands if it had any. */
function withoutTags(text: string): { words: string; offsets: number[] | undefined } {
  if (!text.includes("<")) return { words: text, offsets: undefined };
  let words = "";
  const offsets: number[] = [];
  let at = 0;
  for (const tag of [...text.matchAll(/<[^<>]*>/gu), { index: text.length, 0: "" }]) {
    for (let index = at; index < tag.index; index++) offsets.push(index);
    words += text.slice(at, tag.index);
    at = tag.index + tag[0].length;
  }
  return { words, offsets };
}

/**
 * The place between two neighbouring letters where all tags since `start` are closed: after closing tags, before opening
 * ones. There may be none.
 */
function outsideTags(text: string, left: number, right: number, start: number): number | undefined {
  let depth = 0;
  for (const [tag] of text.slice(start, left + 1).matchAll(/<[^<>]*>/gu)) depth += depthOf(tag);
  let place = left + 1;
  for (const { 0: tag, index } of text.slice(place, right).matchAll(/<[^<>]*>/gu)) {
    if (depth === 0) break;
    depth += depthOf(tag);
    place = left + 1 + index + tag.length;
  }
  return depth === 0 ? place : undefined;
}

function depthOf(tag: string): -1 | 0 | 1 {
  if (tag.startsWith("</")) return -1;
  return tag.endsWith("/>") ? 0 : 1;
}
