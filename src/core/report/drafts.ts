// What became of a draft run, or would: a line or a few for each language, and a table of what there is to draft.
import type { Estimate } from "../draft/plan.ts";
import type { LanguageResult } from "../draft/steps.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { inColumns, lineOf, type Align } from "./table.ts";
import { visible } from "./visible.ts";

/** What was done for a language, then why some of its units have no draft. */
export function reportDrafts(language: string, result: LanguageResult, locale: Locale): string {
  const lines = [outcomeOf(language, result), ...leftLines(result)];
  return lines.map((line, at) => visible(`${at === 0 ? "" : "  "}${sentence(line, locale)}`)).join("\n");
}

function outcomeOf(language: string, result: LanguageResult): Message {
  const { inStep, drafted, fromMemory, charged, waiting, left } = result;
  const parts = [
    ...(inStep > 0 ? [message("draft.in-step", { catalogs: inStep })] : []),
    ...(drafted > 0 ? [message("draft.drafted", { units: drafted, fromMemory })] : []),
    ...(charged > 0 ? [message("draft.charged", { characters: charged })] : []),
    ...(waiting > 0 ? [message("draft.waiting", { units: waiting, language })] : []),
  ];
  if (parts.length > 0) return message("draft.done", { language, parts });
  return message(left.size > 0 ? "draft.none-made" : "draft.none-needed", { language });
}

function leftLines({ left }: LanguageResult): Message[] {
  return [...left.values()].map(({ reason, units }) => message("draft.left", { units, reason }));
}

export type LanguageEstimate = { language: string; pages: readonly { id: string; estimate: Estimate }[] };

/** What would be drafted, by language and page, and what would be charged for it. */
export function reportEstimates(languages: readonly LanguageEstimate[], locale: Locale): string {
  const say = (told: Message): string => sentence(told, locale);
  const columns = ["draft.units", "draft.from-memory", "draft.characters", "draft.saved"] as const;
  const rows: string[][] = [["", ...columns.map((id) => say(message(id)))]];
  for (const { language, pages } of languages) {
    rows.push(rowOf(language, sumOf(pages)));
    for (const page of pages) if (page.estimate.units > 0) rows.push(rowOf(`  ${page.id}`, page.estimate));
  }
  const table = inColumns(rows, ["left", ...columns.map((): Align => "right")]);
  const { charged, saved } = sumOf(languages.flatMap(({ pages }) => pages));
  return [...table.map(lineOf), say(message("draft.would-send", { characters: charged, saved }))].join("\n");
}

function sumOf(pages: LanguageEstimate["pages"]): Estimate {
  const total = { units: 0, fromMemory: 0, charged: 0, saved: 0 };
  for (const { estimate } of pages)
    for (const key of Object.keys(total) as (keyof Estimate)[]) total[key] += estimate[key];
  return total;
}

function rowOf(name: string, { units, fromMemory, charged, saved }: Estimate): string[] {
  return [visible(name), ...[units, fromMemory, charged, saved].map(String)];
}
