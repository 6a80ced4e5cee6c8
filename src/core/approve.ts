// Signing: a person takes responsibility for translations that people wrote.
import { approve } from "./catalog/sign.ts";
import { stateOf } from "./catalog/state.ts";
import type { Catalog, Entry } from "./catalog/entry.ts";
import type { TextFinding } from "./finding.ts";

/** Why an entry was not signed, though it is unsigned. */
export type Unsignable = { entry: Entry; reason: string };

export type Signing = { catalog: Catalog; signed: number; drafts: number; refused: Unsignable[] };

/**
 * Signs every unsigned entry of a catalog. Drafts and stale texts are not touched, since no one has said that they are
 * right; neither is an entry that someone marked as needing work, nor one with an error.
 */
export function signCatalog(
  catalog: Catalog,
  language: string,
  name: string,
  date: string,
  errorsOf: (entry: Entry) => readonly TextFinding[],
): Signing {
  const signing: Signing = { catalog, signed: 0, drafts: 0, refused: [] };
  const entries = catalog.entries.map((entry) => {
    const state = entry.obsolete ? "approved" : stateOf(entry, language);
    if (state === "draft" || state === "stale") signing.drafts++;
    if (state !== "unsigned") return entry;
    const reason = entry.fuzzy
      ? "it is marked as needing work (fuzzy)"
      : errorsOf(entry)
          .map((finding) => finding.reason)
          .join(" ");
    if (reason !== "") {
      signing.refused.push({ entry, reason });
      return entry;
    }
    signing.signed++;
    return approve(entry, language, name, date);
  });
  return { ...signing, catalog: { ...catalog, entries } };
}

/** A name as it may stand in an approval line; undefined when it may not. */
export function signatureName(name: string): string | undefined {
  const trimmed = name.trim().replaceAll(/\s+/gu, " ");
  return trimmed !== "" && !/\p{Cc}/u.test(trimmed) && /\p{L}/u.test(trimmed) ? trimmed : undefined;
}
