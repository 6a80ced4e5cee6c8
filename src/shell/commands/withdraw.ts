// malvakt withdraw: a named person takes a page or a translation off the site, or takes that back.
import { relative } from "node:path";
import { readCatalog } from "../../core/catalog/read.ts";
import { undoWithdrawal, withdraw } from "../../core/catalog/withdraw.ts";
import { writeCatalog } from "../../core/catalog/write.ts";
import { catalogPath, isCatalogPath } from "../../core/layout.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { undoPageWithdrawal, withdrawPage } from "../../core/page/withdraw.ts";
import { readPage } from "../../core/page/page.ts";
import { visible } from "../../core/report/visible.ts";
import { readSigner } from "../../core/signer.ts";
import { readWithdrawal, type Withdrawal } from "../../core/withdrawal.ts";
import { today } from "../clock.ts";
import { languagesAsked, rootOf, type Arguments, type Command } from "../command.ts";
import { changeFile, type Change } from "../disk/change.ts";
import { say } from "../locale.ts";
import { namedFile, pageNamed } from "../named-file.ts";
import { loadProject } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { printLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.withdraw.summary"),
  help: message("help.withdraw"),
  options: {
    by: { type: "string" },
    reason: { type: "string" },
    lang: { type: "string", multiple: true },
    undo: { type: "boolean" },
  },
  run: async (given) => {
    const withdrawal = given.values["undo"] === true ? undefined : withdrawalOf(given);
    let failed = false;
    for (const { root, path, shown } of filesOf(given)) {
      const { told, isDone } = changeFile(root, path, (file): Change<Outcome> => {
        if (!file) return refused(shown, message("withdraw.no-file"));
        if ("problem" in file) return refused(shown, file.problem);
        return isCatalogPath(path)
          ? changeCatalog(shown, file.text, withdrawal)
          : changePage(shown, file.text, withdrawal);
      });
      await printLine(visible(say(told)));
      failed ||= !isDone;
    }
    return failed ? 1 : 0;
  },
};

type Outcome = { told: Message; isDone: boolean };

function refused(path: string, problem: Message): Change<Outcome> {
  return { value: { told: message("cli.about", { path, problem }), isDone: false } };
}

function withdrawalOf({ values }: Arguments): Withdrawal {
  if (typeof values["by"] !== "string") throw new Refusal(message("withdraw.who"), 2);
  const { name, problem } = readSigner(values["by"]);
  if (name === undefined) throw new Refusal(message("withdraw.no-person", { problem }), 2);
  const reason = typeof values["reason"] === "string" ? values["reason"].trim().replaceAll(/\s+/gu, " ") : "";
  if (reason === "") throw new Refusal(message("withdraw.why"), 2);
  const withdrawal = { date: today(), name, reason };
  const read = readWithdrawal(`${withdrawal.date} ${name}: ${reason}`);
  if (!read || /\p{Cc}/u.test(reason)) throw new Refusal(message("withdraw.why"), 2);
  return withdrawal;
}

type Target = { root: string; path: string; shown: string };

/** Catalogs by their paths; pages by id or path: a page itself, or its catalogs in the languages that were asked for. */
function filesOf(given: Arguments): Target[] {
  if (given.paths.length === 0) throw new Refusal(message("withdraw.what"), 2);
  const targetOf = (root: string, path: string): Target => ({
    root,
    path,
    shown: relative(process.cwd(), `${root}/${path}`).replaceAll("\\", "/"),
  });
  const catalogs = given.paths.filter((path) => isCatalogPath(path)).map(namedFile);
  const others = given.paths.filter((path) => !isCatalogPath(path));
  const own = catalogs.map(({ root, path }) => targetOf(root, path));
  if (others.length === 0) return own;
  const root = rootOf(given);
  const { settings, files } = loadProject(root);
  const known = [settings.source, ...Object.keys(settings.languages)];
  const { languages, paths } = languagesAsked({ ...given, paths: others }, known);
  const pages = paths.map((path) => pageNamed(path, files));
  const byPage = pages.flatMap(({ id, path }) =>
    (languages ?? [settings.source]).map((language) =>
      targetOf(root, language === settings.source ? path : catalogPath(language, id)),
    ),
  );
  return [...own, ...byPage];
}

function changeCatalog(path: string, text: string, withdrawal: Withdrawal | undefined): Change<Outcome> {
  const { catalog } = readCatalog(text);
  if (!catalog) return refused(path, message("withdraw.unreadable"));
  const changed = withdrawal ? withdraw(catalog, withdrawal) : undoWithdrawal(catalog);
  return { text: writeCatalog(changed), value: outcomeOf(path, catalog.withdrawn, withdrawal) };
}

function changePage(path: string, text: string, withdrawal: Withdrawal | undefined): Change<Outcome> {
  const written = readPage(text, path).page?.frontMatter?.withdrawn;
  const changed = withdrawal ? withdrawPage(text, withdrawal) : undoPageWithdrawal(text);
  if (changed === undefined) return refused(path, message("withdraw.by-hand"));
  return { text: changed, value: outcomeOf(path, readWithdrawal(written ?? ""), withdrawal) };
}

function outcomeOf(path: string, before: Withdrawal | undefined, withdrawal: Withdrawal | undefined): Outcome {
  if (withdrawal) return { told: message("withdraw.done", { path, ...withdrawal }), isDone: true };
  return {
    told: before ? message("withdraw.undone", { path, ...before }) : message("withdraw.none", { path }),
    isDone: true,
  };
}
