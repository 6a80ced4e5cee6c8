// Reads an equation that runs over two sentences: "We use A. It is a kind of B".
import { apposition, type Construction, phraseStart, type Place, predicate } from "../place.ts";
import { isTakenUpByName } from "./taken.ts";
import { endsSentence, isCue, isMark, isPlain, sentenceEnd, sentenceStart } from "../row.ts";

/** "There are many forms of A. B is one of them." */
function isOneOfThem({ items, a, b }: Place, stop: number): boolean {
  const start = sentenceStart(items, a);
  const verb = b + 1;
  const says = isCue(items[verb], "copula", "classed") || isCue(items[verb], "oneOf");
  if (!says || !items.slice(verb, verb + 3).some((item) => isCue(item, "oneOf"))) return false;
  if (items.slice(verb, verb + 3).some((item) => isCue(item, "not"))) return false;
  return items.slice(start, stop).some((item) => isCue(item, "kind", "kinds", "include"));
}

/** "There are many forms of A; B is one of them" */
export function readOneOfThem(place: Place, at: number): Construction | undefined {
  return isOneOfThem(place, at) ? predicate(at + 1) : undefined;
}

/** "What is A? A form of B", "What is A? In short: B." */
function isAnswer({ items, a, b }: Place, stop: number): boolean {
  const asked =
    isMark(items[stop], "question") &&
    stop === a + 1 &&
    items.slice(Math.max(0, a - 3), a).some((item) => isCue(item, "copula"));
  const answer = items.slice(stop + 1, b);
  if (!asked || answer.length > 6) return false;
  if (answer.some((item) => isCue(item, "kind"))) return answer.every((item) => isPlain(item) || isCue(item, "kind"));
  const whole = endsSentence(items[b + 1]) || items[b + 1] === undefined || isCue(items[b + 1], "link");
  return (
    whole &&
    answer.every((item) => isCue(item, "filler", "namely", "an", "mere") || isMark(item, "colon", "comma", "quote"))
  );
}

/** "Many know A. We use its English name: B." */
function isItsName({ items, b }: Place, stop: number): boolean {
  const [colon, ...words] = items
    .slice(stop + 1, b)
    .filter((item) => !isMark(item, "quote"))
    .toReversed();
  if (!isMark(colon, "colon") || words.length > 9) return false;
  const [noun, ...rest] = isCue(words[0], "it") ? words.slice(isCue(words[1], "link") ? 2 : 1) : words;
  const takesUp = noun !== words[0] || rest.slice(0, 3).some((item) => isCue(item, "its"));
  // "the name of it" may be one cue with its preposition.
  const isName = isCue(noun, "word") || (noun !== words[0] && isCue(noun, "kind"));
  return takesUp && isName && rest.every((item) => isPlain(item) || isCue(item, "we", "link", "call"));
}

type Reader = (place: Place) => Construction | undefined;

/** "A? It is B you need.": what follows B says that it is B and not A. */
function isCleft({ items, b, forms }: Place, stop: number): boolean {
  const next = items[b + 1];
  // Where commas begin relative clauses, the word alone is an article.
  const cleft = isCue(next, "we", "others") || (isCue(next, "relative") && !forms.verbFinal);
  return cleft && isMark(items[stop], "question");
}

/** "We use A. It is called B, not A.": a sentence that names both says by itself how they are related. */
function namesBoth({ items, a, b }: Place, stop: number): boolean {
  const concepts = new Set(items[a]?.hits.map((hit) => hit.concept));
  const sentence = items.slice(stop + 1, sentenceEnd(items, b));
  return sentence.some((item) => item.hits.some((hit) => concepts.has(hit.concept)));
}

/** "We use A. It is a kind of B.": the second sentence takes A up. */
export function readAcrossSentences(place: Place, readSentence: Reader): Construction | undefined {
  const { items, a, b } = place;
  let stop = a + 1;
  while (stop < b && !endsSentence(items[stop])) stop += 1;
  if (namesBoth(place, stop) || isCleft(place, stop)) return undefined;
  let subject = stop + 1;
  while (
    subject < b &&
    !isCue(items[subject], "it") &&
    (isCue(items[subject], "filler", "yes", "but", "and") || isMark(items[subject], "comma", "quote"))
  )
    subject += 1;
  const kind = [b + 1, b + 2, b + 3].find((at) => isCue(items[at], "kind")) ?? b + 3;
  const names =
    isCue(items[b + 1], "copula") &&
    isCue(items[kind], "kind") &&
    isCue(items[kind + 1], "it") &&
    !isCue(items[kind + 2], "relative");
  const named = isCue(items[b + 1], "isName") && items.slice(b + 2, b + 6).some((item) => isCue(item, "it"));
  if (isAnswer(place, stop)) return predicate(stop + 1);
  if (subject === b && (names || named || isOneOfThem(place, stop))) return predicate(stop + 1);
  if (isNameAfterOr(place, stop) || isOtherName(place, stop)) return predicate(stop + 1);
  if (isItsName(place, stop)) return predicate(stop + 1);
  if (isTakenUpByName(place, stop)) return apposition(b);
  if (isCalledInNext(place, stop)) return predicate(stop + 1);
  if (!isCue(items[subject], "it") || isCue(items[b + 1], "also")) return undefined;
  // "A? That is B."
  if (isCue(items[subject], "copula") && phraseStart({ ...place, a: subject }, b) === subject + 1)
    return predicate(stop + 1);
  const inner = readSentence({ ...place, a: subject });
  return inner?.kind === "predicate" ? predicate(stop + 1) : undefined;
}

/** "A. Another name is B." */
function isOtherName(place: Place, stop: number): boolean {
  const { items, b } = place;
  const verb = phraseStart({ ...place, a: stop }, b) - 1;
  const name = items.slice(stop + 1, verb);
  return (
    isCue(items[verb], "copula") &&
    isCue(name.at(-1), "word") &&
    name.length <= 4 &&
    name.every((item) => isPlain(item))
  );
}

/** "A. Or B, as it is called." */
function isNameAfterOr(place: Place, stop: number): boolean {
  const { items, b } = place;
  const name = phraseStart({ ...place, a: stop }, b);
  if (stop !== place.a + 1 || name !== stop + 2 || !isCue(items[stop + 1], "or", "namely")) return false;
  return isCue(items[b + 1], "called") || (isMark(items[b + 1], "comma") && isCue(items[b + 2], "called"));
}

/** "... A. We call it B.", "... A. In everyday speech it is called B." */
function isCalledInNext(place: Place, stop: number): boolean {
  const { items, b } = place;
  const sentence = items.slice(stop + 1, b);
  const call = sentence.findIndex((item) => isCue(item, "call", "classed"));
  return (
    call > 0 &&
    sentence.length <= 8 &&
    sentence.slice(call).some((item) => isCue(item, "it")) &&
    sentence.every(
      (item) =>
        isPlain(item) ||
        isCue(item, "we", "call", "classed", "it", "as", "namely", "called", "link") ||
        isMark(item, "comma"),
    )
  );
}
