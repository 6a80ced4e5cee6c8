// The page at work in a draft run: which of its units are asked for next, what was drafted of it, and what is left.
import { entryKey, type Catalog } from "../catalog/entry.ts";
import { failureOf, questionOf, textOf, type Learnt } from "./answers.ts";
import type { EngineName } from "../settings.ts";
import { engineFacts } from "./engines.ts";
import { message, type Message } from "../messages/message.ts";
import { needsDraft, unknownParts, type PlannedUnit } from "./plan.ts";
import { keepable, unkeepable } from "./refuse.ts";
import type { DraftState, PageState } from "./steps.ts";
import type { Draft } from "./store.ts";

/** Drafts of those units whose texts are all known by now; a better text takes the place of the first. */
export function addDrafts(learnt: Learnt, page: PageState, units: readonly PlannedUnit[]): PageState {
  const fresh = units.flatMap((unit): Draft[] => {
    const { context, source, author } = unit;
    const text = textOf(learnt, unit);
    const before = page.drafts.get(entryKey(unit))?.text;
    return text === undefined || text === before ? [] : [{ context, source, text, author, before }];
  });
  if (fresh.length === 0) return page;
  const fits = keepable(fresh);
  const drafts = new Map(page.drafts);
  const unkept = new Set(page.unkept);
  for (const [index, draft] of fresh.entries())
    if (fits[index]) drafts.set(entryKey(draft), draft);
    else unkept.add(entryKey(draft));
  return { ...page, drafts, unkept };
}

/** As many whole units as one request holds. */
export function firstGroup(rest: readonly PlannedUnit[], engine: EngineName): readonly PlannedUnit[] {
  const { mostTexts, countFitting } = engineFacts[engine];
  const units = rest.slice(0, mostTexts);
  const questions = units.flatMap((unit) => unknownParts(unit).map(({ source }) => questionOf({ unit, source })));
  const fitting = countFitting(questions);
  let count = 0;
  let taken = 0;
  for (const unit of units) {
    taken += unknownParts(unit).length;
    if (taken > fitting) break;
    count++;
  }
  return units.slice(0, Math.max(1, count));
}

/** A group is done: what of it has no draft is told. */
export function withoutGroup(
  state: DraftState,
  page: PageState,
  group: readonly PlannedUnit[],
  learnt: Learnt,
): [DraftState, PageState] {
  return [leaveFailed(state, page, group, learnt), { ...page, rest: page.rest.slice(group.length) }];
}

/** Tells of each unit that has no draft why. */
export function leaveFailed(
  state: DraftState,
  page: PageState,
  units: readonly PlannedUnit[],
  learnt: Learnt,
): DraftState {
  let now = state;
  for (const unit of units) {
    const key = entryKey(unit);
    if (page.drafts.has(key)) continue;
    now = leave(now, 1, failureOf(learnt, unit) ?? (page.unkept.has(key) ? unkeepable : message("draft.no-answer")));
  }
  return now;
}

/** Counts units that are left without a draft, for a reason. */
export function leave(state: DraftState, units: number, reason: Message): DraftState {
  if (units === 0) return state;
  const left = new Map(state.result.left);
  const key = JSON.stringify(reason);
  left.set(key, { reason, units: (left.get(key)?.units ?? 0) + units });
  return { ...state, result: { ...state.result, left } };
}

/** The units that a catalog still has no draft of: what a person has translated in the meantime is not paid for. */
export function stillWanted(units: readonly PlannedUnit[], catalog: Catalog, language: string): readonly PlannedUnit[] {
  if (units.length === 0) return units;
  const live = new Map(catalog.entries.filter(({ obsolete }) => !obsolete).map((entry) => [entryKey(entry), entry]));
  return units.filter((unit) => {
    const entry = live.get(entryKey(unit));
    return entry !== undefined && needsDraft(entry, language);
  });
}

/** Counts what a catalog on the disk has now. */
export function countStored(state: DraftState, page: PageState): [DraftState, PageState] {
  const added = [...page.drafts.values()].slice(page.counted);
  const { result } = state;
  return [
    {
      ...state,
      result: {
        ...result,
        inStep: result.inStep + (page.isNew ? 1 : 0),
        drafted: result.drafted + added.length,
        fromMemory: result.fromMemory + added.filter(({ author }) => author === "memory").length,
      },
    },
    { ...page, isNew: false, counted: page.drafts.size },
  ];
}
