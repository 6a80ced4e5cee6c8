// malvakt status: how far every page is in every language, and what to do next.
import { join } from "node:path";
import { outputFolder } from "../../core/layout.ts";
import { buildSite } from "../../core/malvakt.ts";
import { reportStatus, statusAsJson, statusRows } from "../../core/report/site.ts";
import { choice, refusePaths, rootOf, type Command } from "../command.ts";
import { today } from "../clock.ts";
import { loadDist } from "../output.ts";
import { loadProject } from "../project.ts";
import { paintFor, print } from "../terminal.ts";

export const command: Command = {
  summary: "show how far every page is in every language, and what to do next",
  help: `Usage: malvakt status [--format text|json] [--root DIR]

For each page and language: what is published, how many texts are untranslated, stale, draft, approved or unsigned,
why a page is withheld, how old a stale text is, and the next command; then the rules that people have waived.
Nothing is written.`,
  options: { format: { type: "string" } },
  run: async (given) => {
    refusePaths(given);
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const project = loadProject(root);
    const plans = project.files.map(project.planOf);
    const dist = loadDist(root, join(root, outputFolder), outputFolder, plans);
    const { pages, waived } = buildSite(plans, project, dist, { allowWithdraw: false });
    const rows = statusRows(pages, today());
    if (format === "json") await print(statusAsJson(rows, waived));
    else await print(reportStatus(rows, waived, paintFor(process.stdout), "en"));
    return 0;
  },
};
