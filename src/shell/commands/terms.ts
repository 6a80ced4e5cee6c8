// malvakt terms: the termbase as TBX and back, and how well the term rules do.
import { join, relative } from "node:path";
import type { FileText } from "../../core/project.ts";
import { inReadingOrder, reporterFor, defaultSeverity, type Finding } from "../../core/finding.ts";
import { reportFailures, reportScores, scoresAsJson, scoreTable } from "../../core/report/scores.ts";
import { sentence } from "../../core/messages/sentence.ts";
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
import type { Mistake } from "../../core/mistake.ts";
import { didYouMean } from "../../core/near-words.ts";
import { choice, rootOf, type Arguments, type Command } from "../command.ts";
import { changeFile } from "../disk/change.ts";
import { readText } from "../disk/read.ts";
import { writeDurably } from "../disk/write.ts";
import { namedFile } from "../named-file.ts";
import { loadSettings, loadTerms } from "../project.ts";
import { Refusal } from "../refusal.ts";
import { paintFor, print, printFile, printLine } from "../terminal.ts";

const actions: Record<string, (given: Arguments, paths: string[]) => Promise<0 | 1>> = {
  export: exportTerms,
  import: importTerms,
  score: scoreTerms,
};

export const command: Command = {
  summary: "take the termbase to other tools and back (TBX), or score the term rules",
  help: `Usage: malvakt terms export FILE.tbx [--terms FILE]
       malvakt terms import FILE.tbx [--terms FILE] [--dry-run] [--force] [--remove]
       malvakt terms score FILE.jsonl... [--terms FILE] [--format text|json|markdown] [--failures]

export  writes the termbase as TBX-Basic, version 3, DCA style (ISO 30042:2019); nothing is lost on the way and back
        (- writes it to standard output)
import  takes such a file into the termbase, concept by concept, by their ids. New concepts, languages and terms come
        in and nothing that is there is lost; if the two say different things, nothing is written:
          --force    take what FILE says of the concepts that it has, even where something is lost
          --remove   remove the concepts that FILE does not have
          --dry-run  only show what would change
        Comments in the termbase stay.
score   holds the term rules against labelled sentences (JSON lines: id, lang, text, expect, and source for a
        translation), and shows precision, recall and F1 for each rule and language
          --failures lists every sentence that is not as labelled

  --terms FILE   the termbase (default: that of the project)
  --root DIR     the project (default: the nearest folder upwards with malvakt.yaml)`,
  options: {
    terms: { type: "string" },
    format: { type: "string" },
    failures: { type: "boolean" },
    force: { type: "boolean" },
    remove: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  run: async (given) => {
    const [name, ...paths] = given.paths;
    const run = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (run) return run(given, paths);
    const meant = name === undefined ? undefined : didYouMean(name, Object.keys(actions));
    const said = name === undefined ? "Say what to do with the terms" : `There is no malvakt terms ${name}`;
    throw new Refusal(`${said}: ${meant === undefined ? "export, import or score" : `did you mean ${meant}`}?`, 2);
  },
};

/** Where the termbase is, seen from here: as asked, or as the project's settings say. */
function termbasePath(given: Arguments): string {
  const asked = given.values["terms"];
  if (typeof asked === "string") return asked;
  const root = rootOf(given);
  const path = loadSettings(root).terms;
  if (path === undefined)
    throw new Refusal("malvakt.yaml names no termbase; add `terms: content/terms.yaml`, or say --terms FILE.", 2);
  return relative(process.cwd(), join(root, path)).replaceAll("\\", "/");
}

function onlyFile(paths: string[]): string {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new Refusal("Name one TBX file.", 2);
  return path;
}

async function exportTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  const path = onlyFile(paths);
  const shown = termbasePath(given);
  const { termbase } = loadTerms(process.cwd(), shown);
  const { text, problems } = writeTbx(termbase);
  if (text === undefined)
    throw new Refusal(
      `${shown} cannot be written as TBX: ${problems.map((problem) => sentence(problem, "en")).join(" ")}`,
      1,
    );
  if (path === "-") {
    await printFile(visibleXml(text));
    return 0;
  }
  const place = namedFile(path);
  writeDurably(place.root, place.path, text);
  await printLine(`${path}: ${count(termbase.concepts.length, "concept")}`);
  return 0;
}

async function importTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  const path = onlyFile(paths);
  const shown = termbasePath(given);
  const tbx = readText(path, path);
  if ("problem" in tbx) throw new Refusal(`${path}: ${tbx.problem}`, 1);
  const { termbase: incoming, mistakes, remarks } = readTbx(tbx.text);
  if (!incoming) throw refusalFor("The TBX file cannot be read; nothing was changed.", path, tbx.text, mistakes);
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
  await printLine(
    isSame ? `${shown} is as it was.` : dryRun ? "Nothing was written (--dry-run)." : `${shown} is written.`,
  );
  return 0;
}

/** The text of a termbase with another one merged into it; it is read again and must say what was meant. */
function mergeInto(
  current: FileText | undefined,
  shown: string,
  incoming: Termbase,
  options: Parameters<typeof mergeTermbases>[2],
): { text: string; merge: Merge } {
  if (current && "problem" in current) throw new Refusal(`${shown}: ${current.problem}`, 2);
  const { termbase: present, mistakes } = current
    ? readTermbase(current.text)
    : { termbase: { concepts: [] }, mistakes: [] };
  if (!present) throw refusalFor("The termbase cannot be used.", shown, current?.text ?? "", mistakes, 2);
  const merge = mergeTermbases(present, incoming, options);
  const text = current ? updateTermbaseText(current.text, merge.termbase) : writeTermbase(merge.termbase);
  const check = readTermbase(text);
  const message = "With this file the termbase would contradict itself; nothing was changed.";
  if (!check.termbase) throw refusalFor(message, shown, text, check.mistakes);
  if (!saysTheSame(check.termbase, merge.termbase))
    throw new Refusal(
      `${shown} cannot hold what ${merge.added.length + merge.changed.length} of these concepts say; nothing was changed.`,
      1,
    );
  return { text, merge };
}

/** One line for each thing that happens, and a sum. */
function describeMerge({ added, changed, conflicts, removed, kept }: Merge, shown: string, path: string): string {
  const lines = [
    ...added.map(({ id }) => `+ ${id}`),
    ...changed.flatMap(({ id, difference: { gained, altered, lost } }) => [
      `~ ${id}`,
      ...gained.map((what) => `    + ${sentence(what, "en")}`),
      ...altered.map((what) => `    ~ ${sentence(what, "en")}`),
      ...lost.map((what) => `    - ${sentence(what, "en")}`),
    ]),
    ...removed.map(({ id }) => `- ${id}`),
    ...conflicts.flatMap(({ id, altered }) => [`! ${id}`, ...altered.map((what) => `    ! ${sentence(what, "en")}`)]),
  ];
  const sums = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    ...(kept.length > 0 ? [`${kept.length} not in ${path} and kept`] : []),
  ];
  const differ =
    conflicts.length === 0
      ? []
      : [
          `${shown} and ${path} say different things of ${count(conflicts.length, "concept")} (marked !), so nothing was written; --force takes what ${path} says.`,
        ];
  return [...lines, `Concepts: ${sums.join(", ")}.`, ...differ].map(visible).join("\n");
}

async function scoreTerms(given: Arguments, paths: string[]): Promise<0 | 1> {
  if (paths.length === 0) throw new Refusal("Name one or more files of labelled sentences.", 2);
  const format = choice(given, "format", ["text", "json", "markdown"]);
  const { terms } = loadTerms(process.cwd(), termbasePath(given));
  const corpora = paths.map((path) => {
    const read = readText(path, path);
    if ("problem" in read) throw new Refusal(`${path}: ${read.problem}`, 1);
    return { path, text: read.text, ...readCorpus(read.text, path) };
  });
  const findings = corpora.flatMap(({ path, text, mistakes }) => findingsFor(path, text, mistakes));
  if (findings.length > 0) {
    const texts = new Map(corpora.map(({ path, text }) => [path, text]));
    throw new Refusal("The labelled sentences cannot be used.", 1, findings, texts);
  }
  const result = scoreCorpus(
    corpora.flatMap(({ sentences }) => sentences),
    terms,
  );
  if (format === "json") await print(scoresAsJson(result));
  else if (format === "markdown") await print(scoreTable(result));
  else await print(reportScores(result));
  if (format === "text" && given.values["failures"] === true) await print(`\n${reportFailures(result)}`);
  return 0;
}

function refusalFor(
  message: string,
  path: string,
  text: string,
  mistakes: readonly Mistake[],
  code: 1 | 2 = 1,
): Refusal {
  return new Refusal(message, code, findingsFor(path, text, mistakes), new Map([[path, text]]));
}

function findingsFor(path: string, text: string, mistakes: readonly Mistake[], severity?: "warning"): Finding[] {
  const reporter = reporterFor(path, text, defaultSeverity);
  return inReadingOrder(mistakes.map((mistake) => reporter.mistake(mistake, severity)));
}

function describeAll(path: string, text: string, remarks: readonly Mistake[]): string {
  return reportText(findingsFor(path, text, remarks, "warning"), () => text, paintFor(process.stdout), "en");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
