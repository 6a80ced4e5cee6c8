// XML from others, read strictly and safely: no DOCTYPE, so no entities but XML's own five; a limit on size and depth.
import { SaxesParser } from "saxes";
import { message, type Message } from "./messages/message.ts";
import type { Mistake } from "./mistake.ts";

export type XmlElement = {
  /** Local name. */
  name: string;
  namespace: string;
  /** By the name as it is written, prefix included. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** Range of the start tag in the text, in UTF-16 units. */
  start: number;
  end: number;
};

/** A termbase of a hundred thousand terms has about this size. */
const longest = 50_000_000;

/** Each takes some hundred bytes of memory, and stands for four in the file. */
const mostElements = 1_000_000;

/** Most elements have no attributes, and share this. */
const noAttributes: ReadonlyMap<string, string> = new Map();

/** No format that is read here nests its elements half as deep. */
const deepest = 50;

/** Reads an XML text; with a mistake there is no root. The text is UTF-8 already, and may begin with a byte order mark. */
export function readXml(text: string): { root: XmlElement | undefined; mistakes: Mistake[] } {
  const refused = refuse(text);
  if (refused) return { root: undefined, mistakes: [refused] };
  const source = text.replace(/^\uFEFF/u, " ").replace(/^ (?=<\?xml)/u, "");
  const shift = text.length - source.length;
  const mistakes: Mistake[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const fail = (start: number, end: number, reason: Message): void => {
    mistakes.push({ start: shift + start, end: shift + end, reason, expected: [] });
  };
  parser.on("error", (error) => {
    const at = Math.max(0, parser.position - 1);
    fail(at, at + 1, message("xml.syntax", { problem: error.message.replace(/\.$/u, "") }));
  });
  parser.on("opentag", (tag) => {
    if (mistakes.length > 0) return;
    const end = parser.position;
    const start = source.lastIndexOf("<", end - 1);
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(Object.values(tag.attributes)),
      children: [],
      start: shift + start,
      end: shift + end,
    };
    if (++count > mostElements) fail(start, end, message("xml.elements", { most: mostElements }));
    if (open.length >= deepest) fail(start, end, message("xml.depth", { most: deepest }));
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const addText = (value: string): void => void open.at(-1)?.children.push(value);
  parser.on("text", addText);
  parser.on("cdata", addText);
  for (let at = 0; at < source.length && mistakes.length === 0; at += chunkLength)
    parser.write(source.slice(at, at + chunkLength));
  if (mistakes.length === 0) parser.close();
  const first = mistakes.slice(0, 1);
  return { root: first.length > 0 ? undefined : root, mistakes: first };
}

function attributesOf(attributes: readonly { name: string; value: string }[]): ReadonlyMap<string, string> {
  return attributes.length === 0 ? noAttributes : new Map(attributes.map(({ name, value }) => [name, value]));
}

/** Text is given in pieces, so that reading stops soon after the first mistake. */
const chunkLength = 65_536;

const named = /<!DOCTYPE\s+martif(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:"[^"<>]*"|'[^'<>]*')){1,2})?\s*>/u;

function refuse(text: string): Mistake | undefined {
  if (text.length > longest) {
    return { start: 0, end: 1, reason: message("xml.size", { most: longest }), expected: [] };
  }
  // TBX of version 2 names its DTD, which is never read; what declares nothing itself does no harm.
  const body = text.replace(named, (whole) => " ".repeat(whole.length));
  const doctype = /<!(?:DOCTYPE|ENTITY)/iu.exec(body);
  if (doctype) {
    const reason = message("xml.doctype");
    return { start: doctype.index, end: doctype.index + doctype[0].length, reason, expected: [] };
  }
  const encoding = /^\uFEFF?<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})["']/u.exec(text);
  if (encoding && !/^(?:utf-?8|us-ascii|ascii)$/iu.test(encoding[1] ?? "")) {
    const reason = message("xml.encoding", { encoding: encoding[1] ?? "" });
    return { start: encoding.index, end: encoding.index + encoding[0].length, reason, expected: ["UTF-8"] };
  }
  return undefined;
}

/** Child elements, in order. */
export function elementsIn(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (names.length === 0 || names.includes(child.name)),
  );
}

/** All text in an element, that of the elements within included. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** Escapes a text for XML; a lone carriage return would come back as a line feed. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** The first character of a text that XML 1.0 cannot hold, not even escaped. */
export function unwritableIn(text: string): string | undefined {
  const found = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text)?.[0];
  return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
