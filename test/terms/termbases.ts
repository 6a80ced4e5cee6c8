// The two termbases of the tests, and their labelled sentences.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { languageOf } from "../../src/core/language/all.ts";
import { compileTerms, type TermIndex } from "../../src/core/terms/term-index.ts";
import type { Concept, Termbase } from "../../src/core/terms/termbase.ts";

const folder = new URL("../terminology/", import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

export function readTermbase(name: string): Termbase {
  const { concepts } = parse(read(name)) as {
    concepts: (Omit<Concept, "definition" | "distinctFrom"> & Partial<Concept>)[];
  };
  return { concepts: concepts.map((concept) => ({ definition: {}, distinctFrom: [], ...concept })) };
}

/** Compiles a termbase's index for a language once. */
export function indexes(termbase: Termbase): (lang: string) => TermIndex {
  const known = new Map<string, TermIndex>();
  return (lang) => {
    const language = languageOf(lang);
    if (!language) throw new Error(`No language ${lang}`);
    const index = known.get(lang) ?? compileTerms(termbase, language);
    known.set(lang, index);
    return index;
  };
}

export type Sentence = {
  id: string;
  lang: string;
  source?: string;
  text: string;
  expect: { rule: string; match?: string; concept?: string }[];
};

export function readSentences(name: string): Sentence[] {
  return read(name)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Sentence);
}
