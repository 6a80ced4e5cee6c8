// Tables stand in a region that can scroll: on a narrow screen it can be reached with the keyboard, and has a name.
import type { Language } from "../../language/language.ts";
import { aroundEach, endOf, isWithin, withAttribute, wordsBetween, type Piece } from "../markup.ts";

/** Where nothing else may take the focus, and what has its region: a table in these stays as it is. */
const whole: ReadonlySet<string> = new Set(["a", "summary", "table"]);

export function surroundTables(markup: readonly Piece[], { language }: { language: Language }): Piece[] {
  if (!markup.some((piece) => piece.kind === "open" && piece.name === "table")) return [...markup];
  const around = aroundEach(markup);
  const taken = new Set<string>([language.labels.footnotes]);
  const ends = new Set<number>();
  let heading = "";
  return markup.flatMap((piece, at): Piece[] => {
    if (ends.has(at)) return [piece, { kind: "close", name: "div", html: "</div>" }];
    if (piece.kind !== "open") return [piece];
    if (/^h[1-6]$/u.test(piece.name)) heading = wordsBetween(markup, at, endOf(markup, at));
    if (piece.name !== "table" || isWithin(around[at], whole)) return [piece];
    const end = endOf(markup, at);
    ends.add(end);
    const label = freeLabel(captionOf(markup, at, end) || heading || language.labels.table, taken);
    const region: Piece = { kind: "open", name: "div", html: '<div role="region" tabindex="0">' };
    return [withAttribute(region, "aria-label", label), piece];
  });
}

function captionOf(markup: readonly Piece[], start: number, end: number): string {
  const at = markup.findIndex(
    (piece, index) => index > start && index < end && piece.kind === "open" && piece.name === "caption",
  );
  return at === -1 ? "" : wordsBetween(markup, at, endOf(markup, at));
}

/** No two regions of a page have one name. */
function freeLabel(label: string, taken: Set<string>): string {
  let free = label;
  for (let count = 2; taken.has(free); count += 1) free = `${label} (${count})`;
  taken.add(free);
  return free;
}
