// Answers that are refused on arrival, whichever engine gave them: a catalog could not hold them, or no one would read them.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { newEntry } from "../catalog/entry.ts";
import { readCatalog } from "../catalog/read.ts";
import { newCatalog, writeCatalog } from "../catalog/write.ts";
import { forbiddenCharacterIn, kindOfStray, nameOf } from "../characters.ts";
import { message, type Message } from "../messages/message.ts";
import { escapeText } from "../unit-text.ts";

/** No translation is so much longer than its source; short texts get some room beside. */
const longest = { times: 10, more: 1000 };

/** Why an answer cannot be taken; undefined when nothing speaks against it. */
export function refusalOf(source: string, answer: string, markup: boolean): Message | undefined {
  if (answer.length > longest.times * source.length + longest.more)
    return message("draft.refused-long", { answer: answer.length, source: source.length });
  const stray = forbiddenCharacterIn(answer)?.name ?? (markup ? forbiddenReferenceIn(answer) : undefined);
  return stray === undefined
    ? undefined
    : message("draft.refused-character", { name: stray, kind: kindOfStray({ name: stray }) });
}

function forbiddenReferenceIn(text: string): string | undefined {
  for (const [, hexadecimal, decimal] of text.matchAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code > 0x10ffff) continue;
    const character = String.fromCodePoint(code);
    if (forbiddenCharacterIn(character)) return nameOf(character);
  }
  return undefined;
}

export const unkeepable = message("draft.refused-unkeepable");

type Kept = { context: string; text: string };

/** What every text has of which a catalog could make something else: most have none of it. */
const strange = /[#\p{C}\p{Zl}\p{Zp}]|[<>=|]{7}/u;

/** Which of these texts a catalog gives back as they were put into it: the law is that no answer makes one unreadable. */
export function keepable(texts: readonly Kept[]): boolean[] {
  const doubtful = texts.filter(({ text }) => strange.test(text));
  const all = doubtful.length === 0 || comeBack(doubtful);
  return texts.map((one) => all || !strange.test(one.text) || comeBack([one]));
}

function comeBack(texts: readonly Kept[]): boolean {
  const entries = texts.map(({ context, text }, index) => ({
    ...newEntry(context, `${index}`, []),
    translation: text,
  }));
  const { catalog } = readCatalog(writeCatalog({ ...newCatalog("en", "nb"), entries }));
  return (
    catalog?.entries.length === texts.length &&
    catalog.entries.every((entry, index) => entry.translation === texts[index]?.text)
  );
}

const ofXml: ReadonlySet<string> = new Set(["lt", "gt", "amp", "quot", "apos"]);

/** HTML has two thousand names for characters (`&nbsp;`), XML five; engines write them all the same. */
export function withoutHtmlNames(xml: string): string {
  return xml.replaceAll(/&([A-Za-z][A-Za-z\d]*);/gu, (reference, name: string) => {
    const character = ofXml.has(name) ? false : decodeNamedCharacterReference(name);
    return character === false ? reference : escapeText(character);
  });
}
