// A link to a page in another language says in which: programs of readers tell it before it is followed.
// Its words are in the reader's own language, so that it has no `lang`.
import { attributeOf, withAttribute, type Piece } from "../markup.ts";

export function nameLinkLanguages(
  markup: readonly Piece[],
  { otherLanguageAt }: { otherLanguageAt: (address: string) => string | undefined },
): Piece[] {
  return markup.map((piece) => {
    if (piece.kind !== "open" || piece.name !== "a") return piece;
    const other = otherLanguageAt(attributeOf(piece, "href") ?? "");
    return other === undefined ? piece : withAttribute(piece, "hreflang", other);
  });
}
