// Signing: a person takes responsibility for translations that people wrote.
import type { Catalog, Entry } from "./catalog/entry.ts";
import { approve } from "./catalog/sign.ts";
import { stateOf, states, type State } from "./catalog/state.ts";
import type { EntryVerdict } from "./check/catalog.ts";
import type { Finding } from "./finding.ts";

/** A text that was signed, with what the signer answers for: warnings, and findings that are waived with it. */
export type Signed = { entry: Entry; warnings: Finding[]; waived: Finding[] };

/** A text that was not signed though it waits for it: its errors, or none where someone marked it as needing work. */
export type Unsigned = { entry: Entry; errors: Finding[] };

export type Signing = {
  catalog: Catalog;
  /** Live entries. */
  total: number;
  signed: Signed[];
  refused: Unsigned[];
  /** Entries by their state after signing. */
  after: Record<State, number>;
};

/**
 * Signs every unsigned entry of a catalog, and every approved one with a waiver that waits to be signed. Drafts and
 * stale texts are not touched, since no one has said that they are right; neither is an entry that someone marked as
 * needing work, nor one with an error that is not waived.
 */
export function signCatalog(
  catalog: Catalog,
  language: string,
  name: string,
  date: string,
  checked: ReadonlyMap<Entry, EntryVerdict>,
): Signing {
  const signed: Signed[] = [];
  const refused: Unsigned[] = [];
  const entries = catalog.entries.map((entry) => {
    if (entry.obsolete) return entry;
    const { findings, wished } = checked.get(entry) ?? { findings: [], wished: [] };
    const state = stateOf(entry, language);
    if (state !== "unsigned" && !(state === "approved" && wished.length > 0)) return entry;
    const errors = findings.filter(({ severity }) => severity === "error");
    if (entry.fuzzy || errors.length > 0) {
      refused.push({ entry, errors });
      return entry;
    }
    signed.push({ entry, warnings: findings, waived: wished });
    return approve(entry, language, name, date);
  });
  const live = entries.filter(({ obsolete }) => !obsolete);
  const after = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const entry of live) after[stateOf(entry, language)]++;
  return { catalog: { ...catalog, entries }, total: live.length, signed, refused, after };
}
