// All that the product says, in English. A sentence says what was met, what was expected, and what to do; short.
import type { Said } from "./said.ts";

/** `1 page`, `2 pages`. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b or c`. */
function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

/** `3 drafts, 1 stale text`: what there is none of is left out. */
function states(counts: readonly (readonly [count: number, noun: string])[]): string {
  return counts.flatMap(([count, noun]) => (count > 0 ? [counted(count, noun)] : [])).join(", ");
}

/** By id: from the values to the sentence. Values are texts and numbers, so that a message can be kept and sent. */
export const en = {
  "build.no-pages": ({ folder }: { folder: string }) => `No pages found in ${folder}.`,

  // The commands, and the files and engines that they use.
  "cli.says": ({ words }: { words: string }) => words,
  "cli.about": ({ path, problem }: { path: string; problem: Said }) => `${path}: ${problem}`,
  "cli.nothing": () => "(nothing)",
  "cli.command-unknown": ({ name, meant }: { name: string; meant?: string | undefined }) =>
    `Unknown command ${name}.${meant === undefined ? "" : ` Did you mean ${meant}?`} See malvakt --help.`,
  "cli.option-unknown": ({ option, meant }: { option: string; meant?: string | undefined }) =>
    `Unknown option ${option}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  "cli.option-value-missing": ({ option }: { option: string }) => `${option} needs a value.`,
  "cli.option-value-given": ({ option }: { option: string }) => `${option} takes no value.`,
  "cli.option-choice": ({ option, choices, given }: { option: string; choices: readonly string[]; given: string }) =>
    `${option} must be ${oneOf(choices)}, not ${given}.`,
  "cli.project-missing": ({ file }: { file: string }) =>
    `No ${file} found in this folder or its parents. Start a new project with malvakt init.`,
  "cli.project-missing-in": ({ file, folder }: { file: string; folder: string }) => `No ${file} found in ${folder}.`,
  "cli.whole-project": ({ given }: { given: string }) =>
    `This command works on the whole project and takes no page or file (${given}).`,
  "cli.settings-wrong": () => "malvakt.yaml has errors; nothing was done.",
  "cli.termbase-wrong": ({ path }: { path: string }) => `The termbase ${path} has errors; nothing was done.`,
  "cli.language-unknown": ({ language }: { language: string }) => `Målvakt has no data for the language ${language}.`,
  "cli.language-not-in-settings": ({ language, known }: { language: string; known: readonly string[] }) =>
    `${language} is not a language of malvakt.yaml, which has ${known.join(", ")}.`,
  "cli.language-of-file": ({ path }: { path: string }) => `The language of ${path} is unknown. State it with --lang.`,
  "cli.date-wrong": ({ given }: { given: string }) => `SOURCE_DATE_EPOCH must be seconds since 1970, not ${given}.`,
  "cli.system-error": ({ path, reason }: { path: string; reason: Said }) =>
    `${path === "" ? "" : `${path}: `}${reason}. Files already written are complete. Fix this and run the command again.`,
  "cli.internal-error": ({ detail }: { detail: string }) =>
    `Internal error in Målvakt; your files are fine. (${detail})`,
  "cli.internal-error-report": () =>
    "Please report this with the command that you ran. Set MALVAKT_DEBUG=1 to see where it happened.",
  "cli.stopped": () => "Stopped. No file is half written; run the command again when you like.",

  "help.overview": ({
    commands,
    shared,
  }: {
    commands: string;
    shared: Said;
  }) => `Målvakt turns a clinic's Norwegian Markdown into HTML fragments in many
languages. Nothing is published that a person has not approved.

Usage: malvakt COMMAND [options]

${commands}

malvakt COMMAND --help (or malvakt help COMMAND) explains a command.

Every command takes these options:
${shared}

Exit code: 0 no errors; 1 errors found, or something could not be done;
2 wrong usage or settings.`,
  "help.shared": () => `  --root DIR     the project (default: the nearest folder with malvakt.yaml,
                 from here upwards)
  --locale L     language of messages, en or nb (default: that of LC_ALL,
                 LC_MESSAGES or LANG)
  -h, --help     show this help`,
  "help.build.summary": () => "publish what is approved to dist/, and say why the rest waits",
  "help.build": () => `Usage: malvakt build [options]

Checks the pages in content/ and writes one HTML fragment per page and language
to dist/, with a manifest. A page is published in a language when every text is
approved by a named person and has no errors. Until then the last published
version stays, marked stale, unless it is itself wrong or was withdrawn.
content/ is not changed. Everything that leaves the site is listed.

Exit code 1: errors in source texts or approved texts, an unreadable file, or a
build that would remove much from the site at once. Drafts are not errors.

  --out DIR      write to DIR, and use the ledger there
  --allow-withdraw
                 remove what the build lists, even if it is much at once`,
  "help.check.summary": () => "find errors in pages and translations, drafts included",
  "help.check": () => `Usage: malvakt check [path...] [options]

Checks the project's pages and catalogs, or only the files and folders named.
Any Markdown or PO file can be checked on its own; - reads Markdown from
standard input.

  malvakt check content/nb/ims.md
  malvakt check --lang en --terms terms.yaml page.md

Exit code 1: errors were found.

  --lang L       check only this language (may be repeated); for a file outside
                 a project, its language
  --terms FILE   use this termbase instead of the project's
  --format F     text (default), json (as vfile-reporter-json), sarif, or github
                 (annotations for GitHub Actions)
  --fix          write the corrections that are certain: deprecated terms with
                 one safe replacement. Approved texts are not changed
  --dry-run      with --fix: show the corrections as a diff, write nothing`,
  "help.draft.summary": () => "update catalogs to match the pages, and draft what is missing",
  "help.draft": () => `Usage: malvakt draft [page...] [options]

Updates each catalog to match its page, fills in what people have approved
before, and asks a translation engine for the rest. Drafts are not published
until a person has reviewed and approved them. Approved texts are not changed.
Answers are saved as they arrive: a run that was stopped can be run again, and
nothing is paid for twice.

DeepL needs DEEPL_AUTH_KEY in the environment. Apertium needs Debian packages;
the command names those that are missing.

Exit code 1: something that was asked for could not be done.

  page...        only these pages, by id or path: ims, content/nb/ims.md
  --lang L       only this language (may be repeated)
  --engine E     deepl, apertium or pseudo, instead of the engine that
                 malvakt.yaml names
  --dry-run      show units, characters to be charged and what memory saves;
                 send and write nothing`,
  "help.status.summary": () => "show each page in each language, and what to do next",
  "help.status": () => `Usage: malvakt status [options]

For each page and language: what is published, the number of texts in each
state, why a page is withheld, how old a stale version is, and what to do next.
Then the rules that people have waived. Writes nothing.

  --format F     text (default) or json`,
  "help.approve.summary": () => "sign translations (not drafts, not texts with errors)",
  "help.approve": () => `Usage: malvakt approve FILE.po... --by NAME [options]

Signs each text in the files that a person wrote or edited and no one has signed
yet. Drafts, stale texts, fuzzy texts and texts with errors are not signed.
Lists what it signs, and the warnings that are signed with it. A waiver
(# malvakt-ignore RULE: reason) is signed together with its text.

Exit code 1: some text could not be signed.

  --by NAME      the person who answers for these translations; the name is
                 written into the file
  --lang L       the language of a file outside a project (default: that of its
                 folder, else of its header)
  --dry-run      show what would be signed, write nothing`,
  "help.terms.summary": () => "export or import the termbase (TBX), or score the term rules",
  "help.terms": () => `Usage: malvakt terms export FILE.tbx [options]
       malvakt terms import FILE.tbx [options]
       malvakt terms score FILE.jsonl... [options]

export   writes the termbase as TBX-Basic version 3, DCA style (ISO 30042:2019);
         - writes it to standard output
import   merges a TBX file into the termbase, concept by concept, by id. New
         concepts, languages and terms are added, and comments stay. If the two
         contradict each other, nothing is written
score    runs the term rules on labelled sentences (JSON lines with id, lang,
         text, expect, and source for a translation); shows precision, recall
         and F1 by rule and language

  --terms FILE   the termbase (default: that of the project)
  --dry-run      import: show the changes, write nothing
  --force        import: where the two differ, take what FILE says
  --remove       import: remove concepts that FILE does not have
  --format F     score: text (default), json or markdown
  --failures     score: list each sentence that is not as labelled`,
  "help.init.summary": () => "start a new project that builds at once",
  "help.init": () => `Usage: malvakt init [DIR] [options]

Writes settings, a first page and a termbase to DIR (default: this folder).
If one of these files exists already, nothing is written.
`,

  "build.progress": () => "Building",
  "build.source": () => "source",
  "build.published": () => "published",
  "build.stale": () => "stale",
  "build.withheld": () => "withheld",
  "build.as-of": ({ date }: { date: string }) => `as of ${date}:`,
  "build.summary": (of: { pages: number; fragments: number; stale: number; withheld: number }) =>
    `${counted(of.pages, "page")}: ${counted(of.fragments, "fragment")} published, ${of.stale} stale, ${of.withheld} withheld.`,
  "build.files": (of: { folder: string; written: number; same: number; removed: number }) =>
    `${of.folder}: ${counted(of.written, "file")} written, ${of.same} unchanged, ${of.removed} removed.`,
  "build.taken-off": () => "Taken off the site:",
  "build.refused": ({ reason }: { reason: Said }) => `Nothing was taken off the site. ${reason}`,
  "build.refused-next": () => "To take this off the site, run malvakt build --allow-withdraw:",
  "build.ledger-unreadable": ({ file }: { file: string }) =>
    `${file} cannot be read, and it records what was published. Restore it from git. Nothing was changed.`,

  "status.page": () => "page",
  "status.language": () => "lang",
  "status.status": () => "status",
  "status.untranslated": () => "missing",
  "status.stale": () => "stale",
  "status.draft": () => "draft",
  "status.unsigned": () => "unsigned",
  "status.approved": () => "approved",
  "status.waived": () => "Waived rules",
  "status.age": ({ reason, days }: { reason: Said; days: number }) =>
    `${reason} (the published version is ${counted(days, "day")} old)`,
  "status.next": ({ what }: { what: Said }) => `next: ${what}`,
  "status.next.check": ({ file }: { file: string }) => `malvakt check ${file}`,
  "status.next.build": () => "malvakt build",
  "status.next.draft": ({ page, language }: { page: string; language: string }) =>
    `malvakt draft ${page} --lang ${language}`,
  "status.next.translate": ({ file }: { file: string }) => `translate the missing and the changed texts in ${file}`,
  "status.next.review": ({ file }: { file: string }) =>
    `review ${file}, and clear the fuzzy mark where the text is right`,
  "status.next.approve": ({ file }: { file: string }) => `malvakt approve ${file} --by NAME`,

  "check.progress": () => "Checking",
  "check.file-missing": ({ path }: { path: string }) => `No file or folder ${path}.`,
  "check.not-corrected": ({ problem }: { problem: Said }) => `not corrected. ${problem}`,
  "check.gone": () => "The file is gone.",
  "check.only-by-hand": ({ actual, words }: { actual: string; words: string }) =>
    `not corrected: change “${actual}” to “${words}” by hand here.`,
  "check.corrected": ({ count }: { count: number }) => `${counted(count, "correction")} made.`,
  "check.would-correct": ({ count }: { count: number }) =>
    `${counted(count, "correction")} possible; run without --dry-run to make ${count === 1 ? "it" : "them"}.`,

  "approve.who": () => "The signer is missing. Give a person's name: --by NAME",
  "approve.no-person": ({ problem }: { problem: Said }) =>
    `--by needs the name of a person who has read the texts: ${problem}.`,
  "approve.no-files": () => "Name at least one .po file to sign.",
  "approve.other-language": ({ path, language, asked }: { path: string; language: string; asked: string }) =>
    `${path} lies in the folder of ${language}, but --lang says ${asked}.`,
  "approve.stated-language": ({ path, stated, language }: { path: string; stated: string; language: string }) =>
    `${path} states the language ${stated}, but would be signed for ${language}. Correct its header, or move the file.`,
  "approve.signed": ({ source, translation }: { source: string; translation: string }) =>
    `signed: ${source} → ${translation}`,
  "approve.would-sign": ({ source, translation }: { source: string; translation: string }) =>
    `would sign: ${source} → ${translation}`,
  "approve.over": ({ finding }: { finding: string }) => `with the warning: ${finding}`,
  "approve.waived": ({ finding }: { finding: string }) => `waived: ${finding}`,
  "approve.not-signed": ({ finding }: { finding: string }) => `not signed: ${finding}`,
  "approve.fuzzy": ({ translation }: { translation: string }) =>
    `not signed: it is marked fuzzy (needs work); clear the mark if ${translation} is right`,
  "approve.write": ({ texts }: { texts: readonly string[] }) => `Write: ${oneOf(texts)}`,
  "approve.signed-count": ({ count, total, only }: { count: number; total: number; only: string }) =>
    `Signed ${count} of ${total}${only === "" ? "" : `: ${only}`}.`,
  "approve.would-sign-count": ({ count, total, only }: { count: number; total: number; only: string }) =>
    `Would sign ${count} of ${total}${only === "" ? "" : `: ${only}`}.`,
  "approve.all-approved": () => "All texts in this file are approved.",
  "approve.left": (of: { draft: number; stale: number; untranslated: number; unsigned: number }) =>
    `${states([
      [of.draft, "draft"],
      [of.stale, "stale text"],
      [of.untranslated, "untranslated text"],
      [of.unsigned, "unsigned text"],
    ])} left; the page is not published.`,

  "terms.action-missing": ({ actions }: { actions: readonly string[] }) =>
    `Say what to do with the termbase: malvakt terms ${oneOf(actions)}.`,
  "terms.action-unknown": ({
    name,
    meant,
    actions,
  }: {
    name: string;
    meant?: string | undefined;
    actions: readonly string[];
  }) =>
    `Unknown command malvakt terms ${name}. ${meant === undefined ? `It must be ${oneOf(actions)}.` : `Did you mean ${meant}?`}`,
  "terms.no-termbase": () =>
    "malvakt.yaml names no termbase. Add `terms: content/terms.yaml` to it, or use --terms FILE.",
  "terms.one-file": () => "Name one TBX file.",
  "terms.no-corpus": () => "Name at least one file of labelled sentences.",
  "terms.unwritable": ({ path, problems }: { path: string; problems: string }) =>
    `${path} cannot be written as TBX: ${problems}`,
  "terms.exported": ({ path, count }: { path: string; count: number }) => `${path}: ${counted(count, "concept")}`,
  "terms.tbx-wrong": () => "The TBX file cannot be read; nothing was changed.",
  "terms.would-contradict": () => "With this file the termbase would contradict itself; nothing was changed.",
  "terms.cannot-hold": ({ path, count }: { path: string; count: number }) =>
    `${path} cannot hold what ${counted(count, "of these concepts says", "of these concepts say")}; nothing was changed.`,
  "terms.merged": (of: { added: number; changed: number; removed: number; kept: number; path: string }) =>
    `Concepts: ${of.added} added, ${of.changed} changed, ${of.removed} removed${of.kept > 0 ? `, ${of.kept} not in ${of.path} and kept` : ""}.`,
  "terms.conflicts": ({ shown, path, count }: { shown: string; path: string; count: number }) =>
    `${shown} and ${path} contradict each other on ${counted(count, "concept")} (marked !); nothing was written. --force takes what ${path} says.`,
  "terms.same": ({ path }: { path: string }) => `${path} is unchanged.`,
  "terms.dry-run": () => "Nothing was written (--dry-run).",
  "terms.written": ({ path }: { path: string }) => `${path} was written.`,
  "terms.corpus-wrong": () => "The labelled sentences have errors; nothing was scored.",
  "terms.rule": () => "rule",
  "terms.language": () => "language",
  "terms.precision": () => "precision",
  "terms.recall": () => "recall",
  "terms.right": () => "right",
  "terms.wrong": () => "wrong",
  "terms.missed": () => "missed",
  "terms.source": () => "source",
  "terms.text": () => "text",
  "terms.label": ({ rule, concept }: { rule: string; concept: string }) => `${rule} of ${concept}`,
  "terms.score-summary": (of: { sentences: number; falseAlarms: number; clean: number }) =>
    `${counted(of.sentences, "sentence")}; false alarms on ${of.falseAlarms} of the ${of.clean} with nothing to find.`,
  "terms.failures": ({ failures, sentences }: { failures: number; sentences: number }) =>
    `${failures} of ${counted(sentences, "sentence")} are not as labelled.`,

  "init.one-folder": () => "Name one folder.",
  "init.exists": ({ paths }: { paths: readonly string[] }) =>
    `${paths.join(", ")} already ${paths.length === 1 ? "exists" : "exist"}; nothing was written.`,
  "init.this-folder": () => "this folder",
  "init.done": ({ folder, paths }: { folder: string; paths: readonly string[] }) =>
    `New project in ${folder}: ${paths.join(", ")}`,
  "init.next": ({ command }: { command: string }) => `Next: ${command}`,
  "init.not-written": ({ path }: { path: string }) => `${path} does not hold what was written to it.`,
  "init.raced": ({ path }: { path: string }) => `${path} was made by another program just now; it was left as it is.`,

  "draft.progress": () => "Drafting",
  "draft.meter": ({ characters }: { characters: number; seconds: number }) => counted(characters, "character"),
  "draft.meter-left": ({ characters, seconds }: { characters: number; seconds: number }) =>
    `${counted(characters, "character")}, ${seconds} s left`,
  "draft.stopped": () =>
    "Stopped. The drafts received so far are saved; run the command again for the rest. At most the request under way is charged twice.",
  "draft.page-unknown": ({ name, pages }: { name: string; pages: readonly string[] }) =>
    `No page ${name}. The pages are ${pages.join(", ")}.`,

  "disk.cannot-read": ({ reason }: { reason: Said }) => `Cannot read this file: ${reason}.`,
  "disk.not-utf-8": ({ line, column }: { line: number; column: number }) =>
    `This file is not UTF-8: invalid byte ${column} in line ${line}. Save it as UTF-8.`,
  "disk.same-name": ({ path, other }: { path: string; other: string }) =>
    `${path} and ${other} are the same name in composed letters (NFC). Rename or delete one of them.`,
  "disk.cannot-write": ({ path, reason }: { path: string; reason: Said }) =>
    `Cannot write ${path}: ${reason}. The file was not changed.`,
  "disk.not-written": ({ path, problem }: { path: string; problem: Said }) => `${path} was not written. ${problem}`,
  "disk.busy": ({ path }: { path: string }) =>
    `Another program keeps saving ${path}, so nothing was changed in it. Run the command again later.`,
  "disk.kept-aside": ({ path, kept }: { path: string; kept: string }) =>
    `${path}: another program saved this file at the same moment. Its version is in ${kept}; compare the two and copy what is missing.`,
  "disk.missing": () => "no such file",
  "disk.permission": () => "permission denied",
  "disk.folder": () => "it is a folder",
  "disk.pipe": () => "it is a pipe, not a file",
  "disk.socket": () => "it is a socket, not a file",
  "disk.device": () => "it is a device, not a file",
  "disk.file-in-path": () => "a part of its path is a file",
  "disk.full": () => "the disk is full",
  "disk.quota": () => "the disk quota is used up",
  "disk.read-only": () => "the disk is read-only",
  "disk.circle": () => "its links form a circle",
  "disk.name-long": () => "its name is too long",
  "disk.name-not-utf-8": () => "its name is not UTF-8; rename it",
  "disk.many-open": () => "too many files are open",
  "disk.outside": () => "its path leads out of the project",
  "disk.link-outside": () => "it is a link out of the project",
  "disk.link-broken": () => "it is a link to nothing",

  "lock.drafts": () => "drafting this project",
  "lock.builds": ({ folder }: { folder: string }) => `building to ${folder}`,
  "lock.writes": ({ file }: { file: string }) => `writing ${file}`,
  "lock.held": ({ pid, does }: { pid: number; does: Said }) =>
    `Another command (process ${pid}) is ${does}. Wait until it has finished.`,
  "lock.held-elsewhere": (of: { pid: number; host: string; does: Said; file: string }) =>
    `Another command (process ${of.pid} on ${of.host}) is ${of.does}. Wait until it has finished; if it no longer runs, delete ${of.file}.`,

  "engine.apertium-language": ({ language }: { language: string }) =>
    `Apertium does not translate into ${language}; it translates into nn, da and sv.`,
  "engine.apertium-mode": ({ mode }: { mode: string }) =>
    `Apertium has no mode ${mode} here; \`apertium -l\` lists the modes.`,
  "engine.apertium-missing": ({ name }: { name: string }) =>
    `Apertium is not installed. Install it with \`apt-get install apertium ${name}\`.`,
  "engine.apertium-mode-missing": ({ mode, name }: { mode: string; name: string }) =>
    `Apertium's mode ${mode} is not installed. Install it with \`apt-get install apertium ${name}\`.`,
  "engine.apertium-no-answer": ({ reason }: { reason: Said }) => `Apertium gave no answer: ${reason}.`,
  "engine.apertium-failed": ({ times, reason }: { times: number; reason: Said }) =>
    `Apertium failed ${times} times in a row: ${reason}.`,
  "engine.apertium-slow": ({ seconds }: { seconds: number }) => `nothing within ${seconds} s`,
  "engine.apertium-ended": ({ complaint }: { complaint: string }) =>
    `its programs ended${complaint === "" ? "" : ` with "${complaint}"`}`,
  "engine.apertium-closed": () => "Apertium was closed.",
  "engine.deepl-key-missing": () =>
    "DeepL needs a key. Get one for the DeepL API at https://www.deepl.com/pro-api and set it as DEEPL_AUTH_KEY in the environment, never in a file of the project.",
  "engine.deepl-key-wrong": () =>
    "DEEPL_AUTH_KEY has a space or another character that no key has. Copy the key again.",
  "engine.deepl-address": () =>
    "DEEPL_SERVER_URL must be an https address such as https://api-free.deepl.com, without user name, password or query (http only on this machine). Anything else would send the key unprotected.",
  "engine.deepl-source": ({ language }: { language: string }) => `DeepL does not translate from ${language}.`,
  "engine.glossary-failed": ({ detail }: { detail: string }) =>
    `DeepL did not take the termbase as a glossary, so drafts are made without it; terms are still checked. ${detail}`,
  "engine.glossary-dropped": ({ detail }: { detail: string }) =>
    `${detail} Drafts are made without it; terms are still checked.`,
  "engine.no-answer": () => "DeepL gave no answer.",
  "engine.answers-differ": ({ answers, texts }: { answers: number; texts: number }) =>
    `DeepL gave ${counted(answers, "answer")} to ${counted(texts, "text")}. The request was charged, but no answer can be trusted.`,
  "engine.waited": ({ detail, times, seconds }: { detail: string; times: number; seconds: number }) =>
    `${detail} It was asked ${times} times in ${seconds} seconds; nothing was charged for this. Earlier drafts are saved; run the command again later.`,
};
