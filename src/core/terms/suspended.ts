// Finds terms of which only the beginning is written: "shock- and pressure waves", "Schock- und Stoßwellen".
import { lookUp, type IndexedTerm, type TermIndex } from "./term-index.ts";
import { fold, isBlank } from "./tokens.ts";

type Place = { start: number; end: number };

/** How many words stand before the one whose end completes the beginning: "kne-, hofte- og skulderproteser". */
const mostBetween = 4;
const shortestEnd = 3;
const longestWord = 64;

/** The terms that a beginning with a hyphen stands for: it is completed by the end of a compound that follows. */
export function suspendedAt(text: string, index: TermIndex, words: readonly Place[], at: number): IndexedTerm[] {
  const word = words[at];
  if (!word || !isSuspended(text, word)) return [];
  const beginning = fold(text.slice(word.start, word.end));
  for (let next = at + 1; next <= at + 1 + mostBetween; next += 1) {
    const [before, other] = [words[next - 1], words[next]];
    if (!before || !other || !/^[\s,/–-]*$/u.test(text.slice(before.end, other.start))) return [];
    const terms = isSuspended(text, other) ? [] : completed(index, beginning, fold(text.slice(other.start, other.end)));
    if (terms.length > 0) return terms;
  }
  return [];
}

function isSuspended(text: string, { end }: Place): boolean {
  const next = text[end + 1];
  return "-‐‑".includes(text[end] ?? " ") && (isBlank(text.charCodeAt(end + 1)) || next === "," || next === "/");
}

/** A beginning with the longest end of a word that makes a term of it. */
function completed(index: TermIndex, beginning: string, word: string): IndexedTerm[] {
  if (word.length > longestWord || beginning.length > longestWord) return [];
  for (let from = 2; from <= word.length - shortestEnd; from += 1) {
    const joined = beginning + word.slice(from);
    const terms = (lookUp(index, joined)?.matches ?? []).flatMap((match) =>
      match.part !== "form" && match.part !== "first"
        ? []
        : (index.first.next.get(match.word)?.ends ?? []).filter(
            ({ term, words }) =>
              term.type !== "abbreviation" &&
              words.length === 1 &&
              joined.length - match.rest.length >= beginning.length + shortestEnd,
          ),
    );
    if (terms.length > 0) return terms.slice(0, 1);
  }
  return [];
}
