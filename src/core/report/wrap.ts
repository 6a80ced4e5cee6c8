// Lines in the width of a screen: broken at words, with what follows below where the words began.

/** Lines of a file and commands to copy stay as they are. */
const whole = /^\s*\||: malvakt /u;

/** `mute` matches what stands in a text and takes no room, as colours do. */
export function wrapped(text: string, width: number, mute: RegExp = /(?!)/gu): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width, mute))
    .join("\n");
}

function wrapLine(line: string, width: number, mute: RegExp): string {
  const roomOf = (words: string): number => roomFor(words.replaceAll(mute, ""));
  if (roomOf(line) <= width || whole.test(line.replaceAll(mute, ""))) return line;
  const hang = " ".repeat(hangOf(line.replaceAll(mute, ""), width));
  const lines: string[] = [];
  let current = "";
  for (const [, blank = "", word = ""] of line.matchAll(/( *)([^ ]+)/gu)) {
    if (current.trim() === "" || roomOf(current + blank + word) <= width) current += blank + word;
    else {
      lines.push(current);
      current = hang + word;
    }
  }
  return [...lines, current].join("\n");
}

/** Where the words of a line begin: after the first column of a table or list, or after the blanks at its start. */
function hangOf(line: string, width: number): number {
  const indent = /^ */u.exec(line)?.[0].length ?? 0;
  const column = roomFor(/^ *[^ ]+(?: [^ ]+)* {2,}(?=[^ ])/u.exec(line)?.[0] ?? "");
  return column > 0 && column <= width / 2 ? column : indent;
}

/** Marks that combine with the letter before them take no room. */
export function roomFor(text: string): number {
  return Array.from(text.replaceAll(/\p{M}/gu, "")).length;
}
