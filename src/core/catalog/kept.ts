// The pair that a person began to write over: it is kept until someone approves, since it may be what is published.
import { entryKey, type Catalog, type Entry } from "./entry.ts";
import { keptComment, readLines } from "./lines.ts";
import { withComments } from "./raw.ts";
import { approvalHash, approvalOf, stateOf } from "./state.ts";

/** The pair that is kept on an entry, as the entry that it was. */
export function keptPairOf(entry: Entry): Entry[] {
  const kept = readLines(entry.comments).find(({ line }) => line?.kind === "kept")?.line;
  if (kept?.kind !== "kept") return [];
  const { text, approval } = kept;
  const comments = approval ? [`approved: ${approval.date} ${approval.hash} ${approval.name}`] : [];
  return [{ ...entry, translation: text, comments, fuzzy: false, previous: undefined, raw: undefined }];
}

/**
 * The catalog with what an entry has now kept, if it was approved or is stale. The pair of another source goes to
 * memory; where its key is taken, and for a pair of the same source, it becomes a comment.
 */
export function keepPair(catalog: Catalog, entry: Entry, language: string): { catalog: Catalog; entry: Entry } {
  const state = stateOf(entry, language);
  const approval = approvalOf(entry, language);
  if (approval === undefined && state !== "stale") return { catalog, entry };
  if (keptPairOf(entry).length > 0) return { catalog, entry };
  if (approval !== undefined || entry.previous === undefined)
    return { catalog, entry: withKept(entry, keptComment(entry.translation, approval)) };
  const old = { ...entry, source: entry.previous, previous: undefined, fuzzy: false };
  const signed = approvalOf(old, language);
  const taken = catalog.entries.find((one) => entryKey(one) === entryKey(old));
  if (taken)
    return taken.translation === entry.translation
      ? { catalog, entry }
      : { catalog, entry: withKept(entry, keptComment(entry.translation, signed)) };
  const comments = signed ? [`approved: ${signed.date} ${approvalHash(old, language)} ${signed.name}`] : [];
  const obsolete: Entry = {
    ...old,
    comments,
    fuzzy: signed === undefined,
    obsolete: true,
    raw: undefined,
    origin: undefined,
  };
  return { catalog: { ...catalog, entries: [...catalog.entries, obsolete] }, entry };
}

function withKept(entry: Entry, kept: string): Entry {
  return withComments(entry, [...entry.comments, kept], entry.notes);
}
