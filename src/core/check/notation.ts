// Rule `notation`: what another program would have read, and readers are shown as it is written.
import type { Reporter, TextFinding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import type { Notation } from "../page/notation.ts";
import { timesFound } from "./dropped.ts";

export function notationFindings(all: readonly Notation[], reporter: Reporter): TextFinding[] {
  return all.flatMap((notation): TextFinding[] => {
    const [first] = notation.places;
    if (!first) return [];
    const [start, end] = first;
    const reason = timesFound(reasonOf(notation, shortened(reporter.textOf(start, end))), notation.places, reporter);
    return [{ ruleId: "notation", start, end, reason, expected: notation.write === undefined ? [] : [notation.write] }];
  });
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function reasonOf({ kind, write }: Notation, mark: string): Message {
  if (kind === "inline") return message("notation.inline", { mark, write: write ?? "" });
  return message(`notation.${kind}`, { mark });
}
