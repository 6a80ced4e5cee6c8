// What an engine answered, and what becomes of it: a text that is known from then on, a failure, or one more question.
import { message, type Message } from "../messages/message.ts";
import { isPlain } from "../page/unit.ts";
import type { Pairing } from "../terms/terms.ts";
import { escapeText } from "../unit-text.ts";
import type { Answer, Pin, Question } from "./engine.ts";
import type { EngineName } from "../settings.ts";
import { addTo, lookUp, type Layers } from "./layers.ts";
import { asUnitText, inFormOf, recallDraft, type Memory } from "./memory.ts";
import { unknownParts, type PlannedUnit } from "./plan.ts";
import { refusalOf } from "./refuse.ts";
import { isOutOfOrder, mendTags, pinsFor, termFaults, withoutTags } from "./trust.ts";

/** A text to be asked for: a unit, or those sentences of it that memory does not know. */
export type Asked = { unit: PlannedUnit; source: string };

/** One more question about a text, after an answer that cannot be used as it is. `bare`: without its tags. */
export type Retry = { asked: Asked; question: Question; bare: boolean };

/** What a run knows of a text by now: what an engine made of it, or why it cannot be drafted. Texts are unit texts. */
export type Outcome = { text: string } | { failure: Message };

/** All that a run has learnt so far, by the text that was asked for, and what it knew before. */
export type Learnt = { memory: Memory; engine: EngineName | undefined; outcomes: Layers<Outcome> };

export function keyOf({ unit, source }: Asked): string {
  return asUnitText(unit.context, source);
}

/** What is known by now of a text, in the form of its context. */
export function recall({ memory, engine, outcomes }: Learnt, context: string, source: string): string | undefined {
  if (engine === undefined) return undefined;
  const outcome = lookUp(outcomes, asUnitText(context, source));
  if (outcome && "text" in outcome) return inFormOf(context, outcome.text);
  return recallDraft(memory, engine, context, source);
}

/** Why a unit cannot be drafted: the first reason that one of its texts has. */
export function failureOf({ outcomes }: Learnt, unit: PlannedUnit): Message | undefined {
  for (const { source } of unknownParts(unit)) {
    const outcome = lookUp(outcomes, keyOf({ unit, source }));
    if (outcome && "failure" in outcome) return outcome.failure;
  }
  return undefined;
}

/** The text of a unit if all its parts are known by now. */
export function textOf(learnt: Learnt, unit: PlannedUnit): string | undefined {
  let text = "";
  for (const { source, blank, known } of unit.parts) {
    const part = known ?? recall(learnt, unit.context, source)?.trim();
    if (part === undefined) return undefined;
    text += part + blank;
  }
  return text;
}

/** The texts of units that are not known yet, each once, and without those that failed in this run. */
export function unanswered(learnt: Learnt, units: readonly PlannedUnit[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const unit of units)
    for (const { source } of unknownParts(unit)) {
      const one = { unit, source };
      const key = keyOf(one);
      const isNew = !asked.has(key) && lookUp(learnt.outcomes, key) === undefined;
      if (isNew && recall(learnt, unit.context, source) === undefined) asked.set(key, one);
    }
  return [...asked.values()];
}

export function questionOf({ unit, source }: Asked, pins: readonly Pin[] = []): Question {
  return { text: source, markup: !isPlain(unit.context), pins };
}

export type Judged = {
  learnt: Learnt;
  /** Words that the engine does not know, by the text that they stand in. */
  unknown: ReadonlyMap<string, readonly string[]>;
  /** Texts whose tags were the trouble, to be asked for once more without them. */
  bare: Retry[];
};

/** Looks at the first answers to some texts. */
export function judgeAnswers(learnt: Learnt, asked: readonly Asked[], answers: readonly Answer[]): Judged {
  const outOfOrder = isOutOfOrder(asked.map((one, index) => ({ source: keyOf(one), answer: givenBy(answers[index]) })));
  const outcomes = new Map<string, Outcome>();
  const unknown = new Map<string, readonly string[]>();
  const bare: Retry[] = [];
  for (const [index, one] of asked.entries()) {
    const key = keyOf(one);
    const given = answers[index];
    if (given && "text" in given && given.unknown) unknown.set(key, given.unknown);
    const answer = outOfOrder ? shuffled : (given ?? noAnswer);
    const outcome = "failure" in answer ? answer : take(one, answer.text);
    if ("text" in outcome) {
      outcomes.set(key, outcome);
      continue;
    }
    outcomes.set(key, { failure: outcome.failure });
    if (outcome.tags !== true) continue;
    if (isPlain(one.unit.context) || !one.source.includes("<")) continue;
    bare.push({ asked: one, question: { text: withoutTags(one.source), markup: false, pins: [] }, bare: true });
  }
  return { learnt: { ...learnt, outcomes: addTo(learnt.outcomes, outcomes) }, unknown, bare };
}

type Taken = { text: string } | { failure: Message; tags?: true };

const noAnswer: Taken = { failure: message("draft.no-answer") };
const shuffled: Taken = { failure: message("draft.answers-shuffled") };
const tagsLost: Taken = { failure: message("draft.tags-lost"), tags: true };

/** What of an answer can be used, mended where that is certain; as unit text. */
function take({ unit: { context }, source }: Asked, given: string): Taken {
  const failure = refusalOf(source, given, !isPlain(context));
  if (failure !== undefined) return { failure };
  if (given.trim() === "") return tagsLost;
  if (isPlain(context)) return { text: escapeText(given.trim()) };
  const text = mendTags(source, given);
  return text === undefined ? tagsLost : { text };
}

/** The texts of a unit with the terms pinned that its draft lost, or that its engine does not know. */
export function pinned(
  unit: PlannedUnit,
  text: string,
  asked: readonly Asked[],
  unknown: ReadonlyMap<string, readonly string[]>,
  pairing: Pairing,
): Retry[] {
  const findings = termFaults({ ...unit, translation: text }, pairing);
  return asked.flatMap((one) => {
    const pins = pinsFor(unit.context, one.source, findings, unknown.get(keyOf(one)) ?? [], pairing);
    return pins.length === 0 ? [] : [{ asked: one, question: questionOf(one, pins), bare: false }];
  });
}

/** Looks at second answers: with terms pinned, or without tags. A worse answer than the first is not used. */
export function judgeRetries(
  learnt: Learnt,
  retries: readonly Retry[],
  answers: readonly Answer[],
  pairing: Pairing,
): Learnt {
  let now = learnt;
  for (const [index, retry] of retries.entries()) {
    const { asked } = retry;
    const outcome = takeSecond(retry, givenBy(answers[index]));
    if (!("text" in outcome)) continue;
    const next = { ...now, outcomes: addTo(now.outcomes, new Map([[keyOf(asked), { text: outcome.text }]])) };
    const { unit, source } = asked;
    const isFirst = recall(now, unit.context, source) === undefined;
    const count = (known: Learnt): number =>
      termFaults({ ...unit, translation: textOf(known, unit) ?? "" }, pairing).length;
    if (isFirst || count(next) <= count(now)) now = next;
  }
  return now;
}

function takeSecond({ asked, bare }: Retry, given: string | undefined): Taken {
  if (given === undefined) return noAnswer;
  if (!bare) return take(asked, given);
  const failure = refusalOf(asked.source, given, false);
  if (failure !== undefined) return { failure };
  if (given.trim() === "") return noAnswer;
  const plain = escapeText(given);
  return { text: mendTags(asked.source, plain) ?? plain };
}

export function chargedIn(answers: readonly Answer[]): number {
  return answers.reduce((sum, answer) => sum + (answer.billed ?? 0), 0);
}

function givenBy(answer: Answer | undefined): string | undefined {
  return answer && "text" in answer ? answer.text : undefined;
}
