// Hashes, the same on every machine. The one thing of Node that the core uses: it touches nothing of the world.
import { hash } from "node:crypto";

/** SHA-256 of a text's UTF-8, in hex. */
export function sha256Hex(text: string): string {
  return hash("sha256", text, "hex");
}

/** SHA-256 of bytes, in hex. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** SHA-256 over a list of texts, each with its length, so that no two lists are alike. */
export function hashOfAll(texts: readonly string[]): string {
  return sha256Hex(texts.map((text) => `${text.length}:${text}`).join(""));
}

/** The hash of drafts, approvals and waivers: 32 hex digits of SHA-256 over the parts joined by U+0004. */
export function textHash(...parts: string[]): string {
  return sha256Hex(parts.join("\u0004")).slice(0, 32);
}

/** A short hash for names of findings, and of lines that earlier versions wrote: 12 hex digits. It can be forged. */
export function shortHash(...parts: string[]): string {
  return sha256Hex(parts.join("\u0004")).slice(0, 12);
}

/** The bytes of a hash in hex as Base64, as `integrity` attributes have it. */
export function base64OfHex(hex: string): string {
  return btoa(String.fromCharCode(...(hex.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16))));
}
