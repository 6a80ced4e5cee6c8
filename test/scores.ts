// Holds the table of scores in a document true: `MALVAKT_UPDATE=1 npm test` writes it anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { putScoreTable, scoreTable } from "../src/core/report/scores.ts";
import { readCorpus, scoreCorpus, type CorpusScore } from "../src/core/terms/corpus.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";

/** Scores the labelled sentences in files of a folder with the termbase there. */
export function scoreFolder(folder: URL, termbase = "terms.yaml"): CorpusScore {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const { termbase: concepts, mistakes } = readTermbase(read(termbase));
  expect(mistakes).toEqual([]);
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const corpora = names.toSorted().map((name) => readCorpus(read(name), name));
  expect(corpora.flatMap((corpus) => corpus.mistakes)).toEqual([]);
  return scoreCorpus(
    corpora.flatMap(({ sentences }) => sentences),
    termsOf(concepts ?? { concepts: [] }),
  );
}

const isUpdate = process.env["MALVAKT_UPDATE"] !== undefined;

/** The table between `<!-- scores -->` and `<!-- /scores -->` is what the rules reach now. */
export function holdScoreTable(document: URL, score: CorpusScore, update = isUpdate): void {
  const text = readFileSync(document, "utf8");
  const fresh = putScoreTable(text, scoreTable(score));
  expect(fresh, "the document has marks for the table").toBeDefined();
  if (update && fresh !== undefined) writeFileSync(document, fresh);
  else expect(text).toBe(fresh);
}
