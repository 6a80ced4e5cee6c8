// What was signed and what was not, for the person who signed.
import type { Signing } from "../approve.ts";
import type { Entry } from "../catalog/entry.ts";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { visible } from "./visible.ts";

/** `lineOf` gives the line of an entry in its file; in a dry run nothing was signed yet. */
export function reportSigning(
  { signed, refused, total, after }: Signing,
  path: string,
  lineOf: (entry: Entry) => number,
  isDryRun: boolean,
  locale: Locale,
): string {
  const say = (told: Message): string => sentence(told, locale);
  const tell = (finding: Finding): string => describe(path, finding, locale);
  const lines: string[] = [];
  for (const { entry, warnings, waived } of signed) {
    const texts = { source: words(entry.id), translation: words(entry.text) };
    const line = message(isDryRun ? "approve.would-sign" : "approve.signed", texts);
    lines.push(`${path}:${lineOf(entry)}  ${say(line)}`);
    for (const finding of warnings) lines.push(`  ${say(message("approve.over", { finding: tell(finding) }))}`);
    for (const finding of waived) lines.push(`  ${say(message("approve.waived", { finding: tell(finding) }))}`);
  }
  for (const { entry, errors } of refused) {
    const fuzzy = message("approve.fuzzy", { translation: words(entry.text) });
    if (errors.length === 0) lines.push(`${path}:${lineOf(entry)}  ${say(fuzzy)}`);
    for (const finding of errors) lines.push(`  ${say(message("approve.not-signed", { finding: tell(finding) }))}`);
  }
  const [first] = signed;
  const only = first && signed.length === 1 ? words(first.entry.id) : "";
  const count = message(isDryRun ? "approve.would-sign-count" : "approve.signed-count", {
    count: signed.length,
    total,
    only,
  });
  const { draft, stale, untranslated, unsigned } = after;
  const state =
    draft + stale + untranslated + unsigned === 0
      ? message("approve.all-approved")
      : message("approve.left", { draft, stale, untranslated, unsigned });
  return [...lines, `${path}: ${say(count)} ${say(state)}`].join("\n");
}

function describe(path: string, { start, ruleId, reason, expected }: Finding, locale: Locale): string {
  const texts = expected
    .slice(0, 3)
    .map((text) => (text === "" ? sentence(message("cli.nothing"), locale) : `“${visible(text)}”`));
  const write = texts.length === 0 ? "" : ` ${sentence(message("approve.write", { texts }), locale)}`;
  return `${path}:${start.line}:${start.column}  ${visible(reason)}${write}${ruleId === undefined ? "" : `  ${ruleId}`}`;
}

/** The first words of a text. */
function words(text: string): string {
  const shown = text.replaceAll(/\s+/gu, " ").trim();
  const most = 60;
  if (shown.length <= most) return `“${visible(shown)}”`;
  return `“${visible(shown.slice(0, Math.max(1, shown.lastIndexOf(" ", most))))} …”`;
}
