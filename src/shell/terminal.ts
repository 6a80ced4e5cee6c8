// The screen: all that is printed goes through here, and no text of anyone moves its cursor or gives a log commands.
import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import type { Paint } from "../core/report/text.ts";
import { plainPaint } from "../core/report/text.ts";
import { visible, visibleLines, withoutCommands, withoutOldCommands } from "../core/report/visible.ts";

/** Stands for the escape character of our own colours until a text is written: no text from elsewhere can hold it. */
const ownEscape = `\u001B${randomBytes(12).toString("hex")}`;
const ownColour = String.raw`${ownEscape}\[\d+m`;

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

/** Writes a report to standard output and waits until it is taken: it must not be cut when the process ends. */
export async function print(text: string): Promise<void> {
  await write(forScreen(withoutCommands(text, ownColour)));
}

/** Writes one line to standard output; a line end in it came with someone's text. */
export async function printLine(text: string): Promise<void> {
  await print(visible(text));
}

/** Writes lines that are commands for GitHub Actions. */
export async function printCommands(text: string): Promise<void> {
  await write(forScreen(withoutOldCommands(text)));
}

/** Writes a file's text to standard output; it says already itself what is not shown. */
export async function printFile(text: string): Promise<void> {
  await write(text);
}

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** Writes lines to standard error. */
export function printError(text: string): void {
  process.stderr.write(`${forScreen(withoutCommands(text, ownColour))}\n`);
}

function forScreen(text: string): string {
  return text.split(ownEscape).map(visibleLines).join("\u001B");
}

/** A line on standard error that shows how far long work is; nothing where no one watches. */
export function progressLine(what: string): {
  step: (done: number, total: number, more?: string) => void;
  done: () => void;
} {
  const stream = process.stderr;
  if (!stream.isTTY) return { step: () => {}, done: () => {} };
  let shownAt = 0;
  return {
    step: (done, total, more = "") => {
      const now = performance.now();
      if (now - shownAt < 80 && done < total) return;
      shownAt = now;
      const width = 24;
      const filled = total === 0 ? width : Math.round((done / total) * width);
      const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
      stream.write(`\r\u001B[K${visible(`${what} ${bar} ${done}/${total} ${more}`)}`);
    },
    done: () => {
      stream.write("\r\u001B[K");
    },
  };
}

/** How far a draft run is: units, characters charged, and the time that is left; on a terminal only. */
export function meter(
  what: string,
  total: number,
): { step: (units: number, characters: number) => void; done: () => void } {
  const line = progressLine(what);
  const startedAt = performance.now();
  let units = 0;
  let characters = 0;
  return {
    step: (more, charged) => {
      units += more;
      characters += charged;
      const seconds = (performance.now() - startedAt) / 1000;
      const left = units === 0 ? "" : `, ${Math.ceil((seconds / units) * (total - units))} s left`;
      line.step(units, total, `${characters} characters${left}`);
    },
    done: line.done,
  };
}
