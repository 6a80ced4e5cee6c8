// malvakt status: how far every page is in every language, and what to do next.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { message } from "../../core/messages/message.ts";
import { outputFolder } from "../../core/layout.ts";
import { reportStatus, statusAsJson } from "../../core/report/site.ts";
import { choice, refusePaths, rootOf, type Command } from "../command.ts";
import { today } from "../clock.ts";
import { findRun } from "../known-run.ts";
import { locale } from "../locale.ts";
import { columnsOf, paintFor, print, printData } from "../terminal.ts";

export const command: Command = {
  summary: message("help.status.summary"),
  help: message("help.status"),
  options: { format: { type: "string" } },
  run: async (given) => {
    refusePaths(given);
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const folder = join(realpathSync(root), outputFolder);
    const known = findRun({ root, name: "runs-site", output: folder, options: [String(false)] });
    const report = known ?? (await import("../site.ts")).lookAtSite(root);
    if (format === "json") await printData(statusAsJson(report, today()));
    else await print(reportStatus(report, today(), paintFor(process.stdout), locale, columnsOf(process.stdout)));
    return 0;
  },
};
