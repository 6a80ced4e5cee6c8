// Cuts a sanitised tree into units and a template: filling the template with the units' own texts gives the page back.
import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { alertLabelled } from "./alerts.ts";
import { isAnchor, setAnchorIds } from "./anchors.ts";
import { addUnit, type Cut, type Segmented } from "./cut.ts";
import { describeBlock, describeTag } from "./describe.ts";
import { marksOf, type Marks } from "./directives.ts";
import { footnoteLabel, isBackReference, isFootnoteHeading } from "./footnotes.ts";
import { closeTag, openTag, serialise } from "./html.ts";
import { setIds } from "./ids.ts";
import { inlineElements } from "./schema.ts";
import { nameTags, openParts, settleLinks } from "./tags.ts";
import { escapeContent, joinParts, type Part } from "./template.ts";
import { hasLetters, plainTextOf, softened, trimPieces, unitTextOf } from "./texts.ts";
import { keyOf, type Unit } from "./unit.ts";

/** What holds for everything inside a node: directives on it and above it. */
type Inherited = {
  skip: boolean;
  comments: readonly string[];
  context: string | undefined;
};

/** Cuts a page, whose ids begin with the prefix; the units of its front matter come first. */
export function segment(tree: Root, pageId: string, prefix: string, frontUnits: readonly Unit[]): Segmented {
  mergeTexts(tree);
  const anchorIds = setAnchorIds(tree, prefix);
  const headingOf = setIds(tree, prefix, anchorIds.keys());
  const cut: Cut = {
    template: [],
    units: [...frontUnits],
    headings: [...headingOf.values()],
    anchors: [...anchorIds.keys()],
    links: [],
    paths: [],
    images: [],
    imagesWithoutAlt: [],
    linksWithoutAddress: [],
    skipped: [],
    pageId,
    index: new Map(frontUnits.map((unit, index) => [keyOf(unit), index])),
    headingOf,
    idAt: new Map([...anchorIds, ...[...headingOf.values()].map(({ anchor, id }) => [anchor, id] as const)]),
  };
  cutChildren(tree, cut, { skip: false, comments: [], context: undefined });
  return {
    template: joinParts(cut.template.map((part) => settleLinks(part, cut))),
    units: cut.units,
    headings: cut.headings,
    anchors: cut.anchors,
    links: cut.links,
    paths: cut.paths,
    images: cut.images,
    imagesWithoutAlt: cut.imagesWithoutAlt,
    linksWithoutAddress: cut.linksWithoutAddress,
    skipped: cut.skipped,
  };
}

/** Comments that were taken out leave neighbouring texts behind; they are one text. */
function mergeTexts(node: Root | Element): void {
  const merged: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    const last = merged.at(-1);
    // The line feed that Markdown's parser puts after a break stands nowhere in the file: joined, its text would have no place.
    const placed = !child.position === !last?.position;
    if (child.type === "text" && last?.type === "text" && placed && !marksOf(child).skip === !marksOf(last).skip) {
      const position = last.position && child.position && { start: last.position.start, end: child.position.end };
      merged[merged.length - 1] = {
        ...last,
        value: last.value + child.value,
        data: { ...child.data, ...last.data },
        position,
      };
    } else {
      merged.push(child);
      if (child.type === "element") mergeTexts(child);
    }
  }
  node.children = merged as typeof node.children;
}

function inherit(above: Inherited, node: Nodes): Inherited {
  const marks: Marks = marksOf(node);
  if (!marks.skip && !marks.comments && marks.context === undefined) return above;
  return {
    skip: above.skip || marks.skip === true,
    comments: [...above.comments, ...(marks.comments ?? [])],
    context: marks.context ?? above.context,
  };
}

function cutChildren(parent: Root | Element, cut: Cut, above: Inherited): void {
  const inherited = inherit(above, parent);
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.length > 0) cutRun(run, parent, cut, inherited);
    run = [];
  };
  for (const child of parent.children) {
    if (child.type === "text" || (child.type === "element" && isInline(child))) run.push(child);
    else if (child.type === "element") {
      flush();
      cutBlock(child, cut, inherited);
    }
  }
  flush();
}

/** An inline element that contains a block is template, as is the way back from a footnote. */
function isInline(element: Element): boolean {
  if (!inlineElements.has(element.tagName) || isBackReference(element)) return false;
  return element.children.every((child) => child.type !== "element" || isInline(child));
}

function cutBlock(element: Element, cut: Cut, inherited: Inherited): void {
  const { template } = cut;
  const alert = alertLabelled(element);
  if (element.tagName === "pre") {
    template.push(serialise(element));
  } else if (alert) {
    template.push(openTag(element), { kind: "alert", alert }, closeTag(element));
  } else if (isFootnoteHeading(element)) {
    template.push(...footnoteHeadingParts(element));
  } else {
    const start = template.length;
    template.push(...openParts(element, cut, inherit(inherited, element).skip));
    // What the pipeline writes into the way back from a footnote is nobody's text.
    cutChildren(element, cut, isBackReference(element) ? { ...inherited, skip: true } : inherited);
    template.push(closeTag(element));
    const heading = cut.headingOf.get(element);
    if (heading) heading.unit = template.slice(start).find(isUnitSlot)?.unit;
  }
}

/** The label, whatever unclosed elements before it have been drawn into its heading. */
function footnoteHeadingParts(element: Element): Part[] {
  const inside = element.children.flatMap((child): Part[] => {
    if (child.type === "element") return footnoteHeadingParts(child);
    if (child.type !== "text") return [];
    return child.value === footnoteLabel ? [{ kind: "footnotes" }] : [escapeContent(child.value)];
  });
  return [openTag(element), ...inside, closeTag(element)];
}

function isUnitSlot(part: Part): part is Extract<Part, { kind: "unit" }> {
  return typeof part !== "string" && part.kind === "unit";
}

/** Cuts a run of inline siblings: its text is a unit, the blanks around it are template. */
function cutRun(whole: ElementContent[], parent: Root | Element, cut: Cut, above: Inherited): void {
  for (const anchor of whole.filter(isAnchor)) cut.template.push(openTag(anchor), closeTag(anchor));
  const run = whole.filter((node) => !isAnchor(node));
  const inherited = run.reduce(inherit, above);
  if (inherited.skip || !run.some(hasLetters)) {
    for (const node of run) cutWordless(node, cut, inherited.skip);
    if (run.some(hasLetters)) cut.skipped.push(plainTextOf(run));
    return;
  }
  const tags = nameTags(run, cut);
  const text = unitTextOf(run, tags);
  const leading = /^[ \t\n\r\f]*/u.exec(text)?.[0] ?? "";
  const trailing = /[ \t\n\r\f]*$/u.exec(text)?.[0] ?? "";
  const traced = trimPieces(plainTextOf(run), leading.length, trailing.length);
  const unit = addUnit(
    cut,
    {
      context: inherited.context === undefined ? "" : `context:${inherited.context}`,
      text: text.slice(leading.length, text.length - trailing.length),
      plain: traced.plain,
      notes: [
        ...new Set([
          describeBlock(parent),
          ...[...tags].flatMap(([element, { name }]) => describeTag(name, element) ?? []),
          ...inherited.comments,
        ]),
      ],
    },
    traced.pieces,
  );
  const forms = Object.fromEntries([...tags.values()].map(({ name, tag }) => [name, tag]));
  cut.template.push(leading, { kind: "unit", unit, tags: forms }, trailing);
}

/** Inline content that is no unit: it has no letters, or it is skipped. */
function cutWordless(node: ElementContent, cut: Cut, skipped: boolean): void {
  if (node.type === "text")
    cut.template.push(escapeContent(/[^ \t\r\n]/u.test(node.value) ? softened(node.value) : node.value));
  else if (node.type === "element") {
    cut.template.push(...openParts(node, cut, skipped));
    for (const child of node.children) cutWordless(child, cut, skipped);
    cut.template.push(closeTag(node));
  }
}
