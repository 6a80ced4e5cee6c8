// Numbers, ranges, doses and phone numbers in text that runs from right to left keep their order: each stands by itself.
import { keepsOrderAlone, numbersIn } from "../../check/pair/bidi-numbers.ts";
import type { Language } from "../../language/language.ts";
import { inlineElements } from "../../page/schema.ts";
import { escapeContent } from "../../page/template.ts";
import { standIn } from "../../unit-text.ts";
import { aroundEach, decoded, isWithin, nearest, type Around, type Piece } from "../markup.ts";

/** Code is shown as it is. */
const asItIs: ReadonlySet<string> = new Set(["code", "pre"]);

/** A text of a block, and where it stands in the words of the block. */
type Placed = { piece: Piece; around: Around; text: string; start: number };

export function isolateNumbers(markup: readonly Piece[], { language }: { language: Language }): Piece[] {
  if (language.direction === "ltr" && !markup.some((piece) => piece.kind === "open" && / dir="/u.test(piece.html)))
    return [...markup];
  const around = aroundEach(markup);
  const made: Piece[] = [];
  let words = "";
  let run: Placed[] = [];
  const flush = (): void => {
    made.push(...isolatedIn(run, words, language));
    [words, run] = ["", []];
  };
  markup.forEach((piece, at) => {
    if (piece.kind !== "text" && !inlineElements.has(piece.name)) flush();
    const isCode = isWithin(around[at], asItIs);
    const shown =
      piece.kind === "text" ? decoded(piece.html) : piece.kind === "open" ? (standIn(piece.name) ?? "") : "";
    const text = isCode ? "" : shown;
    run.push({ piece, around: around[at], text, start: words.length });
    words += text;
  });
  flush();
  return made;
}

/** A number that tags part is left as it is: half of it by itself would part it from the rest. */
function isolatedIn(run: readonly Placed[], words: string, language: Language): Piece[] {
  const numbers = /\p{Nd}/u.test(words)
    ? numbersIn(words, language).filter(({ start, end }) => canTurnRound(words.slice(start, end)))
    : [];
  return run.flatMap(({ piece, around, text, start: from }): Piece[] => {
    const to = from + text.length;
    const own = numbers.filter(({ start, end }) => from <= start && end <= to);
    if (piece.kind !== "text" || own.length === 0 || (nearest(around, "dir") ?? language.direction) === "ltr")
      return [piece];
    const made: Piece[] = [];
    let done = 0;
    const write = (until: number): void => {
      if (until > done) made.push({ kind: "text", html: escapeContent(text.slice(done, until)) });
      done = until;
    };
    for (const { start, end } of own) {
      write(start - from);
      made.push({ kind: "open", name: "bdi", html: '<bdi dir="ltr">' });
      write(end - from);
      made.push({ kind: "close", name: "bdi", html: "</bdi>" });
    }
    write(text.length);
    return made;
  });
}

/** Not without a sign, a blank or a unit; and some go their own way by themselves, so that nothing would be gained. */
function canTurnRound(number: string): boolean {
  return keepsOrderAlone(number) && !/^\p{Nd}+(?:[.,٫٬:/]\p{Nd}+)*$/u.test(number);
}
