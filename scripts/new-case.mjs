// Run when a bug report or a new behaviour needs a site case: makes test/site/NAME, or records what cases now give.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import "./compile.mjs";
import { runCase } from "../test/run-case.mjs";

const help = `Usage: node scripts/new-case.mjs NAME "One sentence: what happens."    make a case with a page to start from
       node scripts/new-case.mjs --record [NAME...]                  write expected/ anew, of these cases or of all

A case is a folder: README.md (one sentence), site/ (a tiny project), commands.txt (one command a line; none: build),
and expected/ (report.txt, dist/, and every file of the site that changed). Look at the difference before you commit it.`;

const cases = fileURLToPath(new URL("../test/site/", import.meta.url));

const firstSite = {
  "malvakt.yaml": "source: nb\nlanguages:\n  en: {}\n",
  "content/nb/side.md": "---\ntitle: En side\n---\n\nEtt avsnitt.\n",
};

/** @param {string} name @param {string} sentence */
function makeCase(name, sentence) {
  const folder = join(cases, name);
  if (existsSync(folder)) throw new Error(`There is already a case ${name}.`);
  write(join(folder, "README.md"), `${sentence}\n`);
  for (const [path, text] of Object.entries(firstSite)) write(join(folder, "site", path), text);
}

/** @param {string} name */
async function record(name) {
  const folder = join(cases, name);
  const files = await runCase(folder);
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  for (const [path, text] of files) write(join(folder, "expected", path), text);
  process.stdout.write(`${name}: ${files.size} files\n`);
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--record") for (const name of rest.length > 0 ? rest : readdirSync(cases).toSorted()) await record(name);
else if (first !== undefined && /^[a-z\d-]+$/u.test(first) && rest.length === 1) {
  makeCase(first, rest[0] ?? "");
  await record(first);
} else {
  process.stdout.write(`${help}\n`);
  process.exitCode = first === "--help" ? 0 : 2;
}
