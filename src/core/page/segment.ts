// Cuts a sanitised tree into units and a template: filling the template with the units' own texts gives the page back.
import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { escapeText, standIn } from "../unit-text.ts";
import { describeBlock, describeTag } from "./describe.ts";
import { marksOf, type Marks } from "./directives.ts";
import { closeTag, openTag, serialise } from "./html.ts";
import { idPrefix, isBackReference, isFootnoteHeading, isFootnoteMark, setIds, type Heading } from "./ids.ts";
import { resolvePageLink } from "./links.ts";
import { inlineElements } from "./schema.ts";
import { escapeAttribute, escapeContent, joinParts, type PageLink, type Part, type Tag } from "./template.ts";
import { softBreak, type Piece } from "./trace.ts";
import { keyOf, type Occurrence, type Unit } from "./unit.ts";

export type Segmented = {
  template: Part[];
  /** In document order, each text once. */
  units: Unit[];
  headings: Heading[];
  links: PageLink[];
  /** Source ranges of images without a text for those who do not see them. */
  imagesWithoutAlt: [number, number][];
  /** Source ranges of links that have no address, or lost one that is not allowed. */
  linksWithoutAddress: [number, number][];
};

/** What the walk over the tree collects. */
type Cut = Segmented & { pageId: string; index: Map<string, number>; headingOf: Map<Element, Heading> };

/** What holds for everything inside a node: directives on it and above it. */
type Inherited = {
  skip: boolean;
  comments: readonly string[];
  context: string | undefined;
};

/** Cuts a page; the units of its front matter come first. */
export function segment(tree: Root, pageId: string, frontUnits: readonly Unit[]): Segmented {
  mergeTexts(tree);
  const headingOf = setIds(tree, pageId);
  const cut: Cut = {
    template: [],
    units: [...frontUnits],
    headings: [...headingOf.values()],
    links: [],
    imagesWithoutAlt: [],
    linksWithoutAddress: [],
    pageId,
    index: new Map(frontUnits.map((unit, index) => [keyOf(unit), index])),
    headingOf,
  };
  cutChildren(tree, cut, { skip: false, comments: [], context: undefined });
  return {
    template: joinParts(cut.template.map((part) => settleLinks(part, cut))),
    units: cut.units,
    headings: cut.headings,
    links: cut.links,
    imagesWithoutAlt: cut.imagesWithoutAlt,
    linksWithoutAddress: cut.linksWithoutAddress,
  };
}

/** Comments that were taken out leave neighbouring texts behind; they are one text. */
function mergeTexts(node: Root | Element): void {
  const merged: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    const last = merged.at(-1);
    if (child.type === "text" && last?.type === "text" && !marksOf(child).skip === !marksOf(last).skip) {
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
  if (element.tagName === "pre") {
    template.push(serialise(element));
  } else if (isFootnoteHeading(element, idPrefix(cut.pageId))) {
    template.push(openTag(element), { kind: "footnotes" }, closeTag(element));
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

function isUnitSlot(part: Part): part is Extract<Part, { kind: "unit" }> {
  return typeof part !== "string" && part.kind === "unit";
}

/** Cuts a run of inline siblings: its text is a unit, the blanks around it are template. */
function cutRun(run: ElementContent[], parent: Root | Element, cut: Cut, above: Inherited): void {
  const inherited = run.reduce(inherit, above);
  if (inherited.skip || !run.some(hasLetters)) {
    for (const node of run) cutWordless(node, cut, inherited.skip);
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

/** Adds a unit, or a further occurrence of one with the same text; gives its index. */
function addUnit(cut: Cut, found: Omit<Unit, "occurrences">, occurrence: Occurrence): number {
  // A note is one line of a catalog; addresses and texts for images may have been written over several.
  const unit = { ...found, notes: found.notes.map((note) => note.trim().replaceAll(/\s+/gu, " ")) };
  const key = keyOf(unit);
  const known = cut.index.get(key);
  const same = known === undefined ? undefined : cut.units[known];
  if (known !== undefined && same) {
    same.occurrences.push(occurrence);
    same.notes = [...new Set([...same.notes, ...unit.notes])];
    return known;
  }
  cut.index.set(key, cut.units.length);
  cut.units.push({ ...unit, occurrences: [occurrence] });
  return cut.units.length - 1;
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

function hasLetters(node: ElementContent): boolean {
  if (node.type === "text") return /[\p{L}\p{N}]/u.test(node.value);
  return node.type === "element" && !isFootnoteMark(node) && node.children.some(hasLetters);
}

function softened(text: string): string {
  return text.replaceAll(softBreak, " ");
}

type NamedTag = { name: string; tag: Tag };

/** Gives each inline element its tag: numbered where elements of one kind differ, shared where they are equal. */
function nameTags(run: ElementContent[], cut: Cut): Map<Element, NamedTag> {
  const found: { element: Element; parts: Part[]; identity: string }[] = [];
  const collect = (node: ElementContent): void => {
    if (node.type !== "element") return;
    const parts = openParts(node, cut, false);
    const opaque = isFootnoteMark(node);
    if (opaque) parts.push(serialise({ type: "root", children: node.children }));
    found.push({ element: node, parts, identity: JSON.stringify(parts, withoutPlaces) });
    if (!opaque) node.children.forEach(collect);
  };
  run.forEach(collect);
  return new Map(
    found.map(({ element, parts, identity }) => {
      const alike = found.filter((other) => other.element.tagName === element.tagName);
      const different = [...new Set(alike.map((other) => other.identity))];
      const name = different.length > 1 ? `${element.tagName}${different.indexOf(identity) + 1}` : element.tagName;
      return [element, { name, tag: { open: joinParts(parts), close: closeTag(element) } }];
    }),
  );
}

/** Two links to one page are the same link wherever they stand. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === "start" || key === "end" ? undefined : value;
}

function unitTextOf(nodes: readonly ElementContent[], tags: ReadonlyMap<Element, NamedTag>): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return escapeText(softened(node.value));
      if (node.type !== "element") return "";
      const name = tags.get(node)?.name ?? node.tagName;
      if (node.children.length === 0 || isFootnoteMark(node)) return `<${name}/>`;
      return `<${name}>${unitTextOf(node.children, tags)}</${name}>`;
    })
    .join("");
}

type Traced = { plain: string; pieces: Piece[] };

function plainTextOf(nodes: readonly ElementContent[], traced: Traced = { plain: "", pieces: [] }): Traced {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const place = { at: traced.plain.length, start, end: node.position?.end.offset ?? start };
    if (node.type === "text") {
      const text = softened(node.value);
      traced.pieces.push({ ...place, length: text.length, ...(node.position ? { raw: node.value } : undefined) });
      traced.plain += text;
    } else if (node.type === "element") {
      const replacement = standIn(node.tagName);
      if (replacement === undefined) {
        if (!isFootnoteMark(node)) plainTextOf(node.children, traced);
      } else {
        traced.pieces.push({ ...place, length: replacement.length });
        traced.plain += replacement;
      }
    }
  }
  return traced;
}

/** Takes the blanks around a text off, and keeps what is left pointing at the same places. */
function trimPieces({ plain, pieces }: Traced, leading: number, trailing: number): Traced {
  const length = plain.length - leading - trailing;
  const trimmed = pieces.flatMap((piece) => {
    const skip = Math.max(0, leading - piece.at);
    const at = Math.max(0, piece.at - leading);
    const rest = Math.min(piece.length - skip, length - at);
    return rest > 0 ? [{ ...piece, at, length: rest, ...(piece.raw === undefined ? undefined : { skip }) }] : [];
  });
  return { plain: plain.slice(leading, leading + length), pieces: trimmed };
}

/** Stands for a gap while rehype-stringify writes a tag; a noncharacter, which no page text may hold. */
const gap = "\uFDD0";

/** The opening tag of an element, with gaps for the texts of its attributes and for a link to one of the site's pages. */
function openParts(element: Element, cut: Cut, skipped: boolean): Part[] {
  const slots: Part[][] = [];
  const properties = { ...element.properties };
  const replace = (name: string, parts: Part[]): void => {
    properties[name] = `${gap}${slots.push(parts) - 1}${gap}`;
  };
  if (isBackReference(element))
    replace("ariaLabel", [{ kind: "back-to-reference", reference: String(properties.ariaLabel) }]);
  else {
    if (element.tagName === "img" && /^\s*$/u.test(String(properties.alt ?? "")))
      cut.imagesWithoutAlt.push(rangeOf(element));
    for (const [name, context] of attributeTexts) {
      const text = properties[name];
      if (!skipped && typeof text === "string" && /[\p{L}\p{N}]/u.test(text))
        replace(name, attributeParts(softened(text), context, element, cut));
      else if (typeof text === "string") properties[name] = softened(text);
    }
    if (element.tagName === "a" && properties.href === undefined) cut.linksWithoutAddress.push(rangeOf(element));
    const link = pageLinkOf(element, cut.pageId);
    if (link) {
      cut.links.push(link);
      replace("href", [{ kind: "link", link }]);
    }
  }
  if (slots.length === 0) return [openTag({ ...element, properties })];
  return openTag({ ...element, properties })
    .split(gap)
    .flatMap((piece, index) => (index % 2 === 0 ? [piece] : (slots[Number(piece)] ?? [])));
}

const attributeTexts = [
  ["alt", "alt"],
  ["title", "link-title"],
] as const;

function attributeParts(text: string, context: string, element: Element, cut: Cut): Part[] {
  const trimmed = text.replaceAll(/^[ \t]+|[ \t]+$/gu, "");
  const at = text.indexOf(trimmed);
  const [start, end] = rangeOf(element);
  const unit = addUnit(
    cut,
    {
      context,
      text: trimmed,
      plain: trimmed,
      notes: [
        context === "alt"
          ? `Text for those who do not see the image ${String(element.properties.src ?? "")}`
          : "Shown when the pointer rests on a link or an image",
      ],
    },
    [{ at: 0, length: trimmed.length, start, end, raw: trimmed, within: context === "alt" ? "first" : "last" }],
  );
  return [
    escapeAttribute(text.slice(0, at)),
    { kind: "attribute", unit },
    escapeAttribute(text.slice(at + trimmed.length)),
  ];
}

function rangeOf(element: Element): [number, number] {
  const start = element.position?.start.offset ?? 0;
  return [start, element.position?.end.offset ?? start + 1];
}

function pageLinkOf(element: Element, pageId: string): PageLink | undefined {
  const href = element.properties.href;
  if (element.tagName !== "a" || typeof href !== "string" || "dataFootnoteRef" in element.properties) return undefined;
  const target = resolvePageLink(href, pageId);
  const [start, end] = rangeOf(element);
  return target && { href, ...target, start, end };
}

/** A link within the page is the same in every language: it leads to a heading's id, or stays as it was written. */
function settleLinks(part: Part, cut: Cut): Part {
  if (typeof part === "string") return part;
  if (part.kind === "unit") {
    const settled = Object.entries(part.tags).map(([name, tag]) => [
      name,
      { ...tag, open: joinParts(tag.open.map((inner) => settleLinks(inner, cut))) },
    ]);
    return { ...part, tags: Object.fromEntries(settled) as typeof part.tags };
  }
  if (part.kind !== "link" || part.link.page !== cut.pageId) return part;
  const heading = cut.headings.find(({ anchor }) => anchor === part.link.fragment);
  return escapeAttribute(heading ? `#${heading.id}` : part.link.href);
}
