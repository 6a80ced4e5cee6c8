// Rule `inconsistent`: the same source text has the same translation throughout a language.
import type { TextFinding } from "../../finding.ts";
import { mostTexts, remembering } from "../../remember.ts";
import { quoted, wholeOf } from "./text-pair.ts";

type Translation = { context: string; id: string; text: string };

/**
 * Entries whose translation differs from what the same source text has elsewhere, up to case and blanks; offsets are
 * into the entry's text. The most frequent translation is taken for right, of equally frequent ones the first.
 * Texts that an author keeps apart, and slugs, are compared with nothing.
 */
export function checkConsistency<Entry extends Translation>(
  entries: readonly Entry[],
): { entry: Entry; finding: TextFinding }[] {
  const compared = entries.filter(
    ({ context, text }) => text.trim() !== "" && context !== "slug" && !context.startsWith("context:"),
  );
  return [...grouped(compared, ({ id }) => normalId(id)).values()].flatMap((alike) => {
    if (alike.length < 2) return [];
    const translations = grouped(alike, ({ text }) => normal(text));
    if (translations.size < 2) return [];
    const ranked = [...translations.values()].toSorted((a, b) => b.length - a.length);
    const best = ranked[0]?.[0];
    if (!best) return [];
    return ranked.slice(1).flatMap((others) =>
      others.map((entry) => ({
        entry,
        finding: {
          ruleId: "inconsistent" as const,
          ...wholeOf(entry.text),
          reason: `${quoted(entry.id)} is translated ${quoted(best.text)} elsewhere.`,
          expected: [best.text],
        },
      })),
    );
  });
}

function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

const normalId = remembering(mostTexts, normal);

function normal(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}
