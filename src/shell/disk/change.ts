// The one door through which catalogs, termbases and pages are changed: whatever others save at the same time stays.
import { fsyncSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { message, type Message } from "../../core/messages/message.ts";
import type { FileText } from "../../core/project.ts";
import { prepareFile, syncFolder } from "./write.ts";
import { withFileLock } from "./lock.ts";
import { Refusal } from "../refusal.ts";
import { keepAside } from "./kept.ts";
import { placeOf } from "./place.ts";
import { readBytes, textOfBytes } from "./read.ts";
import { codeOf } from "./reason.ts";
import { asideName } from "./temporary.ts";

/** What becomes of a file, and what else there is to say; without a text the file stays as it is. */
export type Change<T> = { text?: string; value: T };

/**
 * Changes a file of a root, and has it on the disk when it returns. `change` is given the file as it is now, undefined
 * for none, and must be pure: if another program saves the file meanwhile, it is asked again, about what was saved.
 */
export function changeFile<T>(root: string, path: string, change: (current: FileText | undefined) => Change<T>): T {
  const place = placeOf(root, path);
  if ("problem" in place) {
    const problem = message("disk.cannot-read", { reason: place.problem });
    return unwritten({ path, problem }, change);
  }
  return withFileLock(root, place.file, () => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const read = readBytes(place.file);
      const current = read && textOfBytes(read, path);
      if (current && "problem" in current) return unwritten(current, change);
      const { text, value } = change(current);
      if (text === undefined || text === current?.text) return value;
      const before = read && "bytes" in read ? read.bytes : undefined;
      if (put({ root, path, file: place.file }, before, text)) return value;
    }
    throw new Refusal(message("disk.busy", { path }), 1);
  });
}

type Unread = { path: string; problem: Message };

/** What cannot be read is never written over. */
function unwritten<T>(current: Unread, change: (current: FileText) => Change<T>): T {
  const { text, value } = change(current);
  if (text === undefined) return value;
  throw new Refusal(message("disk.not-written", { path: current.path, problem: current.problem }), 1);
}

type Target = { root: string; path: string; file: string };

/** Writes a text in the place of what was read; false when something else stands there by now, which then stays. */
function put(target: Target, read: Buffer | undefined, text: string): boolean {
  const { root, file } = target;
  const fresh = prepareFile(root, file, text, fsyncSync);
  try {
    if (!read) return create(fresh, file);
    const aside = replace(fresh, file, read);
    if (aside === undefined) return false;
    const isDone = holds(aside, read);
    if (isDone) rmSync(aside, { force: true });
    else putBack(target, aside, Buffer.from(text));
    return isDone;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** A file under a name that nothing had. */
function create(fresh: string, file: string): boolean {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!hasNoLinks(error)) throw error;
    if (readBytes(file)) return false;
    renameSync(fresh, file);
  }
  syncFolder(dirname(file));
  return true;
}

/**
 * Puts a file in the place of another, if that still holds what was read; gives where the other lies now. A program that
 * has it open may still write to it: so it is looked at before and after.
 */
function replace(fresh: string, file: string, read: Buffer): string | undefined {
  const aside = join(dirname(file), asideName(read));
  const undo = layAside(file, aside);
  if (!undo) return undefined;
  try {
    if (holds(aside, read) && isStill(aside, file)) {
      renameSync(fresh, file);
      syncFolder(dirname(file));
      return aside;
    }
  } catch (error) {
    undo();
    throw error;
  }
  undo();
  return undefined;
}

/** Gives a file a second name, and what takes that away again; undefined when there is no file. */
function layAside(file: string, aside: string): (() => void) | undefined {
  try {
    linkSync(file, aside);
    return () => rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    if (!hasNoLinks(error)) throw error;
    renameSync(file, aside);
    return () => renameSync(aside, file);
  }
}

/** Gives a file its name back that was saved in the last moment. If that name was saved as well, one of them is kept. */
function putBack(target: Target, aside: string, ours: Buffer): void {
  const second = replace(aside, target.file, ours);
  if (second === undefined) keepAside(target.root, target.path, aside);
  else if (holds(second, ours)) rmSync(second, { force: true });
  else keepAside(target.root, target.path, second);
}

/** Whether no other file has come to a name since the one that was there was laid aside. */
function isStill(aside: string, file: string): boolean {
  const old = statSync(aside, { bigint: true });
  const now = statSync(file, { bigint: true, throwIfNoEntry: false });
  return now === undefined || (now.ino === old.ino && now.dev === old.dev);
}

function holds(file: string, bytes: Buffer): boolean {
  const found = readBytes(file);
  return found !== undefined && "bytes" in found && found.bytes.equals(bytes);
}

/** Some disks, as those of cameras and some servers, know no second name for a file. */
function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EACCES"].includes(codeOf(error) ?? "");
}
