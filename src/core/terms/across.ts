// The texts of a page or a catalog as the rules about terms read them together: section by section.
import { textRole } from "../page/describe.ts";
import { onceFor, remembering, mostTexts } from "../once.ts";
import { asSeen } from "./as-seen.ts";
import { findAcrossBlocks, type Block } from "./equate/section.ts";
import { asWritten, findSeenTerms, type TermHit } from "./recognise.ts";
import type { TermIndex } from "./term-index.ts";

/** A text in its place among the others, with its context and what is noted about it. */
export type PlacedBlock = { plain: string; context: string; notes: readonly string[] };

type Seen = { text: string; hits: readonly TermHit[] };

/** What was seen of a text; sites say the same headings. */
const seenOf = onceFor(
  (index: TermIndex) => index,
  (index) =>
    remembering(mostTexts, (plain): Seen => {
      const { text } = asSeen(plain, index.script);
      return { text, hits: findSeenTerms(text, index) };
    }),
);

export type AcrossFinding = {
  /** The later term, on which the finding stands, and the earlier one; offsets into the plain texts. */
  later: { block: number; hit: TermHit };
  earlier: { block: number; hit: TermHit };
  isDoubtful: boolean;
};

/** Where texts that stand together equate two concepts, though none of them does so alone. */
export function findAcross(texts: readonly PlacedBlock[], index: TermIndex): AcrossFinding[] {
  const blocks = texts.map(({ plain, context, notes }): Block => ({
    ...seenOf(index)(plain),
    role: textRole(context, notes),
  }));
  const written = ({ block, hit }: { block: number; hit: TermHit }): { block: number; hit: TermHit } => ({
    block,
    hit: asWritten(hit, asSeen(texts[block]?.plain ?? "", index.script)),
  });
  return findAcrossBlocks(blocks, index).map(({ later, earlier, isDoubtful }) => ({
    later: written(later),
    earlier: written(earlier),
    isDoubtful,
  }));
}
