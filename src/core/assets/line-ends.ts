// Files of authors that are text: git may give them other line ends in each clone, and they are the same files all the same.
import { endingOf } from "../layout.ts";

/** Kinds whose readers take either line end. In calendars and cards (`.ics`, `.vcf`) it must be CRLF: they stay as they are. */
const textEndings: readonly string[] = [".svg", ".txt", ".csv", ".vtt"];

const [carriageReturn, lineFeed] = [0x0d, 0x0a];

/** The bytes of a file as they are published: of a text with LF, so that all clones publish the same. */
export function withLfBytes<Bytes extends Uint8Array>(path: string, bytes: Bytes): Bytes | Uint8Array {
  // A text with zeros in it is of two bytes a letter.
  if (endingOf(path, textEndings) === undefined || !bytes.includes(carriageReturn) || bytes.includes(0)) return bytes;
  return bytes.filter((byte, at) => byte !== carriageReturn || bytes[at + 1] !== lineFeed);
}
