// What a translation engine is asked and what it may answer; engines themselves live in the shell.
import type { Message } from "../messages/message.ts";
import { sentence } from "../messages/sentence.ts";
import type { EngineName } from "../settings.ts";

/** A stretch of a source text that must come out as `target`, whatever the engine would make of it. */
export type Pin = {
  /** UTF-16 offsets into the text; a pin never cuts through a tag. */
  start: number;
  end: number;
  target: string;
};

/** One text to translate: unit text (XML with bare element names), or plain text. */
export type Question = {
  text: string;
  markup: boolean;
  pins: readonly Pin[];
};

/** What came back for one question, in the same form (unit text or plain text). */
export type Answer =
  | {
      text: string;
      /** Characters the engine charged for. */
      billed: number;
      /** Words that the engine does not know, and left as they were. */
      unknown?: string[];
    }
  | {
      failure: Message;
      /** What a useless answer was charged all the same. */
      billed?: number;
      /** The tags were the trouble: the same words without them may be answered. */
      tags?: true;
    };

/** Why an engine cannot go on at all; what was answered before stays. */
export class EngineStopped extends Error {
  /** Whether running the same command again later may help. */
  readonly again: boolean;
  readonly reason: Message;
  constructor(reason: Message, again: boolean, options?: ErrorOptions) {
    super(sentence(reason, "en"), options);
    this.reason = reason;
    this.again = again;
  }
}

/** A translation engine for one language. `answer` takes questions and gives one answer each, in order. */
export type Engine = {
  name: EngineName;
  /** The most questions that one call of `answer` should get; what a call answers is on disk before the next. */
  batches: (questions: readonly Question[]) => Question[][];
  /** `context`: source text around the questions, which helps and is neither translated nor charged. */
  answer: (questions: readonly Question[], context: string) => Promise<Answer[]>;
  close: () => Promise<void>;
};
