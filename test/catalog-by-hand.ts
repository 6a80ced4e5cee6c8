// Writes catalogs for tests without the product's own writer or hashes: what a person and an approval leave in a file.
import { createHash } from "node:crypto";

/** A PO string literal. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/\\u([\da-f]{4})/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** The first 32 hex digits of SHA-256 over the parts joined by U+0004: language, context, source, and translation. */
export function hashOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\u0004"), "utf8").digest("hex").slice(0, 32);
}

export type Pair = { context?: string; id: string; text: string };

/** An entry that Kari Nordmann has approved. */
export function approvedEntry({ context = "", id, text }: Pair, language = "en"): string {
  return `# approved: 2026-11-02 ${hashOf(language, context, id, text)} Kari Nordmann\n${plainEntry({ context, id, text })}`;
}

/** An entry that nobody has signed. */
export function plainEntry({ context = "", id, text }: Pair): string {
  return `${context === "" ? "" : `msgctxt ${quoted(context)}\n`}msgid ${quoted(id)}\nmsgstr ${quoted(text)}\n`;
}

/** A whole catalog. */
export function catalogText(language: string, entries: readonly string[]): string {
  const header = `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n`;
  return [header, ...entries].join("\n");
}

/** Every entry of a catalog whose texts are not folded, read by plain search: obsolete ones too. */
export function entriesIn(catalog: string): (Required<Pair> & { lines: string; obsolete: boolean })[] {
  const unquoted = (literal: string | undefined): string =>
    literal === undefined ? "" : (JSON.parse(literal) as string);
  return catalog
    .split(/\n{2,}/u)
    .filter((lines) => !/^(#~ )?msgid ""$/mu.test(lines))
    .flatMap((lines) => {
      const field = (name: string): string | undefined => new RegExp(`^(?:#~ )?${name} (".*")$`, "mu").exec(lines)?.[1];
      if (field("msgid") === undefined) return [];
      return [
        {
          context: unquoted(field("msgctxt")),
          id: unquoted(field("msgid")),
          text: unquoted(field("msgstr")),
          lines,
          obsolete: /^#~ msgid/mu.test(lines),
        },
      ];
    });
}
