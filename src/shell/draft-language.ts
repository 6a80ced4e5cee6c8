// Drafts one language: asks, looks whether to trust the answer, and has it on disk before it asks again.
import { entryKey, type Catalog } from "../core/catalog/entry.ts";
import { EngineStopped, type Answer, type Engine, type Pin, type Question } from "../core/draft/engine.ts";
import { asUnitText, recallDraft, rememberDraft } from "../core/draft/memory.ts";
import { contextOf, needsDraft, planPage, unknownPieces, type PlannedUnit } from "../core/draft/plan.ts";
import { isOutOfOrder, mendTags, pinsFor, termFindings, withoutTags } from "../core/draft/trust.ts";
import { isPlain } from "../core/page/unit.ts";
import type { PageFile } from "../core/project.ts";
import { escapeText } from "../core/unit-text.ts";
import { say } from "./locale.ts";
import { CatalogLost, PageWork, type LanguageRun } from "./draft-page.ts";

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
};

/** Drafts every page of a language. What an engine answered stays on disk, whatever happens after. */
export async function draftLanguage(run: LanguageRun): Promise<LanguageResult> {
  const work = new LanguageWork(run);
  for (const file of run.pages) {
    try {
      await work.draftPage(file);
    } catch (error) {
      if (!(error instanceof CatalogLost)) throw error;
      work.leave(error.units, error.message);
    }
  }
  return work.result;
}

/** A text to be asked for: a unit, or those sentences of it that memory does not know. */
type Piece = { unit: PlannedUnit; source: string };

/** One more question about a piece, after an answer that cannot be used as it is. */
type Retry = { piece: Piece; question: Question; bare: boolean };

class LanguageWork {
  readonly result: LanguageResult;
  readonly #run: LanguageRun;
  /** Why texts cannot be drafted in this run, by text: they are not paid for again. */
  readonly #failures = new Map<string, string>();
  /** Words that the engine does not know, by the text that they stand in. */
  readonly #unknown = new Map<string, readonly string[]>();
  #stopped: string | undefined;

  constructor(run: LanguageRun) {
    this.#run = run;
    this.result = {
      language: run.language,
      drafted: 0,
      fromMemory: 0,
      charged: 0,
      inStep: 0,
      waiting: 0,
      left: new Map(),
    };
    if (run.engine && "refusal" in run.engine) this.#stopped = say(run.engine.refusal);
  }

  leave(units: number, reason: string): void {
    if (units > 0) this.result.left.set(reason, (this.result.left.get(reason) ?? 0) + units);
  }

  async draftPage(file: PageFile): Promise<void> {
    const { memory, engineName } = this.#run;
    const work = new PageWork(this.#run, file);
    // Planned from the file as it is now, not as it was when the run began.
    const catalog = await work.save();
    if (work.writes > 0) this.result.inStep += 1;
    const { units } = planPage(catalog, memory, engineName);
    const known = units.filter((unit) => unknownPieces(unit).length === 0);
    this.#keep(known, work);
    if (known.length > 0) await work.save();
    const context = contextOf(catalog);
    let rest = units.filter((unit) => unknownPieces(unit).length > 0);
    const { engine } = this.#run;
    if (!engine) this.result.waiting += rest.length;
    while (rest.length > 0 && this.#stopped === undefined && engine && !("refusal" in engine)) {
      const group = firstGroup(rest, engine);
      let current: Catalog;
      try {
        current = await this.#draftGroup(group, context, work, engine);
      } catch (error) {
        if (!(error instanceof EngineStopped)) throw error;
        this.#stopped = error.message;
        break;
      }
      const wanted = new Set(
        current.entries.filter((candidate) => needsDraft(candidate, this.#run.language)).map(entryKey),
      );
      this.#leaveFailed(group, work);
      // What a person has translated in the meantime is not paid for.
      rest = rest.slice(group.length).filter(({ entry }) => wanted.has(entryKey(entry)));
    }
    if (this.#stopped === undefined) return;
    const failed = rest.filter((unit) => this.#failureOf(unit) !== undefined);
    this.#leaveFailed(failed, work);
    this.leave(rest.filter((unit) => !failed.includes(unit) && !work.has(unit.entry)).length, this.#stopped);
  }

  /** Stores units all of whose pieces are known. */
  #keep(units: readonly PlannedUnit[], work: PageWork): void {
    for (const unit of units) {
      work.store(unit.entry, joined(unit, []), unit.author);
      this.result.drafted += 1;
      if (unit.author === "memory") this.result.fromMemory += 1;
    }
    this.#run.step(units.length, 0);
  }

  #leaveFailed(units: readonly PlannedUnit[], work: PageWork): void {
    for (const unit of units) if (!work.has(unit.entry)) this.leave(1, this.#failureOf(unit) ?? "there was no answer");
  }

  #failureOf(unit: PlannedUnit): string | undefined {
    return unknownPieces(unit)
      .map(({ source }) => this.#failures.get(asUnitText(unit.entry.context, source)))
      .find((reason) => reason !== undefined);
  }

  /** What is known by now of a piece that had to be asked for. */
  #answerOf({ unit, source }: Piece): string | undefined {
    const { memory, engineName } = this.#run;
    return recallDraft(memory, engineName ?? "", unit.entry.context, source);
  }

  /** Gives the catalog as it is on the disk when all that was answered is in it. */
  async #draftGroup(group: readonly PlannedUnit[], context: string, work: PageWork, engine: Engine): Promise<Catalog> {
    const asked = new Map<string, Piece>();
    for (const unit of group)
      for (const { source } of unknownPieces(unit)) {
        const key = asUnitText(unit.entry.context, source);
        if (!asked.has(key) && !this.#failures.has(key) && this.#answerOf({ unit, source }) === undefined)
          asked.set(key, { unit, source });
      }
    const pieces = [...asked.values()];
    const retries = pieces.length === 0 ? [] : await this.#ask(pieces, context, engine);
    this.#storeAnswered(group, work);
    let saved = await work.save();
    const bare = retries.map(({ piece }) => piece);
    const pinned = group
      .filter((unit) => !bare.some((piece) => piece.unit === unit))
      .flatMap((unit) => this.#pinned(unit, work, pieces));
    const again = [...retries, ...pinned];
    for (const batch of engine.batches(again.map(({ question }) => question))) {
      await this.#askAgain(again.splice(0, batch.length), context, engine, work);
      this.#storeAnswered(group, work);
      saved = await work.save();
    }
    return saved;
  }

  /** Asks for pieces; those whose tags were the trouble are to be asked for once more without them. */
  async #ask(pieces: readonly Piece[], context: string, engine: Engine): Promise<Retry[]> {
    const answers = await engine.answer(
      pieces.map(({ unit, source }) => questionOf(unit, source, [])),
      context,
    );
    this.#charge(answers);
    const shuffled = isOutOfOrder(
      pieces.map(({ unit, source }, index) => ({
        source: asUnitText(unit.entry.context, source),
        answer: textOf(answers[index]),
      })),
    );
    return pieces.flatMap((piece, index): Retry[] => {
      const answer = shuffled
        ? { failure: "the answers came in another order than the texts, and none of them can be trusted" }
        : (answers[index] ?? { failure: "there was no answer" });
      if ("unknown" in answer && answer.unknown)
        this.#unknown.set(asUnitText(piece.unit.entry.context, piece.source), answer.unknown);
      const mended = "text" in answer ? mend(piece, answer.text) : undefined;
      if (mended !== undefined) {
        this.#remember(piece, mended);
        return [];
      }
      const reason = "failure" in answer ? answer.failure : "the tags did not come back whole";
      this.#failures.set(asUnitText(piece.unit.entry.context, piece.source), reason);
      const aboutTags = "text" in answer || answer.tags === true;
      if (!aboutTags || isPlain(piece.unit.entry.context) || !piece.source.includes("<")) return [];
      return [{ piece, question: { text: withoutTags(piece.source), markup: false, pins: [] }, bare: true }];
    });
  }

  /** The pieces of a unit with the terms pinned that its draft lost, or that its engine does not know. */
  #pinned(unit: PlannedUnit, work: PageWork, asked: readonly Piece[]): Retry[] {
    const { entry } = unit;
    const text = work.textOf(entry);
    if (text === undefined || this.#run.engineName === "pseudo") return [];
    const findings = termFindings({ ...entry, translation: text }, this.#run.pairing);
    return asked
      .filter((piece) => piece.unit === unit)
      .flatMap((piece) => {
        const unknown = this.#unknown.get(asUnitText(entry.context, piece.source)) ?? [];
        const pins = pinsFor(entry.context, piece.source, findings, unknown, this.#run.pairing);
        return pins.length === 0 ? [] : [{ piece, question: questionOf(unit, piece.source, pins), bare: false }];
      });
  }

  /** Asks once more: with terms pinned, or without tags. A worse answer than the first is not used. */
  async #askAgain(retries: readonly Retry[], context: string, engine: Engine, work: PageWork): Promise<void> {
    const answers = await engine.answer(
      retries.map(({ question }) => question),
      context,
    );
    this.#charge(answers);
    for (const [index, { piece, bare }] of retries.entries()) {
      const given = textOf(answers[index]);
      if (given === undefined) continue;
      const { unit } = piece;
      const plain = escapeText(given);
      const text = bare ? (mendTags(piece.source, plain) ?? plain) : mend(piece, given);
      if (text === undefined) continue;
      const first = this.#answerOf(piece);
      this.#remember(piece, text);
      if (first === undefined) continue;
      const before = work.textOf(unit.entry) ?? "";
      const after = this.#textOf(unit) ?? "";
      const count = (candidate: string): number =>
        termFindings({ ...unit.entry, translation: candidate }, this.#run.pairing).length;
      if (count(after) > count(before)) this.#remember(piece, first);
    }
  }

  #remember({ unit, source }: Piece, text: string): void {
    const { memory, engineName } = this.#run;
    this.#failures.delete(asUnitText(unit.entry.context, source));
    rememberDraft(memory, engineName ?? "", unit.entry.context, source, text);
  }

  /** The text of a unit if all its pieces are known by now. */
  #textOf(unit: PlannedUnit): string | undefined {
    const answers = unknownPieces(unit).map(({ source }) => this.#answerOf({ unit, source }));
    return answers.every((answer) => answer !== undefined) ? joined(unit, answers) : undefined;
  }

  #storeAnswered(group: readonly PlannedUnit[], work: PageWork): void {
    for (const unit of group) {
      const text = this.#textOf(unit);
      if (text === undefined || text === work.textOf(unit.entry)) continue;
      if (!work.has(unit.entry)) {
        this.result.drafted += 1;
        this.#run.step(1, 0);
      }
      work.store(unit.entry, text, unit.author);
    }
  }

  #charge(answers: readonly Answer[]): void {
    const characters = answers.reduce((sum, answer) => sum + (answer.billed ?? 0), 0);
    this.result.charged += characters;
    this.#run.step(0, characters);
  }
}

/** As many whole units as one request holds, so that nothing of a unit is paid for and not yet stored. */
function firstGroup(units: readonly PlannedUnit[], engine: Engine): readonly PlannedUnit[] {
  const questions = units.flatMap((unit) => unknownPieces(unit).map(({ source }) => questionOf(unit, source, [])));
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

function questionOf({ entry }: PlannedUnit, text: string, pins: readonly Pin[]): Question {
  return { text, markup: !isPlain(entry.context), pins };
}

function mend({ unit, source }: Piece, text: string): string | undefined {
  if (text.trim() === "") return undefined;
  return isPlain(unit.entry.context) ? text.trim() : mendTags(source, text);
}

function textOf(answer: Answer | undefined): string | undefined {
  return answer && "text" in answer ? answer.text : undefined;
}

/** The text of a unit from its pieces: what is known, and the answers for the rest in order. */
function joined({ pieces }: PlannedUnit, answers: readonly string[]): string {
  let next = 0;
  return pieces.map(({ known, blank }) => (known ?? (answers[next++] ?? "").trim()) + blank).join("");
}
