// What is published and what is not, page by language, for people and for programs.
import { languageOf } from "../language/all.ts";
import { states, type State } from "../catalog/state.ts";
import type { Build } from "../malvakt.ts";
import { isAskedFor, type DecidedPage, type Decision, type TakenOff } from "../publish/decide.ts";
import { plural } from "../words.ts";
import type { Waived } from "../waivers.ts";
import type { Paint } from "./text.ts";
import { shellWord, visible } from "./visible.ts";

const signs = {
  source: ["green", "source"],
  approved: ["green", "published"],
  stale: ["yellow", "stale"],
  withheld: ["red", "withheld"],
} as const;

/** After a build: a line per page and language, with the reason where it is not published. */
export function reportBuild({ pages: all, takenOff, refused }: Build, paint: Paint): string {
  const pages = askedFor(all);
  const width = pages.reduce((most, { id }) => Math.max(most, visible(id).length), 0);
  const lines = pages.flatMap(({ id, decisions }) =>
    [...decisions].map(([language, decision]) => {
      const [colour, word] = signs[decision.status];
      const reason = decision.reason === "" ? "" : `  ${visible(decision.reason)}`;
      return `${visible(id).padEnd(width)}  ${language.padEnd(5)}  ${paint(colour, word.padEnd(9))}${staleSince(decision)}${reason}`.trimEnd();
    }),
  );
  const off = takenOff.length === 0 ? [] : [paint("yellow", "Taken off the site:"), ...namesOf(takenOff)];
  const guarded = refused.flatMap(({ reason, takenOff: would }) => [
    paint("red", `Nothing was taken off the site. ${reason}`),
    "If it is meant to go, run malvakt build --allow-withdraw. That takes off:",
    ...namesOf(would),
  ]);
  return [...lines, tally(pages), ...off, ...guarded].join("\n");
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
function namesOf(takenOff: readonly TakenOff[]): string[] {
  const byPage = new Map<string, string[]>();
  for (const { page, language, reason } of takenOff) {
    const key = `${page}\n${reason}`;
    byPage.set(key, [...(byPage.get(key) ?? []), language]);
  }
  return [...byPage].map(([key, languages]) => {
    const [page = "", reason = ""] = key.split("\n");
    return `  ${visible(page)} (${languages.join(", ")}): ${visible(reason)}`;
  });
}

function staleSince(decision: Decision): string {
  return decision.status === "stale" && dateOf(decision) !== undefined
    ? `  as of ${visible(dateOf(decision) ?? "")}:`
    : "";
}

/** When what is kept was approved; of the source, the page's own date. */
function dateOf({ kept }: Extract<Decision, { status: "stale" }>): string | undefined {
  return kept.approved?.date ?? kept.date;
}

function tally(plans: readonly DecidedPage[]): string {
  const all = plans.flatMap(({ decisions }) => [...decisions.values()]);
  const count = (status: Decision["status"]): number => all.filter((decision) => decision.status === status).length;
  return `${plural(plans.length, "page")}: ${plural(count("source") + count("approved"), "fragment")} published, ${count("stale")} stale, ${count("withheld")} withheld.`;
}

export type StatusRow = {
  page: string;
  language: string;
  status: Decision["status"];
  reason: string;
  /** Whole days since the text that is published was approved, for stale ones. */
  staleDays?: number;
  units?: Record<State, number>;
  /** What to run next; empty when nothing is to be done. */
  next: string;
};

/** The state of each page in each language, and what to do next. `today` is an ISO date. */
export function statusRows(plans: readonly DecidedPage[], today: string): StatusRow[] {
  return askedFor(plans).flatMap(({ id, decisions }) =>
    [...decisions].map(([language, decision]): StatusRow => {
      const counts = "counts" in decision ? decision.counts : undefined;
      const staleDays =
        decision.status === "stale" && dateOf(decision) !== undefined
          ? daysBetween(dateOf(decision) ?? today, today)
          : undefined;
      return {
        page: id,
        language,
        status: decision.status,
        reason: decision.reason,
        ...(staleDays === undefined ? undefined : { staleDays }),
        ...(counts === undefined ? undefined : { units: counts }),
        next: nextStep(id, language, decision),
      };
    }),
  );
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));
}

function nextStep(id: string, language: string, decision: Decision): string {
  if (decision.status === "source" || decision.status === "approved") return "";
  const counts = "counts" in decision ? decision.counts : undefined;
  if (!counts || decision.reason.includes("error")) return "malvakt check";
  if (counts.untranslated + counts.stale > 0) return `malvakt draft ${shellWord(id)} --lang ${language}`;
  if (counts.draft > 0) return `review ${shellWord(`content/${language}/${id}.po`)}`;
  return `malvakt approve ${shellWord(`content/${language}/${id}.po`)} --by NAME`;
}

/** A table of units by state, with what keeps each page from its readers. */
export function reportStatus(rows: readonly StatusRow[], waived: readonly Waived[], paint: Paint): string {
  const pageWidth = Math.max(4, ...rows.map(({ page }) => visible(page).length));
  const head = `${"page".padEnd(pageWidth)}  ${"lang".padEnd(6)}${"status".padEnd(11)}${states.map((state) => state.padStart(13)).join("")}`;
  const lines = rows.flatMap((row) => {
    const [colour, word] = signs[row.status];
    const counts = row.units ? states.map((state) => String(row.units?.[state] ?? 0).padStart(13)).join("") : "";
    const line = `${visible(row.page).padEnd(pageWidth)}  ${row.language.padEnd(6)}${paint(colour, word.padEnd(11))}${counts}`;
    const age = row.staleDays === undefined ? "" : ` (published text is ${row.staleDays} days old)`;
    const why =
      row.reason === ""
        ? []
        : [`${" ".repeat(pageWidth + 2)}${paint("dim", visible(`${row.reason}${age}; next: ${row.next}`))}`];
    return [line.trimEnd(), ...why];
  });
  const names = [...new Set(rows.map(({ language }) => language))].map((code) =>
    `${code} ${languageOf(code)?.name ?? ""}`.trim(),
  );
  const waivers = waived.map(({ path, line, rule, reason }) => visible(`  ${path}:${line}  ${rule}: ${reason}`));
  const list = waivers.length > 0 ? ["", paint("bold", "waived"), ...waivers] : [];
  return [paint("bold", head), ...lines, ...list, "", names.join(", ")].join("\n");
}
