// malvakt build: publishes what is approved.
import { join, relative, resolve } from "node:path";
import { build, type Build } from "../../core/malvakt.ts";
import { plural } from "../../core/publish/decide.ts";
import { reportText } from "../../core/report/text.ts";
import { reportBuild } from "../../core/report/site.ts";
import { refusePaths, rootOf, type Command } from "../command.ts";
import { loadLedger, loadProject, textOf, writeOutput } from "../project.ts";
import { keepHeapSmall } from "../memory.ts";
import { saveVerdicts } from "../verdicts.ts";
import { paintFor, print, printLine, progressLine } from "../terminal.ts";

export const command: Command = {
  summary: "publish what is approved to dist/, and say what is withheld and why",
  help: `Usage: malvakt build [--out DIR] [--root DIR]

Reads content/, checks it, and writes one HTML fragment per page and language to dist/, with a manifest.
A language is published only where every text of the page is approved by a named person and nothing is wrong;
what was approved before a change stays, marked stale. Nothing in content/ is changed.

  --out DIR    write to DIR instead, and use the ledger there
  --root DIR   the project (default: the nearest folder upwards with malvakt.yaml)

Exit code 1: errors in source texts or in approved texts, or a file that could not be read. Drafts are no error.`,
  options: { out: { type: "string" } },
  run: async (given) => {
    refusePaths(given);
    const root = rootOf(given);
    const { out } = given.values;
    const folder = typeof out === "string" ? resolve(out) : join(root, "dist");
    const shown = typeof out === "string" ? out : relative(process.cwd(), folder) || ".";
    keepHeapSmall();
    const text = loadProject(root, { keep: true });
    const ledger = loadLedger(folder, shown);
    const progress = progressLine("Building");
    let result: Build;
    try {
      result = build(text, ledger, progress.step);
    } finally {
      progress.done();
    }
    if (text.verdicts) saveVerdicts(root, text.verdicts, result.verdicts);
    const written = writeOutput(folder, result.output, ledger);
    const paint = paintFor(process.stdout);
    if (result.findings.length > 0) await print(`${reportText(result.findings, textOf(text), paint)}\n`);
    await print(reportBuild(result.plans, paint));
    await printLine(
      `${shown}: ${plural(written.written, "file")} written, ${written.same} unchanged, ${written.removed} removed.`,
    );
    return result.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
