// The rules over a catalog: each translation beside its source.
import type { Catalog, Entry } from "../catalog/entry.ts";
import { placeInEntry } from "../catalog/place.ts";
import { draftOf, stateOf, type State } from "../catalog/state.ts";
import type { Finding, Reporter, TextFinding } from "../finding.ts";
import { isPlain } from "../page/unit.ts";
import { isSlug } from "../page/front-matter.ts";
import { compareTags } from "../unit-text.ts";

/** A finding and the entry that it is about, since an error in an approved text withdraws what was published. */
export type EntryFinding = { entry: Entry; state: State; finding: Finding };

/** Checks every translation of a catalog that stands for its present source: drafts and approved texts alike. */
export function checkCatalog(catalog: Catalog, reporter: Reporter): EntryFinding[] {
  return catalog.entries.flatMap((entry) => {
    if (entry.obsolete || entry.text === "") return [];
    const mistakes = checkEntry(entry);
    if (mistakes.length === 0) return [];
    const state = stateOf(entry);
    if (state === "stale" && !draftOf(entry)) return [];
    return mistakes.flatMap((found) => {
      const [start, end] = entry.origin ? placeInEntry(entry.origin, "msgstr", found.start, found.end) : [0, 0];
      const finding = reporter.finding({ ...found, start, end }, `${entry.context}\u0004${entry.id}`);
      return finding ? [{ entry, state, finding }] : [];
    });
  });
}

/** What is wrong with the translation of one entry, with offsets into its text. */
export function checkEntry(entry: { context: string; id: string; text: string }): TextFinding[] {
  return [...tags(entry), ...frontMatter(entry)];
}

function tags({ context, id, text }: { context: string; id: string; text: string }): TextFinding[] {
  if (isPlain(context)) return [];
  return compareTags(id, text).map((mistake) => ({ ruleId: "tags", ...mistake }));
}

function frontMatter({ context, text }: { context: string; text: string }): TextFinding[] {
  if (context !== "slug" || isSlug(text)) return [];
  const reason = "A slug is made of letters, digits, - and _, with / between folders.";
  return [{ ruleId: "front-matter", start: 0, end: text.length, reason, expected: [] }];
}
