// What git has of a project, where there is git: only ever read, and never needed. Nothing that a repository says of
// itself runs a program.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { message, type Message } from "../core/messages/message.ts";
import { codeOf } from "./disk/reason.ts";

/**
 * A repository may come from anywhere, with settings that name programs: for looking at its files, for signatures, for
 * what is shown. Those are git's own here. Files are never compared with the working tree, which would run filters.
 */
const guards = [
  "--no-pager",
  "--literal-pathspecs",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.sshCommand=false",
    "credential.helper=",
    "diff.external=",
    "log.showSignature=false",
    "blame.ignoreRevsFile=",
    "protocol.allow=never",
    "gpg.program=gpg",
    "gpg.openpgp.program=gpg",
    "gpg.x509.program=gpgsm",
    "gpg.ssh.program=ssh-keygen",
    "i18n.logOutputEncoding=UTF-8",
  ].flatMap((setting) => ["-c", setting]),
];

/** The repository that a file lies in, whatever a hook that runs this program says; as it is, without additions. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_PREFIX: ____, ...rest } = process.env;
  return {
    ...rest,
    LC_ALL: "C",
    GIT_PAGER: "cat",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    // Windows looks for programs in the working folder first.
    NoDefaultCurrentDirectoryInExePath: "1",
  };
}

type Answer = { status: number | null; out: Buffer; err: string };

/** Asks git in a folder. Rejects with ENOENT where there is no git. */
export async function askGit(folder: string, args: readonly string[], input = ""): Promise<Answer> {
  return await new Promise((done, fail) => {
    const child = spawn("git", [...guards, ...args], { cwd: folder, env: environment(), windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    // A git that ends early is told by its status.
    child.stdin.on("error", () => {});
    child.on("error", fail);
    child.on("close", (status) => done({ status, out: Buffer.concat(out), err: Buffer.concat(err).toString() }));
    child.stdin.end(input);
  });
}

/** Works on all, a few at a time; results come in the order of the work. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  most = 4,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, one));
  return results;
}

export type Repository = {
  /** The project's folder, from which paths lead. */
  folder: string;
  /** The path of the project from the top of the repository: empty, or with `/` at its end. */
  prefix: string;
  head: string;
  /** Commits whose parents were not fetched: the history is cut off there. */
  cut: ReadonlySet<string>;
};

/** The repository of a project, or why there is none to ask. */
export async function openRepository(folder: string): Promise<Repository | { problem: Message }> {
  try {
    const prefix = await askGit(folder, ["rev-parse", "--show-prefix"]);
    if (prefix.status !== 0)
      return { problem: message(/dubious ownership/u.test(prefix.err) ? "git.not-trusted" : "git.none") };
    const head = await askGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
    if (head.status !== 0) return { problem: message("git.no-commits") };
    return {
      folder,
      prefix: lineOf(prefix),
      head: lineOf(head),
      cut: await cutCommits(folder),
    };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { problem: message("git.missing") };
    throw error;
  }
}

function lineOf({ out }: Answer): string {
  return out.toString().replace(/\r?\n$/u, "");
}

async function cutCommits(folder: string): Promise<Set<string>> {
  const file = resolve(folder, lineOf(await askGit(folder, ["rev-parse", "--git-path", "shallow"])));
  return new Set(existsSync(file) ? readFileSync(file, "utf8").split(/\s+/u).filter(Boolean) : []);
}

/** The commit that a name stands for. */
export async function commitNamed({ folder }: Repository, name: string): Promise<string | undefined> {
  if (name.startsWith("-")) return undefined;
  const found = await askGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  return found.status === 0 ? lineOf(found) : undefined;
}

/** The files of a commit below paths of the project: their objects by path from the project's folder. */
export async function filesOfCommit(
  { folder }: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const { out } = await askGit(folder, ["ls-tree", "-r", "-z", commit, "--", ...paths]);
  const files = new Map<string, string>();
  for (const record of out.toString().split("\0")) {
    const [, id = "", path = ""] = /^100\d{3} blob ([\da-f]+)\t(.*)$/su.exec(record) ?? [];
    if (id !== "") files.set(path, id);
  }
  return files;
}

/** How many objects one process is asked for. */
const most = 256;

/** What objects hold, by their ids; those that the repository does not have are left out. */
export async function readObjects({ folder }: Repository, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(wanted.length / most) }, (_, at) =>
    wanted.slice(at * most, (at + 1) * most),
  );
  const found = await fewAtOnce(parts, async (part) => {
    const { out } = await askGit(folder, ["cat-file", "--batch"], part.map((id) => `${id}\n`).join(""));
    return objectsIn(out);
  });
  return new Map(found.flat());
}

function objectsIn(out: Buffer): [id: string, bytes: Buffer][] {
  const objects: [string, Buffer][] = [];
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at);
    if (end === -1) break;
    const [id = "", , size] = out.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === undefined || !/^\d+$/u.test(size)) continue;
    objects.push([id, out.subarray(at, at + Number(size))]);
    at += Number(size) + 1;
  }
  return objects;
}

/** A file of a project as it was last committed; undefined where it was not, or where there is no git. */
export function lastCommitted(root: string, path: string): string | undefined {
  const { status, stdout } = spawnSync("git", [...guards, "cat-file", "blob", `HEAD:./${path}`], {
    cwd: root,
    encoding: "utf8",
    env: environment(),
    maxBuffer: 100_000_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
