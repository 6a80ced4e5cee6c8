// Pages that a test builds again and again are read once, as a run with a cache does: reading is most of a build's work.
import type { FileText } from "../src/core/project.ts";
import { idPrefixesOf } from "../src/core/page/ids.ts";
import { readPage, type PageReading } from "../src/core/page/page.ts";

const readings = new Map<string, PageReading>();

/** The pages of a project, each text of them read only once. */
export function readingsOf(pages: ReadonlyMap<string, FileText>): Map<string, PageReading> {
  const prefixes = idPrefixesOf(pages.keys());
  return new Map(
    [...pages].flatMap(([id, file]) =>
      "text" in file ? [[id, readOnce(file.text, id, "page", prefixes.get(id))] as const] : [],
    ),
  );
}

const readOnce: typeof readPage = (...given) => {
  const key = JSON.stringify(given);
  const known = readings.get(key);
  if (known) return known;
  const reading = readPage(...given);
  readings.set(key, reading);
  return reading;
};
