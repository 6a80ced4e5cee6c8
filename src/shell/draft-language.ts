// Drafts one language: sends, waits and writes what the core decides, and tells it what came of it.
import { setTimeout as sleep } from "node:timers/promises";
import { afterEvent, beginDrafting } from "../core/draft/drafting.ts";
import { EngineStopped, type Question } from "../core/draft/engine.ts";
import type { Action, Event, Job, LanguageResult } from "../core/draft/steps.ts";
import type { PageFile } from "../core/project.ts";
import { PageCatalog, type Desk } from "./draft-page.ts";
import type { Opened } from "./engines/open.ts";

/** One language of a draft run. */
export type LanguageRun = {
  job: Job;
  desk: Desk;
  files: ReadonlyMap<string, PageFile>;
  /** The engine, or why there is none; asked for when there is something to ask it. */
  open: () => Promise<Opened>;
  /** Told how many units are done and how many characters were charged since the last time. */
  step: (units: number, characters: number) => void;
};

/** Drafts every page of a language. What an engine answered stays on disk, whatever happens after. */
export async function draftLanguage(run: LanguageRun): Promise<LanguageResult> {
  const engine = new OpenedOnce(run.open);
  try {
    const catalogs = new Catalogs(run);
    let now = beginDrafting(run.job);
    while (now.action.do !== "finish") {
      const { drafted, charged } = now.state.result;
      const event = await perform(now.action, catalogs, engine);
      now = afterEvent(run.job, now.state, event);
      const { result } = now.state;
      run.step(result.drafted - drafted, result.charged - charged);
    }
    return now.state.result;
  } finally {
    await engine.close();
  }
}

async function perform(
  action: Exclude<Action, { do: "finish" }>,
  catalogs: Catalogs,
  engine: OpenedOnce,
): Promise<Event> {
  switch (action.do) {
    case "read":
      return catalogs.of(action.page).read();
    case "store":
      return catalogs.of(action.page).store(action.drafts, action.unpaid);
    case "ask":
      return engine.ask(action.questions, action.context);
    case "wait":
      await sleep(action.milliseconds);
      return { what: "waited" };
  }
}

/** The catalogs of a language; only that of the page at work is kept. */
class Catalogs {
  readonly #run: LanguageRun;
  #last: { page: string; catalog: PageCatalog } | undefined;
  constructor(run: LanguageRun) {
    this.#run = run;
  }
  of(page: string): PageCatalog {
    const file = this.#run.files.get(page);
    if (!file) throw new Error(`There is no page ${page}, though it was to be drafted.`);
    if (this.#last?.page !== page) this.#last = { page, catalog: new PageCatalog(this.#run.desk, file) };
    return this.#last.catalog;
  }
}

/** An engine that is opened when it is first asked. */
class OpenedOnce {
  readonly #open: () => Promise<Opened>;
  #engine: Opened;
  constructor(open: () => Promise<Opened>) {
    this.#open = open;
  }
  async ask(questions: readonly Question[], context: string): Promise<Event> {
    const engine = (this.#engine ??= await this.#open());
    if (!engine) throw new Error("There is no engine, though one was to be asked.");
    if ("refusal" in engine) return { what: "stopped", reason: engine.refusal };
    try {
      return { what: "answered", answers: await engine.answer(questions, context) };
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error;
      return { what: "stopped", reason: error.reason };
    }
  }
  async close(): Promise<void> {
    if (this.#engine && !("refusal" in this.#engine)) await this.#engine.close();
  }
}
