// What git has of a project, where there is git: only ever read, never needed, and no setting of a repository runs a program.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { message, type Message } from "../core/messages/message.ts";
import { codeOf } from "./disk/reason.ts";

/** The repository that a folder lies in, whatever a hook that runs this program says; as it is, without additions. */
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
    // Windows looks for programs in the working folder first.
    NoDefaultCurrentDirectoryInExePath: "1",
  };
}

/** What a repository may say of programs, for the few things that it is asked itself: where its objects are, what a name means. */
const guards = ["core.fsmonitor=false", "core.sshCommand=false", "credential.helper=", "protocol.allow=never"].flatMap(
  (setting) => ["-c", setting],
);

type Answer = { status: number | null; out: Buffer; err: string };

/** Asks git in a folder. Rejects with ENOENT where there is no git. */
async function askGit(
  folder: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
  input = "",
): Promise<Answer> {
  return await new Promise((done, fail) => {
    const env = { ...environment(), ...more };
    const child = spawn("git", ["--no-pager", "--literal-pathspecs", ...guards, ...args], {
      cwd: folder,
      env,
      windowsHide: true,
    });
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

/** The history of a project. */
export type Repository = {
  /** The project's folder. */
  folder: string;
  /** The path of the project from the top of the repository: empty, or with `/` at its end. */
  prefix: string;
  head: string;
  /** Commits whose parents were not fetched: the history is cut off there. */
  cut: ReadonlySet<string>;
  /** Asks git about the objects of the repository, by paths from its top. None of its settings is read. */
  ask: (args: readonly string[], input?: string) => Promise<Answer>;
  /** The same with the settings of whoever runs it, who may have named a program that checks signatures. */
  askAsUser: (args: readonly string[], input?: string) => Promise<Answer>;
};

/** Works with the history of a project; gives why there is none to work with. */
export async function withRepository<Result>(
  folder: string,
  work: (repository: Repository) => Promise<Result>,
): Promise<Result | { problem: Message }> {
  const bare = mkdtempSync(join(tmpdir(), "malvakt-git-"));
  try {
    const repository = await openRepository(folder, bare);
    return "problem" in repository ? repository : await work(repository);
  } catch (error) {
    if (codeOf(error) === "ENOENT" && (error as NodeJS.ErrnoException).syscall === "spawn git")
      return { problem: message("git.missing") };
    throw error;
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
}

/**
 * A repository may come from anywhere, with settings that name programs: for looking at its files, for signatures, for
 * what is shown. `bare` becomes a repository of ours that has its objects and nothing else of it.
 */
async function openRepository(folder: string, bare: string): Promise<Repository | { problem: Message }> {
  const prefix = await askGit(folder, ["rev-parse", "--show-prefix"]);
  if (prefix.status !== 0)
    return { problem: message(/dubious ownership/u.test(prefix.err) ? "git.not-trusted" : "git.none") };
  const found = await askGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (found.status !== 0) return { problem: message("git.no-commits") };
  const head = lineOf(found);
  const objects = resolve(folder, lineOf(await askGit(folder, ["rev-parse", "--git-path", "objects"])));
  const shallow = resolve(folder, lineOf(await askGit(folder, ["rev-parse", "--git-path", "shallow"])));
  const cut = existsSync(shallow) ? readFileSync(shallow, "utf8") : "";
  mkdirSync(join(bare, "refs"));
  writeFileSync(join(bare, "HEAD"), `${head}\n`);
  const format = head.length === 64 ? "1\n[extensions]\n\tobjectFormat = sha256" : "0";
  writeFileSync(join(bare, "config"), `[core]\n\tbare = true\n\trepositoryFormatVersion = ${format}\n`);
  if (cut !== "") writeFileSync(join(bare, "shallow"), cut);
  const own = { GIT_DIR: bare, GIT_OBJECT_DIRECTORY: objects };
  const none = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_COUNT: "0" };
  return {
    folder,
    prefix: lineOf(prefix),
    head,
    cut: new Set(cut.split(/\s+/u).filter(Boolean)),
    ask: async (args, input) => await askGit(bare, args, { ...own, ...none }, input),
    askAsUser: async (args, input) => await askGit(bare, args, own, input),
  };
}

function lineOf({ out }: Answer): string {
  return out.toString().replace(/\r?\n$/u, "");
}

/** The commit that a name stands for. */
export async function commitNamed({ folder }: Repository, name: string): Promise<string | undefined> {
  if (name.startsWith("-")) return undefined;
  const found = await askGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  return found.status === 0 ? lineOf(found) : undefined;
}

/** The files of a commit below paths of the project: their objects by path from the project's folder. */
export async function filesOfCommit(
  { ask, prefix }: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const { out } = await ask(["ls-tree", "-r", "-z", commit, "--", ...paths.map((path) => prefix + path)]);
  const files = new Map<string, string>();
  for (const record of out.toString().split("\0")) {
    const [, id = "", path = ""] = /^100\d{3} blob ([\da-f]+)\t(.*)$/su.exec(record) ?? [];
    if (id !== "" && path.startsWith(prefix)) files.set(path.slice(prefix.length), id);
  }
  return files;
}

/** How many objects one process is asked for. */
const most = 256;

/** What objects hold, by their ids; those that the repository does not have are left out. */
export async function readObjects({ ask }: Repository, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(wanted.length / most) }, (_, at) =>
    wanted.slice(at * most, (at + 1) * most),
  );
  const found = await fewAtOnce(parts, async (part) => {
    const { out } = await ask(["cat-file", "--batch"], part.map((id) => `${id}\n`).join(""));
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
  return blobOf(root, `HEAD:./${path}`);
}

/** Both sides of a merge: of one that has not been committed yet, and of the last commit. */
const sides = [":2:", ":3:", "HEAD:", "MERGE_HEAD:", "HEAD^1:", "HEAD^2:"];

/** A file below a folder as either side of a merge has it, where that text is the one that is looked for. */
export function sideOfMerge(folder: string, path: string, isIt: (text: string) => boolean): string | undefined {
  for (const side of sides) {
    const text = blobOf(folder, `${side}./${path}`);
    if (text !== undefined && isIt(text)) return text;
  }
  return undefined;
}

function blobOf(folder: string, name: string): string | undefined {
  const { status, stdout } = spawnSync("git", [...guards, "cat-file", "blob", name], {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
    maxBuffer: 100_000_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
