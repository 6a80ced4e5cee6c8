// All that the product says, in English. A sentence says what was met, what was expected, and what to do; short.
import type { Said } from "./said.ts";

const quoted = (text: string): string => `“${text}”`;
const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** A size of a file: `4.2 MB`. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

/** A number of many digits, in groups of three. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");

/** A list as it is read: `a`, `a and b`, `a, b and c`. */
const all = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** The first names of a list, and how many more there are. */
const some = (names: readonly string[], count: number): string =>
  count > names.length ? `${names.join(", ")} and ${count - names.length} more` : names.join(", ");

/** `1 page`, `2 pages`. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b or c`. */
function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

/** Codes of languages with their names: `nb (Norwegian Bokmål)`. */
function languagesNamed(codes: readonly string[]): string {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return codes
    .map((code) => (/^[a-z]{2,3}(?:-|$)/u.test(code) ? `${code} (${names.of(code) ?? code})` : code))
    .join(", ");
}

/** Parts of sentences, and words of a report that stand alone: a small letter first, and no mark after the last word. */
export const phrases = {
  // Characters
  "character.control": () => "a control character",
  "character.half": () => "half of a surrogate pair",
  "character.none": () => "not a character",

  // What a value of a YAML file must be, after its name
  "must.be-kind": ({ kind, received }: { kind: Said; received: string }) => `must be ${kind}, not ${received}`,
  "must.be-known": ({ received }: { received: string }) => `must be one of the known values, not ${received}`,
  "must.be-mapping": () => "must be a mapping of keys to values",
  "must.have-words": () => "must contain a letter or digit",
  "must.be-one-line": () => "must be one line without control characters",
  "must.be-plain": () => "must be a text without control characters",
  "must.be-text-or-list": () => "must be a text or a list of texts",
  "must.be-image": () => "must be the path of an image, or `src` and `alt`",
  "must.be-language": ({ known }: { known: readonly string[] }) =>
    `must be a supported language, or a variant of one such as en-GB: ${languagesNamed(known)}`,
  "must.be-languages": () => "must be a list of language codes, or false",
  "must.be-mode": () => "must be the name of an Apertium mode, such as nob-nno_e",
  "must.have-lang-and-slug": () => "must contain {lang} and {slug}, as in /{lang}/{slug}/",
  "must.have-slug": () => "must contain {slug}, as in /{slug}/",
  "must.be-heading": () => "must be true, false or both",
  "must.be-origin": () => "must be the site's scheme and host, as in https://www.example-clinic.no",
  "must.be-folder-address": () =>
    "must be the address of a folder: it begins with one / or with https:// and a host, and has no spaces, quotes, ? or #",
  "must.be-page-address": () =>
    "must begin with one / or with https:// and a host, have {slug} after the host, and contain no spaces, quotes or \\",
  "must.be-termbase-path": () => "must be the path of a YAML file in the project, such as content/terms.yaml",
  "must.be-error": () => "must be `error`, since this rule guards the structure of published pages",
  "must.be-slug": () =>
    "must consist of letters, digits, - and _, with / between folders: no dots, spaces or leading /, and at most 200 bytes a part",
  "must.be-storable": ({ name }: { name: string }) => `must not contain ${name}, a name that some systems cannot store`,
  "must.be-plain-letters": () =>
    "must use letters of one script, in their usual form and without invisible characters; type it again",
  "must.be-date": () => "must be a calendar date (YYYY-MM-DD), such as 2026-01-31",
  "must.be-image-address": () => "must be a path on the site or an https:// address",
  "must.be-reviewed": () => "must have two lines below it, `by:` with a name and `date:` with a date",
  "must.be-withdrawal": () => "must have the form DATE NAME: reason",
  "must.be-page-ids": () => "must be the id that the page had before, or a list of ids",
  "must.be-concept-id": () => "must consist of letters, digits, . _ and -",
  "kind.text": () => "a text",
  "kind.number": () => "a number",
  "kind.boolean": () => "true or false",
  "kind.list": () => "a list",
  "kind.other": ({ expected }: { expected: string }) => expected,

  // Tags
  "tag.alone": ({ name }: { name: string }) => `<${name}>`,
  "tag.inside": ({ name, parent }: { name: string; parent: string }) => `<${name}> inside <${parent}>`,

  // Translations beside their sources
  "side.left": () => "left",
  "side.right": () => "right",
  "side.named": ({ word, side }: { word: string; side: Said }) => `${quoted(word)} (${side})`,
  "script.Latin": () => "Latin",
  "script.Cyrillic": () => "Cyrillic",
  "script.Arabic": () => "Arabic",
  "term.definition": ({ concept, en, other }: { concept: string; nb: string; en: string; other: string }) =>
    `${concept} is ${quoted(en === "" ? other : en)}`,

  // Names of people who sign
  "name.empty": () => "it is empty",
  "name.invisible": ({ name }: { name: string }) => `it contains an invisible character (${name})`,
  "name.sign": ({ sign }: { sign: string }) => `a name cannot contain ${sign}`,
  "name.unusual-form": () => "it has letters in an unusual form; type it again",
  "name.scripts": ({ scripts }: { scripts: string }) => `it mixes letters of several scripts (${scripts})`,
  "name.short": () => "it is too short to tell who it is",
  "name.program": () => "that is not a person",

  // Why a page is not published, or is taken off the site
  "build.figure": ({ was, now }: { was: string; now: string }) => `${was} is now ${now}`,
  "held.page": () => "the page cannot be read",
  "held.page-errors": ({ count }: { count: number }) => `${many(count, "error")} in the page`,
  "held.catalog": () => "its catalog cannot be read",
  "held.pictures": ({ count }: { count: number }) =>
    `${counted(count, "text")} approved with another picture than its language has now`,
  "held.file-lost": ({ path, file }: { path: string; file: string }) =>
    `${file}, which the published file ${path} shows or links to, is gone or changed and cannot be made again`,
  "held.units": ({ units }: { units: readonly Said[] }) => units.join(", "),
  "held.approved-errors": ({ count, rules }: { count: number; rules: string }) =>
    `${many(count, "error")} in approved text (${rules})`,
  "held.slug": () => "its translated slug cannot be an address",
  "held.folder": () => "its folder cannot be read",
  "held.missing": () => "its page is missing",
  "held.address": ({ other }: { other: string }) => `same address as ${other}`,
  "held.file-missing": ({ path, why }: { path: string; why: Said }) =>
    `its published file ${path} is missing and cannot be made again: ${why}`,
  "held.file-changed": ({ path, why }: { path: string; why: Said }) =>
    `its published file ${path} has been changed and cannot be made again: ${why}`,
  "held.no-fragment": ({ path }: { path: string }) =>
    `the published file ${path} is not a fragment of this page and language`,
  "off.deleted": () => "the page was deleted",
  "off.renamed": ({ path, was }: { path: string; was: string }) =>
    `the page was deleted; ${path} looks like it: if it was renamed, add \`was: ${was}\` to its front matter`,
  "off.language": ({ language }: { language: string }) => `${language} is not a language of malvakt.yaml`,
  "off.language-missing": () => "its language is missing in malvakt.yaml",
  "off.paused": () => "the language is paused",
  "off.withdrawn": ({ date, name, reason }: { date: string; name: string; reason: string }) =>
    `withdrawn ${date} by ${name}: ${reason}`,
  "off.withdrawn-on": ({ date }: { date: string }) => `withdrawn ${date}`,
  "off.draft": () => "the page is a draft",
  "off.not-translated": () => "the page is not translated into this language",
  "off.wrong": ({ why }: { why: Said }) => `the published text is wrong: ${why}`,
  "off.stale": ({ why }: { why: Said }) => `${why}; withdrawn as \`publish\` asks`,
  "units.untranslated": ({ count }: { count: number }) => `${count} untranslated`,
  "units.stale": ({ count }: { count: number }) => `${count} stale`,
  "units.draft": ({ count }: { count: number }) => `${count} draft`,
  "units.approved": ({ count }: { count: number }) => `${count} approved`,
  "units.unsigned": ({ count }: { count: number }) => `${count} unsigned`,

  // Reports of findings
  "report.error": () => "error",
  "report.warning": () => "warning",
  "report.info": () => "info",
  "report.errors": ({ count }: { count: number }) => many(count, "error"),
  "report.warnings": ({ count }: { count: number }) => many(count, "warning"),
  "report.infos": ({ count }: { count: number }) => `${count} info`,
  "report.file": () => "file",
  "report.write": ({ texts }: { texts: readonly string[] }) => `write: ${texts.join("  or  ")}`,
  "report.write-quoted": ({ texts }: { texts: readonly string[] }) => `write: ${texts.map(quoted).join(" or ")}`,
  "report.nothing": () => "(nothing)",

  // Reports of signing
  "signing.texts": ({ source, translation }: { source: string; translation: string }) =>
    `${quoted(source)} → ${quoted(translation)}`,
  "signing.signed": () => "signed",
  "signing.would-sign": () => "would sign",
  "signing.over": () => "signed despite",
  "signing.waived": () => "waived",
  "signing.not-signed": () => "not signed",
  "left.draft": ({ count }: { count: number }) => many(count, "draft"),
  "left.stale": ({ count }: { count: number }) => many(count, "stale text"),
  "left.untranslated": ({ count }: { count: number }) => many(count, "untranslated text"),
  "left.unsigned": ({ count }: { count: number }) => many(count, "unsigned text"),

  // What a merge of termbases changes
  "merge.distinct": ({ other }: { other: string }) => `distinct from ${other}`,
  "merge.definition": ({ language }: { language: string }) => `definition in ${language}`,
  "merge.definition-changed": ({ language, was, is }: { language: string; was: string; is: string }) =>
    `definition in ${language}: ${quoted(was)} → ${quoted(is)}`,
  "merge.term": ({ language, term }: { language: string; term: string }) => `${language} ${quoted(term)}`,
  "merge.term-added": ({ language, term, status }: { language: string; term: string; status: string }) =>
    `${language} ${quoted(term)}, ${status}`,
  "merge.form": ({ language, term, form }: { language: string; term: string; form: string }) =>
    `${language} ${quoted(term)} form ${quoted(form)}`,
  "merge.family": ({ language, term, word }: { language: string; term: string; word: string }) =>
    `${language} ${quoted(term)} family ${quoted(word)}`,
  "merge.field": ({ language, term, field }: { language: string; term: string; field: Said }) =>
    `${language} ${quoted(term)} ${field}`,
  "merge.field-changed": ({
    language,
    term,
    field,
    was,
    is,
  }: {
    language: string;
    term: string;
    field: Said;
    was: string;
    is: string;
  }) => `${language} ${quoted(term)} ${field}: ${quoted(was)} → ${quoted(is)}`,
  "field.spelling": () => "spelling",
  "field.status": () => "status",
  "field.type": () => "type",
  "field.note": () => "note",

  // What of a concept XML cannot hold
  "tbx.a-definition": ({ language }: { language: string }) => `the definition in ${language}`,
  "tbx.a-term": ({ term }: { term: string }) => `the term ${quoted(term)}`,
  "tbx.a-form": ({ term }: { term: string }) => `a form of ${quoted(term)}`,
  "tbx.a-note": ({ term }: { term: string }) => `the note on ${quoted(term)}`,

  // What became of a language that was drafted, and the columns of the table of what would be
  "draft.in-step": ({ catalogs }: { catalogs: number }) => `${counted(catalogs, "catalog")} updated`,
  "draft.drafted": ({ units, fromMemory }: { units: number; fromMemory: number }) =>
    `${counted(units, "unit")} drafted${fromMemory > 0 ? ` (${fromMemory} from memory)` : ""}`,
  "draft.charged": ({ characters }: { characters: number }) => `${counted(characters, "character")} charged`,
  "draft.waiting": ({ units, language }: { units: number; language: string }) =>
    `${counted(units, "unit")} left to translators (malvakt.yaml names no engine for ${language})`,
  "draft.units": () => "units",
  "draft.from-memory": () => "from memory",
  "draft.characters": () => "characters",
  "draft.saved": () => "saved",

  // Words of reports and screens, and reasons
  "build.progress": () => "Building",
  "build.source": () => "source",
  "build.published": () => "published",
  "build.stale": () => "stale",
  "build.withheld": () => "withheld",
  "status.page": () => "page",
  "status.language": () => "lang",
  "status.status": () => "status",
  "status.untranslated": () => "missing",
  "status.stale": () => "stale",
  "status.draft": () => "draft",
  "status.unsigned": () => "unsigned",
  "status.approved": () => "approved",
  "status.waived": () => "Waived rules",
  "status.readers": () => "What readers get now",
  "reader.own": () => "own text",
  "reader.stale": ({ date }: { date: string }) => `text of ${date}`,
  "reader.earlier": () => "earlier text",
  "reader.source": ({ language }: { language: string }) => `text in ${language}, with a note`,
  "reader.nothing": () => "nothing",
  "changes.new": () => "new",
  "changes.changed": () => "changed",
  "changes.heading": () => "Changes on the site",
  "changes.off-heading": () => "Take off the site",
  "changes.paste-heading": () => "Paste or upload again",
  "changes.others-heading": () => "Other files to upload",
  "changes.delete-heading": () => "Files to delete",
  "audit.progress": () => "Reading",
  "audit.progress-git": () => "Asking git",
  "audit.title": () => "Audit of translations",
  "audit.day": ({ date }: { date: string }) => `As of ${date}`,
  "audit.at-commit": ({ commit }: { commit: string }) => `commit ${commit}`,
  "audit.line": () => "line",
  "audit.texts": () => "texts",
  "audit.approver": () => "approved by",
  "audit.date": () => "date",
  "audit.source-hash": () => "source",
  "audit.approval-hash": () => "approval",
  "audit.hashes": () => "hash of the source, of the approval",
  "audit.now": () => "on the site",
  "audit.draft": () => "draft",
  "audit.commit": () => "commit",
  "audit.commits": () => "Commits that brought the approvals",
  "audit.yes": () => "yes",
  "audit.former": () => "no longer on the page",
  "audit.not-approved": ({ units }: { units: readonly Said[] }) => `not approved: ${all(units)}`,
  "audit.uncommitted": () => "not committed",
  "audit.published-now": () => "published now",
  "audit.published-same": () => "published: these texts",
  "audit.published-other": () => "published: another version",
  "audit.published-other-of": ({ date }: { date: string }) => `published: another version, of ${date}`,
  "audit.published-damaged": () => "published, and changed in the output folder since",
  "audit.published-nothing": () => "not published",
  "audit.author": ({ author, date }: { author: string; date: string }) => `${author}, ${date}`,
  "audit.signed-by": ({ signer }: { signer: string }) => `signed by ${signer}`,
  "audit.signature-none": () => "not signed",
  "audit.signature-good": () => "signed",
  "audit.signature-bad": () => "the signature does not fit",
  "audit.signature-expired": () => "signed with a key that has expired",
  "audit.signature-revoked": () => "signed with a key that was revoked",
  "audit.signature-unchecked": () => "signed, but the signature cannot be checked on this machine",
  "audit.differs": ({ lines }: { lines: readonly string[] }) =>
    `the author differs from the name at ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`,
  "audit.differs-short": () => "the author differs",
  "audit.formerly": ({ path }: { path: string }) => `the file was ${path} then`,
  "audit.cut": () => "the history is cut off here, so it may be older",
  "git.missing": () => "git is not installed",
  "git.none": () => "the project is not in a git repository",
  "git.not-trusted": () => "the repository belongs to another user, and git refuses to read it (see safe.directory)",
  "git.no-commits": () => "the repository has no commits",
  "since.progress": () => "Comparing",
  "check.progress": () => "Checking",
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
  "init.this-folder": () => "this folder",
  "draft.progress": () => "Drafting",
  "draft.meter": ({ characters }: { characters: number; seconds: number }) => counted(characters, "character"),
  "draft.meter-left": ({ characters, seconds }: { characters: number; seconds: number }) =>
    `${counted(characters, "character")}, ${seconds} s left`,
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
  "engine.apertium-slow": ({ seconds }: { seconds: number }) => `nothing within ${seconds} s`,
  "engine.apertium-ended": ({ complaint }: { complaint: string }) =>
    `its programs ended${complaint === "" ? "" : ` with "${complaint}"`}`,

  // Pages of the preview
  "preview.title": () => "Preview",
  "preview.overview": () => "All pages",
  "preview.languages": () => "Languages",
  "preview.status": () => "Status",
  "preview.legend": () => "Texts that no one has approved as they are",
  "preview.about-page": () => "About the whole page",
  "preview.beside": () => "Title, description and other texts beside the page",
  "preview.page": () => "Page",
  "preview.standing": () => "See what readers get",
  "outlook.published": () => "published",
  "outlook.stale": () => "stale",
  "outlook.draft": () => "draft",
  "outlook.untranslated": () => "untranslated",
  "outlook.withheld": () => "withheld",
  "mark.untranslated": () => "not translated",
  "mark.draft": () => "draft",
  "mark.unsigned": () => "unsigned",
  "mark.stale": () => "stale",
  "preview.title-unit": () => "Title",
  "preview.description-unit": () => "Description",
  "preview.slug-unit": () => "Address",
  "preview.alt-unit": () => "Text for the image",
  "preview.link-title-unit": () => "Text at the pointer",
  "preview.not-approved": () => "Not approved. Do not hand out",

  // The review page
  "review.title": () => "Review",
  "review.all-pages": () => "All pages",
  "review.find": () => "Find a page",
  "review.waiting-only": () => "Only pages that are not finished",
  "review.by-need": () => "Errors first",
  "review.page": () => "Page",
  "review.withdrawn": () => "withdrawn",
  "review.paused": () => "paused",
  "review.finished": () => "all approved",
  "review.not-readable": () => "cannot be read",
  "review.not-translated": () => "not translated",
  "unit-state.untranslated": () => "untranslated",
  "unit-state.stale": () => "stale",
  "unit-state.draft": () => "draft",
  "unit-state.approved": () => "approved",
  "unit-state.unsigned": () => "not signed",
  "review.approve": () => "Approve and go on",
  "review.take-back": () => "Take the approval back",
  "review.copy-source": () => "Copy the source",
  "review.add-tags": () => "Add missing tags",
  "review.remove": () => "Remove it",
  "review.put-aside": () => "Not a mistake",
  "review.why": () => "Why it is not a mistake",
  "review.confirm": () => "Confirm",
  "review.cancel": () => "Cancel",
  "review.is-put-aside": () => "put aside, and signed when you approve",
  "review.findings": () => "Findings",
  "review.terms": () => "Terms",
  "review.no-term": () => "no term in this language",
  "review.matches": () => "Approved before",
  "review.notes": () => "Notes",
  "review.changed": () => "Changes in the source",
  "review.kept": () => "Approved until you approve another text",
  "review.name": () => "Your name",
  "review.withdraw": () => "Withdraw this translation",
  "review.undo-withdraw": () => "Put it back on the site",
  "review.withdraw-why": () => "Why it is withdrawn",
  "review.keys": () => "Keys",
  "review.actions": () => "What can be done with this text",
  "review.close": () => "Close",
  "review.mine": () => "Keep mine",
  "review.theirs": () => "Use theirs",
  "review.next": () => "Next text that needs you",
  "review.saving": () => "saving",
  "review.saved": () => "saved",
  "review.approved": () => "approved",
  "review.not-saved": () => "not saved",
  "review.restore": () => "Use the unsaved text",
  "review.discard": () => "Discard it",
  "review.key-approve": () => "approve and go to the next text that needs you",
  "review.key-move": () => "next and previous text",
  "review.key-leave": () => "leave the text; nothing is lost",
  "review.key-actions": () => "go to the actions for this text",
  "review.key-match": () => "use a text that was approved before",
  "review.key-copy": () => "copy the source",
  "review.key-tags": () => "add missing tags",
  "review.key-help": () => "this list, outside of a text",
  "review.words": ({ count }: { count: number }) => `${many(count, "word")} left`,
  "review.errors": ({ count }: { count: number }) => many(count, "error"),
  "review.warnings": ({ count }: { count: number }) => many(count, "warning"),
  "review.terms-found": ({ count }: { count: number }) => `${count} about terms`,
  "review.unit-of": ({ unit, of, state }: { unit: number; of: number; state: Said }) =>
    `unit ${unit} of ${of}, ${state}`,
  "review.text-in": ({ language }: { language: string }) => `Text in ${language}`,
  "review.write": ({ text }: { text: string }) => `Write ${quoted(text)}`,
  "review.insert": ({ text }: { text: string }) => `Insert ${quoted(text)}`,
  "review.use-match": ({ number }: { number: number }) => `Use match ${number}`,
  "review.match-of": ({ percent, page, name, date }: { percent: number; page: string; name: string; date: string }) =>
    `${percent} % alike, ${page}, ${name}, ${date}`,
  "review.drafted": ({ name, date }: { name: string; date: string }) => `drafted by ${name}, ${date}`,
  "review.signed": ({ name, date }: { name: string; date: string }) => `approved by ${name}, ${date}`,
};

/** Lines of a report, laid out as they are printed: with a path first, a colon last or a command to type. */
export const lines = {
  "cli.says": ({ words }: { words: string }) => words,
  "cli.internal-error": ({ detail }: { detail: string }) =>
    `Internal error in Målvakt; your files are fine. (${detail})`,
  "cli.about": ({ path, problem }: { path: string; problem: Said }) => `${path}: ${problem}`,
  "build.as-of": ({ date }: { date: string }) => `as of ${date}:`,
  "build.summary": (of: { pages: number; fragments: number; stale: number; withheld: number }) =>
    `${counted(of.pages, "page")}: ${counted(of.fragments, "fragment")} published, ${of.stale} stale, ${of.withheld} withheld.`,
  "build.assets": ({ address, count }: { address: string; count: number }) =>
    `Pages lead to ${counted(count, "file")} at addresses such as ${address}, from the site's root. That is right where all of dist/ lies in the root of the site; elsewhere set \`assets\` to the address of dist/ there. \`assets: /\` ends this notice.`,
  "build.asset-changed": ({ path }: { path: string }) =>
    `${path} was changed while the site was built, and nothing was written. Run the build again.`,
  "build.files": (of: { folder: string; written: number; same: number; removed: number }) =>
    `${of.folder}: ${counted(of.written, "file")} written, ${of.same} unchanged, ${of.removed} removed.`,
  "loss.text": (of: { text: string; name: string; date: string; since: string; advice: Said }) =>
    `“${of.text}”, approved by ${of.name} on ${of.date}, has lost its translation since ${of.since}. ${of.advice}`,
  "loss.changed": (of: { text: string; name: string; date: string; since: string; advice: Said }) =>
    `The translation of “${of.text}”, approved by ${of.name} on ${of.date}, was changed since ${of.since}, and no one has approved the change. ${of.advice}`,
  "loss.approval": (of: { text: string; name: string; date: string; since: string; advice: Said }) =>
    `The approval of “${of.text}” by ${of.name} on ${of.date} is gone since ${of.since}; the translation is as it was. ${of.advice}`,
  "loss.memory": (of: { text: string; name: string; date: string; since: string; advice: Said }) =>
    `The remembered translation of “${of.text}”, approved by ${of.name} on ${of.date}, is gone since ${of.since}. ${of.advice}`,
  "changes.paste": () => "Paste or upload again:",
  "changes.delete": () => "Delete on the site:",
  "changes.more": ({ count }: { count: number }) => `and ${counted(count, "page")} more; --changes FILE lists all`,
  "changes.others": ({ paths }: { paths: readonly string[] }) => `other files: ${paths.join(", ")}`,
  "build.taken-off": () => "Taken off the site:",
  "build.no-site": () =>
    "malvakt.yaml has no `site`, so search engines are not told the addresses and languages of pages. Write the site's own address: `site: https://www.example-clinic.no`.",
  "build.refused": ({ reason }: { reason: Said }) => `Nothing was taken off the site. ${reason}`,
  "build.refused-next": () => "If it is meant to go, run malvakt build --allow-withdraw. That takes off:",
  "preview.without-terms": ({ problem }: { problem: Said }) => `Terms were not checked. ${problem}`,
  "preview.without-ledger": ({ problem }: { problem: Said }) => `What readers get now is not known. ${problem}`,
  "preview.open": ({ address }: { address: string }) => `Open ${address}`,
  "preview.served": ({ address }: { address: string }) => `Open ${address} (this machine only)`,
  "preview.written": (of: { pages: number; written: number; removed: number }) =>
    `Preview of ${counted(of.pages, "page")}: ${counted(of.written, "file")} written, ${of.removed} removed.`,
  "watch.changed": ({ paths, more }: { paths: readonly string[]; more: number }) =>
    `Changed: ${paths.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  "status.age": ({ reason, days }: { reason: Said; days: number }) =>
    `${reason} (the published version is ${counted(days, "day")} old)`,
  "status.next": ({ what }: { what: Said }) => `next: ${what}`,
  "status.next.check": ({ file }: { file: string }) => `malvakt check ${file}`,
  "status.next.build": () => "malvakt build",
  "status.next.draft": ({ page, language }: { page: string; language: string }) =>
    `malvakt draft ${page} --lang ${language}`,
  "status.next.key": ({ page, language, file }: { page: string; language: string; file: string }) =>
    `translate the missing and the changed texts in ${file}; or set DEEPL_AUTH_KEY, which DeepL needs, and run malvakt draft ${page} --lang ${language}`,
  "status.next.translate": ({ file }: { file: string }) => `translate the missing and the changed texts in ${file}`,
  "status.next.review": ({ file }: { file: string }) =>
    `review ${file}, and clear the fuzzy mark where the text is right`,
  "status.next.approve": ({ file }: { file: string }) => `malvakt approve ${file} --by NAME`,
  "check.not-corrected": ({ problem }: { problem: Said }) => `not corrected. ${problem}`,
  "check.only-by-hand": ({ actual, words }: { actual: string; words: string }) =>
    `not corrected: change “${actual}” to “${words}” by hand here.`,
  "withdraw.no-person": ({ problem }: { problem: Said }) =>
    `--by needs the name of a person who withdraws it: ${problem}.`,
  "withdraw.who": () => "Who withdraws it is missing. Give a person's name: --by NAME",
  "approve.who": () => "The signer is missing. Give a person's name: --by NAME",
  "approve.no-person": ({ problem }: { problem: Said }) =>
    `--by needs the name of a person who has read the texts: ${problem}.`,
  "terms.unwritable": ({ path, problems }: { path: string; problems: readonly Said[] }) =>
    `${path} cannot be written as TBX: ${problems.join(" ")}`,
  "terms.exported": ({ path, count }: { path: string; count: number }) => `${path}: ${counted(count, "concept")}`,
  "terms.score-summary": (of: { sentences: number; falseAlarms: number; clean: number }) =>
    `${counted(of.sentences, "sentence")}; false alarms on ${of.falseAlarms} of the ${of.clean} with nothing to find.`,
  "init.done": ({ folder, paths }: { folder: string; paths: readonly string[] }) =>
    `New project in ${folder}: ${paths.join(", ")}`,
  "init.next": ({ command }: { command: string }) => `Next: ${command}`,
  "disk.not-written": ({ path, problem }: { path: string; problem: Said }) => `${path} was not written. ${problem}`,
  "engine.glossary-failed": ({ detail }: { detail: Said }) =>
    `DeepL did not take the termbase as a glossary, so drafts are made without it; terms are still checked. ${detail}`,
  "engine.glossary-dropped": ({ detail }: { detail: Said }) =>
    `${detail} Drafts are made without it; terms are still checked.`,
  "draft.left": ({ units, reason }: { units: number; reason: Said }) =>
    `${counted(units, "unit")} left untranslated: ${reason}`,
  "deepl.text-malformed": ({ problem }: { problem: Said }) =>
    `The text is not well-formed and was not sent: ${problem}`,
  "deepl.answer-malformed": ({ problem }: { problem: Said }) => `DeepL's answer is not well-formed: ${problem}`,
  "deepl.server-says": ({ detail, words }: { detail: Said; words: string }) => `${detail} The server says: ${words}`,

  // The review page
  "review.cannot": ({ problem }: { problem: Said }) => `Cannot be approved: ${problem}`,
  "review.served": ({ file, address }: { file: string; address: string }) =>
    `If no browser opens, open ${file}\nor ${address}\nCtrl+C stops the server.`,
};

/** Pages of help, and a line about each command. */
export const help = {
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
content/ is not changed. Everything that leaves the site is listed, and every
file that changed, by page and language.

Exit code 1: errors in source texts or approved texts, an unreadable file, or a
build that would remove much from the site at once. Drafts are not errors.

  --out DIR      write to DIR, and use the ledger there
  --allow-withdraw
                 remove what the build lists, even if it is much at once
  --format F     text (default) or json
  --changes FILE also write what changed to FILE, as a list in Markdown to tick
                 off: which pages and files to paste again or take off the site
  --preview      publish nothing: write whole pages of every language, drafts
                 too, with findings and what is not approved marked, to look at
                 in a browser and to print
  --watch        build again at every change, until Ctrl+C; with --preview the
                 browser shows it at once`,
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
  --since REF    also compare with a commit, branch or tag: each text that was
                 approved then, and each page that was published, and that is
                 gone though its source still stands, is an error
  --all          show all findings: otherwise 20 of each kind, and how many more
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
  "help.status": () => `Usage: malvakt status [page...] [options]

How much is published; then for each page and language the number of texts in
each state, why it is withheld, how old a stale version is, and what to do next.
Of a large site only what needs someone is listed. At the end come what readers
of each language get now (their own text, an earlier one, the source with a
note, or nothing), and the rules that people have waived. Writes nothing.

  page...        only these pages, by id or path: ims, content/nb/ims.md
  --lang L       only this language (may be repeated)
  --state S      only what is source, approved, stale or withheld, or has texts
                 that are untranslated, draft or unsigned
  --format F     text (default) or json`,
  "help.audit.summary": () => "show who approved what, when, and in which commit",
  "help.audit": () => `Usage: malvakt audit [page...] [options]

For each page and language every text with who approved it and when, the hashes
of its source and of the approval, the engine of its draft, and whether it is on
the site now. From git: the commit that brought the approval, its author,
whether it is signed, and where the author is another person than the approval
names. A difference may have good reasons; the commit leads to whoever knows.
Writes nothing.

  malvakt audit --format html > audit.html

Exit code 1: a page or catalog cannot be read.

  page...        only these pages, by id or path: ims, content/nb/ims.md
  --lang L       only this language (may be repeated)
  --format F     text (default), json, or html (one page to print)`,
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
  "help.withdraw.summary": () => "take a page or a translation off the site, or take that back",
  "help.withdraw": () => `Usage: malvakt withdraw PAGE|FILE.po... --by NAME --reason TEXT [options]
       malvakt withdraw PAGE|FILE.po... --undo [options]

Writes who takes a page or a translation off the site, when and why: for a page
into its front matter, for a translation at the head of its catalog. The next
build takes it off. No text and no approval is lost.

  malvakt withdraw ims --by "Kari Nordmann" --reason "the dose is wrong"
  malvakt withdraw ims --lang en --by "Kari Nordmann" --reason "wrong term"

Exit code 1: something could not be withdrawn.

  PAGE           a page by id or path, in all its languages; with --lang only
                 its translation into that language
  --lang L       this language (may be repeated)
  --by NAME      the person who withdraws it
  --reason TEXT  why; whoever looks at the page later reads it
  --undo         take the withdrawal back`,
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
  --tbx N        export: the version of TBX, 3 (default) or 2, for programs that
                 know no other; import reads both
  --dry-run      import: show the changes, write nothing
  --force        import: where the two differ, take what FILE says
  --remove       import: remove concepts that FILE does not have
  --format F     score: text (default), json or markdown
  --failures     score: list each sentence that is not as labelled`,
  "help.init.summary": () => "start a new project that builds at once",
  "help.init": () => `Usage: malvakt init [DIR] [options]

Makes DIR (default: this folder) a project: settings, a first page, a termbase
of a clinic's concepts that guards IMS and others, a package.json with the
commands, a short guide, and lines for git. Files that are there stay as they
are; lines for git are added to theirs. A folder with pages gets no first page.`,
  "help.review.summary": () => "review translations in the browser, beside their source",
  "help.review": () => `Usage: malvakt review [page] [options]

Shows the pages of the project with their translations side by side, in the
browser. There you correct and approve texts one by one. The server runs on this
machine only, until you press Ctrl+C.

  page           the page to begin with, by id or path: ims, content/nb/ims.md
  --lang L       the language to begin with
  --port N       this port, instead of the project's own
  --no-open      do not open a browser`,
};

export const en = {
  ...phrases,
  ...lines,
  ...help,

  // Any file
  "file.conflict": () => "Conflict marker of a git merge. Keep one of the two versions and delete the markers.",
  "character.forbidden": ({ name, kind }: { name: string; kind: Said }) => `${name} is ${kind}; delete it.`,
  "character.written": ({ written, name, kind }: { written: string; name: string; kind: Said }) =>
    `${written} stands for ${name}, which is ${kind}; delete it.`,
  "character.in-value": ({ key, name, kind }: { key: string; name: string; kind: Said }) =>
    `\`${key}\` contains ${name}, which is ${kind}; delete it.`,
  "character.in-key": ({ name, kind }: { name: string; kind: Said }) =>
    `This key contains ${name}, which is ${kind}; delete it.`,
  "unseen.bidi": ({ name }: { name: string }) => `Invisible character that reorders text (${name}); delete it.`,
  "unseen.invisible": ({ name }: { name: string }) => `Invisible character (${name}); delete it.`,
  "unseen.form": ({ name, plain }: { name: string; plain: string }) =>
    `${name} only looks like ${quoted(plain)}; write plain letters and digits.`,
  "unseen.look-alike": ({ name }: { name: string }) =>
    `This word contains look-alike letters of another script (${name}); type it again.`,
  "language.unknown": ({ language, known }: { language: string; known: readonly string[] }) =>
    `Language ${language} is not supported; these are: ${languagesNamed(known)}.`,

  // YAML and XML
  "yaml.syntax": ({ problem }: { problem: string }) => `Invalid YAML: ${problem}.`,
  "yaml.quotes": ({ written }: { written: string }) => `Put the text in quotes: \`${written}\`.`,
  "yaml.colon-blank": ({ written }: { written: string }) => `Write a space after the colon: \`${written}\`.`,
  "yaml.no-key": ({ line }: { line: string }) =>
    `${quoted(line)} has no key; write it as \`key: text\`, or begin the line with # if it is a comment.`,
  "yaml.tab": () => "Tab at the beginning of a line; write spaces.",
  "yaml.duplicate-key": ({ key }: { key: string }) => `Key \`${key}\` is written twice; keep one of them.`,
  "yaml.alias": () => "YAML aliases (*name) are not supported; write the value out.",
  "shape.value": ({ key, must }: { key: string; must: Said }) => `\`${key}\` ${must}.`,
  "shape.file": ({ must }: { must: Said }) => `The file ${must}.`,
  "shape.missing-key": ({ key }: { key: string }) => `Key \`${key}\` is missing.`,
  "shape.unknown-key": ({ key }: { key: string }) => `Unknown key \`${key}\`.`,
  "shape.mistyped-key": ({ key, meant }: { key: string; meant: string }) =>
    `Unknown key \`${key}\`; did you mean \`${meant}\`?`,
  "xml.syntax": ({ problem }: { problem: string }) => `Malformed XML: ${problem}.`,
  "xml.elements": ({ most }: { most: number }) => `More than ${grouped(most)} elements; split the file.`,
  "xml.depth": ({ most }: { most: number }) => `Elements are nested more than ${most} deep.`,
  "xml.size": ({ most }: { most: number }) => `The file has more than ${grouped(most)} characters; split it.`,
  "xml.doctype": () => "DOCTYPE is not allowed, since it can expand a small file to a huge one; remove it.",
  "xml.encoding": ({ encoding }: { encoding: string }) =>
    `The file declares the encoding ${encoding}; save it as UTF-8.`,

  // Settings
  "settings.same-address": ({ language, other, pattern }: { language: string; other: string; pattern: string }) =>
    `\`${language}\` has the same addresses as \`${other}\`: ${pattern}. Give one of them another address.`,
  "settings.source": ({ language }: { language: string }) =>
    `\`${language}\` is the source language; remove it from \`languages\`.`,

  // Pages as files
  "page.empty": () => "This page is empty.",
  "page.nesting": () => "This page is nested too deeply to be read.",
  "page.no-title": () =>
    "This page has no title; write a first heading (`# Title`), or `title: Title` between two lines of --- at the top.",
  "page.toml": () =>
    "Front matter between lines of +++ is TOML, which is not read; write it as YAML: lines of ---, and `title: Title` for `title = 'Title'`.",
  "page.opening-fence": () =>
    "Front matter must begin with a line of exactly ---; it was not read, and no code in it was run.",
  "page.closing-fence": () => "Front matter must end with a line of exactly ---.",
  "page.unclosed": () => "Front matter is not closed; add a line of exactly --- after it.",
  "page.mistyped-key": ({ key, meant }: { key: string; meant: string }) =>
    `Unknown key \`${key}\` is passed on as data; did you mean \`${meant}\`?`,
  "page.lost-name": ({ id }: { id: string }) =>
    `A page cannot be named ${id}, since programs that read the manifest would lose it; rename the file.`,
  "page.file-name": ({ slug }: { slug: string }) =>
    `The file name cannot be an address (${slug}); add a \`slug\` of letters, digits and hyphens.`,
  "page.slug-made": ({ count, path, slug }: { count: number; path: string; slug: string }) =>
    `${count === 1 ? "1 file name is" : `${count} file names are`} not an address, so one was made of ${count === 1 ? "it" : "each"}: ${path} is published as ${slug}. A \`slug\` in the front matter gives another one.`,
  "page.other-ending": ({ ending, count, paths }: { ending: string; count: number; paths: readonly string[] }) =>
    `${count} ${ending} ${count === 1 ? "file is" : "files are"} not published, since pages end in .md or .markdown: ${some(paths, count)}. Rename ${count === 1 ? "it" : "them"}, or move ${count === 1 ? "it" : "them"} out of the folder.`,
  "page.translate": ({ language, known }: { language: string; known: readonly string[] }) =>
    `\`translate\` names ${language}, which is not a language of malvakt.yaml${known.length === 0 ? "" : ` (${known.join(", ")})`}.`,
  "page.same-slug": ({ others, slug }: { others: readonly string[]; slug: string }) =>
    `This page and ${all(others)} have the same slug, ${slug}; give one of them another \`slug\`.`,
  "page.was-present": ({ id }: { id: string }) => `\`was\` names ${id}, which is a page of its own; remove it.`,
  "page.was-taken": ({ id, other }: { id: string; other: string }) =>
    `\`was\` names ${id}, and so does page ${other}; keep it in one of them.`,

  // Limits of pages
  "limit.characters": ({ count, most }: { count: number; most: number }) =>
    `This page has ${grouped(count)} characters; the limit is ${grouped(most)}. Split it into several pages.`,
  "limit.lines": ({ most }: { most: number }) =>
    `This page has more than ${grouped(most)} lines, which takes too much memory. Split it into several pages.`,
  "limit.marks": ({ most }: { most: number }) =>
    `This page has more than ${grouped(most)} marks of emphasis, code, links, tables and HTML, which takes too much memory. Split it into several pages.`,
  "limit.underlines": ({ most }: { most: number }) =>
    `This page has more than ${grouped(most)} lines of === or ---, which takes too long to parse. Write headings with # instead.`,
  "limit.nesting": ({ depth, most }: { depth: number; most: number }) =>
    `Quotes and lists are nested ${depth} deep or more; the limit is ${most}. Remove some > or list markers.`,
  "limit.block-marks": ({ most }: { most: number }) =>
    `This block has more than ${grouped(most)} marks of emphasis, code, links, HTML and line breaks, which takes too long to parse. Split it, or write \\ before marks that are text.`,
  "limit.brackets": ({ most }: { most: number }) =>
    `This block has more than ${grouped(most)} open brackets, which takes too long to parse. Write \\ before brackets that are text.`,
  "limit.line": ({ count, most }: { count: number; most: number }) =>
    `This line has ${grouped(count)} characters; the limit is ${grouped(most)}. Break it up.`,

  // Directives and waivers
  "directive.unknown": () => "Unknown directive.",
  "directive.unknown-kind": ({ kind }: { kind: string }) =>
    `Directive \`i18n:${kind}\` is unknown or its text is missing.`,
  "directive.no-start": () => "`i18n:skip-end` without an `i18n:skip-start` before it at the same level.",
  "directive.no-end": () => "`i18n:skip-start` is never ended; everything after it is left untranslated.",
  "directive.no-target": () => "Nothing follows this directive; put it before the text it is about.",
  "waiver.form": () => "`malvakt-ignore` needs a rule and a reason.",
  "waiver.unused": () => "This malvakt-ignore no longer suppresses anything; remove it.",
  "waiver.outlived": () =>
    "This malvakt-ignore was signed for other texts. If it is right for these too, delete its hash and sign again; otherwise remove it.",
  "waiver.needs-text": ({ rule }: { rule: string }) =>
    `\`${rule}\` is an error, so malvakt-ignore must quote the text it is for; this one has no effect.`,
  "waiver.tags": () => "`tags` guards the structure of published pages and cannot be ignored; remove this.",
  "waiver.no-rule": ({ rule }: { rule: string }) => `Unknown rule ${rule}.`,

  // Links, images and headings
  "link.bare": () => "A bare address does not become a link.",
  "link.address": () => "Link without an allowed address; use https, http, mailto, tel or a path.",
  "link.not-published": ({ page }: { page: string }) =>
    `This link leads to ${quoted(page)}, which is not published now; readers find nothing there until it is.`,
  "link.no-page": ({ page }: { page: string }) => `Page ${page} does not exist.`,
  "link.foreign": ({ href, written }: { href: string; written: string }) =>
    `${href} is how other programs write this page; the link leads to it all the same. Write ${written}.`,
  "link.path": ({ href }: { href: string }) =>
    `${href} leads nowhere; link to the page's file in this folder of pages, such as ../priser.md, or to a whole address.`,
  "link.above": ({ href }: { href: string }) =>
    `${href} leads out of the folder of pages; link to a file inside it, or to a whole address.`,
  "link.mail": ({ written }: { written: string }) => `Link to a mail address without mailto:; write ${written}.`,
  "link.web": ({ written }: { written: string }) => `Link to a site without https://; write ${written}.`,
  "link.no-heading": ({ page, heading }: { page: string; heading: string }) =>
    `Page ${page} has no heading ${heading}.`,
  "link.no-own-heading": ({ heading }: { heading: string }) => `This page has no heading ${heading}.`,
  "found.times": ({ what, count, lines, all }: { what: Said; count: number; lines: string[]; all: number }) =>
    `${what} This is found ${counted(count, "time")}, in ${lines.length === 1 ? "line" : "lines"} ${some(lines, all)}.`,
  "html.medium": ({ tag }: { tag: string }) =>
    `Pages cannot show ${tag}, so readers miss what is in it. Write a link to it: [text](https://…).`,
  "html.form": ({ tag }: { tag: string }) =>
    `Pages cannot have forms, so ${tag} does not work here. Write a link to a page that has the form.`,
  "html.unknown": ({ tag, text }: { tag: string; text: string }) =>
    `HTML does not know ${tag}, so readers do not see it. If it is meant as text, write ${text}; if not, delete it.`,
  "html.unread": ({ sign }: { sign: string }) =>
    `What begins with ${sign} is for programs, and readers do not see it. Write what they should read, or delete it.`,
  "html.open": ({ sign }: { sign: string }) =>
    `${sign} never ends, so what follows it is lost. Close it, or write &lt; in place of < if it is meant as text.`,
  "html.program": ({ tag }: { tag: string }) =>
    `Pages cannot have ${tag}, so it has no effect. Put it into the site's own template, and delete it here.`,
  "html.element": ({ tag }: { tag: string }) =>
    `Pages cannot have ${tag}; its text is published without it. Write Markdown instead, or delete the tags.`,
  "html.attribute": ({ name }: { name: string }) => `The attribute \`${name}\` is not published. Delete it.`,
  "notation.program": ({ mark }: { mark: string }) =>
    `\`${mark}\` is for another program, and stays as it is here. Write what it would show, or delete it.`,
  "notation.container": ({ mark }: { mark: string }) =>
    `\`${mark}\` does not make a box, and readers see it. Write > [!NOTE] and the text below it, each line after >.`,
  "notation.contents": ({ mark }: { mark: string }) =>
    `\`${mark}\` does not make a table of contents, and readers see it. Delete it.`,
  "notation.attributes": ({ mark }: { mark: string }) => `\`${mark}\` has no effect, and readers see it. Delete it.`,
  "notation.wiki": ({ mark }: { mark: string }) =>
    `\`${mark}\` does not make a link or an image. Write [text](page.md) or ![text](image.png).`,
  "notation.inline": ({ mark, write }: { mark: string; write: string }) =>
    `\`${mark}\` is shown as it is. Write \`${write}\`.`,
  "notation.address": ({ mark }: { mark: string }) =>
    `\`${mark}\` is shown as it is, since its address has spaces. Put < and > around the address.`,
  "notation.footnote": ({ mark }: { mark: string }) =>
    `\`${mark}\` is shown as it is, since this page has no such footnote. Add a line ${mark}: with its text, or delete it.`,
  "notation.reference": ({ mark }: { mark: string }) =>
    `\`${mark}\` is shown as it is, since this page has no such address. Write [text](address).`,
  "notation.definition": ({ mark }: { mark: string }) =>
    `\`${mark}\` does not make a definition. Write <dl><dt>word</dt><dd>text</dd></dl>, or a list.`,
  "file.missing": ({ file }: { file: string }) =>
    `There is no file ${file}. Put it there, or correct the path; the address of a site begins with https://.`,
  "file.missing-near": ({ file, meant }: { file: string; meant: string }) =>
    `There is no file ${file}, but there is ${meant}.`,
  "file.outside": ({ href }: { href: string }) =>
    `${href} leads out of the folder content, and only files in it are published. Copy the file into it, and write its path there.`,
  "file.refused": ({ file, ending }: { file: string; ending: string }) =>
    `${file} is not published: files ending in ${ending} may run in a reader's browser or computer. Save it as a PDF, or link to where it is on the web with https://.`,
  "file.no-image": ({ file, endings }: { file: string; endings: readonly string[] }) =>
    `${file} is shown as an image, but is not one. Images end in ${oneOf(endings)}; write a link to any other file: [text](path).`,
  "file.unsound": ({ file, problem }: { file: string; problem: Said }) =>
    `${problem} Until then ${file} is not published.`,
  "file.heavy": ({ file, bytes }: { file: string; bytes: number }) =>
    `${file} has ${megabytes(bytes)}, and readers on a phone wait for it. Save it smaller: 2000 pixels wide is enough, as JPEG or WebP for a photo.`,
  "asset.empty": () => "The file is empty. Copy it here again.",
  "asset.too-large": ({ bytes, most }: { bytes: number; most: number }) =>
    `The file has ${megabytes(bytes)}; at most ${megabytes(most)} are allowed. Save it smaller, or link to where it is on the web.`,
  "asset.too-wide": ({ width, height, most }: { width: number; height: number; most: number }) =>
    `The image is ${width} by ${height} pixels; at most ${grouped(most)} on a side are allowed. Save it smaller: 2000 is enough.`,
  "asset.cut": () => "The file is damaged or was cut off. Copy it here again.",
  "asset.no-image": ({ ending }: { ending: string }) =>
    `The file does not hold an image of the kind ${ending}. Open it in a program for images, and save it as PNG or JPEG.`,
  "asset.other-image": ({ ending, proper }: { ending: string; proper: string }) =>
    `The file ends in ${ending}, but holds an image of the kind ${proper}. Give it the right ending, here and in the page.`,
  "asset.other-content": ({ ending }: { ending: string }) =>
    `The file ends in ${ending}, but holds something else. Save it again as ${ending}.`,
  "svg.refused": ({ line, what }: { line: number; what: Said }) =>
    `Line ${line}: ${what} Save it as plain SVG without scripts and links, or as PNG.`,
  "svg.not-svg": () => "This is not SVG.",
  "svg.holds": ({ what }: { what: string }) => `${what} is not allowed in SVG, which can run programs in a browser.`,
  "svg.no-size": () => "The drawing has no size; it needs a viewBox, or width and height.",
  "image.own-alt": ({ file }: { file: string }) =>
    `${file} is not used: the image has no alternative text, and approving that text is how a person says that a picture for another language is right. Write the text between the brackets of ![].`,
  "image.address": () => "Image without an allowed address; use https or a path.",
  "image.alt": () => "Image without alternative text; write what it shows between the brackets of ![].",
  "heading.jump": ({ from, to }: { from: number; to: number }) => `Heading jumps from level ${from} to level ${to}.`,

  // Catalogs as files
  "catalog.empty": () => "This catalog is empty; restore it from git or delete it.",
  "catalog.no-header": () => "This catalog has no header (a first entry with an empty msgid); restore it from git.",
  "catalog.charset": ({ charset }: { charset: string }) =>
    `The header gives the charset as ${charset}; catalogs must be UTF-8.`,
  "catalog.carriage-return": () => "Carriage return (U+000D) without a line feed; lines must end in a line feed.",
  "catalog.msgcat": () => "Marker of a msgcat merge; keep one of the texts it joined.",
  "catalog.duplicate": ({ line }: { line: number }) =>
    `Duplicate entry, first in line ${line}; keep the right one and delete the other.`,
  "catalog.comment": () => "Comment inside an entry; move it before the entry.",
  "catalog.line": () => "Expected a comment, a keyword with a quoted text, or a continued text.",
  "catalog.plural": () => "Plural forms are not supported; an entry has one msgid and one msgstr.",
  "catalog.domain": () => "`domain` is not supported; delete the line.",
  "catalog.loose-text": () => "Quoted text without a keyword before it.",
  "catalog.repeated": ({ keyword }: { keyword: string }) => `Second ${keyword} in one entry; keep the right one.`,
  "catalog.order": ({ keyword }: { keyword: string }) =>
    `${keyword} is out of order; the order is msgctxt, msgid, msgstr.`,
  "catalog.half-obsolete": () => "Some lines of this entry begin with #~ and some do not; it must be all or none.",
  "catalog.no-msgid": () => "Entry without msgid; the file may be cut off.",
  "catalog.no-msgstr": () => "Entry without msgstr; the file may be cut off.",
  "catalog.empty-msgid": () => "Empty msgid; only the header, the first entry, may have one.",
  "catalog.unclosed": () => "Closing quotation mark is missing; the file may be cut off.",
  "catalog.escape": () => "Unknown escape sequence.",
  "catalog.after-quote": () => 'Text after the closing quotation mark; inside a text, write " as \\".',
  "catalog.language": ({ stated, folder }: { stated: string; folder: string }) =>
    `The header gives the language as ${stated}, but the file is in the folder of ${folder}.`,
  "page.other-folder": ({ folder, count, meant }: { folder: string; count: number; meant: string }) =>
    `${count === 1 ? "1 page in" : `${count} pages in`} ${folder} ${count === 1 ? "is" : "are"} not read. Rename the folder to ${meant}.`,
  "catalog.unknown-language": ({
    language,
    count,
    meant,
    isSupported,
  }: {
    language: string;
    count: number;
    meant: string | undefined;
    isSupported: boolean;
  }) =>
    `${language} is not a language of malvakt.yaml: ${count === 1 ? "its catalog is" : `its ${count} catalogs are`} kept as memory, and nothing new of it is published. ${meant !== undefined ? `Rename the folder to ${meant}.` : isSupported ? `Add it under \`languages\` to use ${count === 1 ? "it" : "them"} again, or delete the folder.` : "Delete the folder, or move what is in it."}`,
  "catalog.no-page": ({ count, paths }: { count: number; paths: readonly string[] }) =>
    `${count === 1 ? "1 catalog has" : `${count} catalogs have`} no page and ${count === 1 ? "is" : "are"} kept as translation memory: ${some(paths, count)}. If a page moved, write its earlier id under \`was\` in its front matter. Delete what no page will need again.`,
  "catalog.moved": ({ count, paths }: { count: number; paths: readonly string[] }) =>
    `${count === 1 ? "The page of 1 catalog has" : `The pages of ${count} catalogs have`} moved; what was approved is memory for ${count === 1 ? "its" : "their"} new place: ${some(paths, count)}. Delete ${count === 1 ? "it" : "them"} when \`malvakt draft\` has made the new ${count === 1 ? "catalog" : "catalogs"}.`,
  "catalog.old-signatures": ({ count, path }: { count: number; path: string }) =>
    `${count === 1 ? "1 text is signed in the old format, without a language, and is" : `${count} texts are signed in the old format, without a language, and are`} not approved. Sign again with \`malvakt approve ${path} --by NAME\`.`,
  "picture.changed": ({ picture }: { picture: string }) =>
    `This text was approved with another picture than ${picture} is now. Run \`malvakt draft\`, look at the picture, and sign again.`,
  "picture.unsure": ({ picture }: { picture: string }) =>
    `This text was approved for another text, or with another picture than ${picture}. Look at both, and sign again.`,
  "picture.outdated": ({ picture }: { picture: string }) =>
    `${picture} is another picture than this catalog names. Run \`malvakt draft\`, look at the picture, and sign again.`,
  "catalog.emptied": ({ count, path }: { count: number; path: string }) =>
    `${count === 1 ? "1 draft or approval has" : `${count} drafts or approvals have`} no text: another program emptied ${count === 1 ? "it" : "them"}. Restore ${path} from git, or let \`malvakt draft\` take back what memory and git have.`,
  "slug.form": () =>
    "A slug consists of letters of one script, digits, - and _, with / between folders, and is not a name reserved by a system.",

  // Tags of unit texts
  "tag.foreign": ({ name }: { name: string }) =>
    `A tag must be a bare name such as <${name}>, without attributes; comments and other markup are not allowed.`,
  "tag.ampersand": () => "& without a character reference.",
  "tag.less-than": () => "< without a tag.",
  "tag.unknown-character": ({ sign }: { sign: string }) => `Unknown character reference ${sign}.`,
  "tag.html-character": ({ sign }: { sign: string }) =>
    `${sign} is an HTML reference; write the character itself, or its number.`,
  "tag.unclosed": ({ name }: { name: string }) => `<${name}> is never closed; write </${name}> after its last word.`,
  "tag.not-empty": ({ name }: { name: string }) => `<${name}> is never closed; write <${name}/>.`,
  "tag.crossed": ({ name, open }: { name: string; open: string }) => `</${name}> closes a tag while <${open}> is open.`,
  "tag.not-open": ({ name }: { name: string }) => `</${name}> closes a tag that is not open.`,
  "tag.depth": ({ most }: { most: number }) => `Tags are nested more than ${most} deep.`,
  "tag.added": ({ tag }: { tag: Said }) => `The source has no ${tag} here.`,
  "tag.missing": ({ tag, write }: { tag: Said; write: string }) =>
    `${tag} of the source is missing; write ${write} where it belongs.`,
  "tag.code": () => "Code differs from the source.",
  "tag.content": ({ tag }: { tag: Said }) =>
    `${tag} must have text where its source has text, and be empty where it is empty.`,
  "tag.nesting": () => "Tags are nested differently than in the source.",

  // Translations beside their sources
  "number.differs": ({ source, target }: { source: string; target: string }) =>
    `The source has ${quoted(source)}, the translation ${quoted(target)}.`,
  "number.missing": ({ source }: { source: string }) =>
    `${quoted(source)} in the source is missing in the translation.`,
  "number.missing-write": ({ source, write }: { source: string; write: string }) =>
    `${quoted(source)} in the source is missing in the translation; write ${quoted(write)} where it belongs.`,
  "number.added": ({ target }: { target: string }) => `${quoted(target)} is not in the source.`,
  "number.no-unit": ({ source }: { source: string }) =>
    `The source has ${quoted(source)}, the translation has no unit.`,
  "side.swapped": ({ source, target }: { source: Said; target: Said }) =>
    `The source has ${source}, the translation ${target}.`,
  "side.missing": ({ sides }: { sides: readonly Said[] }) =>
    `The source has ${all(sides)}, the translation names no such side.`,
  "side.added": ({ side }: { side: Said }) => `The translation has ${side}, which is not in the source.`,
  "negation.missing": ({ source }: { source: string }) =>
    `The source has the negation ${quoted(source)}, the translation has none.`,
  "negation.added": ({ target }: { target: string }) =>
    `The translation has the negation ${quoted(target)}, the source has none.`,
  "bidi.shown": ({ text, shown, language }: { text: string; shown: string; language: string }) =>
    `${quoted(text)} is displayed as ${quoted(shown)}, since ${language} is written from right to left.`,
  "bidi.unended": ({ name }: { name: string }) => `${name} is never ended and reorders all text after it; delete it.`,
  "bidi.reorders": ({ name, text }: { name: string; text: string }) =>
    `${name} reorders ${quoted(text)} invisibly; delete it.`,
  "bidi.stray": ({ name }: { name: string }) => `${name} ends nothing and reorders text invisibly; delete it.`,
  "bidi.beside": ({ name }: { name: string }) => `${name} reorders the text beside it invisibly; delete it.`,
  "untranslated.same": ({ source }: { source: string }) =>
    `The translation repeats the source ${quoted(source)} word for word.`,
  "untranslated.words": ({ text }: { text: string }) => `${quoted(text)} is copied from the source.`,
  "untranslated.word": ({ text, language }: { text: string; language: string }) =>
    `${quoted(text)} is copied from the source; ${language} does not have all its letters.`,
  "untranslated.language": ({ text, met, language }: { text: string; met: string; language: string }) =>
    `${quoted(text)} is ${met}, not ${language}.`,
  "untranslated.script": ({ script, language }: { script: Said; language: string }) =>
    `The text is not in ${script} letters, in which ${language} is written.`,
  "untranslated.mixed-scripts": ({ text, scripts }: { text: string; scripts: readonly Said[] }) =>
    `${quoted(text)} mixes ${all(scripts)} letters.`,
  "untranslated.other-script": ({ text, script, language }: { text: string; script: Said; language: string }) =>
    `${quoted(text)} is in ${script} letters, in which ${language} is not written.`,
  "leak.joined": ({ text }: { text: string }) =>
    `${quoted(text)} marks two joined catalogs; keep one of the translations.`,
  "leak.markdown": ({ text }: { text: string }) =>
    `${quoted(text)} is Markdown, which readers would see; use tags such as <strong>.`,
  "leak.markup": ({ text }: { text: string }) => `${quoted(text)} is markup, which readers would see.`,
  "leak.placeholder": ({ text }: { text: string }) =>
    `${quoted(text)} looks like a placeholder or code; the source has none.`,
  "leak.unknown-word": ({ text }: { text: string }) =>
    `${text} before a word, as engines mark words they do not know; the source has none.`,
  "length.no-words": () => "The translation has no words.",
  "length.long": ({ times }: { times: number }) =>
    `The translation is ${times >= 10 ? "more than ten" : times} times as long as the source, adjusted for language.`,
  "length.short": ({ percent }: { percent: number }) =>
    `The translation has only ${percent} % of the source's length, adjusted for language.`,
  "length.cut": ({ mark }: { mark: string }) =>
    `The source ends with ${quoted(mark)}; the translation breaks off or lacks its last mark.`,
  "quotes.pair": ({ open, close, language }: { open: string; close: string; language: string }) =>
    `${open}…${close} are not the quotation marks of ${language} here.`,
  "quotes.opening": ({ mark, language }: { mark: string; language: string }) =>
    `${mark} is not an opening quotation mark of ${language} here.`,
  "quotes.closing": ({ mark, language }: { mark: string; language: string }) =>
    `${mark} is not a closing quotation mark of ${language} here.`,
  "quotes.unclosed": ({ mark }: { mark: string }) => `${mark} opens a quotation that is never closed.`,
  "quotes.unopened": ({ mark }: { mark: string }) => `${mark} closes a quotation that was never opened.`,
  "space.before-text": () => "Space before the text.",
  "space.after-text": () => "Space after the text.",
  "space.double": () => "Two spaces in a row.",
  "space.before-mark": () => "Space before punctuation.",
  "space.after-sentence": () => "No space after the sentence.",
  "space.after-mark": () => "No space after punctuation.",
  "space.line-breaks": ({ source, target }: { source: number; target: number }) =>
    `The source has ${source === 0 ? "no line breaks" : many(source, "line break")}, the translation ${target === 0 ? "none" : target}.`,
  "space.at-tag": ({ tag }: { tag: string }) => `Two words run together at ${tag}.`,
  "word.doubled": ({ word }: { word: string }) => `${quoted(word)} is repeated.`,
  "consistent.other": ({ source, translation }: { source: string; translation: string }) =>
    `${quoted(source)} is translated ${quoted(translation)} elsewhere.`,
  "consistent.either": ({ source, translation }: { source: string; translation: string }) =>
    `${quoted(source)} is translated ${quoted(translation)} elsewhere; change one of the two.`,
  "tag.moved-in": ({ text, tag, source }: { text: string; tag: string; source: string }) =>
    `${quoted(text)} is inside <${tag}>, where the source has only ${quoted(source)}.`,

  // Terms
  "term.deprecated": ({ term }: { term: string }) => `${quoted(term)} is a deprecated term.`,
  "term.deprecated-write": ({ term, write }: { term: string; write: string }) =>
    `${quoted(term)} is a deprecated term; write ${quoted(write)}.`,
  "term.confused": (of: { one: string; other: string; definitions: readonly Said[]; apart: string }) =>
    `The text equates ${quoted(of.one)} and ${quoted(of.other)}, which are different things${aside(of.definitions)}. Write ${quoted(of.apart)}, or name each on its own: no brackets, slash or “or” between them.`,
  "term.close": ({ one, other, apart }: { one: string; other: string; apart: string }) =>
    `${quoted(one)} and ${quoted(other)} stand close together, and nothing keeps them apart. If a reader could take them for the same, write ${quoted(apart)}.`,
  "term.confused-across": (of: {
    one: string;
    other: string;
    line: number;
    definitions: readonly Said[];
    apart: string;
  }) =>
    `Together with line ${of.line}, the text equates ${quoted(of.one)} and ${quoted(of.other)}, which are different things${aside(of.definitions)}. Write ${quoted(of.apart)}, or name ${quoted(of.other)} outside this list or sentence.`,
  "term.confused-heading": (of: {
    one: string;
    other: string;
    line: number;
    definitions: readonly Said[];
    apart: string;
  }) =>
    `The heading in line ${of.line} says ${quoted(of.one)}, the text below it ${quoted(of.other)}: a reader takes them for the same, and they are different things${aside(of.definitions)}. Write ${quoted(of.apart)}, or another heading.`,
  "term.swapped": ({ source, target, definitions }: { source: string; target: string; definitions: readonly Said[] }) =>
    `${quoted(source)} in the source and ${quoted(target)} in the translation are different things${aside(definitions)}.`,
  "term.missing": ({ source }: { source: string }) =>
    `The translation has no term for ${quoted(source)} in the source.`,

  // The termbase
  "termbase.same-id": ({ id, first, second }: { id: string; first: number; second: number }) =>
    `Concepts number ${first} and ${second} have the same id, ${id}.`,
  "termbase.distinct-itself": () => "A concept cannot be distinct from itself.",
  "termbase.no-concept": ({ id }: { id: string }) => `Unknown concept ${id}.`,
  "termbase.contradiction": ({ term, id, other }: { term: string; id: string; other: string }) =>
    `${quoted(term)} names both ${id} and ${other}, which are distinct from each other.`,
  "termbase.same-term": ({ term, id }: { term: string; id: string }) => `${quoted(term)} is listed twice for ${id}.`,
  "termbase.two-statuses": ({ term, id, one, other }: { term: string; id: string; one: string; other: string }) =>
    `${quoted(term)} is listed twice for ${id}, as ${one} and as ${other}.`,

  // Labelled sentences
  "corpus.json": ({ problem }: { problem: string }) => `Invalid JSON: ${problem}.`,
  "corpus.field": ({ field, problem }: { field: string; problem: string }) => `\`${field}\`: ${problem}.`,
  "corpus.line": ({ problem }: { problem: string }) => `A line must be one JSON object: ${problem}.`,
  "corpus.rule": ({ rule }: { rule: string }) => `Unknown term rule ${rule}.`,
  "corpus.no-source": ({ rule }: { rule: string }) => `${rule} is about a translation and needs a \`source\`.`,
  "corpus.no-concept": ({ rule }: { rule: string }) => `A label of ${rule} needs the \`concept\` of the source.`,
  "corpus.no-match": ({ rule }: { rule: string }) => `A label of ${rule} needs the \`match\` in the text.`,

  // TBX
  "tbx.root": ({ name }: { name: string }) => `Not a TBX file: it begins with <${name}>.`,
  "tbx.style": () => "This is TBX in DCT style; only DCA style is read. Export it as TBX v3, TBX-Basic, DCA style.",
  "tbx.no-namespace": () => "This <tbx> has no namespace, so it is not TBX v3 (ISO 30042:2019).",
  "tbx.namespace": ({ namespace }: { namespace: string }) =>
    `The namespace ${namespace} is not that of TBX v3 (ISO 30042:2019).`,
  "tbx.same-id": ({ id }: { id: string }) => `Two concept entries have the id ${id}.`,
  "tbx.several": ({ first, count }: { first: Said; count: number }) =>
    `${first} Found in ${count} places; this is the first.`,
  "tbx.no-place": ({ element }: { element: string }) => `${element} has no counterpart in a termbase and was left out.`,
  "tbx.no-id": ({ id }: { id: string }) => `Concept without an id was read as ${id}.`,
  "tbx.read-as": ({ written, id }: { written: string; id: string }) => `Concept ${written} was read as ${id}.`,
  "tbx.reference": () => "Reference to no other concept of the file was left out.",
  "tbx.second-definition": () => "Second definition in one language was left out.",
  "tbx.language": ({ language }: { language: string }) => `Language ${language} is not supported and was left out.`,
  "tbx.language-read-as": ({ written, language }: { written: string; language: string }) =>
    `Language ${written} was read as ${language}.`,
  "tbx.same-term": ({ term }: { term: string }) => `${quoted(term)} is listed twice for one concept; one was left out.`,
  "tbx.empty-term": () => "Term without letters or digits was left out.",
  "tbx.no-status": ({ term }: { term: string }) =>
    `${quoted(term)} has no administrative status and was read as admitted.`,
  "tbx.status": ({ written, status }: { written: string; status: string }) =>
    `Status ${written} was read as ${status}.`,
  "tbx.acronym": () => "Term type acronym was read as abbreviation.",
  "tbx.type": ({ type }: { type: string }) => `Term type ${type} was left out.`,
  "tbx.unwritable": ({ id, part, character }: { id: string; part: Said; character: string }) =>
    `${id}: ${part} contains ${character}, which XML cannot hold.`,
  "tbx.language-code": ({ id, code }: { id: string; code: string }) => `${id}: ${code} is not a language code.`,

  // Builds
  "build.no-pages": ({ folder }: { folder: string }) => `No pages found in ${folder}.`,
  "site.file-missing": ({ path, why }: { path: string; why: Said }) =>
    `The published file ${path} is missing and cannot be made again: ${why}. Restore it from git.`,
  "site.file-changed": ({ path, why }: { path: string; why: Said }) =>
    `The published file ${path} has been changed and cannot be made again: ${why}. Restore it from git.`,
  "site.file-lost": ({ path, file }: { path: string; file: string }) =>
    `${file}, which the published file ${path} shows or links to, is gone or changed and cannot be made again. Restore it from git.`,
  "site.no-fragment": ({ path }: { path: string }) =>
    `The published file ${path} is not a fragment of this page and language. Restore it from git.`,
  "site.same-address": ({ language, other }: { language: string; other: string }) =>
    `In ${language} this page has the same address as ${other}; give one of them another slug.`,
  "site.same-address-across": ({
    language,
    other,
    otherLanguage,
    url,
  }: {
    language: string;
    other: string;
    otherLanguage: string;
    url: string;
  }) =>
    `In ${language} this page has the same address as ${other} in ${otherLanguage}: ${url}. Give one of them another slug, or one of the languages another address in malvakt.yaml.`,
  "catalog.withdrawn-elsewhere": () =>
    "This line takes nothing off the site. Write `# withdrawn: DATE NAME: reason` at the head of the file, above the first msgid, or remove it.",
  "site.unnamed": ({ ledger }: { ledger: string }) =>
    `This file looks like a published page, but ${ledger} does not list it. Restore ${ledger} from git, or delete the file.`,
  "embed.no-assets": () =>
    "The address of embed.js is where it lies beside this file. Set assets in malvakt.yaml to where dist/ is served, and it is written here whole.",
  "build.output-elsewhere": ({ folder, problem }: { folder: string; problem: Said }) =>
    `${folder} cannot be written: ${problem}. Use --out for a folder elsewhere.`,
  "audit.nothing": () => "No translations to audit.",
  "audit.unreadable": () => "The file cannot be read; see malvakt check.",
  "audit.no-git": ({ problem }: { problem: Said }) =>
    `Which commits brought the approvals, and who made them, is not known: ${problem}.`,
  "audit.shallow": () =>
    "Not all of the history is here (a shallow clone), so some approvals seem younger than they are. Fetch the rest with git fetch --unshallow.",
  "loss.restore": ({ word, file }: { word: string; file: string }) =>
    `Get the file back: \`git checkout ${word} -- ${file}\`.`,
  "loss.copy": ({ word, file }: { word: string; file: string }) =>
    `Copy its entry back from \`git show ${word}:./${file}\`.`,
  "loss.copy-or-approve": ({ word, file, now }: { word: string; file: string; now: string }) =>
    `Copy its entry back from \`git show ${word}:./${file}\`, or read the text and sign it with \`malvakt approve ${now} --by NAME\`.`,
  "loss.translation": (of: {
    page: string;
    language: string;
    names: readonly string[];
    date: string;
    since: string;
    word: string;
    folder: string;
  }) =>
    `${of.page} (${of.language}), approved ${of.names.length === 0 ? "" : `by ${all(of.names)} `}on ${of.date}, was published at ${of.since} and is not now, and nothing says why. Get it back: \`git checkout ${of.word} -- ${of.folder}\`, then \`malvakt build\`.`,
  "loss.page": (of: { page: string; language: string; since: string; word: string; folder: string }) =>
    `${of.page} (${of.language}) was published at ${of.since} and is not now, and nothing says why. Get it back: \`git checkout ${of.word} -- ${of.folder}\`, then \`malvakt build\`.`,
  "since.no-git": ({ problem }: { problem: Said }) => `--since compares with a commit, but ${problem}.`,
  "since.unknown": ({ name }: { name: string }) =>
    `Git knows no commit named ${name}. Give --since a commit, branch or tag.`,
  "since.cut": ({ name }: { name: string }) =>
    `Git knows no commit named ${name}, and not all of the history is here (a shallow clone). Fetch it with git fetch --unshallow.`,
  "since.nothing": ({ name }: { name: string }) => `At ${name} the project had no files, so nothing was compared.`,
  "since.object-missing": ({ path, name }: { path: string; name: string }) =>
    `Git does not have ${path} of ${name} on this machine. Fetch the whole history, and run the check again.`,
  "since.unreadable": ({ path, name }: { path: string; name: string }) =>
    `${path} could not be read at ${name} either, so nothing of it was compared.`,
  "since.ledger": ({ path, name }: { path: string; name: string }) =>
    `${path} cannot be read at ${name}. Compare with another commit.`,
  "changes.none": () => "Nothing on the site has changed.",
  "build.changes-inside": ({ file, folder }: { file: string; folder: string }) =>
    `A list of changes cannot stand in ${folder} (${file}). Give --changes a file elsewhere.`,
  "build.changes-other": ({ file }: { file: string }) =>
    `${file} is not a list of changes that a build wrote, so it is not replaced. Give --changes another file.`,
  "build.output-holds-project": ({ folder }: { folder: string }) =>
    `--out ${folder} holds the project itself; choose a folder for the built files alone.`,
  "site.leftover": ({ ledger }: { ledger: string }) =>
    `This file looks like a published page, but there is no ${ledger} that lists it, and it cannot be made again. Restore ${ledger} from git, or delete the file.`,
  "refused.no-pages": ({ folder, count }: { folder: string; count: number }) =>
    `No pages found in ${folder}, but ${many(count, "page")} ${count === 1 ? "is" : "are"} published.`,
  "refused.pages": ({ count, total, folder }: { count: number; total: number; folder: string }) =>
    `${count} of ${many(total, "published page")} ${count === 1 ? "is" : "are"} missing in ${folder}.`,
  "refused.languages": ({ languages }: { languages: readonly string[] }) =>
    `${all(languages)} ${languages.length === 1 ? "is" : "are"} published but missing in malvakt.yaml. To pause a language, write \`publish: false\` in its settings.`,
  "refused.wrong": ({ count, total }: { count: number; total: number }) =>
    `${count} of ${many(total, "published fragment")} would be wrong at once, because the termbase, a setting or Målvakt has changed.`,

  // Reports
  "build.figures": ({
    page,
    language,
    date,
    changes,
  }: {
    page: string;
    language: string;
    date: string;
    changes: readonly Said[];
  }) => `${page} (${language}) still shows the text of ${date}: ${changes.join("; ")}.`,
  // Looking before publishing
  "preview.empty": () => "There are no pages yet.",
  "preview.write": ({ texts }: { texts: readonly string[] }) => `Write ${texts.map(quoted).join(" or ")}.`,
  "preview.why": ({ reason }: { reason: Said }) => `The newest text is not published: ${reason}.`,
  "preview.readers-this": () => "Readers get this text.",
  "preview.readers-older": ({ date }: { date: string }) => `Readers get the version of ${date}.`,
  "preview.readers-undated": () => "Readers get an earlier version.",
  "preview.readers-source": ({ language }: { language: string }) => `Readers get the page in ${language}.`,
  "preview.readers-none": () => "Readers do not get this page.",
  "preview.version": ({ version }: { version: string }) => `Version ${version}.`,
  "preview.no-address": () =>
    "Printed without a QR code: set `site` in malvakt.yaml, so that pages have full addresses.",
  "preview.no-code": () => "Printed without a QR code, since this text is not approved and published.",
  "watch.started": () => "Waiting for changes. Stop with Ctrl+C.",
  "watch.stopped": () => "Stopped. All files are whole.",
  "watch.failed": ({ problem }: { problem: Said }) => `Changes cannot be watched: ${problem}.`,

  "report.none": () => "No findings.",
  "report.more": ({ count, files, rule, reason }: { count: number; files: number; rule: string; reason: Said }) =>
    `${reason} And ${count} more of this kind in ${counted(files, "file")} (${rule}).`,
  "report.show-all": () => "See all of them with malvakt check --all.",
  "signing.fuzzy": ({ text }: { text: string }) =>
    `It is marked as needing work (fuzzy); remove the flag if ${quoted(text)} is right.`,
  "signing.count": ({ count, total, only }: { count: number; total: number; only: readonly string[] }) =>
    `Signed ${count} of ${total}${only.map((text) => `: ${quoted(text)}`).join("")}.`,
  "signing.would-count": ({ count, total, only }: { count: number; total: number; only: readonly string[] }) =>
    `Would sign ${count} of ${total}${only.map((text) => `: ${quoted(text)}`).join("")}.`,
  "signing.all": () => "Every text here is approved.",
  "signing.left": ({ left }: { left: readonly Said[] }) => `${left.join(", ")} left; the page is not published.`,

  // What each rule says
  "rule.term-close": () => "A text names two treatments close together, and nothing keeps them apart.",
  "rule.term-confused": () => "The text equates two concepts that are distinct from each other.",
  "rule.term-deprecated": () => "The text uses a deprecated term.",
  "rule.term-swapped": () => "The translation names a concept that is distinct from one of its source's.",
  "rule.term-missing": () => "The source names a concept that the translation has no term for.",
  "rule.tags": () => "The tags of a translation differ from its source's, or do not nest.",
  "rule.number": () => "A number or a unit differs from the source.",
  "rule.laterality": () => "Left or right differs from the source.",
  "rule.negation": () => "The source is negated and the translation is not, or the other way round.",
  "rule.untranslated": () => "A text, or a part of it, is not translated.",
  "rule.bidi": () =>
    "An invisible mark reorders text, or a number that cannot be kept in order would be displayed in another order in a right-to-left text.",
  "rule.length": () => "A translation is far too short or too long for its source.",
  "rule.quotes": () => "Quotation marks are not those of the language, or not in pairs.",
  "rule.whitespace": () => "Spaces or line breaks are missing or misplaced.",
  "rule.doubled-word": () => "A word is repeated.",
  "rule.inconsistent": () => "One text is translated in several ways.",
  "rule.front-matter": () => "The front matter of a page cannot be used as it is.",
  "rule.link-broken": () => "A link leads to a page, heading or address that does not exist.",
  "rule.image-missing": () => "An image or a file that a page leads to does not exist.",
  "rule.html-dropped": () => "HTML that pages cannot have is not published.",
  "rule.notation": () => "A notation of another program is shown to readers as it is written.",
  "rule.alt-missing": () => "An image has no alternative text.",
  "rule.heading-order": () => "Headings skip a level.",
  "rule.file": () => "The file cannot be read or used as it is.",

  // The commands, and the files and engines that they use.
  "cli.command-unknown": ({ name, meant }: { name: string; meant?: string | undefined }) =>
    `Unknown command ${name}.${meant === undefined ? "" : ` Did you mean ${meant}?`} See malvakt --help.`,
  "cli.option-unknown": ({ option, meant }: { option: string; meant?: string | undefined }) =>
    `Unknown option ${option}.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  "cli.option-value-missing": ({ option }: { option: string }) => `${option} needs a value.`,
  "cli.options-apart": ({ option, other }: { option: string; other: string }) =>
    `${option} and ${other} cannot be used together.`,
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
  "cli.language-unknown": ({
    language,
    meant,
    known,
  }: {
    language: string;
    meant: string | undefined;
    known: readonly string[];
  }) =>
    meant === undefined
      ? `Målvakt has no data for the language ${language}. It has: ${languagesNamed(known)}.`
      : `${language} is written ${languagesNamed([meant])} here.`,
  "cli.language-not-in-settings": ({ language, known }: { language: string; known: readonly string[] }) =>
    `${language} is not a language of malvakt.yaml, which has ${languagesNamed(known)}.`,
  "cli.language-of-file": ({ path }: { path: string }) => `The language of ${path} is unknown. State it with --lang.`,
  "cli.date-wrong": ({ given }: { given: string }) => `SOURCE_DATE_EPOCH must be seconds since 1970, not ${given}.`,
  "cli.system-error": ({ path, reason }: { path: string; reason: Said }) =>
    `${path === "" ? "" : `${path}: `}${reason}. Files already written are complete. Fix this and run the command again.`,
  "cli.internal-error-report": () =>
    "Please report this with the command that you ran. Set MALVAKT_DEBUG=1 to see where it happened.",
  "cli.stopped": () => "Stopped. No file is half written; run the command again when you like.",

  "build.more": ({ count }: { count: number }) =>
    `${counted(count, "more line")} not shown: malvakt status finds what needs someone by page, --lang and --state.`,
  "status.more": ({ count }: { count: number }) =>
    `${count} more not shown. Name pages, or use --lang or --state, to see them.`,
  "build.ledger-unreadable": ({ file }: { file: string }) =>
    `${file} cannot be read, and it records what was published. Restore it from git. Nothing was changed.`,

  "check.file-missing": ({ path }: { path: string }) => `No file or folder ${path}.`,
  "check.not-read": ({ ending }: { ending: string }) =>
    `Not checked: ${ending} files are not read. Pages end in .md or .markdown, catalogs in .po.`,
  "check.not-read-among": ({ ending, count, paths }: { ending: string; count: number; paths: readonly string[] }) =>
    `${counted(count, `${ending} file`)} not checked, since pages end in .md or .markdown: ${some(paths, count)}.`,
  "check.without-terms": () =>
    "Terms were not checked: there is no termbase. Name one under `terms` in malvakt.yaml, or with --terms FILE.",
  "check.without-distinct": () =>
    "Nothing keeps treatments apart: the termbase has no `distinctFrom`. Write it for concepts that must never be equated.",
  "check.gone": () => "The file is gone.",
  "check.corrected": ({ count }: { count: number }) => `${counted(count, "correction")} made.`,
  "check.would-correct": ({ count }: { count: number }) =>
    `${counted(count, "correction")} possible; run without --dry-run to make ${count === 1 ? "it" : "them"}.`,

  "withdraw.what": () => "Name a page or at least one .po file to withdraw.",
  "withdraw.why": () => "Why it is withdrawn is missing: --reason with a text of one line.",
  "withdraw.no-file": () => "There is no such file, so there is nothing to withdraw.",
  "withdraw.unreadable": () => "This catalog cannot be read, so nothing was changed in it; malvakt check says why.",
  "withdraw.by-hand": () =>
    'This front matter cannot be changed safely by a program. Write `withdrawn: "DATE NAME: reason"` into it by hand.',
  "withdraw.done": ({ path, name, reason }: { path: string; date: string; name: string; reason: string }) =>
    `${path}: withdrawn by ${name} (${reason}). The next build takes it off the site.`,
  "withdraw.undone": ({ path, date, name }: { path: string; date: string; name: string; reason: string }) =>
    `${path}: the withdrawal of ${date} by ${name} was taken back.`,
  "withdraw.none": ({ path }: { path: string }) => `${path} was not withdrawn; nothing was changed.`,
  "approve.no-files": () => "Name at least one .po file to sign.",
  "approve.other-language": ({ path, language, asked }: { path: string; language: string; asked: string }) =>
    `${path} lies in the folder of ${language}, but --lang says ${asked}.`,
  "approve.stated-language": ({ path, stated, language }: { path: string; stated: string; language: string }) =>
    `${path} states the language ${stated}, but would be signed for ${language}. Correct its header, or move the file.`,

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
  "terms.failures": ({ failures, sentences }: { failures: number; sentences: number }) =>
    `${failures} of ${counted(sentences, "sentence")} are not as labelled.`,

  "init.one-folder": () => "Name one folder.",
  "init.is-project": ({ folder }: { folder: string }) =>
    `There is a project in ${folder} already (malvakt.yaml); nothing was written.`,
  "init.kept": ({ paths }: { paths: readonly string[] }) =>
    `${all(paths)} ${paths.length === 1 ? "was" : "were"} there already and ${paths.length === 1 ? "stays as it is" : "stay as they are"}.`,
  "init.not-written": ({ path }: { path: string }) => `${path} does not hold what was written to it.`,
  "init.raced": ({ path }: { path: string }) => `${path} was made by another program just now; it was left as it is.`,

  "draft.stopped": () =>
    "Stopped. The drafts received so far are saved; run the command again for the rest. At most the request under way is charged twice.",
  "cli.page-unknown": ({ name, pages }: { name: string; pages: readonly string[] }) =>
    `No page ${name}. The pages are ${pages.join(", ")}.`,
  "draft.done": ({ language, parts }: { language: string; parts: readonly Said[] }) =>
    `${language}: ${parts.join(", ")}.`,
  "draft.none-made": ({ language }: { language: string }) => `${language}: nothing was drafted.`,
  "draft.none-needed": ({ language }: { language: string }) => `${language}: nothing to draft.`,
  "draft.would-send": ({ characters, saved }: { characters: number; saved: number }) =>
    `${counted(characters, "character")} would be sent; memory saves ${saved}. Nothing was sent or written.`,
  "draft.page-unreadable": ({ path }: { path: string }) =>
    `${path} cannot be read, so its catalogs were left as they are; \`malvakt check\` says why.`,
  "draft.catalog-skipped": ({ path }: { path: string }) =>
    `${path} cannot be read, so its page is left out; \`malvakt check\` says why.`,
  "draft.catalog-unreadable": ({ path }: { path: string }) =>
    `${path} cannot be read; \`malvakt check\` says why. Correct it and run the same command again.`,
  "draft.catalog-not-written": ({ path, reason }: { path: string; reason: Said }) => `Cannot write ${path}: ${reason}.`,
  "draft.no-answer": () => "There was no answer.",
  "draft.answers-shuffled": () => "The answers came in another order than the texts, so none of them can be trusted.",
  "draft.tags-lost": () => "The tags did not come back whole.",
  "draft.refused-long": ({ answer, source }: { answer: number; source: number }) =>
    `The answer was refused: it has ${counted(answer, "character")}, for a text of ${source}.`,
  "draft.refused-character": ({ name, kind }: { name: string; kind: Said }) =>
    `The answer was refused: it contains ${name}, which is ${kind}.`,
  "draft.refused-unkeepable": () =>
    "The answer was refused: no catalog can hold it, as it looks like a mark that git or msgcat leaves in files.",

  "disk.cannot-read": ({ reason }: { reason: Said }) => `Cannot read this file: ${reason}.`,
  "disk.not-utf-8": ({ line, column }: { line: number; column: number }) =>
    `This file is not UTF-8: invalid byte ${column} in line ${line}. Save it as UTF-8.`,
  "disk.same-name": ({ path, other }: { path: string; other: string }) =>
    `${path} and ${other} are one name: neither the ending nor the way letters are composed (NFC) tells them apart. Rename or delete one of them.`,
  "disk.cannot-write": ({ path, reason }: { path: string; reason: Said }) =>
    `Cannot write ${path}: ${reason}. The file was not changed.`,
  "disk.busy": ({ path }: { path: string }) =>
    `Another program keeps saving ${path}, so nothing was changed in it. Run the command again later.`,
  "disk.kept-aside": ({ path, kept }: { path: string; kept: string }) =>
    `${path}: another program saved this file at the same moment. Its version is in ${kept}; compare the two and copy what is missing.`,
  "lock.held": ({ pid, does }: { pid: number; does: Said }) =>
    `Another command (process ${pid}) is ${does}. Wait until it has finished.`,
  "lock.held-elsewhere": (of: { pid: number; host: string; does: Said; file: string }) =>
    `Another command (process ${of.pid} on the machine ${of.host}) is ${of.does}. Wait until it has finished; if it no longer runs, delete ${of.file}.`,

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
  "engine.apertium-closed": () => "Apertium was closed.",
  "engine.deepl-key-missing": () =>
    "DeepL needs a key. Get one for the DeepL API at https://www.deepl.com/pro-api and set it as DEEPL_AUTH_KEY in the environment, never in a file of the project.",
  "engine.deepl-key-wrong": () =>
    "DEEPL_AUTH_KEY has a space or another character that no key has. Copy the key again.",
  "engine.deepl-address": () =>
    "DEEPL_SERVER_URL must be an https address such as https://api-free.deepl.com, without user name, password or query (http only on this machine). Anything else would send the key unprotected.",
  "engine.deepl-source": ({ language }: { language: string }) => `DeepL does not translate from ${language}.`,
  "engine.no-answer": () => "DeepL gave no answer.",
  "engine.answers-differ": ({ answers, texts }: { answers: number; texts: number }) =>
    `DeepL gave ${counted(answers, "answer")} to ${counted(texts, "text")}. The request was charged, but no answer can be trusted.`,
  "engine.waited": ({ detail, times, seconds }: { detail: Said; times: number; seconds: number }) =>
    `${detail} It was asked ${times} times in ${seconds} seconds, and nothing was charged for this. Earlier drafts are saved; run the same command again later.`,

  "apertium.answer-empty": () => "Apertium gave no text.",
  "apertium.answer-broken": () => "Apertium's answer is broken.",
  "apertium.part-lost": () => "Apertium lost or doubled a part that had to stay as it is.",
  "apertium.space-lost": () => "Apertium lost a space beside a tag.",
  "apertium.tags-moved": () => "The tags came back from Apertium in places where they must not be.",

  "deepl.language-unknown": ({ language }: { language: string }) =>
    `DeepL does not translate into ${language}. Give it another engine in malvakt.yaml (apertium knows nn, da and sv), or translate it by hand.`,
  "deepl.target-unknown": ({
    target,
    language,
    choices,
  }: {
    target: string;
    language: string;
    choices: readonly string[];
  }) => `DeepL has no target ${target} for ${language}. In malvakt.yaml, write ${oneOf(choices)}.`,
  "deepl.formality": ({ language, formality }: { language: string; formality: string }) =>
    `DeepL cannot choose a formality for ${language}. In malvakt.yaml, write formality: prefer_${formality}, or remove it.`,
  "deepl.pins-overlap": () => "Two terms overlap that were to be kept, so this text was not sent.",
  "deepl.text-empty": () => "The text is empty; there is nothing to translate.",
  "deepl.text-control": () => "The text has a control character. Delete it in the page.",
  "deepl.text-keeps": ({ tag }: { tag: string }) => `The text has a tag <${tag}> of its own.`,
  "deepl.answer-empty": () => "DeepL answered with an empty text.",
  "deepl.answer-unreadable": () => "DeepL's answer could not be read.",
  "deepl.term-lost": () => "DeepL lost, repeated or changed a term that was to be kept.",
  "deepl.tag-added": ({ tag }: { tag: string }) => `DeepL put a tag <${tag}> into a plain text.`,
  "deepl.tags-unread": () => "DeepL could not read the tags of this text (400).",
  "deepl.glossary-refused": ({ status }: { status: number }) => `DeepL could not use the glossary (${status}).`,
  "deepl.too-many-requests": ({ status }: { status: number }) => `DeepL is getting too many requests (${status}).`,
  "deepl.redirected": ({ status }: { status: number }) =>
    `The server at DeepL's address sends requests on to another address (${status}). Neither the key nor the text was sent there. Check DEEPL_SERVER_URL, or unset it.`,
  "deepl.status-400": () =>
    "DeepL refused the request as wrong (400). Check the deepl settings of this language in malvakt.yaml.",
  "deepl.status-403": () =>
    "DeepL does not accept the key (403). Check DEEPL_AUTH_KEY: copy the key again from the API keys of your DeepL account, and if DEEPL_SERVER_URL is set, check that the key belongs there.",
  "deepl.status-404": () => "There is no DeepL at this address (404). Check DEEPL_SERVER_URL, or unset it.",
  "deepl.status-413": () => "The text is too long for one request to DeepL (413). Divide the paragraph in the page.",
  "deepl.status-414": () => "The server finds the address too long (414). Check DEEPL_SERVER_URL.",
  "deepl.status-456": () =>
    "DeepL's quota of characters is used up (456). Earlier drafts are saved. Wait for the next billing period, raise the limit in your DeepL account, or draft with another engine; then run the same command again.",
  "deepl.status-500": () => "DeepL has an internal error (500).",
  "deepl.status-502": () => "The connection to DeepL broke on the way (502).",
  "deepl.status-503": () => "DeepL is not available now (503).",
  "deepl.status-504": () => "DeepL took too long (504).",
  "deepl.status": ({ status }: { status: number }) => `DeepL answered with the unexpected status ${status}.`,
  "deepl.silent": ({ code }: { code: string }) => `DeepL did not answer in time (${code}).`,
  "deepl.cut-off": ({ code }: { code: string }) => `The connection to DeepL broke off (${code}).`,
  "deepl.unreachable": ({ code }: { code: string }) => `Cannot reach DeepL (${code}).`,
  "deepl.not-reached": ({ code }: { code: string }) =>
    `Cannot reach DeepL (${code}); nothing was charged. Check the network connection and, if it is set, DEEPL_SERVER_URL. Earlier drafts are saved; run the same command again later.`,
  "deepl.maybe-charged": ({ detail }: { detail: Said }) =>
    `${detail} At most this one request was charged, and it was not sent again, so that nothing is paid for twice. Earlier drafts are saved; run the same command again for the rest.`,

  // The review page
  "review.no-waiver": ({ rule }: { rule: string }) => `Findings of the rule ${rule} cannot be put aside.`,
  "review.no-reason": () => "The reason is missing. Write it in one line.",
  "review.no-text": () => "There is no text to approve. Write one first.",
  "review.pseudo": () => "This is a test text of the engine pseudo, not a translation. Write a translation.",
  "review.conflict": () => "Someone else has changed this text. Choose which one to keep.",
  "review.offline": () => "The server does not answer. What you write is kept in this browser until it does.",
  "review.shut-out": () =>
    "This tab is no longer allowed in. What you wrote is kept. Open the file or the address that malvakt review shows in the terminal.",
  "review.tags-added": ({ count }: { count: number }) => `${many(count, "tag")} added.`,
  "review.no-tag-missing": () => "No tag is missing.",
  "review.nothing-left": () => "All texts on this page are approved.",
  "review.sign-as": () => "Your name is written into the catalog with each text that you approve.",
  "review.unsaved-found": () => "A text that was not saved is kept in this browser.",
  "review.not-there": () => "This page is not in the project in this language.",
  "review.not-writable": () => "A catalog cannot hold this text. Nothing was changed.",
  "review.no-pages": () => "No page matches.",
  "review.no-person": ({ problem }: { problem: Said }) => `This name cannot sign: ${problem}.`,
  "review.unreadable-file": ({ path }: { path: string }) =>
    `The catalog ${path} cannot be read, so nothing was changed. Run malvakt check.`,
  "review.port": ({ given }: { given: string }) => `The port must be a number from 1024 to 65535, not ${given}.`,
  "review.is-withdrawn": ({ name, date, reason }: { name: string; date: string; reason: string }) =>
    `Withdrawn by ${name}, ${date}: ${reason}.`,
};

/** What a sentence adds in brackets, if anything. */
function aside(parts: readonly string[]): string {
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}
