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
import type { Paint } from "./text.ts";
import { shellWord, visible } from "./visible.ts";
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

/** After a build: a line per page and language, with the reason where it is not published. */
export function reportBuild({ pages: all, takenOff, refused }: Build, paint: Paint, locale: Locale): string {
  const say = (told: Message): string => visible(sentence(told, locale));
  const pages = askedFor(all);
  const width = pages.reduce((most, { id }) => Math.max(most, visible(id).length), 0);
  const lines = pages.flatMap(({ id, decisions }) =>
    [...decisions].map(([language, decision]) => {
      const [colour, word] = signs[decision.status];
      const date = decision.status === "stale" ? dateOf(decision) : undefined;
      const since = date === undefined ? "" : `  ${say(message("build.as-of", { date }))}`;
      const reason = decision.reason === undefined ? "" : `  ${say(decision.reason)}`;
      return `${visible(id).padEnd(width)}  ${language.padEnd(5)}  ${paint(colour, say(word).padEnd(signWidth(locale)))}${since}${reason}`.trimEnd();
    }),
  );
  const statuses = pages.flatMap(({ decisions }) => [...decisions.values()].map(({ status }) => status));
  const off =
    takenOff.length === 0 ? [] : [paint("yellow", say(message("build.taken-off"))), ...namesOf(takenOff, locale)];
  const guarded = refused.flatMap(({ reason, takenOff: would }) => [
    paint("red", say(message("build.refused", { reason }))),
    say(message("build.refused-next")),
    ...namesOf(would, locale),
  ]);
  return [...lines, say(tally(pages.length, statuses)), ...off, ...guarded].join("\n");
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

function tally(pages: number, statuses: readonly Decision["status"][]): Message {
  const count = (status: Decision["status"]): number => statuses.filter((one) => one === status).length;
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

/** A table of units by state, with what keeps each page from its readers, in lines of a width. */
export function reportStatus(
  rows: readonly StatusRow[],
  waived: readonly Waived[],
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
    return [...(isLong ? [page] : []), line, ...whyOf(row, locale, width).map((why) => paint("dim", why))];
  });
  const head = lineOf(
    say(message("status.page")),
    say(message("status.language")),
    say(message("status.status")).padEnd(signRoom),
    heads.join(""),
  );
  const pages = new Set(rows.map(({ page }) => page)).size;
  const summary = say(
    tally(
      pages,
      rows.map(({ status }) => status),
    ),
  );
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
function whyOf({ reason, staleDays, next }: StatusRow, locale: Locale, width: number): string[] {
  if (!reason) return [];
  const why = staleDays === undefined ? reason : message("status.age", { reason, days: staleDays });
  const lines = [why, ...(next ? [message("status.next", { what: next })] : [])];
  return lines.flatMap((line) => wrapped(`    ${visible(sentence(line, locale))}`, width).split("\n"));
}
