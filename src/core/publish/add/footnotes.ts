// The section of footnotes is named by its heading, for those who move from part to part of a page.
import { attributeOf, withAttribute, type Piece } from "../markup.ts";

export function nameFootnotes(markup: readonly Piece[]): Piece[] {
  return markup.map((piece, at) => {
    if (piece.kind !== "open" || piece.name !== "section" || attributeOf(piece, "data-footnotes") === undefined)
      return piece;
    const heading = markup.slice(at).find((one) => one.kind === "open" && one.name === "h2");
    const id = heading && attributeOf(heading, "id");
    return id?.endsWith("footnote-label") === true ? withAttribute(piece, "aria-labelledby", id) : piece;
  });
}
