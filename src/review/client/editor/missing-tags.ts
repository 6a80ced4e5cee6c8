// Puts the tags into a translation that its source has and it lacks.
import { elementsOf, missingElements, type Element } from "./elements.ts";
import type { ShownText, Tag } from "./shown-text.ts";

/** A piece to put in, with the tags that it holds, by offsets into the piece. */
export type Piece = { at: number; text: string; tags: readonly Tag[] };

export type Addition = {
  /** In the order of their places. */
  pieces: readonly Piece[];
  /** Where to write on, as an offset into one of the pieces. */
  caret: { piece: number; offset: number };
};

/**
 * What to put in. The first missing element goes around the selection, if that holds no half of a pair; all others come
 * to the caret, within the element that holds them in the source. Code comes with its text, which no translation changes.
 */
export function missingTags(
  source: ShownText,
  translation: ShownText,
  selection: { from: number; to: number },
): Addition | undefined {
  const missing = missingElements(source, translation);
  if (missing.length === 0) return undefined;
  const here = elementsOf(translation);
  const pieces: Piece[] = [];
  const tops = missing.filter(({ parent }) => !parent || !missing.includes(parent));
  const around = tops.find((top) => isWrappable(top, translation, here, selection));
  if (around) {
    pieces.push({ at: selection.from, ...tagOnly(source, around.from, around.innerFrom) });
    pieces.push({ at: selection.to, ...tagOnly(source, around.innerTo, around.to) });
    // What belongs within it goes there too, after what was selected.
    const within = skeletonsOf(source, around, missing);
    if (within.text !== "") pieces.splice(1, 0, { at: selection.to, ...within });
  }
  for (const top of tops)
    if (top !== around) pieces.push({ at: placeOf(top, here, selection.to), ...skeleton(source, top, missing) });
  const ordered = [...pieces.entries()].toSorted(([one, a], [other, b]) => a.at - b.at || one - other);
  const sorted = ordered.map(([, piece]) => piece);
  return { pieces: sorted, caret: caretIn(sorted) };
}

function isWrappable(
  top: Element,
  { tags }: ShownText,
  here: readonly Element[],
  { from, to }: { from: number; to: number },
): boolean {
  if (from === to || top.innerFrom === top.to || isCode(top)) return false;
  const within = tags.filter((tag) => tag.from >= from && tag.to <= to);
  const whole = here.filter((element) => element.from >= from && element.to <= to);
  const halves = whole.reduce((sum, element) => sum + (element.innerTo === element.to ? 1 : 2), 0);
  return within.length === halves && innermost(here, from)?.name === parentHere(top, here)?.name;
}

function isCode({ name }: Element): boolean {
  return /^code\d*$/u.test(name);
}

function tagOnly({ text }: ShownText, from: number, to: number): { text: string; tags: Tag[] } {
  return { text: text.slice(from, to), tags: [{ from: 0, to: to - from }] };
}

/** The tags of an element and of the missing ones within it, without its text. */
function skeleton(source: ShownText, element: Element, missing: readonly Element[]): { text: string; tags: Tag[] } {
  const open = source.text.slice(element.from, element.innerFrom);
  const close = source.text.slice(element.innerTo, element.to);
  const inner = isCode(element)
    ? {
        text: source.text.slice(element.innerFrom, element.innerTo),
        tags: moved(
          source.tags.filter(({ from, to }) => from >= element.innerFrom && to <= element.innerTo),
          -element.innerFrom,
        ),
      }
    : skeletonsOf(source, element, missing);
  const end = open.length + inner.text.length;
  return {
    text: open + inner.text + close,
    tags: [
      { from: 0, to: open.length },
      ...moved(inner.tags, open.length),
      ...(close === "" ? [] : [{ from: end, to: end + close.length }]),
    ],
  };
}

function skeletonsOf(
  source: ShownText,
  element: Element,
  missing: readonly Element[],
): { text: string; tags: readonly Tag[] } {
  let text = "";
  const tags: Tag[] = [];
  for (const child of missing) {
    if (child.parent !== element) continue;
    const inner = skeleton(source, child, missing);
    tags.push(...moved(inner.tags, text.length));
    text += inner.text;
  }
  return { text, tags };
}

function moved(tags: readonly Tag[], by: number): Tag[] {
  return tags.map(({ from, to }) => ({ from: from + by, to: to + by }));
}

/** The caret, if it stands in the element that is the missing one's parent; else the end of that, or after all others. */
function placeOf(top: Element, here: readonly Element[], caret: number): number {
  const parent = parentHere(top, here);
  const around = innermost(here, caret);
  if (around?.name === parent?.name) return caret;
  if (parent) return parent.innerTo;
  return here.find(({ parent, from, to }) => !parent && from < caret && caret < to)?.to ?? caret;
}

function parentHere({ parent }: Element, here: readonly Element[]): Element | undefined {
  if (!parent) return undefined;
  return here.find(({ name }) => name === parent.name) ?? parentHere(parent, here);
}

function innermost(here: readonly Element[], at: number): Element | undefined {
  return here.findLast(({ innerFrom, innerTo, to }) => innerTo !== to && innerFrom <= at && at <= innerTo);
}

/** Between the first tags that wait for text; after all that was put in where none do. */
function caretIn(pieces: readonly Piece[]): Addition["caret"] {
  for (const [piece, { text, tags }] of pieces.entries())
    for (const [index, { to }] of tags.entries())
      if (tags[index + 1]?.from === to && text.startsWith("</", to)) return { piece, offset: to };
  return { piece: pieces.length - 1, offset: pieces.at(-1)?.text.length ?? 0 };
}
