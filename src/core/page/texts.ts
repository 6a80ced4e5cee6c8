// The text of inline content: as unit text for people to translate, and as plain text for rules to read.
import type { ElementContent } from "hast";
import { escapeText, standIn } from "../unit-text.ts";
import { isFootnoteMark } from "./footnotes.ts";
import type { NamedTags } from "./cut.ts";
import { softBreak, type PlacedText } from "./trace.ts";

/** Whether there is anything to translate in it: a letter or a digit. */
export function hasLetters(node: ElementContent): boolean {
  if (node.type === "text") return /[\p{L}\p{N}]/u.test(node.value);
  return node.type === "element" && !isFootnoteMark(node) && node.children.some(hasLetters);
}

/** A text with its soft breaks as single spaces. */
export function softened(text: string): string {
  return text.replaceAll(softBreak, " ");
}

/** Inline content as unit text. */
export function unitTextOf(nodes: readonly ElementContent[], tags: NamedTags): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return escapeText(softened(node.value));
      if (node.type !== "element") return "";
      const name = tags.get(node)?.name ?? node.tagName;
      if (node.children.length === 0 || isFootnoteMark(node)) return `<${name}/>`;
      return `<${name}>${unitTextOf(node.children, tags)}</${name}>`;
    })
    .join("");
}

/** Inline content as plain text, with where each stretch of it came from. */
export function plainTextOf(
  nodes: readonly ElementContent[],
  traced: PlacedText = { plain: "", pieces: [] },
): PlacedText {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const at = traced.plain.length;
    if (node.type === "text") {
      const text = softened(node.value);
      traced.pieces.push({ at, length: text.length, start, end, ...(node.position ? { raw: node.value } : undefined) });
      traced.plain += text;
    } else if (node.type === "element") {
      const replacement = standIn(node.tagName);
      if (replacement === undefined) {
        if (!isFootnoteMark(node)) plainTextOf(node.children, traced);
      } else {
        traced.pieces.push({ at, length: replacement.length, start, end });
        traced.plain += replacement;
      }
    }
  }
  return traced;
}

/** Takes the blanks around a text off, and keeps what is left pointing at the same places. */
export function trimPieces({ plain, pieces }: PlacedText, leading: number, trailing: number): PlacedText {
  // A copy has no room to spare, which the list that grew has: there are as many of these as texts.
  if (leading === 0 && trailing === 0) return { plain, pieces: [...pieces] };
  const length = plain.length - leading - trailing;
  const trimmed = pieces.flatMap((piece) => {
    const skip = Math.max(0, leading - piece.at);
    const at = Math.max(0, piece.at - leading);
    const rest = Math.min(piece.length - skip, length - at);
    return rest > 0 ? [{ ...piece, at, length: rest, ...(piece.raw === undefined ? undefined : { skip }) }] : [];
  });
  return { plain: plain.slice(leading, leading + length), pieces: trimmed };
}
