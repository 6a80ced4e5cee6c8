// Rule `quotes`: quotation marks are the language's own, and each that opens is closed.
import type { TextFinding } from "../../finding.ts";
import type { QuotePair } from "../../language/compare.ts";
import { message } from "../../messages/message.ts";
import type { Pair } from "./text-pair.ts";

type Mark = { at: number; mark: string; level: number; role: "open" | "close"; partner: Mark | undefined };

/** Marks of another language's kind, straight marks where the source has real ones, and marks without a partner. */
export function checkQuotes({ source, target, targetLanguage }: Pair): TextFinding[] {
  const marks = marksOf(target);
  if (marks.length === 0) return [];
  const { quotes, innerQuotes } = targetLanguage.comparison;
  // Who writes straight marks in the source may write them in the translation; who left one open, too.
  const hasStraight = source.includes('"');
  const sourceMarks = marksOf(source);
  const isSourceWhole = sourceMarks.every(({ partner }) => partner);
  const findings: TextFinding[] = [];
  const wrong = marks.flatMap((made): { made: Mark; expected: string }[] => {
    const { mark, level, role, partner } = made;
    if (!partner || (mark === '"' && hasStraight)) return [];
    const pair: QuotePair = role === "open" ? [mark, partner.mark] : [partner.mark, mark];
    const allowed =
      level === 0 ? [...quotes, ...innerQuotes.filter(([open]) => isSingle(open))] : [...innerQuotes, ...quotes];
    if (allowed.some(([open, close]) => open === pair[0] && close === pair[1])) return [];
    const [best] = level === 0 ? quotes : innerQuotes;
    const expected = best?.[role === "open" ? 0 : 1] ?? "";
    return expected === mark ? [] : [{ made, expected }];
  });
  const replaced = new Map(wrong.map(({ made, expected }) => [made.at, expected]));
  let told = -1;
  for (const { made, expected } of wrong) {
    const { at, mark, role, partner } = made;
    // One quotation is one finding, with the quotations inside it.
    if (at <= told) continue;
    const isWhole = role === "open" && partner !== undefined && replaced.has(partner.at) && partner.at - at <= longest;
    const end = isWhole ? partner.at + 1 : at + 1;
    if (isWhole) told = partner.at;
    const language = targetLanguage.name;
    const reason = isWhole
      ? message("quotes.pair", { open: mark, close: partner.mark, language })
      : role === "open"
        ? message("quotes.opening", { mark, language })
        : message("quotes.closing", { mark, language });
    findings.push({
      ruleId: "quotes",
      start: at,
      end,
      reason,
      expected: [isWhole ? withMarks(target, at, end, replaced) : expected],
      certain: true,
    });
  }
  for (const { at, mark, role, partner } of marks)
    if (!partner && isSourceWhole && !isApostrophe(mark))
      findings.push({
        ruleId: "quotes",
        start: at,
        end: at + 1,
        reason: role === "open" ? message("quotes.unclosed", { mark }) : message("quotes.unopened", { mark }),
        expected: [],
      });
  return findings.sort((a, b) => a.start - b.start);
}

/** A finding may repeat a quotation, but not a page. */
const longest = 300;

function withMarks(text: string, start: number, end: number, replaced: ReadonlyMap<number, string>): string {
  let made = "";
  for (let at = start; at < end; at += 1) made += replaced.get(at) ?? text.charAt(at);
  return made;
}

const isSingle = (mark: string): boolean => "‘’‚‹›'".includes(mark);
const isApostrophe = (mark: string): boolean => "’'‘".includes(mark);

/** Marks that always open, in some language; what they may be closed by. */
const closers: Readonly<Record<string, string>> = {
  "«": "»",
  "»": "«»",
  "“": "”",
  "„": "“”",
  "”": "”“",
  '"': '"',
  "‘": "’",
  "‚": "‘’",
  "’": "’",
  "'": "'",
  "‹": "›",
  "›": "‹›",
};

const anyMark = /[«»“”„"‘’‚'‹›]/gu;

/** All quotation marks with their partners, in order. An apostrophe is none, nor is a mark of inches. */
function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  if (text.search(anyMark) < 0) return marks;
  for (const { 0: mark, index } of text.matchAll(anyMark)) {
    const before = index === 0 ? " " : (text[index - 1] ?? " ");
    const after = text[index + 1] ?? " ";
    const opens = /[\s([{\-–—/«„“‹‚‘"']/u.test(before) && !/\s/u.test(after) && index + 1 < text.length;
    const last = open.at(-1);
    const fits = last && closers[last.mark]?.includes(mark);
    if (isApostrophe(mark) && !fits && (!opens || !hasLaterCloser(text, index, mark))) continue;
    if (isApostrophe(mark) && fits && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) continue;
    if (mark === '"' && !fits && /\d/u.test(before)) continue;
    if (fits && !(opens && mark === last.mark && /[\s(]/u.test(before))) {
      open.pop();
      const close: Mark = { at: index, mark, level: open.length, role: "close", partner: last };
      last.partner = close;
      marks.push(close);
    } else if (opens || "«„‚‹“".includes(mark)) {
      const made: Mark = { at: index, mark, level: open.length, role: "open", partner: undefined };
      open.push(made);
      marks.push(made);
    } else marks.push({ at: index, mark, level: open.length, role: "close", partner: undefined });
  }
  return marks;
}

/** A single mark opens a quotation only if one closes it soon; else it is an apostrophe: ’tis. */
function hasLaterCloser(text: string, index: number, mark: string): boolean {
  const rest = text.slice(index + 1, index + 200);
  return new RegExp(`[${closers[mark] ?? mark}](?![\\p{L}\\p{N}])`, "u").test(rest);
}
