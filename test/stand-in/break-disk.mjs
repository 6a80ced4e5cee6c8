// Loaded before the program (`node --import`): breaks the n-th change on disk, as a kill or a full disk would.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env["BREAK_AT"] ?? 0);
const how = process.env["BREAK_HOW"] ?? "";
let count = 0;

/** @param {() => void} half what of the operation is done before the kill */
function change(half) {
  count += 1;
  if (count !== at || how !== "kill") return;
  half();
  process.kill(process.pid, "SIGKILL");
  // The signal comes at once, but not within this very call.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const { writeSync, existsSync } = fs;
for (const name of /** @type {const} */ (["openSync", "fsyncSync", "renameSync", "rmSync", "mkdirSync"])) {
  const operation = /** @type {(...given: unknown[]) => unknown} */ (fs[name]);
  Object.assign(fs, {
    [name]: (/** @type {unknown[]} */ ...given) => {
      // To make what is there, or to remove what is not, changes nothing.
      const [path] = given;
      const isThere = typeof path === "string" && existsSync(path);
      if ((name !== "mkdirSync" || !isThere) && (name !== "rmSync" || isThere)) change(() => {});
      return operation(...given);
    },
  });
}
let writes = 0;
Object.assign(fs, {
  writeSync: (/** @type {number} */ handle, /** @type {Buffer | string} */ data, /** @type {number} */ offset = 0) => {
    const bytes = Buffer.from(data).subarray(offset);
    change(() => writeSync(handle, bytes.subarray(0, Math.floor(bytes.length / 2))));
    writes += 1;
    if (how === "full" && writes >= at) {
      // What fits is written first, as the system does.
      if (writes === at && bytes.length > 1) return writeSync(handle, bytes.subarray(0, Math.floor(bytes.length / 2)));
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        syscall: "write",
        errno: -28,
      });
    }
    return writeSync(handle, bytes);
  },
});
syncBuiltinESMExports();
if (how === "count") process.on("exit", () => process.stderr.write(`${count} operations, ${writes} writes\n`));
