// Reads what stands between two terms, A and B: the construction, if any, by which the text equates them.
import type { WordForms } from "../../language/words.ts";
import type { Item } from "./items.ts";
import { endsSentence, isCue, isMark, isModifier, isPlain, sentenceEnd, sentenceStart } from "./row.ts";

/**
 * How A and B are joined. An apposition hangs on A itself, so that a negation or question around it does not reach it;
 * a predicate says it of A, and `from` is where its clause begins; an enumeration joins them and equates them only
 * together with words around it (no difference, the same).
 */
export type Construction =
  | { kind: "apposition"; from: number }
  | { kind: "predicate"; from: number }
  | { kind: "choice"; from: number }
  | { kind: "enumeration"; from: number };

export type Place = { items: readonly Item[]; a: number; b: number; forms: WordForms };

const apposition = (from: number): Construction => ({ kind: "apposition", from });
const predicate = (from: number): Construction => ({ kind: "predicate", from });

/** The construction that joins the items `a` and `b`, or undefined. */
export function readConstruction(place: Place): Construction | undefined {
  const { items, a, b } = place;
  const stops = items.slice(a + 1, b).filter(endsSentence).length;
  if (stops > 1) return undefined;
  if (stops === 1) return readAcrossSentences(place);
  const phrase = phraseStart(place, b);
  const before = skipQuotesBack(items, phrase - 1);
  if (before <= a) return readAdjacent(place);
  const head = items[before];
  if (isObjectCalled(place)) return predicate(a + 1);
  if (isCalledInRelative(place)) return apposition(a + 1);
  for (const { fits, read } of readings) {
    if (fits(head)) return read(place, before) ?? readLoosely(place, before);
  }
  return readLoosely(place, before);
}

const longestLoose = 10;

/**
 * What no other reading knows: A's clause says of A, by a verb and a word that equates right before B, that it is B.
 * Words between do not matter as long as none of them tells A and B apart or begins another claim.
 */
function readLoosely(place: Place, at: number): Construction | undefined {
  const { items, a } = place;
  const words = between(place, at + 1);
  if (words.length > longestLoose || words.length < 2 || !isCue(items[at], "kind", "classed")) return undefined;
  if (
    words.some((item) =>
      isCue(item, "contrast", "like", "differ", "difference", "not", "and", "or", "but", "if", "that"),
    )
  )
    return undefined;
  if (words.some((item) => item.kind === "term" || (item.kind === "mark" && !isMark(item, "quote")))) return undefined;
  if (isCue(governorOf(place), "link", "contrast", "like")) return undefined;
  return words.slice(0, -1).some((item) => isCue(item, "copula", "classed")) || isCue(items[at], "classed")
    ? predicate(a + 1)
    : undefined;
}

/** "A we call B", "A may one call B", "under A one understands a kind of B": the verb and its subject stand between. */
function isObjectCalled(place: Place): boolean {
  const words = between(place, place.b);
  const comma = words.findIndex((item) => isMark(item, "comma"));
  const [verb, ...rest] = comma >= 0 && comma <= 2 && isNamedSubject(place) ? words.slice(comma + 1) : words;
  return (
    (isCue(verb, "call") || (isCue(verb, "filler") && rest.some((item) => isCue(item, "call")))) &&
    rest.length <= 5 &&
    rest.every((item) => isPlain(item) || isCue(item, "we", "it", "as", "kind", "call"))
  );
}

/** "A, which we in the clinic call B": the relative clause begins right after A, and its verb takes B. */
function isCalledInRelative(place: Place): boolean {
  const words = between(place, place.b);
  const [first, ...rest] = words.filter(
    (item, at) => !isMark(item, "comma") && !(at === 0 && isCue(words[1], "relative")),
  );
  if (isMark(first, "open", "dash") && isCue(words.at(-1), "it") && isCue(words.at(-2), "call"))
    return words.length <= 6 && words.slice(1, -2).every((item) => isPlain(item) || isCue(item, "we", "it"));
  if (place.forms.verbFinal && isMark(words[0], "comma", "open", "dash") && followedBy(place, "called", "call")) {
    const aside = words.slice(1);
    if (aside.length <= 6 && aside.every((item) => isPlain(item) || isCue(item, "link", "we", "it", "namely")))
      return true;
  }
  if (!isCue(first, "relative") || rest.length > 9) return false;
  if (!rest.every((item) => isPlain(item) || isCue(item, "call", "as", "we", "it", "link", "kind"))) return false;
  if (place.forms.verbFinal && followedBy(place, "call")) return true;
  const call = rest.findLastIndex((item) => isCue(item, "call"));
  return call >= 0 && rest.slice(call + 1).every((item) => isPlain(item) || isCue(item, "as", "kind"));
}

/** What the item before B's noun phrase says, tried in this order; the first that fits decides. */
const readings: readonly {
  fits: (head: Item | undefined) => boolean;
  read: (place: Place, at: number) => Construction | undefined;
}[] = [
  { fits: (head) => isMark(head, "slash", "hyphen"), read: readJoined },
  { fits: (head) => isMark(head, "equals"), read: (place, at) => (gapIsEmpty(place, at) ? predicate(at) : undefined) },
  { fits: (head) => isMark(head, "open"), read: readBracket },
  { fits: (head) => isMark(head, "dash"), read: readDash },
  { fits: (head) => isMark(head, "colon"), read: readColon },
  { fits: (head) => isMark(head, "comma"), read: readComma },
  { fits: (head) => isCue(head, "kind"), read: readKind },
  {
    fits: (head) => isCue(head, "classed", "copula"),
    read: (place, at) => readVerb(place, at) ?? (isCue(place.items[at], "namely") ? readNamely(place, at) : undefined),
  },
  { fits: (head) => isCue(head, "namely"), read: readNamely },
  { fits: (head) => isCue(head, "example"), read: readExample },
  { fits: (head) => isCue(head, "other"), read: readOther },
  {
    fits: (head) => isMark(head, "semicolon"),
    read: (place, at) => (isOneOfThem(place, at) ? predicate(at + 1) : undefined),
  },
  { fits: (head) => isCue(head, "called"), read: readInverted },
  {
    fits: (head) => isCue(head, "instance"),
    read: (place, at) =>
      between(place, at).every((item) => isMark(item, "open", "dash", "comma")) ? apposition(at) : undefined,
  },
  { fits: (head) => isCue(head, "include"), read: readInclude },
  { fits: (head) => isCue(head, "differ"), read: readDiffer },
  { fits: (head) => isCue(head, "as") || isCue(head, "relative"), read: readCalledAs },
  { fits: (head) => isCue(head, "or"), read: readOr },
  { fits: (head) => isCue(head, "and"), read: readAnd },
  { fits: (head) => isCue(head, "but"), read: readCorrection },
  { fits: (head) => isMark(head, "plus") || isCue(head, "link"), read: readLink },
  { fits: (head) => isCue(head, "wrong", "right", "not"), read: readCallAdverb },
  { fits: (head) => isCue(head, "call"), read: readSecondName },
  {
    fits: (head) => isCue(head, "it"),
    read: (place, at) => (isCue(place.items[at - 1], "call") ? readSecondName(place, at - 1) : undefined),
  },
];

const longestPhrase = 4;

/** Index of the first item of the noun phrase that ends at `end`: its articles and adjectives. */
function phraseStart({ items, a, forms }: Place, end: number): number {
  let start = end;
  while (start - 1 > a && end - start < longestPhrase && isModifier(items[start - 1], forms)) start -= 1;
  return start;
}

function skipQuotesBack(items: readonly Item[], at: number): number {
  let index = at;
  while (isMark(items[index], "quote")) index -= 1;
  return index;
}

/** The items between A and `end` without quotation marks. */
function between({ items, a }: Place, end: number): Item[] {
  return items.slice(a + 1, end).filter((item) => !isMark(item, "quote"));
}

function gapIsEmpty(place: Place, end: number): boolean {
  return between(place, end).length === 0;
}

/** "is called A, often B": only words that change nothing stand between A and B. */
function gapIsPlain(place: Place): boolean {
  return between(place, place.b).every((item) => isCue(item, "filler"));
}

/** The item before A and its articles and adjectives. */
function governorOf({ items, a, forms }: Place): Item | undefined {
  let at = a - 1;
  while (at >= 0 && a - at <= longestPhrase && isModifier(items[at], forms)) at -= 1;
  return items[at];
}

function directlyBefore({ items, a }: Place): Item | undefined {
  let at = a - 1;
  while (isMark(items[at], "quote") || (isCue(items[at], "filler") && !isCue(items[at], "copula"))) at -= 1;
  return items[at];
}

/** A copula before A, also with a negation between, as in a question or after a fronted clause: "is not A B". */
function copulaBefore(place: Place): boolean {
  const head = directlyBefore(place);
  if (!isCue(head, "not") || isCue(head, "copula")) return isCue(head, "copula");
  return isCue(place.items[place.items.indexOf(head as Item) - 1], "copula");
}

/** "What we call A, is B": A ends a clause that is itself the subject, and a comma may follow it. */
function isNamedSubject(place: Place): boolean {
  const { items, a, forms } = place;
  if (forms.verbFinal && isCue(items[a + 1], "call", "classed")) return true;
  return isCue(directlyBefore(place), "call", "classed", "namely", "kind");
}

/** "The A (that) we offer, is B", "A, that is, needles, is B": a relative clause or aside on A ends at the comma. */
function isRelativeOnSubject(place: Place, comma: number): boolean {
  const { items, a } = place;
  const governor = governorOf(place);
  if (governor && governor.kind !== "mark" && !isCue(governor, "that")) return false;
  const first = isMark(items[a + 1], "comma") ? a + 2 : a + 1;
  const clause = items.slice(first, comma);
  const begins = isCue(clause[0], "relative", "we", "namely", "called", "classed", "an", "kind", "like", "contrast");
  return clause.length <= longestSubject && begins && !clause.some(isBreak);
}

/** "Needles in the muscle, A, is B": A stands between two commas. */
function isSetOff(place: Place, comma: number): boolean {
  return comma === place.a + 1 && isMark(place.items[comma], "comma") && isMark(governorOf(place), "comma");
}

/** A comma before the verb that ends a subject with A in it. */
function endsSubject(place: Place, comma: number): boolean {
  if (comma <= place.a + 2 && isNamedSubject(place)) return true;
  return isRelativeOnSubject(place, comma) || isSetOff(place, comma);
}

/** A verb that takes both terms (call A B) before A in its clause. */
function hasCallBefore({ items, a }: Place): boolean {
  for (let at = a - 1; at >= 0 && a - at <= 8; at -= 1) {
    if (isCue(items[at], "call")) return true;
    if (items[at]?.kind === "mark" && !isMark(items[at], "quote")) return false;
  }
  return false;
}

function followedBy({ items, b }: Place, ...names: Parameters<typeof isCue>[1][]): boolean {
  for (let at = b + 1; at <= b + 2; at += 1) {
    if (isCue(items[at], ...names)) return true;
    if (!isMark(items[at], "quote")) return false;
  }
  return false;
}

const longestClauseEnd = 8;

/** Whether B's clause ends with such a word, undone by nothing on the way. */
function followedInClause({ items, b }: Place, ...names: Parameters<typeof isCue>[1][]): boolean {
  for (let at = b + 1; at <= b + longestClauseEnd; at += 1) {
    if (isCue(items[at], ...names)) return true;
    if (!isPlain(items[at]) && !isMark(items[at], "quote") && !isCue(items[at], "link")) return false;
  }
  return false;
}

/** "Were A B, ...": a verb that begins the sentence without asking says what is not so. */
function isInverted(place: Place): boolean {
  const { items, a, b } = place;
  const first = items[sentenceStart(items, a)];
  const inverted = isCue(first, "copula", "unreal") && first === directlyBefore(place);
  return inverted && !isMark(items[sentenceEnd(items, b)], "question");
}

/** Only articles, adjectives and adverbs stand between A and B. */
function readAdjacent(place: Place): Construction | undefined {
  const { items, a, b, forms } = place;
  if (hasCallBefore(place)) return predicate(a);
  if (isInverted(place) || isCue(directlyBefore(place), "unreal")) return undefined;
  if (copulaBefore(place) || (isCue(directlyBefore(place), "classed") && gapIsPlain(place))) return predicate(a);
  if (forms.verbFinal && followedInClause(place, "call")) return predicate(a);
  if (forms.verbFinal && (followedBy(place, "copula") || isCue(governorOf(place), "if", "that"))) return predicate(a);
  if (!gapIsEmpty(place, b) || isCue(governorOf(place), "contrast", "like", "other")) return undefined;
  if (isMark(items[a + 1], "quote") !== isMark(items[b - 1], "quote")) return undefined;
  if (forms.freeOrder && isCue(governorOf(place), "link")) return undefined;
  return apposition(a + 1);
}

function readJoined(place: Place, at: number): Construction | undefined {
  if (isSlashedList(place)) return undefined;
  return between(place, at).every((item) => isMark(item, "hyphen")) ? apposition(at) : undefined;
}

/** A line of names with spaced slashes between them, as in menus: "Home / Acupuncture / IMS". */
function isSlashedList({ items, a, b }: Place): boolean {
  const sentence = items.slice(sentenceStart(items, a), sentenceEnd(items, b));
  const slashes = sentence.filter(
    (item, at) => isMark(item, "slash") && (sentence[at - 1]?.end ?? item.start) < item.start,
  );
  return slashes.length >= 2 && sentence.some((item) => item.kind === "word");
}

/** Words that may stand between a term and what is set beside it: "IMS treatment (acupuncture)". */
function isShortGap(place: Place, end: number, most: number): boolean {
  const words = between(place, end);
  // The verb of a clause, or what German sets apart of it, may stand last: "we offer A on, a kind of B".
  if (place.forms.verbFinal && isCue(words.at(-1), "link")) words.pop();
  return words.length <= most && words.every((item) => isPlain(item));
}

function readBracket(place: Place, at: number): Construction | undefined {
  return isShortGap(place, at, 2) ? apposition(at) : undefined;
}

function readDash(place: Place, at: number): Construction | undefined {
  if (isMoreThan(place, at) || namedBefore(place) || isDashedList(place, at)) return undefined;
  return isShortGap(place, at, 1) ? apposition(at) : undefined;
}

/** "A: not just B" */
function isMoreThan({ items, b }: Place, at: number): boolean {
  return items.slice(at + 1, b).some((item) => isCue(item, "notOnly"));
}

/** A line of names with dashes between them, as in menus: "Acupuncture – IMS – Massage". */
function isDashedList({ items, a, b }: Place, dash: number): boolean {
  const sentence = items.slice(sentenceStart(items, a), sentenceEnd(items, b));
  const dashes = sentence.filter((item) => isMark(item, "dash")).length;
  const says = sentence.some((item) => isCue(item, "called", "classed", "kind", "copula", "namely"));
  if (says || isCue(items[dash + 1], "an")) return false;
  return dashes >= 2 && sentence.length - dashes <= (dashes + 1) * 2;
}

/** A heading: "Acupuncture: IMS relieves ..." */
function readColon(place: Place, at: number): Construction | undefined {
  const { items, a } = place;
  if (isCue(items[at - 1], "kind") && isMark(items[at - 2], "open", "comma")) return readKind(place, at - 1);
  if (isMark(items[at - 2], "open") && isCue(items[at - 1], "it", "namely", "called", "classed", "filler"))
    return readBracket(place, at - 2);
  if (isCue(items[at - 1], "namely", "called", "classed") && at - 1 > a) return readNamely(place, at - 1);
  if (!isShortGap(place, at, 1) || namedBefore(place) || isMoreThan(place, at)) return undefined;
  if (
    items
      .slice(sentenceStart(items, a), a)
      .some((item) => isCue(item, "contrast", "differ", "difference", "confuse", "not"))
  )
    return undefined;
  return a - sentenceStart(items, a) <= 4 ? apposition(at) : undefined;
}

/** Whether B's concept was named before A in the same sentence: then the two were set side by side. */
function namedBefore({ items, a, b }: Place): boolean {
  const concepts = new Set(items[b]?.hits.map((hit) => hit.concept));
  return items.slice(sentenceStart(items, a), a).some((item) => item.hits.some((hit) => concepts.has(hit.concept)));
}

/** A comma alone separates an enumeration; with a word after B it sets a name beside A: "A, auch B genannt". */
function readComma(place: Place, at: number): Construction | undefined {
  const beforeComma = place.items[at - 1];
  const verb = startOfAside(place, at) - 1;
  if (verb < at - 1 && isCue(place.items[verb], "copula", "classed")) return readVerb(place, verb);
  if (isCue(beforeComma, "namely", "called")) return readNamely(place, at - 1);
  if (isCue(beforeComma, "example")) return readExample(place, at - 1);
  if (isCue(beforeComma, "kind") && isItsKind(place, at - 1)) return apposition(at);
  const aside = place.items.slice(at + 1, place.b).some((item) => isCue(item, "namely"));
  if (aside && isShortGap(place, at, 1) && !inList(place)) return apposition(at);
  if (isShortGap(place, at, 2) && (followedBy(place, "called") || isAside(place, at))) return apposition(at);
  const relative = place.forms.verbFinal && isCue(place.items[at + 1], "relative") && followedBy(place, "copula");
  return relative && gapIsEmpty(place, at) ? apposition(at) : { kind: "enumeration", from: at };
}

/** "A and its modern form, B". */
function isItsKind(place: Place, kind: number): boolean {
  const words = between(place, kind);
  return words.length <= 3 && words.every((item) => isPlain(item) || isCue(item, "and", "it") || isMark(item, "comma"));
}

/** "A, a B technique, ...": an indefinite article begins what is said of A, unless more follows as in a list. */
function isAside(place: Place, comma: number): boolean {
  const { items, b } = place;
  if (!isCue(items[comma + 1], "an") || inList(place)) return false;
  const after = isCue(items[b + 1], "thing", "kind") ? b + 2 : b + 1;
  return items[after]?.kind !== "word" && !isCue(items[after], "and", "or") && items[after]?.kind !== "term";
}

/** Where the words between commas begin, if they change nothing: "A is, in essence, B". */
function startOfAside({ items, a }: Place, comma: number): number {
  let at = comma - 1;
  while (at > a && comma - at <= 4 && (isPlain(items[at]) || isCue(items[at], "called", "namely"))) at -= 1;
  return isMark(items[at], "comma") && at < comma - 1 ? at : comma;
}

/** "We call it A, others call it B". */
function readSecondName(place: Place, at: number): Construction | undefined {
  return hasCallBefore(place) && between(place, at).some(isBreak) ? predicate(at) : undefined;
}

/** "A is a kind of B", "A, a kind of B", "call A a kind of B". */
function readKind(place: Place, kindAt: number): Construction | undefined {
  const { items, a, forms } = place;
  let at = kindAt - 1;
  while (at > a && kindAt - at <= 6 && (isPlain(items[at]) || isCue(items[at], "not") || isMark(items[at], "quote")))
    at -= 1;
  const head = items[at];
  // "an especially gentle kind of B"
  if (isCue(head, "example") && !isBreak(items[at - 1]) && at > a + 1) return readKind(place, at);
  if (at <= a) return readKindDirectly(place, kindAt);
  if (isCue(head, "or") && isMark(items[at - 1], "comma") && at === a + 2) return apposition(at);
  if (isCue(head, "copula", "classed")) return readVerb(place, at);
  if (forms.verbFinal && isCue(head, "link") && isMeant(place)) return predicate(a + 1);
  if (isCue(head, "like", "contrast") && isCue(items[at - 1], "copula", "classed")) return readVerb(place, at - 1);
  if (isCue(head, "as", "relative") && hasCallBefore(place)) return predicate(a);
  if (isCue(head, "as")) return readCalledAs(place, at);
  const participle = isCue(head, "link") ? startOfAttribute(place, at) : undefined;
  if (participle !== undefined && isShortGap(place, participle, 2)) return apposition(participle);
  if (isCue(head, "relative") && forms.verbFinal && followedBy(place, "copula")) return apposition(at);
  // "A is, after all, a kind of B"
  const verb = isMark(head, "comma") ? startOfAside(place, at) - 1 : at;
  if (verb < at - 1 && isCue(items[verb], "copula", "classed")) return readVerb(place, verb);
  if (isMark(head, "comma", "dash", "open", "colon", "equals"))
    return isShortGap(place, at, 2) ? apposition(at) : undefined;
  if (isCue(head, "other")) return readOther(place, at);
  if (isCue(head, "namely")) return readNamely(place, at);
  if (isCue(head, "example")) return readExample(place, at);
  if (isCue(head, "and", "but")) return readSecondPredicate(place, at);
  if (isCue(head, "kind")) return readKind(place, at);
  return undefined;
}

/** "A, a from X coming kind of B": the mark before the article whose noun has a phrase before it. */
function startOfAttribute({ items, a }: Place, link: number): number | undefined {
  let at = link;
  while (at > a + 1 && (isPlain(items[at]) || isCue(items[at], "link")) && !isCue(items[at], "an")) at -= 1;
  return isCue(items[at], "an") && isMark(items[at - 1], "comma", "dash", "open") ? at - 1 : undefined;
}

/** No verb between A and "a kind of B": it stands before A, or after B. */
function readKindDirectly(place: Place, kindAt: number): Construction | undefined {
  const { items, a } = place;
  const first = items[a + 1];
  const starts = kindAt === a + 1 || isCue(first, "filler") || isCue(first, "not") || hasCallBefore(place);
  if (!starts && !isCue(directlyBefore(place), "copula")) return undefined;
  return predicate(a);
}

/** "A is X and a kind of B": the verb stands before X. */
function readSecondPredicate(place: Place, at: number): Construction | undefined {
  const { items, a } = place;
  for (let verb = at - 1; verb > a; verb -= 1) {
    if (isCue(items[verb], "copula", "classed")) return predicate(at);
  }
  return undefined;
}

const isBreak = (item: Item | undefined): boolean =>
  isMark(item, "comma", "dash", "open", "semicolon", "colon") || isCue(item, "and", "but");

/** A verb before B: of what is it said? Of A if nothing begins a new subject in between. */
function readVerb(place: Place, verbAt: number): Construction | undefined {
  const { items, a } = place;
  let brk = verbAt - 1;
  while (brk > a && !isBreak(items[brk])) brk -= 1;
  if (brk <= a) return readVerbAfterSubject(place, verbAt);
  const clause = items.slice(brk + 1, verbAt);
  if (isCue(items[brk], "but") && isCalledByOthers(place)) return undefined;
  const relative = clause.findIndex((item) => isCue(item, "relative"));
  if (relative > 0 || (relative === 0 && !isMark(items[brk], "semicolon", "colon"))) return apposition(brk);
  if (!isClauseOnSameSubject(clause)) return undefined;
  const participle = isCue(items[verbAt], "classed");
  if (participle && isMark(items[brk], "comma", "dash", "open")) return apposition(brk);
  if (isCue(items[brk], "and") && items.slice(verbAt, place.b).some((item) => isCue(item, "also"))) return undefined;
  const takesUp = [...clause, items[verbAt]].some((item) => isCue(item, "it"));
  const named = clause.length === 0 && endsSubject(place, brk);
  if (isMark(items[brk], "comma") && !takesUp && !named) return undefined;
  return predicate(brk + 1);
}

/** "Patients call it A, but it is B" tells A and B apart; "we call it A, ..." and "it is called A, ..." do not. */
function isCalledByOthers(place: Place): boolean {
  const { items, a } = place;
  const before = items.slice(sentenceStart(items, a, 12), a);
  const call = before.findLastIndex((item) => isCue(item, "call"));
  return (
    call > 0 && !isCue(before[call - 1], "copula") && hasCallBefore(place) && !before.some((item) => isCue(item, "we"))
  );
}

/** No other noun begins the clause, unless it is one that takes up A ("the treatment"). */
function isClauseOnSameSubject(clause: readonly Item[]): boolean {
  const first = clause.findIndex((item) => !isCue(item, "filler") || isCue(item, "it"));
  if (isCue(clause[first], "it"))
    return clause.slice(first + 1).every((item) => item.kind === "cue" && !isCue(item, "link"));
  return clause.every((item) => isCue(item, "filler", "not", "wrong", "right", "copula", "classed"));
}

const longestSubject = 10;

/** "A ... is B" in one clause. */
function readVerbAfterSubject(place: Place, verbAt: number): Construction | undefined {
  const { items, a, forms } = place;
  const clause = items.slice(a + 1, verbAt);
  if (clause.length > longestSubject) return undefined;
  if (isCue(governorOf(place), "contrast", "like")) return undefined;
  if (clause.some((item) => isCue(item, "relative"))) return apposition(a + 1);
  if (clause.some((item) => isCue(item, "that", "if", "why"))) return undefined;
  const bare = isCue(items[verbAt], "copula") && !isCue(items[verbAt + 1], "kind");
  const governor = governorOf(place);
  if (forms.verbFinal && isCue(governor, "link") && followedInClause(place, "meant")) return predicate(a + 1);
  // "Cause of A is B": the subject is the noun before A.
  const attribute = forms.capitalNouns && governor?.kind === "word" && governor.capital && governor !== items[a - 1];
  if (bare && attribute) return undefined;
  if (bare && isCue(governor, "link") && !isCue(governor, "because") && verbAt + 1 === phraseStart(place, place.b))
    return undefined;
  return predicate(a + 1);
}

/** "A, that is, B": nothing but marks and a few words before it. */
function readNamely(place: Place, at: number): Construction | undefined {
  if (isCue(place.items[at - 1], "copula")) return readVerb(place, at - 1);
  const words = between(place, at).filter(
    (item) => item.kind !== "mark" && !isCue(item, "and", "or", "namely", "relative"),
  );
  return words.length <= 4 && words.every((item) => isPlain(item) || isCue(item, "link", "we"))
    ? apposition(at)
    : undefined;
}

/** "A, such as B", "A includes several methods, among them B". */
function readExample(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  if (words.some((item) => isCue(item, "include"))) return predicate(place.a + 1);
  const plain = words.filter((item) => !isMark(item, "comma", "dash", "open", "colon") && !isCue(item, "thing"));
  return words.length - plain.length <= 1 && plain.length === 0 ? apposition(at) : undefined;
}

/** "To the forms of A belongs B": the verb stands before its subject. */
function readInverted(place: Place, at: number): Construction | undefined {
  const plain = between(place, at).every((item) => isPlain(item));
  return plain && isCue(governorOf(place), "kind") ? predicate(place.a + 1) : undefined;
}

function readOther(place: Place, at: number): Construction | undefined {
  const words = between(place, at).filter((item) => !isMark(item, "comma") && !isCue(item, "and", "or"));
  return words.length === 0 ? apposition(at) : undefined;
}

function readInclude(place: Place, at: number): Construction | undefined {
  const governor = governorOf(place);
  if (isCue(governor, "link", "contrast", "like")) return undefined;
  const ours = isCue(governor, "classed", "instance");
  const words = between(place, at);
  if (words.every((item) => isCue(item, "filler", "not") || (ours && isCue(item, "we")))) return predicate(place.a + 1);
  return isTermThat(words) ? predicate(place.a + 1) : undefined;
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

/** "A does not differ from B". */
function readDiffer(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  const negated = words.some((item) => isCue(item, "not")) || isCue(place.items[at + 1], "not");
  return negated && !words.some(isBreak) ? { kind: "enumeration", from: at } : undefined;
}

/** "regard A as B". */
function readCalledAs(place: Place, at: number): Construction | undefined {
  const words = between(place, at).filter((item) => !(place.forms.verbFinal && isCue(item, "copula")));
  const passive = place.forms.verbFinal && followedInClause(place, "call", "classed", "called");
  // "A, which is to many as B known", "A, to many as B known"
  const aside = passive && isMark(words[0], "comma", "dash", "open");
  if (aside) words.splice(0, isCue(words[1], "relative") ? 2 : 1);
  // "A is a treatment that to B belongs"
  else if (passive && isMark(words.at(-2), "comma") && isCue(words.at(-1), "relative")) words.splice(-2);
  // "A one regards as B"
  if (isCue(words.at(-1), "call") && words.slice(0, -1).every((item) => isPlain(item) || isCue(item, "we")))
    return predicate(place.a + 1);
  if (isSameWith(place, words)) return predicate(place.a + 1);
  if (!words.every((item) => isPlain(item) || isCue(item, "not", "wrong", "right") || (passive && isCue(item, "link"))))
    return undefined;
  if (hasCallBefore(place)) return predicate(place.a);
  if (!passive || !isCue(place.items[at], "as")) return undefined;
  return aside ? apposition(place.a + 1) : predicate(place.a + 1);
}

/** "A is with B identical": the word of sameness follows B. */
function isSameWith(place: Place, words: readonly Item[]): boolean {
  const { verbFinal, freeOrder } = place.forms;
  return (verbFinal || freeOrder) === true && followedBy(place, "same") && words.every((item) => isPlain(item));
}

/** "A, or B,": a second name; "A or B": a choice, unless a word after B says that it is a name. */
function readOr(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  if (followedBy(place, "called")) return words.length <= 1 ? apposition(at) : undefined;
  const { items, b } = place;
  const [next, after] = items.slice(b + 1, b + 4).filter((item) => !isMark(item, "quote"));
  if (words.length === 0 && isMark(next, "comma") && isCue(after, "called")) return apposition(at);
  if (words.length === 0 && isCue(directlyBefore(place), "namely", "classed")) return apposition(at);
  const name = words.findIndex((item) => isCue(item, "namely", "classed"));
  if (
    name >= 0 &&
    words.length > name + 1 &&
    words.slice(name + 1).every((item) => isPlain(item) || item.kind === "term")
  )
    return apposition(at);
  // "A treatment, or B,"
  const noun = words.length === 2 && isPlain(words[0]) && isMark(items[b + 1], "comma");
  const comma = (words.length === 1 || noun) && isMark(words.at(-1), "comma", "dash", "open");
  if (comma && !inList(place)) return { kind: "choice", from: at };
  return { kind: "enumeration", from: at };
}

/** Whether A is itself a member of a list: a comma or conjunction stands before it in its sentence. */
function inList(place: Place): boolean {
  const { items, a, b } = place;
  if (isMark(governorOf(place), "comma") || isCue(governorOf(place), "and", "or")) return true;
  if (isMark(items[b + 1], "comma") && isCue(items[b + 2], "or", "and")) return true;
  return items.slice(sentenceStart(items, a), a).some((item) => isCue(item, "either"));
}

/** "A is B and C" is read elsewhere; here A and B are set side by side. */
function readAnd(place: Place, at: number): Construction | undefined {
  return between(place, at).length <= 3 ? { kind: "enumeration", from: at } : undefined;
}

function isMeant(place: Place): boolean {
  const before = place.items.slice(Math.max(0, place.a - 4), place.a);
  return followedInClause(place, "meant") || before.some((item) => isCue(item, "meant"));
}

/** "A is not X, but B" says that A is B. */
function readCorrection(place: Place, at: number): Construction | undefined {
  const words = between(place, at);
  const verb = words.findIndex((item) => isCue(item, "copula", "classed"));
  const negation = words.findIndex((item) => isCue(item, "not", "notOnly"));
  if (verb !== 0 && !(verb === 1 && isCue(words[0], "filler"))) return undefined;
  const sameClause = words
    .slice(0, -1)
    .every((item) => !isCue(item, "and") && !isMark(item, "semicolon", "colon", "dash"));
  return negation > verb && sameClause ? predicate(at + 1) : undefined;
}

/** "between A versus B": side by side. With the verb at the end: "since with A it is B that is meant". */
function readLink(place: Place, at: number): Construction | undefined {
  if (place.forms.verbFinal && gapIsEmpty(place, at) && isMeant(place)) return predicate(place.a + 1);
  if (between(place, at).some((item) => isCue(item, "differ"))) return readDiffer(place, at);
  return gapIsEmpty(place, at) ? { kind: "enumeration", from: at } : undefined;
}

/** "some wrongly call A B": the adverb stands between. */
function readCallAdverb(place: Place, at: number): Construction | undefined {
  const plain = between(place, at + 1).every((item) => isPlain(item) || isCue(item, "wrong", "right", "not"));
  if (!plain) return undefined;
  return hasCallBefore(place) || isCue(directlyBefore(place), "copula") ? predicate(place.a) : undefined;
}

/** "There are many forms of A. B is one of them." */
function isOneOfThem({ items, a, b }: Place, stop: number): boolean {
  const start = sentenceStart(items, a);
  const verb = b + 1;
  const says = isCue(items[verb], "copula", "classed") || isCue(items[verb], "oneOf");
  if (!says || !items.slice(verb, verb + 3).some((item) => isCue(item, "oneOf"))) return false;
  if (items.slice(verb, verb + 3).some((item) => isCue(item, "not"))) return false;
  return items.slice(start, stop).some((item) => isCue(item, "kind", "kinds"));
}

/** "What is A? A form of B" */
function isAnswer({ items, a, b }: Place, stop: number): boolean {
  const asked =
    isMark(items[stop], "question") &&
    stop === a + 1 &&
    items.slice(Math.max(0, a - 3), a).some((item) => isCue(item, "copula"));
  const answer = items.slice(stop + 1, b);
  return (
    asked &&
    answer.length <= 6 &&
    answer.some((item) => isCue(item, "kind")) &&
    answer.every((item) => isPlain(item) || isCue(item, "kind"))
  );
}

/** "We use A. This B technique ...": the second sentence takes A up under B's name. */
function isTakenUpByName({ items, b, forms }: Place, stop: number): boolean {
  let at = b - 1;
  while (at > stop + 1 && items[at]?.kind === "word") at -= 1;
  if (!isCue(items[at], "this") || b - at > 3) return false;
  const next = items[b + 1];
  const noun = next?.kind === "word" && (forms.fixedNouns || (forms.capitalNouns && next.capital));
  return !noun && !isCue(next, "and", "or") && !isMark(next, "comma", "hyphen", "slash");
}

/** "We use A. It is a kind of B.": the second sentence takes A up. */
function readAcrossSentences(place: Place): Construction | undefined {
  const { items, a, b } = place;
  let stop = a + 1;
  while (stop < b && !endsSentence(items[stop])) stop += 1;
  let subject = stop + 1;
  while (
    subject < b &&
    !isCue(items[subject], "it") &&
    (isCue(items[subject], "filler", "yes", "but", "and") || isMark(items[subject], "comma", "quote"))
  )
    subject += 1;
  const kind = [b + 1, b + 2, b + 3].find((at) => isCue(items[at], "kind")) ?? b + 3;
  const names = isCue(items[b + 1], "copula") && isCue(items[kind], "kind") && isCue(items[kind + 1], "it");
  const named = isCue(items[b + 1], "isName") && items.slice(b + 2, b + 6).some((item) => isCue(item, "it"));
  if (isAnswer(place, stop)) return predicate(stop + 1);
  if (subject === b && (names || named || isOneOfThem(place, stop))) return predicate(stop + 1);
  if (isTakenUpByName(place, stop) || isCalledInNext(place, stop)) return predicate(stop + 1);
  if (!isCue(items[subject], "it") || isCue(items[b + 1], "also")) return undefined;
  // "A? That is B."
  if (isCue(items[subject], "copula") && phraseStart({ ...place, a: subject }, b) === subject + 1)
    return predicate(stop + 1);
  const inner = readConstruction({ ...place, a: subject });
  return inner?.kind === "predicate" ? predicate(stop + 1) : undefined;
}

/** "... A. We call it B." */
function isCalledInNext(place: Place, stop: number): boolean {
  const { items, b } = place;
  const sentence = items.slice(stop + 1, b);
  const call = sentence.findIndex((item) => isCue(item, "call"));
  return (
    call > 0 &&
    sentence.length <= 8 &&
    sentence.slice(call + 1).some((item) => isCue(item, "it")) &&
    sentence.every((item) => isPlain(item) || isCue(item, "we", "call", "it", "as"))
  );
}
