// Tags that a person wrote out or pasted, told from text that only looks like tags.
import { elementsOf, missingElements } from "./elements.ts";
import { pairsOf, readTag, type ShownText, type Tag } from "./shown-text.ts";

/**
 * The tags that stand as plain text in a stretch of a translation, in pairs, and are missing when it is compared with its
 * source. What else looks like a tag is text.
 */
export function writtenTags(source: ShownText, shown: ShownText, from: number, to: number): Tag[] {
  const isFree = (tag: Tag): boolean => shown.tags.every((other) => tag.to <= other.from || other.to <= tag.from);
  const written = [...shown.text.matchAll(/<\/?[a-z]+\d*\/?>/gu)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter((tag) => isFree(tag));
  const all = [...shown.tags, ...written].toSorted((one, other) => one.from - other.from);
  const pairs = pairsOf({ text: shown.text, tags: all });
  let found: Tag[] = [];
  for (const [index, tag] of all.entries()) {
    const other = all[pairs[index] ?? -1];
    if (!other || other.from < tag.from || !written.includes(tag) || !written.includes(other)) continue;
    // One of the two is new; the other may have been written before.
    const isNew = [tag, other].some((one) => one.from < to && one.to > from);
    const tags = tag === other ? [tag] : [tag, other];
    const name = readTag(shown.text.slice(tag.from, tag.to))?.name;
    const before = { text: shown.text, tags: sorted([...shown.tags, ...found]) };
    const after = { text: shown.text, tags: sorted([...before.tags, ...tags]) };
    if (!isNew || !missingElements(source, before).some((element) => element.name === name)) continue;
    if (elementsOf(after).length === elementsOf(before).length + 1) found = [...found, ...tags];
  }
  return sorted(found);
}

function sorted(tags: readonly Tag[]): Tag[] {
  return tags.toSorted((one, other) => one.from - other.from);
}
