// Changes of one entry: a person's translation, approval, approval taken back or waiver, and an engine's draft.
import { isWaivable } from "../waivers.ts";
import type { RuleId } from "../finding.ts";
import type { Entry } from "./entry.ts";
import { draftedComment, readLines, waiverComment, type Line } from "./lines.ts";
import { withComments, withFuzzy, withoutFuzzy, withoutPrevious, withText } from "./raw.ts";
import { splitNotes } from "./remarks.ts";
import { approvalHash, approvalLine, draftLine } from "./state.ts";

/** What a person wrote, waivers and kept texts among it: all but the lines that say who or what wrote a text. */
export function commentsOfPeople(comments: readonly string[]): string[] {
  return changeLines(comments, (line) =>
    line === undefined || line.kind === "waiver" || line.kind === "kept" ? true : [],
  );
}

/** A text that a person wrote and no one has approved: it waits, marked fuzzy, and names no draft. */
export function setTranslation(entry: Entry, text: string): Entry {
  const drafted = draftedOf(entry.comments);
  const comments = [...commentsOfPeople(entry.comments), ...drafted];
  const changed = withComments(entry, comments, splitNotes(entry.notes).page);
  return withFuzzy(withoutPrevious(withText(changed, text)));
}

/** A text that an engine or memory made, with remarks for whoever reviews it: nothing takes it for approved. */
export function setDraft(
  entry: Entry,
  language: string,
  draft: { text: string; author: string; date: string },
  remarks: readonly string[],
): Entry {
  const { text, author, date } = draft;
  const comments = [...commentsOfPeople(entry.comments), draftLine(entry, language, author, date)];
  const notes = [...splitNotes(entry.notes).page, ...remarks];
  return { ...entry, translation: text, comments, notes, fuzzy: true, raw: undefined };
}

/**
 * The entry with a person's approval for a language: no one has to look at it any more, its draft line says who drafted
 * it, and the waivers that its translator wished for are signed for these texts. Lines that no longer hold give way.
 */
export function approve(entry: Entry, language: string, name: string, date: string): Entry {
  const hash = approvalHash(entry, language);
  const comments = changeLines(entry.comments, (line) => {
    if (line === undefined || (line.kind === "approved" && line.hash === hash && line.name !== name)) return true;
    if (line.kind !== "waiver") return [];
    return line.hash === undefined && isWaivable(line.rule) ? waiverComment(line.rule, hash, line.reason) : true;
  });
  const lines = [...comments, ...draftedOf(entry.comments), approvalLine(entry, language, name, date)];
  return withoutFuzzy(withoutPrevious(withComments(entry, lines, splitNotes(entry.notes).page)));
}

/** The entry without any approval. It is marked fuzzy, so that it is not signed again unread. */
export function takeApprovalBack(entry: Entry): Entry {
  const comments = changeLines(entry.comments, (line) => (line?.kind === "approved" ? [] : true));
  return withFuzzy(withComments(entry, comments, entry.notes));
}

/** The entry with a translator's wish that a rule be waived for its text; an approval signs it. */
export function waive(entry: Entry, rule: Exclude<RuleId, "tags">, reason: string): Entry {
  const wish = waiverComment(rule, undefined, reason.replaceAll(/\s+/gu, " ").trim());
  const others = changeLines(entry.comments, (line) =>
    line?.kind === "waiver" && line.rule === rule && line.hash === undefined ? [] : true,
  );
  return withComments(entry, [...others, wish], entry.notes);
}

/** The entry without the remarks that earlier versions left among people's comments. */
export function withoutOldRemarks(entry: Entry): Entry {
  const comments = changeLines(entry.comments, (line) => (line?.kind === "old-remark" ? [] : true));
  return comments.length === entry.comments.length ? entry : withComments(entry, comments, entry.notes);
}

/** The line that names the engine of a text: from its last draft line, else the one that is there. */
function draftedOf(comments: readonly string[]): string[] {
  const lines = readLines(comments).flatMap(({ line }) => (line ? [line] : []));
  const draft = lines.findLast((line) => line.kind === "draft") ?? lines.findLast((line) => line.kind === "drafted");
  return draft && "name" in draft ? [draftedComment(draft.date, draft.name)] : [];
}

/** Comments with each line kept (true), or replaced by another or by none. */
function changeLines(comments: readonly string[], change: (line: Line | undefined) => true | string | []): string[] {
  return readLines(comments).flatMap(({ line, from, to }) => {
    const changed = change(line);
    return changed === true ? comments.slice(from, to) : changed;
  });
}
