// Tells of every operation on the disk just before it is done and just after, in this very process.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/**
 * @typedef {object} Operation
 * @property {string} name of the function of node:fs
 * @property {unknown[]} given
 * @property {string} path that it is about: for an open file, the path that it was opened by
 * @property {boolean} isChange whether it changes what is on the disk
 */

const reading = ["statSync", "lstatSync", "readdirSync", "readFileSync", "fstatSync", "closeSync"];
const changing = ["openSync", "writeSync", "fsyncSync", "renameSync", "linkSync", "rmSync", "rmdirSync", "mkdirSync"];

/** The functions as they were. @type {typeof fs} */
export const disk = { ...fs };

/**
 * @param {(operation: Operation) => void} before
 * @param {(operation: Operation, result: unknown) => void} [after]
 * @returns {() => void} ends it
 */
export function watchDisk(before, after = () => {}) {
  /** @type {Map<number, string>} */
  const open = new Map();
  const functions = /** @type {Record<string, (...given: unknown[]) => unknown>} */ (/** @type {unknown} */ (disk));
  for (const name of [...reading, ...changing])
    Object.assign(fs, {
      [name]: (/** @type {unknown[]} */ ...given) => {
        const [first] = given;
        const path = typeof first === "number" ? (open.get(first) ?? "") : String(first);
        const isThere = disk.existsSync(path);
        // To make what is there, to remove what is not, and to open for reading change nothing.
        const isChange =
          changing.includes(name) && (name !== "mkdirSync" || !isThere) && (!name.startsWith("rm") || isThere);
        const operation = { name, given, path, isChange };
        before(operation);
        const result = functions[name]?.(...given);
        if (name === "openSync") open.set(Number(result), path);
        after(operation, result);
        return result;
      },
    });
  syncBuiltinESMExports();
  return () => {
    for (const name of [...reading, ...changing]) Object.assign(fs, { [name]: functions[name] });
    syncBuiltinESMExports();
  };
}
