// Characters that no text may hold, wherever it comes from: pages, catalogs, termbase, settings, answers of engines.

/** A character of a text that stands where none may; offsets are UTF-16 offsets into the text. */
export type StrayCharacter = { start: number; end: number; name: string };

/** Control characters (tabs and line ends aside), noncharacters, and halves of surrogate pairs. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** The first character of a text that no text may hold. */
export function forbiddenCharacterIn(text: string): StrayCharacter | undefined {
  const found = forbidden.exec(text);
  if (!found) return undefined;
  const [character] = found;
  return { start: found.index, end: found.index + character.length, name: nameOf(character) };
}

/** A character as people look it up: `U+200B`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
