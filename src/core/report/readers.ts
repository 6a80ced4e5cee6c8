// What the readers of each language get of a page now, a line for each page.
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import type { Reader } from "../publish/reader.ts";
import type { SiteRow } from "./site.ts";
import { inColumns, lineOf } from "./table.ts";
import { visible } from "./visible.ts";

/** Pages with what is read in which languages: `hofte  own text: nb, en; nothing: de`. */
export function readerLines(rows: readonly Pick<SiteRow, "page" | "language" | "reader">[], locale: Locale): string[] {
  const pages = new Map<string, Map<string, string[]>>();
  for (const { page, language, reader } of rows) {
    const own = pages.get(page) ?? new Map<string, string[]>();
    pages.set(page, own);
    const what = visible(sentence(readerMessage(reader), locale));
    own.set(what, [...(own.get(what) ?? []), language]);
  }
  const cells = [...pages].map(([page, own]) => [
    `  ${visible(page)}`,
    [...own].map(([what, languages]) => `${what}: ${languages.join(", ")}`).join("; "),
  ]);
  return inColumns(cells, ["left", "left"]).map(lineOf);
}

/** What a reader gets, in words. */
export function readerMessage(reader: Reader): Message {
  if (reader.gets === "own") return message("reader.own");
  if (reader.gets === "source") return message("reader.source", { language: reader.language });
  if (reader.gets === "nothing") return message("reader.nothing");
  return reader.since === undefined ? message("reader.earlier") : message("reader.stale", { date: reader.since });
}
