// malvakt status: how far every page is in every language, and what to do next.
import { join } from "node:path";
import { message } from "../../core/messages/message.ts";
import { outputFolder } from "../../core/layout.ts";
import { buildSite } from "../../core/malvakt.ts";
import { askableStates, isIn, reportStatus, statusAsJson, statusRows } from "../../core/report/site.ts";
import { choice, languagesAsked, rootOf, type Command } from "../command.ts";
import { today } from "../clock.ts";
import { locale } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { loadDist } from "../output.ts";
import { loadProject } from "../project.ts";
import { columnsOf, paintFor, print, printData } from "../terminal.ts";

export const command: Command = {
  summary: message("help.status.summary"),
  help: message("help.status"),
  options: {
    format: { type: "string" },
    lang: { type: "string", multiple: true },
    state: { type: "string" },
  },
  run: async (given) => {
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const project = loadProject(root);
    const { languages, paths } = languagesAsked(given, [
      project.settings.source,
      ...Object.keys(project.settings.languages),
    ]);
    const ids = paths.map((path) => pageNamed(path, project.files).id);
    const state = given.values["state"] === undefined ? undefined : choice(given, "state", askableStates);
    const plans = project.files.map(project.planOf);
    const dist = loadDist(root, join(root, outputFolder), outputFolder, plans);
    const { pages, waived } = buildSite(plans, project, dist, { allowWithdraw: false });
    const rows = statusRows(pages, project.settings, today()).filter(
      (row) =>
        (ids.length === 0 || ids.includes(row.page)) &&
        (languages === undefined || languages.includes(row.language)) &&
        (state === undefined || isIn(row, state)),
    );
    if (format === "json") await printData(statusAsJson(rows, waived));
    else await print(reportStatus(rows, waived, paintFor(process.stdout), locale, columnsOf(process.stdout)));
    return 0;
  },
};
