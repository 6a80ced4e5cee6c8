// The values of a draft run: what it is about, how far it is, what can happen, and what it can want done.
import type { Catalog } from "../catalog/entry.ts";
import type { Message } from "../messages/message.ts";
import type { Pairing } from "../terms/terms.ts";
import type { Asked, Learnt, Outcome, Retry } from "./answers.ts";
import type { Answer, Question } from "./engine.ts";
import type { EngineName } from "../settings.ts";
import type { Layers } from "./layers.ts";
import type { Memory } from "./memory.ts";
import type { PlannedUnit } from "./plan.ts";
import type { Draft } from "./store.ts";

/** What a run is about; it stays the same from its beginning to its end. */
export type Job = {
  language: string;
  /** The pages to work on, and how many units each has. */
  pages: readonly { id: string; units: number }[];
  /** Undefined where none was asked for. Then memory alone is used. */
  engine: EngineName | undefined;
  memory: Memory;
  pairing: Pairing;
};

export type LanguageResult = {
  drafted: number;
  fromMemory: number;
  charged: number;
  /** Catalogs that were not in step with their page, and are now. */
  inStep: number;
  /** Units left to people, since no engine is asked for. */
  waiting: number;
  /** Units that are left without a draft, by reason. */
  left: ReadonlyMap<string, { reason: Message; units: number }>;
};

export type DraftState = {
  result: LanguageResult;
  /** What this run has learnt of texts. */
  outcomes: Layers<Outcome>;
  /** Why the engine cannot go on. */
  stopped: Message | undefined;
  /** The number of the page at work. */
  at: number;
  /** How often its file could not be read, one time after the other. */
  failedReads: number;
  page: PageState | undefined;
  /** What is being done: what comes next is about it. */
  doing: Doing;
};

/** The page at work, since its catalog was read. */
export type PageState = {
  /** The units that are left to ask for. */
  rest: readonly PlannedUnit[];
  /** Source text around its units. */
  context: string;
  /** What was drafted of it, by key. All of it goes into the catalog each time, should an editor have lost some. */
  drafts: ReadonlyMap<string, Draft>;
  /** How many of them are counted: they were on the disk once. */
  counted: number;
  /** Units whose text no catalog could hold, by key. */
  unkept: ReadonlySet<string>;
  /** Whether its catalog on the disk is not in step with it. */
  isNew: boolean;
};

export type Doing =
  | { what: "read" }
  /** The rest is asked for when all that is known is on the disk. */
  | { what: "open" }
  | { what: "ask"; group: readonly PlannedUnit[]; asked: readonly Asked[] }
  | { what: "ask-again"; group: readonly PlannedUnit[]; retries: readonly Retry[]; later: readonly Retry[] }
  /** `retries` are asked for when the answers are on the disk. */
  | { what: "save"; group: readonly PlannedUnit[]; retries: readonly Retry[] }
  | { what: "close" }
  | { what: "finished" };

export type Action =
  /** Read the catalog of a page as it is now. */
  | { do: "read"; page: string }
  /** Put drafts into it, where they are still wanted, and have it on the disk. `unpaid`: losing them would cost nothing. */
  | { do: "store"; page: string; drafts: readonly Draft[]; unpaid: boolean }
  | { do: "ask"; questions: readonly Question[]; context: string }
  | { do: "wait"; milliseconds: number }
  /** Undefined: all was gone through. */
  | { do: "finish"; reason: Message | undefined };

export type Event =
  /** A catalog in step with its page, with remarks; `isNew`: its file does not read so. */
  | { what: "read"; catalog: Catalog; isNew: boolean }
  /** The catalog as it is on the disk now, with what a person may have changed in it meanwhile. */
  | { what: "stored"; catalog: Catalog }
  /** It could not be read just now: an editor may just be writing it. */
  | { what: "unreadable"; path: string }
  /** It cannot be read or written, and its page is left. */
  | { what: "lost"; reason: Message }
  | { what: "answered"; answers: readonly Answer[] }
  /** The engine cannot be had, or cannot go on: its earlier drafts can be used all the same. */
  | { what: "stopped"; reason: Message }
  | { what: "waited" };

export type Step = { state: DraftState; action: Action };

export function learntOf({ memory, engine }: Job, { outcomes }: DraftState): Learnt {
  return { memory, engine, outcomes };
}
