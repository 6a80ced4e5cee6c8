// A text as its reader sees it: without what is not shown or only hangs on a word, composed, each letter in its language's own script.
import { lookAlikes, type Script } from "./look-alikes.ts";

export type SeenText = {
  text: string;
  /** The place in the written text of a range of the seen one. */
  placeOf: (start: number, end: number) => { start: number; end: number };
};

/**
 * Characters that are seen as they are written, whatever stands beside them: the Latin letters of Europe, punctuation,
 * arrows, Arabic letters without marks that join them; and the mark that stands for an image.
 */
const latin =
  /^[\t-\r -~\u00A0-\u00AC\u00AE-\u0130\u0134-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u017E\u0180-\u01C3\u01CD-\u01F0\u01F4-\u024F\u0600-\u061B\u061D-\u0652\u0656-\u0674\u0679-\u06A8\u06AB-\u06BD\u06BF\u06C3-\u06CB\u06CD-\u06CF\u06D1\u06D4\u06D6-\u06FF\u2002-\u200A\u2010-\u2027\u202F-\u2042\u2044-\u205F\u20A0-\u20BF\u2190-\u21FF\uFFFC]*$/u;
const cyrillic =
  /^[\t-\r -@[-`{-~\u00A0-\u00A9\u00AB-\u00AC\u00AE-\u00B9\u00BB-\u00BF\u0400-\u0474\u0476-\u0477\u047A-\u04AD\u04B0-\u04BF\u04C1-\u04CE\u04D0-\u052F\u2002-\u200A\u2010-\u2027\u202F-\u2042\u2044-\u205F\u20A0-\u20BF\u2190-\u21FF\uFFFC]*$/u;
const ordinary: Readonly<Record<Script, RegExp>> = { Latin: latin, Cyrillic: cyrillic };

/** The commonest of them in few ranges, which an engine tests in a fraction of the time: almost every text ends here. */
const uncommon: Readonly<Record<Script, RegExp>> = {
  Latin: /[^\n -~\u00A0-\u00AC\u00AE-\u0130\u0141-\u0148\u014A-\u017E\u2010-\u2027]/,
  Cyrillic: /[^\n -@[-`{-~\u00A0-\u00A9\u00AB\u00AC\u00AE-\u00B9\u00BB-\u00BF\u0400-\u0474\u2010-\u2027]/,
};

/** What a reader sees of a text. Ordinary text is its own, and that is found out quickly. */
export function asSeen(written: string, script: Script): SeenText {
  const text = withBlanks(written);
  const passed = passedOver(text);
  if (passed.size === 0 && (!uncommon[script].test(text) || ordinary[script].test(text)))
    return { text, placeOf: asItIs };
  return read(text, script, passed);
}

/** A line that is broken within a sentence: what follows is no new one. */
const brokenLine = /(?<=[^\s.!?:])[ \t]*\n[ \t]*(?=[(/=–,]|\p{Ll})|(?<=[(/=,–])[ \t]*\n/gu;

/** A line break within a sentence is a blank. */
function withBlanks(text: string): string {
  return text.includes("\n") ? text.replaceAll(brokenLine, (blanks) => " ".repeat(blanks.length)) : text;
}

/** A mark of a trade name, an asterisk or a note's number after a word, and the full stops of an abbreviation in capitals. */
const hanging =
  /(?<=(?!\p{Default_Ignorable_Code_Point})\p{L})[®™℠©*†‡\uFF0A\uFFFC\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFF9-\uFFFB]+(?![\p{L}\p{N}])|(?<=\p{L}{3})[¹²³\u2070-\u2079]+(?![\p{L}\p{N}])/gu;
const dotted = /(?<![\p{L}\p{N}.])\p{Lu}(?:\.\p{Lu}){1,7}(?![\p{L}\p{N}])(?:\.(?=\s*[\p{Ll}(),;:/–-]))?/gu;
const mayHang = /[®™℠©*†‡\uFF0A\uFFFC¹²³\u2070-\u2079]|\p{Lu}\.\p{Lu}/u;

/** The places of characters that a reader passes over. */
function passedOver(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  if (!mayHang.test(text)) return places;
  for (const { 0: marks, index } of text.matchAll(hanging))
    for (let at = index; at < index + marks.length; at += 1) places.add(at);
  for (const { 0: abbreviation, index } of text.matchAll(dotted))
    for (let at = 0; at < abbreviation.length; at += 1) if (abbreviation[at] === ".") places.add(index + at);
  return places;
}

const asItIs: SeenText["placeOf"] = (start, end) => ({ start, end });

const unseen = /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFF9-\uFFFB]/u;
const mark = /\p{M}/u;

/** Letters, each with its marks, are the least that a reader sees: they are read one by one. */
function read(text: string, script: Script, passed: ReadonlySet<number>): SeenText {
  const starts: number[] = [];
  const ends: number[] = [];
  let seen = "";
  let letter = { written: "", start: 0, end: 0 };
  const finish = (): void => {
    if (letter.written === "") return;
    const shown = showLetter(letter.written, script);
    for (let at = 0; at < shown.length; at += 1) {
      starts.push(letter.start);
      ends.push(letter.end);
    }
    seen += shown;
  };
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    if (!isUnseen(character) && !passed.has(at)) {
      if (letter.written !== "" && mark.test(character) && letter.written.length < longestLetter) {
        letter.written += character;
        letter.end = end;
      } else {
        finish();
        letter = { written: character, start: at, end };
      }
    }
    at = end;
  }
  finish();
  return {
    text: seen,
    placeOf: (start, end) => {
      const from = starts[start] ?? text.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? text.length) : from };
    },
  };
}

/** A letter under a heap of marks is cut into several, so that no text takes long. */
const longestLetter = 32;

const isUnseen = (character: string): boolean => (character > "~" || character < " " ? unseen.test(character) : false);

/** Strokes through a letter are letters of their own, which Unicode does not compose. */
const struck = new Map([
  ["o", "\u00F8"],
  ["O", "\u00D8"],
  ["l", "\u0142"],
  ["L", "\u0141"],
  ["d", "\u0111"],
  ["D", "\u0110"],
]);

function showLetter(written: string, script: Script): string {
  const known = lookAlikes[script];
  if (written.length === 1 && written < "\u0080") return known.get(written) ?? written;
  const direct = known.get(written);
  if (direct !== undefined) return direct;
  const parts = Array.from(plainLetter(written).normalize("NFD"), (part) => known.get(part) ?? part);
  if (parts.length === 1) return parts[0] ?? "";
  const [first = "", second = ""] = parts;
  const letter = /[\u0335\u0337\u0338]/u.test(second) ? struck.get(first) : undefined;
  const composed = (letter === undefined ? parts.join("") : [letter, ...parts.slice(2)].join("")).normalize("NFC");
  // A mark that no letter of a language has (an accent of stress, a line below) does not make another word.
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(composed)
    ? composed.replaceAll(/[\u0300-\u036F]/gu, "")
    : composed;
}

/** Letters and signs in another type: full width, mathematical, in circles, joined, raised; Arabic ones by their place. */
function plainLetter(written: string): string {
  const base = String.fromCodePoint(written.codePointAt(0) ?? 0);
  if (base < "\u0100" || base === "\u212B") return written;
  const plain = base.normalize("NFKC");
  const isLetter =
    (base >= "\uFF01" && base <= "\uFF5E") ||
    (/^[\p{L}\p{Nl}\p{Nd}]$/u.test(base) && /^[\p{L}\p{N}\p{M}]+$/u.test(plain)) ||
    (/^\p{So}$/u.test(base) && /^\p{L}$/u.test(plain));
  return isLetter ? plain + written.slice(base.length) : written;
}
