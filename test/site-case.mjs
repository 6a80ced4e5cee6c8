// What a site case holds on disk: a base that all of them build on, and only what differs from it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The base is a case itself: two pages, published in two languages. */
export const baseCase = fileURLToPath(new URL("site-base/", import.meta.url));
const cases = fileURLToPath(new URL("site/", import.meta.url));

/** The folders of the base and of all cases. @returns {string[]} */
export function allCases() {
  return [
    baseCase,
    ...readdirSync(cases)
      .toSorted()
      .map((name) => join(cases, name, "/")),
  ];
}

/** The folder of a case by its name. @param {string} name */
export function caseFolder(name) {
  return join(cases, name, "/");
}

/**
 * Every file below a folder, by its path with `/`.
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function readTree(folder, below = "") {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  if (!existsSync(join(folder, below))) return files;
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === ".malvakt") continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const [inner, bytes] of readTree(folder, path)) files.set(inner, bytes);
    else files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

/** The base, unless the case says with a line `*` in without.txt that it stands alone. @param {string} folder */
function baseOf(folder) {
  return folder === baseCase || linesOf(join(folder, "without.txt")).includes("*") ? undefined : baseCase;
}

/**
 * The files of a case's site: the base's, without those that without.txt names (a folder by its `/` at the end), and
 * over them the case's own in site/.
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
export function siteOf(folder) {
  const base = baseOf(folder);
  const without = linesOf(join(folder, "without.txt"));
  const isGone = (/** @type {string} */ path) =>
    without.some((line) => path === line || (line.endsWith("/") && path.startsWith(line)));
  const kept = base === undefined ? [] : [...readTree(join(base, "site"))].filter(([path]) => !isGone(path));
  return new Map([...kept, ...readTree(join(folder, "site"))].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The files that are expected to come out of a case: the base's, without those that expected/without.txt names, and over
 * them the case's own in expected/.
 * @param {string} folder
 * @returns {Map<string, string>}
 */
export function expectedOf(folder) {
  const base = baseOf(folder);
  const without = new Set(linesOf(join(folder, "expected", "without.txt")));
  const own = textsIn(join(folder, "expected"));
  own.delete("without.txt");
  const kept = base === undefined ? [] : [...expectedOf(base)].filter(([path]) => !without.has(path));
  return new Map([...kept, ...own]);
}

/**
 * Writes what is expected of a case, as far as it differs from the base.
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 * @returns {number} how many files the case holds of its own
 */
export function writeExpected(folder, files) {
  const base = baseOf(folder);
  /** @type {Map<string, string>} */
  const common = base === undefined ? new Map() : expectedOf(base);
  const own = [...files].filter(([path, text]) => common.get(path) !== text);
  const gone = [...common.keys()].filter((path) => !files.has(path)).toSorted();
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  if (gone.length > 0) own.push(["without.txt", `${gone.join("\n")}\n`]);
  for (const [path, text] of own) writeFile(join(folder, "expected", path), text);
  return own.length;
}

/** @param {string} file @param {string | Buffer} content */
export function writeFile(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** @param {string} folder @returns {Map<string, string>} */
function textsIn(folder) {
  return new Map([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString("utf8")]));
}

/** @param {string} file @returns {string[]} */
function linesOf(file) {
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];
}
