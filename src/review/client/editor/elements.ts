// The elements of a shown text, as a tree.
import { pairsOf, readTag, type ShownText } from "./shown-text.ts";

/** Offsets into the shown text: of the whole element, and of what is between its tags. */
export type Element = {
  name: string;
  from: number;
  to: number;
  innerFrom: number;
  innerTo: number;
  parent: Element | undefined;
};

/** All elements, each before those within it. Tags without their other half are none. */
export function elementsOf(shown: ShownText): Element[] {
  const pairs = pairsOf(shown);
  const elements: Element[] = [];
  for (const [index, tag] of shown.tags.entries()) {
    const other = pairs[index];
    const closing = other === undefined || other < index ? undefined : shown.tags[other];
    if (!closing) continue;
    const empty = other === index;
    elements.push({
      name: readTag(shown.text.slice(tag.from, tag.to))?.name ?? "",
      from: tag.from,
      to: closing.to,
      innerFrom: tag.to,
      innerTo: empty ? tag.to : closing.from,
      parent: elements.findLast(({ innerFrom, innerTo }) => tag.from >= innerFrom && closing.to <= innerTo),
    });
  }
  return elements;
}

/** How often each name occurs. */
export function countNames(elements: readonly Element[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The elements of a source that its translation lacks, by name: of equal ones the last. */
export function missingElements(source: ShownText, translation: ShownText): Element[] {
  const here = countNames(elementsOf(translation));
  return elementsOf(source).filter(({ name }) => {
    const left = here.get(name) ?? 0;
    here.set(name, left - 1);
    return left <= 0;
  });
}
