// The five states of an entry, and the lines that draft and approval leave on it.
import { shortHash } from "../hash.ts";
import type { Entry } from "./entry.ts";

export const states = ["untranslated", "stale", "draft", "approved", "unsigned"] as const;
export type State = (typeof states)[number];

/** A line that says who or what wrote a text; `hash` binds it to exactly that text. */
export type Signature = { date: string; name: string; hash: string };

const signature =
  /^(draft|approved):\s+(?:(\S+)\s+(\d{4}-\d{2}-\d{2})|(\d{4}-\d{2}-\d{2})\s+(.+?))\s+([\da-f]{12})\s*$/u;

/** What a draft line binds: the source alone, since a person may go on working on the text. */
export function draftHash(entry: { context: string; id: string }): string {
  return shortHash(entry.context, entry.id);
}

/** What an approval binds: exactly this source text and this target text. */
export function approvalHash(entry: { context: string; id: string; text: string }): string {
  return shortHash(entry.context, entry.id, entry.text);
}

export function draftLine(entry: Entry, engine: string, date: string): string {
  return `draft: ${engine} ${date} ${draftHash(entry)}`;
}

export function approvalLine(entry: Entry, name: string, date: string): string {
  return `approved: ${date} ${name} ${approvalHash(entry)}`;
}

function isSignature(comment: string): boolean {
  return /^(draft|approved):/u.test(comment);
}

/** Lines that commands write and may take away again: signatures, and remarks on a draft for its reviewer. */
export function isMachineLine(comment: string): boolean {
  return isSignature(comment) || /^(finding|similar):/u.test(comment);
}

function signatures(entry: Entry, kind: "draft" | "approved"): Signature[] {
  return entry.comments.flatMap((comment) => {
    const match = signature.exec(comment);
    if (match?.[1] !== kind) return [];
    return [{ name: match[2] ?? match[5] ?? "", date: match[3] ?? match[4] ?? "", hash: match[6] ?? "" }];
  });
}

/** The line that holds, of several of a kind. Most entries have none, and then there is nothing to hash. */
function holding(entry: Entry, kind: "draft" | "approved", hashOf: (entry: Entry) => string): Signature | undefined {
  const lines = signatures(entry, kind);
  if (lines.length === 0) return undefined;
  const hash = hashOf(entry);
  return lines.find((line) => line.hash === hash);
}

/** The draft line that holds for the entry's source. */
export function draftOf(entry: Entry): Signature | undefined {
  return holding(entry, "draft", draftHash);
}

/** The approval that holds for the entry's texts; of several lines one that holds is enough. */
export function approvalOf(entry: Entry): Signature | undefined {
  return holding(entry, "approved", approvalHash);
}

/** Anything that a reader could see. A text of nothing but blanks is no translation. */
const visible = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

/** The approval under which a text may be published: it holds, and no one has marked the text as needing a look. */
export function approvedBy(entry: Entry): Signature | undefined {
  return entry.fuzzy || !visible.test(entry.text) ? undefined : approvalOf(entry);
}

/** The state of an entry: the first that fits, in the order of `states`. */
export function stateOf(entry: Entry): State {
  if (!visible.test(entry.text)) return "untranslated";
  if (approvedBy(entry)) return "approved";
  if (!entry.fuzzy) return "unsigned";
  const draft = draftOf(entry);
  const lineFails = (kind: string, held: Signature | undefined): boolean =>
    held === undefined && entry.comments.some((comment) => comment.startsWith(kind));
  if (entry.previous !== undefined || lineFails("draft:", draft) || lineFails("approved:", approvalOf(entry)))
    return "stale";
  return draft ? "draft" : "unsigned";
}
