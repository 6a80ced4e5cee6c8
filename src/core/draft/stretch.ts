// A question cut into words for an engine and stretches that come out as they are, whatever the engine does.
import { elementOf, escapeText, readUnitText, type TextNode } from "../unit-text.ts";
import type { Pin, Question } from "./engine.ts";

/** Words are plain text; a frozen stretch is in the form of the answer, so that it can be put in as it is. */
export type Stretch = { words: string } | { frozen: string };

/** Cuts out tags, code, elements without letters, and pins. No two stretches of one kind stand side by side. */
export function cutAtTags(question: Question): Stretch[] {
  const stretches: Stretch[] = [];
  const pins = usablePins(question);
  const addText = (value: string, start: number, end: number): void => {
    for (const piece of cutAtPins(value, start, end, pins)) {
      if (piece.pin === undefined) stretches.push({ words: piece.value });
      else if (piece.start === piece.pin.start)
        stretches.push({ frozen: question.markup ? escapeText(piece.pin.target) : piece.pin.target });
    }
  };
  const visit = (nodes: readonly TextNode[]): void => {
    for (const node of nodes) {
      if ("value" in node) addText(node.value, node.start, node.end);
      else if (elementOf(node.name) === "code" || !hasLetters(node.children))
        stretches.push({ frozen: question.text.slice(node.start, node.end) });
      else {
        stretches.push({ frozen: `<${node.name}>` });
        visit(node.children);
        stretches.push({ frozen: `</${node.name}>` });
      }
    }
  };
  if (question.markup) visit(readUnitText(question.text).nodes);
  else addText(question.text, 0, question.text.length);
  return joined(stretches);
}

/** Cuts what a pattern finds out of the words. */
export function freezeParts(stretches: readonly Stretch[], pattern: RegExp, markup: boolean): Stretch[] {
  return joined(
    stretches.flatMap((stretch) => {
      if ("frozen" in stretch) return [stretch];
      const parts: Stretch[] = [];
      let at = 0;
      for (const match of stretch.words.matchAll(pattern)) {
        parts.push({ words: stretch.words.slice(at, match.index) });
        parts.push({ frozen: markup ? escapeText(match[0]) : match[0] });
        at = match.index + match[0].length;
      }
      return [...parts, { words: stretch.words.slice(at) }];
    }),
  );
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    if ("words" in stretch && stretch.words === "") continue;
    if (last && "words" in last && "words" in stretch) last.words += stretch.words;
    else if (last && "frozen" in last && "frozen" in stretch) last.frozen += stretch.frozen;
    else whole.push({ ...stretch });
  }
  return whole;
}

function hasLetters(nodes: readonly TextNode[]): boolean {
  return nodes.some((node) => ("value" in node ? /\p{L}/u.test(node.value) : hasLetters(node.children)));
}

/** The pins in order, without those that overlap an earlier one or that hold a tag. */
function usablePins({ text, markup, pins }: Question): Pin[] {
  let free = 0;
  return pins
    .toSorted((a, b) => a.start - b.start)
    .filter((pin) => {
      const usable =
        pin.start >= free && pin.end > pin.start && !(markup && text.slice(pin.start, pin.end).includes("<"));
      if (usable) free = pin.end;
      return usable;
    });
}

type PinnedPiece = { value: string; start: number; pin: Pin | undefined };

/** Cuts a stretch of text where a pin begins or ends; a character written as an entity is never cut. */
function cutAtPins(value: string, start: number, end: number, pins: readonly Pin[]): PinnedPiece[] {
  const near = pins.filter((pin) => pin.start < end && pin.end > start);
  const cuts = value.length === end - start ? near.flatMap((pin) => [pin.start, pin.end]) : [];
  const places = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
  return places.slice(0, -1).map((from, index) => ({
    value: cuts.length > 0 ? value.slice(from - start, (places[index + 1] ?? end) - start) : value,
    start: from,
    pin: near.find((pin) => pin.start <= from && pin.end > from),
  }));
}
