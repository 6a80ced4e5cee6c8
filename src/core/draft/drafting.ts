// Drafting one language, decided: after each thing that happened, what to do next. It sends, waits for and writes nothing.
import { entryKey, type Catalog } from "../catalog/entry.ts";
import {
  chargedIn,
  failureOf,
  judgeAnswers,
  judgeRetries,
  pinned,
  questionOf,
  recall,
  unanswered,
  type Asked,
  type Judged,
  type Retry,
} from "./answers.ts";
import type { Answer } from "./engine.ts";
import { engineFacts } from "./engines.ts";
import { message } from "../messages/message.ts";
import { addDrafts, countStored, firstGroup, leave, leaveFailed, stillWanted, withoutGroup } from "./page-state.ts";
import { contextOf, planDrafts, unknownParts, wantedIn, type PlannedUnit } from "./plan.ts";
import {
  learntOf,
  type Action,
  type Doing,
  type DraftState,
  type Event,
  type Job,
  type PageState,
  type Step,
} from "./steps.ts";

export function beginDrafting(job: Job): Step {
  const result = { drafted: 0, fromMemory: 0, charged: 0, inStep: 0, waiting: 0, left: new Map() };
  const doing = { what: "read" } as const;
  return nextPage(job, {
    result,
    outcomes: [],
    stopped: undefined,
    at: -1,
    failedReads: 0,
    page: undefined,
    doing,
  });
}

/** Law: an answer that was paid for is in a `store` before the next `ask`, and no text is in two of them as it is. */
export function afterEvent(job: Job, state: DraftState, event: Event): Step {
  const { page, doing } = state;
  if (event.what === "unreadable") return unreadable(job, state, event.path);
  if (event.what === "waited")
    return { state, action: doing.what === "read" ? readAction(job, state) : storeAction(job, state) };
  if (event.what === "lost") return nextPage(job, leave(state, job.pages[state.at]?.units ?? 0, event.reason));
  if (event.what === "read") return opened(job, { ...state, failedReads: 0 }, event.catalog, event.isNew);
  if (!page) throw new Error(`Nothing can be ${event.what} before a page was read.`);
  switch (event.what) {
    case "stored":
      return stored(job, { ...state, failedReads: 0 }, page, event.catalog);
    case "answered":
      return answered(job, state, page, event.answers);
    case "stopped":
      return close(job, { ...state, stopped: event.reason }, page);
  }
}

/** How long a file that cannot be read is waited for. */
const patience = [50, 200, 800] as const;

function unreadable(job: Job, state: DraftState, path: string): Step {
  const milliseconds = patience[state.failedReads];
  if (milliseconds !== undefined)
    return { state: { ...state, failedReads: state.failedReads + 1 }, action: { do: "wait", milliseconds } };
  const reason = message("draft.catalog-unreadable", { path });
  return nextPage(job, leave(state, job.pages[state.at]?.units ?? 0, reason));
}

function nextPage(job: Job, state: DraftState): Step {
  const next: DraftState = { ...state, at: state.at + 1, failedReads: 0, page: undefined, doing: { what: "read" } };
  if (next.at < job.pages.length) return { state: next, action: readAction(job, next) };
  return { state: { ...next, doing: { what: "finished" } }, action: { do: "finish", reason: state.stopped } };
}

function readAction(job: Job, { at }: DraftState): Action {
  return { do: "read", page: job.pages[at]?.id ?? "" };
}

function storeAction(job: Job, { at, page, doing }: DraftState): Action {
  const drafts = [...(page?.drafts.values() ?? [])];
  const unpaid = doing.what === "open" || !(job.engine && engineFacts[job.engine].charges);
  return { do: "store", page: job.pages[at]?.id ?? "", drafts, unpaid };
}

function store(job: Job, state: DraftState, page: PageState, doing: Doing): Step {
  const next = { ...state, page, doing };
  return { state: next, action: storeAction(job, next) };
}

/** Plans a page from its catalog as it is now, not as it was when the run began. */
function opened(job: Job, state: DraftState, catalog: Catalog, isNew: boolean): Step {
  const learnt = learntOf(job, state);
  const units = planDrafts(wantedIn(catalog, job.language), job.memory, job.engine, (context, source) =>
    recall(learnt, context, source),
  );
  const known = units.filter((unit) => unknownParts(unit).length === 0);
  const rest = units.filter((unit) => unknownParts(unit).length > 0);
  const empty = { rest, context: contextOf(catalog), drafts: new Map(), counted: 0, unkept: new Set<string>(), isNew };
  const page = addDrafts(learnt, empty, known);
  const now = leaveFailed(waitFor(state, job.engine === undefined ? rest.length : 0), page, known, learnt);
  const asks = rest.length > 0 && job.engine !== undefined && state.stopped === undefined;
  // Before anything is paid for: a draft that cannot be written would be lost.
  if (asks && job.engine && engineFacts[job.engine].charges) return store(job, now, page, { what: "open" });
  return askNext(job, now, page);
}

/** Asks for as many whole units as one request holds, so that nothing of a unit is paid for and not yet stored. */
function askNext(job: Job, given: DraftState, before: PageState): Step {
  let [state, page] = [given, before];
  const { engine } = job;
  while (engine && state.stopped === undefined && page.rest.length > 0) {
    const learnt = learntOf(job, state);
    const group = firstGroup(page.rest, engine);
    const asked = unanswered(learnt, group);
    if (asked.length > 0) {
      const questions = asked.map((one) => questionOf(one));
      const doing = { what: "ask", group, asked } as const;
      return { state: { ...state, page, doing }, action: { do: "ask", questions, context: page.context } };
    }
    [state, page] = withoutGroup(state, addDrafts(learnt, page, group), group, learnt);
  }
  return close(job, state, page);
}

function askAgain(
  job: Job,
  state: DraftState,
  page: PageState,
  group: readonly PlannedUnit[],
  all: readonly Retry[],
): Step {
  const questions = all.map(({ question }) => question);
  const count = job.engine ? engineFacts[job.engine].countFitting(questions) : all.length;
  const doing = { what: "ask-again", group, retries: all.slice(0, count), later: all.slice(count) } as const;
  const action = { do: "ask", questions: questions.slice(0, count), context: page.context } as const;
  return { state: { ...state, page, doing }, action };
}

/** What was answered is known from now on, and on the disk before anything else is asked. */
function answered(job: Job, given: DraftState, page: PageState, answers: readonly Answer[]): Step {
  const { doing, result } = given;
  const learnt = learntOf(job, given);
  const state = { ...given, result: { ...result, charged: result.charged + chargedIn(answers) } };
  if (doing.what === "ask-again") {
    const now = judgeRetries(learnt, doing.retries, answers, job.pairing);
    const next = { what: "save", group: doing.group, retries: doing.later } as const;
    return store(job, { ...state, outcomes: now.outcomes }, addDrafts(now, page, doing.group), next);
  }
  if (doing.what !== "ask") throw new Error("An answer came that nothing was asked for.");
  const { group, asked } = doing;
  const judged = judgeAnswers(learnt, asked, answers);
  const next = addDrafts(judged.learnt, page, group);
  const retries = [...judged.bare, ...pinnedIn(job, next, doing, judged)];
  return store(job, { ...state, outcomes: judged.learnt.outcomes }, next, { what: "save", group, retries });
}

function pinnedIn(
  { engine, pairing }: Job,
  page: PageState,
  { group, asked }: { group: readonly PlannedUnit[]; asked: readonly Asked[] },
  { bare, unknown }: Judged,
): Retry[] {
  if (engine === "pseudo") return [];
  const askedAgain = new Set(bare.map((retry) => retry.asked.unit));
  const ofUnit = new Map<PlannedUnit, Asked[]>();
  for (const one of asked) ofUnit.set(one.unit, [...(ofUnit.get(one.unit) ?? []), one]);
  return group.flatMap((unit) => {
    const text = askedAgain.has(unit) ? undefined : page.drafts.get(entryKey(unit))?.text;
    return text === undefined ? [] : pinned(unit, text, ofUnit.get(unit) ?? [], unknown, pairing);
  });
}

function stored(job: Job, given: DraftState, before: PageState, catalog: Catalog): Step {
  const { doing } = given;
  let [state, page] = countStored(given, before);
  if (doing.what === "close") return nextPage(job, state);
  if (doing.what === "save") {
    if (doing.retries.length > 0) return askAgain(job, state, page, doing.group, doing.retries);
    [state, page] = withoutGroup(state, page, doing.group, learntOf(job, state));
  }
  return askNext(job, state, { ...page, rest: stillWanted(page.rest, catalog, job.language) });
}

/** Nothing more is asked for this page; what is not on the disk yet comes there. */
function close(job: Job, state: DraftState, page: PageState): Step {
  const learnt = learntOf(job, state);
  let now = state;
  const left = job.engine === undefined ? [] : page.rest.filter((unit) => !page.drafts.has(entryKey(unit)));
  for (const unit of left)
    now =
      failureOf(learnt, unit) === undefined && state.stopped !== undefined
        ? leave(now, 1, state.stopped)
        : leaveFailed(now, page, [unit], learnt);
  const next = { ...page, rest: [] };
  if (page.isNew || page.drafts.size > page.counted) return store(job, now, next, { what: "close" });
  return nextPage(job, now);
}

/** Units that are left to people. */
function waitFor(state: DraftState, units: number): DraftState {
  return { ...state, result: { ...state.result, waiting: state.result.waiting + units } };
}
