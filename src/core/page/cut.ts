// What cutting a page collects: its template, its units, and what the checks want to know of it.
import type { Element } from "hast";
import type { Heading } from "./ids.ts";
import type { FileAddress, PageLink, Part, Tag } from "./template.ts";
import type { PlacedText } from "./trace.ts";
import { keyOf, type Occurrence, type Unit } from "./unit.ts";

export type Segmented = {
  template: Part[];
  /** In document order, each text once. */
  units: Unit[];
  headings: Heading[];
  /** What links can lead to beside headings. */
  anchors: string[];
  links: PageLink[];
  /** Other links along a path: addresses as they are written, with their source ranges. */
  paths: { href: string; start: number; end: number }[];
  /** Images with a path, with their source ranges. */
  images: PlacedFile[];
  /** Source ranges of images without a text for those who do not see them. */
  imagesWithoutAlt: [number, number][];
  /** Source ranges of links that have no address, or lost one that is not allowed. */
  linksWithoutAddress: [number, number][];
  /** Texts that are not translated because a directive skips them; they are published all the same. */
  skipped: PlacedText[];
};

/** A picture that a page shows, and where that is written. */
export type PlacedFile = FileAddress & { start: number; end: number };

/** What the walk over the tree collects. */
export type Cut = Segmented & {
  pageId: string;
  index: Map<string, number>;
  headingOf: Map<Element, Heading>;
  /** The id of each heading and anchor, by what a link says. */
  idAt: ReadonlyMap<string, string>;
};

/** The name in unit text of each inline element, and how it is written in HTML. */
export type NamedTags = ReadonlyMap<Element, { name: string; tag: Tag }>;

/** Adds a unit, or a further occurrence of one with the same text; gives its index. */
export function addUnit(cut: Cut, found: Omit<Unit, "occurrences">, occurrence: Occurrence): number {
  const { context, text, plain } = found;
  // A note is one line of a catalog; addresses and texts for images may have been written over several.
  const notes = found.notes.map((note) => note.trim().replaceAll(/\s+/gu, " "));
  const key = keyOf(found);
  const known = cut.index.get(key);
  const same = known === undefined ? undefined : cut.units[known];
  if (known !== undefined && same) {
    same.occurrences.push(occurrence);
    same.notes = [...new Set([...same.notes, ...notes])];
    return known;
  }
  cut.index.set(key, cut.units.length);
  cut.units.push({ context, text, plain, notes, occurrences: [occurrence] });
  return cut.units.length - 1;
}
