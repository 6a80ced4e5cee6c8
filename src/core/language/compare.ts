// What a translation is compared with its source by: numbers, units, sides, negation, quotation marks, common words.

/** Word lists are one text with blanks between the words, in lower case; `_` stands for a blank inside a phrase. */
export type WordList = string;

export type Comparison = {
  numbers: NumberForms;
  sides: SideForms;
  negation: NegationForms;
  /** Pairs of quotation marks, the language's first choice first. */
  quotes: readonly QuotePair[];
  /** Pairs for a quotation inside a quotation, first choice first. */
  innerQuotes: readonly QuotePair[];
  /** Common words that tell this language from others: prepositions, pronouns, conjunctions, auxiliary verbs. */
  commonWords: WordList;
  /** Words of this language that another one has among its common words, as another word: nn "nå", to reach. */
  homographs: WordList;
  /** Letters beyond a to z that the language's own words are written with. */
  letters: string;
  script: Script;
  /** How long a text is in this language, where English has 1. */
  relativeLength: number;
  /** Words that may stand twice in a row. */
  mayDouble: WordList;
};

export type QuotePair = readonly [open: string, close: string];
export type Script = "Latin" | "Cyrillic" | "Arabic";

export type NumberForms = {
  /** Decimal marks, first choice first. */
  decimal: string;
  /** Marks between thousands, first choice first. A blank stands for every kind of blank. */
  group: string;
  /** The mark between hours and minutes, first choice. */
  time: ":" | ".";
  /** A blank stands between a number and its percent sign. */
  percentBlank?: boolean;
  /** In 1/6/2022 the month may come first. */
  monthFirst?: boolean;
  /** Words that are numbers and nothing else. */
  words: Readonly<Record<number, WordList>>;
  /** Words that may stand for a number, or for something else: articles, ordinals, "both". They explain a number and demand none. */
  maybe: Readonly<Record<string, WordList>>;
  /** Number words that are other words too: alone, one may be left out, but not become another number. */
  ambiguous: WordList;
  /** How tens and units make one word: 25 as tens + joint + unit, or unit + joint + tens. Blank and hyphen join words. */
  compose: readonly { first: "tens" | "unit"; joint: string }[];
  /** First parts of words such as "two-week" where they are no number word: pl "dwu". */
  prefixes?: Readonly<Record<number, WordList>>;
  /** Beginnings of unit words. The first of each is the form after a large number. */
  unitStems: Readonly<Record<string, WordList>>;
  /** Abbreviations and symbols of units beyond the international ones, whole words. */
  units: Readonly<Record<string, WordList>>;
  /** Words that say two of a unit by their form. */
  duals?: Readonly<Record<string, WordList>>;
  /** January to December; the form that stands in a date first. Where capitals matter, they are written. */
  months: readonly WordList[];
  /** Words before or after a time of day. */
  clock: WordList;
  /** Words after a time before noon, after noon. */
  am: WordList;
  pm: WordList;
  /** Words before a number that make it another time of day: half past, quarter to. */
  partOfHour: WordList;
  /** Phrases whose number word counts nothing. */
  idioms: WordList;
};

export type SideForms = Readonly<Record<"left" | "right", SideWords>> & {
  /** Before these a word of `maybe` is surely a side: parts of the body. */
  nouns: WordList;
  /** Right after these a word of `maybe` is surely a side: nn "til". */
  before: WordList;
  /** Words that `always` would catch by their beginning, and that name no side. */
  not: WordList;
  /** Phrases whose words name no side: "in the right hands". */
  idioms: WordList;
  /** The part of a word that tells one side from the other; the ending is the same: de "link" and "recht". */
  opposites: readonly (readonly [left: string, right: string])[];
};

export type SideWords = {
  /** Words, or beginnings of words that end in `*`, that always name the side. */
  always: WordList;
  /** Words that name the side or something else. */
  maybe: WordList;
};

export type NegationForms = {
  /** Words that negate. An ending is written `*n't`, a beginning `kein*`. */
  words: WordList;
  /** Words that mean a negation without being one: they explain a negation on the other side and demand none. Same marks. */
  kindred: WordList;
  /** Words that `words` or `kindred` would catch by their beginning, and that negate nothing. */
  not: WordList;
  /** Phrases with a negation that negate nothing: "not only". */
  phrases: WordList;
};
