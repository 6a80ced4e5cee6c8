// The screen: reports on standard output, progress on standard error, colours only where a person looks.
import { styleText } from "node:util";
import type { Paint } from "../core/report/text.ts";
import { plainPaint } from "../core/report/text.ts";

const styles = { red: "red", yellow: "yellow", blue: "blue", green: "green", dim: "dim", bold: "bold" } as const;

/** Colours for standard output, as NO_COLOR and FORCE_COLOR ask. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const wanted = FORCE_COLOR !== undefined ? FORCE_COLOR !== "0" : stream.isTTY === true && (NO_COLOR ?? "") === "";
  return wanted ? (colour, text) => styleText(styles[colour], text) : plainPaint;
}

/** Writes to standard output and waits until it is taken: a report must not be cut when the process ends. */
export async function print(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
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
      stream.write(`\r\u001B[K${what} ${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${total} ${more}`);
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
