// The article of a page view: as it would be published, with marks at what no one has approved and with what is found in it.
import type { Element, ElementContent, Properties } from "hast";
import type { State } from "../catalog/state.ts";
import type { Finding } from "../finding.ts";
import { message, type Message } from "../messages/message.ts";
import { sentence, type Locale } from "../messages/sentence.ts";
import { languageData } from "../publish/filled.ts";
import { element, type Inside } from "./tree.ts";
import type { BlockView, PageView, UnitView } from "./view.ts";

/** How a page is shown: the reader's language, and where its links and images lead from where it lies. */
export type Showing = {
  locale: Locale;
  source: string;
  hrefOf: (href: string) => string;
  assetAddress: (src: string) => string;
};

/** States that are marked; what is approved looks as it will. */
export const markedStates = ["untranslated", "draft", "unsigned", "stale"] as const satisfies readonly State[];

export function isMarked(state: State | undefined): state is (typeof markedStates)[number] {
  return state !== undefined && state !== "approved";
}

/** The units of a page that have findings, each with its number in the notes. */
export function noteNumbers({ units }: PageView): Map<number, number> {
  const noted = units.filter(({ findings }) => findings.length > 0);
  return new Map(noted.map(({ unit }, index) => [unit, index + 1]));
}

export function articleOf(view: PageView, showing: Showing): Element {
  const { language, blocks } = view;
  const noted = new Set<number>();
  const numbers = noteNumbers(view);
  const inside = blocks.map((block): Inside => {
    const nodes = block.nodes.map((node) => shown(node, view, numbers, showing));
    // A unit that stands in several blocks is spoken of below the first.
    const units = block.units.filter((unit) => !noted.has(unit)).flatMap((unit) => view.units[unit] ?? []);
    for (const { unit } of units) noted.add(unit);
    return [nodes, notesOf(units, block, numbers, showing)];
  });
  return element("article", { lang: language, dir: languageData(language).direction }, inside);
}

/** A node as the page shows it; the view's own trees stay as they are. */
function shown(
  node: ElementContent,
  view: PageView,
  numbers: ReadonlyMap<number, number>,
  showing: Showing,
): ElementContent {
  if (node.type !== "element") return node;
  const properties = { ...node.properties };
  const children = node.children.map((child) => shown(child, view, numbers, showing));
  if (typeof properties["href"] === "string") properties["href"] = showing.hrefOf(properties["href"]);
  if (typeof properties["src"] === "string") properties["src"] = showing.assetAddress(properties["src"]);
  const unit = typeof properties["dataUnit"] === "string" ? view.units[Number(properties["dataUnit"])] : undefined;
  if (!unit) return { ...node, properties, children };
  return unitElement(unit, children, numbers.get(unit.unit), showing);
}

/** A unit with its mark, in words for those who do not see it. */
export function unitElement(
  { unit, state }: UnitView,
  children: readonly ElementContent[],
  note: number | undefined,
  { locale, source }: Showing,
): Element {
  const own: Properties = { dataUnit: String(unit) };
  if (state === "untranslated") Object.assign(own, { lang: source, dir: languageData(source).direction });
  if (!isMarked(state)) return element("span", own, [...children], noteMark(note));
  const word = sentence(message(`mark.${state}`), locale);
  return element(
    "span",
    { ...own, className: ["unit", `is-${state}`] },
    element("span", { className: ["unseen"], lang: locale, dir: "ltr" }, `(${word}) `),
    [...children],
    noteMark(note),
  );
}

function noteMark(note: number | undefined): Element | undefined {
  return note === undefined
    ? undefined
    : element("sup", { className: ["ref"], lang: "en", dir: "ltr", ariaHidden: "true" }, String(note));
}

const plainNames: Readonly<Record<string, Message>> = {
  title: message("preview.title-unit"),
  description: message("preview.description-unit"),
  slug: message("preview.slug-unit"),
  alt: message("preview.alt-unit"),
  "link-title": message("preview.link-title-unit"),
  "title-attribute": message("preview.link-title-unit"),
};

/** What a text is that does not stand in running text. */
export function nameOf({ context }: UnitView, locale: Locale): string | undefined {
  const name = Object.hasOwn(plainNames, context) ? plainNames[context] : undefined;
  return name && sentence(name, locale);
}

/** Below a block: findings in its units, and the texts of attributes that no one has approved. */
function notesOf(
  units: readonly UnitView[],
  { nodes }: BlockView,
  numbers: ReadonlyMap<number, number>,
  showing: Showing,
): Element | undefined {
  const { locale } = showing;
  const items = units.flatMap((unit): Element[] => {
    const isHidden = nameOf(unit, locale) !== undefined;
    const number = numbers.get(unit.unit);
    if (number === undefined && !(isHidden && isMarked(unit.state))) return [];
    const label = number === undefined ? undefined : element("span", { className: ["number"] }, `${number}`);
    const text = isHidden ? hiddenText(unit, showing) : undefined;
    return [element("li", {}, label, element("div", {}, text, findingsOf(unit.findings, locale)))];
  });
  if (items.length === 0 || nodes.length === 0) return undefined;
  return element("div", { className: ["notes"], role: "note", lang: locale, dir: "ltr" }, element("ul", {}, items));
}

/** A text that readers do not see in the page itself, with what it is and its state. */
function hiddenText(unit: UnitView, showing: Showing): Element {
  const text = unit.text === "" ? unit.source : unit.text;
  return element(
    "p",
    {},
    `${nameOf(unit, showing.locale) ?? ""}: `,
    unitElement(unit, [{ type: "text", value: text }], undefined, showing),
  );
}

/** Findings with their severity, sentence, rule and what to write. */
export function findingsOf(findings: readonly Finding[], locale: Locale): Inside {
  return findings.map(({ severity, ruleId, reason, expected }) => {
    const write = expected.slice(0, 5).map((text) => text || sentence(message("report.nothing"), locale));
    return element(
      "p",
      { className: ["finding", `is-${severity}`] },
      element("strong", {}, sentence(message(`report.${severity}`), locale)),
      " ",
      sentence(reason, locale),
      write.length === 0 ? undefined : ` ${sentence(message("preview.write", { texts: write }), locale)}`,
      ruleId === undefined ? undefined : [" ", element("code", {}, ruleId)],
    );
  });
}
