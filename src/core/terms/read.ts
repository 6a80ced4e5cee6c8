// The termbase file: YAML to concepts, every mistake with its place.
import { nearWordsIn, type NearWords } from "../near-words.ts";
import { message, type Message } from "../messages/message.ts";
import { readYaml } from "../yaml.ts";
import type { Mistake } from "../mistake.ts";
import { termbaseSchema, type Termbase } from "./termbase.ts";

/** Reads a termbase. With a mistake in it there is none: a checker that knows half of the terms would be believed. */
export function readTermbase(text: string): { termbase: Termbase | undefined; mistakes: Mistake[] } {
  const { value, mistakes, placeOf } = readYaml(text.replace(/^\uFEFF/u, " "), termbaseSchema);
  if (!value) return { termbase: undefined, mistakes };
  const termbase = value;
  const found = [...doubleIds(termbase), ...strangers(termbase), ...sharedTerms(termbase)];
  for (const { path, reason, expected } of found) {
    const [start, end] = placeOf(path);
    mistakes.push({ start, end, reason, expected });
  }
  return { termbase: mistakes.length > 0 ? undefined : termbase, mistakes };
}

type Contradiction = { path: (string | number)[]; reason: Message; expected: string[] };

function doubleIds({ concepts }: Termbase): Contradiction[] {
  const first = new Map<string, number>();
  return concepts.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      {
        path: ["concepts", index, "id"],
        reason: message("termbase.same-id", { id, first: before + 1, second: index + 1 }),
        expected: [],
      },
    ];
  });
}

function strangers({ concepts }: Termbase): Contradiction[] {
  const ids = new Set(concepts.map(({ id }) => id));
  let near: NearWords | undefined;
  return concepts.flatMap((concept, index) =>
    concept.distinctFrom.flatMap((other, place) => {
      const path = ["concepts", index, "distinctFrom", place];
      if (other === concept.id) return [{ path, reason: message("termbase.distinct-itself"), expected: [] }];
      if (ids.has(other)) return [];
      const meant = (near ??= nearWordsIn(ids))(other);
      return [
        { path, reason: message("termbase.no-concept", { id: other }), expected: meant === undefined ? [] : [meant] },
      ];
    }),
  );
}

/** One word cannot name two things that must never be equated; nor can it be right and wrong for one thing. */
function sharedTerms({ concepts }: Termbase): Contradiction[] {
  const distinct = new Map<string, Set<string>>(concepts.map(({ id }) => [id, new Set()]));
  for (const { id, distinctFrom } of concepts) {
    for (const other of distinctFrom) {
      distinct.get(id)?.add(other);
      distinct.get(other)?.add(id);
    }
  }
  /** For each word the concepts that it names, in order, with its status there. */
  const owners = new Map<string, Map<string, string>>();
  const found: Contradiction[] = [];
  for (const [index, { id, terms }] of concepts.entries()) {
    for (const [language, list] of Object.entries(terms)) {
      for (const [place, { term: word, type, status }] of list.entries()) {
        const folded = word.normalize("NFC").replaceAll(/\s+/gu, " ");
        const key = `${language}\n${type === "abbreviation" ? folded : folded.toLowerCase()}`;
        const path = ["concepts", index, "terms", language, place, "term"];
        const before = owners.get(key) ?? new Map<string, string>();
        const rival = firstOf(before, distinct.get(id));
        const same = before.get(id);
        if (rival !== undefined)
          found.push({
            path,
            reason: message("termbase.contradiction", { term: word, id, other: rival }),
            expected: [],
          });
        else if (same !== undefined)
          found.push({
            path,
            reason:
              same === status
                ? message("termbase.same-term", { term: word, id })
                : message("termbase.two-statuses", { term: word, id, one: same, other: status }),
            expected: [],
          });
        if (same === undefined) before.set(id, status);
        owners.set(key, before);
      }
    }
  }
  return found;
}

/** The first owner of a word that is among others; the smaller of the two is gone through. */
function firstOf(owners: ReadonlyMap<string, string>, others: ReadonlySet<string> | undefined): string | undefined {
  if (!others || others.size === 0 || owners.size === 0) return undefined;
  const [few, many] = owners.size <= others.size ? [owners.keys(), others] : [others, owners];
  for (const id of few) if (many.has(id)) return id;
  return undefined;
}
