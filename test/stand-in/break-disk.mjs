// Loaded before the program (`node --import`): breaks the n-th change on disk, as a kill or a full disk would, or runs
// another command beside it from there on.
import { spawn } from "node:child_process";
import { disk, watchDisk } from "./disk-operations.mjs";

const at = Number(process.env["BREAK_AT"] ?? 0);
const how = process.env["BREAK_HOW"] ?? "";
let count = 0;
let writes = 0;

const writing = disk.constants.O_WRONLY | disk.constants.O_RDWR | disk.constants.O_CREAT;
const isReading = (/** @type {number} */ flags) => (flags & writing) === 0;

watchDisk(({ name, given, isChange, path }) => {
  if (!isChange || !path.includes(process.env["BREAK_BELOW"] ?? "")) return;
  // A kill before one of these finds the same disk as a kill before the next change.
  if (name === "fsyncSync" || (name === "openSync" && given[1] === "r")) return;
  // Another command beside one that just reads is told from one beside its next change; a kill is not.
  if (how !== "beside" && name === "openSync" && typeof given[1] === "number" && isReading(given[1])) return;
  const [handle, data, offset = 0] = /** @type {[number, Buffer | string, number?]} */ (given);
  const bytes = name === "writeSync" ? Buffer.from(data).subarray(offset) : Buffer.from("");
  const half = () => void disk.writeSync(handle, bytes.subarray(0, Math.floor(bytes.length / 2)));
  count += 1;
  if (count === at && how === "kill") {
    if (bytes.length > 1) half();
    process.kill(process.pid, "SIGKILL");
    // The signal comes at once, but not within this very call.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  if (count === at && how === "beside") {
    const { BREAK_HOW: _, BREAK_COMMAND: command = "[]", ...env } = process.env;
    spawn(process.execPath, JSON.parse(command), { env, stdio: "inherit" });
    // It has time to do all its work, unless it has to wait for us.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
  if (name !== "writeSync") return;
  writes += 1;
  if (how !== "full" || writes < at) return;
  // What fits is written first, as the system does.
  if (writes === at && bytes.length > 1) half();
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    syscall: "write",
    errno: -28,
  });
});
if (how === "count") process.on("exit", () => process.stderr.write(`${count} operations, ${writes} writes\n`));
