// Remembers which catalogs were checked and found clean: what has not changed is not checked again.
import type { Catalog } from "../catalog/entry.ts";
import { sha256Hex } from "../hash.ts";

export type Verdicts = {
  /** Stands for everything that a verdict rests on but the catalog: this program, its settings, the termbase. */
  rules: string;
  /** Keys of catalogs in which nothing was found. Can be lost at any time: then they are checked again. */
  clean: ReadonlySet<string>;
};

/** The key of a catalog's live entries, with everything of them that a check looks at. */
export function verdictKey(catalog: Catalog, language: string, rules: string): string {
  let text = `${rules}\n${language}`;
  for (const { obsolete, context, id, text: translation, fuzzy, previous, comments } of catalog.entries) {
    if (!obsolete)
      text += `\0${context}\0${id}\0${translation}\0${String(fuzzy)}\0${previous ?? ""}\0${comments.join("\n")}`;
  }
  return sha256Hex(text);
}
