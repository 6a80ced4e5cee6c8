// What the review page and its server tell each other: values, which survive JSON.
import type { ElementContent } from "hast";
import type { State } from "../catalog/state.ts";
import type { RuleId } from "../finding.ts";
import type { Message } from "../messages/message.ts";
import type { Withdrawal } from "../withdrawal.ts";

export type Direction = "ltr" | "rtl";
export type LanguageShown = { code: string; name: string; direction: Direction };

/** What needs someone on a page in one language. */
export type OverviewCell = {
  language: string;
  /** Undefined when the catalog cannot be read. */
  counts: Record<State, number> | undefined;
  errors: number;
  warnings: number;
  /** Findings about terms, of any severity. */
  terms: number;
  /** Words of the source whose translation no one has approved. */
  words: number;
  withdrawn: Withdrawal | undefined;
  isPaused: boolean;
  /** The first unit that needs someone; undefined when none does. */
  first: number | undefined;
};

export type OverviewRow = { page: string; title: string; cells: OverviewCell[] };

export type Overview = {
  source: LanguageShown;
  languages: LanguageShown[];
  rows: OverviewRow[];
  /** Who seems to sit at this machine; empty when nothing says. */
  proposedName: string;
  /** What keeps files of the project from being read. */
  doubts: Message[];
};

export type UnitFinding = {
  rule: RuleId;
  severity: "error" | "warning" | "info";
  reason: Message;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  /** What to write in their place, best first. */
  expected: string[];
  /** A person has said that it is none; an approval signs that. */
  isWaived: boolean;
  canBeWaived: boolean;
};

/** A piece of a text that changed: `kind` says whether only the old text has it, or only the new one. */
export type DiffPiece = { kind: "same" | "gone" | "new"; text: string };

export type Signed = { date: string; name: string };

export type UnitReview = {
  unit: number;
  context: string;
  source: string;
  text: string;
  state: State;
  /** Changes whenever anything that the reviewer sees of the unit does. */
  revision: string;
  findings: UnitFinding[];
  /** What has changed in the source since the text was written, for a stale unit. */
  changed: DiffPiece[] | undefined;
  /** The text that stands approved until this one is. */
  kept: string | undefined;
  notes: string[];
  drafted: Signed | undefined;
  approved: Signed | undefined;
};

/** Blocks that belong side by side; one side is empty where only the other has a block. */
export type BlockRow = { source: ElementContent[]; target: ElementContent[]; units: number[] };

export type PageReview = {
  page: string;
  title: string;
  source: LanguageShown;
  language: LanguageShown;
  rows: BlockRow[];
  units: UnitReview[];
  /** Units that no block shows. */
  beside: number[];
  withdrawn: Withdrawal | undefined;
  /** Why the page is not published as it is. */
  held: Message | undefined;
  /** What keeps the page or its catalog from being read. */
  mistakes: Message[];
  /** Paths of files that the page shows. */
  assets: string[];
};

export type TermRow = {
  concept: string;
  /** As the source writes it. */
  met: string;
  preferred: string | undefined;
  definition: string | undefined;
};

export type Match = { source: string; target: string; page: string; name: string; date: string; percent: number };

/** What helps with one unit, asked for when it is opened. */
export type UnitHelp = { terms: TermRow[]; matches: Match[] };

export type Change =
  | { kind: "save"; text: string }
  | { kind: "approve"; text: string; name: string }
  | { kind: "take-back" }
  | { kind: "waive"; rule: string; reason: string };

export type ChangeAsked = { page: string; language: string; unit: number; change: Change };

/** Done; or what stands there by now; or why not. */
export type ChangeAnswer =
  { kind: "done"; unit: UnitReview } | { kind: "conflict"; unit: UnitReview } | { kind: "refused"; reason: Message };

export type WithdrawAsked = { page: string; language: string; by: { name: string; reason: string } | undefined };
export type WithdrawAnswer = { kind: "done" } | { kind: "refused"; reason: Message };
