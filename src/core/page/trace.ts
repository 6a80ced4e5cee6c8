// Where the characters of a text stand in the file that it was read from.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { alignYaml } from "./yaml-places.ts";

/** A stretch of a unit's plain text and the stretch of the source that it came from. Offsets are UTF-16. */
export type TracePiece = {
  /** Where it begins in the plain text. */
  at: number;
  length: number;
  /** The source range [start, end) that the whole piece came from. */
  start: number;
  end: number;
  /** The value as it was read, before soft breaks became spaces, and how much of its beginning was trimmed. */
  raw?: string;
  skip?: number;
  /** The plain text stands in the source as it is, letter by letter: there is no need to keep `raw`. */
  literal?: true;
  /** For the text of an attribute: it stands somewhere in the range as it is, first or last. */
  within?: "first" | "last";
};

/** A plain text, and where each stretch of it came from. */
export type PlacedText = { plain: string; pieces: TracePiece[] };

/** A soft line break with the blanks around it is one space. */
export const softBreak = /[ \t]*(?:\r\n|\n|\r)[ \t]*/gu;

/** The source range [start, end) of a range of plain text: exact through escapes, entities and markup. */
export function placeOfText(
  source: string,
  pieces: readonly TracePiece[],
  start: number,
  end: number,
): [number, number] {
  const first = pieces.find((piece) => piece.length > 0 && piece.at + piece.length > start) ?? pieces.at(-1);
  const last = pieces.findLast((piece) => piece.length > 0 && piece.at < Math.max(end, start + 1)) ?? first;
  if (!first || !last) return [0, 0];
  const from = offsetIn(source, first, Math.max(0, start - first.at), false);
  const to = offsetIn(source, last, Math.min(last.length, Math.max(end, start + 1) - last.at), true);
  return [from, Math.max(to, from)];
}

/** A piece without what the source says as well; most are, and they are most of a page. */
export function withoutCopy(source: string, piece: TracePiece): TracePiece {
  const { at, length, raw, skip = 0, within } = piece;
  if (raw === undefined || within || /[\n\r]/u.test(raw) || piece.end - piece.start !== raw.length) return piece;
  if (!source.startsWith(raw, piece.start)) return piece;
  const start = piece.start + skip;
  return { at, length, start, end: start + length, literal: true };
}

/** The source offset before (or, as an end, after) the character `index` of a piece. */
function offsetIn(source: string, piece: TracePiece, index: number, isEnd: boolean): number {
  if (piece.literal) return piece.start + index;
  if (piece.raw === undefined) return isEnd ? piece.end : piece.start;
  if (piece.within) {
    const slice = source.slice(piece.start, piece.end);
    const found = piece.within === "first" ? slice.indexOf(piece.raw) : slice.lastIndexOf(piece.raw);
    if (found !== -1) return piece.start + found + index;
    return placeIn(piece, alignYaml(piece.raw, slice), index, isEnd);
  }
  const spans = alignText(piece.raw, source.slice(piece.start, piece.end));
  const first = isEnd ? 1 : 0;
  return placeIn(piece, spans, rawIndexOf(piece.raw, (piece.skip ?? 0) + index - first) + first, isEnd);
}

/** The source offset before (or, as an end, after) a character of a piece; of the whole piece where no one knows. */
function placeIn(
  { start, end }: TracePiece,
  spans: readonly (readonly [number, number])[] | undefined,
  index: number,
  isEnd: boolean,
): number {
  const span = spans?.[Math.min(index - (isEnd ? 1 : 0), spans.length - 1)];
  return span ? start + (isEnd ? span[1] : span[0]) : isEnd ? end : start;
}

/** Index in a text before its soft breaks became single spaces. */
function rawIndexOf(raw: string, index: number): number {
  let shortened = 0;
  for (const match of raw.matchAll(softBreak)) {
    if (match.index - shortened >= index) break;
    shortened += match[0].length - 1;
  }
  return index + shortened;
}

/**
 * For each UTF-16 unit of a text's value, the range of the source that it was written as; undefined when the two do
 * not fit together. Follows Markdown's escapes, character references, and line prefixes of quotes and lists.
 */
export function alignText(value: string, source: string): [number, number][] | undefined {
  const spans: [number, number][] = [];
  let at = 0;
  while (spans.length < value.length) {
    const char = value[spans.length];
    const here = source[at];
    if (here === undefined) return undefined;
    const reference = here === "&" ? readReference(source, at) : undefined;
    if (here === "\\" && source[at + 1] === char && /[!-/:-@[-`{-~]/u.test(char ?? "")) {
      spans.push([at, at + 2]);
      at += 2;
    } else if (reference && value.startsWith(reference.text, spans.length)) {
      for (let unit = 0; unit < reference.text.length; unit++) spans.push([at, reference.end]);
      at = reference.end;
    } else if (here === char || (here === "\0" && char === "\uFFFD")) {
      spans.push([at, at + 1]);
      at++;
      if (here === "\n") at += linePrefix(source, at, value[spans.length]);
    } else if (source.startsWith("<!--", at)) {
      at = source.indexOf("-->", at) + 3;
      if (at < 3) return undefined;
    } else if (here === "<" && tagAt(source, at) !== undefined) {
      const end = at + (tagAt(source, at) ?? 1);
      // A blank stands for a tag that parts two words and is not published.
      if (char === " " && !/[ \t<]/u.test(source[end] ?? "")) spans.push([at, end]);
      at = end;
    } else if (/[ \t]/u.test(here) && (char === "\n" || char === "\r")) at++;
    else return undefined;
  }
  return spans;
}

/** The length of the tag that begins at a place of the source: of an element that is not published. */
function tagAt(source: string, at: number): number | undefined {
  return /^<\/?[a-z][^<>]*>/iu.exec(source.slice(at, at + 1_000))?.[0].length;
}

function linePrefix(source: string, at: number, next: string | undefined): number {
  let length = 0;
  while (/[ \t>]/u.test(source[at + length] ?? "") && source[at + length] !== next) length++;
  return length;
}

function readReference(source: string, at: number): { text: string; end: number } | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][\dA-Za-z]{1,31}));/u.exec(source.slice(at, at + 40));
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name);
    return text === false ? undefined : { text, end };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? { text: String.fromCodePoint(code), end } : { text: "\uFFFD", end };
}
