// Where the characters of a value stand that YAML writes otherwise: with escapes, doubled quotes or over several lines.

/** A character of a value, and the range of the file that it is written as. */
type Written = { text: string; start: number; end: number };

/**
 * For each UTF-16 unit of a value, its range in what was written; undefined when the two do not fit together. A run of
 * blanks and line breaks may be another run of blanks in the value.
 */
export function alignYaml(value: string, written: string): [number, number][] | undefined {
  const characters = charactersOf(written);
  const spans: [number, number][] = [];
  for (let at = skipBlanks(characters, 0); spans.length < value.length; at++) {
    const character = characters[at];
    if (!character) return undefined;
    if (isBlank(character.text) && isBlank(value[spans.length] ?? "")) {
      const next = skipBlanks(characters, at);
      const end = characters[next - 1]?.end ?? character.end;
      while (isBlank(value[spans.length] ?? "")) spans.push([character.start, end]);
      at = next - 1;
    } else if (value.startsWith(character.text, spans.length))
      for (let unit = 0; unit < character.text.length; unit++) spans.push([character.start, character.end]);
    else return undefined;
  }
  return spans;
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]$/u.test(text);
}

function skipBlanks(characters: readonly Written[], from: number): number {
  let at = from;
  while (isBlank(characters[at]?.text ?? "")) at++;
  return at;
}

/** The characters that a scalar is written with, without its quotation marks or the sign of a block. */
function charactersOf(written: string): Written[] {
  const style = written[0];
  const first = style === '"' || style === "'" ? 1 : (/^[|>][^\n]*\n/u.exec(written)?.[0].length ?? 0);
  const length = first === 1 ? written.length - 1 : written.length;
  const characters: Written[] = [];
  for (let at = first; at < length;) {
    const found =
      style === '"' ? escapeAt(written, at) : style === "'" && written.startsWith("''", at) ? quote : undefined;
    const { text, size } = found ?? { text: written[at] ?? "", size: 1 };
    if (text !== "") characters.push({ text, start: at, end: at + size });
    at += size;
  }
  return characters;
}

const quote = { text: "'", size: 2 };

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  e: "\u001B",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00A0",
  L: "\u2028",
  P: "\u2029",
};

/** What an escape of a double-quoted text stands for; a line end that is escaped stands for nothing. */
function escapeAt(written: string, at: number): { text: string; size: number } | undefined {
  if (written[at] !== "\\") return undefined;
  const [whole, code] =
    /^\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/u
      .exec(written.slice(at, at + 10))
      ?.filter((part) => part !== undefined) ?? [];
  if (whole !== undefined && code !== undefined) {
    const point = Number.parseInt(code, 16);
    return { text: point <= 0x10ffff ? String.fromCodePoint(point) : "", size: whole.length };
  }
  const lineEnd = /^\\\r?\n[ \t]*/u.exec(written.slice(at))?.[0];
  if (lineEnd !== undefined) return { text: "", size: lineEnd.length };
  const sign = written[at + 1] ?? "";
  return { text: escapes[sign] ?? sign, size: 2 };
}
