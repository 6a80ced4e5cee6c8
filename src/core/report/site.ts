// What is published and what is not, page by language, for people and for programs.
import { languageOf } from "../language/all.ts";
import type { State } from "../catalog/state.ts";
import { catalogPath } from "../layout.ts";
import type { Build } from "../malvakt.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { isAskedFor, type DecidedPage, type Decision, type TakenOff } from "../publish/decide.ts";
import type { Settings } from "../settings.ts";
import type { Waived } from "../waivers.ts";
import { inColumns, lineOf, type Cell } from "./table.ts";
import type { Paint } from "./text.ts";
import { shellWord, visible } from "./visible.ts";
import { roomFor, wrapped } from "./wrap.ts";

const signs = {
  source: ["green", message("build.source")],
  approved: ["green", message("build.published")],
  stale: ["yellow", message("build.stale")],
  withheld: ["red", message("build.withheld")],
} as const;

/** How many rows a report shows of a large site; of a smaller one it shows all. */
const mostRows = 60;

/** Of a large site only the rows that need someone, and how many of these are left out. */
function shownOf<Row extends { status: Decision["status"] }>(rows: readonly Row[]): { shown: Row[]; left: number } {
  if (rows.length <= mostRows) return { shown: [...rows], left: 0 };
  const waiting = rows.filter(({ status }) => status === "stale" || status === "withheld");
  return { shown: waiting.slice(0, mostRows), left: Math.max(0, waiting.length - mostRows) };
}

/** After a build: how much is published, a line per page and language with the reason where it is not, what went. */
export function reportBuild({ pages: all, takenOff, refused }: Build, paint: Paint, locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const pages = askedFor(all);
  const rows = pages.flatMap(({ id, decisions }) =>
    [...decisions].map(([language, decision]) => ({ id, language, decision, status: decision.status })),
  );
  const { shown, left } = shownOf(rows);
  const lines = inColumns(
    shown.map(({ id, language, decision, status }) => {
      const date = decision.status === "stale" ? dateOf(decision) : undefined;
      const since = date === undefined ? [] : [say(message("build.as-of", { date }))];
      const reason = decision.reason === undefined ? [] : [say(decision.reason)];
      return [visible(id), language, signOf(status, locale), [...since, ...reason].join(" ")];
    }),
    ["left", "left", "left", "left"],
    paint,
  ).map(lineOf);
  const more = left > 0 ? [say(message("build.more", { count: left }))] : [];
  const off =
    takenOff.length === 0 ? [] : [paint("yellow", say(message("build.taken-off"))), ...namesOf(takenOff, locale)];
  const guarded = refused.flatMap(({ reason, takenOff: would }) => [
    paint("red", say(message("build.refused", { reason }))),
    say(message("build.refused-next")),
    ...namesOf(would, locale),
  ]);
  return [say(tally(pages.length, rows)), ...lines, ...more, ...off, ...guarded].join("\n");
}

function signOf(status: Decision["status"], locale: Locale): Cell {
  const [colour, word] = signs[status];
  return { text: sentence(word, locale), colour };
}

/** The pages and languages that a person wants published; the rest is told only when it leaves the site. */
function askedFor(pages: readonly DecidedPage[]): DecidedPage[] {
  return pages
    .map((page) => ({
      ...page,
      decisions: new Map([...page.decisions].filter(([language]) => isAskedFor(page, language))),
    }))
    .filter(({ decisions }) => decisions.size > 0);
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

/** When what is kept was approved; of the source, the page's own date. */
function dateOf({ kept }: Extract<Decision, { status: "stale" }>): string | undefined {
  return kept.approved?.date ?? kept.date;
}

function tally(pages: number, rows: readonly { status: Decision["status"] }[]): Message {
  const count = (wanted: Decision["status"]): number => rows.filter(({ status }) => status === wanted).length;
  const fragments = count("source") + count("approved");
  return message("build.summary", { pages, fragments, stale: count("stale"), withheld: count("withheld") });
}

export type StatusRow = {
  page: string;
  language: string;
  status: Decision["status"];
  /** Why the newest text is not published. */
  reason: Message | undefined;
  /** Whole days since the text that is published was approved, for stale ones. */
  staleDays?: number;
  units?: Record<State, number>;
  /** What would do something now; undefined when nothing is to be done, or only a person can decide what. */
  next: Message | undefined;
};

/** The state of each page in each language, and what to do next. `today` is an ISO date. */
export function statusRows(pages: readonly DecidedPage[], settings: Settings, today: string): StatusRow[] {
  return askedFor(pages).flatMap((page) =>
    [...page.decisions].map(([language, decision]): StatusRow => {
      const date = decision.status === "stale" ? dateOf(decision) : undefined;
      return {
        page: page.id,
        language,
        status: decision.status,
        reason: decision.reason,
        ...(date === undefined ? undefined : { staleDays: daysBetween(date, today) }),
        ...(decision.counts === undefined ? undefined : { units: decision.counts }),
        next: nextStep(page, language, decision, settings),
      };
    }),
  );
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));
}

/** Work that waits for someone. What a person has decided (a draft, a pause, a withdrawal) waits for no one. */
function nextStep(
  { id, plan }: DecidedPage,
  language: string,
  { status }: Decision,
  settings: Settings,
): Message | undefined {
  if (status === "source" || status === "approved" || !plan) return undefined;
  const { page, source } = plan;
  if (page?.frontMatter?.draft === true || source.withdrawn) return undefined;
  if (!source.version) return message("status.next.check", { file: shellWord(plan.path) });
  const translation = plan.translations.find((one) => one.language === language);
  if (!translation || translation.withdrawn || settings.languages[language]?.publish === false) return undefined;
  const { counts, findings, inStep, toDraft } = translation;
  const file = shellWord(catalogPath(language, id));
  const hasError = (wanted: State): boolean =>
    findings.some(({ state, finding }) => state === wanted && finding.severity === "error");
  if (!counts) return message("status.next.check", { file });
  if (toDraft > 0)
    return !inStep || settings.languages[language]?.engine !== undefined
      ? message("status.next.draft", { page: shellWord(id), language })
      : message("status.next.translate", { file });
  if (counts.draft + counts.stale > 0) return message("status.next.review", { file });
  if (hasError("unsigned") || hasError("approved")) return message("status.next.check", { file });
  return counts.unsigned > 0 ? message("status.next.approve", { file }) : undefined;
}

/** For programs, in English. */
export function statusAsJson(rows: readonly StatusRow[], waived: readonly Waived[]): string {
  const inEnglish = (told: Message | undefined): string => (told ? sentence(told, "en") : "");
  const pages = rows.map((row) => ({ ...row, reason: inEnglish(row.reason), next: inEnglish(row.next) }));
  return JSON.stringify({ pages, waived }, undefined, 2);
}

const columns = ["untranslated", "stale", "draft", "unsigned", "approved"] as const;

/** What rows can be asked for by: what became of a page, or texts that it has. */
export const askableStates = ["source", "approved", "stale", "withheld", "untranslated", "draft", "unsigned"] as const;

/** Whether a row is of a state. `approved` is what is published, not what has one approved text. */
export function isIn(row: StatusRow, state: (typeof askableStates)[number]): boolean {
  if (row.status === state) return true;
  return state === "untranslated" || state === "draft" || state === "unsigned" || state === "stale"
    ? (row.units?.[state] ?? 0) > 0
    : false;
}

/** How much is published, then a table of texts by state, with what keeps each page from its readers. */
export function reportStatus(
  rows: readonly StatusRow[],
  waived: readonly Waived[],
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
  const isLong = ({ page }: StatusRow): boolean => roomFor(visible(page)) > Math.max(4, most);
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
    ...whyOf(row, locale, width).map((why) => paint("dim", why)),
  ]);
  const more = left > 0 ? ["", say(message("status.more", { count: left }))] : [];
  const nameOf = new Intl.DisplayNames(locale, { type: "language" });
  const names = [...new Set(rows.map(({ language }) => language))].map((code) =>
    visible(languageOf(code) ? `${code} ${nameOf.of(code) ?? ""}` : code),
  );
  const waivers = waived.map(({ path, line, rule, reason }) => visible(`  ${path}:${line}  ${rule}: ${reason}`));
  const list = waivers.length > 0 ? ["", paint("bold", say(message("status.waived"))), ...waivers] : [];
  const summary = say(tally(new Set(rows.map(({ page }) => page)).size, rows));
  if (shown.length === 0) return [summary, ...list].join("\n");
  return [summary, "", paint("bold", lineOf(head)), ...lines, ...more, ...list, "", names.join(", ")].join("\n");
}

/** Why a page is not published as it is, and what to do about it, below its line. */
function whyOf({ reason, staleDays, next }: StatusRow, locale: Locale, width: number): string[] {
  if (!reason) return [];
  const why = staleDays === undefined ? reason : message("status.age", { reason, days: staleDays });
  const lines = [why, ...(next ? [message("status.next", { what: next })] : [])];
  return lines.flatMap((line) => wrapped(`    ${visible(sentence(line, locale))}`, width).split("\n"));
}
