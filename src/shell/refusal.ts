// The one error that a command throws when it cannot do what was asked; the command line prints it in one place.
import type { Finding } from "../core/finding.ts";

export class Refusal extends Error {
  /** 1: something could not be done; 2: wrong use or settings. */
  readonly exitCode: 1 | 2;
  readonly findings: readonly Finding[];
  /** Texts of the files that the findings are about. */
  readonly texts: ReadonlyMap<string, string>;

  constructor(
    message: string,
    exitCode: 1 | 2,
    findings: readonly Finding[] = [],
    texts: ReadonlyMap<string, string> = new Map(),
  ) {
    super(message);
    this.exitCode = exitCode;
    this.findings = findings;
    this.texts = texts;
  }
}
