// Checks a file that belongs to no project: any Markdown text, or a catalog without its page.
import { readCatalog } from "../catalog/read.ts";
import { pairingOf, type Terms } from "../terms/terms.ts";
import { reporterFor, type RuleId, type Severity } from "../finding.ts";
import { readPage } from "../page/page.ts";
import { checkCatalog } from "./catalog.ts";
import { checkPage } from "./page.ts";
import type { CheckResult } from "../waivers.ts";

export type LooseFile = {
  path: string;
  text: string;
  /** Code of the language of the text, or of a catalog's translations. */
  language: string;
  /** Code of the language of a catalog's source texts. */
  source: string;
};

/** Checks a Markdown text in any language: its structure and its terms. Front matter is welcome but not needed. */
export function checkMarkdown(
  { path, text, language }: LooseFile,
  terms: Terms | undefined,
  severity: Readonly<Record<RuleId, Severity>>,
): CheckResult {
  const reading = readPage(text, "page", "text");
  const reporter = reporterFor(path, text.replace(/^\uFEFF/u, ""), severity);
  const wrong = reading.mistakes.map((mistake) => reporter.mistake(mistake, "error", "front-matter"));
  const known = reading.page ?? reading.rest;
  if (!known) return { findings: wrong, waived: [] };
  const { findings, waived } = checkPage(known, reporter, undefined, terms?.(language));
  return { findings: [...wrong, ...findings], waived };
}

/** Checks a catalog by its own texts, without the page that it belongs to. */
export function checkLooseCatalog(
  { path, text, language, source }: LooseFile,
  terms: Terms | undefined,
  severity: Readonly<Record<RuleId, Severity>>,
): CheckResult {
  const reporter = reporterFor(path, text, severity);
  const { catalog, mistakes } = readCatalog(text);
  if (!catalog) return { findings: mistakes.map((mistake) => reporter.mistake(mistake)), waived: [] };
  const pairing = pairingOf(source, language, terms);
  if (!pairing) return { findings: [], waived: [] };
  const { findings, waived } = checkCatalog(catalog, language, reporter, pairing);
  return { findings: findings.filter(({ wished }) => !wished).map(({ finding }) => finding), waived };
}

/** The language that a catalog says it is in, and that of its source. */
export function languagesOfCatalog(text: string): { language: string | undefined; source: string | undefined } {
  const fields = readCatalog(text).catalog?.fields;
  const code = (name: string): string | undefined => fields?.get(name)?.replaceAll("_", "-") || undefined;
  return { language: code("Language"), source: code("X-Source-Language") };
}
