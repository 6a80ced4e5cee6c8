// The first page of the preview: pages by languages, with what each is and why.
import type { Element } from "hast";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { languageData } from "../publish/filled.ts";
import { findingsOf } from "./article.ts";
import { outlookKinds, type Outlook } from "./outlook.ts";
import { documentOf, element } from "./tree.ts";

/** A page in one language; `href` is undefined where there is nothing to show. */
export type OverviewCell = { outlook: Outlook; href: string | undefined };

export type OverviewRow = { page: string; title: string; cells: ReadonlyMap<string, OverviewCell> };

export type Overview = {
  locale: Locale;
  /** The source first. */
  languages: readonly string[];
  rows: readonly OverviewRow[];
  /** What could not be looked at, and how far what is shown can be believed. */
  doubts: readonly Message[];
  /** Findings that are about no page. */
  findings: readonly Finding[];
};

export function overviewFile({ locale, languages, rows, doubts, findings }: Overview): string {
  const say = (told: Message): string => sentence(told, locale);
  const [source = ""] = languages;
  const heads = languages.map((language) =>
    element("th", { scope: "col", lang: language }, languageData(language).ownName),
  );
  const table = element(
    "table",
    { className: ["overview"] },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, say(message("preview.page"))), heads)),
    element(
      "tbody",
      {},
      rows.map((row) => rowOf(row, source, languages, locale)),
    ),
  );
  const title = say(message("preview.title"));
  const main = element(
    "main",
    { className: ["wide"] },
    element("h1", {}, title),
    tallyOf(rows, locale),
    doubts.map((doubt) => element("p", { className: ["finding", "is-warning"] }, say(doubt))),
    findings.length === 0 ? undefined : element("div", { className: ["notes"] }, findingsOf(findings, locale)),
    rows.length === 0
      ? element("p", {}, say(message("preview.empty")))
      : element("div", { className: ["scroll"], role: "region", tabIndex: 0, ariaLabel: title }, table),
  );
  return documentOf(title, locale, [main]);
}

/** How many there are of each kind: the legend of the table. */
function tallyOf(rows: readonly OverviewRow[], locale: Locale): Element {
  const kinds = rows.flatMap(({ cells }) => [...cells.values()].map(({ outlook }) => outlook.kind));
  const items = outlookKinds.map((kind) =>
    element(
      "li",
      {},
      element("span", { className: ["dot", `is-${kind}`], ariaHidden: "true" }),
      `${sentence(message(`outlook.${kind}`), locale)} ${kinds.filter((one) => one === kind).length}`,
    ),
  );
  return element("ul", { className: ["tally"] }, items);
}

function rowOf(
  { page, title, cells }: OverviewRow,
  source: string,
  languages: readonly string[],
  locale: Locale,
): Element {
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      element("span", { lang: source }, title),
      element("span", { className: ["quiet"] }, page),
    ),
    languages.map((language) => {
      const cell = cells.get(language);
      return element("td", {}, cell === undefined ? "–" : cellOf(cell, title, language, locale));
    }),
  );
}

function cellOf({ outlook, href }: OverviewCell, title: string, language: string, locale: Locale): Element[] {
  const { kind, reason } = outlook;
  const word = sentence(message(`outlook.${kind}`), locale);
  const dot = element("span", { className: ["dot", `is-${kind}`], ariaHidden: "true" });
  const name = `${word}: ${title}, ${languageData(language).ownName}`;
  return [
    href === undefined ? element("span", {}, dot, word) : element("a", { href, ariaLabel: name }, dot, word),
    ...(reason === undefined ? [] : [element("span", { className: ["quiet"] }, sentence(reason, locale))]),
  ];
}
