// What a translator sees of a unit text: plain characters instead of escaped ones, and where the tags stand among them.

/** A tag, or what else may not become plain text; UTF-16 offsets into the shown text. */
export type Tag = { from: number; to: number };
export type ShownText = { text: string; tags: readonly Tag[] };

const signs: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
};
const token = /<\/?[A-Za-z][\w-]*[^<>]*>|&(?:#x[\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z\d]*);|<(?=[\p{L}!?/])/gu;
const forbidden = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/**
 * Reads a unit text as it is stored. What is no tag and no character that XML knows (`<a href="x">`, `&nbsp;`, a cut
 * `<a`) stays as it is and counts as a tag, so that writing it again does not make a mistake into text for patients.
 */
export function readShown(stored: string): ShownText {
  const tags: Tag[] = [];
  let text = "";
  let read = 0;
  for (const match of stored.matchAll(token)) {
    const [whole] = match;
    text += stored.slice(read, match.index).replaceAll(/\r\n?/gu, "\n");
    read = match.index + whole.length;
    const character = whole.startsWith("&") ? characterOf(whole) : undefined;
    if (character === undefined) tags.push({ from: text.length, to: text.length + whole.length });
    text += character ?? whole;
  }
  return { text: text + stored.slice(read).replaceAll(/\r\n?/gu, "\n"), tags };
}

function characterOf(reference: string): string | undefined {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/iu.exec(reference) ?? [];
  if (hexadecimal === undefined && decimal === undefined)
    return Object.hasOwn(signs, reference) ? signs[reference] : undefined;
  const code = Number.parseInt(hexadecimal ?? decimal ?? "", hexadecimal === undefined ? 10 : 16);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  // A line end written as a number would be lost among those of the text.
  return character === "\r" || withoutForbidden(character) === "" ? undefined : character;
}

/** The text to store: `readShown` gives it back as it is shown. */
export function writeShown({ text, tags }: ShownText): string {
  let stored = "";
  let written = 0;
  for (const { from, to } of tags) {
    stored += escaped(text.slice(written, from)) + text.slice(from, to);
    written = to;
  }
  return stored + escaped(text.slice(written));
}

/** As the core escapes: `]]>` may not stand in XML, though a lone `>` may. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");
}

/** A text without the characters that no unit text may hold. */
export function withoutForbidden(text: string): string {
  return text.replaceAll(forbidden, "");
}

/** What a tag is: `<a>`, `</a>`, `<br/>`, or something that is none. */
export function readTag(written: string): { name: string; kind: "open" | "close" | "empty" } | undefined {
  const [, closing, name, empty] = /^<(\/?)([a-z]+\d*)\s*(\/?)>$/u.exec(written) ?? [];
  if (name === undefined || (closing && empty)) return undefined;
  return { name, kind: closing ? "close" : empty ? "empty" : "open" };
}

/** For each tag the index of the one that it opens or closes: its own for `<br/>`, undefined for one that stands alone. */
export function pairsOf({ text, tags }: ShownText): (number | undefined)[] {
  const pairs: (number | undefined)[] = tags.map(() => undefined);
  const open: { name: string; index: number }[] = [];
  for (const [index, { from, to }] of tags.entries()) {
    const tag = readTag(text.slice(from, to));
    if (tag?.kind === "empty") pairs[index] = index;
    if (tag?.kind === "open") open.push({ name: tag.name, index });
    const last = open.at(-1);
    if (tag?.kind !== "close" || last?.name !== tag.name) continue;
    open.pop();
    pairs[index] = last.index;
    pairs[last.index] = index;
  }
  return pairs;
}
