// The five states of an entry in a language, and which of the lines on it hold.
import { shortHash, textHash } from "../hash.ts";
import { onceFor } from "../once.ts";
import type { Entry } from "./entry.ts";
import { approvalComment, draftComment, readLines, type Line, type Signature } from "./lines.ts";
import { ownPicturesIn } from "./remarks.ts";

export const states = ["untranslated", "stale", "draft", "approved", "unsigned"] as const;
export type State = (typeof states)[number];

type Texts = { context: string; source: string; translation: string };

/** What a draft line binds: the source alone, since a person may go on working on the text. */
export function draftHash({ context, source }: Omit<Texts, "text">, language: string): string {
  return textHash(language, context, source);
}

/**
 * What an approval or a signed waiver binds: exactly this source text and this target text, in this language; and of a
 * text that describes a picture of the language's own exactly that picture, which the notes name.
 */
export function approvalHash(
  { context, source, translation, notes = [] }: Texts & { notes?: readonly string[] },
  language: string,
): string {
  const pictures = ownPicturesIn(notes).map(({ hash }) => hash);
  return textHash(language, context, source, translation, ...pictures);
}

export function draftLine(entry: Texts, language: string, engine: string, date: string): string {
  return draftComment({ date, hash: draftHash(entry, language), name: engine });
}

export function approvalLine(
  entry: Texts & { notes?: readonly string[] },
  language: string,
  name: string,
  date: string,
): string {
  return approvalComment({ date, hash: approvalHash(entry, language), name });
}

/** An entry is asked for its state and its lines several times. */
const linesOf = onceFor((comments: readonly string[]) => comments, readLines);

type SignatureLine = Extract<Line, { hash: string; name: string }>;

function signaturesOf({ comments }: Entry, kind: "draft" | "approved"): SignatureLine[] {
  // Most entries have none of a kind, and there are many entries.
  if (!comments.some((comment) => comment.startsWith(`${kind}: `))) return [];
  return linesOf(comments).flatMap(({ line }) => (line?.kind === kind ? [line] : []));
}

/** The draft line that holds for the entry's source. One of the old form, without the language, still means a draft. */
export function draftOf(entry: Entry, language: string): Signature | undefined {
  const lines = signaturesOf(entry, "draft");
  return lines.find(
    ({ old, hash }) => hash === (old ? shortHash(entry.context, entry.source) : draftHash(entry, language)),
  );
}

/** The approval that holds for the entry's texts; of several lines (git merges) one that holds is enough. */
export function approvalOf(entry: Entry, language: string): Signature | undefined {
  const lines = signaturesOf(entry, "approved");
  if (lines.length === 0) return undefined;
  const hash = approvalHash(entry, language);
  const holding = lines.filter((line) => !line.old && line.hash === hash);
  return holding.reduce<SignatureLine | undefined>(
    (best, one) => (best && best.date >= one.date ? best : one),
    undefined,
  );
}

/** An approval of the old form for these very texts. It does not say for which language, and so it does not hold. */
export function oldApprovalOf(entry: Entry): Signature | undefined {
  const lines = signaturesOf(entry, "approved").filter(({ old }) => old);
  if (lines.length === 0) return undefined;
  const hash = shortHash(entry.context, entry.source, entry.translation);
  return lines.find((line) => line.hash === hash);
}

/**
 * A waiver on an entry: a translator's wish, signed for the texts that the entry has, or signed for others, and then it
 * does not hold. `index` is the number of its comment.
 */
export type EntryWaiver = { rule: string; reason: string; standing: "wish" | "signed" | "outlived"; index: number };

export function waiversOn(entry: Entry, language: string): EntryWaiver[] {
  if (!entry.comments.some((comment) => comment.startsWith("malvakt-ignore"))) return [];
  const texts = approvalHash(entry, language);
  return linesOf(entry.comments).flatMap(({ line, from }) => {
    if (line?.kind !== "waiver") return [];
    const { rule, reason, hash } = line;
    const standing = hash === undefined ? "wish" : hash === texts ? "signed" : "outlived";
    return [{ rule, reason, standing, index: from }];
  });
}

/** Anything that a reader could see. A text of nothing but blanks is no translation. */
const visible = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

/** Whether a text that was drafted or approved is gone: another program took it away. */
export function isEmptied(entry: Entry): boolean {
  if (entry.obsolete || entry.translation !== "") return false;
  return signaturesOf(entry, "draft").length > 0 || signaturesOf(entry, "approved").length > 0;
}

/** The approval under which a text may be published: it holds, and no one has marked the text as needing a look. */
export function approvedBy(entry: Entry, language: string): Signature | undefined {
  return entry.fuzzy || !visible.test(entry.translation) ? undefined : approvalOf(entry, language);
}

/** The state of an entry: the first that fits, in the order of `states`. */
export function stateOf(entry: Entry, language: string): State {
  if (!visible.test(entry.translation)) return "untranslated";
  if (!entry.fuzzy) return approvalOf(entry, language) ? "approved" : "unsigned";
  if (entry.previous !== undefined) return "stale";
  const drafts = signaturesOf(entry, "draft").length > 0;
  const approvals = signaturesOf(entry, "approved").length > 0;
  if (!drafts && !approvals) return "draft";
  const draft = draftOf(entry, language);
  if (drafts && !draft) return "stale";
  if (approvals && !approvalOf(entry, language) && !oldApprovalOf(entry)) return "stale";
  return draft ? "draft" : "unsigned";
}
