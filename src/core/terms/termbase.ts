// The shape of a termbase: concepts, and the terms that name them in each language.

export type TermStatus = "preferred" | "admitted" | "deprecated";

export type Term = {
  /** Dictionary form; inflected forms and compounds are found, not listed. */
  term: string;
  status: TermStatus;
  /** An abbreviation is matched with its case. */
  type?: "abbreviation";
  /** Irregular forms, as they stand in text. */
  forms?: string[];
  note?: string;
};

export type Concept = {
  id: string;
  /** Definition by language code. */
  definition: Record<string, string>;
  /** Ids of the concepts that must never be equated with this one. */
  distinctFrom: string[];
  /** Terms by language code. */
  terms: Record<string, Term[]>;
};

export type Termbase = { concepts: Concept[] };
