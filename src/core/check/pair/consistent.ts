// Rule `inconsistent`: the same source text has the same translation throughout a language.
import type { TextFinding } from "../../finding.ts";
import { message } from "../../messages/message.ts";
import { isPlain } from "../../page/unit.ts";
import { mostTexts, remembering } from "../../once.ts";
import { escapeText, plainText } from "../../unit-text.ts";
import { excerpt, wholeOf } from "./text-pair.ts";

type Translation = { context: string; source: string; translation: string };

/**
 * Entries whose translation differs from what the same source text has elsewhere, up to case and blanks; offsets are
 * into the entry's text. What most places have is taken for right; of equally frequent ones none is, and the later place
 * is named. Texts that an author keeps apart, and slugs, are compared with nothing.
 */
export function checkConsistency<Entry extends Translation>(
  entries: readonly Entry[],
): { entry: Entry; finding: TextFinding }[] {
  const compared = entries.filter(
    ({ context, translation }) => translation.trim() !== "" && context !== "slug" && !context.startsWith("context:"),
  );
  return [...grouped(compared, ({ context, source }) => normalId(asUnitText(context, source))).values()].flatMap(
    (alike) => {
      if (alike.length < 2) return [];
      const translations = grouped(alike, ({ context, translation }) => normal(asUnitText(context, translation)));
      if (translations.size < 2) return [];
      const ranked = [...translations.values()].toSorted((a, b) => b.length - a.length);
      const best = ranked[0]?.[0];
      if (!best) return [];
      const isRare = (others: readonly Entry[]): boolean => others.length < (ranked[0]?.length ?? 0);
      const show = asUnitText(best.context, best.translation);
      const translation = excerpt(best.translation);
      return ranked.slice(1).flatMap((others) =>
        others.map((entry) => ({
          entry,
          finding: {
            ruleId: "inconsistent" as const,
            ...wholeOf(entry.translation),
            reason: isRare(others)
              ? message("consistent.other", { source: excerpt(entry.source), translation })
              : message("consistent.either", { source: excerpt(entry.source), translation }),
            expected: isRare(others) ? [isPlain(entry.context) ? plainText(show).plain : show] : [],
          },
        })),
      );
    },
  );
}

/** Titles are plain text and headings are not: "A & B" and "A &amp; B" are the same words. */
function asUnitText(context: string, text: string): string {
  if (!text.includes("&") && !text.includes("<")) return text;
  return isPlain(context)
    ? escapeText(text)
    : text.replaceAll(references, (whole) => escapeText(plainText(whole).plain));
}

const references = /&(?:[A-Za-z]\w*|#\d+|#x[\da-fA-F]+);/gu;

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
