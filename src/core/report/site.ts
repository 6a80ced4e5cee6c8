// What is published and what is not, page by language, for people and for programs.
import { languageOf } from "../language/all.ts";
import type { State } from "../catalog/state.ts";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import type { DecidedSite, Decision, TakenOff } from "../publish/decide.ts";
import type { Reader } from "../publish/reader.ts";
import type { Waived } from "../waivers.ts";
import { readerLines } from "./readers.ts";
import { inColumns, lineOf, type Cell } from "./table.ts";
import type { Paint } from "./text.ts";
import { visible } from "./visible.ts";
import { roomFor, wrapped } from "./wrap.ts";

const signs = {
  source: ["green", message("build.source")],
  approved: ["green", message("build.published")],
  stale: ["yellow", message("build.stale")],
  withheld: ["red", message("build.withheld")],
} as const;

/** A page in one language, for which a person may wait. */
export type SiteRow = {
  page: string;
  /** The name of its file, where its id does not tell it: `side.markdown`. */
  file?: string;
  language: string;
  status: Decision["status"];
  /** Where a build publishes it: the path of its fragment, and its address. */
  path?: string;
  url?: string;
  /** What its readers get now. */
  reader: Reader;
  /** Why the newest text is not published. */
  reason: Message | undefined;
  /** Date of the text that is published, for stale ones. */
  since: string | undefined;
  /** Figures of the text that is published that the source has no longer, for stale ones. */
  outdated?: Message | undefined;
  units: Record<State, number> | undefined;
  /** What would do something now; undefined when nothing is to be done, or only a person can decide what. */
  next: Message | undefined;
  /** The same where DeepL would be asked and there is no key for it. */
  nextWithoutKey?: Message;
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
  /** Nobody has said where the site is, which search engines would need. */
  noSite?: Message | undefined;
  /** There are no pages. */
  empty: Message | undefined;
  /** How many files the output folder has, the ledger aside. */
  files: number;
  /** Why nothing keeps treatments apart in this site's texts; undefined when the termbase does. */
  unguarded: Message | undefined;
};

/** How many rows a report shows of a large site; of a smaller one it shows all. */
const mostRows = 60;

/** Of a large site only the rows that need someone, and how many of these are left out. */
function shownOf<Row extends { status: Decision["status"] }>(rows: readonly Row[]): { shown: Row[]; left: number } {
  if (rows.length <= mostRows) return { shown: [...rows], left: 0 };
  const waiting = rows.filter(({ status }) => status === "stale" || status === "withheld");
  return { shown: waiting.slice(0, mostRows), left: Math.max(0, waiting.length - mostRows) };
}

/** After a build: how much is published, a line per page and language with the reason where it is not, what went. */
export function reportBuild(report: SiteReport, paint: Paint, locale: Locale): string {
  const { rows, noSite } = report;
  const say = (told: Message): string => visible(sentence(told, locale));
  const { shown, left } = shownOf(rows);
  const lines = inColumns(
    shown.map(({ page, file, language, status, reason, since }) => {
      const age = since === undefined ? [] : [say(message("build.as-of", { date: since }))];
      const why = reason === undefined ? [] : [say(reason)];
      return [
        visible(file === undefined ? page : `${page} (${file})`),
        language,
        signOf(status, locale),
        [...age, ...why].join(" "),
      ];
    }),
    ["left", "left", "left", "left"],
    paint,
  ).map(lineOf);
  const more = left > 0 ? [say(message("build.more", { count: left }))] : [];
  const outdated = rows.flatMap((row) => (row.outdated ? [paint("yellow", say(row.outdated))] : []));
  const hint = noSite ? [say(noSite)] : [];
  const off = reportTakenOff(report, paint, locale);
  return [say(tally(rows)), ...lines, ...more, ...outdated, ...off, ...hint].join("\n");
}

/** What a build took off the site, and what it would have taken off. */
export function reportTakenOff(
  { takenOff, refused }: Pick<SiteReport, "takenOff" | "refused">,
  paint: Paint,
  locale: Locale,
): string[] {
  const say = (told: Message): string => visible(sentence(told, locale));
  const off =
    takenOff.length === 0 ? [] : [paint("yellow", say(message("build.taken-off"))), ...namesOf(takenOff, locale)];
  const guarded = refused.flatMap(({ reason, takenOff: would }) => [
    paint("red", say(message("build.refused", { reason }))),
    say(message("build.refused-next")),
    ...namesOf(would, locale),
  ]);
  return [...off, ...guarded];
}

function signOf(status: SiteRow["status"], locale: Locale): Cell {
  const [colour, word] = signs[status];
  return { text: sentence(word, locale), colour };
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
    return {
      page,
      language,
      status,
      reader: row.reader,
      reason: inEnglish(reason),
      staleDays,
      outdated: row.outdated && inEnglish(row.outdated),
      units,
      next: inEnglish(next),
    };
  });
  return JSON.stringify({ pages, waived }, undefined, 2);
}

const columns = ["untranslated", "stale", "draft", "approved", "unsigned"] as const;

/** What rows can be asked for by: what became of a page, or texts that it has. */
export const askableStates = ["source", "approved", "stale", "withheld", "untranslated", "draft", "unsigned"] as const;

/** Whether a row is of a state. `approved` is what is published, not what has one approved text. */
export function isIn(row: SiteRow, state: (typeof askableStates)[number]): boolean {
  if (row.status === state) return true;
  return state === "untranslated" || state === "draft" || state === "unsigned" || state === "stale"
    ? (row.units?.[state] ?? 0) > 0
    : false;
}

/** How much is published, then a table of texts by state, with what keeps each page from its readers. */
export function reportStatus(
  { rows, waived }: SiteReport,
  today: string,
  paint: Paint,
  locale: Locale,
  width = 80,
): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const { shown, left } = shownOf(rows);
  const heads = [message("status.page"), message("status.language"), message("status.status")].map(say);
  const figures = columns.map((state) => say(message(`status.${state}`)));
  const signRoom = Math.max(...Object.values(signs).map(([, word]) => say(word).length), heads[2]?.length ?? 0);
  const most = width - 2 * (figures.length + 2) - figures.join("").length - signRoom - 7;
  const isLong = ({ page }: SiteRow): boolean => roomFor(visible(page)) > Math.max(4, most);
  const [head = [], ...cells] = inColumns(
    [
      [...heads, ...figures],
      ...shown.map((row) => [
        isLong(row) ? "" : visible(row.page),
        row.language,
        signOf(row.status, locale),
        ...(row.units ? columns.map((state) => String(row.units?.[state] ?? 0)) : []),
      ]),
    ],
    ["left", "left", "left", "right", "right", "right", "right", "right"],
    paint,
  );
  const lines = shown.flatMap((row, at) => [
    // A name that is too long for its column has a line of its own.
    ...(isLong(row) ? [visible(row.page)] : []),
    lineOf(cells[at] ?? []),
    ...whyOf(row, today, locale, width).map((why) => paint("dim", why)),
  ]);
  const more = left > 0 ? ["", say(message("status.more", { count: left }))] : [];
  const nameOf = new Intl.DisplayNames(locale, { type: "language" });
  const names = [...new Set(rows.map(({ language }) => language))].map((code) =>
    visible(languageOf(code) ? `${code} ${nameOf.of(code) ?? ""}` : code),
  );
  const waivers = waived.map(({ path, line, rule, reason }) => visible(`  ${path}:${line}  ${rule}: ${reason}`));
  const list = waivers.length > 0 ? ["", paint("bold", say(message("status.waived"))), ...waivers] : [];
  const summary = say(tally(rows));
  if (shown.length === 0) return [summary, ...list].join("\n");
  const readers = ["", paint("bold", say(message("status.readers"))), ...readerLines(shown, locale)];
  return [summary, "", paint("bold", lineOf(head)), ...lines, ...more, ...readers, ...list, "", names.join(", ")].join(
    "\n",
  );
}

/** Why a page is not published as it is, and what to do about it, below its line. */
function whyOf(row: SiteRow, today: string, locale: Locale, width: number): string[] {
  const { reason, next } = row;
  if (!reason) return [];
  const staleDays = ageOf(row, today);
  const why = staleDays === undefined ? reason : message("status.age", { reason, days: staleDays });
  const lines = [
    why,
    ...(row.outdated ? [row.outdated] : []),
    ...(next ? [message("status.next", { what: next })] : []),
  ];
  return lines.flatMap((line) => wrapped(`    ${visible(sentence(line, locale))}`, width).split("\n"));
}
