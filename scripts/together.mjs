// Run by `npm run verify` and by continuous integration: runs scripts of package.json side by side. What each says stands
// together, when it has ended; when all have ended, those that failed are named.
import { spawn } from "node:child_process";

/** @param {string} name @returns {Promise<string[]>} its name, when it failed */
function runScript(name) {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", name], { shell: process.platform === "win32" });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => {
      process.stdout.write(`npm run ${name}: ${code === 0 ? "passed" : "FAILED"}\n${said}\n`);
      resolve(code === 0 ? [] : [name]);
    });
  });
}

const failed = (await Promise.all(process.argv.slice(2).map(runScript))).flat();
if (failed.length > 0) {
  process.stdout.write(`Failed: ${failed.join(", ")}.\n`);
  process.exitCode = 1;
}
