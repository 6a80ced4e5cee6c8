// What stands on the site now, as the ledger and the files say together.
import type { PagePlan } from "../page-plan.ts";
import type { Ledger, Published } from "./ledger.ts";

/** A fragment of the ledger; damaged when its file is not what was published. */
export type Standing = { published: Published; damaged: "missing" | "changed" | undefined };

/** What stands on the site, by page and language. */
export type StandingPages = ReadonlyMap<string, ReadonlyMap<string, Standing>>;

/**
 * By page and language. Of several lines of one page and language (a build was stopped, or two branches met) the one
 * whose file has its hash holds; of two such, the one approved later. `found` has the SHA-256 of the files by path.
 * A page that was another one has what was published of that.
 */
export function standingOf(
  { published }: Ledger,
  found: ReadonlyMap<string, string>,
  plans: readonly PagePlan[],
): Map<string, Map<string, Standing>> {
  const heirs = heirsOf(plans);
  const pages = new Map<string, Map<string, Standing>>();
  for (const line of published) {
    const page = heirs.get(line.page) ?? line.page;
    const actual = found.get(line.path);
    const damaged = actual === line.sha256 ? undefined : actual === undefined ? "missing" : "changed";
    const languages = pages.get(page) ?? new Map<string, Standing>();
    pages.set(page, languages);
    const other = languages.get(line.language);
    const candidate = { published: line, damaged } as const;
    if (!other || isBetter(candidate, other)) languages.set(line.language, candidate);
  }
  return pages;
}

function isBetter(one: Standing, other: Standing): boolean {
  if ((one.damaged === undefined) !== (other.damaged === undefined)) return one.damaged === undefined;
  return isLater(one.published, other.published);
}

/** Whether one was approved later; a tie is decided by what does not depend on the order in which they are read. */
export function isLater(one: Published, other: Published): boolean {
  const [date, otherDate] = [one.approved?.date ?? "", other.approved?.date ?? ""];
  if (date !== otherDate) return date > otherDate;
  return one.path === other.path ? one.sha256 > other.sha256 : one.path > other.path;
}

/** The page that took over from each earlier id. */
export function heirsOf(plans: readonly PagePlan[]): Map<string, string> {
  return new Map(plans.flatMap(({ id, page }) => (page?.frontMatter?.was ?? []).map((was) => [was, id] as const)));
}
