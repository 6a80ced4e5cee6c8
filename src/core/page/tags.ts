// The tags of inline elements: their names in unit text, and how they are written in HTML, with gaps for what differs.
import type { Element, ElementContent } from "hast";
import { addUnit, type Cut, type NamedTags } from "./cut.ts";
import { isBackReference, isFootnoteMark, isOfFootnote } from "./footnotes.ts";
import { closeTag, openTagWithGaps, serialise, type Gaps } from "./html.ts";
import { leadsAlongPath, linkTarget } from "./links.ts";
import { escapeValue, joinParts, type PageLink, type Part } from "./template.ts";
import { softened } from "./texts.ts";
import type { TracePiece } from "./trace.ts";

/** Gives each inline element its tag: numbered where elements of one kind differ, shared where they are equal. */
export function nameTags(run: ElementContent[], cut: Cut): NamedTags {
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

/** The opening tag of an element, with gaps for the texts of its attributes and for a link to one of the site's pages. */
export function openParts(element: Element, cut: Cut, skipped: boolean): Part[] {
  const gaps: Gaps = {};
  const properties = { ...element.properties };
  if (isBackReference(element))
    gaps.ariaLabel = [{ kind: "back-to-reference", reference: String(properties.ariaLabel) }];
  else {
    if (element.tagName === "img" && /^\s*$/u.test(String(properties.alt ?? "")) && !isDecorative(element))
      cut.imagesWithoutAlt.push(rangeOf(element));
    for (const name of attributeTexts) {
      const text = properties[name];
      if (typeof text !== "string") continue;
      properties[name] = softened(text);
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      if (skipped) cut.skipped.push({ plain: softened(text), pieces: [attributePiece(softened(text), name, element)] });
      else gaps[name] = attributeParts(softened(text), name, element, cut);
    }
    if (element.tagName === "a" && properties.href === undefined) cut.linksWithoutAddress.push(rangeOf(element));
    const { src } = properties;
    if (element.tagName === "img" && typeof src === "string" && leadsAlongPath(src)) {
      const [start, end] = rangeOf(element);
      const alt = unitIn(gaps.alt ?? []);
      const file = { href: src, ...(alt === undefined ? undefined : { alt }) };
      cut.images.push({ ...file, start, end });
      gaps.src = [{ kind: "file", file }];
      const tag = openTagWithGaps({ ...element, properties }, gaps);
      return [...tag.slice(0, -1), { kind: "picture", file }, ...tag.slice(-1)];
    }
    const link = pageLinkOf(element, cut.pageId);
    if (link) {
      cut.links.push(link);
      gaps.href = [{ kind: "link", link }];
    } else if (element.tagName === "a" && typeof properties.href === "string" && leadsAlongPath(properties.href)) {
      const [start, end] = rangeOf(element);
      cut.paths.push({ href: properties.href, start, end });
      gaps.href = [{ kind: "file", file: { href: properties.href } }];
    }
  }
  return openTagWithGaps({ ...element, properties }, gaps);
}

const attributeTexts = ["alt", "title"] as const;

/** An author says of an image that it shows nothing. */
function isDecorative({ data }: Element): boolean {
  return (data as { isDecorative?: true } | undefined)?.isDecorative === true;
}

function contextOf(name: "alt" | "title", { tagName }: Element): string {
  if (name === "alt") return "alt";
  return tagName === "a" || tagName === "img" ? "link-title" : "title-attribute";
}

function attributeParts(text: string, name: "alt" | "title", element: Element, cut: Cut): Part[] {
  const context = contextOf(name, element);
  const trimmed = text.replaceAll(/^[ \t]+|[ \t]+$/gu, "");
  const at = text.indexOf(trimmed);
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
    [attributePiece(trimmed, name, element)],
  );
  return [escapeValue(text.slice(0, at)), { kind: "attribute", unit }, escapeValue(text.slice(at + trimmed.length))];
}

function unitIn(parts: readonly Part[]): number | undefined {
  for (const part of parts) if (typeof part !== "string" && part.kind === "attribute") return part.unit;
  return undefined;
}

/** The text of an attribute stands somewhere in its element. */
function attributePiece(text: string, name: "alt" | "title", element: Element): TracePiece {
  const [start, end] = rangeOf(element);
  return { at: 0, length: text.length, start, end, raw: text, within: name === "alt" ? "first" : "last" };
}

function rangeOf(element: Element): [number, number] {
  const start = element.position?.start.offset ?? 0;
  return [start, element.position?.end.offset ?? start + 1];
}

function pageLinkOf(element: Element, pageId: string): PageLink | undefined {
  const href = element.properties.href;
  if (element.tagName !== "a" || typeof href !== "string" || isOfFootnote(element)) return undefined;
  const target = linkTarget(href, pageId);
  const [start, end] = rangeOf(element);
  return target && { href, ...target, start, end };
}

/** A link to a place within the page is the same in every language: it leads to an id, or stays as it was written. */
export function settleLinks(part: Part, cut: Cut): Part {
  if (typeof part === "string") return part;
  if (part.kind === "unit") {
    const settled = Object.entries(part.tags).map(([name, tag]) => [
      name,
      { ...tag, open: joinParts(tag.open.map((inner) => settleLinks(inner, cut))) },
    ]);
    return { ...part, tags: Object.fromEntries(settled) as typeof part.tags };
  }
  if (part.kind !== "link" || part.link.page !== cut.pageId) return part;
  const id = cut.idAt.get(part.link.fragment);
  if (id !== undefined) return escapeValue(`#${id}`);
  // With the page's own file in it, it leads to the page's address.
  return part.link.href.startsWith("#") ? escapeValue(part.link.href) : part;
}
