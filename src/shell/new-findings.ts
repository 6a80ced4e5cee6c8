// What is found in a project now that was not found before: all that a program that goes on says of texts.
import type { Finding } from "../core/finding.ts";
import type { SiteReport } from "../core/report/site.ts";
import { reportText, summary } from "../core/report/text.ts";
import { locale } from "./locale.ts";
import { paintFor, print } from "./terminal.ts";

/** Tells findings that are new, and how many there are in all if that has changed. */
export async function tellNewFindings(last: SiteReport, { findings, lines }: SiteReport): Promise<void> {
  const known = new Set(last.findings.map(identityOf));
  const fresh = findings.filter((finding) => !known.has(identityOf(finding)));
  const paint = paintFor(process.stdout);
  if (fresh.length > 0) {
    await print(reportText(fresh, (path) => lines[path], paint, locale));
    if (fresh.length === findings.length) return;
  }
  if (fresh.length > 0 || findings.length !== last.findings.length) await print(summary(findings, paint, locale));
}

/** The same finding, wherever it stands now. */
function identityOf({ path, ruleId, severity, reason, actual, fingerprint }: Finding): string {
  return fingerprint ?? JSON.stringify([path, ruleId, severity, reason, actual]);
}
