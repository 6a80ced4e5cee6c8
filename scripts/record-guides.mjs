// Run when messages or formats changed: writes what the screen shows into the guides of docs/ anew. Look at the difference.
import { readFileSync, writeFileSync } from "node:fs";
import "./compile.mjs";
import { guidePath, guides, walked } from "../test/guide.mjs";

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : guides) {
  const before = readFileSync(guidePath(name), "utf8");
  const after = await walked(name, before);
  writeFileSync(guidePath(name), after);
  process.stdout.write(`${name}: ${after === before ? "as it was" : "changed"}\n`);
}
