// Labelled sentences: reads them, and holds them against what the product's own reader and rules find.
import * as v from "valibot";
import type { TextFinding } from "../finding.ts";
import { languageCodes, languageOf } from "../language/all.ts";
import { readPage } from "../page/page.ts";
import { placeOfText } from "../page/trace.ts";
import { didYouMean } from "../near-words.ts";
import { message, type Message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { findAcross } from "./across.ts";
import { blocksOf } from "./blocks.ts";
import { checkText, checkTranslation } from "./rules.ts";
import { scoreFindings, type Score, type ScoredFinding } from "./score.ts";
import type { Terms } from "./terms.ts";

const termRules = ["term-confused", "term-deprecated", "term-missing", "term-swapped"] as const;

export type Label = { rule: string; match?: string | undefined; concept?: string | undefined };

/** A sentence of a corpus, in Markdown; with a source it is a translation. */
export type Sentence = {
  /** Path and line of the sentence. */
  place: string;
  id: string;
  lang: string;
  text: string;
  source: string | undefined;
  sourceLang: string;
  expect: Label[];
};

const label = v.object({
  rule: v.string(),
  match: v.optional(v.string()),
  concept: v.optional(v.string()),
});

const line = v.object({
  id: v.string(),
  lang: v.string(),
  text: v.string(),
  source: v.optional(v.string()),
  "source-lang": v.optional(v.string(), "nb"),
  expect: v.array(label),
});

/** Reads JSON lines: one sentence a line, empty lines left out. Every mistake has the range of its line. */
export function readCorpus(text: string, path: string): { sentences: Sentence[]; mistakes: Mistake[] } {
  const sentences: Sentence[] = [];
  const mistakes: Mistake[] = [];
  for (const [index, { content, start }] of linesOf(text).entries()) {
    if (content.trim() === "") continue;
    const read = readLine(content);
    const fail = (reason: Message, expected: string[] = [], at = 0): void =>
      void mistakes.push({ start: start + at, end: start + content.length, reason, expected });
    if ("reason" in read) fail(read.reason, [], read.at);
    else {
      const problem = problemIn(read.value);
      if (problem) fail(problem.reason, problem.expected);
      else {
        const { id, lang, text: sentence, source, "source-lang": sourceLang, expect } = read.value;
        sentences.push({ place: `${path}:${index + 1}`, id, lang, text: sentence, source, sourceLang, expect });
      }
    }
  }
  return { sentences, mistakes };
}

function linesOf(text: string): { content: string; start: number }[] {
  let start = 0;
  return text.split("\n").map((raw) => {
    const skipped = start === 0 && raw.startsWith("\uFEFF") ? 1 : 0;
    const found = { content: raw.slice(skipped).replace(/\r$/u, ""), start: start + skipped };
    start += raw.length + 1;
    return found;
  });
}

type Line = v.InferOutput<typeof line>;

function readLine(content: string): { value: Line } | { reason: Message; at: number } {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const at = Number(/at position (\d+)/u.exec(text)?.[1] ?? 0);
    const problem = text.replace(/\s*(?:in JSON )?at position \d+.*$/su, "").replace(/, (?:\.\.\.)?"[\s\S]*$/u, "");
    return { reason: message("corpus.json", { problem }), at };
  }
  const result = v.safeParse(line, json);
  if (result.success) return { value: result.output };
  const [issue] = result.issues;
  const field = issue.path?.map(({ key }) => String(key)).join(".");
  const problem = issue.message;
  return { reason: field ? message("corpus.field", { field, problem }) : message("corpus.line", { problem }), at: 0 };
}

function problemIn({
  lang,
  source,
  "source-lang": sourceLang,
  expect,
}: Line): Omit<Mistake, "start" | "end"> | undefined {
  for (const code of source === undefined ? [lang] : [lang, sourceLang])
    if (!languageOf(code))
      return { reason: message("language.unknown", { language: code, known: languageCodes }), expected: [] };
  for (const { rule, match, concept } of expect) {
    if (!termRules.some((known) => known === rule)) {
      const meant = didYouMean(rule, termRules);
      return { reason: message("corpus.rule", { rule }), expected: meant === undefined ? [...termRules] : [meant] };
    }
    const aboutTranslation = rule === "term-missing" || rule === "term-swapped";
    if (aboutTranslation && source === undefined)
      return { reason: message("corpus.no-source", { rule }), expected: ["source"] };
    if (aboutTranslation ? concept === undefined : match === undefined)
      return {
        reason: aboutTranslation ? message("corpus.no-concept", { rule }) : message("corpus.no-match", { rule }),
        expected: [aboutTranslation ? "concept" : "match"],
      };
  }
  return undefined;
}

/** A sentence in which the rules found what no label says, or not what a label says. */
export type Failure = { sentence: Sentence; wrong: Label[]; missed: Label[] };

export type CorpusScore = {
  sentences: number;
  /** Sentences in which nothing is to be found, and how many of them gave a finding. */
  clean: number;
  falseAlarms: number;
  scores: Score[];
  failures: Failure[];
};

/** Runs the rules over every sentence and compares with its labels. */
export function scoreCorpus(sentences: readonly Sentence[], terms: Terms): CorpusScore {
  const expected: ScoredFinding[] = [];
  const actual: ScoredFinding[] = [];
  const failures: Failure[] = [];
  for (const sentence of sentences) {
    const wanted = sentence.expect.map(labelOf);
    // Where to look is not labelled: only what is wrong is.
    const found = findingsIn(sentence, terms)
      .filter(({ rule }) => rule !== "term-close")
      .map(labelOf);
    const scored = (one: Label): ScoredFinding => ({
      id: sentence.place,
      lang: sentence.lang,
      rule: one.rule,
      ...(one.match === undefined ? {} : { match: one.match }),
      ...(one.concept === undefined ? {} : { concept: one.concept }),
    });
    expected.push(...wanted.map(scored));
    actual.push(...found.map(scored));
    const [wrong, missed] = [without(found, wanted), without(wanted, found)];
    if (wrong.length + missed.length > 0) failures.push({ sentence, wrong, missed });
  }
  return {
    sentences: sentences.length,
    clean: sentences.filter(({ expect }) => expect.length === 0).length,
    falseAlarms: failures.filter(({ sentence }) => sentence.expect.length === 0).length,
    scores: scoreFindings(expected, actual),
    failures,
  };
}

/** What a label is compared by: the source's concept for rules about a translation, the text met for others. */
function labelOf({ rule, match, concept }: Label): Label {
  return rule === "term-missing" || rule === "term-swapped" ? { rule, concept } : { rule, match };
}

function without(labels: readonly Label[], others: readonly Label[]): Label[] {
  const open = others.map((other) => JSON.stringify(other));
  return labels.filter((one) => {
    const at = open.indexOf(JSON.stringify(one));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
}

/** What the rules say of a sentence, read as a Markdown page of its own. */
export function findingsIn({ lang, text, source, sourceLang }: Sentence, terms: Terms): Label[] {
  const index = terms(lang);
  const { page } = readPage(text, "page", "text");
  if (!index || !page) return [];
  const found = page.units.flatMap((unit) =>
    checkText(unit.plain, index).flatMap((finding) =>
      unit.occurrences.map((pieces): Label => {
        const [start, end] = placeOfText(page.source, pieces, finding.start, finding.end);
        return { rule: finding.ruleId, match: page.source.slice(start, end) };
      }),
    ),
  );
  const blocks = blocksOf(page);
  for (const { later } of findAcross(blocks, index)) {
    const block = blocks[later.block];
    const [start, end] = block ? placeOfText(page.source, block.pieces, later.hit.start, later.hit.end) : [0, 0];
    found.push({ rule: "term-confused", match: page.source.slice(start, end) });
  }
  const sourceIndex = terms(sourceLang);
  if (source === undefined || !sourceIndex) return found;
  const target = page.units.map((unit) => unit.plain).join("\n");
  const origin = plainOf(source);
  return [
    ...found,
    ...checkTranslation(origin, sourceIndex, target, index).map(({ ruleId, concept }: TextFinding): Label => ({
      rule: ruleId,
      concept,
    })),
  ];
}

function plainOf(markdown: string): string {
  const { page } = readPage(markdown, "page", "text");
  return page ? page.units.map((unit) => unit.plain).join("\n") : markdown;
}
