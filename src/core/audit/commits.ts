// The commits that brought approvals: git's history tells who wrote a line, whatever name stands in it.
import type { ApprovalCommit, AuditPage, AuditUnit, UnitCommit } from "./audit.ts";
import { isSameName } from "./same-name.ts";

/** Where an approval line came from. */
export type LineOrigin = {
  date: string;
  hash: string;
  /** As the line has it: another tool may have folded the rest onto the next. */
  name: string;
  commit: string;
  /** The path of the file then, where it was another one. */
  formerly: string | undefined;
  /** The history is cut off at this commit: the line may be older. */
  isCut: boolean;
};

/** Pages with the commits of their approvals. `lines` has those of each catalog by path, undefined for one in no commit. */
export function withCommits(
  pages: readonly AuditPage[],
  lines: ReadonlyMap<string, readonly LineOrigin[] | undefined>,
  commits: ReadonlyMap<string, ApprovalCommit>,
): AuditPage[] {
  return pages.map((page) => {
    if (page.catalog === undefined || !lines.has(page.catalog)) return page;
    const own = lines.get(page.catalog) ?? [];
    return { ...page, units: page.units.map((unit) => ({ ...unit, commit: commitOf(unit, own, commits) })) };
  });
}

function commitOf(
  { approval }: AuditUnit,
  lines: readonly LineOrigin[],
  commits: ReadonlyMap<string, ApprovalCommit>,
): UnitCommit | undefined {
  if (!approval) return undefined;
  const line = lines.find(
    ({ date, hash, name }) =>
      date === approval.date && hash === approval.hash && approval.name.startsWith(name.replace(/-$/u, "")),
  );
  if (!line) return "uncommitted";
  const commit = commits.get(line.commit);
  if (!commit) return undefined;
  const { formerly, isCut } = line;
  return { ...commit, formerly, isCut, differs: !isSameName(commit.author, approval.name) };
}

/** The commits of a page's approvals, each once, with the lines of the catalog that it brought. */
export function commitsOfPage({
  units,
}: Pick<AuditPage, "units">): { commit: Exclude<UnitCommit, string>; lines: number[]; differing: number[] }[] {
  const found = new Map<string, { commit: Exclude<UnitCommit, string>; lines: number[]; differing: number[] }>();
  for (const { commit, line = 0 } of units) {
    if (commit === undefined || commit === "uncommitted") continue;
    const one = found.get(commit.id) ?? { commit, lines: [], differing: [] };
    found.set(commit.id, one);
    one.lines.push(line);
    if (commit.differs) one.differing.push(line);
  }
  return [...found.values()];
}
