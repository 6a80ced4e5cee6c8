// Loaded before the program (`node --import`): at the n-th operation on the disk it kills the program, fills the disk,
// or lets another program save a file. It can also write down every operation, for disks that lose power.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env["BREAK_AT"] ?? 0);
const how = process.env["BREAK_HOW"] ?? "";
const { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync, writeSync } = fs;
let changes = 0;
let operations = 0;
let writes = 0;

/** @param {() => void} half what of the operation is done before the kill */
function change(half) {
  changes += 1;
  if (changes !== at || how !== "kill") return;
  half();
  process.kill(process.pid, "SIGKILL");
  // The signal comes at once, but not within this very call.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Another program does its work; `BREAK_SAVE` is JSON: a file, and a text in it that becomes another, or a command. */
function operate() {
  operations += 1;
  if (operations !== at || !how.startsWith("save")) return;
  const { file, from, to, command } = JSON.parse(process.env["BREAK_SAVE"] ?? "{}");
  if (command) {
    const { BREAK_HOW: _, ...env } = process.env;
    spawnSync(process.execPath, command, { env, stdio: "ignore" });
    return;
  }
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (how === "save-in-place") writeFileSync(file, text.replace(from, to));
  else {
    writeFileSync(`${file}~`, text.replace(from, to));
    renameSync(`${file}~`, file);
  }
}

/** @param {unknown[]} entry */
function record(...entry) {
  if (how === "record") appendFileSync(process.env["BREAK_LOG"] ?? "", `${JSON.stringify(entry)}\n`);
}

const reading = /** @type {const} */ ([
  "statSync",
  "lstatSync",
  "readdirSync",
  "readFileSync",
  "closeSync",
  "fstatSync",
]);
const changing = /** @type {const} */ ([
  "openSync",
  "fsyncSync",
  "renameSync",
  "linkSync",
  "rmSync",
  "rmdirSync",
  "mkdirSync",
]);
/** @type {Map<number, string>} */
const paths = new Map();
for (const name of [...reading, ...changing]) {
  const operation = /** @type {(...given: unknown[]) => unknown} */ (fs[name]);
  const isChange = changing.some((other) => other === name);
  Object.assign(fs, {
    [name]: (/** @type {unknown[]} */ ...given) => {
      operate();
      // To make what is there, or to remove what is not, changes nothing.
      const [path] = given;
      const isThere = typeof path === "string" && existsSync(path);
      if (isChange && (name !== "mkdirSync" || !isThere) && (name !== "rmSync" || isThere)) change(() => {});
      const result = operation(...given);
      if (name === "openSync") paths.set(Number(result), String(path));
      if (name === "openSync" && String(given[1]).includes("w")) record("create", path);
      if (name === "fsyncSync") record("sync", paths.get(Number(path)));
      if ((name === "rmSync" || name === "rmdirSync") && isThere) record("remove", path);
      if (name === "renameSync" || name === "linkSync") record(name, ...given);
      if (name === "mkdirSync" && !isThere) record("folder", path);
      return result;
    },
  });
}
Object.assign(fs, {
  writeSync: (/** @type {number} */ handle, /** @type {Buffer | string} */ data, /** @type {number} */ offset = 0) => {
    operate();
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
    record("write", paths.get(handle), bytes.toString());
    return writeSync(handle, bytes);
  },
});
syncBuiltinESMExports();
if (how === "count") process.on("exit", () => process.stderr.write(`${changes} operations, ${writes} writes\n`));
if (how === "count-all") process.on("exit", () => process.stderr.write(`${operations} operations\n`));
