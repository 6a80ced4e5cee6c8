// Rule `bidi`: no mark reorders a text unseen, and a right-to-left text shows its numbers as they are written.
// Publishing sees to the numbers, but not in titles and attributes, and not where tags part one.
import { nameOf } from "../../characters.ts";
import type { TextFinding } from "../../finding.ts";
import type { Language } from "../../language/language.ts";
import { message, type Message } from "../../messages/message.ts";
import { keepsOrderAlone, reorderedNumbers } from "./bidi-numbers.ts";
import { displayOrder, shownText } from "./display-order.ts";
import { excerpt, placesIn, type Pair } from "./text-pair.ts";

export function checkBidi({ target, targetLanguage, stretches = [] }: Pair): TextFinding[] {
  const marks = unseenMarks(target, targetLanguage);
  const places = placesIn(target);
  marks.forEach(places.take);
  // What a mark reorders is shown otherwise once the mark is gone.
  const numbers = reorderedNumbers(target, targetLanguage).filter((one) => {
    const isWhole = stretches.some(({ start, end }) => start <= one.start && one.end <= end);
    return !places.isTaken(one) && !(isWhole && keepsOrderAlone(target.slice(one.start, one.end)));
  });
  return [...marks, ...numbers].sort((a, b) => a.start - b.start);
}

const anyMark = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const overrides = "\u202d\u202e";
const embeddings = `\u202a\u202b${overrides}`;
const isolates = "\u2066\u2067\u2068";

type Span = { start: number; mark: string; end: number | undefined };

/** Marks that turn an order round, have no end or no beginning, or change what is shown without any need. */
export function unseenMarks(text: string, language: Language): TextFinding[] {
  if (text.search(anyMark) < 0) return [];
  const { spans, strays } = spansOf(text);
  const findings: TextFinding[] = [];
  const places = placesIn(text);
  const found = (start: number, end: number, reason: Message, expected: string): void => {
    if (places.isTaken({ start, end })) return;
    places.take({ start, end });
    findings.push({ ruleId: "bidi", start, end, reason, expected: [expected], certain: true });
  };
  for (const { start, mark, end } of spans) {
    const name = nameOf(mark);
    if (end === undefined) found(start, start + 1, message("bidi.unended", { name }), "");
    else if (overrides.includes(mark) || isIdle(text.slice(start + 1, end), mark, language)) {
      const inner = text.slice(start + 1, end).replaceAll(anyMark, "");
      found(start, end + 1, message("bidi.reorders", { name, text: excerpt(inner) }), inner);
    }
  }
  for (const at of strays) found(at, at + 1, message("bidi.stray", { name: nameOf(text.charAt(at)) }), "");
  for (const { 0: mark, index } of text.matchAll(/[\u061c\u200e\u200f]/gu))
    if (isIdleAlone(text, index, language)) found(index, index + 1, message("bidi.beside", { name: nameOf(mark) }), "");
  return findings;
}

/** What each opening mark reaches, and ends without a beginning. An isolate ends the embeddings inside it. */
function spansOf(text: string): { spans: Span[]; strays: number[] } {
  const spans: Span[] = [];
  const strays: number[] = [];
  let open: Span[] = [];
  for (const { 0: mark, index } of text.matchAll(/[\u202a-\u202e\u2066-\u2069\n]/gu)) {
    if (mark === "\n") open = [];
    else if (embeddings.includes(mark) || isolates.includes(mark)) {
      const span: Span = { start: index, mark, end: undefined };
      spans.push(span);
      open.push(span);
    } else {
      const fits = mark === "\u202c" ? embeddings : isolates;
      const at = open.findLastIndex((span) => fits.includes(span.mark));
      const span = open[at];
      const isBehindIsolate = mark === "\u202c" && open.slice(at + 1).some((one) => isolates.includes(one.mark));
      if (!span || isBehindIsolate) strays.push(index);
      else {
        span.end = index;
        open = open.slice(0, at);
      }
    }
  }
  return { spans, strays };
}

const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\ufffc]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A direction that nothing inside needs. What goes the language's own way harms nothing. */
function isIdle(inner: string, mark: string, { direction }: Language): boolean {
  if (mark === "\u2068") return false;
  const marked = mark === "\u202b" || mark === "\u2067" ? "rtl" : "ltr";
  return marked !== direction && !(marked === "rtl" ? rightToLeft : leftToRight).test(inner);
}

/** A mark of right-to-left in a text without such letters, that changes what is shown. */
function isIdleAlone(text: string, at: number, { direction }: Language): boolean {
  if (direction === "rtl" || text.charAt(at) === "\u200e" || rightToLeft.test(text)) return false;
  const from = Math.max(0, at - 200);
  const near = text.slice(from, at + 200);
  const without = near.slice(0, at - from) + near.slice(at - from + 1);
  return lineOf(near, direction) !== lineOf(without, direction);
}

function lineOf(text: string, direction: Language["direction"]): string {
  return shownText(text, displayOrder(text, direction), 0, text.length).replaceAll(anyMark, "");
}
