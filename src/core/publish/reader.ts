// What a reader gets of a page now, as it stands on the site: whatever the next build would publish.
import type { DecidedPage } from "./decide.ts";
import type { Standing } from "./standing.ts";

/** In the reader's language the newest text or an earlier one; else the source's text with a note, or nothing. */
export type Reader =
  | { gets: "own" }
  /** `since` is the date of that text: its latest approval, or the source page's own; unknown where there is none. */
  | { gets: "stale"; since: string | undefined }
  | { gets: "source"; language: string }
  | { gets: "nothing" };

/** `standing` has what is published of each page by language. */
export function readerOf(
  { id, plan }: DecidedPage,
  language: string,
  standing: ReadonlyMap<string, ReadonlyMap<string, Standing>>,
  source: string,
): Reader {
  const languages = standing.get(id);
  const own = languages?.get(language);
  if (own && own.damaged !== "missing") {
    const { units, approved, date } = own.published;
    const versions = plan ? [plan.source, ...plan.translations] : [];
    const newest = versions.find((one) => one.language === language)?.version?.units;
    if (newest !== undefined && units !== undefined && isSame(newest, units)) return { gets: "own" };
    return { gets: "stale", since: approved?.date ?? date };
  }
  const fallback = languages?.get(source);
  return fallback && fallback.damaged !== "missing" ? { gets: "source", language: source } : { gets: "nothing" };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
