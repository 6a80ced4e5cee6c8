// What becomes of a termbase when another one is taken in: what is new, what differs, what would be lost.
import { message, type Message } from "../messages/message.ts";
import type { Concept, Term, Termbase } from "./termbase.ts";

/** How one concept differs from another: each a short phrase for people. */
export type Difference = { gained: Message[]; altered: Message[]; lost: Message[] };

export type Merge = {
  termbase: Termbase;
  added: Concept[];
  /** Concepts in both that come out otherwise than they were. */
  changed: { id: string; difference: Difference }[];
  /** Concepts whose values differ in the two; without `force` they keep what they have. */
  conflicts: { id: string; altered: Message[] }[];
  removed: Concept[];
  /** Concepts that the incoming termbase does not have, and that stay. */
  kept: Concept[];
};

export type MergeOptions = {
  /** A concept in both becomes what the incoming termbase says, even where something is lost. */
  force: boolean;
  /** Concepts that the incoming termbase does not have are removed. */
  remove: boolean;
};

/** Takes a termbase into another; concepts are the same if their ids are. Law: without options, nothing is lost. */
export function mergeTermbases(present: Termbase, incoming: Termbase, { force, remove }: MergeOptions): Merge {
  const theirs = new Map(incoming.concepts.map((concept) => [concept.id, concept]));
  const ours = new Set(present.concepts.map(({ id }) => id));
  const merge: Merge = { termbase: { concepts: [] }, added: [], changed: [], conflicts: [], removed: [], kept: [] };
  for (const concept of present.concepts) {
    const other = theirs.get(concept.id);
    if (!other) {
      merge[remove ? "removed" : "kept"].push(concept);
      if (!remove) merge.termbase.concepts.push(concept);
      continue;
    }
    const { altered } = compareConcepts(concept, other);
    if (altered.length > 0 && !force) merge.conflicts.push({ id: concept.id, altered });
    const result = force ? other : unite(concept, other);
    const difference = compareConcepts(concept, result);
    if (difference.gained.length + difference.altered.length + difference.lost.length > 0) {
      merge.changed.push({ id: concept.id, difference });
      merge.termbase.concepts.push(result);
    } else merge.termbase.concepts.push(concept);
  }
  merge.added = incoming.concepts.filter(({ id }) => !ours.has(id));
  merge.termbase.concepts.push(...merge.added);
  return merge;
}

/** What is there stays; what is missing comes in. */
function unite(ours: Concept, theirs: Concept): Concept {
  const terms: Record<string, Term[]> = { ...ours.terms };
  for (const [language, list] of Object.entries(theirs.terms)) {
    const own = Object.hasOwn(ours.terms, language) ? (ours.terms[language] ?? []) : [];
    const fresh = list.filter((term) => !own.some((other) => keyOf(other) === keyOf(term)));
    terms[language] = [
      ...own.map((term) => uniteTerms(term, list.find((other) => keyOf(other) === keyOf(term)) ?? term)),
      ...fresh,
    ];
  }
  return {
    id: ours.id,
    definition: { ...theirs.definition, ...ours.definition },
    distinctFrom: [...new Set([...ours.distinctFrom, ...theirs.distinctFrom])],
    terms,
  };
}

function uniteTerms(ours: Term, theirs: Term): Term {
  const forms = [...new Set([...(ours.forms ?? []), ...(theirs.forms ?? [])])];
  const family = [...new Set([...(ours.family ?? []), ...(theirs.family ?? [])])];
  const note = ours.note ?? theirs.note;
  return {
    ...ours,
    ...(forms.length > 0 ? { forms } : {}),
    ...(family.length > 0 ? { family } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function compareConcepts(before: Concept, after: Concept): Difference {
  const difference: Difference = { gained: [], altered: [], lost: [] };
  compareValues(before.definition, after.definition, difference, {
    one: (language) => message("merge.definition", { language }),
    changed: (language, was, is) => message("merge.definition-changed", { language, was, is }),
  });
  for (const other of after.distinctFrom)
    if (!before.distinctFrom.includes(other)) difference.gained.push(message("merge.distinct", { other }));
  for (const other of before.distinctFrom)
    if (!after.distinctFrom.includes(other)) difference.lost.push(message("merge.distinct", { other }));
  for (const language of new Set([...Object.keys(before.terms), ...Object.keys(after.terms)]))
    compareTerms(language, before.terms[language] ?? [], after.terms[language] ?? [], difference);
  return difference;
}

function compareTerms(language: string, before: readonly Term[], after: readonly Term[], found: Difference): void {
  const old = new Map(before.map((term) => [keyOf(term), term]));
  const fresh = new Map(after.map((term) => [keyOf(term), term]));
  for (const [key, { term, status, ...rest }] of fresh) {
    const was = old.get(key);
    if (!was) {
      found.gained.push(message("merge.term-added", { language, term, status }));
      continue;
    }
    compareValues(fieldsOf(was), fieldsOf({ term, status, ...rest }), found, {
      one: (field) => message("merge.field", { language, term, field: fieldName(field) }),
      changed: (field, before, is) =>
        message("merge.field-changed", { language, term, field: fieldName(field), was: before, is }),
    });
    compareLists(was.forms, rest.forms, found, (form) => message("merge.form", { language, term, form }));
    compareLists(was.family, rest.family, found, (word) => message("merge.family", { language, term, word }));
  }
  for (const [key, { term }] of old) if (!fresh.has(key)) found.lost.push(message("merge.term", { language, term }));
}

function compareLists(
  before: readonly string[] = [],
  after: readonly string[] = [],
  found: Difference,
  named: (word: string) => Message,
): void {
  found.gained.push(...after.filter((word) => !before.includes(word)).map(named));
  found.lost.push(...before.filter((word) => !after.includes(word)).map(named));
}

type Field = "spelling" | "status" | "type" | "note";

function fieldName(field: Field): Message {
  return message(`field.${field}`);
}

function fieldsOf({ term, status, type, note }: Term): Partial<Record<Field, string>> {
  return { spelling: term, status, ...(type === undefined ? {} : { type }), ...(note === undefined ? {} : { note }) };
}

/** What is said of a value that came or went, and of one that changed. */
type Naming<Key> = { one: (key: Key) => Message; changed: (key: Key, was: string, is: string) => Message };

function compareValues<Key extends string>(
  before: Readonly<Partial<Record<Key, string>>>,
  after: Readonly<Partial<Record<Key, string>>>,
  found: Difference,
  { one, changed }: Naming<Key>,
): void {
  for (const [key, value] of Object.entries(after) as [Key, string][]) {
    if (!Object.hasOwn(before, key)) found.gained.push(one(key));
    else if (before[key] !== value) found.altered.push(changed(key, before[key] ?? "", value));
  }
  for (const key of Object.keys(before) as Key[]) if (!Object.hasOwn(after, key)) found.lost.push(one(key));
}

/** The same term, whatever its case: a termbase has each word once for a concept. */
function keyOf({ term, type }: Term): string {
  const folded = term.normalize("NFC").replaceAll(/\s+/gu, " ");
  return type === "abbreviation" ? `abbreviation ${folded}` : folded.toLowerCase();
}
