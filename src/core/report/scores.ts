// How well the term rules do on labelled sentences: for people, for programs, and as a table in Markdown.
import type { CorpusScore, Label } from "../terms/corpus.ts";
import type { Score } from "../terms/score.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence as sentenceOf, type Locale } from "../messages/sentence.ts";
import { inColumns, lineOf, type Align } from "./table.ts";
import { plainPaint } from "./text.ts";
import { visible } from "./visible.ts";

/** One row for each rule and language, with counts beside every figure. */
export function reportScores({ sentences, clean, falseAlarms, scores }: CorpusScore, locale: Locale): string {
  const say = (told: Message): string => sentenceOf(told, locale);
  const head = [
    ...(["terms.rule", "terms.language", "terms.precision", "terms.recall"] as const).map((id) => say(message(id))),
    "F1",
    ...(["terms.right", "terms.wrong", "terms.missed"] as const).map((id) => say(message(id))),
  ];
  const rows = scores.map((score) => [
    visible(score.rule),
    visible(score.lang),
    ...[score.precision, score.recall, score.f1].map(figure),
    ...[score.right, score.wrong, score.missed].map(String),
  ]);
  const summary = say(message("terms.score-summary", { sentences, falseAlarms, clean }));
  const table = inColumns([head, ...rows], ["left", "left", "right", "right", "right", "right", "right", "right"]);
  return `${table.map(lineOf).join("\n")}\n\n${summary}`;
}

/** What was found wrongly or missed, sentence by sentence. */
export function reportFailures({ failures, sentences }: CorpusScore, locale: Locale): string {
  const say = (told: Message): string => sentenceOf(told, locale);
  const width = Math.max(
    ...(["terms.source", "terms.text", "terms.wrong", "terms.missed"] as const).map((id) => say(message(id)).length),
  );
  const line = (id: "terms.source" | "terms.text" | "terms.wrong" | "terms.missed", words: string): string =>
    `  ${say(message(id)).padEnd(width)}  ${words}`;
  const describe = ({ rule, match, concept }: Label): string =>
    match === undefined ? say(message("terms.label", { rule, concept: concept ?? "?" })) : `${rule} “${match}”`;
  const lines = failures.map(({ sentence, wrong, missed }) =>
    [
      `${sentence.place}  ${sentence.id}`,
      ...(sentence.source === undefined ? [] : [line("terms.source", sentence.source)]),
      line("terms.text", sentence.text),
      ...wrong.map((label) => line("terms.wrong", describe(label))),
      ...missed.map((label) => line("terms.missed", describe(label))),
    ]
      .map(visible)
      .join("\n"),
  );
  return [...lines, say(message("terms.failures", { failures: failures.length, sentences }))].join("\n\n");
}

export function scoresAsJson({ sentences, clean, falseAlarms, scores, failures }: CorpusScore): string {
  return JSON.stringify(
    {
      sentences,
      clean,
      falseAlarms,
      scores,
      failures: failures.map(({ sentence: { place, id, text, source }, wrong, missed }) => ({
        place,
        id,
        text,
        ...(source === undefined ? {} : { source }),
        wrong,
        missed,
      })),
    },
    undefined,
    2,
  );
}

/** The scores as a Markdown table, one row for each rule, one column for each language, as Prettier would align it. */
export function scoreTable({ sentences, clean, falseAlarms, scores }: CorpusScore): string {
  const rules = [...new Set(scores.map(({ rule }) => rule))];
  const languages = [...new Set(scores.map(({ lang }) => lang))].toSorted(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const cell = (rule: string, lang: string): string => {
    const score = scores.find((one) => one.rule === rule && one.lang === lang);
    return score ? `${figure(score.f1)} (${countsOf(score)})` : "";
  };
  const overall = (rule: string): string[] => {
    const score = scores.find((one) => one.rule === rule && one.lang === "all");
    return score ? [figure(score.precision), figure(score.recall)] : ["", ""];
  };
  const head = [
    "Rule",
    "Precision",
    "Recall",
    ...languages.map((lang) => (lang === "all" ? "F1, all" : visible(lang))),
  ];
  const rows = rules.map((rule) => [
    rule === "all" ? "all" : `\`${visible(rule)}\``,
    ...overall(rule),
    ...languages.map((lang) => cell(rule, lang)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const aligns = head.map((): Align => "left");
  const [first = [], ...others] = inColumns(
    [head, ...rows],
    aligns,
    plainPaint,
    head.map(() => 3),
  );
  return [
    `${sentences} labelled sentences; a false alarm on ${falseAlarms} of the ${clean} in which there is nothing to find.`,
    "For each language F1, and in brackets how many findings are right, wrong and missed.",
    "",
    line(first),
    line(first.map((cell) => "-".repeat(cell.length))),
    ...others.map(line),
  ].join("\n");
}

const marks = { begin: "<!-- scores -->", end: "<!-- /scores -->" } as const;

/** Puts a table between the marks of a document; undefined if the document has no such marks. */
export function putScoreTable(document: string, table: string): string | undefined {
  const begin = document.indexOf(marks.begin);
  const end = document.indexOf(marks.end, begin);
  if (begin === -1 || end === -1) return undefined;
  return `${document.slice(0, begin)}${marks.begin}\n\n${table}\n\n${document.slice(end)}`;
}

function rank(lang: string): number {
  return lang === "all" ? 0 : 1;
}

function countsOf({ right, wrong, missed }: Score): string {
  return `${right}, ${wrong}, ${missed}`;
}

/** Two places, and no 1.00 for what is not perfect. */
function figure(ratio: number): string {
  return (ratio < 1 ? Math.min(ratio, 0.994) : 1).toFixed(2);
}
