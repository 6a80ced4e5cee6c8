// The template of a page: everything that is not a unit's text, in the order of the page.
import type { LinkTarget } from "./links.ts";
import type { AlertKind } from "../language/language.ts";

/** A gap in a template. Links and generated labels differ per language; texts come from its catalog. */
export type Slot =
  | { kind: "unit"; unit: number; tags: Tags }
  | { kind: "attribute"; unit: number }
  | { kind: "link"; link: PageLink }
  | { kind: "file"; file: FileAddress }
  | { kind: "picture"; file: FileAddress }
  | { kind: "footnotes" }
  | { kind: "alert"; alert: AlertKind }
  | { kind: "back-to-reference"; reference: string };

/** HTML as it is, or a gap. */
export type Part = string | Slot;

/** How each tag of one occurrence of a unit is written in HTML. */
export type Tags = Readonly<Record<string, Tag>>;
export type Tag = { open: readonly Part[]; close: string };

/**
 * An address along a path, as it was written. `alt` is the unit that says what a picture shows; one that no text
 * describes has none. A slot of the kind `picture` stands at the end of its tag, for what is known of the picture.
 */
export type FileAddress = { href: string; alt?: number };

/** A link to one of the site's own pages, with the address as it was written. `fragment` has no `#` and may be empty. */
export type PageLink = LinkTarget & { href: string; start: number; end: number };

/** Escapes text content as rehype-stringify does. */
export function escapeContent(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}

/** Escapes the text of a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll('"', "&#x22;");
}

/** Escapes the text of a double-quoted attribute as rehype-stringify does, which is careful with other quotes as well. */
export function escapeValue(text: string): string {
  return text.replaceAll(/[&"'`]/gu, (mark) => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`);
}

/** The same parts with neighbouring strings made one. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  return joined;
}
