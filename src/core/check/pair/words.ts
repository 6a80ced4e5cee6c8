// The words of a text, each with what the rules have found out about it: a site says the same words again and again.
import { detached } from "../../detached.ts";
import type { Language } from "../../language/language.ts";
import { mostTexts, mostWords, onceFor, remembering } from "../../once.ts";
import { fold, tokenise } from "../../terms/tokens.ts";
import { withoutAddresses } from "./text-pair.ts";

/** The data that all variants of a language share. */
export function dataOf({ comparison }: Language): object {
  return comparison;
}

/** One word of a language as it is written, shared by all places that have it. `word` is the form for comparing. */
export type Lexeme = { written: string; word: string; language: Language; facts: unknown[] };

/** A word of a text with its place. */
export type Word = { start: number; end: number; word: string; lexeme: Lexeme };

/** The words of a text in order, addresses left out. */
export function wordsOf(text: string, language: Language): readonly Word[] {
  return wordReaderOf(language)(text);
}

const wordReaderOf = onceFor(dataOf, (language: Language) => {
  const lexemeOf = remembering(mostWords, (piece): Lexeme => {
    const written = detached(piece);
    return { written, word: fold(written), language, facts: [] };
  });
  return remembering(mostTexts, (original): readonly Word[] => {
    const text = withoutAddresses(original);
    const words: Word[] = [];
    for (const { start, end, isWord } of tokenise(text)) {
      if (!isWord) continue;
      const lexeme = lexemeOf(text.slice(start, end));
      words.push({ start, end, word: lexeme.word, lexeme });
    }
    return words;
  });
});

const nothing = Symbol("nothing");
let facts = 0;

/** What a rule knows of a word by the word alone; worked out when it is first met. */
export function factOf<Fact>(work: (lexeme: Lexeme) => Fact): (word: Word) => Fact {
  const at = facts;
  facts += 1;
  return ({ lexeme }) => {
    const known = lexeme.facts[at];
    if (known === nothing) return undefined as Fact;
    if (known !== undefined) return known as Fact;
    const fact = work(lexeme);
    while (lexeme.facts.length < at) lexeme.facts.push(undefined);
    lexeme.facts[at] = fact === undefined ? nothing : fact;
    return fact;
  };
}

/** The different words of a text. */
export const differentWords = onceFor(
  (words: readonly Word[]) => words,
  (words): ReadonlySet<string> => new Set(words.map(({ word }) => word)),
);
