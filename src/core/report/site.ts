// What is published and what is not, page by language, for people and for programs.
import { languageOf } from "../language/all.ts";
import type { State } from "../catalog/state.ts";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import type { DecidedSite, Decision, TakenOff } from "../publish/decide.ts";
import type { Waived } from "../waivers.ts";
import type { Paint } from "./text.ts";
import { visible } from "./visible.ts";
import { wrapped } from "./wrap.ts";

const signs = {
  source: ["green", message("build.source")],
  approved: ["green", message("build.published")],
  stale: ["yellow", message("build.stale")],
  withheld: ["red", message("build.withheld")],
} as const;

/** Room for the longest of the words that say what became of a page. */
function signWidth(locale: Locale): number {
  return Math.max(...Object.values(signs).map(([, word]) => sentence(word, locale).length));
}

/** A page in one language, for which a person may wait. */
export type SiteRow = {
  page: string;
  language: string;
  status: Decision["status"];
  /** Why the newest text is not published. */
  reason: Message | undefined;
  /** Date of the text that is published, for stale ones. */
  since: string | undefined;
  units: Record<State, number> | undefined;
  /** What would do something now; undefined when nothing is to be done, or only a person can decide what. */
  next: Message | undefined;
};

/** What a build, or a look at what one would do, has to say: plain values, that survive JSON. */
export type SiteReport = {
  rows: SiteRow[];
  findings: Finding[];
  /** Of the files that the findings are in, the lines that are shown. */
  lines: Record<string, string>;
  waived: Waived[];
  takenOff: TakenOff[];
  refused: DecidedSite["refused"];
  /** There are no pages. */
  empty: Message | undefined;
  /** How many files the output folder has, the ledger aside. */
  files: number;
};

/** After a build: a line per page and language, with the reason where it is not published. */
export function reportBuild({ rows, takenOff, refused }: SiteReport, paint: Paint, locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const width = rows.reduce((most, { page }) => Math.max(most, visible(page).length), 0);
  const lines = rows.map(({ page, language, status, reason, since }) => {
    const [colour, word] = signs[status];
    const age = since === undefined ? "" : `  ${say(message("build.as-of", { date: since }))}`;
    const why = reason === undefined ? "" : `  ${say(reason)}`;
    return `${visible(page).padEnd(width)}  ${language.padEnd(5)}  ${paint(colour, say(word).padEnd(signWidth(locale)))}${age}${why}`.trimEnd();
  });
  const off =
    takenOff.length === 0 ? [] : [paint("yellow", say(message("build.taken-off"))), ...namesOf(takenOff, locale)];
  const guarded = refused.flatMap(({ reason, takenOff: would }) => [
    paint("red", say(message("build.refused", { reason }))),
    say(message("build.refused-next")),
    ...namesOf(would, locale),
  ]);
  return [...lines, say(tally(rows)), ...off, ...guarded].join("\n");
}

/** Pages with the languages in which they leave the site for one reason, a line each. */
function namesOf(takenOff: readonly TakenOff[], locale: Locale): string[] {
  const byPage = new Map<string, string[]>();
  for (const { page, language, reason } of takenOff) {
    const key = `${page}\n${sentence(reason, locale)}`;
    byPage.set(key, [...(byPage.get(key) ?? []), language]);
  }
  return [...byPage].map(([key, languages]) => {
    const [page = "", reason = ""] = key.split("\n");
    return `  ${visible(page)} (${languages.join(", ")}): ${visible(reason)}`;
  });
}

function tally(rows: readonly SiteRow[]): Message {
  const count = (wanted: SiteRow["status"]): number => rows.filter(({ status }) => status === wanted).length;
  const pages = new Set(rows.map(({ page }) => page)).size;
  const fragments = count("source") + count("approved");
  return message("build.summary", { pages, fragments, stale: count("stale"), withheld: count("withheld") });
}

/** Whole days since the text that is published was approved. `today` is an ISO date. */
function ageOf({ since }: SiteRow, today: string): number | undefined {
  return since === undefined ? undefined : daysBetween(since, today);
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));
}

/** For programs, in English. */
export function statusAsJson({ rows, waived }: SiteReport, today: string): string {
  const inEnglish = (told: Message | undefined): string => (told ? sentence(told, "en") : "");
  const pages = rows.map((row) => {
    const { page, language, status, reason, units, next } = row;
    const staleDays = ageOf(row, today);
    return { page, language, status, reason: inEnglish(reason), staleDays, units, next: inEnglish(next) };
  });
  return JSON.stringify({ pages, waived }, undefined, 2);
}

const columns = ["untranslated", "stale", "draft", "unsigned", "approved"] as const;

/** A table of units by state, with what keeps each page from its readers, in lines of a width. */
export function reportStatus(
  { rows, waived }: SiteReport,
  today: string,
  paint: Paint,
  locale: Locale,
  width = 80,
): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const heads = columns.map((state) => `  ${say(message(`status.${state}`))}`);
  const signRoom = signWidth(locale) + 2;
  const most = width - heads.join("").length - signRoom - 9;
  const longest = rows.reduce((room, { page }) => Math.max(room, visible(page).length), 4);
  const pageRoom = Math.max(4, Math.min(longest, most));
  const lineOf = (page: string, language: string, sign: string, counts: string): string =>
    `${page.padEnd(pageRoom)}  ${language.padEnd(7)}${sign}${counts}`.trimEnd();
  const lines = rows.flatMap((row) => {
    const [colour, word] = signs[row.status];
    const counts = row.units ? columns.map((state, at) => padded(row.units?.[state] ?? 0, heads[at] ?? "")) : [];
    const page = visible(row.page);
    const sign = paint(colour, say(word).padEnd(signRoom));
    // A name that is too long for its column has a line of its own.
    const isLong = page.length > pageRoom;
    const line = lineOf(isLong ? "" : page, row.language, sign, counts.join(""));
    return [...(isLong ? [page] : []), line, ...whyOf(row, today, locale, width).map((why) => paint("dim", why))];
  });
  const head = lineOf(
    say(message("status.page")),
    say(message("status.language")),
    say(message("status.status")).padEnd(signRoom),
    heads.join(""),
  );
  const summary = say(tally(rows));
  const nameOf = new Intl.DisplayNames(locale, { type: "language" });
  const names = [...new Set(rows.map(({ language }) => language))].map((code) =>
    visible(languageOf(code) ? `${code} ${nameOf.of(code) ?? ""}` : code),
  );
  const waivers = waived.map(({ path, line, rule, reason }) => visible(`  ${path}:${line}  ${rule}: ${reason}`));
  const list = waivers.length > 0 ? ["", paint("bold", say(message("status.waived"))), ...waivers] : [];
  return [summary, "", paint("bold", head), ...lines, ...list, "", names.join(", ")].join("\n");
}

function padded(count: number, head: string): string {
  return String(count).padStart(head.length);
}

/** Why a page is not published as it is, and what to do about it, below its line. */
function whyOf(row: SiteRow, today: string, locale: Locale, width: number): string[] {
  const { reason, next } = row;
  if (!reason) return [];
  const staleDays = ageOf(row, today);
  const why = staleDays === undefined ? reason : message("status.age", { reason, days: staleDays });
  const lines = [why, ...(next ? [message("status.next", { what: next })] : [])];
  return lines.flatMap((line) => wrapped(`    ${visible(sentence(line, locale))}`, width).split("\n"));
}
