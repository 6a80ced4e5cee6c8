// What the system says about a file, in plain words.
import { message, type Message } from "../../core/messages/message.ts";

/** The code of a system error; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

const reasons: Readonly<Record<string, Message>> = {
  ENOENT: message("disk.missing"),
  EACCES: message("disk.permission"),
  EPERM: message("disk.permission"),
  EISDIR: message("disk.folder"),
  ENOTDIR: message("disk.file-in-path"),
  ENOSPC: message("disk.full"),
  EDQUOT: message("disk.quota"),
  EROFS: message("disk.read-only"),
  ELOOP: message("disk.circle"),
  ENAMETOOLONG: message("disk.name-long"),
  EMFILE: message("disk.many-open"),
};

/** What went wrong, to stand after a colon. */
export function reasonOf(error: unknown): Message {
  const words = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return reasons[codeOf(error) ?? ""] ?? message("cli.says", { words });
}
