// Which commits brought the approval lines of catalogs, who their authors are, and whether they are signed.
import type { ApprovalCommit, Signature } from "../core/audit/audit.ts";
import type { LineOrigin } from "../core/audit/commits.ts";
import { readObjects, type Repository } from "./git.ts";

/** The approval lines of a catalog as it was last committed, each with the commit that brought it; undefined for a file that was never. */
export async function approvalLinesOf(
  { ask, head, prefix, cut }: Repository,
  path: string,
): Promise<LineOrigin[] | undefined> {
  const args = ["blame", "--line-porcelain", "--root", "--no-textconv", head, "--", prefix + path];
  const { status, out } = await ask(args);
  if (status !== 0) return undefined;
  const lines: LineOrigin[] = [];
  let commit = "";
  let formerly: string | undefined;
  for (const line of out.toString().split("\n")) {
    if (line.startsWith("\t")) {
      const [, date, hash, name] =
        /^\t[ \t]*#[ \t]*approved: (\d{4}-\d{2}-\d{2}) ([\da-f]{32}) (\S.*?)\s*$/u.exec(line) ?? [];
      if (date !== undefined && hash !== undefined && name !== undefined)
        lines.push({ date, hash, name, commit, formerly, isCut: cut.has(commit) });
    } else if (line.startsWith("filename ")) {
      const from = line.slice("filename ".length);
      formerly = from === prefix + path ? undefined : from;
    } else commit = /^[\da-f]{40,64}(?= \d)/u.exec(line)?.[0] ?? commit;
  }
  return lines;
}

/** What git tells of commits, by id; those that it does not have are left out. */
export async function commitsOf(repository: Repository, ids: readonly string[]): Promise<Map<string, ApprovalCommit>> {
  const objects = await readObjects(repository, ids);
  const format = "%x01%H%x00%aN%x00%as%x00%G?%x00%GS";
  const args = [
    "log",
    "--no-walk=unsorted",
    "--no-show-signature",
    "--encoding=UTF-8",
    "--stdin",
    `--format=${format}`,
  ];
  const { out } = await repository.askAsUser(args, [...objects.keys()].map((id) => `${id}\n`).join(""));
  const records =
    objects.size === 0
      ? []
      : out
          .toString()
          .split(/\u0001(?=[\da-f]{40})/u)
          .slice(1);
  const commits = records.map((record): readonly [string, ApprovalCommit] => {
    const [id = "", author = "", date = "", told = "", signer = ""] = record.replace(/\n+$/u, "").split("\0");
    const signature = isSigned(objects.get(id)) ? (signatures[told] ?? "unchecked") : "none";
    return [id, { id, author, date, signature, signer: signer === "" ? undefined : signer }];
  });
  return new Map(commits);
}

/** What git's letters say. It has one for none, too, which it also says where it cannot check. */
const signatures: Readonly<Record<string, Signature>> = {
  G: "good",
  U: "good",
  B: "bad",
  X: "expired",
  Y: "expired",
  R: "revoked",
};

function isSigned(commit: Buffer | undefined): boolean {
  const head = commit?.toString("latin1").split("\n\n", 1)[0] ?? "";
  return /^gpgsig(?:-sha256)? /mu.test(head);
}
