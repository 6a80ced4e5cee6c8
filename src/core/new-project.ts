// The files of a new project.
import type { Locale } from "./messages/sentence.ts";

const settings = `# Settings of this site. Every mistake here is reported with its line and column.
source: nb
# site: https://www.example-clinic.no    # your site's own address, for search engines
url: /{lang}/{slug}/
languages:
  en: { engine: deepl, deepl: { target: en-GB } }
terms: content/terms.yaml
`;

/** Published in Bokmål at once; its English waits for a translator. */
const firstPage = `---
title: Velkommen til klinikken
description: Hvem vi er, og hvordan du bestiller time.
---

# Velkommen til klinikken

Vi behandler muskler, ledd og nerver. **Bestill time** på telefon eller på nett.

## Før du kommer

- Ta med en oversikt over medisinene dine.
- Kom gjerne ti minutter før timen.
`;

const guides: Readonly<Record<Locale, string>> = {
  nb: `# Slik bruker du Målvakt

Sidene ligger i \`content/nb/\`, en Markdown-fil per side. Oversettelsene ligger i \`content/en/\` og så videre, en
PO-fil per side: åpne dem i Poedit. \`content/terms.yaml\` sier hva hver behandling heter, og hva den aldri må kalles.

    npx malvakt check      finner feil i sider og oversettelser
    npx malvakt draft      oppdaterer PO-filene, og lager utkast (DeepL trenger DEEPL_AUTH_KEY)
    npx malvakt status     viser hva som mangler, og hva du gjør nå
    npx malvakt approve content/en/velkommen.po --by "Kari Nordmann"
    npx malvakt build      publiserer det som er godkjent, i \`dist/\`

Ingenting publiseres på et annet språk før et navngitt menneske har godkjent det. Legg både \`content/\` og \`dist/\` i
git: \`dist/ledger.json\` vet hva som er publisert. Nettstedet bruker filene i \`dist/\`.
\`npx malvakt help\` forklarer kommandoene.
`,
  en: `# How to use Målvakt

Pages are in \`content/nb/\`, one Markdown file each. Translations are in \`content/en/\` and so on, one PO file for each
page: open them in Poedit. \`content/terms.yaml\` says what each treatment is called, and what it must never be called.

    npx malvakt check      finds errors in pages and translations
    npx malvakt draft      updates the PO files and makes drafts (DeepL needs DEEPL_AUTH_KEY)
    npx malvakt status     shows what is missing, and what to do now
    npx malvakt approve content/en/velkommen.po --by "Kari Nordmann"
    npx malvakt build      publishes what is approved, to \`dist/\`

Nothing is published in another language before a named person has approved it. Commit both \`content/\` and \`dist/\`:
\`dist/ledger.json\` knows what is published. The web site uses the files in \`dist/\`.
\`npx malvakt help\` explains the commands.
`,
};

/** The commands that a project has as scripts of npm. */
const commands = ["build", "check", "draft", "status", "approve", "withdraw"];

function packageOf(version: string): string {
  const scripts = Object.fromEntries(commands.map((name) => [name, `malvakt ${name}`]));
  return `${JSON.stringify({ private: true, scripts, devDependencies: { malvakt: `^${version}` } }, undefined, 2)}\n`;
}

/** Files by path. `hasPages` is true for a folder that has pages of its own. */
export function newProject(of: {
  locale: Locale;
  version: string;
  termbase: string;
  hasPages: boolean;
}): ReadonlyMap<string, string> {
  return new Map([
    ["malvakt.yaml", settings],
    ...(of.hasPages ? [] : ([["content/nb/velkommen.md", firstPage]] as const)),
    ["content/terms.yaml", of.termbase],
    ["package.json", packageOf(of.version)],
    [of.locale === "nb" ? "LES-MEG.md" : "GUIDE.md", guides[of.locale]],
  ]);
}

/** Lines that a new project needs in files which a folder may have already, by path. */
export const neededLines: ReadonlyMap<string, readonly string[]> = new Map([
  [".gitignore", ["node_modules/", ".malvakt/", "*.mo"]],
  [".gitattributes", ["content/** text=auto eol=lf", "dist/** -text"]],
]);

/** A file with the lines that it does not have yet at its end. */
export function withLines(text: string, lines: readonly string[]): string {
  const known = new Set(text.split(/\r\n|\n/u).map((line) => line.trim()));
  const missing = lines.filter((line) => !known.has(line) && !known.has(line.replace(/\/$/u, "")));
  if (missing.length === 0) return text;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text === "" || text.endsWith("\n") ? text : text + newline;
  return before + missing.map((line) => line + newline).join("");
}
