// A page in one language as it would look with its newest texts: a value, which a file shows and a program can show.
import type { Element, ElementContent } from "hast";
import type { Catalog } from "../catalog/entry.ts";
import { stateOf, type State } from "../catalog/state.ts";
import { withForbiddenNamed } from "../characters.ts";
import type { Finding } from "../finding.ts";
import type { Page } from "../page/page.ts";
import { inlineElements } from "../page/schema.ts";
import { isPlain, keyOf, type Unit } from "../page/unit.ts";
import type { LanguagePlan, PagePlan, TranslationPlan } from "../page-plan.ts";
import { fragmentOf } from "../publish/filled.ts";
import type { Site } from "../publish/site.ts";
import { usedFilesOf, type Asset } from "../publish/used-files.ts";
import { compareTags, escapeText, readUnitText, type TextNode } from "../unit-text.ts";
import { marked, markedTree, marksFor, unitsIn } from "./marks.ts";

/** A text of a page in one language, and what there is to say of it. */
export type UnitView = {
  /** Its index in the page: `data-unit` in the trees of the blocks. */
  unit: number;
  context: string;
  source: string;
  /** The newest text in this language; empty where there is none, and then the source's is shown. */
  text: string;
  /** Undefined in the source language. */
  state: State | undefined;
  findings: Finding[];
};

/** Neighbours in the page that belong together: one block, or a run of text outside of any. */
export type BlockView = {
  nodes: ElementContent[];
  /** The units in it, those of its attributes among them. A unit may stand in several blocks. */
  units: number[];
};

/** All values. Trees are hast, in which `data-unit` marks what is a unit; they hold nothing that runs. */
export type PageView = {
  page: string;
  language: string;
  blocks: BlockView[];
  /** All units of the page, in its order. */
  units: UnitView[];
  /** Units that no block shows: title, description, slug, texts for the page's images. */
  beside: number[];
  /** Findings that are about no unit. */
  findings: Finding[];
  /** The fragment as it would be published. */
  fragment: string;
  /** Files of authors that it shows or leads to, by path below the output folder. */
  assets: ReadonlyMap<string, Asset>;
};

/** What a page is in one language: its plan, and its catalog in step with the page, where that can be read. */
export type Version = { plan: LanguagePlan | TranslationPlan; catalog: Catalog | undefined };

/** The view of a page in one language. */
export function viewPage(page: Page, plan: PagePlan, { plan: version, catalog }: Version, site: Site): PageView {
  const { language } = version;
  const isSource = language === site.settings.source;
  const entries = isSource ? undefined : catalog?.entries.slice(0, page.units.length);
  const units = page.units.map((unit, index): UnitView => {
    const entry = entries?.[index];
    return {
      unit: index,
      context: unit.context,
      source: unit.text,
      text: isSource ? unit.text : (entry?.translation ?? ""),
      state: isSource ? undefined : entry ? stateOf(entry, language) : "untranslated",
      findings: [],
    };
  });
  const findings = placeFindings(isSource ? plan.findings : findingsOf(version), page, units, isSource);
  const texts = units.map(({ text, state }, index) =>
    fillable(page.units[index], state === "untranslated" ? "" : text),
  );
  const status = isSource ? "source" : "approved";
  const files = usedFilesOf(site, page.id, language);
  const fragment = fragmentOf(page, language, status, texts, site, files);
  const marks = marksFor([fragment, ...texts]);
  const tree = markedTree(
    fragmentOf(
      page,
      language,
      status,
      texts.map((text, index) => marked(text, index, marks)),
      site,
      files,
    ),
    marks,
    fragment,
  );
  const blocks = blocksOf(tree.children.find((node) => node.type === "element"));
  const shown = new Set(blocks.flatMap((block) => block.units));
  const beside = units.map(({ unit }) => unit).filter((unit) => !shown.has(unit));
  return { page: page.id, language, blocks, units, beside, findings, fragment, assets: files.assets };
}

/** A fragment that stands already, as a view without units. */
export function viewFragment(
  page: string,
  language: string,
  fragment: string,
  assets: ReadonlyMap<string, Asset>,
): PageView {
  const { open, close, digits } = marksFor([fragment]);
  const tree = markedTree(fragment, { open, close, digits }, fragment);
  const blocks = blocksOf(tree.children.find((node) => node.type === "element"));
  return { page, language, blocks, units: [], beside: [], findings: [], fragment, assets };
}

function findingsOf(version: LanguagePlan | TranslationPlan): Finding[] {
  if (!("mistakes" in version)) return [];
  return [...version.mistakes, ...version.findings.map(({ finding }) => finding)];
}

/** Gives each unit its findings; gives those of none. */
function placeFindings(all: readonly Finding[], page: Page, units: UnitView[], isSource: boolean): Finding[] {
  const byKey = new Map(page.units.map((unit, index) => [keyOf(unit), units[index]]));
  return all.filter((finding) => {
    const at = isSource ? page.units.findIndex((unit) => covers(unit, finding)) : -1;
    const own = (finding.unit === undefined ? undefined : byKey.get(finding.unit)) ?? units[at];
    own?.findings.push(finding);
    return !own;
  });
}

function covers({ occurrences }: Unit, { start, end }: Finding): boolean {
  return occurrences.some((pieces) => {
    const [first, last] = [pieces[0], pieces.at(-1)];
    return first !== undefined && last !== undefined && first.start <= start.offset && end.offset <= last.end;
  });
}

/** A text with which a page can be filled: the source's where there is none, and without tags where they are wrong. */
function fillable(unit: Unit | undefined, translation: string): string {
  if (!unit) return "";
  if (translation === "") return unit.text;
  if (isPlain(unit.context)) return withForbiddenNamed(translation);
  if (compareTags(unit.text, translation).length === 0) return translation;
  return escapeText(withForbiddenNamed(textOf(readUnitText(translation).nodes)));
}

function textOf(nodes: readonly TextNode[]): string {
  return nodes.map((node) => ("value" in node ? node.value : textOf(node.children))).join("");
}

function blocksOf(article: Element | { type: string } | undefined): BlockView[] {
  if (article === undefined || !("children" in article)) return [];
  const runs: ElementContent[][] = [];
  let isOpen = false;
  for (const node of article.children) {
    const isBlank = node.type === "text" && node.value.trim() === "";
    const isBlock = node.type === "element" && !inlineElements.has(node.tagName);
    if (isBlank && !isOpen) continue;
    const run = runs.at(-1);
    if (isOpen && !isBlock && run) run.push(node);
    else runs.push([node]);
    isOpen = !isBlock;
  }
  return runs.map((nodes) => ({ nodes, units: unitsIn(nodes) }));
}
