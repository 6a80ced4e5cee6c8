// A termbase compiled for each language when it is first asked for.
import { languageCodes, languageOf } from "../language/all.ts";
import { message, type Message } from "../messages/message.ts";
import type { Language } from "../language/language.ts";
import { compileTerms, type TermIndex } from "./term-index.ts";
import type { Termbase } from "./termbase.ts";

/** The term index of a language code; undefined for a language without data. */
export type Terms = (language: string) => TermIndex | undefined;

export function termsOf(termbase: Termbase): Terms {
  const compiled = new Map<string, TermIndex | undefined>();
  return (code) => {
    if (!compiled.has(code)) {
      const language = languageOf(code);
      compiled.set(code, language && compileTerms(termbase, language));
    }
    return compiled.get(code);
  };
}

/** Why a text may call one treatment by another's name without anyone being told; undefined where the rules see to it. */
export function unguarded(terms: Terms | undefined): Message | undefined {
  if (!terms) return message("check.without-terms");
  const concepts = terms(languageCodes[0] ?? "")?.distinct;
  return [...(concepts?.values() ?? [])].some((others) => others.size > 0)
    ? undefined
    : message("check.without-distinct");
}

/** Two languages of a translation, with their terms where there is a termbase. */
export type Pairing = {
  source: Language;
  target: Language;
  termIndexes: { source: TermIndex; target: TermIndex } | undefined;
};

/** What the rules need to know of a translation's two languages; undefined without data for them. */
export function pairingOf(source: string, target: string, terms: Terms | undefined): Pairing | undefined {
  const [from, to] = [languageOf(source), languageOf(target)];
  if (!from || !to) return undefined;
  const [sourceTerms, targetTerms] = [terms?.(source), terms?.(target)];
  return {
    source: from,
    target: to,
    termIndexes: sourceTerms && targetTerms && { source: sourceTerms, target: targetTerms },
  };
}
