// What leaked into a translation: marks of engines and of merges, placeholders, Markdown and HTML that would be shown.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { RuleId, TextFinding } from "../../finding.ts";
import { message, type Message } from "../../messages/message.ts";
import { excerpt, placesIn, type Pair } from "./text-pair.ts";

type Leak = {
  pattern: RegExp;
  reason: (text: string) => Message;
  /** The source has none of the kind, not only not this one. */
  ofKind?: true;
  /** What is certainly meant. */
  meant?: (met: string) => string | undefined;
  /** `tags` is never lowered or waived. */
  ruleId?: RuleId;
};

const markdown = (text: string): Message => message("leak.markdown", { text });
const placeholder = (text: string): Message => message("leak.placeholder", { text });

const leaked: readonly Leak[] = [
  {
    pattern: /#-#-#-#-#[^#\n]{0,200}(?:#-#-#-#-#)?/gu,
    reason: (text) => message("leak.joined", { text }),
    ruleId: "tags",
  },
  { pattern: /!?\[[^[\]\n]{0,200}\]\([^()\s]{1,300}\)/gu, reason: markdown, ofKind: true },
  { pattern: /(\*\*|__|~~)(?=[^\s*_~])[^*_~\n]{1,200}(?<=[^\s*_~])\1/gu, reason: markdown, ofKind: true },
  {
    pattern: /(?<![\p{L}\p{N}*_])([*_])(?=\p{L})[^*_\n]{1,200}(?<=[\p{L}\p{N}.!?])\1(?![\p{L}\p{N}*_])/gu,
    reason: markdown,
    ofKind: true,
  },
  { pattern: /(`{1,3})(?=[^\s`])[^`\n]{1,200}\1/gu, reason: markdown, ofKind: true },
  { pattern: /(?<![^\n])#{1,6}[ \t](?=\S)/gu, reason: markdown, ofKind: true },
  {
    pattern: /<\/?[a-z][a-z\d]{0,11}(?:\s[^<>\n]{0,300})?\s?\/?>|<!--[^\n]{0,300}?-->/giu,
    reason: (text) => message("leak.markup", { text }),
  },
  {
    pattern: /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/giu,
    reason: placeholder,
    meant: characterOf,
  },
  {
    pattern:
      /\{\{?[ \t]?[\w.:-]{0,40}[ \t]?\}?\}|(?<![\p{N}%][ \u00a0]?)%(?:\d\$)?[sd](?![\p{L}\p{N}])|\[\[\d{1,4}\]\]|[⟦⟧\ufffd\ue000-\uf8ff]/gu,
    reason: placeholder,
  },
  {
    pattern: /(?<![^\s(«“”„"'‘[/-])[*@#](?=\p{L})/gu,
    reason: (text) => message("leak.unknown-word", { text }),
  },
];

const anySign = /[*_@#&<{%`~[⟦⟧\ufffd\ue000-\uf8ff]/u;

/** Each leak once, the widest reading of a place first. */
export function leaks({ source, target }: Pair): TextFinding[] {
  if (target.search(anySign) < 0) return [];
  const findings: TextFinding[] = [];
  const places = placesIn(target);
  for (const { pattern, reason, ofKind, meant, ruleId = "untranslated" } of leaked) {
    if (target.search(pattern) < 0) continue;
    const known = new Set([...source.matchAll(pattern)].map(([met]) => met));
    if (ofKind && known.size > 0) continue;
    for (const { 0: met, index } of target.matchAll(pattern)) {
      const end = index + met.length;
      const written = meant?.(met);
      if (known.has(met) || (meant && written === undefined)) continue;
      if (places.isTaken({ start: index, end })) continue;
      places.take({ start: index, end });
      findings.push({
        ruleId,
        start: index,
        end,
        reason: reason(excerpt(met)),
        expected: written === undefined ? [] : [written],
      });
    }
  }
  return findings;
}

function characterOf(reference: string): string | undefined {
  const body = reference.slice(1, -1);
  if (!body.startsWith("#")) return decodeNamedCharacterReference(body) || undefined;
  const code = /^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  const isCharacter =
    code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && (code < 0x7f || code > 0x9f);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
