// malvakt check: findings in pages and catalogs.
import { check } from "../../core/malvakt.ts";
import { reportJson } from "../../core/report/json.ts";
import { reportText } from "../../core/report/text.ts";
import { choice, rootOf, takeLanguages, type Command } from "../command.ts";
import { loadProject, textOf } from "../project.ts";
import { paintFor, print } from "../terminal.ts";

export const command: Command = {
  summary: "find what is wrong in pages and translations, drafts included",
  help: `Usage: malvakt check [path...] [--lang L] [--format text|json] [--root DIR]

Checks the pages of a project and their catalogs, or only the files and folders that are named.

  --lang L        only this language (the source's code: only pages)
  --format F      text (default) or json
  --root DIR      the project (default: the nearest folder upwards with malvakt.yaml)

Exit code 1: there are findings at error level.`,
  options: { lang: { type: "string", multiple: true }, format: { type: "string" } },
  run: async (given) => {
    const format = choice(given, "format", ["text", "json"]);
    const root = rootOf(given);
    const project = loadProject(root);
    const { languages, paths } = takeLanguages(given, [
      project.settings.source,
      ...Object.keys(project.settings.languages),
    ]);
    const result = check(
      project,
      (path, language) => (!languages || languages.includes(language)) && (paths.length === 0 || paths.includes(path)),
    );
    await print(
      format === "json" ? reportJson([], result) : reportText(result, textOf(project), paintFor(process.stdout)),
    );
    return result.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
