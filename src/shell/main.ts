#!/usr/bin/env node
// The program `malvakt`: answers at once what needs nothing, and loads the rest when it is needed.
import { version } from "./package.ts";

// Whoever reads what is printed may stop reading. What a write has to say of it, it says to its own caller.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-v") process.stdout.write(`${version()}\n`);
else {
  const { runCommandLine } = await import("./cli.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
