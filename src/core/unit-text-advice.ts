// What to write for markup in a unit text that cannot be read: foreign tags, names of characters, a lone < or &.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { message, type Message } from "./messages/message.ts";

type Advice = [reason: Message, expected: string[]];

/** The character that a sign which XML cannot read was meant for: HTML has names for more of them than XML. */
export function signMeant(sign: string, next: string): string | undefined {
  if (sign === "&") return sign;
  // A < before a letter may begin anything.
  if (sign === "<") return /[\p{L}!?/]/u.test(next) ? undefined : sign;
  return decodeNamedCharacterReference(sign.slice(1, -1)) || undefined;
}

export function adviceOnSign(sign: string, after: string, meant: string | undefined): Advice {
  if (sign === "&") {
    const name = /^[A-Za-z]{3,}/u.exec(after)?.[0];
    const isCut = after.startsWith("#") || (name !== undefined && decodeNamedCharacterReference(name) !== false);
    return [message("tag.ampersand"), isCut ? [] : ["&amp;"]];
  }
  if (sign === "<") return [message("tag.less-than"), meant === undefined ? [] : ["&lt;"]];
  if (meant === undefined) return [message("tag.unknown-character", { sign }), []];
  return [message("tag.html-character", { sign }), [inXml(meant)]];
}

/** A character as it can be seen in a catalog. */
function inXml(characters: string): string {
  if (characters === "&") return "&amp;";
  if (characters === "<") return "&lt;";
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(characters)) return characters;
  return Array.from(characters, (sign) => `&#${sign.codePointAt(0)};`).join("");
}

/** A tag with attributes or in capitals; `bare` is how it is written, if it can be a tag at all. */
export function adviceOnTag(name: string, bare: string | undefined): Advice {
  return [message("tag.foreign", { name }), bare === undefined ? [] : [bare]];
}

export function unclosedTag(name: string): Advice {
  return /^(?:br|img)\d*$/u.test(name)
    ? [message("tag.not-empty", { name }), [`<${name}/>`]]
    : [message("tag.unclosed", { name }), []];
}
