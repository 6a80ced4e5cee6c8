// A termbase of two concepts that must be kept apart, and what the rules about terms find in a translation.
import { checkEntry } from "../../src/core/check/catalog.ts";
import type { RuleId, TextFinding } from "../../src/core/finding.ts";
import { readTermbase } from "../../src/core/terms/read.ts";
import { pairingOf, termsOf } from "../../src/core/terms/terms.ts";

const { termbase } = readTermbase(`concepts:
  - id: dry-needling
    distinctFrom: [acupuncture]
    terms:
      nb: [{ term: tørrnåling, status: preferred }]
      en: [{ term: dry needling, status: preferred }]
      de: [{ term: Dry Needling, status: preferred }]
  - id: acupuncture
    terms:
      nb: [{ term: akupunktur, status: preferred }]
      en: [{ term: acupuncture, status: preferred }]
      de: [{ term: Akupunktur, status: preferred }]
`);
if (!termbase) throw new Error("The termbase of these tests cannot be read.");
const terms = termsOf(termbase);

/** What a rule finds in a translation from Bokmål. */
export function findingsOf(rule: RuleId, language: string, source: string, translation: string): TextFinding[] {
  const pairing = pairingOf("nb", language, terms);
  if (!pairing) throw new Error(`No data for ${language}.`);
  return checkEntry({ context: "", source, translation }, pairing).filter(({ ruleId }) => ruleId === rule);
}
