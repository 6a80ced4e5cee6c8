// In which order the characters of a text are shown: the Unicode Bidirectional Algorithm (UAX #9), each line unbroken.
import bidiFactory from "bidi-js";
import type { Language } from "../../language/language.ts";

// Its types speak of a `default`; what Node loads is CommonJS, whose exports are the function itself.
const algorithm = (bidiFactory as unknown as typeof bidiFactory.default)();

/** For each UTF-16 unit of a text, its place from left to right. Lines end at line feeds. */
export function displayOrder(text: string, direction: Language["direction"]): Int32Array {
  const places = new Int32Array(text.length);
  let from = 0;
  while (from < text.length) {
    const to = pieceEnd(text, from);
    const piece = text.slice(from, to);
    const embedding = algorithm.getEmbeddingLevels(piece, direction);
    for (const { start, end } of embedding.paragraphs)
      algorithm
        .getReorderedIndices(piece, embedding, start, end)
        .slice(start, end + 1)
        .forEach((index, place) => {
          places[from + index] = from + start + place;
        });
    from = to;
  }
  return places;
}

/** The time that the algorithm takes grows with the square of a run of marks and numbers, and texts may be long. */
const shortest = 2000;
const longest = 6000;
const wordOfArabic = /(?<=\s)[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

/** Before a word that runs from right to left, what came before does not matter. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= longest) return text.length;
  wordOfArabic.lastIndex = from + shortest;
  const word = wordOfArabic.exec(text.slice(0, from + longest));
  return word?.index ?? from + longest;
}

/** The text as it stands on the screen, read from left to right. */
export function shownText(text: string, places: Int32Array, start: number, end: number): string {
  return Array.from({ length: end - start }, (_, index) => start + index)
    .toSorted((one, other) => (places[one] ?? 0) - (places[other] ?? 0))
    .map((at) => text.charAt(at))
    .join("");
}
