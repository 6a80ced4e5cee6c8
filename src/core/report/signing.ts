// What was signed and what was not, for the person who signed.
import type { Signing } from "../approve.ts";
import type { Entry } from "../catalog/entry.ts";
import type { Finding } from "../finding.ts";
import { plural } from "../words.ts";
import { visible } from "./visible.ts";

/** `lineOf` gives the line of an entry in its file; `verb` is what was done, or would be. */
export function reportSigning(
  { signed, refused, total, after }: Signing,
  path: string,
  lineOf: (entry: Entry) => number,
  verb: "Signed" | "Would sign",
): string {
  const lines: string[] = [];
  for (const { entry, warnings, waived } of signed) {
    lines.push(`${visible(path)}:${lineOf(entry)}  ${verb.toLowerCase()}: ${words(entry.id)} → ${words(entry.text)}`);
    for (const finding of warnings) lines.push(`  over: ${describe(path, finding)}`);
    for (const finding of waived) lines.push(`  waived: ${describe(path, finding)}`);
  }
  for (const { entry, errors } of refused) {
    if (errors.length === 0)
      lines.push(
        `${visible(path)}:${lineOf(entry)}  not signed: it is marked as needing work (fuzzy); take the flag away if ${words(entry.text)} is right`,
      );
    for (const finding of errors) lines.push(`  not signed: ${describe(path, finding)}`);
  }
  const [only] = signed;
  const count = `${verb} ${signed.length} of ${total}${only && signed.length === 1 ? `: ${words(only.entry.id)}` : ""}.`;
  const left = [
    [after.draft, "draft"],
    [after.stale, "stale text"],
    [after.untranslated, "untranslated text"],
    [after.unsigned, "unsigned text"],
  ] as const;
  const rest = left.filter(([number]) => number > 0).map(([number, noun]) => plural(number, noun));
  const state =
    rest.length === 0 ? "Every text here is approved." : `${rest.join(", ")} left; the page is not published.`;
  return [...lines, `${visible(path)}: ${count} ${state}`].join("\n");
}

function describe(path: string, { start, ruleId, reason, expected }: Finding): string {
  const write =
    expected.length === 0
      ? ""
      : ` Write: ${expected
          .slice(0, 3)
          .map((text) => (text === "" ? "(nothing)" : `“${visible(text)}”`))
          .join(" or ")}`;
  return `${visible(path)}:${start.line}:${start.column}  ${visible(reason)}${write}${ruleId === undefined ? "" : `  ${ruleId}`}`;
}

/** The first words of a text. */
function words(text: string): string {
  const shown = text.replaceAll(/\s+/gu, " ").trim();
  const most = 60;
  if (shown.length <= most) return `“${visible(shown)}”`;
  return `“${visible(shown.slice(0, Math.max(1, shown.lastIndexOf(" ", most))))} …”`;
}
