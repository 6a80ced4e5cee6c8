// malvakt review: the review page, for whoever sits at this machine.
import { message } from "../../core/messages/message.ts";
import { languagesAsked, rootOf, type Arguments, type Command } from "../command.ts";
import { say } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { portOf } from "../own-port.ts";
import { loadSettings } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { settingsFile } from "../root.ts";
import { contentFolder } from "../../core/layout.ts";
import { openDesk } from "../review/desk.ts";
import { openInBrowser, writeLeadingFile } from "../review/open.ts";
import { serveReview } from "../review/server.ts";
import { listenForStop } from "../stop.ts";
import { print } from "../terminal.ts";
import { watchFiles } from "../watch.ts";

export const command: Command = {
  summary: message("help.review.summary"),
  help: message("help.review"),
  options: { lang: { type: "string" }, port: { type: "string" }, open: { type: "boolean" } },
  run: async (given) => {
    const root = rootOf(given);
    const settings = loadSettings(root);
    const { languages, paths } = languagesAsked(given, Object.keys(settings.languages));
    const desk = openDesk(root);
    const { rows } = desk.overview();
    const [named] = paths;
    const pages = rows.map(({ page }) => ({ id: page, path: `${contentFolder}/${settings.source}/${page}.md` }));
    const page = named === undefined ? undefined : pageNamed(named, pages).id;
    const language = languages?.[0] ?? Object.keys(settings.languages)[0];
    const { signal, release } = listenForStop();
    const server = await serveReview(desk, portIn(given) ?? portOf(root, 10_000));
    try {
      const watched = [
        settingsFile,
        contentFolder,
        ...(settings.termbasePath === undefined ? [] : [settings.termbasePath]),
      ];
      const watch = await watchFiles(root, watched, signal);
      const place = page === undefined || language === undefined ? undefined : { page, language };
      const address = `${server.address}#${new URLSearchParams({ ...place, token: server.token }).toString()}`;
      const file = writeLeadingFile(root, address);
      await print(`${say(message("review.served", { file, address }))}\n`);
      if (given.values["open"] !== false) openInBrowser(file);
      try {
        while (await watch.next()) {
          desk.refresh();
          server.tell();
        }
      } finally {
        await watch.close();
      }
    } finally {
      await server.close();
      release();
    }
    return 0;
  },
};

function portIn({ values }: Arguments): number | undefined {
  const given = values["port"];
  if (given === undefined) return undefined;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_535) return port;
  throw new Refusal(message("review.port", { given: String(given) }), 2);
}
