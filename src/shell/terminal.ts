// The screen: all that is printed goes through here, and no text of anyone moves its cursor or gives a log commands.
import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { message, type Message } from "../core/messages/message.ts";
import type { Paint } from "../core/report/text.ts";
import { plainPaint } from "../core/report/text.ts";
import { visible, visibleLines, withoutCommands, withoutOldCommands } from "../core/report/visible.ts";
import { wrapped } from "../core/report/wrap.ts";
import { typed } from "./invocation.ts";
import { say } from "./locale.ts";

/** Stands for the escape character of our own colours until a text is written: no text from elsewhere can hold it. */
const ownEscape = `\u001B${randomBytes(12).toString("hex")}`;
const ownColour = String.raw`${ownEscape}\[\d+m`;

/** A line of someone's file, shown below a finding. */
const excerpt = new RegExp(`^(?:\\s|${ownColour})*\\|`, "u");

/** Colours for a stream, as NO_COLOR and FORCE_COLOR ask. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const wanted = FORCE_COLOR !== undefined ? FORCE_COLOR !== "0" : stream.isTTY === true && (NO_COLOR ?? "") === "";
  if (!wanted) return plainPaint;
  return (colour, text) => {
    const [on, off] = inspect.colors[colour] ?? [0, 0];
    return `${ownEscape}[${on}m${text}${ownEscape}[${off}m`;
  };
}

/** The columns of a stream's screen; undefined where it is none. */
export function columnsOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY === true ? stream.columns || 80 : undefined;
}

/** Writes a report to standard output and waits until it is taken: it must not be cut when the process ends. */
export async function print(text: string): Promise<void> {
  await write(forReaders(text, process.stdout));
}

/** Writes one line to standard output; a line end in it came with someone's text. */
export async function printLine(text: string): Promise<void> {
  await print(visible(text));
}

/** Writes what a program reads: its lines stay as long as they are. */
export async function printData(text: string): Promise<void> {
  await write(forScreen(withoutCommands(text, ownColour)));
}

/** Writes lines that are commands for GitHub Actions. */
export async function printCommands(text: string): Promise<void> {
  await write(forScreen(withoutOldCommands(text)));
}

/** Writes a file's text to standard output; it says already itself what is not shown. */
export async function printFile(text: string): Promise<void> {
  await write(text);
}

let isClosed = false;

/** Whoever reads may have had enough: then the work goes on, and nothing more is said of it. */
async function write(text: string): Promise<void> {
  if (isClosed) return;
  clearProgress();
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, (error?: NodeJS.ErrnoException | null) => {
      isClosed = error?.code === "EPIPE";
      if (error && !isClosed) reject(error);
      else resolve();
    });
  });
}

/** Writes lines to standard error. */
export function printError(text: string): void {
  clearProgress();
  process.stderr.write(`${forReaders(text, process.stderr)}\n`);
}

function forReaders(text: string, stream: NodeJS.WriteStream): string {
  const columns = columnsOf(stream);
  const spoken = text.split("\n").map((line) => (excerpt.test(line) ? line : typed(line)));
  const lines = wrapped(spoken.join("\n"), columns ?? Infinity, new RegExp(ownColour, "gu"));
  return forScreen(withoutCommands(lines, ownColour));
}

function forScreen(text: string): string {
  return text.split(ownEscape).map(visibleLines).join("\u001B");
}

const wiped = "\r\u001B[K";
let isProgressShown = false;

/** Other words never stand behind the line that shows how far work is. */
function clearProgress(): void {
  if (isProgressShown) process.stderr.write(wiped);
  isProgressShown = false;
}

export type Progress = {
  /** Lets a person stop the work, too: whoever goes on without waiting for it cannot be stopped politely. */
  step: (done: number, total: number, more?: string) => Promise<void>;
  done: () => void;
};

/**
 * A line on standard error that shows how far long work is; nothing where no one watches. Until it is done, a person
 * who stops the work is told what of it is safe.
 */
export function progressLine(what: string, stopped: Message = message("cli.stopped")): Progress {
  const stream = process.stderr;
  let shownAt = performance.now();
  const stop = (): void => {
    process.off("SIGINT", stop);
    printError(`malvakt: ${say(stopped)}`);
    process.kill(process.pid, "SIGINT");
  };
  process.on("SIGINT", stop);
  return {
    step: async (done, total, more = "") => {
      const now = performance.now();
      if (now - shownAt < 80 && done < total) return;
      shownAt = now;
      if (stream.isTTY) {
        const width = 24;
        const filled = total === 0 ? width : Math.round((done / total) * width);
        const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
        const line = visible(`${what} ${bar} ${done}/${total} ${more}`);
        stream.write(
          `${wiped}${Array.from(line)
            .slice(0, (stream.columns || 80) - 1)
            .join("")}`,
        );
        isProgressShown = true;
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    done: () => {
      process.off("SIGINT", stop);
      clearProgress();
    },
  };
}

/** How far a draft run is: units, characters charged, and the time that is left; on a terminal only. */
export function meter(
  what: string,
  total: number,
): { step: (units: number, characters: number) => void; done: () => void } {
  const line = progressLine(what, message("draft.stopped"));
  const startedAt = performance.now();
  let units = 0;
  let characters = 0;
  return {
    step: (more, charged) => {
      units += more;
      characters += charged;
      const seconds = Math.ceil(((performance.now() - startedAt) / 1000 / units) * (total - units));
      const left = units === 0 ? "draft.meter" : "draft.meter-left";
      void line.step(units, total, say(message(left, { characters, seconds })));
    },
    done: line.done,
  };
}
