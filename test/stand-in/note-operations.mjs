// Loaded before the program (`node --import`): writes down which files below a folder it opens and what it changes.
import { disk, watchDisk } from "./disk-operations.mjs";

const below = process.env["NOTE_BELOW"] ?? "";
/** @type {Set<string>} */
const noted = new Set();

watchDisk(({ name, given, path, isChange }) => {
  if (typeof given[0] !== "string" || !path.startsWith(below)) return;
  const isRead = name === "readFileSync" || (name === "openSync" && !/[wa+]/u.test(flagsOf(given[1])));
  if (isRead || isChange) noted.add(`${isRead ? "reads" : "changes"} ${path.slice(below.length + 1)}`);
});
process.on("exit", () => disk.writeFileSync(process.env["NOTE_IN"] ?? "", [...noted].toSorted().join("\n")));

/** @param {unknown} flags */
function flagsOf(flags) {
  const writing = disk.constants.O_WRONLY | disk.constants.O_RDWR | disk.constants.O_CREAT;
  if (typeof flags === "number") return flags & writing ? "w" : "r";
  return typeof flags === "string" ? flags : "r";
}
