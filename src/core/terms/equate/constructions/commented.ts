// Reads what is said of A and B after both were named: "who knows A, knows B: it is one and the same".
import type { Construction, Place } from "../place.ts";
import { isCue, isMark, isPlain, sentenceEnd, sentenceStart } from "../row.ts";

const longestComment = 6;

/** "..., A, ... B: it is the same treatment": a clause of its own that ends the sentence, with nothing that tells them apart. */
export function readCommented({ items, a, b }: Place): Construction | undefined {
  const end = sentenceEnd(items, b);
  const colon = items.slice(b + 1, end).findIndex((item) => isMark(item, "colon", "semicolon", "dash"));
  if (colon < 0 || colon > 4) return undefined;
  const comment = items.slice(b + 2 + colon, end);
  const says =
    comment.length <= longestComment &&
    comment.some((item) => isCue(item, "it")) &&
    isCue(comment.at(-1), "same") &&
    comment.slice(0, -1).every((item) => isPlain(item) || isCue(item, "it", "copula", "classed", "relative"));
  const before = items.slice(sentenceStart(items, a), b + 1 + colon);
  const apart = before.some((item) => isCue(item, "not", "but", "contrast", "like", "differ", "difference", "wrong"));
  return says && !apart ? { kind: "enumeration", from: b } : undefined;
}
