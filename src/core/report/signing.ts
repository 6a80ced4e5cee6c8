// What was signed and what was not, for the person who signed.
import type { Signing } from "../approve.ts";
import type { Entry } from "../catalog/entry.ts";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { visible } from "./visible.ts";

/** `lineOf` gives the line of an entry in its file; `deed` is what was done, or would be. */
export function reportSigning(
  { signed, refused, total, after }: Signing,
  path: string,
  lineOf: (entry: Entry) => number,
  deed: "signed" | "would-sign",
  locale: Locale,
): string {
  const say = (one: Message): string => sentence(one, locale);
  const lines: string[] = [];
  for (const { entry, warnings, waived } of signed) {
    const texts = message("signing.texts", {
      source: firstWords(entry.source),
      translation: firstWords(entry.translation),
    });
    lines.push(`${visible(path)}:${lineOf(entry)}  ${say(message(`signing.${deed}`))}: ${say(texts)}`);
    for (const finding of warnings) lines.push(`  ${say(message("signing.over"))}: ${describe(path, finding, locale)}`);
    for (const finding of waived) lines.push(`  ${say(message("signing.waived"))}: ${describe(path, finding, locale)}`);
  }
  const not = say(message("signing.not-signed"));
  for (const { entry, errors } of refused) {
    if (errors.length === 0)
      lines.push(
        `  ${not}: ${visible(path)}:${lineOf(entry)}:1  ${say(message("signing.fuzzy", { text: firstWords(entry.translation) }))}`,
      );
    for (const finding of errors) lines.push(`  ${not}: ${describe(path, finding, locale)}`);
  }
  const [first] = signed;
  const only = first && signed.length === 1 ? [firstWords(first.entry.source)] : [];
  const sums = { count: signed.length, total, only };
  const count = deed === "signed" ? message("signing.count", sums) : message("signing.would-count", sums);
  const states = ["draft", "stale", "untranslated", "unsigned"] as const;
  const left = states
    .filter((state) => after[state] > 0)
    .map((state) => message(`left.${state}`, { count: after[state] }));
  const rest = left.length === 0 ? message("signing.all") : message("signing.left", { left });
  return [...lines, `${visible(path)}: ${say(count)} ${say(rest)}`].join("\n");
}

function describe(path: string, { start, ruleId, reason, expected }: Finding, locale: Locale): string {
  const texts = expected.slice(0, 3).map((text) => visible(text) || sentence(message("report.nothing"), locale));
  const write = texts.length === 0 ? "" : `  ${sentence(message("report.write-quoted", { texts }), locale)}`;
  const rule = ruleId === undefined ? "" : `  ${ruleId}`;
  return `${visible(path)}:${start.line}:${start.column}  ${visible(sentence(reason, locale))}${write}${rule}`;
}

/** The beginning of a text. */
export function firstWords(text: string): string {
  const shown = text.replaceAll(/\s+/gu, " ").trim();
  const most = 60;
  if (shown.length <= most) return visible(shown);
  return `${visible(shown.slice(0, Math.max(1, shown.lastIndexOf(" ", most))))} …`;
}
