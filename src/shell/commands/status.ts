// malvakt status: how far every page is in every language, and what to do next.
import { join } from "node:path";
import { message } from "../../core/messages/message.ts";
import { outputFolder } from "../../core/layout.ts";
import { buildSite } from "../../core/malvakt.ts";
import { reportStatus, statusAsJson, statusRows } from "../../core/report/site.ts";
import { choice, refusePaths, rootOf, type Command } from "../command.ts";
import { today } from "../clock.ts";
import { locale } from "../locale.ts";
import { loadDist } from "../output.ts";
import { loadProject } from "../project.ts";
import { columnsOf, paintFor, print, printData } from "../terminal.ts";

export const command: Command = {
  summary: message("help.status.summary"),
  help: message("help.status"),
  options: { format: { type: "string" } },
  run: async (given) => {
    refusePaths(given);
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const project = loadProject(root);
    const plans = project.files.map(project.planOf);
    const dist = loadDist(root, join(root, outputFolder), outputFolder, plans);
    const { pages, waived } = buildSite(plans, project, dist, { allowWithdraw: false });
    const rows = statusRows(pages, project.settings, today());
    if (format === "json") await printData(statusAsJson(rows, waived));
    else await print(reportStatus(rows, waived, paintFor(process.stdout), locale, columnsOf(process.stdout)));
    return 0;
  },
};
