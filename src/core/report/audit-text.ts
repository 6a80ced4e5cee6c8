// An audit for people, on the screen: each page and language, its texts a line each, and the commits of their approvals.
import type { AuditPage, AuditPublished, AuditUnit, UnitCommit } from "../audit/audit.ts";
import { commitsOfPage } from "../audit/commits.ts";
import { states } from "../catalog/state.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import type { Audit } from "./audit-json.ts";
import { inColumns, lineOf } from "./table.ts";
import type { Paint } from "./text.ts";
import { visible } from "./visible.ts";

/** Digits of a hash, and of a commit, that a person compares. */
const shownDigits = 8;

export function reportAudit(audit: Audit, paint: Paint, locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const notes = gitNotes(audit).map(say);
  const pages = audit.pages.map((page) => blockOf(page, paint, say));
  if (pages.length === 0) return [say(message("audit.nothing")), ...notes].join("\n");
  return [...pages, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n");
}

/** What git could not tell of all. */
export function gitNotes({ problem, isShallow }: Audit): Message[] {
  return [...(problem ? [message("audit.no-git", { problem })] : []), ...(isShallow ? [message("audit.shallow")] : [])];
}

function blockOf(page: AuditPage, paint: Paint, say: (told: Message) => string): string {
  const { catalog, units, isUnreadable } = page;
  const place = catalog === undefined ? "" : `  ${visible(catalog)}`;
  const head = `${paint("bold", `${visible(page.page)} (${page.language})`)}  ${say(publishedMessage(page.published))}${place}`;
  if (isUnreadable) return [head, `  ${say(message("audit.unreadable"))}`].join("\n");
  if (units.length === 0) return head;
  const columns = ["line", "approver", "date", "source-hash", "approval-hash", "now", "draft", "commit"] as const;
  const approved = units.filter(({ approval }) => approval);
  const waiting = states
    .map((state) => ({ state, count: units.filter((unit) => !unit.approval && unit.state === state).length }))
    .filter(({ count }) => count > 0);
  const rest =
    waiting.length === 0
      ? []
      : [
          `  ${say(message("audit.not-approved", { units: waiting.map(({ state, count }) => message(`units.${state}`, { count })) }))}`,
        ];
  if (approved.length === 0) return [head, ...rest].join("\n");
  const [names = [], ...rows] = inColumns(
    [columns.map((column) => say(message(`audit.${column}`))), ...approved.map((unit) => rowOf(unit, say))].map((row) =>
      row.map((cell) => visible(cell)),
    ),
    ["right", "left", "left", "left", "left", "left", "left", "left"],
  );
  const commits = commitsOfPage(page).map(
    ({ commit, differing }) =>
      `  ${commit.id.slice(0, shownDigits)}  ${commitNotes(commit, differing).map(say).join("; ")}`,
  );
  return [head, `  ${paint("dim", lineOf(names))}`, ...rows.map((row) => `  ${lineOf(row)}`), ...rest, ...commits].join(
    "\n",
  );
}

function rowOf(unit: AuditUnit, say: (told: Message) => string): string[] {
  const { line, approval, sourceHash, drafted, commit, isPublished } = unit;
  return [
    line === undefined ? "" : String(line),
    approverOf(unit, say),
    approval?.date ?? "",
    sourceHash.slice(0, shownDigits),
    approval?.hash.slice(0, shownDigits) ?? "",
    isPublished ? say(message("audit.yes")) : "",
    drafted?.engine ?? "",
    commit === undefined
      ? ""
      : commit === "uncommitted"
        ? say(message("audit.uncommitted"))
        : commit.id.slice(0, shownDigits),
  ];
}

/** Who approved a text, or what it is instead of an approved text of the page. */
export function approverOf({ state, approval }: AuditUnit, say: (told: Message) => string): string {
  const name = approval?.name ?? "";
  if (state === "approved") return name;
  const why = say(state === "former" ? message("audit.former") : message(`status.${state}`));
  return name === "" ? `(${why})` : `${name} (${why})`;
}

/** What is published now, in words. */
export function publishedMessage(published: AuditPublished): Message {
  if (published.status === "nothing") return message("audit.published-nothing");
  if (published.isDamaged) return message("audit.published-damaged");
  if (published.status === "same") return message("audit.published-same");
  const date = published.approved?.date;
  return date === undefined ? message("audit.published-other") : message("audit.published-other-of", { date });
}

/** Author and date of a commit, its signature, and what is to be known of it. `differing` are the lines of other names. */
export function commitNotes(commit: Exclude<UnitCommit, string>, differing: readonly number[]): Message[] {
  const { author, date, signature, signer, formerly, isCut } = commit;
  return [
    message("audit.author", { author, date }),
    signature === "good" && signer !== undefined
      ? message("audit.signed-by", { signer })
      : message(`audit.signature-${signature}`),
    ...(differing.length > 0 ? [message("audit.differs", { lines: differing.map(String) })] : []),
    ...(formerly === undefined ? [] : [message("audit.formerly", { path: formerly })]),
    ...(isCut ? [message("audit.cut")] : []),
  ];
}
