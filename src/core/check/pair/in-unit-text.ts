// A finding in plain text as one in the unit text that it was read from: place and advice through tags and escapes.
import type { TextFinding } from "../../finding.ts";
import { elementOf, escapeText, readUnitText, type plainText, type TextNode } from "../../unit-text.ts";
import type { Place } from "./text-pair.ts";

type Plain = ReturnType<typeof plainText>;

/** The finding with offsets into `text`. Advice that would take tags out of the text, or put none back, is dropped. */
export function inUnitText(text: string, { plain, pieces }: Plain, finding: TextFinding): TextFinding {
  const start = offsetIn(pieces, finding.start, "start");
  const end = Math.max(start, offsetIn(pieces, finding.end, "end"));
  const met = plain.slice(finding.start, finding.end);
  const written = text.slice(start, end);
  const expected = finding.expected.flatMap((wanted) => inPlaceOf(met, wanted, written) ?? []);
  const isCertain = finding.certain === true && expected.length === finding.expected.length;
  const { certain: _, ...rest } = finding;
  return { ...rest, start, end, expected, ...(isCertain ? { certain: true } : undefined) };
}

/** What to write in place of `written`, the unit text of the plain text `met`, for the plain text `wanted`. */
function inPlaceOf(met: string, wanted: string, written: string): string | undefined {
  if (!written.includes("<")) return escapeText(wanted);
  // Markup stays if the change is at both ends only, as with quotation marks.
  const inner = met.slice(1, -1);
  const isEnds =
    met.length > 2 && wanted.length >= met.length && wanted.endsWith(inner + wanted.slice(wanted.length - 1));
  if (!isEnds || /^[<&]|[>;]$/u.test(written)) return undefined;
  return escapeText(wanted.slice(0, -inner.length - 1)) + written.slice(1, -1) + escapeText(wanted.slice(-1));
}

/** The offset in unit text of an offset in its plain text; an end belongs to the piece before it. */
function offsetIn(pieces: Plain["pieces"], at: number, side: "start" | "end"): number {
  const piece =
    side === "start"
      ? (pieces.find((one) => one.at + one.length > at) ?? pieces.at(-1))
      : (pieces.findLast((one) => one.length > 0 && one.at < at) ?? pieces[0]);
  if (!piece) return 0;
  if (piece.length === piece.end - piece.start) return piece.start + (at - piece.at);
  return side === "start" ? piece.start : piece.end;
}

/** The stretches of a plain text that no tag parts. */
export function stretchesOf({ pieces }: Plain): Place[] {
  const stretches: Place[] = [];
  pieces.forEach(({ at, length, start }, index) => {
    const last = stretches.at(-1);
    // What is escaped is a piece of its own, with nothing between it and its neighbours.
    if (last && pieces[index - 1]?.end === start) last.end = at + length;
    else stretches.push({ start: at, end: at + length });
  });
  return stretches;
}

/** What a unit text has in code. */
export function codeIn(text: string): string {
  if (!text.includes("<code")) return "";
  const read = (nodes: readonly TextNode[], isCode: boolean): string[] =>
    nodes.flatMap((node) =>
      "value" in node ? (isCode ? [node.value] : []) : read(node.children, isCode || elementOf(node.name) === "code"),
    );
  return read(readUnitText(text).nodes, false).join(" ");
}
