// What the system says about a file, in a plain sentence.

/** The code of a system error; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  EACCES: "permission is missing",
  EPERM: "permission is missing",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk can only be read",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
};

/** What went wrong, to stand after a colon. */
export function reasonOf(error: unknown): string {
  const known = reasons[codeOf(error) ?? ""];
  return known ?? (error instanceof Error ? (error.message.split("\n")[0] ?? "unknown") : String(error));
}
