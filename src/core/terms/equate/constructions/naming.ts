// Reads verbs that give A the name B: "call A B", "A, which we call B", "regard A as B", "call it A, others call it B".
import type { Item } from "../items.ts";
import {
  apposition,
  between,
  type Construction,
  directlyBefore,
  followedBy,
  followedInClause,
  hasCallBefore,
  isBreak,
  type Place,
  predicate,
} from "../place.ts";
import { isNamedSubject } from "./subject.ts";
import { readVerb } from "./verb.ts";
import { clauseStart, isCue, isMark, isPlain } from "../row.ts";

/** "A we call B", "A may one call B", "under A one understands a kind of B": the verb and its subject stand between. */
export function isObjectCalled(place: Place): boolean {
  const words = between(place, place.b);
  const comma = words.findIndex((item) => isMark(item, "comma"));
  const [verb, ...rest] = comma >= 0 && comma <= 2 && isNamedSubject(place) ? words.slice(comma + 1) : words;
  return (
    (isCue(verb, "call") || (isCue(verb, "filler", "we") && rest.some((item) => isCue(item, "call")))) &&
    rest.length <= 5 &&
    rest.every((item) => isPlain(item) || isCue(item, "we", "it", "as", "kind", "call"))
  );
}

const longestBracketed = 9;

/** "A (we write B on the bill)": nothing but where it is said or written follows B. */
export function isWrittenInBracket(place: Place): boolean {
  const { items, b, forms } = place;
  const [mark, ...words] = between(place, b);
  const say = words.findIndex((item) => isCue(item, "say"));
  if (!isMark(mark, "open") || say < 0 || words.length > longestBracketed) return false;
  const subject = words.slice(0, say);
  // "on the bill stands B"
  const isPlace = isCue(words[0], "link");
  if (!forms.freeOrder && !isPlace && !words.some((item) => isCue(item, "we", "others"))) return false;
  if (!subject.every((item) => isPlain(item) || isCue(item, "we", "link"))) return false;
  if (!words.slice(say + 1).every((item) => isCue(item, "filler", "we", "word", "mere"))) return false;
  const close = items.slice(b + 1, b + longestBracketed).findIndex((item) => isMark(item, "close"));
  const rest = items.slice(b + 1, b + 1 + close).filter((item) => !isMark(item, "quote"));
  // "we say B works better": a verb of belief takes a clause too.
  if (close < 0 || (rest.length > 0 && isCue(words[say], "believe"))) return false;
  return (
    rest.length === 0 || (isCue(rest[0], "link") && rest.every((item) => isPlain(item) || isCue(item, "link", "call")))
  );
}

/** "A, which we in the clinic call B": the relative clause begins right after A, and its verb takes B. */
export function isCalledInRelative(place: Place): boolean {
  const words = between(place, place.b);
  const [first, ...rest] = words.filter(
    (item, at) => !isMark(item, "comma") && !(at === 0 && isCue(words[1], "relative")),
  );
  if (place.forms.verbFinal && isMark(words[0], "comma", "open", "dash") && followedBy(place, "called", "call")) {
    const aside = words.slice(1);
    if (aside.length <= 6 && aside.every((item) => isPlain(item) || isCue(item, "link", "we", "it", "namely")))
      return true;
  }
  if (!isCue(first, "relative") || rest.length > 9) return false;
  // A comma begins the relative clauses of such languages: "A zu den B zählt" has none.
  if (place.forms.verbFinal && words[0]?.kind !== "mark") return false;
  if (!rest.every((item) => isPlain(item) || isCue(item, "call", "as", "we", "it", "link", "kind"))) return false;
  if (place.forms.verbFinal && followedBy(place, "call")) return true;
  const call = rest.findLastIndex((item) => isCue(item, "call"));
  return call >= 0 && rest.slice(call + 1).every((item) => isPlain(item) || isCue(item, "as", "kind"));
}

/** "We call it A, others call it B". */
export function readSecondName(place: Place, head: number): Construction | undefined {
  const at = isCue(place.items[head], "call") ? head : head - 1;
  if (!isCue(place.items[at], "call")) return undefined;
  return hasCallBefore(place) && between(place, at).some(isBreak) ? predicate(place.a + 1) : undefined;
}

/** "We write A, patients say B": two names if the sentence says that they are the same. */
export function readSaidTwice({ items, a }: Place, at: number): Construction | undefined {
  const said = items.slice(Math.max(clauseStart(items, a), a - 4), a).some((item) => isCue(item, "say"));
  return said ? { kind: "enumeration", from: at } : undefined;
}

/** "A is that which we today call B" */
export function isWhatWeCall(place: Place): boolean {
  const words = between(place, place.b).filter((item) => !isMark(item, "comma"));
  const [copula, pronoun, ...rest] = words.filter((item) => !isCue(item, "filler") || isCue(item, "it", "copula"));
  if (!isCue(copula, "copula") || !isCue(pronoun, "it", "relative") || words.length > longestBracketed) return false;
  const called = isCue(words.at(-1), "call") || (place.forms.verbFinal === true && followedBy(place, "call"));
  return (
    called &&
    (place.forms.freeOrder === true || rest.some((item) => isCue(item, "we"))) &&
    rest.every((item) => isPlain(item) || isCue(item, "we", "call", "relative", "it", "link"))
  );
}

/** "some wrongly call A B": the adverb stands between. */
export function readCallAdverb(place: Place, at: number): Construction | undefined {
  // "A is not B": what denies it is read with what may deny the denial.
  if (isCue(place.items[at], "not") && isCue(place.items[at - 1], "copula")) return readVerb(place, at - 1);
  const plain = between(place, at + 1).every((item) => isPlain(item) || isCue(item, "wrong", "right", "not"));
  if (!plain) return undefined;
  return hasCallBefore(place) || isCue(directlyBefore(place), "copula") ? predicate(place.a) : undefined;
}

/** "regard A as B". */
export function readCalledAs(place: Place, at: number): Construction | undefined {
  if (isKindInRelative(place)) return apposition(at);
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
  if (isVerbFirst(place, words)) return predicate(place.a);
  if (isParticipleApart(words)) return apposition(place.a + 1);
  if (isSameWith(place, words)) return predicate(place.a + 1);
  if (
    !words.every(
      (item) =>
        isPlain(item) || isCue(item, "not", "wrong", "right") || (passive && isCue(item, "link", "namely", "we")),
    )
  )
    return undefined;
  if (hasCallBefore(place)) return predicate(place.a);
  if (!passive || !isCue(place.items[at], "as")) return undefined;
  return aside ? apposition(place.a + 1) : predicate(place.a + 1);
}

/** "A, of which B is a variant" */
export function isKindInRelative({ items, a, b }: Place): boolean {
  const relative = isCue(items[a + 2], "relative") ? a + 2 : a + 3;
  if (!isMark(items[a + 1], "comma") || !isCue(items[relative], "relative")) return false;
  if (relative > a + 2 && !isCue(items[a + 2], "link")) return false;
  if (!items.slice(relative + 1, b).every((item) => isPlain(item) || isCue(item, "kind", "kinds", "copula")))
    return false;
  if (items.slice(relative + 1, b).some((item) => isCue(item, "kind", "kinds"))) return true;
  const after = items.slice(b + 1, b + 5);
  const kind = after.findIndex((item) => isCue(item, "kind", "kinds", "oneOf"));
  const clause = after.slice(0, kind + 2);
  return kind >= 0 && clause.some((item) => isCue(item, "copula")) && !clause.some((item) => isCue(item, "not"));
}

/** "Here counts A in many countries as B", as in questions and in languages whose verb is second. */
function isVerbFirst(place: Place, words: readonly Item[]): boolean {
  if (!isCue(directlyBefore(place), "called", "classed", "call")) return false;
  return words.length <= 5 && words.every((item) => isPlain(item) || isCue(item, "link"));
}

/** "A, sold in places as B": adverbials stand between the participle and its word. */
function isParticipleApart(words: readonly Item[]): boolean {
  const [mark, participle, ...rest] = words;
  if (!isMark(mark, "comma", "dash", "open") || !isCue(participle, "classed") || rest.length > 4) return false;
  return rest.every((item) => isPlain(item) || isCue(item, "link"));
}

/** "A is with B identical": the word of sameness follows B. */
function isSameWith(place: Place, words: readonly Item[]): boolean {
  const { verbFinal, freeOrder } = place.forms;
  return (verbFinal || freeOrder) === true && followedBy(place, "same") && words.every((item) => isPlain(item));
}
