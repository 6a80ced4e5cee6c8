// How the words of a language change their form: endings, stems, compounds.

export type WordForms = {
  /** Endings that a word may take, or a stem of it (genitives included). */
  endings: readonly string[];
  /** How a dictionary form makes other stems. */
  stems: readonly StemChange[];
  /** Vowel changes of the last syllable, as in Band, Bänder; first letter(s) give way to the second. */
  vowelChanges?: readonly (readonly [from: string, to: string])[];
  /** Letters that stand between the parts of a closed compound; absent: the language writes none. */
  compoundJoints?: readonly string[];
  /** Last parts of compounds that say "like it" or "without it": such a word does not name the concept's kind. */
  unlikeTails?: readonly string[];
  /** What denies a word, joined to it by a hyphen: non-smoker. */
  denyingPrefixes?: readonly string[];
  /** Endings that make another word of a word, so that it is no compound: punkt, punktvis. */
  derivations?: readonly string[];
  /** Endings of the verbs that follow such a word; absent: any word may be one. */
  verbEndings?: readonly string[];
  /** Endings of words that are no verbs. */
  adjectiveEndings?: readonly string[];
  /** Auxiliaries: in a statement a verb follows them, so "may trigger spots" holds no term "trigger spot". */
  auxiliaries?: readonly string[];
  /** Words that begin a question and stand before an auxiliary. */
  questionWords?: readonly string[];
  /** How words for organisations end: in quotation marks, what has one in it is a name. */
  organisations?: readonly string[];
  /** Words that are written on to the front of a word, as the Arabic article. */
  prefixes?: readonly string[];
  /** The words of a term may change places. */
  freeOrder?: boolean;
  /** No word around a noun changes with it but a plural: a term can take another's place as it is. */
  fixedNouns?: boolean;
  /** The script of the words, where it is not Latin: letters of others that look like its own are read as its own. */
  script?: "Cyrillic";
  /** Nouns begin with a capital. */
  capitalNouns?: boolean;
  /** A verb may end a subordinate clause. */
  verbFinal?: boolean;
};

/** A dictionary form that ends in `ending` has a stem with `becomes` in its place; `bare`: the stem is a word itself. */
export type StemChange = { ending: string; becomes: string; bare?: boolean };
