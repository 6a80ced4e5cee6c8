// An audit for programs, in English.
import type { AuditPage } from "../audit/audit.ts";
import type { Message } from "../messages/message.ts";
import { sentence } from "../messages/sentence.ts";

/** What an audit found. `head` is the commit that git was asked at; `problem` says why it could not be. */
export type Audit = { pages: AuditPage[]; head: string | undefined; problem: Message | undefined; isShallow: boolean };

export function auditAsJson({ pages, head, problem, isShallow }: Audit): string {
  const git = { head: head ?? null, shallow: isShallow, problem: problem ? sentence(problem, "en") : "" };
  return `${JSON.stringify(
    {
      git,
      pages: pages.map(({ isUnreadable, published, units, file, catalog, ...page }) => ({
        ...page,
        file: file ?? null,
        catalog: catalog ?? null,
        unreadable: isUnreadable,
        published: "path" in published ? publishedAsJson(published) : published,
        units: units.map(({ isPublished, approval, drafted, commit, line, ...unit }) => ({
          ...unit,
          line: line ?? null,
          approved: approval ? { name: approval.name, date: approval.date, hash: approval.hash } : null,
          drafted: drafted ?? null,
          published: isPublished,
          committed: commit === undefined ? null : commit !== "uncommitted",
          commit: commit === undefined || commit === "uncommitted" ? null : commitAsJson(commit),
        })),
      })),
    },
    undefined,
    2,
  )}\n`;
}

function publishedAsJson({
  isDamaged,
  approved,
  ...published
}: Exclude<AuditPage["published"], { status: "nothing" }>): object {
  return { ...published, approved: approved ?? null, damaged: isDamaged };
}

function commitAsJson(commit: Exclude<NonNullable<AuditPage["units"][number]["commit"]>, string>): object {
  const { id, author, date, signature, signer, formerly, isCut, differs } = commit;
  return {
    id,
    author,
    date,
    signature,
    signer: signer ?? null,
    authorDiffers: differs,
    formerly: formerly ?? null,
    cut: isCut,
  };
}
