// Run by npm after an install and before every command of this checkout, and by the tests: compiles src/ to lib/ when it changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licenceTexts } from "./licence-texts.mjs";

const root = new URL("../", import.meta.url);
const lib = fileURLToPath(new URL("lib/", root));
const compiler = new URL("node_modules/typescript/bin/tsc", root);

/** What the compiled code is made from, beside src/: the settings, this program, and which dependencies go into it. */
const alsoFrom = [
  "tsconfig.json",
  "tsconfig.lib.json",
  "scripts/compile.mjs",
  "scripts/licence-texts.mjs",
  "package.json",
  "package-lock.json",
];

/** A line for every file that the compiled code is made from: its hash and its path. Times say nothing of a file that is gone. */
function sources() {
  const files = readdirSync(new URL("src/", root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(fileURLToPath(root).length));
  return [...alsoFrom.filter((path) => existsSync(new URL(path, root))), ...files.toSorted()]
    .map((path) => {
      const bytes = readFileSync(new URL(path.split("/").map(encodeURIComponent).join("/"), root));
      return `${createHash("sha256").update(bytes).digest("hex")} ${path}\n`;
    })
    .join("");
}

/** The sources that the compiled code in lib/ was made from; undefined when it is not whole. */
function compiledSources() {
  const stamp = join(lib, ".compiled");
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

/**
 * Makes what the package offers to other programs into a few files with their dependencies. The versions that are held
 * here (`overrides` in package.json) hold nothing where others install the package; what is within cannot change there.
 * @param {string} lib
 */
async function bundleLibrary(lib) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: {
      index: fileURLToPath(new URL("src/index.ts", root)),
      remark: fileURLToPath(new URL("src/remark.ts", root)),
    },
    platform: "node",
    checks: { eval: false },
  });
  const { output } = await bundle.write({ dir: lib, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  writeFileSync(
    join(lib, "LICENSES.txt"),
    licencesOf(output.flatMap((file) => ("moduleIds" in file ? file.moduleIds : []))),
  );
}

/**
 * Makes the command of the compiled library and its dependencies into a few files, since reading a thousand of them
 * takes longer than most commands. What is loaded on demand stays so, and deepl-node stays outside, with its licence.
 * @param {string} lib
 */
async function bundleCommand(lib) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: fileURLToPath(new URL("src/shell/main.ts", root)),
    platform: "node",
    external: ["deepl-node"],
    // gray-matter holds an eval for front matter in JavaScript, which is never reached: such front matter is refused.
    checks: { eval: false },
  });
  const shell = join(lib, "shell");
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

/**
 * Makes the program for browsers into one small file, the same on every machine. A build puts what it knows before it.
 * @param {string} lib
 */
async function bundleEmbed(lib) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({ input: fileURLToPath(new URL("src/embed/main.ts", root)), platform: "browser" });
  await bundle.write({ file: join(lib, "embed-program.js"), format: "es", minify: true, comments: false });
}

/**
 * Makes the review page: one program for browsers with its dependencies, its style, and the page that loads both.
 * @param {string} lib
 */
async function bundleReview(lib) {
  const { rolldown } = await import("rolldown");
  const folder = new URL("src/review/client/", root);
  const bundle = await rolldown({
    input: fileURLToPath(new URL("main.tsx", folder)),
    platform: "browser",
    tsconfig: fileURLToPath(new URL("tsconfig.json", folder)),
  });
  const { output } = await bundle.write({ file: join(lib, "review.js"), format: "es", minify: true, comments: false });
  for (const name of ["review.html", "review.css"]) cpSync(new URL(name, folder), join(lib, name));
  const licences = licencesOf(output.flatMap((file) => ("moduleIds" in file ? file.moduleIds : [])));
  writeFileSync(join(lib, "review-LICENSES.txt"), licences);
}

/** The licences of the packages that these modules belong to. @param {readonly string[]} modules */
function licencesOf(modules) {
  const packages = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []));
  return [...packages]
    .toSorted()
    .map((folder) => {
      const name = folder.slice(folder.lastIndexOf("/node_modules/") + "/node_modules/".length);
      const files = readdirSync(folder).filter((entry) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/iu.test(entry));
      const { license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const holder = String(author?.name ?? author ?? `the authors of ${name}`).replace(/\s*<.*$/u, "");
      const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
      const text = texts.length > 0 ? texts.join("\n\n") : licenceTexts[license]?.(holder);
      if (text === undefined) throw new Error(`${name} (${license}) comes without the text of its licence.`);
      return `${name}: ${license}\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** Makes lib/ from src/, whole or not at all, unless it was made from the very files that are there now. */
export async function compile() {
  const now = sources();
  if (compiledSources() === now) return;
  if (!existsSync(compiler)) {
    if (existsSync(join(lib, "index.js"))) return;
    console.error("TypeScript is not installed; run npm ci first.");
    process.exit(1);
  }
  const made = fileURLToPath(new URL(`lib-${process.pid}`, root));
  const args = [fileURLToPath(compiler), "-p", "tsconfig.lib.json", "--outDir", made];
  const { status } = spawnSync(process.execPath, args, { cwd: fileURLToPath(root), stdio: "inherit" });
  if (status !== 0) {
    rmSync(made, { recursive: true });
    console.error("The code of this checkout does not compile; the places are above.");
    process.exit(1);
  }
  await bundleCommand(made);
  await bundleLibrary(made);
  await bundleEmbed(made);
  await bundleReview(made);
  writeFileSync(join(made, ".compiled"), now);
  putInPlace(made);
}

/** Another run may have compiled the same at the same time. @param {string} made */
function putInPlace(made) {
  rmSync(lib, { recursive: true, force: true });
  try {
    renameSync(made, lib);
  } catch (error) {
    if (compiledSources() !== readFileSync(join(made, ".compiled"), "utf8")) throw error;
    rmSync(made, { recursive: true });
  }
}

await compile();
