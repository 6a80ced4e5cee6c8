// The files of a new project.

/** By path. The page is published in Bokmål at once; its English waits for a translator. */
export const newProject: ReadonlyMap<string, string> = new Map([
  [
    "malvakt.yaml",
    `# Settings of this site. Every mistake here is reported with its line and column.
source: nb
url: /{lang}/{slug}/
languages:
  en: { engine: deepl, deepl: { target: en-GB } }
terms: content/terms.yaml
`,
  ],
  [
    "content/nb/velkommen.md",
    `---
title: Velkommen til klinikken
description: Hvem vi er, og hvordan du bestiller time.
---

# Velkommen til klinikken

Vi behandler muskler, ledd og nerver. **Bestill time** på telefon eller på nett.

## Før du kommer

- Ta med en oversikt over medisinene dine.
- Kom gjerne ti minutter før timen.
`,
  ],
  [
    "content/terms.yaml",
    `# One entry per concept; inflected forms and compounds are found by the checker.
concepts:
  - id: nerve
    terms:
      nb: [{ term: nerve, status: preferred }]
      en: [{ term: nerve, status: preferred }]
`,
  ],
  [".gitignore", ".malvakt/\n"],
]);
