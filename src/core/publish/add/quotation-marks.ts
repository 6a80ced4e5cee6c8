// `<q>` becomes the quotation marks of the language, written out.
// Browsers know other ones than we do, and the resets of many sites take them away, so that a quotation is one no longer.
import type { QuotePair } from "../../language/compare.ts";
import { languageOf } from "../../language/all.ts";
import type { Language } from "../../language/language.ts";
import { aroundEach, endOf, nearest, wordsBetween, type Piece } from "../markup.ts";

const anyMark = /^[«»“”„"‘’‚‹›]$/u;

export function writeQuotationMarks(markup: readonly Piece[], { language }: { language: Language }): Piece[] {
  if (!markup.some((piece) => piece.kind === "open" && piece.name === "q")) return [...markup];
  const around = aroundEach(markup);
  const open: Piece[][] = [];
  return markup.flatMap((piece, at): Piece[] => {
    if (piece.kind === "text" || piece.name !== "q") return [piece];
    if (piece.kind === "close") return open.pop() ?? [];
    const depth = open.length;
    const words = wordsBetween(markup, at, endOf(markup, at));
    // Who has typed the marks has them as they were typed.
    const isMarked = anyMark.test(words.charAt(0)) && anyMark.test(words.slice(-1));
    const surrounding = languageOf(nearest(around[at], "lang") ?? "") ?? language;
    const [before, after] = isMarked ? ["", ""] : marksOf(surrounding, depth);
    const attributes = piece.html.slice("<q".length, -1);
    const isBare = attributes === "";
    open.push([
      ...(isBare ? [] : [{ kind: "close", name: "span", html: "</span>" } as const]),
      { kind: "text", html: after },
    ]);
    return [
      { kind: "text", html: before },
      ...(isBare ? [] : [{ kind: "open", name: "span", html: `<span${attributes}>` } as const]),
    ];
  });
}

/** The language's first choice, and that for a quotation inside a quotation in turn. */
function marksOf({ comparison: { quotes, innerQuotes } }: Language, depth: number): QuotePair {
  const [pair] = depth % 2 === 0 ? quotes : innerQuotes;
  return pair ?? ["“", "”"];
}
