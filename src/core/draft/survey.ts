// What one catalog lacks, and what of it is memory: all that a run needs to know before it begins. Each is read once for it.
import type { Catalog } from "../catalog/entry.ts";
import { isEmptied, stateOf } from "../catalog/state.ts";
import { writeCatalog } from "../catalog/write.ts";
import { rememberedOf, type Remembered } from "./memory.ts";
import { needsDraft, type Wanted } from "./plan.ts";

export type Survey = {
  wanted: Wanted[];
  /** Whether there may be anything to write: what is wanted, a catalog out of step, remarks on a text that no one approved. */
  isOpen: boolean;
  remembered: Remembered[];
  /** Another program took texts away that were drafted or approved. */
  isEmptied: boolean;
};

/** Surveys a catalog that was brought in step with its page; `text` is how its file reads. */
export function surveyCatalog(catalog: Catalog, text: string, language: string): Survey {
  const wanted: Wanted[] = [];
  const remembered: Remembered[] = [];
  let isOpen = writeCatalog(catalog) !== text;
  for (const entry of catalog.entries) {
    const known = rememberedOf(entry, language);
    if (known) remembered.push(known);
    // Looking once is enough: what is approved is nearly all there is, and every look is a hash.
    if (entry.obsolete || (known && "date" in known)) continue;
    const { context, source } = entry;
    if (needsDraft(entry, language)) wanted.push({ context, source });
    else if (!isOpen) isOpen = stateOf(entry, language) !== "approved";
  }
  return { wanted, isOpen: isOpen || wanted.length > 0, remembered, isEmptied: catalog.entries.some(isEmptied) };
}

/** The drafts of a catalog that no page is in step with: what was paid for is not asked for again. */
export function draftsIn({ entries }: Pick<Catalog, "entries">, language: string): Remembered[] {
  return entries.flatMap((entry) => {
    const known = rememberedOf(entry, language);
    return known && "engine" in known ? [known] : [];
  });
}
