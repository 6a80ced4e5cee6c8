// malvakt draft: brings catalogs in step with their pages, then drafts what is missing or stale.
import type { Job, LanguageResult } from "../../core/draft/steps.ts";
import { contentFolder } from "../../core/layout.ts";
import { visible } from "../../core/report/visible.ts";
import { message, type Message } from "../../core/messages/message.ts";
import { reportDrafts, reportEstimates } from "../../core/report/drafts.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { today } from "../clock.ts";
import { openCache } from "../cache.ts";
import { rootOf, languagesAsked, type Arguments, type Command } from "../command.ts";
import { draftLanguage } from "../draft-language.ts";
import { estimates, memoryFor, survey, type DraftRequest, type Surveyed } from "../draft-survey.ts";
import { engineNames } from "../../core/settings.ts";
import { engineOpener, type Opened } from "../engines/open.ts";
import { removeLeftovers } from "../disk/temporary.ts";
import { clearLocks, withDraftLock } from "../disk/lock.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { locale, say } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { Refusal } from "../refusal.ts";
import { meter, print, printError, printLine } from "../terminal.ts";

export const command: Command = {
  summary: message("help.draft.summary"),
  help: message("help.draft"),
  options: {
    lang: { type: "string", multiple: true },
    engine: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run: async (given) => {
    const root = rootOf(given);
    const isDry = given.values["dry-run"] === true;
    const prepared = (): Work => {
      const project = loadProject(root, { keep: !isDry });
      const request = requestOf(given, project);
      return { project, request, languages: survey(project, request, openCache(root, "settled", !isDry)) };
    };
    if (isDry) return reportPlan(prepared());
    // Read under the lock: what another run has just drafted is not to be paid for again.
    return withDraftLock(root, async () => draftAll(root, prepared()));
  },
};

type Work = { project: LoadedProject; request: DraftRequest; languages: Surveyed[] };

/** A language, and the report on it. */
type Done = { language: string; result: LanguageResult };

async function draftAll(root: string, { project, request, languages }: Work): Promise<0 | 1> {
  for (const folder of [contentFolder, ".malvakt"]) removeLeftovers(root, folder);
  clearLocks(root);
  const warn = (message: string): void => printError(visible(message));
  const open = engineOpener(project.settings, request.engine, project.termbase, warn);
  const progress = meter(
    say(message("draft.progress")),
    languages.reduce((sum, { pages }) => pages.reduce((units, { wanted }) => units + wanted.length, sum), 0),
  );
  // One language that breaks ends neither the others, which have paid for what they wait for, nor the lock under them.
  const results = await Promise.allSettled(
    languages.map((language) => draftOne(language, root, project, open, progress.step)),
  );
  progress.done();
  const done = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const code = await report(done, request);
  const broken = results.find((result) => result.status === "rejected");
  if (broken) throw broken.reason;
  return code;
}

function requestOf(given: Arguments, { settings, files: pages }: LoadedProject): DraftRequest {
  const known = Object.keys(settings.languages);
  const asked = languagesAsked(given, known);
  const engine = given.values["engine"];
  const chosen = engineNames.find((name) => name === engine);
  if (engine !== undefined && chosen === undefined)
    throw new Refusal(
      message("cli.option-choice", { option: "--engine", choices: engineNames, given: String(engine) }),
      2,
    );
  const wanted = asked.paths.map((path) => pageNamed(path, pages));
  return { pages: wanted.length > 0 ? wanted : pages, languages: asked.languages ?? known, engine: chosen };
}

async function reportPlan({ project, languages, request }: Work): Promise<0 | 1> {
  const planned = languages.map((surveyed) => {
    const all = estimates(surveyed, project);
    const pages = surveyed.pages.flatMap(({ file: { id } }, at) => (all[at] ? [{ id, estimate: all[at] }] : []));
    return { language: surveyed.language, pages };
  });
  await print(reportEstimates(planned, locale));
  const catalogs = languages.flatMap(({ pages }) => pages.flatMap(({ unreadable }) => unreadable ?? []));
  const left = [...catalogs.map((path) => message("draft.catalog-skipped", { path })), ...unreadablePages(request)];
  for (const line of left) await printLine(say(line));
  return left.length > 0 ? 1 : 0;
}

async function draftOne(
  surveyed: Surveyed,
  root: string,
  project: LoadedProject,
  open: (language: string) => Promise<Opened>,
  step: (units: number, characters: number) => void,
): Promise<Done> {
  const { language, engineName, orphans } = surveyed;
  const { settings } = project;
  const pairing = pairingOf(settings.source, language, project.terms);
  if (!pairing) throw new Error(`There is no data for ${language}, though the settings were checked.`);
  // Most pages of most runs are as they should be; and where all are, no one asks memory for anything.
  const pages = surveyed.pages.filter(({ isOpen }) => isOpen);
  const memory = memoryFor(pages.length > 0 ? surveyed : { ...surveyed, remembered: [] }, project);
  const job: Job = {
    language,
    pages: pages.map(({ file }) => ({ id: file.id, units: file.page?.units.length ?? 0 })),
    engine: engineName,
    memory,
    pairing,
  };
  const desk = { root, settings, language, orphans, memory, pairing, date: today() };
  const files = new Map(pages.map(({ file }) => [file.id, file]));
  const result = await draftLanguage({ job, desk, files, open: async () => open(language), step });
  return { language, result };
}

function unreadablePages({ pages }: DraftRequest): Message[] {
  return pages.filter(({ page }) => !page).map(({ path }) => message("draft.page-unreadable", { path }));
}

async function report(results: readonly Done[], request: DraftRequest): Promise<0 | 1> {
  for (const { language, result } of results) await print(reportDrafts(language, result, locale));
  const unreadable = unreadablePages(request);
  for (const line of unreadable) await printLine(say(line));
  return unreadable.length > 0 || results.some(({ result }) => result.left.size > 0) ? 1 : 0;
}
