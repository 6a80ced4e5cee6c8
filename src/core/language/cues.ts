// The kinds of words that show how two terms are related: the names of the cue lists that each language fills.

/**
 * A cue is written as words; `a/b` is a choice, `word*` a beginning, `*word` an end, `word?` may be absent, `_` is any
 * word, and the full stop of an abbreviation may be absent. The longest cue at a place wins.
 */
export type Cues = Record<CueName, readonly string[]>;

/** Every cue list with what it holds, in the order: what equates, what undoes, grammar. A and B are terms. */
export const cueNames = {
  copula: "A IS B",
  kind: "(A is) A KIND OF B, THE SAME AS B, ANOTHER NAME FOR B",
  classed: "verbs and participles before B: A COUNTS AS B, CALLED B, KNOWN AS B",
  meant: "what ends a clause that says with A it is B: HANDELT",
  call: "verbs that take both: CALL A B, REGARD A as B",
  word: "nouns for words, before a name: THE TERM A",
  standsFor: "the term A IS USED FOR B",
  as: "the word between: regard A AS B",
  namely: "A, THAT IS, B",
  called: "what follows the second name: A or B AS IT IS CALLED",
  example: "A, SUCH AS B",
  instance: "A OF THE TYPE B",
  other: "A AND OTHER B",
  include: "A INCLUDES B",
  same: "A and B are THE SAME",
  difference: "the noun: no DIFFERENCE between A and B",
  differ: "A DIFFERS FROM B, DIFFERENT",
  nameOnly: "the difference is ONLY THE NAME",
  mere: "call it A, but it is JUST B",
  isName: "the only difference IS THE NAME",
  not: "negation",
  notOnly: "NOT ONLY, which denies nothing",
  unreal: "verbs of what is not so: WOULD be, HAD been",
  wrong: "what is called false: MISTAKE, WRONGLY",
  right: "what is called true; with a negation it denies",
  believe: "what others believe and we do not say",
  know: "what is presupposed: KNOW, BE AWARE",
  doubt: "with a negation it affirms: no DOUBT, no SECRET",
  confuse: "MISTAKE A FOR B",
  contrast: "UNLIKE A, RATHER THAN B",
  like: "LIKE A, and what resembles",
  see: "cross-references: SEE ALSO B",
  if: "conditions and indirect questions: IF, WHETHER",
  why: "questions that presuppose: WHY",
  yes: "an answer that affirms",
  no: "an answer that denies",
  we: "the writer: WE, I",
  that: "the conjunction: believe THAT",
  relative: "A, WHICH is B",
  it: "takes up what was named: IT, THE TREATMENT, BOTH",
  this: "the demonstrative before a noun: THIS treatment",
  an: "the indefinite article",
  also: "B is it too: ALSO",
  because: "conjunctions whose clause is claimed: BECAUSE, SINCE, ALTHOUGH",
  oneOf: "takes up a plural that was named: B is ONE OF THEM",
  kinds: "the plural without a name: A comes in many STYLES",
  and: "and",
  or: "or",
  either: "EITHER, WHETHER, CHOOSE: what follows is a choice",
  but: "but, however",
  thing: "nouns that stand beside a name without changing it: TREATMENT, METHOD",
  filler: "articles, adverbs and particles that change nothing",
  link: "prepositions and conjunctions that begin something else",
  abbreviation: "abbreviations whose full stop ends no sentence",
} as const satisfies Record<string, string>;

export type CueName = keyof typeof cueNames;
