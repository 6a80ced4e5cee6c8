// Character references that stand for what no text may hold: a parser hands some of them on, and hides others.
import type { Nodes as HtmlNodes } from "hast";
import type { Nodes as MarkdownNodes } from "mdast";
import { forbiddenCharacterIn, kindOfStray, nameOf, type StrayCharacter } from "../characters.ts";
import { message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";

/** Where and why a character may not stand in a file; `written` is the reference that stands for it. */
export function strayMistake(stray: StrayCharacter, written?: string): Mistake {
  const { start, end, name } = stray;
  const kind = kindOfStray(stray);
  const reason =
    written === undefined
      ? message("character.forbidden", { name, kind })
      : message("character.written", { written, name, kind });
  return { start, end, reason, expected: [""] };
}

/** References in a Markdown tree, raw HTML aside. */
export function strayInMarkdown(tree: MarkdownNodes, source: string): Mistake[] {
  const found = new Map<number, Mistake>();
  const visit = (node: MarkdownNodes): void => {
    if (node.type !== "html" && node.type !== "inlineCode") {
      const { value, url, title, alt, lang, meta } = { ...node } as Record<string, unknown>;
      const decoded = node.type === "code" ? [lang, meta] : [value, url, title, alt];
      if (decoded.some(isSuspicious))
        referencesIn(source, node, /(?<!(?<!\\)(?:\\\\)*\\)&#(?:(\d{1,7})|x([\da-f]{1,6}));/giu, found);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return [...found.values()];
}

/** References in a tree whose raw HTML has been read: HTML takes them without an end, and of any length. */
export function strayInHtml(tree: HtmlNodes, source: string): Mistake[] {
  const found = new Map<number, Mistake>();
  const visit = (node: HtmlNodes): void => {
    const decoded =
      node.type === "text" ? [node.value] : node.type === "element" ? Object.values(node.properties).flat() : [];
    if (decoded.some(isSuspicious)) {
      referencesIn(source, node, /&#(?:(\d+)|x([\da-f]+));?/giu, found);
      const stray = decoded.map((value) => forbiddenCharacterIn(String(value))).find((one) => one !== undefined);
      const start = node.position?.start.offset ?? 0;
      if (stray && found.size === 0) found.set(start, strayMistake({ ...stray, start, end: start + 1 }));
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  return [...found.values()];
}

/** Parsers write U+FFFD for some of what they do not want to decode. */
function isSuspicious(value: unknown): boolean {
  return typeof value === "string" && (value.includes("\uFFFD") || forbiddenCharacterIn(value) !== undefined);
}

function referencesIn(
  source: string,
  { position }: HtmlNodes | MarkdownNodes,
  reference: RegExp,
  found: Map<number, Mistake>,
): void {
  const from = position?.start.offset ?? 0;
  for (const match of source.slice(from, position?.end.offset ?? source.length).matchAll(reference)) {
    const [written, decimal, hexadecimal = ""] = match;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number.parseInt(decimal, 10);
    const start = from + match.index;
    const end = start + written.length;
    // These become U+FFFD, which readers see.
    if (code === 0 || code > 0x10ffff) continue;
    const character = String.fromCodePoint(code);
    if (forbiddenCharacterIn(character))
      found.set(start, strayMistake({ start, end, name: nameOf(character) }, written));
  }
}
