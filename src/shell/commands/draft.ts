// malvakt draft: brings catalogs in step with their pages, then drafts what is missing or stale.
import type { Entry } from "../../core/catalog/entry.ts";
import { buildMemory, type Memory } from "../../core/draft/memory.ts";
import { estimate, planPage, type Estimate } from "../../core/draft/plan.ts";
import { contentFolder } from "../../core/layout.ts";
import {
  languagesOf,
  noOrphans,
  readCatalogFile,
  type CatalogFile,
  type Orphans,
  type PageFile,
} from "../../core/project.ts";
import { plural } from "../../core/words.ts";
import { visible } from "../../core/report/visible.ts";
import { message } from "../../core/messages/message.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { today } from "../clock.ts";
import { languagesAsked, rootOf, type Arguments, type Command } from "../command.ts";
import { draftLanguage, type LanguageResult } from "../draft-language.ts";
import { engineOpener, type EngineName, type Opened } from "../engines/open.ts";
import { removeLeftovers } from "../disk/temporary.ts";
import { withDraftLock } from "../disk/lock.ts";
import { loadProject, type LoadedProject } from "../project.ts";
import { say } from "../locale.ts";
import { pageNamed } from "../named-file.ts";
import { Refusal } from "../refusal.ts";
import { meter, print, printError, printLine } from "../terminal.ts";

const engines: readonly EngineName[] = ["deepl", "apertium", "pseudo"];

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
    const prepared = (): Work => {
      const project = loadProject(root);
      const request = requestOf(given, project);
      return { project, request, languages: request.languages.map((code) => prepare(code, project, request)) };
    };
    if (given.values["dry-run"] === true) return reportPlan(prepared());
    // Read under the lock: what another run has just drafted is not to be paid for again.
    return withDraftLock(root, async () => draftAll(root, prepared()));
  },
};

type Work = { project: LoadedProject; request: Request; languages: Prepared[] };

async function draftAll(root: string, { project, request, languages }: Work): Promise<0 | 1> {
  for (const folder of [contentFolder, ".malvakt"]) removeLeftovers(root, folder);
  const warn = (message: string): void => printError(visible(message));
  const open = engineOpener(project.settings, request.engine, project.termbase, warn);
  const progress = meter(
    say(message("draft.progress")),
    languages.reduce((sum, { total }) => sum + total.units, 0),
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

type Request = { pages: PageFile[]; languages: string[]; engine: EngineName | undefined };

function requestOf(given: Arguments, { settings, files: pages }: LoadedProject): Request {
  const known = Object.keys(settings.languages);
  const asked = languagesAsked(given, known);
  const engine = given.values["engine"];
  const chosen = engines.find((name) => name === engine);
  if (engine !== undefined && chosen === undefined)
    throw new Refusal(message("cli.option-choice", { option: "--engine", choices: engines, given: String(engine) }), 2);
  const wanted = asked.paths.map((path) => pageNamed(path, pages));
  return { pages: wanted.length > 0 ? wanted : pages, languages: asked.languages ?? known, engine: chosen };
}

type Prepared = {
  language: string;
  /** Undefined when the settings name none. */
  engineName: EngineName | undefined;
  pages: PageFile[];
  orphans: Orphans;
  memory: Memory;
  plans: (Estimate | { unreadable: string })[];
  total: Estimate;
};

/** Everything about a language that is known before anything is sent. */
function prepare(language: string, project: LoadedProject, request: Request): Prepared {
  const { settings } = project;
  const engineName = request.engine ?? settings.languages[language]?.engine;
  const orphans = project.context.orphans.get(language) ?? noOrphans;
  const catalogOf = (file: PageFile): CatalogFile =>
    readCatalogFile(file, language, project.catalogsOf(file.id).get(language), orphans, settings);
  // Also of pages that are not translated any more, or cannot be read just now: their approved texts are memory.
  const remembered = project.files.flatMap((file): readonly Entry[] => catalogOf(file).catalog?.entries ?? []);
  const memory = buildMemory([...remembered, ...orphans.approved.values()], settings.source, language);
  const pages = request.pages.filter(({ page }) => page && languagesOf(page, settings).includes(language));
  const asked = new Set<string>();
  const plans = pages.map((file) => {
    const { catalog, path } = catalogOf(file);
    return catalog ? estimate(planPage(catalog, memory, engineName), asked) : { unreadable: path };
  });
  return { language, engineName, pages, orphans, memory, plans, total: sum(plans) };
}

function sum(plans: readonly (Estimate | { unreadable: string })[]): Estimate {
  const total = { units: 0, fromMemory: 0, charged: 0, saved: 0 };
  for (const plan of plans)
    if (!("unreadable" in plan)) for (const key of Object.keys(total) as (keyof Estimate)[]) total[key] += plan[key];
  return total;
}

async function reportPlan({ languages, request }: Work): Promise<0 | 1> {
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(13))).join("");
  const lines = [row(["", "units", "from memory", "characters", "saved"])];
  for (const { language, pages, plans, total } of languages) {
    lines.push(row([language, total.units, total.fromMemory, total.charged, total.saved]));
    for (const [index, { id }] of pages.entries()) {
      const plan = plans[index];
      if (plan && !("unreadable" in plan) && plan.units > 0)
        lines.push(row([`  ${id}`, plan.units, plan.fromMemory, plan.charged, plan.saved]));
    }
  }
  const all = sum(languages.map(({ total }) => total));
  lines.push(
    `${plural(all.charged, "character")} would be sent; memory saves ${all.saved}. Nothing was sent or written.`,
  );
  const catalogs = languages.flatMap(({ plans }) => plans.flatMap((plan) => ("unreadable" in plan ? [plan] : [])));
  for (const { unreadable } of catalogs)
    lines.push(`${unreadable} cannot be read, so its page is left out; malvakt check says why.`);
  const unreadable = unreadablePages(request);
  await print([...lines, ...unreadable].map(visible).join("\n"));
  return catalogs.length + unreadable.length > 0 ? 1 : 0;
}

async function draftOne(
  prepared: Prepared,
  root: string,
  project: LoadedProject,
  open: (language: string) => Promise<Opened>,
  step: (units: number, characters: number) => void,
): Promise<LanguageResult> {
  const { language, engineName, pages, orphans, memory } = prepared;
  const { settings } = project;
  const pairing = pairingOf(settings.source, language, project.terms);
  if (!pairing) throw new Error(`There is no data for ${language}, though the settings were checked.`);
  const date = today();
  const engine = await open(language);
  try {
    const run = { root, settings, language, pages, orphans, memory, pairing, engineName, engine, date, step };
    return await draftLanguage(run);
  } finally {
    if (engine && !("refusal" in engine)) await engine.close();
  }
}

function unreadablePages({ pages }: Request): string[] {
  return pages
    .filter(({ page }) => !page)
    .map(({ path }) => `${path}: it cannot be read, so its catalogs were left alone; malvakt check says why.`);
}

async function report(results: readonly LanguageResult[], request: Request): Promise<0 | 1> {
  for (const result of results) {
    await printLine(describe(result));
    for (const [reason, count] of result.left)
      await printLine(`  ${plural(count, "unit")} left untranslated: ${reason}`);
  }
  const unreadable = unreadablePages(request);
  for (const line of unreadable) await printLine(line);
  return unreadable.length > 0 || results.some(({ left }) => left.size > 0) ? 1 : 0;
}

function describe({ language, inStep, drafted, fromMemory, charged, waiting, left }: LanguageResult): string {
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
