// PO text to a catalog, strictly: what other readers let pass in silence is a mistake here, since it loses people's work.
import { message, type Message } from "../messages/message.ts";
import type { Mistake } from "../mistake.ts";
import { readQuoted } from "./po-string.ts";
import type { Catalog, Entry } from "./entry.ts";
import { doubles, headless, isConflictMark, strayCharacters, wrongCharset } from "./mistakes.ts";
import { withProvenContexts, type Expected } from "./proven-context.ts";
import { isTranslatorComment } from "./raw.ts";
import { ineffectiveWithdrawals, withdrawalOf } from "./withdraw.ts";

export type CatalogReading = { catalog: Catalog; mistakes: [] } | { catalog: undefined; mistakes: Mistake[] };

type Field = "msgctxt" | "msgid" | "msgstr" | "previous-msgctxt" | "previous-msgid";
const order: readonly Field[] = ["previous-msgctxt", "previous-msgid", "msgctxt", "msgid", "msgstr"];

/** An entry while its lines are read. */
type Draft = {
  start: number;
  texts: Map<Field, string>;
  last: Field | undefined;
  comments: string[];
  notes: string[];
  flags: string[];
  workflow: string[];
  obsolete: boolean | undefined;
};

/** Where reading stands. */
type Reader = {
  text: string;
  entries: Entry[];
  mistakes: Mistake[];
  header: { text: string; lines: string; start: number } | undefined;
  draft: Draft | undefined;
  /** Offset after the last finished entry. */
  done: number;
};

/**
 * Reads a catalog. With a mistake there is none: half a catalog would look like work that was never done. With what is
 * known of it, contexts that another tool has lost are those that the signatures prove.
 */
export function readCatalog(text: string, expected?: Expected): CatalogReading {
  const reader: Reader = { text, entries: [], mistakes: [], header: undefined, draft: undefined, done: 0 };
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  for (let start = first; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    readLine(reader, text.slice(start, end).replace(/\r$/u, ""), start);
    start = end + 1;
  }
  finishEntry(reader, text.length);
  const { header } = reader;
  const entries = expected ? withProvenContexts(reader.entries, expected) : reader.entries;
  const fields = headerFields(header?.text ?? "");
  const head = header ? text.slice(0, header.start + header.lines.length) : "";
  const mistakes = [
    ...strayCharacters(text),
    ...ineffectiveWithdrawals(text, head),
    ...reader.mistakes,
    ...wrongCharset(text, fields.get("Content-Type")),
    ...doubles(text, entries),
  ];
  if (!header && mistakes.length === 0) mistakes.push(headless(text));
  if (!header || mistakes.length > 0) return { catalog: undefined, mistakes };
  return {
    catalog: {
      entries,
      header: head,
      fields,
      withdrawn: withdrawalOf(head),
      tail: text.slice(reader.done),
      newline: text.includes("\r\n") ? "\r\n" : "\n",
    },
    mistakes: [],
  };
}

function readLine(reader: Reader, line: string, start: number): void {
  const content = line.trim();
  if (content === "") return finishEntry(reader, start);
  const indent = start + line.indexOf(content);
  if (content.includes("#-#-#-#-#")) return fail(reader, start, line.length, message("catalog.msgcat"), []);
  if (isConflictMark(line)) return fail(reader, start, line.length, message("file.conflict"), []);
  const obsolete = /^#~(\|?)[ \t]*/u.exec(content);
  if (obsolete && content.length > obsolete[0].length) {
    return readKeyword(
      reader,
      content.slice(obsolete[0].length),
      indent + obsolete[0].length,
      start,
      true,
      obsolete[1] === "|",
    );
  }
  if (content.startsWith("#|")) {
    const length = (/^#\|[ \t]*/u.exec(content)?.[0] ?? "").length;
    return readKeyword(reader, content.slice(length), indent + length, start, false, true);
  }
  if (content.startsWith("#")) return readComment(reader, content, start);
  readKeyword(reader, content, indent, start, false, false);
}

function draftAt(reader: Reader, start: number): Draft {
  return (reader.draft ??= {
    start,
    texts: new Map(),
    last: undefined,
    comments: [],
    notes: [],
    flags: [],
    workflow: [],
    obsolete: undefined,
  });
}

function readComment(reader: Reader, content: string, start: number): void {
  // A comment after a translation begins the next entry, blank line or not.
  if (reader.draft?.texts.has("msgstr")) finishEntry(reader, start);
  const draft = draftAt(reader, start);
  if (draft.texts.has("msgid") || draft.texts.has("msgctxt"))
    fail(reader, start, content.length, message("catalog.comment"), []);
  const rest = content.slice(2).trim();
  if (isConflictMark(rest) || isConflictMark(content.slice(1).trim()))
    fail(reader, start, content.length, message("file.conflict"), []);
  if (content.startsWith("#.")) draft.notes.push(rest);
  else if (content.startsWith("#,")) for (const flag of flagsIn(rest)) draft.flags.push(flag);
  else if (content.startsWith("#=")) for (const flag of flagsIn(rest)) draft.workflow.push(flag);
  else if (isTranslatorComment(content)) draft.comments.push(content.slice(1).trim());
}

function flagsIn(text: string): string[] {
  return text
    .split(",")
    .map((flag) => flag.trim())
    .filter((flag) => flag !== "");
}

function readKeyword(
  reader: Reader,
  content: string,
  at: number,
  lineStart: number,
  obsolete: boolean,
  previous: boolean,
): void {
  const match = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?|domain)?[ \t]*("[\s\S]*)?$/u.exec(content);
  const [, word, quoted] = match ?? [];
  if (!match || quoted === undefined) return fail(reader, at, content.length, message("catalog.line"), ['msgid "..."']);
  if (word === "msgid_plural" || word?.startsWith("msgstr["))
    return fail(reader, at, word.length, message("catalog.plural"), ["msgid", "msgstr"]);
  if (word === "domain") return fail(reader, at, word.length, message("catalog.domain"), []);
  const field = word === undefined ? undefined : ((previous ? `previous-${word}` : word) as Field);
  if (field === "msgctxt" || field === "msgid" || field?.startsWith("previous-")) {
    if (reader.draft?.texts.has("msgstr")) finishEntry(reader, lineStart);
  }
  const draft = draftAt(reader, lineStart);
  const value = readQuoted(quoted, at + content.length - quoted.length, (...mistake) => fail(reader, ...mistake));
  if (field === undefined) {
    if (draft.last === undefined)
      return fail(reader, at, content.length, message("catalog.loose-text"), ['msgid "..."', 'msgstr "..."']);
    draft.texts.set(draft.last, (draft.texts.get(draft.last) ?? "") + value);
    return;
  }
  if (draft.texts.has(field))
    return fail(reader, at, content.length, message("catalog.repeated", { keyword: word ?? "" }), []);
  if (draft.last !== undefined && order.indexOf(field) < order.indexOf(draft.last))
    return fail(reader, at, content.length, message("catalog.order", { keyword: word ?? "" }), []);
  if (!previous) {
    if (draft.obsolete !== undefined && draft.obsolete !== obsolete)
      return fail(reader, at, content.length, message("catalog.half-obsolete"), []);
    draft.obsolete = obsolete;
  }
  draft.last = field;
  draft.texts.set(field, value);
}

function finishEntry(reader: Reader, end: number): void {
  const { draft } = reader;
  if (!draft) return;
  reader.draft = undefined;
  for (const text of draft.texts.values())
    if (text.includes("\n") ? text.split("\n").some(isConflictMark) : isConflictMark(text))
      fail(reader, draft.start, end - draft.start, message("file.conflict"), []);
  if (draft.texts.size === 0) {
    // Comments alone: they belong to no entry and are kept with what follows.
    return;
  }
  const id = draft.texts.get("msgid");
  const text = draft.texts.get("msgstr");
  const context = draft.texts.get("msgctxt") ?? "";
  if (id === undefined || text === undefined) {
    return fail(
      reader,
      draft.start,
      end - draft.start,
      id === undefined ? message("catalog.no-msgid") : message("catalog.no-msgstr"),
      [id === undefined ? "msgid" : "msgstr"],
    );
  }
  if (id === "") {
    if (context !== "" || reader.header || reader.entries.length > 0)
      return fail(reader, draft.start, end - draft.start, message("catalog.empty-msgid"), []);
    reader.header = { text, lines: reader.text.slice(draft.start, end), start: draft.start };
    reader.done = end;
    return;
  }
  const place = {
    before: reader.text.slice(reader.done, draft.start),
    lines: reader.text.slice(draft.start, end),
    offset: draft.start,
  };
  reader.entries.push({
    context,
    source: id,
    translation: text,
    previous: draft.texts.get("previous-msgid"),
    comments: draft.comments,
    notes: draft.notes,
    flags: [...draft.flags, ...draft.workflow].filter((flag) => flag !== "fuzzy"),
    fuzzy: draft.flags.includes("fuzzy") || draft.workflow.some((flag) => !isFormatFlag(flag)),
    obsolete: draft.obsolete === true,
    raw: place,
    origin: place,
  });
  reader.done = end;
}

/** Flags that say how a text is written; any other flag on a workflow line says that someone wants to look at it. */
function isFormatFlag(flag: string): boolean {
  return /^((no-|possible-|impossible-)?[a-z-]+-format|(no-)?wrap|range:.*)$/u.test(flag);
}

function headerFields(text: string): Map<string, string> {
  return new Map(
    text
      .split("\n")
      .filter((line) => line.includes(":"))
      .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}

function fail(reader: Reader, start: number, length: number, reason: Message, expected: string[]): void {
  reader.mistakes.push({ start, end: start + Math.max(1, length), reason, expected });
}
