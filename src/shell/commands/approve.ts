// malvakt approve: a named person signs translations that people wrote.
import { dirname, relative, resolve } from "node:path";
import { signCatalog } from "../../core/approve.ts";
import { isSameLanguage, languageOfCatalog } from "../../core/catalog/language.ts";
import type { Catalog } from "../../core/catalog/entry.ts";
import { readCatalog } from "../../core/catalog/read.ts";
import { writeCatalog } from "../../core/catalog/write.ts";
import { checkEntries } from "../../core/check/catalog.ts";
import { defaultSeverity, reporterFor } from "../../core/finding.ts";
import { reportSigning } from "../../core/report/signing.ts";
import { sentence } from "../../core/messages/sentence.ts";
import { readSigner } from "../../core/signer.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { today } from "../clock.ts";
import type { Command } from "../command.ts";
import { changeFile, type Change } from "../disk/change.ts";
import { namedFile } from "../named-file.ts";
import { findRoot, loadOwnTerms, loadSettings } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: "sign unsigned translations (never drafts, never errors)",
  help: `Usage: malvakt approve FILE.po... --by NAME [--lang L] [--dry-run]

Signs every unsigned translation in the files: text that a person wrote or edited, and that no one has signed yet.
Drafts and stale texts are left alone, and so is a text with an error or with a fuzzy flag. It lists what it signs, and
the warnings that are signed with it. A waiver (# malvakt-ignore RULE: reason) is signed with its text.

  --by NAME    who answers for these translations; the name is written into the file
  --lang L     the language of a file outside a project (default: its folder's, else its header's)
  --dry-run    say what would be signed, and write nothing

Exit code 1: something could not be signed.`,
  options: { by: { type: "string" }, lang: { type: "string" }, "dry-run": { type: "boolean" } },
  run: async ({ values, paths }) => {
    if (typeof values["by"] !== "string") throw new Refusal("Who approves? Give a person's name: --by NAME", 2);
    const { name, problem } = readSigner(values["by"]);
    if (name === undefined)
      throw new Refusal(`--by takes the name of a person who has read the texts: ${sentence(problem, "en")}.`, 2);
    if (paths.length === 0) throw new Refusal("Which catalogs? Name at least one .po file.", 2);
    const asked = typeof values["lang"] === "string" ? values["lang"] : undefined;
    const order: Order = { name, asked, dryRun: values["dry-run"] === true };
    let failed = false;
    for (const path of paths) failed = !(await signFile(path, order)) || failed;
    return failed ? 1 : 0;
  },
};

type Order = { name: string; asked: string | undefined; dryRun: boolean };

async function signFile(path: string, order: Order): Promise<boolean> {
  const shown = relative(process.cwd(), path) || path;
  const place = namedFile(path);
  const { lines, isDone } = changeFile(place.root, place.path, (found): Change<Told> => {
    if (!found) return { value: { lines: `${shown}: This file cannot be read: it does not exist.`, isDone: false } };
    if ("problem" in found) return { value: { lines: `${shown}: ${found.problem}`, isDone: false } };
    const { text, ...value } = signText(path, shown, found.text, order);
    return text === undefined || order.dryRun ? { value } : { text, value };
  });
  await print(lines);
  return isDone;
}

/** What there is to say of a file, and whether all of it that can be signed is signed. */
type Told = { lines: string; isDone: boolean };

/** The text of a catalog with all signatures that can be given, and what to say about it. */
function signText(path: string, shown: string, text: string, { name, asked, dryRun }: Order): Told & { text?: string } {
  const { catalog, mistakes } = readCatalog(text);
  const project = projectOf(path);
  const reporter = reporterFor(shown, text, project.settings?.severity ?? defaultSeverity);
  if (!catalog) {
    const lines = mistakes.map((mistake) => {
      const { start, reason } = reporter.mistake(mistake);
      return `${shown}:${start.line}:${start.column}  ${sentence(reason, "en")}`;
    });
    return { lines: lines.join("\n"), isDone: false };
  }
  const language = languageFor(catalog, project, shown, asked);
  const pairing = pairingOf(
    catalog.fields.get("X-Source-Language") || (project.settings?.source ?? "nb"),
    language,
    project.terms,
  );
  if (!pairing) throw new Refusal(`${shown}: there is no data for the language ${language}.`, 2);
  const checked = checkEntries(catalog, language, reporter, pairing);
  const signing = signCatalog(catalog, language, name, today(), checked);
  const lineOf = ({ origin }: { origin: { offset: number } | undefined }): number =>
    reporter.pointAt(origin?.offset ?? 0).line;
  return {
    ...(signing.signed.length > 0 ? { text: writeCatalog(signing.catalog) } : {}),
    lines: reportSigning(signing, shown, lineOf, dryRun ? "would-sign" : "signed", "en"),
    isDone: signing.refused.length === 0,
  };
}

type CatalogProject = {
  /** From the root of its project where it has one. */
  path: string;
  settings: ReturnType<typeof loadSettings> | undefined;
  terms: ReturnType<typeof loadOwnTerms>["terms"] | undefined;
};

function projectOf(path: string): CatalogProject {
  const whole = resolve(path);
  const root = findRoot(dirname(whole));
  const inside = (root === undefined ? whole : relative(root, whole)).replaceAll("\\", "/");
  if (root === undefined) return { path: inside, settings: undefined, terms: undefined };
  const settings = loadSettings(root);
  return {
    path: inside,
    settings,
    terms: settings.terms === undefined ? undefined : loadOwnTerms(root, settings.terms).terms,
  };
}

/** The language to sign for; a signature for the wrong one would publish texts that no one there can read. */
function languageFor(
  { fields }: Catalog,
  { path, settings }: CatalogProject,
  shown: string,
  asked: string | undefined,
): string {
  const stated = fields.get("Language") || undefined;
  const language = languageOfCatalog({ path, languages: Object.keys(settings?.languages ?? {}), asked, stated });
  if (language === undefined) throw new Refusal(`Which language is ${shown} in? Say so with --lang.`, 2);
  if (asked !== undefined && asked !== language)
    throw new Refusal(`${shown} lies in the folder of ${language}, and --lang says ${asked}.`, 2);
  if (stated !== undefined && !isSameLanguage(stated, language))
    throw new Refusal(`${shown} says that its language is ${stated}, and would be signed for ${language}.`, 2);
  return language;
}
