// malvakt approve: a named person signs translations that people wrote.
import { dirname, relative, resolve } from "node:path";
import { signCatalog } from "../../core/approve.ts";
import type { Catalog, Entry } from "../../core/catalog/entry.ts";
import { isSameLanguage, languageOfCatalog } from "../../core/catalog/language.ts";
import { inOneForm } from "../../core/catalog/one-form.ts";
import { placesInEntry } from "../../core/catalog/place.ts";
import { readCatalog } from "../../core/catalog/read.ts";
import { ownPicturesIn } from "../../core/catalog/remarks.ts";
import { stateOf } from "../../core/catalog/state.ts";
import { writeCatalog } from "../../core/catalog/write.ts";
import { checkEntries, type EntryVerdict } from "../../core/check/catalog.ts";
import { languagesOfCatalog } from "../../core/check/loose.ts";
import { defaultSeverity, reporterFor, type Reporter } from "../../core/finding.ts";
import { sha256OfBytes } from "../../core/hash.ts";
import { languageUnknown } from "../../core/language/code.ts";
import { message } from "../../core/messages/message.ts";
import { ownContexts } from "../../core/page/unit.ts";
import { reportSigning } from "../../core/report/signing.ts";
import { visible } from "../../core/report/visible.ts";
import { readSigner } from "../../core/signer.ts";
import { pairingOf } from "../../core/terms/terms.ts";
import { bytesInside } from "../assets.ts";
import { today } from "../clock.ts";
import type { Command } from "../command.ts";
import { changeFile, type Change } from "../disk/change.ts";
import { locale, say } from "../locale.ts";
import { namedFile } from "../named-file.ts";
import { loadOwnTerms, loadSettings } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { findRoot } from "../root.ts";
import { print } from "../terminal.ts";

export const command: Command = {
  summary: message("help.approve.summary"),
  help: message("help.approve"),
  options: { by: { type: "string" }, lang: { type: "string" }, "dry-run": { type: "boolean" } },
  run: async ({ values, paths }) => {
    if (typeof values["by"] !== "string") throw new Refusal(message("approve.who"), 2);
    const { name, problem } = readSigner(values["by"]);
    if (name === undefined) throw new Refusal(message("approve.no-person", { problem }), 2);
    if (paths.length === 0) throw new Refusal(message("approve.no-files"), 2);
    const asked = typeof values["lang"] === "string" ? values["lang"] : undefined;
    const order: Order = { name, asked, dryRun: values["dry-run"] === true };
    let failed = false;
    for (const path of paths) failed = !(await signFile(path, order)) || failed;
    return failed ? 1 : 0;
  },
};

type Order = { name: string; asked: string | undefined; dryRun: boolean };

async function signFile(path: string, order: Order): Promise<boolean> {
  const shown = visible(relative(process.cwd(), path) || path);
  const place = namedFile(path);
  const { lines, isDone } = changeFile(place.root, place.path, (found): Change<Told> => {
    if (!found || "problem" in found) {
      const problem = found?.problem ?? message("disk.cannot-read", { reason: message("disk.missing") });
      return { value: { lines: visible(say(message("cli.about", { path: shown, problem }))), isDone: false } };
    }
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
  const project = projectOf(path);
  const stated = languagesOfCatalog(text);
  const language = languageFor(stated.language, project, shown, asked);
  const { catalog, mistakes } = readCatalog(text, { language, contexts: ownContexts });
  const reporter = reporterFor(shown, text, project.settings?.severity ?? defaultSeverity);
  if (!catalog) {
    const lines = mistakes.map((mistake) => {
      const { start, reason } = reporter.mistake(mistake);
      return visible(`${shown}:${start.line}:${start.column}  ${say(reason)}`);
    });
    return { lines: lines.join("\n"), isDone: false };
  }
  const pairing = pairingOf(stated.source ?? project.settings?.source ?? "nb", language, project.terms);
  if (!pairing) throw new Refusal(message("cli.about", { path: shown, problem: languageUnknown(language) }), 2);
  const checked = checkEntries(catalog, language, reporter, pairing);
  refuseOtherPictures(catalog, language, project.root, checked, reporter);
  const signing = signCatalog(catalog, language, name, today(), checked);
  const lineOf = ({ origin }: { origin: { offset: number } | undefined }): number =>
    reporter.pointAt(origin?.offset ?? 0).line;
  return {
    ...(signing.signed.length > 0 ? { text: writeCatalog(inOneForm(signing.catalog)) } : {}),
    lines: reportSigning(signing, shown, lineOf, dryRun ? "would-sign" : "signed", locale),
    isDone: signing.refused.length === 0,
  };
}

/** A text is not signed with a picture that no one who read the catalog can have seen. */
function refuseOtherPictures(
  catalog: Catalog,
  language: string,
  root: string | undefined,
  checked: Map<Entry, EntryVerdict>,
  reporter: Reporter,
): void {
  for (const entry of root === undefined ? [] : catalog.entries) {
    const other = ownPicturesIn(entry.notes).find(({ path, hash }) => {
      const read = path === "" ? undefined : bytesInside(root ?? "", path);
      return !read || "problem" in read || !sha256OfBytes(read.bytes).startsWith(hash);
    });
    if (!other) continue;
    const [start, end] = entry.origin ? placesInEntry(entry.origin, "msgstr")(0, 0) : [0, 0];
    const reason = message("picture.outdated", { picture: other.path });
    const known = checked.get(entry) ?? { state: stateOf(entry, language), findings: [], wished: [], waived: [] };
    checked.set(entry, {
      ...known,
      findings: [...known.findings, reporter.mistake({ start, end, reason, expected: [] })],
    });
  }
}

type CatalogProject = {
  root: string | undefined;
  /** From the root of its project where it has one. */
  path: string;
  settings: ReturnType<typeof loadSettings> | undefined;
  terms: ReturnType<typeof loadOwnTerms>["terms"] | undefined;
};

function projectOf(path: string): CatalogProject {
  const whole = resolve(path);
  const root = findRoot(dirname(whole));
  const inside = (root === undefined ? whole : relative(root, whole)).replaceAll("\\", "/");
  if (root === undefined) return { root, path: inside, settings: undefined, terms: undefined };
  const settings = loadSettings(root);
  return {
    root,
    path: inside,
    settings,
    terms: settings.termbasePath === undefined ? undefined : loadOwnTerms(root, settings.termbasePath).terms,
  };
}

/** The language to sign for; a signature for the wrong one would publish texts that no one there can read. */
function languageFor(
  stated: string | undefined,
  { path, settings }: CatalogProject,
  shown: string,
  asked: string | undefined,
): string {
  const language = languageOfCatalog({ path, languages: Object.keys(settings?.languages ?? {}), asked, stated });
  if (language === undefined) throw new Refusal(message("cli.language-of-file", { path: shown }), 2);
  if (asked !== undefined && asked !== language)
    throw new Refusal(message("approve.other-language", { path: shown, language, asked }), 2);
  if (stated !== undefined && !isSameLanguage(stated, language))
    throw new Refusal(message("approve.stated-language", { path: shown, stated, language }), 2);
  return language;
}
