// The key under which this user's runs sign what they keep: it lies outside every project, where no repository can put one.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative } from "node:path";

/**
 * The key of this user, or the one that MALVAKT_CACHE_KEY shares openly. Without a place that is this user's alone
 * there is none, and a run does without a cache. `makes`: a first key is made where there is none yet.
 */
export function cacheKey(root: string, makes: boolean): string | undefined {
  const shared = process.env["MALVAKT_CACHE_KEY"];
  if (shared !== undefined && shared !== "") return shared;
  try {
    const file = keyFile();
    return readKey(file, root) ?? (makes && makeKey(file) ? readKey(file, root) : undefined);
  } catch {
    return undefined;
  }
}

function keyFile(): string {
  const { LOCALAPPDATA, XDG_STATE_HOME } = process.env;
  const own = process.platform === "win32" ? LOCALAPPDATA : XDG_STATE_HOME;
  const folder = own !== undefined && isAbsolute(own) ? own : join(homedir(), ".local/state");
  return join(folder, "malvakt", "cache.key");
}

const keyForm = /^[0-9a-f]{64}\n$/u;

/** A key that others could have written or read, or that lies in the project itself, is none. */
function readKey(file: string, root: string): string | undefined {
  let handle: number;
  try {
    // A pipe in its place must not keep the run waiting.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  try {
    const found = fstatSync(handle);
    const isOwn = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
    if (!found.isFile() || !isOwn || isWithin(realpathSync(root), realpathSync(file))) return undefined;
    const text = readFileSync(handle, "utf8");
    return keyForm.test(text) ? text.trim() : undefined;
  } finally {
    closeSync(handle);
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(/[/\\]/u)[0] !== "..";
}

/** Puts a new key in its place, unless another run was first; says whether one may be there now. */
function makeKey(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.${randomBytes(8).toString("hex")}.tmp`;
  try {
    const handle = openSync(fresh, "wx", 0o600);
    try {
      writeSync(handle, `${randomBytes(32).toString("hex")}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // Unlike a renaming, a link never takes the place of a key that is there.
    linkSync(fresh, file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST";
  } finally {
    rmSync(fresh, { force: true });
  }
}
