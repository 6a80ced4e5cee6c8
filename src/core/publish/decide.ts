// Whether a page is published in a language, and if not, why. Fail closed: in doubt it is withheld.
import { approvalOf, stateOf, states, type State } from "../catalog/state.ts";
import type { EntryFinding } from "../check/catalog.ts";
import type { Catalog, Entry } from "../catalog/entry.ts";
import { isSlug } from "../page/front-matter.ts";
import type { Page } from "../page/page.ts";
import type { ManifestEntry } from "./manifest.ts";

export type Counts = Record<State, number>;

/** What becomes of a page in one language. */
export type Decision =
  | { status: "source"; reason: "" }
  | { status: "approved"; reason: ""; texts: string[]; slug: string; date: string; counts: Counts }
  | { status: "stale"; reason: string; kept: ManifestEntry & { path: string }; counts: Counts | undefined }
  | { status: "withheld"; reason: string; counts: Counts | undefined };

/** How the ledger stands for one page and language: what was published, if anything, and whether it may stay. */
export type Standing = { published: ManifestEntry | undefined; stale: "keep" | "withdraw" };

export function countStates(catalog: Catalog): Counts {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Counts;
  for (const entry of catalog.entries) if (!entry.obsolete) counts[stateOf(entry)]++;
  return counts;
}

/** Decides on a translation from its catalog (in step with the page) and what the checks found there. */
export function decide(
  page: Page,
  catalog: Catalog | undefined,
  found: readonly EntryFinding[],
  standing: Standing,
  refusal: string | undefined,
): Decision {
  const counts = catalog && countStates(catalog);
  if (refusal !== undefined) return { status: "withheld", reason: refusal, counts };
  if (!catalog || !counts) return keepOrWithhold("its catalog cannot be read", undefined, standing);
  const errors = found.filter(({ state, finding }) => state === "approved" && finding.severity === "error");
  if (errors.length > 0) {
    const rules = [...new Set(errors.map(({ finding }) => finding.ruleId))].join(", ");
    return { status: "withheld", reason: `${plural(errors.length, "error")} in approved text (${rules})`, counts };
  }
  const entries = catalog.entries.slice(0, page.units.length);
  if (entries.every((entry) => stateOf(entry) === "approved")) {
    const decision = approved(page, entries, counts);
    // The slug becomes a path: no waiver and no severity may let anything else through.
    if (isSlug(decision.slug)) return decision;
    return { status: "withheld", reason: "its translated slug cannot be an address", counts };
  }
  const missing = states.filter((state) => state !== "approved" && counts[state] > 0);
  return keepOrWithhold(missing.map((state) => `${counts[state]} ${state}`).join(", "), counts, standing);
}

function approved(page: Page, entries: readonly Entry[], counts: Counts): Extract<Decision, { status: "approved" }> {
  const slug = entries.find((entry) => entry.context === "slug")?.text ?? page.slug;
  const dates = entries.map((entry) => approvalOf(entry)?.date ?? "");
  const date = dates.toSorted().at(-1) ?? "";
  return { status: "approved", reason: "", texts: entries.map((entry) => entry.text), slug, date, counts };
}

/** What was approved before stays, marked stale, unless the settings or the page want it withdrawn. */
export function keepOrWithhold(reason: string, counts: Counts | undefined, { published, stale }: Standing): Decision {
  if (published?.path === undefined) return { status: "withheld", reason, counts };
  if (stale === "withdraw") return { status: "withheld", reason: `${reason}; withdrawn as \`publish\` asks`, counts };
  return { status: "stale", reason, kept: { ...published, path: published.path }, counts };
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
