// Remembers which pages and catalogs were checked and found clean: what has not changed is not checked again.
import type { Catalog } from "../catalog/entry.ts";
import { sha256Hex } from "../hash.ts";
import type { Page } from "../page/page.ts";
import type { Site } from "./page.ts";

export type Verdicts = {
  /** Stands for everything that a verdict rests on but the text: this program, its settings, the termbase. */
  rules: string;
  /** Keys of pages and catalogs in which nothing was found. Can be lost at any time: then they are checked again. */
  clean: ReadonlySet<string>;
};

/** The key of a page: its text, and the headings of the pages that it links to. */
export function pageKey({ id, source, links }: Page, site: Site, rules: string): string {
  const targets = links.map(({ page }) => `${page}\0${[...(site.get(page) ?? ["\0"])].join("\0")}`);
  return sha256Hex([rules, id, source, ...targets].join("\n"));
}

/** The key of a catalog's live entries, with everything of them that a check looks at. */
export function catalogKey(catalog: Catalog, language: string, rules: string): string {
  let text = `${rules}\n${language}`;
  for (const { obsolete, context, id, text: translation, fuzzy, previous, comments } of catalog.entries) {
    if (!obsolete)
      text += `\0${context}\0${id}\0${translation}\0${String(fuzzy)}\0${previous ?? ""}\0${comments.join("\n")}`;
  }
  return sha256Hex(text);
}
