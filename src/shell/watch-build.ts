// Builds again at every change of a project, until a person stops it.
import { settingsFile } from "./root.ts";
import { contentFolder } from "../core/layout.ts";
import { message } from "../core/messages/message.ts";
import { explain } from "./explain.ts";
import { say } from "./locale.ts";
import { loadSettings } from "./project.ts";
import { listenForStop } from "./stop.ts";
import { printLine } from "./terminal.ts";
import { watchFiles } from "./watch.ts";

/** Most changed files that are named. */
const mostNamed = 5;

/**
 * Works once, and again at every change. Work that fails is told and tried again at the next change; what changes while
 * it works is worked on after it.
 */
export async function workAtChanges(root: string, work: () => Promise<void>): Promise<void> {
  const { signal, release } = listenForStop();
  try {
    const watch = await watchFiles(root, [settingsFile, contentFolder, ...termbaseOf(root)], signal);
    try {
      await attempt(work);
      await printLine(say(message("watch.started")));
      for (let changed = await watch.next(); changed; changed = await watch.next()) {
        const paths = changed.slice(0, mostNamed);
        await printLine(say(message("watch.changed", { paths, more: changed.length - paths.length })));
        await attempt(work);
      }
    } finally {
      await watch.close();
    }
  } finally {
    release();
  }
  await printLine(say(message("watch.stopped")));
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    explain(error);
  }
}

/** The termbase may lie beside the content. */
function termbaseOf(root: string): string[] {
  try {
    const { termbasePath } = loadSettings(root);
    return termbasePath === undefined ? [] : [termbasePath];
  } catch {
    // What is wrong with the settings, the work tells.
    return [];
  }
}
