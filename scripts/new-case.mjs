// Run when a bug report or a new behaviour needs a site case: makes test/site/NAME, or records what cases now give.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import "./compile.mjs";
import { runCase } from "../test/run-case.mjs";
import { allCases, caseFolder, writeExpected, writeFile } from "../test/site-case.mjs";

const help = `Usage: node scripts/new-case.mjs NAME "One sentence: what happens."    make a case with a page to start from
       node scripts/new-case.mjs --record [NAME...]                  write expected/ anew, of these cases or of all

All cases build on test/site-base, two pages that are published in two languages, and hold only what differs from it:
README.md (one sentence), site/ (files that are laid over the base's), without.txt (files or folders/ of the base that the
case has not, one a line; * for a case that stands alone), commands.txt (one command a line; none: build), and expected/:
report.txt, dist/, every file of the site that changed, and without.txt for those that do not come out.
--record of all writes the base first. Look at the difference before you commit it.`;

/** @param {string} name @param {string} sentence */
function makeCase(name, sentence) {
  const folder = caseFolder(name);
  if (existsSync(folder)) throw new Error(`There is already a case ${name}.`);
  writeFile(join(folder, "README.md"), `${sentence}\n`);
  writeFile(join(folder, "site/content/nb/side.md"), "---\ntitle: En side\n---\n\nEtt avsnitt.\n");
}

/** @param {string} folder */
async function record(folder) {
  process.stdout.write(`${basename(folder)}: ${writeExpected(folder, await runCase(folder))} files of its own\n`);
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--record")
  for (const folder of rest.length > 0 ? rest.map(caseFolder) : allCases()) await record(folder);
else if (first !== undefined && /^[a-z\d-]+$/u.test(first) && rest.length === 1) {
  makeCase(first, rest[0] ?? "");
  await record(caseFolder(first));
} else {
  process.stdout.write(`${help}\n`);
  process.exitCode = first === "--help" ? 0 : 2;
}
