// Reads verbs that say of A that it is B: "A is B", "A, which we offer, counts as B".
import type { Item } from "../items.ts";
import {
  apposition,
  between,
  type Construction,
  copulaBefore,
  followedBy,
  followedInClause,
  governorOf,
  hasCallBefore,
  isBreak,
  longestSubject,
  phraseStart,
  type Place,
  predicate,
} from "../place.ts";
import { isCue, isMark, isPlain, sentenceStart } from "../row.ts";
import { endsSubject, isFrontedAdjunct, isInFrontedClause, isTitle } from "./subject.ts";

/** A verb before B: of what is it said? Of A if nothing begins a new subject in between. */
export function readVerb(place: Place, verbAt: number): Construction | undefined {
  const { items, a } = place;
  let brk = verbAt - 1;
  while (brk > a && !isBreak(items[brk])) brk -= 1;
  if (brk <= a) return readVerbAfterSubject(place, verbAt);
  const clause = items.slice(brk + 1, verbAt);
  if (isCue(items[brk], "but") && isCorrected(place, verbAt)) return undefined;
  if (isFrontedAdjunct(place, brk) || isCue(governorOf(place), "contrast", "like")) return undefined;
  if (isNameGiven(items[brk], clause))
    return items.slice(sentenceStart(items, a), a).some(undoes) ? undefined : apposition(brk);
  const relative = clause.findIndex((item) => isCue(item, "relative"));
  if (relative > 0 || (relative === 0 && !isMark(items[brk], "semicolon", "colon"))) return apposition(brk);
  const participle = isCue(items[verbAt], "classed");
  if (participle && isMark(items[brk], "comma", "dash", "open") && isAdverbial(clause)) return apposition(brk);
  if (!isClauseOnSameSubject(clause)) return undefined;
  if (participle && isMark(items[brk], "comma", "dash", "open")) return apposition(brk);
  if (isCue(items[brk], "and") && items.slice(verbAt, place.b).some((item) => isCue(item, "also"))) return undefined;
  // ", it is B", or with the verb before its subject ", is it B"
  const subject = clause.length === 0 ? verbAt + 1 : verbAt;
  const takesUp = [...clause, items[verbAt], items[subject]].some((item) => isCue(item, "it"));
  const named = clause.length === 0 && endsSubject(place, brk);
  if (isMark(items[brk], "comma") && !takesUp && !named) return undefined;
  return predicate(brk + 1);
}

/** ", but it is B": A was the name or the belief of others. */
function isCorrected(place: Place, verbAt: number): boolean {
  return isSuspected(place) || (isCalledByOthers(place) && !isMere(place, verbAt));
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

/** "They suspected A, but it was B": A is what was believed. */
function isSuspected({ items, a }: Place): boolean {
  return items.slice(sentenceStart(items, a, 12), a).some((item) => isCue(item, "believe", "unreal"));
}

/** "They call it A, but it is just B": B and nothing more, so the name A hides that it is B. */
function isMere({ items, b }: Place, verbAt: number): boolean {
  return items.slice(verbAt, b).some((item) => isCue(item, "mere"));
}

const undoes = (item: Item): boolean => isCue(item, "not", "wrong", "believe");

/** "A (the proper name is B)", "A – its English name is B": the clause has a word for words as its subject. */
function isNameGiven(mark: Item | undefined, clause: readonly Item[]): boolean {
  if (!isMark(mark, "open", "dash", "semicolon", "comma") || clause.length > 4) return false;
  return isCue(clause.at(-1), "word") && clause.every((item) => isPlain(item) || isCue(item, "it"));
}

/** "A, in some countries sold as B": a phrase with a preposition stands before the participle. */
function isAdverbial(clause: readonly Item[]): boolean {
  return clause.length <= 4 && isCue(clause[0], "link") && clause.every((item) => isPlain(item) || isCue(item, "link"));
}

/** No other noun begins the clause, unless it is one that takes up A ("the treatment"). */
function isClauseOnSameSubject(clause: readonly Item[]): boolean {
  const first = clause.findIndex((item) => !isCue(item, "filler") || isCue(item, "it"));
  if (isCue(clause[first], "it"))
    return clause.slice(first + 1).every((item) => item.kind === "cue" && !isCue(item, "link"));
  return clause.every((item) => isCue(item, "filler", "not", "wrong", "right", "copula", "classed"));
}

/** "A became B": then it was another thing. */
function isChange({ items, b }: Place, verb: number): boolean {
  return (
    isCue(items[verb], "become") &&
    items.slice(verb + 1, b).every((item) => item.kind === "word" || isCue(item, "filler"))
  );
}

/** "A ... is B" in one clause. */
function readVerbAfterSubject(place: Place, verbAt: number): Construction | undefined {
  const { items, a, forms } = place;
  const clause = items.slice(a + 1, verbAt);
  if (clause.length > longestSubject) return undefined;
  if (isCue(governorOf(place), "contrast", "like") || isInFrontedClause(place)) return undefined;
  const relative = clause.findIndex((item) => isCue(item, "relative"));
  // "A is a method that belongs to B": the relative clause is a part of what is said of A.
  const said = clause.slice(0, Math.max(0, relative)).some((item) => isCue(item, "copula"));
  if (relative >= 0) return said ? predicate(a + 1) : apposition(a + 1);
  if (clause.some((item) => isCue(item, "that", "if", "why"))) return undefined;
  const bare = isCue(items[verbAt], "copula") && !isCue(items[verbAt + 1], "kind");
  if (bare && (isChange(place, verbAt) || isTitle(place, verbAt))) return undefined;
  const governor = governorOf(place);
  if (forms.verbFinal && isCue(governor, "link") && followedInClause(place, "meant")) return predicate(a + 1);
  // "Cause of A is B": the subject is the noun before A.
  const attribute = forms.capitalNouns && governor?.kind === "word" && governor.capital && governor !== items[a - 1];
  if (bare && attribute) return undefined;
  if (bare && isCue(governor, "link") && !isCue(governor, "because") && verbAt + 1 === phraseStart(place, place.b))
    return undefined;
  return predicate(a + 1);
}

/** "A is X and a kind of B": the verb stands before X. */
export function readSecondPredicate(place: Place, at: number): Construction | undefined {
  const { items, a, forms } = place;
  for (let verb = at - 1; verb > a; verb -= 1) {
    if (isCue(items[verb], "copula", "classed")) return predicate(at);
  }
  // With the verb first or last: "of course is A X and a kind of B", "that A X and a kind of B is"
  const isLast = forms.verbFinal === true && followedBy(place, "copula");
  return isLast || copulaBefore(place) ? predicate(a + 1) : undefined;
}

/** Where the words between commas begin, if they change nothing: "A is, in essence, B". */
export function startOfAside({ items, a }: Place, comma: number): number {
  let at = comma - 1;
  while (at > a && comma - at <= 4 && (isPlain(items[at]) || isCue(items[at], "called", "namely"))) at -= 1;
  return isMark(items[at], "comma") && at < comma - 1 ? at : comma;
}

const longestLoose = 10;

/**
 * What no other reading knows: A's clause says of A, by a verb and a word that equates right before B, that it is B.
 * Words between do not matter as long as none of them tells A and B apart or begins another claim.
 */
export function readLoosely(place: Place, at: number): Construction | undefined {
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
