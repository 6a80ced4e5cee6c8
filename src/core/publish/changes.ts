// What a build changed on the site, by page and language: for people who put pages there by hand.
import { ledgerPath } from "../layout.ts";
import type { DecidedPage } from "./decide.ts";
import type { Ledger, Published } from "./ledger.ts";
import { heirsOf } from "./standing.ts";

/** A page in one language of which files changed. Paths lead from the output folder. */
export type ChangedPage = {
  page: string;
  language: string;
  title: string;
  url: string;
  /** What it is now; withheld when it is published no longer. */
  status: "source" | "approved" | "stale" | "withheld";
  /** It was not published in this language before. */
  isNew: boolean;
  /** Files to paste or upload again: the fragment, and what lies beside it. */
  written: string[];
  /** Files to delete. */
  removed: string[];
};

export type Changes = {
  pages: ChangedPage[];
  /** Files of no single page: manifest, redirects, images. */
  written: string[];
  removed: string[];
};

export const noChanges: Changes = { pages: [], written: [], removed: [] };

/** The files that a build wrote and removed, with the pages that they belong to. Ledgers of before and after tell which. */
export function changesOf(
  { written, removed }: { written: readonly string[]; removed: readonly string[] },
  before: Ledger,
  after: Ledger,
  pages: readonly DecidedPage[],
): Changes {
  const byId = new Map(pages.map((page) => [page.id, page]));
  const heirs = heirsOf(pages.flatMap(({ plan }) => plan ?? []));
  const nameOf = ({ page, language }: Published): string => JSON.stringify([heirs.get(page) ?? page, language]);
  const published = new Map(after.published.map((line) => [nameOf(line), line]));
  const were = new Map(before.published.map((line) => [nameOf(line), line]));
  // What stands at a path now comes last, and counts.
  const owners = new Map([...before.published, ...after.published].map((line) => [stemOf(line.path), nameOf(line)]));
  const changed = new Map<string, ChangedPage>();
  const others = { written: [] as string[], removed: [] as string[] };
  const put = (path: string, list: "written" | "removed"): void => {
    const name = owners.get(stemOf(path));
    const line = name === undefined ? undefined : (published.get(name) ?? were.get(name));
    if (name === undefined || !line) others[list].push(path);
    else {
      const page = changed.get(name) ?? rowOf(name, line);
      changed.set(name, page);
      page[list].push(path);
    }
  };
  const rowOf = (name: string, { title, url }: Published): ChangedPage => {
    const [page = "", language = ""] = JSON.parse(name) as string[];
    const decision = byId.get(page)?.decisions.get(language);
    const status = published.has(name) ? (decision?.status ?? "withheld") : "withheld";
    return { page, language, title, url, status, isNew: !were.has(name), written: [], removed: [] };
  };
  for (const path of written) if (path !== ledgerPath) put(path, "written");
  for (const path of removed) put(path, "removed");
  const inOrder = (one: ChangedPage, other: ChangedPage): number =>
    one.page < other.page ? -1 : one.page > other.page ? 1 : placeIn(byId, one) - placeIn(byId, other);
  return { pages: [...changed.values()].toSorted(inOrder), ...others };
}

/** Languages of a page in the order in which a report has them. */
function placeIn(pages: ReadonlyMap<string, DecidedPage>, { page, language }: ChangedPage): number {
  return [...(pages.get(page)?.decisions.keys() ?? [])].indexOf(language);
}

/** What the paths of a fragment and of the files beside it have in common: a slug has no dots. */
function stemOf(path: string): string {
  const folder = path.lastIndexOf("/") + 1;
  const dot = path.indexOf(".", folder);
  return dot === -1 ? path : path.slice(0, dot);
}
