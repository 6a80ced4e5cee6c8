// The one error that a command throws when it cannot do what was asked; the command line prints it in one place.
import type { Finding } from "../core/finding.ts";
import type { Message } from "../core/messages/message.ts";
import { say } from "./locale.ts";

export class Refusal extends Error {
  readonly told: Message;
  /** 1: something could not be done; 2: wrong use or settings. */
  readonly exitCode: 1 | 2;
  readonly findings: readonly Finding[];
  /** Texts of the files that the findings are about. */
  readonly texts: ReadonlyMap<string, string>;

  constructor(
    told: Message,
    exitCode: 1 | 2,
    findings: readonly Finding[] = [],
    texts: ReadonlyMap<string, string> = new Map(),
  ) {
    super(say(told));
    this.told = told;
    this.exitCode = exitCode;
    this.findings = findings;
    this.texts = texts;
  }
}
