// The termbase as a glossary of DeepL: one dictionary per target language, named after its content.
import { sha256Hex } from "../../hash.ts";
import { baseOf, mayHaveGlossary } from "./language.ts";

type Term = { term: string; status: "preferred" | "admitted" | "deprecated" };

/** As much of a termbase as a glossary needs. */
export type GlossaryTerms = { concepts: readonly { id: string; terms: Readonly<Record<string, readonly Term[]>> }[] };

type Dictionary = { target: string; entries: [source: string, target: string][] };
export type Glossary = {
  /** `malvakt-` and a hash of all that follows: another termbase has another name. */
  name: string;
  source: string;
  dictionaries: Dictionary[];
};

const ourName = /^malvakt-[\da-f]{12}$/u;

/** Whether a glossary in the account was made by this product, so that it may be deleted when it is out of date. */
export function isOurs(name: string): boolean {
  return ourName.test(name);
}

/** The glossary for all languages of a project; nothing if no language of DeepL's has a term. */
export function writeGlossary(
  terms: GlossaryTerms,
  source: string,
  languages: readonly string[],
): Glossary | undefined {
  if (!mayHaveGlossary(source)) return undefined;
  const targets = [...new Set(languages.filter(mayHaveGlossary).map(baseOf))].toSorted();
  const dictionaries = targets
    .filter((target) => target !== baseOf(source))
    .map((target) => ({
      target,
      entries: entriesFor(terms, source, [target, ...languages.filter((code) => baseOf(code) === target)]),
    }))
    .filter((dictionary) => dictionary.entries.length > 0);
  if (dictionaries.length === 0) return undefined;
  const content = JSON.stringify([baseOf(source), dictionaries]);
  const hash = sha256Hex(content).slice(0, 12);
  return { name: `malvakt-${hash}`, source: baseOf(source), dictionaries };
}

/**
 * Source terms and the preferred target term of their concept, sorted. Preferred source terms go before admitted ones;
 * a term that stands for two concepts with different translations is left out, for a glossary knows no context.
 */
function entriesFor(terms: GlossaryTerms, source: string, targets: readonly string[]): [string, string][] {
  const entries = new Map<string, string>();
  for (const status of ["preferred", "admitted"] as const) {
    const found = new Map<string, Set<string>>();
    for (const concept of terms.concepts) {
      const target = termsOf(concept.terms, targets).find((term) => term.status === "preferred");
      if (!target || !isAllowed(target.term)) continue;
      for (const { term, status: actual } of termsOf(concept.terms, [source, baseOf(source)]))
        if (actual === status && isAllowed(term)) {
          const key = trimmed(term);
          found.set(key, (found.get(key) ?? new Set()).add(trimmed(target.term)));
        }
    }
    for (const [term, translations] of found) {
      const [only, ...others] = translations;
      if (only !== undefined && others.length === 0 && !entries.has(term)) entries.set(term, only);
    }
  }
  return [...entries].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function termsOf(terms: Readonly<Record<string, readonly Term[]>>, codes: readonly string[]): readonly Term[] {
  const code = codes.find((candidate) => Object.hasOwn(terms, candidate));
  return (code !== undefined && terms[code]) || [];
}

function trimmed(term: string): string {
  return term.normalize("NFC").trim();
}

/** DeepL's rules for a phrase: 1 to 1024 bytes of UTF-8, no control characters (so no tab), no line separators. */
function isAllowed(term: string): boolean {
  const phrase = trimmed(term);
  return (
    phrase !== "" && new TextEncoder().encode(phrase).length <= 1024 && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(phrase)
  );
}
