// malvakt draft: brings catalogs in step with their pages.
import { join } from "node:path";
import { writeCatalog } from "../../core/catalog/write.ts";
import { languagesOf, readProject } from "../../core/project.ts";
import { rootOf, type Command } from "../command.ts";
import { writeDurably } from "../files.ts";
import { loadProject } from "../project.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: "bring catalogs in step with their pages, and draft what is missing",
  help: `Usage: malvakt draft`,
  options: {},
  run: async (given) => {
    const root = rootOf(given);
    const project = readProject(loadProject(root));
    for (const file of project.pages) {
      if (!file.page) continue;
      for (const language of languagesOf(file.page, project.settings)) {
        const { path, text, catalog } = project.catalogOf(file, language);
        if (!catalog) continue;
        const fresh = writeCatalog(catalog);
        if (fresh === text) continue;
        writeDurably(join(root, path), fresh);
        await print(`${path} written`);
      }
    }
    return 0;
  },
};
