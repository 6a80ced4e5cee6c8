// malvakt status: how far every page is in every language, and what to do next.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { message } from "../../core/messages/message.ts";
import { outputFolder, pagePath } from "../../core/layout.ts";
import { askableStates, isIn, reportStatus, statusAsJson, type SiteRow } from "../../core/report/site.ts";
import { choice, languagesAsked, rootOf, type Arguments, type Command } from "../command.ts";
import { today } from "../clock.ts";
import { findRun } from "../known-run.ts";
import { locale, say } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { columnsOf, paintFor, print, printData, printError, printLine } from "../terminal.ts";

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
    const folder = join(realpathSync(root), outputFolder);
    const known = findRun({ root, name: "runs-site", output: folder, options: [String(false)] });
    const whole = known ?? (await import("../site.ts")).lookAtSite(root);
    const hasKey = (process.env["DEEPL_AUTH_KEY"] ?? "").trim() !== "";
    const rows = whole.rows.map((row) => (hasKey ? row : { ...row, next: row.nextWithoutKey ?? row.next }));
    const report = { ...whole, rows: await askedFor(given, root, rows) };
    const { unguarded } = report;
    if (format === "json") {
      await printData(statusAsJson(report, today()));
      if (unguarded) printError(say(unguarded));
      return 0;
    }
    await print(reportStatus(report, today(), paintFor(process.stdout), locale, columnsOf(process.stdout)));
    if (unguarded) await printLine(say(unguarded));
    return 0;
  },
};

/** The rows that were asked for: by pages, languages and state. */
async function askedFor(given: Arguments, root: string, rows: readonly SiteRow[]): Promise<SiteRow[]> {
  const state = given.values["state"] === undefined ? undefined : choice(given, "state", askableStates);
  const ofState = rows.filter((row) => state === undefined || isIn(row, state));
  if (given.paths.length === 0 && given.values["lang"] === undefined) return ofState;
  const { loadSettings } = await import("../project.ts");
  const { source, languages: targets } = loadSettings(root);
  const { languages, paths } = languagesAsked(given, [source, ...Object.keys(targets)]);
  const pages = [...new Set(rows.map(({ page }) => page))].map((id) => ({ id, path: pagePath(source, id) }));
  const ids = paths.map((path) => pageNamed(path, pages).id);
  return ofState.filter(
    ({ page, language }) =>
      (ids.length === 0 || ids.includes(page)) && (languages === undefined || languages.includes(language)),
  );
}
