// Pages that a test builds again and again are read once, as a run with a cache does: reading is most of a build's work.
import { readPage, type PageReading } from "../src/core/page/page.ts";

const readings = new Map<string, PageReading>();

/** `readPage`, which remembers what it has read. */
export const readOnce: typeof readPage = (...given) => {
  const key = JSON.stringify(given);
  const known = readings.get(key);
  if (known) return known;
  const reading = readPage(...given);
  readings.set(key, reading);
  return reading;
};
