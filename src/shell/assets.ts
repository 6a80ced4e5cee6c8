// Looks into the files that pages show or lead to: once, and again only when they change.
import { statSync } from "node:fs";
import { inspectFile, tooLarge, type Inspected } from "../core/assets/inspect.ts";
import { writtenEnding } from "../core/assets/endings.ts";
import { withLfBytes } from "../core/assets/line-ends.ts";
import { sha256OfBytes } from "../core/hash.ts";
import { contentFolder } from "../core/layout.ts";
import { message, type Message } from "../core/messages/message.ts";
import type { Cache } from "./cache.ts";
import type { Lying } from "./disk/list.ts";
import { placeOf } from "./disk/place.ts";
import { readBytes, type FileBytes } from "./disk/read.ts";
import type { FileIndex } from "./file-index.ts";

export type Inspector = {
  /** What a file is, by its path from the folder of content. */
  inspect: (path: string) => Inspected;
  /** Forgets the files that no one has asked for. */
  forgetRest: () => void;
};

/** `found` are the files of a project by path. */
export function inspectorOf(found: ReadonlyMap<string, Lying>, index: FileIndex, cache: Cache<Inspected>): Inspector {
  const known = new Map<string, Inspected>();
  const used: string[][] = [];
  const inspectAt = (path: string, file: string): Inspected => {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    const large = size === undefined ? unreadable(message("disk.missing")) : tooLarge(path, size);
    if (large) return { problem: large };
    let read: FileBytes | undefined;
    const bytesNow = (): Uint8Array => {
      read ??= readAsset(file);
      return "bytes" in read ? read.bytes : new Uint8Array();
    };
    const inputs = [index.hashOf(file, bytesNow), writtenEnding(path).toLowerCase()];
    const kept = cache.find(inputs);
    const inspected = kept ?? inspectFile(path, bytesNow());
    if (read && "problem" in read) return { problem: unreadable(read.problem) };
    // A file that was changed since its hash was taken is kept under no hash.
    if (read && sha256OfBytes(read.bytes) !== inputs[0]) return inspected;
    used.push(inputs);
    return kept ?? cache.keep(inputs, inspected);
  };
  return {
    inspect: (path) => {
      const before = known.get(path);
      if (before) return before;
      const lying = found.get(`${contentFolder}/${path}`) ?? { problem: unreadable(message("disk.missing")) };
      const inspected = "problem" in lying ? { problem: lying.problem } : inspectAt(path, lying.file);
      known.set(path, inspected);
      return inspected;
    },
    forgetRest: () => cache.keepOnly(used),
  };
}

function unreadable(reason: Message): Message {
  return message("disk.cannot-read", { reason });
}

/** The bytes of an author's file as they are published, by its path from the root of a project or of what is published. */
export function bytesInside(root: string, path: string): FileBytes {
  const place = placeOf(root, path);
  return "problem" in place ? place : readAsset(place.file);
}

function readAsset(file: string): FileBytes {
  const read = readBytes(file) ?? { problem: message("disk.missing") };
  return "bytes" in read ? { bytes: Buffer.from(withLfBytes(file, read.bytes)) } : read;
}
