// What drafting knows of each engine: how much one request holds, and whether an answer costs money.
import { countFitting, mostTexts } from "./deepl/request.ts";
import type { Question } from "./engine.ts";
import type { EngineName } from "../settings.ts";

export type EngineFacts = {
  /** Answers cost money: a catalog has to be written once before anything is asked for it. */
  charges: boolean;
  mostTexts: number;
  /** How many of these questions, from the first on, one request holds. */
  countFitting: (questions: readonly Question[]) => number;
};

const apertiumTexts = 50;

export const engineFacts: Readonly<Record<EngineName, EngineFacts>> = {
  deepl: { charges: true, mostTexts, countFitting },
  apertium: {
    charges: false,
    mostTexts: apertiumTexts,
    countFitting: (questions) => Math.min(questions.length, apertiumTexts),
  },
  pseudo: { charges: false, mostTexts: Number.MAX_SAFE_INTEGER, countFitting: (questions) => questions.length },
};
