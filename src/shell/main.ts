#!/usr/bin/env node
// The program `malvakt`: answers at once what needs nothing, and loads the rest when it is needed.
import { readFileSync } from "node:fs";

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-v") {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  process.stdout.write(`${version}\n`);
} else {
  const { runCommandLine } = await import("./cli.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
