// The fragments that the last build wrote, in one file that is on the disk before they are, for a power cut.
import { dirname, relative } from "node:path";
import { sha256Hex } from "../core/hash.ts";
import { outputFolder } from "../core/layout.ts";
import { readInside } from "./disk/read.ts";
import { writeDurably } from "./disk/write.ts";
import { scratchFile } from "./disk/scratch.ts";

/** Path of the file from the root. */
export function rescueFile(root: string, output: string): string {
  return `.malvakt/${nameFor(root, output)}`;
}

/** Each output folder has its own. */
function nameFor(root: string, folder: string): string {
  const way = relative(root, folder).replaceAll("\\", "/");
  return way === outputFolder ? "last-build.jsonl" : `last-build-${sha256Hex(way).slice(0, 16)}.jsonl`;
}

export type Rescue = {
  /** The text with this SHA-256, if the last build wrote it. */
  find: (sha256: string) => string | undefined;
  /** Keeps these texts, in place of those of the build before. */
  keep: (texts: readonly string[]) => void;
};

export function openRescue(root: string, output: string): Rescue {
  const name = nameFor(root, output);
  let known: Map<string, string> | undefined;
  return {
    find: (sha256) => (known ??= readRescue(root, name)).get(sha256),
    keep: (texts) => {
      try {
        const folder = dirname(scratchFile(root, name));
        writeDurably(folder, name, texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
      } catch (error) {
        // A project that may only be read is built to another folder; then this folder cannot hold anything either.
        if (!["EROFS", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      }
    },
  };
}

function readRescue(root: string, name: string): Map<string, string> {
  const texts = new Map<string, string>();
  const read = readInside(root, `.malvakt/${name}`);
  for (const line of "text" in read ? read.text.split("\n") : []) {
    try {
      const text: unknown = JSON.parse(line);
      if (typeof text === "string") texts.set(sha256Hex(text), text);
    } catch {
      // A line that was cut is of no use; the others are.
    }
  }
  return texts;
}
