// A unit: one text of a page that is translated and approved as a whole.
import type { TracePiece } from "./trace.ts";

/** One place of the page that shows a unit: maps the plain text to the page's file. */
export type Occurrence = readonly TracePiece[];

export type Unit = {
  /** `msgctxt`: `title`, `description`, `slug`, `alt`, `link-title`, `title-attribute`, `context:KEY`, or empty. */
  context: string;
  /** `msgid`: unit text (XML) for blocks; plain text for the contexts that `isPlain` names. Never empty. */
  text: string;
  /** The text without tags; code and images are U+FFFC, a break is a newline. */
  plain: string;
  /** For the translator: what kind of text this is, what each tag stands for, what the author says. */
  notes: string[];
  occurrences: Occurrence[];
};

const plainContexts: ReadonlySet<string> = new Set([
  "title",
  "description",
  "slug",
  "alt",
  "link-title",
  "title-attribute",
]);

/** Contexts of which a page has one unit at most. */
export const singleContexts: ReadonlySet<string> = new Set(["title", "description", "slug"]);

/** The contexts that texts have of themselves, without an author's word; text of a page's body has the empty one. */
export const ownContexts: ReadonlySet<string> = new Set(["", ...plainContexts]);

/** Whether texts of this context are plain text; all others are unit text. */
export function isPlain(context: string): boolean {
  return plainContexts.has(context);
}

/** Whether there can be only one unit of this context on a page, so that it is the same unit whatever its text. */
export function isSingle(context: string): boolean {
  return singleContexts.has(context);
}

/** Identifies a unit within a page and its catalog. */
export function keyOf(unit: { context: string; text: string }): string {
  return `${unit.context}\u0004${unit.text}`;
}
