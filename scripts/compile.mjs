// Run by npm after an install and before every command of this checkout: compiles src/ to lib/ when it is newer.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const stamp = new URL("lib/.compiled", root);
const compiler = new URL("node_modules/typescript/bin/tsc", root);

/** @param {URL} folder @returns {number} */
function newestIn(folder) {
  return Math.max(
    statSync(folder).mtimeMs,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? newestIn(new URL(`${entry.name}/`, folder)) : statSync(new URL(entry.name, folder)).mtimeMs,
    ),
  );
}

export function compile() {
  const newest = Math.max(newestIn(new URL("src/", root)), statSync(new URL("tsconfig.lib.json", root)).mtimeMs);
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return;
  if (!existsSync(compiler)) {
    if (existsSync(new URL("lib/index.js", root))) return;
    console.error("TypeScript is not installed; run npm ci first.");
    process.exit(1);
  }
  rmSync(new URL("lib/", root), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [fileURLToPath(compiler), "-p", "tsconfig.lib.json"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error("The code of this checkout does not compile; the places are above.");
    process.exit(1);
  }
  writeFileSync(stamp, "");
}

compile();
