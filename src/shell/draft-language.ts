// Drafts one language: asks, looks whether to trust the answer, and has it on disk before it asks again.
import { join } from "node:path";
import { entryKey, type Catalog, type Entry } from "../core/catalog/entry.ts";
import { stateOf } from "../core/catalog/state.ts";
import { writeCatalog } from "../core/catalog/write.ts";
import { EngineStopped, type Answer, type Engine, type Pin, type Question } from "../core/draft/engine.ts";
import { recallSimilar, type Memory } from "../core/draft/memory.ts";
import { contextOf, needsDraft, planPage, unknownPieces, type PlannedUnit } from "../core/draft/plan.ts";
import { draftEntry, remarkFindings, storeDraft } from "../core/draft/store.ts";
import { mendTags, pinsFor, termFindings, withoutTags } from "../core/draft/trust.ts";
import { isPlain } from "../core/page/unit.ts";
import { catalogPath, readCatalogFile, type CatalogFile, type PageFile } from "../core/project.ts";
import type { Settings } from "../core/settings.ts";
import type { Pairing } from "../core/terms/terms.ts";
import { compareTags, escapeText } from "../core/unit-text.ts";
import { readText, writeDurably } from "./files.ts";
import { existsSync } from "node:fs";

/** One language of a draft run. */
export type LanguageRun = {
  root: string;
  settings: Settings;
  language: string;
  pages: readonly PageFile[];
  catalogOf: (file: PageFile) => CatalogFile;
  orphans: ReadonlyMap<string, Entry>;
  memory: Memory;
  pairing: Pairing;
  /** Undefined when there is none; then memory alone is used. */
  engine: Engine | undefined;
  date: string;
  /** Told of each unit that is done, and of the characters that were charged for it. */
  step: (units: number, characters: number) => void;
};

export type LanguageResult = {
  language: string;
  drafted: number;
  fromMemory: number;
  charged: number;
  /** Catalogs that were not in step with their page, and are now. */
  inStep: number;
  /** Units left to people, since no engine is asked for. */
  waiting: number;
  /** Units that are left without a draft, by reason. */
  left: Map<string, number>;
  /** Why the engine stopped, if it did. */
  stopped: string | undefined;
};

/** Drafts every page of a language. What an engine answered stays on disk, whatever happens after. */
export async function draftLanguage(run: LanguageRun): Promise<LanguageResult> {
  const result: LanguageResult = {
    language: run.language,
    drafted: 0,
    fromMemory: 0,
    charged: 0,
    inStep: 0,
    waiting: 0,
    left: new Map(),
    stopped: undefined,
  };
  for (const file of run.pages) {
    const { catalog } = run.catalogOf(file);
    if (!catalog) continue;
    const work = new PageWork(run, file);
    if (work.save()) result.inStep++;
    const { units } = planPage(catalog, run.memory);
    const asked = units.filter((unit) => unknownPieces(unit).length > 0);
    for (const unit of units) if (!asked.includes(unit)) work.store(unit.entry, joined(unit, []), "memory");
    const known = units.length - asked.length;
    result.fromMemory += known;
    result.drafted += known;
    if (known > 0) work.save();
    run.step(known, 0);
    if (asked.length > 0) await askFor(asked, contextOf(catalog), work, run, result);
  }
  return result;
}

async function askFor(
  units: readonly PlannedUnit[],
  context: string,
  work: PageWork,
  run: LanguageRun,
  result: LanguageResult,
): Promise<void> {
  const leave = (count: number, reason: string): void =>
    void result.left.set(reason, (result.left.get(reason) ?? 0) + count);
  const { engine } = run;
  if (!engine) return void (result.waiting += units.length);
  if (result.stopped !== undefined) return leave(units.length, result.stopped);
  let rest = units;
  while (rest.length > 0) {
    const group = firstGroup(rest, engine);
    try {
      await askGroup(group, context, work, run, engine, result, leave);
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error;
      result.stopped = error.message;
      const undone = group.filter((unit) => !work.has(unit.entry)).length;
      return leave(rest.length - group.length + undone, error.message);
    }
    rest = rest.slice(group.length);
  }
}

/** As many whole units as one request holds, so that nothing of a unit is paid for and not yet stored. */
function firstGroup(units: readonly PlannedUnit[], engine: Engine): readonly PlannedUnit[] {
  const questions = units.flatMap((unit) => unknownPieces(unit).map(({ source }) => question(unit, source, [])));
  const fitting = engine.batches(questions)[0]?.length ?? 1;
  let count = 0;
  let taken = 0;
  for (const unit of units) {
    taken += unknownPieces(unit).length;
    if (taken > fitting) break;
    count++;
  }
  return units.slice(0, Math.max(1, count));
}

function question({ entry }: PlannedUnit, text: string, pins: readonly Pin[]): Question {
  return { text, markup: !isPlain(entry.context), pins };
}

async function askGroup(
  group: readonly PlannedUnit[],
  context: string,
  work: PageWork,
  run: LanguageRun,
  engine: Engine,
  result: LanguageResult,
  leave: (count: number, reason: string) => void,
): Promise<void> {
  const questions = group.flatMap((unit) => unknownPieces(unit).map(({ source }) => question(unit, source, [])));
  const answers = await engine.answer(questions, context);
  result.charged += chargedFor(answers);
  let at = 0;
  const again: { unit: PlannedUnit; pins: readonly Pin[]; bare: boolean }[] = [];
  const failures = new Map<PlannedUnit, string>();
  for (const unit of group) {
    const own = answers.slice(at, (at += unknownPieces(unit).length));
    const failed = own.find((answer) => "failure" in answer);
    const text =
      failed || own.length < unknownPieces(unit).length ? undefined : mended(unit, joined(unit, own.map(textOf)));
    if (text === undefined) {
      failures.set(unit, failed && "failure" in failed ? failed.failure : "its tags did not come back whole");
      again.push({ unit, pins: [], bare: !isPlain(unit.entry.context) });
      continue;
    }
    work.store(unit.entry, text, engine.name);
    const findings = termFindings({ ...unit.entry, text }, run.pairing);
    const unknown = own.flatMap((answer) => ("unknown" in answer ? (answer.unknown ?? []) : []));
    const pins = pinsFor(unit.entry.context, unit.entry.id, findings, unknown, run.pairing);
    if (pins.length > 0 && engine.name !== "pseudo") again.push({ unit, pins, bare: false });
  }
  work.save();
  run.step(group.length - failures.size, chargedFor(answers));
  for (const retry of again) {
    const reason = failures.get(retry.unit);
    const done = await askAgain(retry, context, work, run, engine, result);
    if (reason === undefined) continue;
    if (!done) leave(1, reason);
    run.step(1, 0);
  }
  result.drafted += group.filter((unit) => work.has(unit.entry)).length;
}

/** Asks once more: with terms pinned, or without tags. A worse answer than the first is not stored. */
async function askAgain(
  { unit, pins, bare }: { unit: PlannedUnit; pins: readonly Pin[]; bare: boolean },
  context: string,
  work: PageWork,
  run: LanguageRun,
  engine: Engine,
  result: LanguageResult,
): Promise<boolean> {
  const { entry } = unit;
  if (pins.length === 0 && (!bare || !entry.id.includes("<"))) return false;
  const asked: Question = bare
    ? { text: withoutTags(entry.id), markup: false, pins: [] }
    : { text: entry.id, markup: !isPlain(entry.context), pins };
  const answers = await engine.answer([asked], context);
  result.charged += chargedFor(answers);
  const [answer] = answers;
  if (!answer || "failure" in answer) return false;
  const text = bare
    ? (mendTags(entry.id, escapeText(answer.text)) ?? escapeText(answer.text))
    : mended(unit, answer.text);
  if (text === undefined) return false;
  const count = (candidate: string): number => termFindings({ ...entry, text: candidate }, run.pairing).length;
  const first = work.textOf(entry);
  if (first !== undefined && count(text) > count(first)) return true;
  work.store(entry, text, engine.name);
  work.save();
  return true;
}

function mended(unit: PlannedUnit, text: string): string | undefined {
  const { context, id } = unit.entry;
  if (text.trim() === "") return undefined;
  return isPlain(context) ? text.trim() : mendTags(id, text);
}

function textOf(answer: Answer): string {
  return "text" in answer ? answer.text : "";
}

function chargedFor(answers: readonly Answer[]): number {
  return answers.reduce((sum, answer) => sum + (answer.billed ?? 0), 0);
}

/** The text of a unit from its pieces: what memory knows, and the answers for the rest in order. */
function joined({ pieces }: PlannedUnit, answers: readonly string[]): string {
  let next = 0;
  return pieces.map(({ known, blank }) => (known ?? (answers[next++] ?? "").trim()) + blank).join("");
}

/** The drafts of one page, and its catalog on disk, which a person may be editing at the same time. */
class PageWork {
  readonly #run: LanguageRun;
  readonly #file: PageFile;
  readonly #path: string;
  readonly #drafts = new Map<string, { entry: Entry; text: string; engine: string; before: string | undefined }>();

  constructor(run: LanguageRun, file: PageFile) {
    this.#run = run;
    this.#file = file;
    this.#path = catalogPath(run.language, file.id);
  }

  has(entry: Entry): boolean {
    return this.#drafts.has(entryKey(entry));
  }

  textOf(entry: Entry): string | undefined {
    return this.#drafts.get(entryKey(entry))?.text;
  }

  store(entry: Entry, text: string, engine: string): void {
    const before = this.textOf(entry);
    this.#drafts.set(entryKey(entry), { entry, text, engine, before });
  }

  /** Reads the catalog as it is now, puts the drafts where they are still wanted, and writes it durably if it changed; says whether it did. */
  save(): boolean {
    const { root, settings, orphans, language } = this.#run;
    const file = join(root, this.#path);
    const found = existsSync(file) ? readText(file, this.#path) : undefined;
    const now = readCatalogFile(this.#file, language, found, orphans, settings);
    if (!now.catalog)
      throw new EngineStopped(`${this.#path} cannot be read any more; mend it and run the same command again.`, true);
    let { catalog } = now;
    for (const draft of this.#drafts.values()) catalog = this.#put(catalog, draft);
    const fresh = writeCatalog(remarkFindings(catalog, this.#run.pairing));
    if (fresh === now.text) return false;
    writeDurably(file, fresh);
    return true;
  }

  #put(
    catalog: Catalog,
    { entry, text, engine, before }: { entry: Entry; text: string; engine: string; before: string | undefined },
  ): Catalog {
    const current = catalog.entries.find((candidate) => !candidate.obsolete && entryKey(candidate) === entryKey(entry));
    if (!current) return catalog;
    const isOurs = before !== undefined && current.text === before && stateOf(current) !== "approved";
    if (!needsDraft(current) && !isOurs) return catalog;
    const similar =
      compareTags(entry.id, text).length === 0 && engine !== "memory"
        ? recallSimilar(this.#run.memory, entry.context, entry.id)
        : undefined;
    const fresh = draftEntry(current, text, engine, this.#run.date, similar);
    return isOurs
      ? { ...catalog, entries: catalog.entries.map((other) => (other === current ? fresh : other)) }
      : storeDraft(catalog, current, fresh);
  }
}
