// Reading files: only files, only UTF-8, and never by a guess.
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import { message, type Message } from "../../core/messages/message.ts";
import type { FileText } from "../../core/project.ts";
import { notAFile, placeOf } from "./place.ts";
import { codeOf, reasonOf } from "./reason.ts";

/** What stands in a file, or why it cannot be read. */
export type FileBytes = { bytes: Buffer } | { problem: Message };

/** Reads a file's bytes; undefined for none. What is no file is never opened: opening a pipe waits, and opening a device can do anything. */
export function readBytes(file: string): FileBytes | undefined {
  try {
    const problem = notAFile(statSync(file));
    if (problem !== undefined) return { problem };
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const other = notAFile(fstatSync(handle));
      return other === undefined ? { bytes: readFileSync(handle) } : { problem: other };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return codeOf(error) === "ENOENT" ? undefined : { problem: reasonOf(error) };
  }
}

/** Bytes as strict UTF-8; a byte order mark stays. `path` is what people are told. */
export function textOfBytes(read: { bytes: Buffer } | { problem: Message }, path: string): FileText {
  if ("problem" in read) return { path, problem: message("disk.cannot-read", { reason: read.problem }) };
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(read.bytes) };
  } catch {
    return { path, problem: message("disk.not-utf-8", firstBadByte(read.bytes)) };
  }
}

/** Reads a text file that a person named; `path` is what people are told, `file` where it is. */
export function readText(file: string, path: string): FileText {
  return textOfBytes(readBytes(file) ?? { problem: message("disk.missing") }, path);
}

/** Reads a text file of a project, by its path from the root; never through a link that leads out. */
export function readInside(root: string, path: string): FileText {
  const place = placeOf(root, path);
  return "problem" in place ? textOfBytes(place, path) : readText(place.file, path);
}

function firstBadByte(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, start)) {
    const slice = bytes.subarray(start, end === -1 ? bytes.length : end);
    const good = goodBytes(slice);
    if (good < slice.length || end === -1) return { line, column: good + 1 };
    line++;
    start = end + 1;
  }
}

/** How many bytes from the start are UTF-8. */
function goodBytes(slice: Buffer): number {
  const text = new TextDecoder("utf-8").decode(slice, { stream: true });
  const encoded = Buffer.from(text);
  for (let index = 0; index < slice.length; index++) if (encoded[index] !== slice[index]) return index;
  return slice.length;
}
