// Changes of an entry in the lines that it has in its file: every byte that a change is not about stays.
import type { Entry } from "./entry.ts";
import { writeQuoted } from "./po-string.ts";

/** A comment of a translator: `#` and no mark of a tool's. `content` is a line without blanks around it. */
export function isTranslatorComment(content: string): boolean {
  return content.startsWith("#") && !(content.length > 1 && ".,=:@!~|".includes(content.charAt(1)));
}

/** The entry with other comments and notes. */
export function withComments(entry: Entry, comments: readonly string[], notes: readonly string[]): Entry {
  return rewrite({ ...entry, comments, notes }, (lines, lineEnd) => {
    const own = new Map<string, string[]>();
    const rest: string[] = [];
    for (const line of lines) {
      const content = line.trim();
      const isNote = content.startsWith("#.");
      if (!isNote && !isTranslatorComment(content)) rest.push(line);
      else {
        const key = isNote ? `#. ${content.slice(2).trim()}` : `# ${content.slice(1).trim()}`;
        const same = own.get(key);
        if (same) same.push(line);
        else own.set(key, [line]);
      }
    }
    const stays = (key: string): string => own.get(key)?.shift() ?? key.trimEnd() + lineEnd;
    return [...comments.map((comment) => stays(`# ${comment}`)), ...notes.map((note) => stays(`#. ${note}`)), ...rest];
  });
}

/** The entry without the mark that someone has to look at it: `fuzzy`, or a workflow flag. */
export function withoutFuzzy(entry: Entry): Entry {
  if (!entry.fuzzy) return entry;
  return rewrite({ ...entry, fuzzy: false }, (lines, lineEnd) => {
    const kept = lines.filter((line) => !/^[ \t]*#[,=]/u.test(line));
    return entry.flags.length === 0 ? kept : beforeTexts(kept, `#, ${entry.flags.join(", ")}${lineEnd}`);
  });
}

/** The entry marked as not to be used without a look. */
export function withFuzzy(entry: Entry): Entry {
  if (entry.fuzzy) return entry;
  return rewrite({ ...entry, fuzzy: true }, (lines, lineEnd) => beforeTexts(lines, `#, fuzzy${lineEnd}`));
}

/** The entry without the text that its translation was made for before. */
export function withoutPrevious(entry: Entry): Entry {
  if (entry.previous === undefined) return entry;
  return rewrite({ ...entry, previous: undefined }, (lines) => lines.filter((line) => !/^[ \t]*#~?\|/u.test(line)));
}

/** The entry with another context. */
export function withContext(entry: Entry, context: string): Entry {
  return rewrite({ ...entry, context }, (lines, lineEnd) => {
    const mark = entry.obsolete ? "#~ " : "";
    const begins = (keyword: string): number =>
      lines.findIndex((line) => new RegExp(`^[ \\t]*(?:#~[ \\t]*)?${keyword}[ \\t]*"`, "u").test(line));
    const id = begins("msgid");
    const old = begins("msgctxt");
    const own = context === "" ? [] : [`${mark}msgctxt ${writeQuoted(context)}${lineEnd}`];
    return [...lines.slice(0, old === -1 ? id : old), ...own, ...lines.slice(id)];
  });
}

/** The entry with another translation. */
export function withText(entry: Entry, text: string): Entry {
  return rewrite({ ...entry, translation: text }, (lines, lineEnd) => {
    const at = lines.findIndex((line) => /^[ \t]*(?:#~[ \t]*)?msgstr[ \t]*"/u.test(line));
    return [...lines.slice(0, at), `${entry.obsolete ? "#~ " : ""}msgstr ${writeQuoted(text)}${lineEnd}`, ""];
  });
}

/** Puts a flag line where gettext has it: after the comments, before the previous text and the texts. */
function beforeTexts(lines: readonly string[], flag: string): string[] {
  const at = lines.findIndex((line) => /^[ \t]*(?:#~|#\||msg)/u.test(line));
  return [...lines.slice(0, at), flag, ...lines.slice(at)];
}

function rewrite(changed: Entry, edit: (lines: string[], lineEnd: string) => string[]): Entry {
  const { raw } = changed;
  if (!raw) return changed;
  // Only "\n" ends a line of a PO file: a text may hold U+2028, which patterns take for a line end too.
  const lineEnd = raw.lines.includes("\r\n") ? "\r" : "";
  return { ...changed, raw: { ...raw, lines: edit(raw.lines.split("\n"), lineEnd).join("\n") } };
}
