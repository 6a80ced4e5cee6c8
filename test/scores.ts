// Holds the table of scores in a document true: `MALVAKT_UPDATE=1 npm test` writes it anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { putScoreTable, scoreTable } from "../src/core/report/scores.ts";
import { readCorpus, scoreCorpus, type CorpusScore } from "../src/core/terms/corpus.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";

/** The fifth of the sentences that was kept out while the rules were made: FNV-1a (32 bits) of the id, modulo 5, is 0. */
export function isKeptOut({ id }: { id: string }): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 5 === 0;
}

/** Scores the labelled sentences in files of a folder with the termbase there. */
export function scoreFolder(folder: URL, wanted?: (sentence: { id: string }) => boolean): CorpusScore {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return scoreFiles(folder, names.toSorted(), "terms.yaml", wanted);
}

/** Scores the labelled sentences in some files of a folder with a termbase; both may lie above it. */
export function scoreFiles(
  folder: URL,
  names: readonly string[],
  termbase: string,
  wanted: (sentence: { id: string }) => boolean = () => true,
): CorpusScore {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const { termbase: concepts, mistakes } = readTermbase(read(termbase));
  expect(mistakes).toEqual([]);
  const corpora = names.map((name) => readCorpus(read(name), name));
  expect(corpora.flatMap((corpus) => corpus.mistakes)).toEqual([]);
  return scoreCorpus(
    corpora.flatMap(({ sentences }) => sentences.filter(wanted)),
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

/** A line that tells the figures of the rules over all languages: `rule` F1 (right, wrong, missed). */
export function scoreLine({ scores }: CorpusScore): string {
  return scores
    .filter(({ lang, rule }) => lang === "all" && rule !== "all")
    .map((score) => `\`${score.rule}\` ${figures(score)}`)
    .join(", ");
}

/** A row of a table: a name, how many sentences, and the figures of each rule over all languages. */
export function scoreRow(name: string, { scores, sentences }: CorpusScore, rules: readonly string[]): string {
  const cells = rules.map((rule) => {
    const score = scores.find((one) => one.lang === "all" && one.rule === rule);
    return score && score.right + score.wrong + score.missed > 0 ? ` ${figures(score)} ` : " ";
  });
  return `| ${name} | ${sentences} |${cells.join("|")}|`;
}

function figures({ f1, right, wrong, missed }: CorpusScore["scores"][number]): string {
  return `${f1.toFixed(2)} (${right}, ${wrong}, ${missed})`;
}
