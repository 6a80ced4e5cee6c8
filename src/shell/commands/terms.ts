// malvakt terms: the termbase as TBX and back, and how well the term rules do.
import { join, relative } from "node:path";
import type { FileText } from "../../core/project.ts";
import { inReadingOrder, reporterFor, defaultSeverity, type Finding } from "../../core/finding.ts";
import { reportFailures, reportScores, scoresAsJson, scoreTable } from "../../core/report/scores.ts";
import { reportText } from "../../core/report/text.ts";
import { visible, visibleXml } from "../../core/report/visible.ts";
import { readCorpus, scoreCorpus } from "../../core/terms/corpus.ts";
import { mergeTermbases, type Merge } from "../../core/terms/merge.ts";
import { readTermbase } from "../../core/terms/read.ts";
import type { Termbase } from "../../core/terms/termbase.ts";
import { readTbx } from "../../core/terms/tbx/read.ts";
import { writeTbx } from "../../core/terms/tbx/write.ts";
import { saysTheSame, updateTermbaseText } from "../../core/terms/update.ts";
import { writeTermbase } from "../../core/terms/write.ts";
import { message, type Message } from "../../core/messages/message.ts";
import type { Mistake } from "../../core/mistake.ts";
import { didYouMean } from "../../core/near-words.ts";
import { choice, rootOf, type Arguments, type Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { readText } from "../disk/read.ts";
import { writeDurably } from "../disk/write.ts";
import { locale, say } from "../locale.ts";
import { namedFile } from "../named-file.ts";
import { loadSettings, loadTerms } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { paintFor, print, printData, printFile, printLine } from "../terminal.ts";

const actions: Record<string, (given: Arguments, paths: string[]) => Promise<0 | 1>> = {
  export: exportTerms,
  import: importTerms,
  score: scoreTerms,
};

export const command: Command = {
  summary: message("help.terms.summary"),
  help: message("help.terms"),
  options: {
    terms: { type: "string" },
    format: { type: "string" },
    tbx: { type: "string" },
    failures: { type: "boolean" },
    force: { type: "boolean" },
    remove: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  run: async (given) => {
    const [name, ...paths] = given.paths;
    const run = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (run) return run(given, paths);
    const known = Object.keys(actions);
    throw new Refusal(
      name === undefined
        ? message("terms.action-missing", { actions: known })
        : message("terms.action-unknown", { name, meant: didYouMean(name, known), actions: known }),
      2,
    );
  },
};

/** Where the termbase is, seen from here: as asked, or as the project's settings say. */
function termbasePath(given: Arguments): string {
  const asked = given.values["terms"];
  if (typeof asked === "string") return asked;
  const root = rootOf(given);
  const path = loadSettings(root).termbasePath;
  if (path === undefined) throw new Refusal(message("terms.no-termbase"), 2);
  return relative(process.cwd(), join(root, path)).replaceAll("\\", "/");
}

function onlyFile(paths: string[]): string {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new Refusal(message("terms.one-file"), 2);
  return path;
}

async function exportTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  const path = onlyFile(paths);
  const shown = termbasePath(given);
  const { termbase } = loadTerms(process.cwd(), shown);
  const { text, problems } = writeTbx(termbase, choice(given, "tbx", ["3", "2"]) === "2" ? 2 : 3);
  if (text === undefined) throw new Refusal(message("terms.unwritable", { path: shown, problems }), 1);
  if (path === "-") {
    await printFile(visibleXml(text));
    return 0;
  }
  const place = namedFile(path);
  writeDurably(place.root, place.path, text);
  await printLine(say(message("terms.exported", { path, count: termbase.concepts.length })));
  return 0;
}

async function importTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  const path = onlyFile(paths);
  const shown = termbasePath(given);
  const tbx = readText(path, path);
  if ("problem" in tbx) throw new Refusal(message("cli.about", { path, problem: tbx.problem }), 1);
  const { termbase: incoming, mistakes, remarks } = readTbx(tbx.text);
  if (!incoming) throw refusalFor(message("terms.tbx-wrong"), path, tbx.text, mistakes);
  if (remarks.length > 0) await print(describeAll(path, tbx.text, remarks));
  const place = namedFile(shown);
  const dryRun = given.values["dry-run"] === true;
  const options = { force: given.values["force"] === true, remove: given.values["remove"] === true };
  const { merge, isSame } = changeFile(place.root, place.path, (current) => {
    const { text, merge } = mergeInto(current, shown, incoming, options);
    const isSame = current !== undefined && "text" in current && current.text === text;
    return { ...(dryRun || merge.conflicts.length > 0 ? {} : { text }), value: { merge, isSame } };
  });
  await print(describeMerge(merge, shown, path));
  if (merge.conflicts.length > 0) return 1;
  const end = isSame
    ? message("terms.same", { path: shown })
    : dryRun
      ? message("terms.dry-run")
      : message("terms.written", { path: shown });
  await printLine(say(end));
  return 0;
}

/** The text of a termbase with another one merged into it; it is read again and must say what was meant. */
function mergeInto(
  current: FileText | undefined,
  shown: string,
  incoming: Termbase,
  options: Parameters<typeof mergeTermbases>[2],
): { text: string; merge: Merge } {
  if (current && "problem" in current)
    throw new Refusal(message("cli.about", { path: shown, problem: current.problem }), 2);
  const { termbase: present, mistakes } = current
    ? readTermbase(current.text)
    : { termbase: { concepts: [] }, mistakes: [] };
  if (!present)
    throw refusalFor(message("cli.termbase-wrong", { path: shown }), shown, current?.text ?? "", mistakes, 2);
  const merge = mergeTermbases(present, incoming, options);
  const text = current ? updateTermbaseText(current.text, merge.termbase) : writeTermbase(merge.termbase);
  const check = readTermbase(text);
  if (!check.termbase) throw refusalFor(message("terms.would-contradict"), shown, text, check.mistakes);
  if (!saysTheSame(check.termbase, merge.termbase)) {
    const count = merge.added.length + merge.changed.length;
    throw new Refusal(message("terms.cannot-hold", { path: shown, count }), 1);
  }
  return { text, merge };
}

/** One line for each thing that happens, and a sum. */
function describeMerge({ added, changed, conflicts, removed, kept }: Merge, shown: string, path: string): string {
  const lines = [
    ...added.map(({ id }) => `+ ${id}`),
    ...changed.flatMap(({ id, difference: { gained, altered, lost } }) => [
      `~ ${id}`,
      ...gained.map((what) => `    + ${say(what)}`),
      ...altered.map((what) => `    ~ ${say(what)}`),
      ...lost.map((what) => `    - ${say(what)}`),
    ]),
    ...removed.map(({ id }) => `- ${id}`),
    ...conflicts.flatMap(({ id, altered }) => [`! ${id}`, ...altered.map((what) => `    ! ${say(what)}`)]),
  ];
  const sum = message("terms.merged", {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    kept: kept.length,
    path,
  });
  const differ = conflicts.length === 0 ? [] : [message("terms.conflicts", { shown, path, count: conflicts.length })];
  return [...lines, ...[sum, ...differ].map(say)].map(visible).join("\n");
}

async function scoreTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  if (paths.length === 0) throw new Refusal(message("terms.no-corpus"), 2);
  const format = choice(given, "format", ["text", "json", "markdown"]);
  const { terms } = loadTerms(process.cwd(), termbasePath(given));
  const corpora = paths.map((path) => {
    const read = readText(path, path);
    if ("problem" in read) throw new Refusal(message("cli.about", { path, problem: read.problem }), 1);
    return { path, text: read.text, ...readCorpus(read.text, path) };
  });
  const findings = corpora.flatMap(({ path, text, mistakes }) => findingsFor(path, text, mistakes));
  if (findings.length > 0) {
    const texts = new Map(corpora.map(({ path, text }) => [path, text]));
    throw new Refusal(message("terms.corpus-wrong"), 1, findings, texts);
  }
  const result = scoreCorpus(
    corpora.flatMap(({ sentences }) => sentences),
    terms,
  );
  if (format === "json") await printData(scoresAsJson(result));
  else if (format === "markdown") await printData(scoreTable(result));
  else await print(reportScores(result, locale));
  if (format === "text" && given.values["failures"] === true) await print(`\n${reportFailures(result, locale)}`);
  return 0;
}

function refusalFor(told: Message, path: string, text: string, mistakes: readonly Mistake[], code: 1 | 2 = 1): Refusal {
  return new Refusal(told, code, findingsFor(path, text, mistakes), new Map([[path, text]]));
}

function findingsFor(path: string, text: string, mistakes: readonly Mistake[], severity?: "warning"): Finding[] {
  const reporter = reporterFor(path, text, defaultSeverity);
  return inReadingOrder(mistakes.map((mistake) => reporter.mistake(mistake, severity)));
}

function describeAll(path: string, text: string, remarks: readonly Mistake[]): string {
  return reportText(findingsFor(path, text, remarks, "warning"), () => text, paintFor(process.stdout), locale);
}
