// The tags of inline elements: their names in unit text, and how they are written in HTML, with gaps for what differs.
import type { Element, ElementContent } from "hast";
import { addUnit, type Cut, type NamedTags } from "./cut.ts";
import { closeTag, openTag, serialise } from "./html.ts";
import { isBackReference, isFootnoteMark } from "./ids.ts";
import { resolvePageLink } from "./links.ts";
import { escapeAttribute, joinParts, type PageLink, type Part } from "./template.ts";
import { softened } from "./texts.ts";

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

/** Stands for a gap while rehype-stringify writes a tag; a noncharacter, which no page text may hold. */
const gap = "\uFDD0";

/** The opening tag of an element, with gaps for the texts of its attributes and for a link to one of the site's pages. */
export function openParts(element: Element, cut: Cut, skipped: boolean): Part[] {
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
  const heading = cut.headings.find(({ anchor }) => anchor === part.link.fragment);
  return escapeAttribute(heading ? `#${heading.id}` : part.link.href);
}
