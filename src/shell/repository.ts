// Where a file stands in its repository: services that show findings beside its lines take paths from there.
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** The path of a file from the repository that it lies in: the one that a workflow checked out, or git's. */
export function pathInRepository(file: string): string | undefined {
  const folder = realFolder(dirname(file));
  const checkedOut = process.env["GITHUB_WORKSPACE"];
  const roots = [checkedOut ? realFolder(checkedOut) : undefined, gitRoot(folder)];
  for (const root of roots) {
    if (root === undefined) continue;
    const path = relative(root, join(folder, file.slice(dirname(file).length + 1))).replaceAll("\\", "/");
    if (!path.startsWith("../") && !/^(?:\/|[A-Za-z]:)/u.test(path)) return path;
  }
  return undefined;
}

/** The nearest folder upwards with `.git`, which is a file in a worktree. */
function gitRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function realFolder(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}
