// Cuts unit text into sentences, so that what was approved of a changed paragraph can be used again.
import { abbreviationsOf } from "../language/abbreviations.ts";

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

/**
 * The sentences of a unit text. Boundaries are those of Unicode (UAX #29) with repairs: not after an abbreviation, an
 * initial or an ordinal, not inside a tag pair, and not before a small letter. A text that cannot be cut is one sentence.
 */
export function splitSentences(text: string, code: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of segmenterFor(code).segment(withoutTags(text))) {
    const end = index + segment.length;
    const open = text.slice(start, end);
    if (end < text.length && !endsSentence(open, text.slice(end), code)) continue;
    const trimmed = open.trimEnd();
    sentences.push({ text: trimmed, blank: open.slice(trimmed.length) });
    start = end;
  }
  return sentences;
}

/** Tags would look like words to a segmenter; something as long that is no word keeps every offset true. */
function withoutTags(text: string): string {
  return text.replaceAll(/<[^<>]*>/gu, (tag) => "\u2060".repeat(tag.length));
}

function endsSentence(text: string, rest: string, code: string): boolean {
  if (!hasAllTagsClosed(text)) return false;
  const words = withoutTags(text).replaceAll("\u2060", "").trimEnd();
  if (!/[.!?…:]["'”’»“)\]]*$/u.test(words)) return false;
  const next = withoutTags(rest).replaceAll("\u2060", "").trimStart();
  if (/^[\p{Ll}]/u.test(next)) return false;
  const last = (/\S+$/u.exec(words)?.[0] ?? "").toLowerCase();
  if (abbreviationsOf(code).has(last)) return false;
  if (/^\p{L}\.$/u.test(last)) return false;
  return !(/^\d+\.$/u.test(last) && /^[\p{Ll}\d«„“]/u.test(next));
}

function hasAllTagsClosed(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^<>]*>/gu)) {
    if (tag.startsWith("</")) depth--;
    else if (!tag.endsWith("/>")) depth++;
  }
  return depth === 0;
}
