// malvakt approve: a named person signs translations that people wrote.
import { dirname, relative, resolve } from "node:path";
import { signatureName, signCatalog } from "../../core/approve.ts";
import { readCatalog } from "../../core/catalog/read.ts";
import { writeCatalog } from "../../core/catalog/write.ts";
import { checkEntry } from "../../core/check/catalog.ts";
import type { Entry } from "../../core/catalog/entry.ts";
import { findRoot, loadOwnTerms, loadSettings } from "../project.ts";
import { defaultSeverity, reporterFor, type TextFinding } from "../../core/finding.ts";
import { languagesOfCatalog } from "../../core/check/loose.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { plural } from "../../core/publish/decide.ts";
import { today } from "../clock.ts";
import type { Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { namedFile } from "../named-file.ts";
import { Refusal } from "../refusal.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: "sign unsigned translations (never drafts, never errors)",
  help: `Usage: malvakt approve FILE.po... --by NAME

Signs every unsigned translation in the files: text that a person wrote or edited, and that no one has signed yet.
Drafts and stale texts are left alone, and so is a text with an error or with a fuzzy flag.

  --by NAME    who answers for these translations; the name is written into the file

Exit code 1: something could not be signed.`,
  options: { by: { type: "string" } },
  run: async ({ values, paths }) => {
    const name = typeof values["by"] === "string" ? signatureName(values["by"]) : undefined;
    if (name === undefined) throw new Refusal("Who approves? Give a person's name: --by NAME", 2);
    if (paths.length === 0) throw new Refusal("Which catalogs? Name at least one .po file.", 2);
    let failed = false;
    for (const path of paths) failed = !(await signFile(path, name)) || failed;
    return failed ? 1 : 0;
  },
};

async function signFile(path: string, name: string): Promise<boolean> {
  const shown = relative(process.cwd(), path) || path;
  const place = namedFile(path);
  const { lines, isDone } = changeFile(place.root, place.path, (found) => {
    const file = found ?? { path: shown, problem: "This file cannot be read: it does not exist." };
    if ("problem" in file) return { value: { lines: [`${shown}: ${file.problem}`], isDone: false } };
    const { text, ...value } = signText(path, shown, file.text, name);
    return text === undefined ? { value } : { text, value };
  });
  for (const line of lines) await print(line);
  return isDone;
}

type Signed = { text?: string; lines: string[]; isDone: boolean };

/** The text of a catalog with all signatures that can be given, and what to say about it. */
function signText(path: string, shown: string, text: string, name: string): Signed {
  const { catalog, mistakes } = readCatalog(text);
  const reporter = reporterFor(shown, text, defaultSeverity);
  const at = (start: number): string => {
    const { line, column } = reporter.mistake({ start, end: start, reason: "", expected: [] }).start;
    return `${shown}:${line}:${column}`;
  };
  if (!catalog) return { lines: mistakes.map(({ start, reason }) => `${at(start)}  ${reason}`), isDone: false };
  const errorsOf = errorsIn(path, text, shown);
  const { catalog: signed, signed: count, drafts, refused } = signCatalog(catalog, name, today(), errorsOf);
  const sum = `${shown}: ${plural(count, "translation")} signed by ${name}${drafts > 0 ? `; ${plural(drafts, "draft or stale text")} left for review` : ""}.`;
  const left = refused.map(({ entry, reason }) => `${at(entry.origin?.offset ?? 0)}  not signed: ${reason}`);
  return { ...(count > 0 ? { text: writeCatalog(signed) } : {}), lines: [sum, ...left], isDone: refused.length === 0 };
}

/** What the checks find at error level, with the settings and terms of the catalog's project where it has one. */
function errorsIn(path: string, text: string, shown: string): (entry: Entry) => TextFinding[] {
  const root = findRoot(dirname(resolve(path)));
  const settings = root === undefined ? undefined : loadSettings(root);
  const terms =
    root === undefined || settings?.terms === undefined ? undefined : loadOwnTerms(root, settings.terms).terms;
  const stated = languagesOfCatalog(text);
  const pairing = pairingOf(stated.source ?? settings?.source ?? "nb", stated.language ?? "", terms);
  if (!pairing) throw new Refusal(`${shown}: which language is this? Its header has no Language that is known.`, 2);
  const severity = settings?.severity ?? defaultSeverity;
  return (entry) => checkEntry(entry, pairing).filter(({ ruleId }) => severity[ruleId] === "error");
}
