// Notes which files below a folder the program opens and what it changes: in this process, or, loaded before the program
// (`node --import`), in the program's own.
import { disk, watchDisk } from "./disk-operations.mjs";

/**
 * @param {string} below
 * @returns {() => string[]} ends it, and gives what was done
 */
export function noteOperations(below) {
  /** @type {Set<string>} */
  const noted = new Set();
  const stop = watchDisk(({ name, given, path, isChange }) => {
    if (typeof given[0] !== "string" || !path.startsWith(below)) return;
    const isRead = name === "readFileSync" || (name === "openSync" && !/[wa+]/u.test(flagsOf(given[1])));
    if (isRead || isChange) noted.add(`${isRead ? "reads" : "changes"} ${path.slice(below.length + 1)}`);
  });
  return () => {
    stop();
    return [...noted].toSorted();
  };
}

const { NOTE_BELOW: below, NOTE_IN: notes } = process.env;
if (below !== undefined && notes !== undefined) {
  const noted = noteOperations(below);
  process.on("exit", () => disk.writeFileSync(notes, noted().join("\n")));
}

/** @param {unknown} flags */
function flagsOf(flags) {
  const writing = disk.constants.O_WRONLY | disk.constants.O_RDWR | disk.constants.O_CREAT;
  if (typeof flags === "number") return flags & writing ? "w" : "r";
  return typeof flags === "string" ? flags : "r";
}
