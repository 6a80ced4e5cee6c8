// Says what to write instead of a deprecated term, inflected where that is safe.
import type { TermIndex } from "./term-index.ts";
import type { TermHit } from "./recognise.ts";
import type { Term } from "./termbase.ts";
import { fold, tokenise } from "./tokens.ts";

export type Replacements = {
  /** Best first. */
  expected: string[];
  /** The first can be put in without a person looking at it. */
  certain: boolean;
};

/** What to write instead of a hit of a deprecated term. */
export function replacementsFor(text: string, hit: TermHit, index: TermIndex): Replacements {
  const terms = (index.terms.get(hit.concept) ?? []).filter((term) => term.status !== "deprecated");
  const preferred = terms.filter((term) => term.status === "preferred");
  // In composed letters, as terms are: counted letter by letter, the others would be one letter longer.
  const met = text.slice(hit.start, hit.end).normalize("NFC");
  const respelled = respell(met, hit, terms);
  const others = (preferred.length > 0 ? preferred : terms)
    .filter((term) => term !== respelled?.term)
    .map((term) => putTerm(met, hit, term, index));
  const expected = [...new Set([...(respelled ? [respelled.text] : []), ...others.map((other) => other.text)])];
  const certain = respelled ? respelled.certain : others.length === 1 && others[0]?.certain === true;
  return { expected, certain };
}

const letters = (written: string): string => fold(written).replace(/[^\p{L}\p{N}]/gu, "");

/** The same word in another spelling ("trigger punktene", "triggerpunktene"): its inflection stays. */
function respell(
  met: string,
  hit: TermHit,
  terms: readonly Term[],
): { term: Term; text: string; certain: boolean } | undefined {
  const term = terms
    .toSorted((one, other) => rank(one) - rank(other))
    .find((other) => letters(other.term) === letters(hit.term));
  if (!term) return undefined;
  const metWords = splitWords(met);
  const termWords = splitWords(hit.term.normalize("NFC"));
  if (metWords.length < termWords.length) return undefined;
  const lastWord = termWords.at(-1) ?? "";
  const tail = met.slice(
    metWords.slice(0, termWords.length - 1).reduce((from, word) => met.indexOf(word, from) + word.length, 0),
  );
  const lastMet = tail.replace(/^[^\p{L}\p{N}]+/u, "");
  if (!fold(lastMet).startsWith(fold(lastWord))) return undefined;
  const ending = lastMet.slice(lastWord.length);
  const uninflected = metWords
    .slice(0, termWords.length - 1)
    .every((word, at) => fold(word) === fold(termWords[at] ?? ""));
  return { term, text: asWritten(met, term.term) + ending, certain: uninflected };
}

function rank(term: Term): number {
  return term.status === "preferred" ? 0 : 1;
}

function splitWords(written: string): string[] {
  return tokenise(written)
    .filter((token) => token.isWord)
    .map((token) => written.slice(token.start, token.end));
}

/** The term with the case in which the deprecated one stood: capitals throughout, or at the beginning. */
function asWritten(met: string, term: string): string {
  if (met.length > 3 && met === met.toUpperCase() && met !== met.toLowerCase()) return term.toUpperCase();
  const first = met.slice(0, 1);
  return first === first.toLowerCase() ? term : term.slice(0, 1).toUpperCase() + term.slice(1);
}

const beginsWithVowel = (written: string): boolean => /^[aeiou]/iu.test(written);

/** Another term in the place of the deprecated one, in the same form where the language makes that plain. */
function putTerm(met: string, hit: TermHit, term: Term, index: TermIndex): { text: string; certain: boolean } {
  if (hit.compound) {
    const rest = hit.rest.replace(/^s(?=\p{L}{3})/u, "");
    const closed = index.language.words.compoundJoints && term.type === "abbreviation" && rest !== "";
    return { text: closed ? `${term.term}-${rest}` : asWritten(met, term.term), certain: false };
  }
  const text = term.type === "abbreviation" ? term.term : asWritten(met, term.term);
  const safe = index.language.words.fixedNouns === true && beginsWithVowel(met) === beginsWithVowel(text);
  if (hit.exact) return { text, certain: safe };
  const plural = safe && /^(?:e?s|ies)$/u.test(hit.rest) && /[^sxzhy]$/u.test(text);
  return plural ? { text: `${text}s`, certain: true } : { text, certain: false };
}
