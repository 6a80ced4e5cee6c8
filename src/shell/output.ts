// The output folder on disk: what was published before, and how a build replaces it so that no stop loses a page.
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256Hex } from "../core/hash.ts";
import { ledgerPath, manifestPath, staysInside } from "../core/layout.ts";
import type { PagePlan } from "../core/page-plan.ts";
import {
  filesOf,
  ledgerOf,
  looksLikeFragment,
  mayBeKept,
  UnreadableLedger,
  withLf,
  type Dist,
} from "../core/publish/dist.ts";
import { bothOf, emptyLedger, writeLedger, type Ledger } from "../core/publish/ledger.ts";
import type { Build } from "../core/malvakt.ts";
import { listFiles } from "./disk/list.ts";
import { readInside } from "./disk/read.ts";
import { message } from "../core/messages/message.ts";
import { removeLeftovers } from "./disk/temporary.ts";
import { removeFile, syncFolder, writeDurably, writeWhole } from "./disk/write.ts";
import { Refusal } from "./refusal.ts";
import { openRescue } from "./rescue.ts";

/** Reads what was published before. A ledger that cannot be read stops the build: nothing is changed on a guess. */
export function loadDist(root: string, folder: string, shown: string, plans: readonly PagePlan[]): Dist {
  const textAt = (path: string): string | undefined => {
    if (!existsSync(join(folder, path))) return undefined;
    const file = readInside(folder, path);
    return "text" in file ? file.text : "";
  };
  const ledger = readLedgerOf(textAt, shown);
  const rescue = openRescue(root);
  const kept = mayBeKept(plans, ledger ?? emptyLedger);
  const found = new Map<string, string>();
  const fragments = new Map<string, string>();
  for (const { path, sha256 } of ledger?.published ?? []) {
    const text = textAt(path);
    let here = text === undefined ? undefined : withLf(text);
    if (here === undefined || sha256Hex(here) !== sha256) here = rescue.find(sha256) ?? here;
    if (here === undefined || found.get(path) === sha256) continue;
    found.set(path, sha256Hex(here));
    if (kept.has(path)) fragments.set(path, here);
  }
  const fragmentsFound = ledger
    ? []
    : listFiles(folder, ".html").filter((path) => looksLikeFragment(path, textAt(path) ?? ""));
  return { ledger, found, fragments, fragmentsFound };
}

function readLedgerOf(textAt: (path: string) => string | undefined, shown: string): Ledger | undefined {
  try {
    return ledgerOf(textAt(ledgerPath), textAt(manifestPath));
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error;
    throw new Refusal(message("build.ledger-unreadable", { file: `${shown}/${ledgerPath}` }), 1);
  }
}

export type Written = { written: string[]; same: number; removed: string[] };

/**
 * Writes a build. A stop at any moment leaves a ledger that knows the files: first one that names both what stands and
 * what comes, then the files, then what is taken off goes, last the ledger of this build.
 */
export function writeOutput(
  root: string,
  folder: string,
  { files, ledger }: Pick<Build, "files" | "ledger">,
  dist: Dist,
): Written {
  const result: Written = { written: [], same: 0, removed: [] };
  removeLeftovers(folder, ".");
  const before = dist.ledger ?? emptyLedger;
  const changed = [...files].filter(([path, text]) => path !== ledgerPath && !isSame(folder, path, text));
  const gone = [...filesOf(before)].filter(
    (path) => staysInside(path) && !files.has(path) && existsSync(join(folder, path)),
  );
  if (changed.length > 0 || gone.length > 0) {
    const fragments = new Set(ledger.published.map(({ path }) => path));
    openRescue(root).keep(changed.filter(([path]) => fragments.has(path)).map(([, text]) => text));
    writeDurably(folder, ledgerPath, writeLedger(bothOf(before, ledger)));
  }
  for (const [path, text] of changed) {
    writeWhole(folder, path, text);
    result.written.push(path);
  }
  // On a disk that does not tell letter case apart, an old path may be the very file that was just written.
  const written = new Set([...files.keys()].map((path) => identityOf(join(folder, path))));
  for (const path of gone) {
    if (written.has(identityOf(join(folder, path)))) continue;
    removeFile(folder, path);
    result.removed.push(path);
  }
  // What was taken off must not come back with a power cut, when the ledger names it no longer.
  for (const path of new Set(result.removed.map((one) => dirname(join(folder, one)))))
    if (existsSync(path)) syncFolder(path);
  const text = files.get(ledgerPath) ?? "";
  if (!isSame(folder, ledgerPath, text)) writeDurably(folder, ledgerPath, text);
  result.same = files.size - 1 - changed.length;
  return result;
}

function isSame(folder: string, path: string, text: string): boolean {
  const old = readInside(folder, path);
  return "text" in old && withLf(old.text) === text;
}

/** Which file on the disk a path leads to; empty for none. */
function identityOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : "";
}
