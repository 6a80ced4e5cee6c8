// Run by npm after an install and before every command of this checkout: compiles src/ to lib/ when it is newer.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/**
 * Makes what the package offers to other programs into a few files with their dependencies. The versions that are held
 * here (`overrides` in package.json) hold nothing where others install the package; what is within cannot change there.
 */
async function bundleLibrary() {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: {
      index: fileURLToPath(new URL("src/index.ts", root)),
      remark: fileURLToPath(new URL("src/remark.ts", root)),
    },
    platform: "node",
    checks: { eval: false },
  });
  const lib = fileURLToPath(new URL("lib/", root));
  const { output } = await bundle.write({ dir: lib, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  writeFileSync(
    join(lib, "LICENSES.txt"),
    licencesOf(output.flatMap((file) => ("moduleIds" in file ? file.moduleIds : []))),
  );
}

/**
 * Makes the command of the compiled library and its dependencies into a few files, since reading a thousand of them
 * takes longer than most commands. What is loaded on demand stays so, and deepl-node stays outside, with its licence.
 */
async function bundleCommand() {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: fileURLToPath(new URL("src/shell/main.ts", root)),
    platform: "node",
    external: ["deepl-node"],
    // gray-matter holds an eval for front matter in JavaScript, which is never reached: such front matter is refused.
    checks: { eval: false },
  });
  const shell = fileURLToPath(new URL("lib/shell/", root));
  const { output } = await bundle.write({
    dir: shell,
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
  });
  writeFileSync(
    join(shell, "LICENSES.txt"),
    licencesOf(output.flatMap((file) => ("moduleIds" in file ? file.moduleIds : []))),
  );
}

/** The licences of the packages that these modules belong to. @param {readonly string[]} modules */
function licencesOf(modules) {
  const packages = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []));
  return [...packages]
    .toSorted()
    .map((folder) => {
      const name = folder.slice(folder.lastIndexOf("/node_modules/") + "/node_modules/".length);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
      const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return `${name}: ${license}\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

export async function compile() {
  const newest = Math.max(
    newestIn(new URL("src/", root)),
    ...["tsconfig.lib.json", "scripts/compile.mjs"].map((path) => statSync(new URL(path, root)).mtimeMs),
  );
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
  await bundleCommand();
  await bundleLibrary();
  writeFileSync(stamp, "");
}

await compile();
