// The one place where errors become words and exit codes.
import { message } from "../core/messages/message.ts";
import { reportText } from "../core/report/text.ts";
import { visible } from "../core/report/visible.ts";
import { reasonOf } from "./disk/reason.ts";
import { locale, say } from "./locale.ts";
import { Refusal } from "./refusal.ts";
import { paintFor, printError } from "./terminal.ts";

/** Says on standard error what went wrong; gives the exit code. */
export function explain(error: unknown): number {
  const sayLine = (text: string): void => printError(visible(text));
  if (error instanceof Refusal) {
    if (error.findings.length > 0)
      printError(reportText(error.findings, (path) => error.texts.get(path), paintFor(process.stderr), locale));
    sayLine(`malvakt: ${error.message}`);
    return error.exitCode;
  }
  const { syscall, path = "" } = error as NodeJS.ErrnoException;
  if (typeof syscall === "string") {
    sayLine(`malvakt: ${say(message("cli.system-error", { path, reason: reasonOf(error) }))}`);
    return 1;
  }
  const detail = error instanceof Error ? error.message : String(error);
  sayLine(`malvakt: ${say(message("cli.internal-error", { detail }))}`);
  sayLine(say(message("cli.internal-error-report")));
  if (process.env["MALVAKT_DEBUG"] && error instanceof Error) printError(error.stack ?? "");
  return 1;
}
