// Numbers, ranges, doses and phone numbers in text that runs from right to left keep their order: each stands by itself.
import { numbersIn } from "../../check/pair/bidi-numbers.ts";
import type { Language } from "../../language/language.ts";
import { escapeContent } from "../../page/template.ts";
import { aroundEach, decoded, isWithin, nearest, type Piece } from "../markup.ts";

/** Code is shown as it is. */
const asItIs: ReadonlySet<string> = new Set(["code", "pre"]);

export function isolateNumbers(markup: readonly Piece[], { language }: { language: Language }): Piece[] {
  const around = aroundEach(markup);
  return markup.flatMap((piece, at): Piece[] => {
    if (piece.kind !== "text" || !/\p{Nd}/u.test(piece.html)) return [piece];
    const direction = nearest(around[at], "dir") ?? language.direction;
    return direction === "ltr" || isWithin(around[at], asItIs) ? [piece] : isolated(piece, language);
  });
}

function isolated(piece: Piece, language: Language): Piece[] {
  const text = decoded(piece.html);
  const numbers = numbersIn(text, language).filter(({ start, end }) => canTurnRound(text.slice(start, end)));
  if (numbers.length === 0) return [piece];
  const made: Piece[] = [];
  let done = 0;
  const write = (until: number): void => {
    if (until > done) made.push({ kind: "text", html: escapeContent(text.slice(done, until)) });
    done = until;
  };
  for (const { start, end } of numbers) {
    write(start);
    made.push({ kind: "open", name: "bdi", html: '<bdi dir="ltr">' });
    write(end);
    made.push({ kind: "close", name: "bdi", html: "</bdi>" });
  }
  write(text.length);
  return made;
}

/** A number without a sign, a blank or a unit is shown as it is written, whatever stands beside it. */
function canTurnRound(number: string): boolean {
  return !/^\p{Nd}+(?:[.,٫٬:/]\p{Nd}+)*$/u.test(number);
}
