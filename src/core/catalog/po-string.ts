// The quoted strings of PO files: reading and writing undo each other.
import { forbiddenCharacterIn, kindOfStray, nameOf } from "../characters.ts";
import { detached } from "../detached.ts";
import { message, type Message } from "../messages/message.ts";

/** Told of a mistake at a place of the file. */
type Fail = (start: number, length: number, reason: Message, expected: string[]) => void;

const characterOf: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
};

/** Reads a quoted string; `at` is the offset of its opening quote. */
export function readQuoted(quoted: string, at: number, fail: Fail): string {
  // Most texts have nothing to unescape; put together letter by letter they would take ten times the memory.
  if (/^"[^"\\\p{Cc}]*"$/u.test(quoted)) return detached(quoted.slice(1, -1));
  let value = "";
  let index = 1;
  for (;;) {
    const char = quoted[index];
    if (char === undefined) {
      fail(at, quoted.length, message("catalog.unclosed"), ['"']);
      return value;
    }
    if (char === '"') break;
    if (char === "\\") {
      const escape = characterOf[quoted[index + 1] ?? ""];
      if (escape === undefined) fail(at + index, 2, message("catalog.escape"), ['\\"', "\\\\", "\\n", "\\t"]);
      else if (forbiddenCharacterIn(escape))
        fail(at + index, 2, forbiddenEscape(quoted.slice(index, index + 2), nameOf(escape)), []);
      value += escape ?? "";
      index += 2;
    } else {
      value += char;
      index++;
    }
  }
  if (index < quoted.length - 1)
    fail(at + index + 1, quoted.length - index - 1, message("catalog.after-quote"), ['\\"']);
  return value;
}

function forbiddenEscape(written: string, name: string): Message {
  return message("character.written", { written, name, kind: kindOfStray({ name }) });
}

const escapeOf: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};

/** A text as a PO string, on one line. */
export function writeQuoted(text: string): string {
  return `"${text.replaceAll(/["\\]|\p{Cc}/gu, (char) => escapeOf[char] ?? char)}"`;
}
