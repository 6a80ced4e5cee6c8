// malvakt draft: brings catalogs in step with their pages, then drafts what is missing or stale.
import type { Estimate } from "../../core/draft/plan.ts";
import type { Job, LanguageResult } from "../../core/draft/steps.ts";
import type { PageFile } from "../../core/project.ts";
import { plural } from "../../core/words.ts";
import { visible } from "../../core/report/visible.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { today } from "../clock.ts";
import { rootOf, takeLanguages, type Arguments, type Command } from "../command.ts";
import { draftLanguage } from "../draft-language.ts";
import { estimates, memoryFor, survey, type DraftRequest, type Surveyed } from "../draft-survey.ts";
import type { EngineName } from "../../core/draft/engine.ts";
import { engineOpener, type Opened } from "../engines/open.ts";
import { removeLeftovers } from "../disk/temporary.ts";
import { withDraftLock } from "../disk/lock.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { meter, print, printError, printLine } from "../terminal.ts";

const engines: readonly EngineName[] = ["deepl", "apertium", "pseudo"];

export const command: Command = {
  summary: "bring catalogs in step with their pages, and draft what is missing",
  help: `Usage: malvakt draft [page...] [--lang L...] [--engine E] [--dry-run] [--root DIR]

Brings the catalog of every page and language in step with its page, takes what people have approved before from
memory, and asks a translation engine for the rest. Drafts are never published: a person reviews them first.
Approved texts are never changed. What an engine answered is on disk before it is asked again, so a run that was
stopped can be run again and pays for nothing twice.

  page...        only these pages (ids or paths, for example ims or content/nb/ims.md)
  --lang L       only these languages
  --engine E     deepl, apertium or pseudo, instead of what malvakt.yaml says
  --dry-run      show pages, units, characters that would be charged and what memory saves; send and write nothing
  --root DIR     the project (default: the nearest folder upwards with malvakt.yaml)

DeepL needs DEEPL_AUTH_KEY in the environment. Apertium needs its Debian packages; this command says which.
Exit code 1: something was asked for that could not be done.`,
  options: {
    lang: { type: "string", multiple: true },
    engine: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run: async (given) => {
    const root = rootOf(given);
    const prepared = (): Work => {
      const project = loadProject(root);
      const request = requestOf(given, project);
      return { project, request, languages: survey(project, request) };
    };
    if (given.values["dry-run"] === true) return reportPlan(prepared());
    // Read under the lock: what another run has just drafted is not to be paid for again.
    return withDraftLock(root, async () => draftAll(root, prepared()));
  },
};

type Work = { project: LoadedProject; request: DraftRequest; languages: Surveyed[] };

/** A language, and the report on it. */
type Done = { language: string; result: LanguageResult };

async function draftAll(root: string, { project, request, languages }: Work): Promise<0 | 1> {
  for (const folder of ["content", ".malvakt"]) removeLeftovers(root, folder);
  const warn = (message: string): void => printError(visible(message));
  const open = engineOpener(project.settings, request.engine, project.termbase, warn);
  const progress = meter(
    "Drafting",
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
  const asked = takeLanguages(given, known);
  const stranger = asked.languages?.find((code) => !known.includes(code));
  if (stranger !== undefined)
    throw new Refusal(`${stranger} is not a language of malvakt.yaml; it has ${known.join(", ")}.`, 2);
  const engine = given.values["engine"];
  const chosen = engines.find((name) => name === engine);
  if (engine !== undefined && chosen === undefined)
    throw new Refusal(`--engine is one of ${engines.join(", ")}, not ${String(engine)}.`, 2);
  const wanted = asked.paths.map((path) => pageOf(path, pages));
  return { pages: wanted.length > 0 ? wanted : pages, languages: asked.languages ?? known, engine: chosen };
}

/** A page by its id, or by the end of the path of its file. */
function pageOf(name: string, pages: readonly PageFile[]): PageFile {
  const clean = name.replaceAll("\\", "/").replace(/^\.\//u, "");
  const found = pages.find(({ id, path }) => id === clean || path === clean || clean.endsWith(`/${path}`));
  if (found) return found;
  throw new Refusal(
    `There is no page ${name}; pages are ${pages
      .map(({ id }) => id)
      .slice(0, 20)
      .join(", ")}.`,
    2,
  );
}

function sum(plans: readonly Estimate[]): Estimate {
  const total = { units: 0, fromMemory: 0, charged: 0, saved: 0 };
  for (const plan of plans) for (const key of Object.keys(total) as (keyof Estimate)[]) total[key] += plan[key];
  return total;
}

async function reportPlan({ project, languages, request }: Work): Promise<0 | 1> {
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(13))).join("");
  const lines = [row(["", "units", "from memory", "characters", "saved"])];
  const totals: Estimate[] = [];
  for (const surveyed of languages) {
    const plans = estimates(surveyed, project);
    const total = sum(plans);
    totals.push(total);
    lines.push(row([surveyed.language, total.units, total.fromMemory, total.charged, total.saved]));
    for (const [index, { file }] of surveyed.pages.entries()) {
      const plan = plans[index];
      if (plan && plan.units > 0)
        lines.push(row([`  ${file.id}`, plan.units, plan.fromMemory, plan.charged, plan.saved]));
    }
  }
  const all = sum(totals);
  lines.push(
    `${plural(all.charged, "character")} would be sent; memory saves ${all.saved}. Nothing was sent or written.`,
  );
  const catalogs = languages.flatMap(({ pages }) => pages.flatMap(({ unreadable }) => unreadable ?? []));
  for (const path of catalogs) lines.push(`${path} cannot be read, so its page is left out; malvakt check says why.`);
  const unreadable = unreadablePages(request);
  await print([...lines, ...unreadable].map(visible).join("\n"));
  return catalogs.length + unreadable.length > 0 ? 1 : 0;
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

function unreadablePages({ pages }: DraftRequest): string[] {
  return pages
    .filter(({ page }) => !page)
    .map(({ path }) => `${path}: it cannot be read, so its catalogs were left alone; malvakt check says why.`);
}

async function report(results: readonly Done[], request: DraftRequest): Promise<0 | 1> {
  for (const done of results) {
    await printLine(describe(done));
    for (const [reason, count] of done.result.left)
      await printLine(`  ${plural(count, "unit")} left untranslated: ${reason}`);
  }
  const unreadable = unreadablePages(request);
  for (const line of unreadable) await printLine(line);
  return unreadable.length > 0 || results.some(({ result }) => result.left.size > 0) ? 1 : 0;
}

function describe({ language, result }: Done): string {
  const { inStep, drafted, fromMemory, charged, waiting, left } = result;
  const done = [
    ...(inStep > 0 ? [`${plural(inStep, "catalog")} brought in step`] : []),
    ...(drafted > 0
      ? [`${plural(drafted, "unit")} drafted${fromMemory > 0 ? ` (${fromMemory} from memory)` : ""}`]
      : []),
    ...(charged > 0 ? [`${plural(charged, "character")} charged`] : []),
    ...(waiting > 0
      ? [`${plural(waiting, "unit")} left to translators (malvakt.yaml names no engine for ${language})`]
      : []),
  ];
  if (done.length > 0) return `${language}: ${done.join(", ")}.`;
  return left.size > 0 ? `${language}: nothing was drafted.` : `${language}: nothing to draft.`;
}
