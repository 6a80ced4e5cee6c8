// The HTML that pages are filled with, as tags and texts in a row: what publishing adds is put between them.
import { escapeValue } from "../page/template.ts";

/** A tag or a text, as it is written. */
export type Piece = { kind: "open" | "close"; name: string; html: string } | { kind: "text"; html: string };

/** As rehype-stringify writes: values in double quotes, names in small letters. Whatever else there is stays as text. */
const pieces = /<(\/?)([a-z][a-z\d]*)((?:\s[^\s=>"]+(?:="[^"]*")?)*)>|[^<]+|</gu;
const attributes = /\s([^\s=>"]+)(?:="([^"]*)")?/gu;
const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "input"]);

/** Law: the pieces, joined, are the HTML. */
export function readMarkup(html: string): Piece[] {
  return [...html.matchAll(pieces)].map(([whole, closing, name]) =>
    name === undefined ? { kind: "text", html: whole } : { kind: closing === "" ? "open" : "close", name, html: whole },
  );
}

export function writeMarkup(markup: readonly Piece[]): string {
  return markup.map(({ html }) => html).join("");
}

/** The value of an attribute of an opening tag; undefined where it has none. */
export function attributeOf({ html }: Piece, name: string): string | undefined {
  for (const [, found, value = ""] of html.matchAll(attributes)) if (found === name) return decoded(value);
  return undefined;
}

/** The same opening tag with one more attribute at its end. */
export function withAttribute<Tag extends Piece>(tag: Tag, name: string, value: string): Tag {
  return { ...tag, html: `${tag.html.slice(0, -1)} ${name}="${escapeValue(value)}">` };
}

/** The same opening tag without an attribute. */
export function withoutAttribute<Tag extends Piece>(tag: Tag, name: string): Tag {
  return { ...tag, html: tag.html.replaceAll(attributes, (whole, found) => (found === name ? "" : whole)) };
}

/** A text as it is read. All that is escaped is written as a number. */
export function decoded(html: string): string {
  return html.includes("&")
    ? html.replaceAll(/&#x([\dA-F]+);/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : html;
}

/** The words between two places of a markup, on one line; marks of footnotes are none. */
export function wordsBetween(markup: readonly Piece[], start: number, end: number): string {
  let words = "";
  let mark = 0;
  for (const piece of markup.slice(start, end)) {
    if (piece.kind === "text") words += mark > 0 ? "" : decoded(piece.html);
    else if (piece.name === "br") words += " ";
    else if (mark > 0 && piece.name === "a") mark += piece.kind === "open" ? 1 : -1;
    else if (isFootnoteMark(piece)) mark = 1;
  }
  return words.replaceAll(/\s+/gu, " ").trim();
}

/** Whether a piece begins the mark of a footnote. */
export function isFootnoteMark(piece: Piece): boolean {
  return piece.kind === "open" && piece.name === "a" && attributeOf(piece, "data-footnote-ref") !== undefined;
}

/** The place of the tag that ends the element opened at a place; the end of all where it is never closed. */
export function endOf(markup: readonly Piece[], start: number): number {
  let depth = 0;
  for (let at = start; at < markup.length; at += 1) {
    const piece = markup[at];
    if (!piece || piece.kind === "text" || voidElements.has(piece.name)) continue;
    depth += piece.kind === "open" ? 1 : -1;
    if (depth === 0) return at;
  }
  return markup.length;
}

/** The elements that are open around a place, from the inside out. */
export type Around = { tag: Piece; above: Around } | undefined;

/** What is open around each piece; an element is not around its own tags. */
export function aroundEach(markup: readonly Piece[]): Around[] {
  let around: Around;
  return markup.map((piece) => {
    if (piece.kind === "close") around = around?.above;
    const here = around;
    if (piece.kind === "open" && !voidElements.has(piece.name)) around = { tag: piece, above: around };
    return here;
  });
}

export function isWithin(around: Around, names: ReadonlySet<string>): boolean {
  for (let one = around; one; one = one.above) if (one.tag.kind !== "text" && names.has(one.tag.name)) return true;
  return false;
}

/** The nearest value of an attribute that elements hand down, such as `lang`. */
export function nearest(around: Around, attribute: string): string | undefined {
  for (let one = around; one; one = one.above) {
    const value = attributeOf(one.tag, attribute);
    if (value !== undefined) return value;
  }
  return undefined;
}
