// Notes for translators: what kind of text a unit is, and what each of its tags stands for.
import type { Element, Root } from "hast";
import { isFootnoteMark } from "./footnotes.ts";
import { isPlain } from "./unit.ts";

const kinds: Record<string, string> = {
  p: "Paragraph",
  li: "List item",
  th: "Table heading",
  td: "Table cell",
  blockquote: "Quotation",
};

/** What the block that holds a text is. */
export function describeBlock(block: Root | Element): string {
  if (block.type === "root") return "Text";
  const level = /^h([1-6])$/u.exec(block.tagName)?.[1];
  return level ? `Heading, level ${level}` : (kinds[block.tagName] ?? "Text");
}

/** What a text is in its page: told by its context and by its first note, in a catalog as in the page itself. */
export function textRole(
  context: string,
  [kind = ""]: readonly string[],
): { kind: "heading"; level: number } | { kind: "member" } | { kind: "text" } | { kind: "apart" } {
  if (isPlain(context)) return { kind: "apart" };
  const level = /^Heading, level ([1-6])$/u.exec(kind)?.[1];
  if (level !== undefined) return { kind: "heading", level: Number(level) };
  return { kind: ["List item", "Table heading", "Table cell"].includes(kind) ? "member" : "text" };
}

/** What a tag stands for; nothing for those that explain themselves. */
export function describeTag(name: string, element: Element): string | undefined {
  const { href, src, alt } = element.properties;
  switch (element.tagName) {
    case "a":
      if (isFootnoteMark(element)) return `<${name}/>: mark of a footnote`;
      return `<${name}>: link to ${String(href ?? "nowhere")}`;
    case "img":
      return `<${name}/>: image ${String(src ?? "")}${alt ? ` (${String(alt)})` : ""}`;
    case "sup":
      return isFootnoteMark(element) ? `<${name}/>: mark of a footnote` : undefined;
    case "code":
      return `<${name}>: code, the same in every language`;
    case "br":
      return `<${name}/>: line break`;
    case "em":
      return `<${name}>: emphasis`;
    case "strong":
      return `<${name}>: strong emphasis`;
    case "del":
      return `<${name}>: struck out`;
    default:
      return undefined;
  }
}
