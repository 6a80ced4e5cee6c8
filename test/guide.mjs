// Walks a guide of docs/: does in a folder what the guide tells its reader to do, and gives the guide with what the screen showed.
import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { environment, program } from "./run-case.mjs";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));

/** The two languages of each guide, Bokmål first. */
export const pairs = [
  ["redaktor.md", "editor.md"],
  ["oversetter.md", "translator.md"],
  ["nettsted.md", "site.md"],
];

export const guides = pairs.flat();

/** Pieces for other programs: each has a test of its own. */
export const recipes = ["recipes.md", "redirects.md"];
const bokmal = pairs.map(([name]) => name);

/** @param {string} name */
export const guidePath = (name) => join(docs, name);

/** The files of docs/. */
export const docsFiles = () => readdirSync(docs).filter((name) => name.endsWith(".md"));

/**
 * What is in the fences of a guide. `does` says what a block is for: `sh` is typed, `text` after it is what the screen
 * shows, `title=PATH` is a file to write, `diff title=PATH` a change of one, `in=PATH` lines that a file has.
 * @typedef {{ language: string, does: string, path: string, content: string, at: number, fence: number }} Block
 */

/** @param {string} guide @returns {Block[]} */
export function blocksOf(guide) {
  return [...guide.matchAll(/^```(\S*)(?: (title|in)=(\S+))?\n([\s\S]*?)^```$/gmu)].map((match) => {
    const [whole, language = "", does = "", path = "", content = ""] = match;
    return { language, does, path, content, at: match.index, fence: match.index + whole.length - 3 - content.length };
  });
}

/** The lines that a change takes away and what it puts there. @param {string} diff @param {"-" | "+"} without */
function sideOf(diff, without) {
  const lines = diff.split(/(?<=\n)/u).filter((line) => !line.startsWith(without));
  return lines.map((line) => (line === "\n" ? line : line.slice(1))).join("");
}

/** @param {string} text @param {string} diff @param {string} path */
function changed(text, diff, path) {
  const before = sideOf(diff, "+");
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`${path} has these lines ${parts.length - 1} times, not once:\n${before}`);
  return parts.join(sideOf(diff, "-"));
}

/**
 * Types a command as a reader does; gives what the screen shows, and where the reader is then.
 * @param {string} command @param {string} folder @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ shown: string, exitCode: number, folder: string }>}
 */
function type(command, folder, env) {
  const place = join(env["GUIDE_BIN"] ?? "", "place");
  return new Promise((resolve, reject) => {
    execFile(
      "sh",
      ["-c", `{ ${command}} 2>&1; code=$?; pwd -P >"$GUIDE_BIN/place"; exit $code`],
      { cwd: folder, env },
      (error, stdout) => {
        if (error && typeof error.code !== "number") reject(error);
        else
          resolve({
            shown: stdout,
            exitCode: error ? Number(error.code) : 0,
            folder: readFileSync(place, "utf8").trimEnd(),
          });
      },
    );
  });
}

/** A folder with an `npx` that runs the program of this checkout. @param {string} folder */
function makeNpx(folder) {
  mkdirSync(folder);
  const script = `#!/bin/sh\n[ "$1" = malvakt ] || { echo "npx $1?"; exit 127; }\nshift\nnpm_command=exec exec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(folder, "npx"), script);
  chmodSync(join(folder, "npx"), 0o755);
}

/** The text with another content in some of its blocks. @param {string} text @param {ReadonlyMap<Block, string>} contents */
function withContents(text, contents) {
  let made = "";
  let end = 0;
  for (const [block, content] of contents) {
    made += text.slice(end, block.fence) + content;
    end = block.fence + block.content.length;
  }
  return made + text.slice(end);
}

/**
 * Does all that a guide says, in a new folder. Gives the guide with the true output in its `text` blocks.
 * Fails where a change does not fit, a file has not the lines shown, or a command fails of which nothing is shown.
 * @param {string} name @param {string} [guide]
 * @returns {Promise<string>}
 */
export async function walked(name, guide = readFileSync(guidePath(name), "utf8")) {
  const home = mkdtempSync(join(tmpdir(), "malvakt-guide-"));
  const bin = join(home, "bin");
  const locale = bokmal.includes(basename(name)) ? { LANG: "nb_NO.UTF-8" } : { LC_ALL: "C" };
  const env = { ...environment, ...locale, PATH: bin + delimiter + environment["PATH"], GUIDE_BIN: bin };
  /** @type {Map<Block, string>} */
  const contents = new Map();
  try {
    makeNpx(bin);
    let folder = join(home, "here");
    mkdirSync(folder);
    const blocks = blocksOf(guide);
    for (const [index, { language, does, path, content }] of blocks.entries()) {
      const file = join(folder, path);
      if (language === "sh") {
        const next = blocks[index + 1];
        const after = await type(content, folder, env);
        folder = after.folder;
        if (next?.language === "text") contents.set(next, after.shown);
        else if (after.exitCode !== 0) throw new Error(`${name}: ${content}${after.shown}`);
      } else if (language === "diff") writeFileSync(file, changed(readFileSync(file, "utf8"), content, path));
      else if (does === "title") {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      } else if (does === "in") {
        const text = existsSync(file) ? readFileSync(file, "utf8") : "";
        if (!text.includes(content))
          throw new Error(`${name}: ${path} has not these lines:\n${content}\nIt has:\n${text}`);
      }
    }
  } finally {
    rmSync(home, { recursive: true });
  }
  return withContents(guide, contents);
}
