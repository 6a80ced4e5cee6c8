// Reads what stands between two terms, A and B: the construction, if any, by which the text equates them.
import { readAdjacent, readEquals, readJoined } from "./constructions/adjacent.ts";
import { readBracket, readColon, readComma, readDash } from "./constructions/apposition.ts";
import { readAnd, readCorrection, readLink, readOr } from "./constructions/coordination.ts";
import {
  isAmongKinds,
  isListedKind,
  readDiffer,
  readInclude,
  readInverted,
  readInvertedBelonging,
} from "./constructions/extent.ts";
import { readKind } from "./constructions/kind.ts";
import {
  isCalledInRelative,
  isObjectCalled,
  isWhatWeCall,
  isWrittenInBracket,
  readCallAdverb,
  readCalledAs,
  readSaidTwice,
  readSecondName,
} from "./constructions/naming.ts";
import { readClassedOrNamely, readExample, readInstance, readNamely, readOther } from "./constructions/rewording.ts";
import { readAcrossSentences, readOneOfThem } from "./constructions/sentences.ts";
import { isTakenUpInClause } from "./constructions/taken.ts";
import { readCommented } from "./constructions/commented.ts";
import { readLoosely } from "./constructions/verb.ts";
import { isGivenAsWord } from "./constructions/word.ts";
import type { Item } from "./items.ts";
import {
  apposition,
  copulaBefore,
  directlyBefore,
  phraseStart,
  predicate,
  skipQuotesBack,
  type Construction,
  type Place,
} from "./place.ts";
import { endsSentence, isCue, isMark } from "./row.ts";
import { readRows } from "./rows.ts";
import { allRows } from "./rows/all.ts";

/** The construction that joins the items `a` and `b`, or undefined. */
export function readConstruction(place: Place): Construction | undefined {
  const { items, a, b } = place;
  const stops = items.slice(a + 1, b).filter(endsSentence).length;
  if (stops > 1) return undefined;
  if (stops === 1) return readAcrossSentences(place, readConstruction);
  const rows = place.rows ?? allRows;
  const asWord = readRows(place, rows, "first");
  if (asWord) return asWord;
  if (isGivenAsWord(place)) return predicate(a + 1);
  if (isCorrectedAway(place)) return undefined;
  if (isListedKind(place) || isAmongKinds(place)) return predicate(a + 1);
  if (isTakenUpInClause(place)) return apposition(b);
  const before = skipQuotesBack(items, phraseStart(place, b) - 1);
  if (before <= a) return readAdjacent(place);
  if (isWhatWeCall(place)) return predicate(a + 1);
  if (isObjectCalled(place)) return predicate(a + 1);
  const inAside = readRows(place, rows, "aside");
  if (inAside) return inAside;
  if (isCalledInRelative(place)) return apposition(a + 1);
  if (isWrittenInBracket(place)) return apposition(b);
  const reading = readings.find(({ fits }) => fits(items[before]));
  return reading?.read(place, before) ?? readLoosely(place, before) ?? readCommented(place);
}

/** "This is not A, but something that is called B": A was denied before anything is said of B. */
function isCorrectedAway(place: Place): boolean {
  const { items, a, b } = place;
  const but = items.slice(a + 1, b).findIndex((item) => isCue(item, "but"));
  return but > 0 && copulaBefore(place) && isCue(directlyBefore(place), "not") && isMark(items[a + but], "comma");
}

type Reading = {
  fits: (head: Item | undefined) => boolean;
  read: (place: Place, at: number) => Construction | undefined;
};

/** What the item before B's noun phrase says, tried in this order; the first that fits decides. */
const readings: readonly Reading[] = [
  { fits: (head) => isMark(head, "slash", "hyphen"), read: readJoined },
  { fits: (head) => isMark(head, "equals"), read: readEquals },
  { fits: (head) => isMark(head, "open"), read: readBracket },
  { fits: (head) => isMark(head, "dash"), read: readDash },
  { fits: (head) => isMark(head, "colon"), read: readColon },
  { fits: (head) => isMark(head, "comma"), read: readComma },
  { fits: (head) => isCue(head, "kind"), read: readKind },
  { fits: (head) => isCue(head, "classed", "copula"), read: readClassedOrNamely },
  { fits: (head) => isCue(head, "namely"), read: readNamely },
  { fits: (head) => isCue(head, "example"), read: readExample },
  { fits: (head) => isCue(head, "other"), read: readOther },
  { fits: (head) => isMark(head, "semicolon"), read: readOneOfThem },
  { fits: (head) => isCue(head, "called"), read: readInverted },
  { fits: (head) => isCue(head, "instance"), read: readInstance },
  { fits: (head) => isCue(head, "include"), read: readInclude },
  { fits: (head) => isCue(head, "differ"), read: readDiffer },
  { fits: (head) => isCue(head, "as", "relative"), read: readCalledAs },
  { fits: (head) => isCue(head, "or"), read: readOr },
  { fits: (head) => isCue(head, "and"), read: readAnd },
  { fits: (head) => isCue(head, "but"), read: readCorrection },
  { fits: (head) => isMark(head, "plus") || isCue(head, "link"), read: readLink },
  { fits: (head) => isCue(head, "within"), read: readInvertedBelonging },
  { fits: (head) => isCue(head, "wrong", "right", "not"), read: readCallAdverb },
  { fits: (head) => isCue(head, "say"), read: readSaidTwice },
  { fits: (head) => isCue(head, "call", "it"), read: readSecondName },
];
