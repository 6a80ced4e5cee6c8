// A small site in values: pages by their ids, and catalogs in which every text is approved.
import { build, type Build } from "../src/core/malvakt.ts";
import { readPage } from "../src/core/page/page.ts";
import { readSettings, type Settings } from "../src/core/settings.ts";
import { readTermbase } from "../src/core/terms/read.ts";
import { termsOf } from "../src/core/terms/terms.ts";
import { approvedEntry, catalogText } from "./catalog-by-hand.ts";
import { readingsOf } from "./read-once.ts";

export type SmallSite = {
  settings: Settings;
  /** Markdown by page id. */
  pages: ReadonlyMap<string, string>;
  /** PO text by language, then page id. */
  catalogs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  termbase?: string;
};

export function settingsOf(text: string): Settings {
  const { settings, mistakes } = readSettings(
    `source: nb\nseverity: { untranslated: off, length: off, term-missing: off, quotes: off }\n${text}`,
  );
  if (!settings) throw new Error(`The settings of this test are wrong: ${JSON.stringify(mistakes)}`);
  return settings;
}

/** A catalog in which Kari Nordmann has approved every text: `translate` gives it from the source's. */
export function approvedCatalog(
  page: string,
  language: string,
  translate: (text: string, context: string) => string = (text, context) =>
    context === "slug" ? `${text}-${language}` : `${language} ${text}`,
): string {
  const units = readPage(page, "x").page?.units ?? [];
  return catalogText(
    language,
    units.map(({ context, text }) =>
      approvedEntry({ context, id: text, text: translate(text, context ?? "") }, language),
    ),
  );
}

/** Builds a site onto what an earlier build left, as files by path. */
export function buildSmall(
  { settings, pages, catalogs, termbase }: SmallSite,
  dist: ReadonlyMap<string, string> = new Map(),
  allowWithdraw = true,
): Build {
  const files = <Text extends string>(texts: ReadonlyMap<string, Text>, path: (id: string) => string) =>
    new Map([...texts].map(([id, text]) => [id, { path: path(id), text }] as const));
  const markdown = files(pages, (id) => `content/nb/${id}.md`);
  const terms = termbase === undefined ? undefined : readTermbase(termbase).termbase;
  return build(
    {
      settings,
      terms: terms && termsOf(terms),
      pages: markdown,
      catalogs: new Map(
        [...catalogs].map(([language, texts]) => [language, files(texts, (id) => `content/${language}/${id}.po`)]),
      ),
    },
    dist,
    { allowWithdraw },
    readingsOf(markdown),
  );
}

/** A site whose pages are approved in all these languages. */
export function approvedSite(settings: Settings, pages: Readonly<Record<string, string>>): SmallSite {
  return {
    settings,
    pages: new Map(Object.entries(pages)),
    catalogs: new Map(
      Object.keys(settings.languages).map((language) => [
        language,
        new Map(Object.entries(pages).map(([id, text]) => [id, approvedCatalog(text, language)])),
      ]),
    ),
  };
}
