// One page of the preview as a file: what becomes of it, the page itself, and its foot on paper.
import type { Element } from "hast";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { languageData } from "../publish/filled.ts";
import {
  articleOf,
  findingsOf,
  isMarked,
  markedStates,
  nameOf,
  noteNumbers,
  unitElement,
  type Showing,
} from "./article.ts";
import type { Outlook, OutlookKind } from "./outlook.ts";
import { footOf, type Sheet } from "./sheet.ts";
import { documentOf, element, type Inside } from "./tree.ts";
import type { PageView } from "./view.ts";

/** What a page of the preview shows beside its view. */
export type PageFacts = Showing & {
  sheet: Sheet;
  outlook: Outlook;
  /** The same page in all languages. */
  menu: { language: string; href: string; kind: OutlookKind }[];
  overview: string;
  /** Where the version is that readers have, if that is another one. */
  standing: string | undefined;
  /** Why there is no code on the sheet. */
  noCode: Message | undefined;
};

export function pageFile(view: PageView, facts: PageFacts): string {
  const { locale, sheet } = facts;
  const main = element(
    "main",
    {},
    statusOf(facts),
    legendOf(view, locale),
    aboutPage(view, locale),
    besideOf(view, facts),
    element("div", { className: ["sheet"] }, articleOf(view, facts), element("div", { className: ["foot-room"] })),
  );
  return documentOf(`${sheet.title} – ${sentence(message("preview.title"), locale)}`, locale, [
    barOf(view.language, facts),
    main,
    footOf(sheet),
  ]);
}

/** The way back, and the same page in the other languages under their own names. */
function barOf(here: string, { locale, menu, overview }: PageFacts): Element {
  const items = menu.map(({ language, href, kind }) => {
    const { ownName } = languageData(language);
    const isHere = language === here;
    const word = sentence(message(`outlook.${kind}`), locale);
    return element(
      "li",
      {},
      element(
        "a",
        { href, lang: language, hrefLang: language, ...(isHere ? { ariaCurrent: "page" } : undefined) },
        element("span", { className: ["dot", `is-${kind}`], ariaHidden: "true" }),
        ownName,
        element("span", { className: ["unseen"], lang: locale, dir: "ltr" }, ` (${word})`),
      ),
    );
  });
  return element(
    "header",
    { className: ["bar"] },
    element("a", { className: ["back"], href: overview }, sentence(message("preview.overview"), locale)),
    element("nav", { ariaLabel: sentence(message("preview.languages"), locale) }, element("ul", {}, items)),
  );
}

/** What becomes of the page, and what readers get now. */
function statusOf({ locale, outlook, standing, noCode, sheet }: PageFacts): Element {
  const { kind, reason, readers } = outlook;
  const why = reason === undefined ? undefined : sentence(message("preview.why", { reason }), locale);
  return element(
    "section",
    { className: ["status", `is-${kind}`], ariaLabel: sentence(message("preview.status"), locale) },
    element(
      "p",
      {},
      element("span", { className: ["dot", `is-${kind}`], ariaHidden: "true" }),
      element("strong", {}, sentence(message(`outlook.${kind}`), locale)),
    ),
    element(
      "p",
      {},
      [why, sentence(readers, locale)].filter((text) => text !== undefined).join(" "),
      standing === undefined
        ? undefined
        : [" ", element("a", { href: standing }, sentence(message("preview.standing"), locale))],
    ),
    element(
      "p",
      { className: ["quiet"] },
      sentence(message("preview.version", { version: sheet.version }), locale),
      noCode === undefined ? undefined : ` ${sentence(noCode, locale)}`,
    ),
  );
}

function legendOf({ units }: PageView, locale: Locale): Element | undefined {
  const items = markedStates
    .map((state) => ({ state, count: units.filter((unit) => unit.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) =>
      element(
        "li",
        {},
        element("span", { className: ["unit", `is-${state}`] }, sentence(message(`mark.${state}`), locale)),
        ` ${count}`,
      ),
    );
  if (items.length === 0) return undefined;
  const title = sentence(message("preview.legend"), locale);
  return element("section", { className: ["legend"], ariaLabel: title }, element("ul", { ariaLabel: title }, items));
}

/** Findings that are about no one text. */
function aboutPage({ findings }: PageView, locale: Locale): Element | undefined {
  if (findings.length === 0) return undefined;
  const title = sentence(message("preview.about-page"), locale);
  return element("section", { className: ["notes"], ariaLabel: title }, findingsOf(findings, locale));
}

/** Title, description, address and other texts that stand beside the page. */
function besideOf(view: PageView, facts: PageFacts): Element | undefined {
  const { locale } = facts;
  const numbers = noteNumbers(view);
  const rows = view.beside.flatMap((index): Inside[] => {
    const unit = view.units[index];
    if (!unit) return [];
    const text = unit.text === "" ? unit.source : unit.text;
    const value = unitElement(unit, [{ type: "text", value: text }], numbers.get(index), facts);
    const { direction } = languageData(view.language);
    return [
      element("dt", {}, nameOf(unit, locale) ?? unit.context),
      element(
        "dd",
        {},
        element("div", { lang: view.language, dir: direction }, value),
        unit.findings.length === 0
          ? undefined
          : element("div", { className: ["notes"] }, findingsOf(unit.findings, locale)),
      ),
    ];
  });
  if (rows.length === 0) return undefined;
  const needsSomeone = view.beside.some((index) => {
    const unit = view.units[index];
    return unit !== undefined && (isMarked(unit.state) || unit.findings.length > 0);
  });
  return element(
    "details",
    { className: ["beside"], ...(needsSomeone ? { open: true } : undefined) },
    element("summary", {}, sentence(message("preview.beside"), locale)),
    element("dl", {}, rows),
  );
}
