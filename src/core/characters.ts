// Characters that no text may hold, wherever it comes from, and characters that no one sees as what they are.
import { message, type Message } from "./messages/message.ts";
import { mixedWordsIn } from "./scripts.ts";

/** A character of a text that stands where none may; offsets are UTF-16 offsets into the text. */
export type StrayCharacter = { start: number; end: number; name: string };

/** Control characters (tabs and line ends aside), noncharacters, and halves of surrogate pairs. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** UTF-16 units that a forbidden character has: told in a fraction of the time, and most texts have none of them. */
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** The first character of a text that no text may hold. */
export function forbiddenCharacterIn(text: string): StrayCharacter | undefined {
  if (!suspicious.test(text)) return undefined;
  const found = forbidden.exec(text);
  if (!found) return undefined;
  const [character] = found;
  return { start: found.index, end: found.index + character.length, name: nameOf(character) };
}

/** What a character is that no text may hold. */
export function kindOfStray({ name }: Pick<StrayCharacter, "name">): Message {
  const code = Number.parseInt(name.slice(2), 16);
  if (code < 0x20 || (code > 0x7e && code < 0xa0)) return message("character.control");
  return code >= 0xd800 && code < 0xe000 ? message("character.half") : message("character.none");
}

/** A text with the names of characters that no text may hold in their place. */
export function withForbiddenNamed(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replaceAll(new RegExp(forbidden.source, "gu"), nameOf);
}

/** A character as people look it up: `U+200B`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A character that a reader does not see as what it is. */
export type UnseenCharacter = StrayCharacter & {
  /**
   * A mark that reorders the text; one that is not shown at all; letters of another script in a word; another form of
   * plain letters (fullwidth, ligature, mathematical).
   */
  kind: "bidi" | "invisible" | "look-alike" | "form";
  /** What to write in place of the range; undefined where only a person can say. */
  plain: string | undefined;
};

/** Scripts that join or part letters with U+200C and U+200D. */
const joining = [
  ...["Arabic", "Syriac", "Mandaic", "Mongolian", "Nko", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya"],
  ...["Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar", "Tibetan"],
]
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/** Invisible characters where a script or an emoji needs them. */
const needed = new RegExp(
  [
    "\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{1,32}\\u{E007F}",
    "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u20E3])\\u200D(?=\\p{Extended_Pictographic})",
    "(?<=\\p{Extended_Pictographic}\\p{Emoji_Modifier}?)[\\uFE0E\\uFE0F]",
    "(?<=[\\d#*])\\uFE0F(?=\\u20E3)",
    "(?<=[\\p{Sm}\\p{Script=Myanmar}])\\uFE00",
    "(?<=\\p{Script=Han})[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]",
    "(?<=\\p{Script=Mongolian})[\\u180B-\\u180F]",
    `(?<=[${joining}]\\p{M}{0,4})[\\u200C\\u200D]|[\\u200C\\u200D](?=[${joining}])`,
  ].join("|"),
  "gu",
);

const bidiMark = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
/** A soft hyphen is shown where a word is broken, and says only that it may be. */
const hidden = `(?![\\u00AD${bidiMark}])[\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\uFFF9-\\uFFFB]`;
const unseen = new RegExp(`[${bidiMark}]+|(?:${hidden})+`, "gu");
const isBidiMark = new RegExp(`[${bidiMark}]`, "u");

/** Other forms of plain letters and digits, as they are pasted from other programs: fullwidth, ligatures, mathematical. */
const otherForm = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFB00-\uFB06\u{1D400}-\u{1D7FF}\u212A]+/gu;

/** All characters of a text that a reader does not see as what they are, in order. */
export function unseenCharactersIn(text: string): UnseenCharacter[] {
  if (!/[^\0-\u02FF\u2010-\u2027]/u.test(text)) return [];
  return [...hiddenIn(text), ...otherFormsIn(text), ...lookAlikesIn(text)].toSorted((a, b) => a.start - b.start);
}

/** At the edge of a word a zero-width space hides nothing, it says where a line may be broken. */
const lineBreak =
  /(?<![\p{L}\p{N}\p{M}]\p{Default_Ignorable_Code_Point}{0,9})\u200B|\u200B(?!\p{Default_Ignorable_Code_Point}{0,9}[\p{L}\p{N}\p{M}])/gu;

function hiddenIn(text: string): UnseenCharacter[] {
  // What is needed is put out of sight without moving the rest.
  const rest = text.replaceAll(needed, (match) => "x".repeat(match.length)).replaceAll(lineBreak, "x");
  return [...rest.matchAll(unseen)].map((match) => ({
    ...rangeOf(match),
    kind: isBidiMark.test(match[0]) ? "bidi" : "invisible",
    plain: "",
  }));
}

function otherFormsIn(text: string): UnseenCharacter[] {
  return [...text.matchAll(otherForm)].map((match) => ({
    ...rangeOf(match),
    kind: "form",
    plain: match[0].normalize("NFKC"),
  }));
}

function lookAlikesIn(text: string): UnseenCharacter[] {
  return mixedWordsIn(text).map(({ start, end, strangers, plain }) => ({
    start,
    end,
    name: strangers.map(nameOf).join(", "),
    kind: "look-alike",
    plain,
  }));
}

function rangeOf(match: RegExpExecArray): StrayCharacter {
  const [text] = match;
  return { start: match.index, end: match.index + text.length, name: [...new Set(text)].map(nameOf).join(", ") };
}
