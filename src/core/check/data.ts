// Checks the settings or a termbase as a file: what is wrong in it, for one who writes it.
import { defaultSeverity, reporterFor, type Finding } from "../finding.ts";
import { readSettings } from "../settings.ts";
import { readTermbase } from "../terms/read.ts";

/** All mistakes of the file. */
export function checkData(path: string, text: string, kind: "settings" | "termbase"): Finding[] {
  const reporter = reporterFor(path, text, defaultSeverity);
  const { mistakes } = kind === "settings" ? readSettings(text) : readTermbase(text);
  return mistakes.map((mistake) => reporter.mistake(mistake));
}
