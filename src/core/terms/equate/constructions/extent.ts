// Reads what A covers and how far it differs: "A includes B", "to the forms of A belongs B", "A does not differ from B".
import type { Item } from "../items.ts";
import {
  between,
  copulaBefore,
  directlyBefore,
  type Construction,
  governorOf,
  isBreak,
  longestSubject,
  type Place,
  phraseStart,
  predicate,
} from "../place.ts";
import { isHeadedAsWrong } from "../truth/clause.ts";
import { clauseStart, isCue, isMark, isPlain, sentenceEnd, sentenceStart } from "../row.ts";

/** "A includes B", "our A covers also B" */
export function readInclude(place: Place, at: number): Construction | undefined {
  const governor = governorOf(place);
  if (isCue(governor, "link", "contrast", "like")) return undefined;
  const ours = isCue(governor, "classed", "instance");
  const words = between(place, at);
  if (words.every((item) => isCue(item, "filler", "not") || (ours && isCue(item, "we")))) return predicate(place.a + 1);
  return isTermThat(copulaBefore(place) ? [directlyBefore(place) as Item, ...words] : words)
    ? predicate(place.a + 1)
    : undefined;
}

/** "A is a broad term that (covers B)". */
function isTermThat(words: readonly Item[]): boolean {
  return (
    words.length <= longestSubject &&
    isCue(words[0], "copula") &&
    words.some((item) => isCue(item, "relative")) &&
    words.every((item) => isPlain(item) || isCue(item, "copula", "relative") || isMark(item, "comma"))
  );
}

/** "A is divided into x, y and B", "we divide A into three kinds: x, y and B", "there are three kinds of A: x, y and B". */
export function isListedKind(place: Place): boolean {
  const { items, a, b } = place;
  const words = between(place, b);
  if (items.slice(sentenceStart(items, a), a).some((item) => isCue(item, "not"))) return false;
  if (!isCue(words.at(-1), "and", "or") && !isMark(words.at(-1), "comma")) return false;
  const colon = words.findIndex((item) => isMark(item, "colon", "dash"));
  const comma = words.findIndex((item) => isMark(item, "comma"));
  const head = words.slice(0, colon >= 0 ? colon : comma);
  const list = words.slice(Math.max(0, head.length));
  if (
    !list.every(
      (item) =>
        isPlain(item) || item.kind === "term" || isCue(item, "and", "or") || isMark(item, "comma", "colon", "dash"),
    )
  )
    return false;
  if (head.length === 0) return colon === 0 && kindOf(place) >= 0;
  return (
    !isCue(head.at(-1), "link") &&
    isDivided(place, head) &&
    (colon > 0 ? isCue(head.at(-1), "kind", "kinds") : !isCompound(place))
  );
}

/** "(we divide) A into x", "A is divided into x": the verb stands before or after A. */
function isDivided(place: Place, head: readonly Item[]): boolean {
  const divided = isCue(directlyBefore(place), "divide") || head.slice(0, 3).some((item) => isCue(item, "divide"));
  const into = head.some((item) => isCue(item, "link", "within") || (isCue(item, "divide") && isCue(item, "include")));
  return (
    divided &&
    into &&
    head.length <= longestSubject &&
    head.every(
      (item) => isPlain(item) || isCue(item, "link", "within", "we", "kind", "kinds", "copula", "include", "as"),
    )
  );
}

/** A word that has A's name in it: "an A hour". */
function isCompound({ items, a }: Place): boolean {
  return items[a]?.hits.some((hit) => hit.compound) === true;
}

/** Index of "kinds of", "styles of" before A, or -1. */
function kindOf(place: Place): number {
  const governor = governorOf(place);
  const at = governor ? place.items.indexOf(governor) : -1;
  if (isCue(governor, "kind", "kinds")) return at;
  return isCue(governor, "link") && isCue(place.items[at - 1], "kinds") ? at - 1 : -1;
}

/** "Among the many kinds of A, B is the one that ...": B is picked out of them. */
export function isAmongKinds(place: Place): boolean {
  const { items, a, b, forms } = place;
  const kind = kindOf(place);
  const start = clauseStart(items, a);
  if (kind < 0 || !isCue(items[start], "among") || kind - start > 5) return false;
  if (!items.slice(start + 1, kind).every((item) => isPlain(item))) return false;
  const words = between(place, phraseStart(place, b));
  if (!(words.length === 0 && forms.freeOrder) && !(words.length === 1 && isMark(words[0], "comma"))) return false;
  const next = items.slice(b + 1, b + 4);
  return !next.some((item) => isCue(item, "not", "and", "or") || isMark(item, "comma"));
}

/** "To the forms of A belongs B": the verb stands before its subject. */
export function readInverted(place: Place, at: number): Construction | undefined {
  const plain = between(place, at).every((item) => isPlain(item));
  return plain && isCue(governorOf(place), "kind") ? predicate(place.a + 1) : undefined;
}

/** "A does not differ from B", "Does A differ from B?" */
export function readDiffer(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  const asked = isMark(place.items[sentenceEnd(place.items, place.b)], "question");
  const negated =
    asked ||
    isHeadedAsWrong(place.items, place.a) ||
    words.some((item) => isCue(item, "not")) ||
    isCue(place.items[at + 1], "not");
  return negated && !words.some(isBreak) ? { kind: "enumeration", from: at } : undefined;
}

/** "So (nor) differs A (not) from B", "Differs A from B?": the verb stands before A. */
export function readInvertedDiffer(place: Place, at: number): Construction | undefined {
  const plain = between(place, at).every((item) => isPlain(item) || isCue(item, "not"));
  return plain && isCue(directlyBefore(place), "differ") ? readDiffer(place, at) : undefined;
}

/** "Here belongs A (as a whole) under B": the verb stands before A, its preposition before B. */
export function readInvertedBelonging(place: Place, at: number): Construction | undefined {
  if (!isCue(directlyBefore(place), "belongs") || !isCue(place.items[at], "within")) return undefined;
  return between(place, at).every((item) => isPlain(item)) ? predicate(place.a) : undefined;
}
