// The lines that Målvakt leaves among an entry's comments: exact forms that prose cannot have. Any other comment is a person's.
import { defaultSeverity } from "../finding.ts";

/** Who or what answers for a text; `hash` binds it to exactly that text. */
export type Signature = { date: string; name: string; hash: string };

export type Line =
  /** `old` is the form of earlier versions: 12 digits, made without the language, after the name. */
  | ({ kind: "draft" | "approved"; old: boolean } & Signature)
  /** The engine that drafted a text which a person has taken over. */
  | { kind: "drafted"; date: string; name: string }
  /** Without a hash it is a translator's wish; signing completes it. */
  | { kind: "waiver"; rule: string; hash: string | undefined; reason: string }
  /** The text that someone began to write over, with its approval if it had one: it stays until someone approves. */
  | { kind: "kept"; text: string; approval: Signature | undefined }
  /** What earlier versions wrote for the translator among people's comments. */
  | { kind: "old-remark" };

/** Comments [from, to) of an entry, and what they say where they have a form of ours. */
export type Reading = { line: Line | undefined; from: number; to: number };

export function draftComment({ date, hash, name }: Signature): string {
  return `draft: ${date} ${hash} ${name}`;
}

export function approvalComment({ date, hash, name }: Signature): string {
  return `approved: ${date} ${hash} ${name}`;
}

export function draftedComment(date: string, engine: string): string {
  return `drafted: ${date} ${engine}`;
}

export function waiverComment(rule: string, hash: string | undefined, reason: string): string {
  return `malvakt-ignore ${rule}${hash === undefined ? "" : ` ${hash}`}: ${reason}`;
}

/** A name holds no quotation mark. */
export function keptComment(text: string, approval: Signature | undefined): string {
  const signed = approval ? `${approval.date} ${approval.hash} ${approval.name}: ` : "";
  return `kept: ${signed}${JSON.stringify(text)}`;
}

const mayBeOurs = /^(?:draft|approved|malvakt-ignore|kept: |finding: |similar: )/u;

/** What one comment says; undefined for a person's. */
export function readLine(comment: string): Line | undefined {
  if (!mayBeOurs.test(comment)) return undefined;
  const approved = /^approved: (\d{4}-\d{2}-\d{2}) ([\da-f]{32}) (\S.*)$/u.exec(comment);
  if (approved) return signature("approved", false, approved[1], approved[2], approved[3]);
  const draft = /^draft: (\d{4}-\d{2}-\d{2}) ([\da-f]{32}) (\S+)$/u.exec(comment);
  if (draft) return signature("draft", false, draft[1], draft[2], draft[3]);
  const drafted = /^drafted: (\d{4}-\d{2}-\d{2}) (\S+)$/u.exec(comment);
  if (drafted) return { kind: "drafted", date: drafted[1] ?? "", name: drafted[2] ?? "" };
  const waiver = /^malvakt-ignore[ \t]+([\w-]+)(?:[ \t]+([\da-f]{32}))?[ \t]*:[ \t]*(\S.*)$/u.exec(comment);
  if (waiver) return { kind: "waiver", rule: waiver[1] ?? "", hash: waiver[2], reason: waiver[3] ?? "" };
  return readKept(comment) ?? readOldLine(comment);
}

function readKept(comment: string): Line | undefined {
  const [, date, hash, name, quoted] =
    /^kept: (?:(\d{4}-\d{2}-\d{2}) ([\da-f]{32}) (\S[^"]*): )?"((?:[^"\\]|\\.)*)"$/u.exec(comment) ?? [];
  if (quoted === undefined) return undefined;
  const text = textIn(quoted);
  if (text === undefined) return undefined;
  const approval = date === undefined || hash === undefined || name === undefined ? undefined : { date, hash, name };
  return { kind: "kept", text, approval };
}

function textIn(quoted: string): string | undefined {
  try {
    return JSON.parse(`"${quoted}"`) as string;
  } catch {
    return undefined;
  }
}

function readOldLine(comment: string): Line | undefined {
  const draft = /^draft: (\S+) (\d{4}-\d{2}-\d{2}) ([\da-f]{12})$/u.exec(comment);
  if (draft) return signature("draft", true, draft[2], draft[3], draft[1]);
  const approved = /^approved: (\d{4}-\d{2}-\d{2}) (\S.*) ([\da-f]{12})$/u.exec(comment);
  if (approved) return signature("approved", true, approved[1], approved[3], approved[2]);
  const finding = /^finding: ([a-z-]+): ./u.exec(comment)?.[1];
  if (finding !== undefined && Object.hasOwn(defaultSeverity, finding)) return { kind: "old-remark" };
  return /^similar: \d{1,3} % [^→]+ → ./u.test(comment) ? { kind: "old-remark" } : undefined;
}

function signature(
  kind: "draft" | "approved",
  old: boolean,
  date: string | undefined,
  hash: string | undefined,
  name: string | undefined,
): Line {
  return { kind, old, date: date ?? "", hash: hash ?? "", name: name ?? "" };
}

/**
 * The comments of an entry with what they say. Other tools fold comments: what is left of a long name is taken
 * together again. A remark of an earlier version is one only beside a draft line of that version.
 */
export function readLines(comments: readonly string[]): Reading[] {
  const readings: Reading[] = [];
  for (let from = 0; from < comments.length;) {
    let line = readLine(comments[from] ?? "");
    let to = from + 1;
    if (!line && comments[from]?.startsWith("kept: ")) ({ line, to } = readFoldedKept(comments, from));
    if (line?.kind === "approved" && !line.old)
      while (
        to < comments.length &&
        isFolded(comments[to - 1] ?? "", comments[to] ?? "") &&
        nameRest.test(comments[to] ?? "")
      ) {
        line.name = unfold(line.name, comments[to] ?? "");
        to++;
      }
    readings.push({ line, from, to });
    from = to;
  }
  const isOld = readings.some(({ line }) => line?.kind === "draft" && line.old);
  return isOld
    ? readings
    : readings.map((one) => (one.line?.kind === "old-remark" ? { ...one, line: undefined } : one));
}

/** A text that a tool has folded over several comments. */
function readFoldedKept(comments: readonly string[], from: number): { line: Line | undefined; to: number } {
  let whole = comments[from] ?? "";
  for (let to = from + 1; to < comments.length && isFolded(comments[to - 1] ?? "", comments[to] ?? ""); to++) {
    whole = unfold(whole, comments[to] ?? "");
    const line = readKept(whole);
    if (line) return { line, to: to + 1 };
  }
  return { line: undefined, to: from + 1 };
}

/** polib and those who use it fold at this column, the mark of the comment included. */
const foldedAt = 78;

/** Whether a comment can be what a tool folded off the end of the comment before: its first word did not fit there. */
export function isFolded(before: string, comment: string): boolean {
  const firstWord = /^[^\s-]*-?/u.exec(comment)?.[0].length ?? 0;
  const used = "# ".length + before.length;
  return used <= foldedAt && used + (before.endsWith("-") ? 0 : 1) + firstWord > foldedAt;
}

/** A text and what a tool folded off its end. */
export function unfold(text: string, rest: string): string {
  return text.endsWith("-") ? text + rest : `${text} ${rest}`;
}

/** The rest of a name: capitalised words and short particles, and nothing that a sentence has. */
const nameRest =
  /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*|\p{Ll}{1,3})(?: (?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*|\p{Ll}{1,3}))*$/u;
