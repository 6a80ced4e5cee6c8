// The boxes of a checklist are named by the words beside them.
import { inlineElements } from "../../page/schema.ts";
import { withAttribute, wordsBetween, type Piece } from "../markup.ts";

export function nameCheckboxes(markup: readonly Piece[]): Piece[] {
  return markup.map((piece, at) => {
    if (piece.kind !== "open" || piece.name !== "input") return piece;
    const end = markup.findIndex((one, index) => index > at && one.kind !== "text" && !inlineElements.has(one.name));
    const words = wordsBetween(markup, at, end === -1 ? markup.length : end);
    return words === "" ? piece : withAttribute(piece, "aria-label", words);
  });
}
