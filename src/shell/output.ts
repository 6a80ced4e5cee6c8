// The output folder on disk: what was published before, and how a build replaces it so that no stop loses a page.
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashIn } from "../core/assets/published.ts";
import { sha256Hex, sha256OfBytes } from "../core/hash.ts";
import { ledgerPath, manifestPath, staysInside } from "../core/layout.ts";
import type { PagePlan } from "../core/page-plan.ts";
import {
  assetsNamedIn,
  filesOf,
  ledgerOf,
  looksLikeFragment,
  mayBeKept,
  publishedText,
  UnreadableLedger,
  withLf,
  type Dist,
} from "../core/publish/dist.ts";
import { bothOf, emptyLedger, writeLedger, type Ledger, type Published } from "../core/publish/ledger.ts";
import { isLater } from "../core/publish/standing.ts";
import type { Asset } from "../core/publish/used-files.ts";
import type { Build } from "../core/malvakt.ts";
import { bytesInside } from "./assets.ts";
import { listFiles } from "./disk/list.ts";
import type { FileIndex } from "./file-index.ts";
import { readInside } from "./disk/read.ts";
import { message } from "../core/messages/message.ts";
import { removeLeftovers } from "./disk/temporary.ts";
import { sideOfMerge } from "./git.ts";
import { removeFile, syncFiles, syncFolder, writeBytesDurably, writeDurably, writeWhole } from "./disk/write.ts";
import { Refusal } from "./refusal.ts";
import { openRescue, type Rescue } from "./rescue.ts";

/** Reads what was published before. A ledger that cannot be read stops the build: nothing is changed on a guess. */
export function loadDist(
  root: string,
  folder: string,
  shown: string,
  plans: readonly PagePlan[],
  index: FileIndex,
): Dist {
  const textAt = (path: string): string | undefined => {
    if (!existsSync(join(folder, path))) return undefined;
    const file = readInside(folder, path);
    return "text" in file ? file.text : "";
  };
  const ledger = readLedgerOf(textAt, shown);
  const lines = ledger?.published ?? [];
  const kept = mayBeKept(plans, ledger ?? emptyLedger);
  const found = new Map<string, string>();
  const fragments = new Map<string, string>();
  for (const path of new Set(lines.map((line) => line.path))) {
    const file = kept.has(path) ? textAt(path) : undefined;
    const text = file === undefined ? undefined : publishedText(file, path, lines);
    if (text !== undefined) fragments.set(path, text);
    const hash = text === undefined ? hashAt(folder, path, index) : sha256Hex(text);
    if (hash !== undefined) found.set(path, hash);
  }
  // Only where nothing of a page stands whole: what a build was about to write is not what stands.
  const rescue = openRescue(root, folder);
  const whole = new Set(lines.filter(({ path, sha256 }) => found.get(path) === sha256).flatMap(namesOf));
  for (const line of lines.toSorted((one, other) => (isLater(one, other) ? -1 : 1))) {
    if (namesOf(line).some((name) => whole.has(name))) continue;
    const text = rescue.find(line.sha256) ?? textOfBranch(folder, line, lines);
    if (text === undefined) continue;
    found.set(line.path, line.sha256);
    if (kept.has(line.path)) fragments.set(line.path, text);
    for (const name of namesOf(line)) whole.add(name);
  }
  const assets = new Map(
    assetsNamedIn(ledger ?? emptyLedger).flatMap((path) => {
      const hash = hashOfAsset(folder, path, index);
      return hash === undefined ? [] : [[path, hash] as const];
    }),
  );
  const known = filesOf(ledger ?? emptyLedger);
  const fragmentsFound = listFiles(folder, ".html").filter(
    (path) => !known.has(path) && looksLikeFragment(path, textAt(path) ?? ""),
  );
  return { ledger, found, fragments, assets, fragmentsFound };
}

/** SHA-256 of a file's bytes; undefined where there is none. */
function hashOfAsset(folder: string, path: string, index: FileIndex): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  return index.hashOf(file, () => {
    const read = bytesInside(folder, path);
    return "bytes" in read ? read.bytes : "";
  });
}

/** The text of a fragment that two branches have published, from git, which may have made one file of both. */
function textOfBranch(folder: string, line: Published, lines: readonly Published[]): string | undefined {
  const isOfTwo = lines.some(({ path, sha256 }) => path === line.path && sha256 !== line.sha256);
  const found = isOfTwo ? sideOfMerge(folder, line.path, (text) => sha256Hex(withLf(text)) === line.sha256) : undefined;
  return found === undefined ? undefined : withLf(found);
}

/** SHA-256 of a file's text with LF; undefined where there is none. */
function hashAt(folder: string, path: string, index: FileIndex): string | undefined {
  if (!existsSync(join(folder, path))) return undefined;
  return index.hashOf(join(folder, path), () => {
    const file = readInside(folder, path);
    return "text" in file ? withLf(file.text) : "";
  });
}

/** What only one line can stand for: a page in a language, and a file. */
function namesOf({ page, language, path }: Published): string[] {
  return [JSON.stringify([language, page]), path];
}

function readLedgerOf(textAt: (path: string) => string | undefined, shown: string): Ledger | undefined {
  try {
    return ledgerOf(textAt(ledgerPath), textAt(manifestPath));
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error;
    throw new Refusal(message("build.ledger-unreadable", { file: `${shown}/${ledgerPath}` }), 1);
  }
}

export type Written = {
  written: string[];
  same: number;
  removed: string[];
  /** Nothing was written, not even the ledger: another build would find all as this one did. */
  isAsBefore: boolean;
};

/**
 * Writes a build. A stop at any moment leaves a ledger that knows the files: first one that names both what stands and
 * what comes, then the files, then what is taken off goes, last the ledger of this build.
 */
export function writeOutput(
  root: string,
  folder: string,
  build: Pick<Build, "files" | "assets" | "ledger">,
  dist: Dist,
  index: FileIndex,
): Written {
  const { files, ledger } = build;
  const result: Written = { written: [], same: 0, removed: [], isAsBefore: true };
  removeLeftovers(folder, ".");
  const before = dist.ledger ?? emptyLedger;
  const { copied, changed, gone, isLedgerSame } = differences(folder, build, dist, index);
  const copies = copied.map(([path, asset]) => [path, bytesOf(root, asset)] as const);
  result.isAsBefore = copied.length === 0 && changed.length === 0 && gone.length === 0 && isLedgerSame;
  const fragments = new Set(ledger.published.map(({ path }) => path));
  if (copied.length > 0 || changed.length > 0 || gone.length > 0) {
    const rescue = openRescue(root, folder);
    const coming = changed.filter(([path]) => fragments.has(path)).map(([, text]) => text);
    rescue.keep([...stillNeeded(folder, before, rescue), ...coming]);
    writeDurably(folder, ledgerPath, writeLedger(bothOf(before, ledger)));
  }
  // Before the fragments that show them.
  for (const [path, bytes] of copies) {
    writeBytesDurably(folder, path, bytes);
    result.written.push(path);
  }
  for (const [path, text] of changed) {
    writeWhole(folder, path, text);
    result.written.push(path);
  }
  // A power cut must not take a new fragment when a picture of the old one is gone already.
  if (gone.some((path) => hashIn(path) !== undefined))
    syncFiles(
      folder,
      changed.flatMap(([path]) => (fragments.has(path) ? [path] : [])),
    );
  // On a disk that does not tell letter case apart, an old path may be the very file that was just written.
  const written = new Set([...files.keys(), ...build.assets.keys()].map((path) => identityOf(join(folder, path))));
  for (const path of gone) {
    if (written.has(identityOf(join(folder, path)))) continue;
    removeFile(folder, path);
    result.removed.push(path);
  }
  // What was taken off must not come back with a power cut, when the ledger names it no longer.
  for (const path of new Set(result.removed.map((one) => folderAbove(join(folder, one))))) syncFolder(path);
  const text = files.get(ledgerPath) ?? "";
  if (!isSame(folder, ledgerPath, text)) writeDurably(folder, ledgerPath, text);
  result.same = files.size - 1 - changed.length + build.assets.size - copied.length;
  return result;
}

/** Whether a build would write nothing. */
export function isBuilt(folder: string, build: Pick<Build, "files" | "assets">, dist: Dist, index: FileIndex): boolean {
  const { copied, changed, gone, isLedgerSame } = differences(folder, build, dist, index);
  return copied.length === 0 && changed.length === 0 && gone.length === 0 && isLedgerSame;
}

/** The bytes of an author's file, which must be those that the build has seen. */
function bytesOf(root: string, { from, sha256 }: Asset): Uint8Array {
  const read = bytesInside(root, from ?? "");
  if ("problem" in read) throw new Refusal(message("cli.about", { path: from ?? "", problem: read.problem }), 1);
  if (sha256OfBytes(read.bytes) !== sha256) throw new Refusal(message("build.asset-changed", { path: from ?? "" }), 1);
  return read.bytes;
}

type Differences = {
  /** Files of authors that are to be copied. */
  copied: [path: string, asset: Asset][];
  changed: [path: string, text: string][];
  gone: string[];
  isLedgerSame: boolean;
};

/** In what the files of a build differ from those that stand, the ones aside that no build wrote. */
function differences(
  folder: string,
  { files, assets }: Pick<Build, "files" | "assets">,
  { ledger }: Dist,
  index: FileIndex,
): Differences {
  const isSameFile = ([path, text]: readonly [string, string]): boolean =>
    hashAt(folder, path, index) === sha256Hex(text);
  return {
    copied: [...assets].filter(
      ([path, { from, sha256 }]) => from !== undefined && hashOfAsset(folder, path, index) !== sha256,
    ),
    changed: [...files].filter((file) => file[0] !== ledgerPath && !isSameFile(file)),
    gone: [...filesOf(ledger ?? emptyLedger)].filter(
      (path) => staysInside(path) && !files.has(path) && !assets.has(path) && existsSync(join(folder, path)),
    ),
    isLedgerSame: isSameFile([ledgerPath, files.get(ledgerPath) ?? ""]),
  };
}

/**
 * Texts of the last build that are not whole on the disk. The others are put there now: they were written without
 * waiting for that, and a power cut could still take them when nothing else has them any more.
 */
function stillNeeded(folder: string, { published }: Ledger, rescue: Rescue): string[] {
  const written = published.filter(({ sha256 }) => rescue.find(sha256) !== undefined);
  const isThere = ({ path, sha256 }: Published): boolean => isSame(folder, path, rescue.find(sha256) ?? "");
  const there = written.filter(isThere);
  syncFiles(
    folder,
    there.map(({ path }) => path),
  );
  return written.filter((line) => !there.includes(line)).flatMap(({ sha256 }) => rescue.find(sha256) ?? []);
}

/** The folder that a file lay in, or if that is gone with it, the one that this lay in. */
function folderAbove(file: string): string {
  const above = dirname(file);
  return existsSync(above) ? above : folderAbove(above);
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
