// Watches files of a project: tells what has changed, when a rush of changes is over. One for builds, previews and reviews.
import { realpathSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { message } from "../core/messages/message.ts";
import { isBelow } from "./disk/place.ts";
import { reasonOf } from "./disk/reason.ts";
import { Refusal } from "./refusal.ts";

/** A rush of changes is over when there was none for so long; but it is not waited for longer than the other. */
const quietMs = 60;
const mostMs = 1000;

export type Watch = {
  /**
   * Paths from the root that have changed since the last time, in order. What changes while no one asks is told at the
   * next asking. Undefined when the watch is over.
   */
  next: () => Promise<string[] | undefined>;
  close: () => Promise<void>;
};

/**
 * Begins to watch files and folders of a root, which need not be there yet; hidden files are left out. From when this
 * returns no change is missed. The watch ends with the signal.
 */
export async function watchFiles(root: string, paths: readonly string[], signal: AbortSignal): Promise<Watch> {
  const base = realpathSync(root);
  const wanted = paths.map((path) => join(base, path));
  const isOther = (path: string): boolean =>
    path !== base &&
    (basename(path).startsWith(".") || !wanted.some((one) => isBelow(one, path) || isBelow(path, one)));
  const changed = new Set<string>();
  let lastMs = 0;
  let failure: unknown;
  let ring = (): void => {};
  signal.addEventListener("abort", () => ring(), { once: true });
  const watcher = watch(base, { ignored: isOther, ignoreInitial: true, atomic: true });
  watcher.on("all", (_, path) => {
    const below = relative(base, isAbsolute(path) ? path : join(base, path));
    changed.add(below.split(sep).join("/"));
    lastMs = performance.now();
    ring();
  });
  watcher.on("error", (error) => {
    failure = error;
    ring();
  });
  const change = async (): Promise<void> => {
    if (changed.size > 0 || failure !== undefined || signal.aborted) return;
    await new Promise<void>((resolve) => {
      ring = resolve;
    });
  };
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
    ring = resolve;
  });
  return {
    next: async () => {
      await change();
      for (const startMs = performance.now(); !signal.aborted && failure === undefined;) {
        const now = performance.now();
        const restMs = quietMs - (now - lastMs);
        if (restMs <= 0 || now - startMs > mostMs) break;
        await pause(restMs);
      }
      if (failure !== undefined) throw refusal(failure);
      if (signal.aborted) return undefined;
      const told = [...changed].toSorted();
      changed.clear();
      return told;
    },
    close: () => watcher.close(),
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function refusal(error: unknown): Refusal {
  return new Refusal(message("watch.failed", { problem: reasonOf(error) }), 1);
}
