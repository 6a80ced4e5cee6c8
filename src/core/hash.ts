// Hashes, the same on every machine.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text's UTF-8, in hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of draft and approval lines: 12 hex digits of SHA-256 over the parts joined by U+0004. */
export function shortHash(...parts: string[]): string {
  return sha256Hex(parts.join("\u0004")).slice(0, 12);
}
