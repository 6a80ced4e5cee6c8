// Whether a page is published in a language, and if not, why. Fail closed: in doubt it is withheld.
import type { Signature } from "../catalog/lines.ts";
import { approvedBy, stateOf, states, type State } from "../catalog/state.ts";
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

const noStates: Counts = { untranslated: 0, stale: 0, draft: 0, approved: 0, unsigned: 0 };

export function countStates(catalog: Catalog, language: string): Counts {
  const counts = { ...noStates };
  for (const entry of catalog.entries) if (!entry.obsolete) counts[stateOf(entry, language)]++;
  return counts;
}

/** Decides on a translation from its catalog (in step with the page) and what the checks found there. */
export function decide(
  page: Page,
  language: string,
  catalog: Catalog | undefined,
  found: readonly EntryFinding[],
  standing: Standing,
  refusal: string | undefined,
): Decision {
  if (!catalog)
    return refusal === undefined
      ? keepOrWithhold("its catalog cannot be read", undefined, standing)
      : { status: "withheld", reason: refusal, counts: undefined };
  const entries = catalog.entries.slice(0, page.units.length);
  const approvals = entries.map((entry) => approvedBy(entry, language));
  const counts = approvals.every((approval) => approval !== undefined)
    ? { ...noStates, approved: approvals.length }
    : countStates(catalog, language);
  if (refusal !== undefined) return { status: "withheld", reason: refusal, counts };
  const errors = found.filter(({ state, finding }) => state === "approved" && finding.severity === "error");
  if (errors.length > 0) {
    const rules = [...new Set(errors.map(({ finding }) => finding.ruleId))].join(", ");
    return { status: "withheld", reason: `${plural(errors.length, "error")} in approved text (${rules})`, counts };
  }
  if (approvals.every((approval) => approval !== undefined)) {
    const decision = approved(page, entries, approvals, counts);
    // The slug becomes a path: no waiver and no severity may let anything else through.
    if (isSlug(decision.slug)) return decision;
    return { status: "withheld", reason: "its translated slug cannot be an address", counts };
  }
  const missing = states.filter((state) => state !== "approved" && counts[state] > 0);
  return keepOrWithhold(missing.map((state) => `${counts[state]} ${state}`).join(", "), counts, standing);
}

function approved(
  page: Page,
  entries: readonly Entry[],
  approvals: readonly Signature[],
  counts: Counts,
): Extract<Decision, { status: "approved" }> {
  const slug = entries.find((entry) => entry.context === "slug")?.text ?? page.slug;
  const dates = approvals.map(({ date }) => date);
  return {
    status: "approved",
    reason: "",
    texts: entries.map(({ text }) => text),
    slug,
    date: dates.toSorted().at(-1) ?? "",
    counts,
  };
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
