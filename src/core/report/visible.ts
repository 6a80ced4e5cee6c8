// Someone's text on a screen or in a log: what moves a cursor, turns text round or is not shown stands there as an escape.

const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** A text for one line: line ends are escaped as well, so that it cannot begin a line of its own. */
export function visible(text: string): string {
  return visibleLines(text.replaceAll("\n", String.raw`\u000a`));
}

/** A text of several lines. The escapes are those of JSON, which stays the same JSON. */
export function visibleLines(text: string): string {
  return text.replaceAll(unseen, (character) =>
    character === "\n" ? character : character === "\t" ? " " : escapesOf(character),
  );
}

function escapesOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
}

/** An XML text with the same characters as references, and without commands for a log: it says the same. */
export function visibleXml(text: string): string {
  return text
    .replaceAll(unseen, (character) =>
      character === "\n" ? character : `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
    )
    .replaceAll("##[", "##&#x5B;")
    .replaceAll(/^(\s*):(?=:)/gmu, "$1&#x3A;");
}

/**
 * Lines that no log takes for a command: GitHub Actions obeys a line that begins with `::`, and `##[` anywhere in one.
 * `lead` is what may stand before, as colours do.
 */
export function withoutCommands(text: string, lead: string): string {
  return withoutOldCommands(text.replaceAll(new RegExp(`^((?:\\s|${lead})*):(?=:)`, "gmu"), String.raw`$1\u003a`));
}

/** The same where a line is a command of our own. */
export function withoutOldCommands(text: string): string {
  return text.replaceAll("##[", String.raw`##\u005b`);
}

/** A word as a shell takes it, for commands that a report proposes. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}\p{M}_./][\p{L}\p{N}\p{M}_./-]*$/u.test(text)
    ? text
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
