// The ledger: what was published before, as far as it is still what was published.
import { sha256Hex } from "../hash.ts";
import type { Finding } from "../finding.ts";
import type { PageFile } from "../project.ts";
import type { Manifest, ManifestEntry } from "./manifest.ts";

/** The fragments of the last build by path; of a large site each is read when it is asked for. */
export type Fragments = Pick<ReadonlyMap<string, string>, "get">;

/** The manifest of the last build, and its fragments. */
export type Ledger = { manifest: Manifest | undefined; fragments: Fragments };

/** What the ledger has of a page, by language: only fragments that are byte for byte what was published. */
export function readLedger(
  file: PageFile,
  ledger: Ledger,
): { entries: Map<string, ManifestEntry>; findings: Finding[] } {
  const entries = new Map<string, ManifestEntry>();
  const findings: Finding[] = [];
  for (const [language, entry] of Object.entries(ledger.manifest?.pages[file.id] ?? {})) {
    if (entry.path === undefined) continue;
    const fragment = ledger.fragments.get(entry.path);
    if (fragment !== undefined && sha256Hex(fragment) === entry.sha256) entries.set(language, entry);
    else {
      const reason = `The published fragment ${entry.path} ${fragment === undefined ? "is missing" : "is not what was published"}; restore it from git, or it is published again once everything is approved.`;
      findings.push(file.reporter.mistake({ start: 0, end: 0, reason, expected: [] }, "warning"));
    }
  }
  return { entries, findings };
}
