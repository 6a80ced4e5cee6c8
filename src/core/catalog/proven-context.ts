// Contexts that other tools have lost: files of XLIFF and CSV have no `msgctxt`, but a signature proves which it was.
import { singleContexts } from "../page/unit.ts";
import type { Entry } from "./entry.ts";
import { readLines } from "./lines.ts";
import { withContext } from "./raw.ts";
import { approvalHash, draftHash } from "./state.ts";

/** What is known of a catalog beside its text. */
export type Expected = {
  /** The language that its signatures are for. */
  language: string;
  /** Contexts that its entries may have; the empty one is among them. */
  contexts: ReadonlySet<string>;
};

/**
 * The entries with the contexts that their signatures prove. Nothing is looked at in a catalog that has a title: every
 * page has one, and a tool that loses contexts loses all.
 */
export function withProvenContexts(entries: readonly Entry[], { language, contexts }: Expected): Entry[] {
  if (entries.some(({ context }) => singleContexts.has(context))) return [...entries];
  return entries.map((entry) => {
    const signatures = readLines(entry.comments).flatMap(({ line }) =>
      (line?.kind === "approved" || line?.kind === "draft") && !line.old ? [line] : [],
    );
    if (signatures.length === 0) return entry;
    const proves = (context: string): boolean => {
      const texts = { ...entry, context };
      return signatures.some(({ kind, hash }) =>
        kind === "approved" ? hash === approvalHash(texts, language) : hash === draftHash(texts, language),
      );
    };
    const proven = [entry.context, ...contexts].find(proves);
    return proven === undefined || proven === entry.context ? entry : withContext(entry, proven);
  });
}
