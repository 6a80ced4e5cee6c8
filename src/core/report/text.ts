// Findings for people: grouped by file, each with its line, a caret, and what to write instead.
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { visible } from "./visible.ts";
import { roomFor } from "./wrap.ts";

/** Colours a text for the screen, or does not. */
export type Paint = (colour: Colour, text: string) => string;
export type Colour = "red" | "yellow" | "blue" | "dim" | "bold" | "green";

export const plainPaint: Paint = (_, text) => text;

/** How many equal findings a report shows: of more it says how many there are. */
export const mostEqual = 20;

/**
 * `textOf` gives the text of a file, for the lines that are shown. Of equal findings the first `most` are shown and the
 * rest is counted.
 */
export function reportText(
  all: readonly Finding[],
  textOf: (path: string) => string | undefined,
  paint: Paint,
  locale: Locale,
  most = mostEqual,
): string {
  const { shown: findings, rest } = firstOfEach(all, most, locale);
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byPath.get(finding.path);
    if (own) own.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  const blocks = [...byPath].map(([path, own]) => {
    const lines = linesIn(textOf(path));
    return [paint("bold", visible(path)), ...own.map((finding) => describe(finding, lines, paint, locale))].join("\n");
  });
  const more = rest.length > 0 ? [restOf(rest, all, locale)] : [];
  return [...blocks, ...more, summary(all, paint, locale)].join("\n\n");
}

/** Findings that say the same: an error is mended by its words, of the rest one kind is enough to know. */
function kindOf({ ruleId, severity, reason }: Finding, locale: Locale): string {
  return [ruleId ?? "", severity, severity === "error" ? sentence(reason, locale) : reason.id].join("\n");
}

/** The first findings of each kind in order; of kinds with more the others. */
function firstOfEach(
  findings: readonly Finding[],
  most: number,
  locale: Locale,
): { shown: Finding[]; rest: Finding[][] } {
  const counts = new Map<string, number>();
  const rest = new Map<string, Finding[]>();
  const shown = findings.filter((finding) => {
    const kind = kindOf(finding, locale);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= most) return true;
    const others = rest.get(kind);
    if (others) others.push(finding);
    else rest.set(kind, [finding]);
    return false;
  });
  return { shown, rest: [...rest.values()] };
}

/** How many more there are of each kind, how to see them, and all findings by rule. */
function restOf(rest: readonly Finding[][], all: readonly Finding[], locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const lines = rest.flatMap((more) => {
    const files = new Set(more.map(({ path }) => path)).size;
    return more.slice(0, 1).map(({ ruleId, reason }) => {
      const rule = ruleId ?? sentence(message("report.file"), locale);
      return `  ${say(message("report.more", { count: more.length, files, rule, reason }))}`;
    });
  });
  const byRule = new Map<string, number>();
  for (const { ruleId } of all) {
    const rule = ruleId ?? sentence(message("report.file"), locale);
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  const counts = [...byRule].toSorted(([, one], [, other]) => other - one).map(([rule, count]) => `${rule} ${count}`);
  return [...lines, say(message("report.show-all")), "", counts.join(", ")].join("\n");
}

/** What a check has to say: plain values, that survive JSON. */
export type CheckReport = {
  /** All files that were checked. */
  paths: string[];
  findings: Finding[];
  /** Of the files that the findings are in, the lines that are shown. */
  lines: Record<string, string>;
  /** Why nothing keeps treatments apart in some of the texts; undefined when a termbase does. */
  unguarded: Message | undefined;
};

/** Of the files that findings are in, the lines that they are shown with: texts that have no others. */
export function linesFor(
  findings: readonly Finding[],
  textOf: (path: string) => string | undefined,
): Record<string, string> {
  const wanted = new Map<string, Set<number>>();
  for (const { path, start } of findings) wanted.set(path, (wanted.get(path) ?? new Set()).add(start.line - 1));
  const texts = [...wanted].flatMap(([path, numbers]) => {
    const lines = linesIn(textOf(path))?.slice(0, Math.max(...numbers) + 1);
    return lines ? [[path, lines.map((line, number) => (numbers.has(number) ? line : "")).join("\n")] as const] : [];
  });
  return Object.fromEntries(texts);
}

function linesIn(text: string | undefined): string[] | undefined {
  return text?.replace(/^\uFEFF/u, "").split(/\r\n|\n|\r/u);
}

const colours = { error: "red", warning: "yellow", info: "blue" } as const;

function describe(finding: Finding, lines: string[] | undefined, paint: Paint, locale: Locale): string {
  const { start, severity, ruleId, expected } = finding;
  const place = `${visible(finding.path)}:${start.line}:${start.column}`;
  const level = paint(colours[severity], sentence(message(`report.${severity}`), locale));
  const rule = ruleId === undefined ? "" : paint("dim", `  ${ruleId}`);
  const head = `  ${place}  ${level}  ${visible(sentence(finding.reason, locale))}${rule}`;
  const line = lines?.[start.line - 1];
  const excerpt = line === undefined || line.trim() === "" ? [] : excerptOf(line, finding, paint);
  const texts = expected.slice(0, 10).map((text) => visible(text) || sentence(message("report.nothing"), locale));
  const write = sentence(message("report.write", { texts }), locale);
  return [head, ...excerpt, ...(texts.length > 0 ? [`    ${paint("green", write)}`] : [])].join("\n");
}

/** The most characters of a line that are shown. */
const excerptLength = 100;

function excerptOf(line: string, { start, end }: Finding, paint: Paint): string[] {
  const from = Math.max(0, Math.min(start.column - 1 - excerptLength / 3, line.length - excerptLength));
  const shown = visible(line.slice(from, from + excerptLength));
  const until = end.line === start.line ? end.column : line.length + 1;
  const width = Math.max(1, Math.min(until - start.column, from + excerptLength - start.column + 1));
  const before = " ".repeat(Math.max(0, roomFor(visible(line.slice(from, start.column - 1)))));
  return [
    `    ${paint("dim", "|")} ${shown}`,
    `    ${paint("dim", "|")} ${before}${paint("red", "^".repeat(Math.max(1, roomFor(visible(line.slice(start.column - 1, start.column - 1 + width))))))}`,
  ];
}

/** For example `2 errors, 1 warning`. */
export function summary(findings: readonly Finding[], paint: Paint, locale: Locale): string {
  if (findings.length === 0) return paint("green", sentence(message("report.none"), locale));
  return (["error", "warning", "info"] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(colours[severity], sentence(message(`report.${severity}s`, { count }), locale)))
    .join(", ");
}
