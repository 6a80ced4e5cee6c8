// The rules about a page as a remark plugin: for remark-cli, and for editors that show what remark says while typing.
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "unified";
import { checkPage } from "./core/check/page.ts";
import { defaultSeverity, reporterFor, type Finding, type RuleId, type Severity } from "./core/finding.ts";
import { languageOf } from "./core/language/all.ts";
import { languageUnknown } from "./core/language/code.ts";
import { pageOfPath } from "./core/layout.ts";
import { sentence } from "./core/messages/sentence.ts";
import { readPage } from "./core/page/page.ts";
import type { Settings } from "./core/settings.ts";
import { message } from "./core/messages/message.ts";
import { readTermbase } from "./core/terms/read.ts";
import type { Termbase } from "./core/terms/termbase.ts";
import { termsOf, type Terms } from "./core/terms/terms.ts";
import { readText } from "./shell/disk/read.ts";
import { loadSettings } from "./shell/project.ts";
import { findRoot } from "./shell/root.ts";
import { Refusal } from "./shell/refusal.ts";

export type RemarkMalvaktOptions = {
  /** Language of the texts; default: the folder below `content` in which a file lies. */
  language?: string | undefined;
  /** A termbase, or the path of one; default: that of the nearest `malvakt.yaml`. */
  terms?: string | Termbase | undefined;
  /** How severe each rule is, beside what `malvakt.yaml` says. */
  severity?: Partial<Record<RuleId, Severity>> | undefined;
};

type VirtualFile = Parameters<Exclude<ReturnType<typeof remarkMalvakt>, void | undefined>>[1];

/**
 * Reports what `malvakt check` reports of a page. The file's own text is read, not the given tree: so places and rules
 * are the same wherever a page is checked. A file of a project that lies in no language's folder is left alone.
 */
const remarkMalvakt: Plugin<[RemarkMalvaktOptions?]> = function (options = {}) {
  return (_tree, file) => {
    try {
      for (const finding of check(file, options)) tell(file, finding);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The fault is in another file; the editor of this one must see that nothing was checked.
      const [first] = error.findings;
      const place = first
        ? ` ${first.path}:${first.start.line}:${first.start.column}: ${sentence(first.reason, "en")}`
        : "";
      const told = file.message(`${error.message}${place}`, { source: "malvakt" });
      told.fatal = true;
    }
  };
};

export default remarkMalvakt;

function check(file: VirtualFile, options: RemarkMalvaktOptions): Finding[] {
  const path = file.path === undefined ? undefined : resolve(file.cwd, file.path);
  const root = findRoot(path === undefined ? file.cwd : dirname(path));
  const settings = root === undefined ? undefined : loadSettings(root);
  const inside = root === undefined || path === undefined ? "" : relative(root, path).replaceAll("\\", "/");
  const { language: folder, id } = pageOfPath(inside) ?? {};
  const language = options.language ?? (folder !== undefined && languageOf(folder) ? folder : undefined);
  if (language === undefined) {
    if (settings) return [];
    file.info("No malvakt.yaml above this file and no `language` in the options, so its terms are not checked.", {
      source: "malvakt",
    });
    return [];
  }
  if (!languageOf(language)) throw new Refusal(languageUnknown(language), 2);
  const terms = termsFor(options, file.cwd, root, settings);
  const severity = { ...(settings?.severity ?? defaultSeverity), ...options.severity };
  const kind = folder !== undefined && folder === settings?.source ? "page" : "text";
  return findingsIn(String(file), id, kind, terms?.(language), severity);
}

function findingsIn(
  text: string,
  id: string | undefined,
  kind: "page" | "text",
  terms: ReturnType<Terms>,
  severity: Readonly<Record<RuleId, Severity>>,
): Finding[] {
  const reading = readPage(text, id ?? "page", kind);
  const reporter = reporterFor("", text.replace(/^\uFEFF/u, ""), severity);
  const wrong = reading.mistakes.map((mistake) => reporter.mistake(mistake, "error", "front-matter"));
  const known = reading.page ?? reading.rest;
  return known ? [...wrong, ...checkPage(known, reporter, undefined, terms).findings] : wrong;
}

function termsFor(
  { terms }: RemarkMalvaktOptions,
  cwd: string,
  root: string | undefined,
  settings: Settings | undefined,
): Terms | undefined {
  if (typeof terms === "object") return compiled(terms);
  if (terms !== undefined) return termsInFile(resolve(cwd, terms), terms);
  const path = settings?.termbasePath;
  return root === undefined || path === undefined ? undefined : termsInFile(resolve(root, path), path);
}

/** An editor asks at each key: a termbase is compiled again only when it is another one. */
const known = new WeakMap<Termbase, Terms>();
const knownFiles = new Map<string, { text: string; terms: Terms }>();

function compiled(termbase: Termbase): Terms {
  const terms = known.get(termbase) ?? termsOf(termbase);
  known.set(termbase, terms);
  return terms;
}

function termsInFile(file: string, shown: string): Terms {
  const read = readText(file, shown);
  if ("problem" in read) throw new Refusal(message("cli.about", { path: shown, problem: read.problem }), 2);
  const before = knownFiles.get(file);
  if (before?.text === read.text) return before.terms;
  const { termbase, mistakes } = readTermbase(read.text);
  if (!termbase) {
    const reporter = reporterFor(shown, read.text, defaultSeverity);
    const findings = mistakes.map((mistake) => reporter.mistake(mistake));
    throw new Refusal(message("cli.termbase-wrong", { path: shown }), 2, findings);
  }
  const terms = termsOf(termbase);
  knownFiles.set(file, { text: read.text, terms });
  return terms;
}

/** A finding as a message: `expected` is what an editor offers to write instead. */
function tell(file: VirtualFile, { ruleId, severity, reason, start, end, actual, expected, concept }: Finding): void {
  const told = file.message(sentence(reason, "en"), {
    place: { start, end },
    source: "malvakt",
    ...(ruleId === undefined ? undefined : { ruleId }),
  });
  told.fatal = severity === "info" ? undefined : severity === "error";
  told.actual = actual;
  told.expected = expected;
  if (expected.length > 0) told.note = `Write: ${expected.join(", or: ")}`;
  if (concept !== undefined) Object.assign(told, { concept });
}
